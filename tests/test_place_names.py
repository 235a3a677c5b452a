"""Every first-level unit and sixty cities of each country by every name that the press gives them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from monitor.records import Lang
from monitor.understand import read_article
from monitor.understand.gazetteer import load_gazetteer
from scoring import article

TABLE = Path(__file__).parent / "place_names.csv"
"""Spellings of units and cities, variants parted by slashes: made for this test, not read from the gazetteer."""

COLUMNS: Mapping[str, Lang] = {"english": "en", "simplified": "zh", "traditional": "zh", "urdu": "ur"}
SENTENCES: dict[tuple[str, str], dict[Lang, str]] = {
    ("CN", "city"): {
        "en": "A delegation of {} in China came on Monday.",
        "zh": "巴基斯坦客人访问{}。",
        "ur": "چین کے شہر {} سے ایک وفد آیا۔",
    },
    ("PK", "city"): {
        "en": "A delegation of {} in Pakistan came on Monday.",
        "zh": "中国客人访问巴基斯坦{}。",
        "ur": "پاکستان کے شہر {} میں چینی وفد آیا۔",
    },
    ("CN", "unit"): {
        "en": "A delegation of {} in China came on Monday.",
        "zh": "巴基斯坦客人访问{}。",
        "ur": "چین کے صوبے {} سے ایک وفد آیا۔",
    },
    ("PK", "unit"): {
        "en": "A delegation of {} in Pakistan came on Monday.",
        "zh": "中国客人访问巴基斯坦{}。",
        "ur": "پاکستان کے صوبے {} میں چینی وفد آیا۔",
    },
}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def _canonical(country: str, what: str) -> list[str]:
    return [row["english"].split("/")[0] for row in _rows() if (row["country"], row["what"]) == (country, what)]


def _names() -> Iterator[ParameterSet]:
    for row in _rows():
        canonical = row["english"].split("/")[0]
        sentences = SENTENCES[row["country"], row["what"]]
        for column, lang in COLUMNS.items():
            for name in dict.fromkeys(row[column].split("/")):
                text = sentences[lang].format(name)
                yield pytest.param(text, lang, canonical, row["country"], id=f"{canonical} {column} {name}")


@pytest.mark.parametrize(("text", "lang", "name", "country"), list(_names()))
def test_a_place_by_its_name(text: str, lang: Lang, name: str, country: str) -> None:
    spots = read_article(article(text, "", "2019-04-24", lang)).spots
    assert [(spot.place.name_en, spot.country, spot.use) for spot in spots] == [(name, country, "party")]


@pytest.mark.parametrize(("country", "count"), [("CN", 34), ("PK", 7)])
def test_all_first_level_units_are_known(country: str, count: int) -> None:
    known = [p for p in load_gazetteer().places.values() if (p.level, p.country_code) == ("first_level", country)]
    assert sorted(place.name_en for place in known) == sorted(_canonical(country, "unit"))
    assert len(known) == count


@pytest.mark.parametrize("country", ["CN", "PK"])
def test_the_table_holds_sixty_cities(country: str) -> None:
    assert len(set(_canonical(country, "city"))) >= 60
