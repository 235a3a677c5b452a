"""The gazetteer's rows: which places must be there, and what each row owes."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import monitor
from monitor.records import Place
from monitor.understand.gazetteer import load_gazetteer

FOLDER = Path(monitor.__file__).parent / "data" / "gazetteer"
BOUNDS = {"CN": ((3.5, 54), (73, 136)), "PK": ((23, 37.5), (60, 78))}
"""Rough bounds of latitude and longitude; Sansha's islands lie far south."""

WIDE = ("cn-gansu", "cn-heilongjiang", "cn-inner-mongolia", "cn-qinghai", "cn-tibet", "cn-xinjiang")
"""Provinces whose prefectures reach hundreds of kilometres from their seat."""


def places(country: str, *levels: str) -> list[Place]:
    known = load_gazetteer().places.values()
    return [place for place in known if place.country_code == country and place.level in levels]


def aliases() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in sorted(FOLDER.glob("aliases_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows += csv.DictReader(lines)
    return rows


def test_all_units_are_there() -> None:
    assert len(places("CN", "first_level")) == 34
    assert len(places("CN", "prefecture")) == 333
    assert len(places("PK", "first_level")) == 7
    assert len(places("PK", "city")) >= 230


def test_each_first_level_unit_has_a_code_of_its_own() -> None:
    for country, count in (("CN", 34), ("PK", 7)):
        codes = {place.iso_3166_2 for place in places(country, "first_level")}
        assert len(codes) == count
        assert all(code and code.startswith(f"{country}-") for code in codes)


def test_each_place_has_three_names_a_parent_and_a_point_in_its_country() -> None:
    gazetteer = load_gazetteer()
    for place in gazetteer.places.values():
        assert place.name_en.isascii(), place
        assert all("一" <= char <= "鿿" or char in "-·" for char in place.name_zh), place
        assert all("\u0600" <= char <= "\u06ff" or char in " -" for char in place.name_ur), place
        (south, north), (west, east) = BOUNDS[place.country_code]
        assert south < place.latitude < north, place
        assert west < place.longitude < east, place
        assert (place.level == "first_level") == (place.parent_id is None), place
        assert gazetteer.places[gazetteer.province(place.place_id)].level == "first_level", place


def test_no_two_places_share_a_geonames_id() -> None:
    ids = Counter(place.geonames_id for place in load_gazetteer().places.values() if place.geonames_id)
    assert [one for one, count in ids.items() if count > 1] == []


def test_each_county_lies_near_what_it_belongs_to() -> None:
    gazetteer = load_gazetteer()
    for place in places("CN", "county"):
        assert place.parent_id is not None
        outer = gazetteer.places[place.parent_id]
        if outer.level == "prefecture":
            far = max(abs(place.latitude - outer.latitude), abs(place.longitude - outer.longitude))
            assert far < (8 if outer.parent_id in WIDE else 3.5), place


@pytest.mark.parametrize(
    ("outer", "names"),
    [
        (
            "cn-xinjiang-kashgar",
            "Shufu Shule Yengisar Zepu Yarkant Kargilik Makit Yopurga Jiashi Bachu Tashkurgan",
        ),
        ("cn-xinjiang-kizilsu", "Artux Akto Akqi Wuqia"),
        ("cn-tibet-ngari", "Gar Burang Zanda Rutog"),
        ("cn-beijing", "Chaoyang Haidian Dongcheng Xicheng Fengtai Tongzhou Shunyi"),
        ("cn-shanghai", "Pudong Huangpu Xuhui Minhang Jiading Chongming"),
        ("cn-tianjin", "Binhai Nankai Heping"),
        ("cn-chongqing", "Liangping Yuzhong Wanzhou Fuling Jiangjin"),
        ("cn-guangdong-guangzhou", "Tianhe Yuexiu Panyu Nansha Huangpu"),
        ("cn-guangdong-shenzhen", "Nanshan Futian Luohu Longgang"),
        ("cn-sichuan-chengdu", "Dujiangyan Wuhou Jinjiang Qingbaijiang Pidu"),
        ("cn-jiangsu-suzhou", "Kunshan Zhangjiagang Changshu Taicang"),
        ("cn-zhejiang-jinhua", "Yiwu Dongyang Yongkang"),
        ("cn-inner-mongolia-hulunbuir", "Manzhouli Zhalantun"),
        (
            "pk-khyber-pakhtunkhwa",
            "Upper~Chitral Lower~Chitral Upper~Dir Lower~Dir Central~Dir Upper~Kohistan Kolai-Palas Torghar Allai",
        ),
        ("pk-sindh", "Karachi~South Karachi~East Karachi~West Karachi~Central Malir Korangi Keamari Tharparkar"),
        ("pk-gilgit-baltistan", "Hunza Nagar Ghizer Gupis-Yasin Shigar Kharmang Ghanche Diamer Astore Darel Tangir"),
    ],
)
def test_counties_and_districts_that_hold_or_may_hold_ties(outer: str, names: str) -> None:
    gazetteer = load_gazetteer()
    inside = {place.name_en for place in gazetteer.places.values() if gazetteer.lies_in(place.place_id, outer)}
    assert {name.replace("~", " ") for name in names.split(" ")} - inside == set()


def test_every_county_level_city_of_china_is_there() -> None:
    full = {row["alias"] for row in aliases() if row["lang"] == "zh"} | {p.name_zh for p in places("CN", "county")}
    cities = [name for name in full if name.endswith("市")]
    assert len(cities) > 700, "the 333 prefectures' and most of the 397 county-level cities' full names"


def test_aliases_are_typed_and_none_is_given_twice() -> None:
    rows = aliases()
    assert {row["lang"] for row in rows} == {"en", "zh", "ur"}
    assert {row["kind"] for row in rows} == {
        *(
            "official",
            "former",
            "abbreviation",
            "transliteration",
            "misspelling",
            "garbled",
            "needs_context",
            "called_county",
        )
    }
    assert [key for key, count in Counter((r["place_id"], r["alias"]) for r in rows).items() if count > 1] == []


def test_known_ties_join_a_chinese_and_a_pakistani_place() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.partners
    for place_id, partners in gazetteer.partners.items():
        countries = {gazetteer.places[other].country_code for other in (place_id, *partners)}
        assert countries == {"CN", "PK"}
