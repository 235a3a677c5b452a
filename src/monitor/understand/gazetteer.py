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
from monitor.understand.cues import OPEN_LETTER
from monitor.understand.text import fold

_BROKEN_FROM = 5
"""Letters of an Urdu name that may be broken: halves of a shorter one are words."""
DOUBTFUL = ("needs_context", "called_county", "garbled")
"""Kinds of names that are words or people too; a garbled one (Zhang Wei) counts only joined to a place of a tie."""
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

    @property
    def firm(self) -> list[Name]:
        """The names that count without any context."""
        return [name for name in self.names if name.kind not in DOUBTFUL]

    @property
    def sole(self) -> Name | None:
        """The one name that counts without context, if there is just one."""
        firm = self.firm
        return firm[0] if len(firm) == 1 else None


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
        """Return the names in folded text from left to right.

        Where names overlap the longest counts; of two as long the one that needs no context, else the first.
        """
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
            elif _outweighs(hit, kept[-1]):
                kept[-1] = hit
        return [hit for hit in kept if hit.names]

    def province(self, place_id: str) -> str:
        """Return the first-level unit that a place lies in, itself where it is one."""
        return [place_id, *self.around(place_id)][-1]

    def lies_in(self, place_id: str, outer_id: str) -> bool:
        """Tell whether a place lies in another, at any depth; no place lies in itself."""
        return outer_id in self.around(place_id)

    def is_or_lies_in(self, place_id: str, outer_id: str) -> bool:
        """Tell whether a place is another or lies in it, at any depth."""
        return place_id == outer_id or self.lies_in(place_id, outer_id)

    def around(self, place_id: str) -> list[str]:
        """Return the units that a place lies in, the smallest first."""
        units = []
        parent = self.places[place_id].parent_id
        while parent:
            units.append(parent)
            parent = self.places[parent].parent_id
        return units


def _outweighs(hit: NameHit, earlier: NameHit) -> bool:
    longer = (hit.end - hit.start) - (earlier.end - earlier.start)
    return longer > 0 or (longer == 0 and bool(hit.firm) and not earlier.firm)


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


def rows_of(pattern: str, columns: int) -> Iterator[tuple[Path, int, list[str]]]:
    """Yield file, line and cells of each row but the head of the gazetteer's tables of that name.

    Raises DataError naming file and line for a row of another length, and where there is no such table.
    """
    paths = sorted(_FOLDER.glob(pattern))
    if not paths:
        raise DataError(f"{_FOLDER}: no {pattern}; install the package again")
    for path in paths:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            next(rows, None)
            for row in rows:
                if len(row) != columns:
                    raise DataError(f"{path}:{rows.line_num}: {len(row)} cells, not {columns}")
                yield path, rows.line_num, row


def _read_places() -> list[Place]:
    places = []
    for path, line, row in rows_of("places_*.csv", 11):
        place_id, name_en, name_zh, name_ur, level, parent_id, country, latitude, longitude, iso, geonames_id = row
        try:
            places.append(
                Place(
                    place_id=place_id,
                    name_en=name_en,
                    name_zh=name_zh,
                    name_ur=name_ur,
                    level=cast(Any, level),
                    parent_id=parent_id or None,
                    country_code=cast(Any, country),
                    latitude=float(latitude),
                    longitude=float(longitude),
                    iso_3166_2=iso or None,
                    geonames_id=int(geonames_id) if geonames_id else None,
                )
            )
        except ValueError as error:
            raise DataError(f"{path}:{line}: {error}") from error
    return places


def _read_names(places: Sequence[Place]) -> Iterator[tuple[str, Name]]:
    """Yield every name as it is written, the places' own three first."""
    for place in places:
        for lang, own in (("en", place.name_en), ("zh", place.name_zh), ("ur", place.name_ur)):
            yield own, Name(place.place_id, "exact", lang)
    known = {place.place_id for place in places}
    for path, line, (place_id, alias, lang, kind) in rows_of("aliases_*.csv", 4):
        if place_id not in known:
            raise DataError(f"{path}:{line}: no place {place_id!r}")
        yield alias, Name(place_id, kind, lang)


def _collect_names(places: Sequence[Place]) -> dict[str, list[Name]]:
    names: dict[str, dict[str, Name]] = defaultdict(dict)
    written = list(_read_names(places))
    folded = fold("\n".join(text for text, _ in written)).text.split("\n")  # all at once: ten times as fast
    for spelling, (_, name) in zip(folded, written, strict=True):
        if name.place_id not in names[spelling] or name.kind in DOUBTFUL:
            names[spelling][name.place_id] = name
        for variant in _variants(spelling, name.lang):
            names[variant].setdefault(name.place_id, name)
    others: dict[str, list[Name]] = {
        spelling: []
        for _, _, (name, lang) in rows_of("not_places.csv", 2)
        for spelling in (fold(name).text, *_variants(fold(name).text, lang))
    }
    return {spelling: list(by_place.values()) for spelling, by_place in names.items() if spelling} | others


def _variants(spelling: str, lang: str) -> list[str]:
    """Urdu names are written with and without spaces, broken behind an open letter too; English with and without
    hyphens."""
    if lang == "ur":
        letters = spelling.replace(" ", "")
        breaks = (hit.end() for hit in OPEN_LETTER.finditer(letters)) if len(letters) >= _BROKEN_FROM else ()
        return [letters, *(f"{letters[:end]} {letters[end:]}" for end in breaks)]
    return [spelling.replace("-", " ")] if lang == "en" else []


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the package's gazetteer once.

    Raises DataError naming file and line for a row that cannot be read.
    """
    places = _read_places()
    ties = [(cn_id, pk_id) for _, _, (cn_id, pk_id) in rows_of("known_ties.csv", 2)]
    capitals = {unit_id: city_id for _, _, (unit_id, city_id) in rows_of("capitals.csv", 2)}
    characters: dict[str, list[str]] = defaultdict(list)
    for _, _, (character, place_id) in rows_of("one_character.csv", 2):
        characters[character].append(place_id)
    return Gazetteer(places, _collect_names(places), ties, capitals, characters)
