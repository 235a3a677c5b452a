"""The gazetteer: every place the program knows, its names in three languages, and a matcher over all of them.

Its rows are data (`data/gazetteer/`): a place each in `places_*.csv`, a further name each in `aliases_*.csv`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import ahocorasick_rs

from monitor.errors import DataError
from monitor.records import Place
from monitor.understand.text import fold

_FOLDER = Path(__file__).parents[1] / "data" / "gazetteer"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one place. `kind` is `exact` for its own three names, else as in the aliases file."""

    place_id: str
    kind: str
    lang: str


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name found in folded text, with every place that bears it; none for a longer name that is no place's."""

    start: int
    end: int
    names: tuple[Name, ...]


class Gazetteer:
    """Places by id, and `find` for their names in folded text."""

    def __init__(
        self,
        places: Sequence[Place],
        names: Mapping[str, Sequence[Name]],
        ties: Sequence[tuple[str, str]] = (),
        capitals: Mapping[str, str] | None = None,
        characters: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.places: Mapping[str, Place] = {place.place_id: place for place in places}
        partners: dict[str, set[str]] = defaultdict(set)
        for cn_id, pk_id in ties:
            partners[cn_id].add(pk_id)
            partners[pk_id].add(cn_id)
        self.partners: Mapping[str, set[str]] = partners
        """Places known to be tied: they settle a name that several places bear, and nothing else."""
        self.capitals: Mapping[str, str] = capitals or {}
        """Capital city of a first-level unit, both by id."""
        self.characters: Mapping[str, Sequence[str]] = characters or {}
        """Places that a single Chinese character may stand for beside a verb of travel (访甬)."""
        self._keys = list(names)
        self._names = [tuple(names[key]) for key in self._keys]
        self._matcher = ahocorasick_rs.AhoCorasick(self._keys, matchkind=ahocorasick_rs.MatchKind.Standard)

    def find(self, text: str) -> list[NameHit]:
        """Return the names in folded text from left to right, the longest where they overlap."""
        spans = [
            NameHit(start, end, self._names[key])
            for key, start, end in self._matcher.find_matches_as_indexes(text, overlapping=True)
            if _stands_alone(text, start, end)
        ]
        spans.sort(key=lambda hit: (hit.start, -hit.end))
        kept: list[NameHit] = []
        for hit in spans:
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
            elif hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
        return [hit for hit in kept if hit.names]

    def province(self, place_id: str) -> str:
        """Return the first-level unit that a place lies in, itself where it is one."""
        place = self.places[place_id]
        while place.parent_id:
            place = self.places[place.parent_id]
        return place.place_id

    def lies_in(self, place_id: str, outer_id: str) -> bool:
        """Tell whether a place lies in another, at any depth; no place lies in itself."""
        parent = self.places[place_id].parent_id
        while parent:
            if parent == outer_id:
                return True
            parent = self.places[parent].parent_id
        return False


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Spaced scripts need a word border on both sides; between Chinese characters there is none to ask for."""
    first, last = text[start], text[end - 1]
    if "㐀" <= first <= "鿿":
        return True
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_same_word(before, first) or _same_word(last, after))


def _same_word(a: str, b: str) -> bool:
    if not (a.isalpha() and b.isalpha()):
        return False
    return (
        ("\u0600" <= a <= "\u06ff") == ("\u0600" <= b <= "\u06ff") and not "㐀" <= a <= "鿿" and not "㐀" <= b <= "鿿"
    )


def _rows(pattern: str) -> Iterator[tuple[str, dict[str, str]]]:
    paths = sorted(_FOLDER.glob(pattern))
    if not paths:
        raise DataError(f"{_FOLDER}: no {pattern}; install the package again")
    for path in paths:
        with path.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines), 2):
                yield f"{path}:{number}", row


def _read_places() -> list[Place]:
    places = []
    for where, row in _rows("places_*.csv"):
        try:
            places.append(
                Place(
                    place_id=row["place_id"],
                    name_en=row["name_en"],
                    name_zh=row["name_zh"],
                    name_ur=row["name_ur"],
                    level=cast(Any, row["level"]),
                    parent_id=row["parent_id"] or None,
                    country_code=cast(Any, row["country_code"]),
                    latitude=float(row["latitude"]),
                    longitude=float(row["longitude"]),
                    iso_3166_2=row["iso_3166_2"] or None,
                    geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
                )
            )
        except (KeyError, ValueError, TypeError) as error:
            raise DataError(f"{where}: {error}") from error
    return places


def _spellings(name: str, lang: str) -> set[str]:
    folded = fold(name).text
    if lang == "ur":
        return {folded, folded.replace(" ", "")}
    if lang == "en":
        return {folded, folded.replace("-", " ")}
    return {folded}


def _collect_names(places: Sequence[Place]) -> dict[str, list[Name]]:
    names: dict[str, dict[str, Name]] = defaultdict(dict)
    for place in places:
        for lang, own in (("en", place.name_en), ("zh", place.name_zh), ("ur", place.name_ur)):
            for spelling in _spellings(own, lang):
                names[spelling][place.place_id] = Name(place.place_id, "exact", lang)
    known = {place.place_id for place in places}
    for where, row in _rows("aliases_*.csv"):
        if row["place_id"] not in known:
            raise DataError(f"{where}: no place {row['place_id']!r}")
        for spelling in _spellings(row["alias"], row["lang"]):
            held = names[spelling].get(row["place_id"])
            if held is None or row["kind"] == "needs_context":
                names[spelling][row["place_id"]] = Name(row["place_id"], row["kind"], row["lang"])
    others: dict[str, list[Name]] = {
        spelling: [] for _, row in _rows("not_places.csv") for spelling in _spellings(row["name"], row["lang"])
    }
    return {spelling: list(by_place.values()) for spelling, by_place in names.items() if spelling} | others


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the package's gazetteer once.

    Raises DataError naming file and line for a row that cannot be read.
    """
    places = _read_places()
    ties = [(row["cn_id"], row["pk_id"]) for _, row in _rows("known_ties.csv")]
    capitals = {row["first_level_id"]: row["city_id"] for _, row in _rows("capitals.csv")}
    characters: dict[str, list[str]] = defaultdict(list)
    for _, row in _rows("one_character.csv"):
        characters[row["character"]].append(row["place_id"])
    return Gazetteer(places, _collect_names(places), ties, capitals, characters)
