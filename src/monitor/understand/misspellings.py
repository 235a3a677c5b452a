"""Names the gazetteer does not know, read as misspellings where the text itself says what they are, never as a guess.

A partner of a tie whose other party is known, or a place beside the province that it lies in.

The press writes Weinen for Weinan and Shehzi for Shihezi. Curated misspellings are aliases of the gazetteer; this
finds the others by edit distance, and finds nothing where two places are equally near (Hanan: Henan, Hunan, Hainan).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from monitor.understand.cues import load_place_cues
from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence, fold

_NAMED = {
    "CN": re.compile(
        r"(?P<a>[A-Z][a-z]{3,})(?: city| province| county)?,?(?: city)? (?:of|in) (?:[A-Z][a-z]+, )?China\b"
        r"|Chinese (?:city|province|county|town)(?: of)? (?P<b>[A-Z][a-z]{3,})"
        r"|China's(?: city of)? (?P<c>[A-Z][a-z]{3,})"
        r"|[Mm]ayor of (?P<e>[A-Z][a-z]{3,})"
        r"|(?:sister|twin) (?:city|town|province) of (?P<f>[A-Z][a-z]{4,})"
        r"|(?:چین|صوب[ہے] [آ-ۓ]{3,}(?: [آ-ۓ]{3,})?) کے (?:شہر|صوبے|صوبہ) (?P<d>[آ-ۓ]{2,}(?: [آ-ۓ]{2,})?)"
    ),
    "PK": re.compile(
        r"(?P<a>[A-Z][a-z]{3,})(?: city| district)? (?:of|in) (?:[A-Z][a-z]+, )?Pakistan\b"
        r"|Pakistan's(?: city of)? (?P<b>[A-Z][a-z]{3,})|Pakistani city(?: of)? (?P<c>[A-Z][a-z]{3,})"
        r"|(?:sister|twin) (?:city|town|province) of (?P<f>[A-Z][a-z]{4,})"
    ),
}
_IN_PROVINCE = re.compile(
    r"\b(?P<name>[a-z]{5,})(?: city| county| district)?(?:,| in| of)"
    r"(?: an? (?:[a-z]+ ){0,2}(?:city|town|county|district|port) (?:of|in))?(?: (?:china|pakistan)'s)? \Z"
)
"""Before the name of a province: what lies in it."""
_PROVINCIAL = re.compile(r"(?<= )(?P<name>[a-z]{5,12}) (?=provinc(?:e|ial government)\b)")
_THAT_OF = re.compile(r" (?:as )?(?:that|one) of (?P<name>[a-z]{6,})\b")
"""Behind a place whose partner is told: "A became the sister city of B, and C that of D"."""
_AND_NAME = re.compile(r"(?:,? and |, | ?- ?| with )(?P<name>[a-z]{6,})\b(?! [a-z]+ (?:said|told|signed))")
_NAME_AND = re.compile(r"\b(?P<name>[a-z]{6,})(?:,? and |, | ?- ?| with )\Z")
"""On either side of a known place in a sentence of ties: what it may be tied to."""
_BESIDE = 40
"""Characters before a province in which the name of its city stands."""
_SHORTEST, _LONG = 5, 6
"""A name of five letters may be off by one, one of six or more by two."""


def find_misspelt(scene: Scene, where: Sentence, country: str) -> Spot | None:
    """Return the one place of a country whose name an unknown word of the sentence nearly is, None where none is."""
    doc = scene.doc
    first, last = doc.folded.original(where.start, where.end)
    for hit in _NAMED[country].finditer(doc.original, first, last):
        group = next(name for name, word in hit.groupdict().items() if word)
        if surname_pattern().search(doc.original, max(first, hit.start(group) - 10), hit.start(group)):
            continue
        for word in dict.fromkeys((hit[group], hit[group].partition(" ")[0])):
            place_id = _nearest(fold(word).text.replace(" ", ""), names_of(scene.gazetteer, country))
            if place_id is None:
                continue
            start = where.start + len(fold(doc.original[first : hit.start(group)]).text)
            end = start + len(fold(word).text)
            return Spot(scene.gazetteer.places[place_id], start, end, word, "fuzzy", "party")
    return None


def find_misspelt_beside(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot]) -> list[Spot]:
    """Return what unknown words nearly name: "Zhenjang in Jiangsu", "the Shanxxi provincial government"."""
    if doc.lang != "en" or not spots:
        return []
    found: list[tuple[re.Match[str], Iterable[tuple[str, str]]]] = []
    for province in (spot for spot in spots if spot.is_first_level):
        hit = _IN_PROVINCE.search(doc.text, max(0, province.start - _BESIDE), province.start)
        found += [(hit, _names_within(gazetteer, province.place.place_id))] if hit else []
    found += [(hit, _provinces(gazetteer)) for hit in _PROVINCIAL.finditer(doc.text)]
    for spot in spots:
        hit = _THAT_OF.match(doc.text, spot.end)
        found += [(hit, names_of(gazetteer, "PK" if spot.country == "CN" else "CN"))] if hit else []
    if any(doc.says(group, 0, len(doc.text)) for group in ("tie_city", "tie_province")):
        found += _joined(doc, gazetteer, spots)
    read = (_misspelt(doc, gazetteer, spots, hit, names) for hit, names in found)
    return [spot for spot in read if spot]


def _joined(
    doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot]
) -> Iterator[tuple[re.Match[str], Iterable[tuple[str, str]]]]:
    """ "Sister cities Mardan and Hanzong": beside a known place of the other country, off by one letter only."""
    for spot in spots:
        sentence = doc.sentence_at(spot.start)
        if sentence is None or not doc.says("tie_city", sentence.start, sentence.end):
            continue
        near = (_AND_NAME.match(doc.text, spot.end), _NAME_AND.search(doc.text, sentence.start, spot.start))
        for hit in near:
            if hit is None or gazetteer.find(hit["name"]) or doc.cues["foreign"].fullmatch(hit["name"]):
                continue
            names = _names_from(gazetteer, "PK" if spot.country == "CN" else "CN", hit["name"][0])
            yield hit, [(name, of) for name, of in names if edit_distance(hit["name"], name, 1) == 1]


def _misspelt(
    doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot], hit: re.Match[str], names: Iterable[tuple[str, str]]
) -> Spot | None:
    start, end = hit.span("name")
    first, last = doc.folded.original(start, end)
    is_known = any(spot.start < end and start < spot.end for spot in spots) or gazetteer.find(hit["name"])
    if is_known or not doc.original[first].isupper():
        return None
    place_id = _nearest(hit["name"], names)
    return (
        Spot(gazetteer.places[place_id], start, end, doc.original[first:last], "fuzzy", "party") if place_id else None
    )


@lru_cache(maxsize=64)
def _names_from(gazetteer: Gazetteer, country: str, letter: str) -> list[tuple[str, str]]:
    return [name for name in names_of(gazetteer, country) if name[0].startswith(letter)]


@lru_cache(maxsize=64)
def _names_within(gazetteer: Gazetteer, province: str) -> list[tuple[str, str]]:
    named = names_of(gazetteer, gazetteer.places[province].country_code)
    return [name for name in named if gazetteer.lies_in(name[1], province)]


@lru_cache(maxsize=1)
def _provinces(gazetteer: Gazetteer) -> list[tuple[str, str]]:
    named = [name for country in ("CN", "PK") for name in names_of(gazetteer, country)]
    return [name for name in named if gazetteer.places[name[1]].level == "first_level"]


@lru_cache(maxsize=1)
def surname_pattern() -> re.Pattern[str]:
    """A Chinese surname: what follows it is a given name ("Chen Liangpin of China")."""
    return re.compile(load_place_cues("en")["surname_before"].pattern, re.IGNORECASE)


def _nearest(word: str, names: Iterable[tuple[str, str]]) -> str | None:
    near: dict[int, set[str]] = {}
    for name, place_id in names:
        distance = edit_distance(word, name, 2)
        if distance is not None:
            near.setdefault(distance, set()).add(place_id)
    best = near.get(min(near), set()) if near else set()
    return next(iter(best)) if len(best) == 1 else None


@lru_cache(maxsize=2)
def names_of(gazetteer: Gazetteer, country: str) -> tuple[tuple[str, str], ...]:
    """Folded names of a country's places, each with its id; a name that even well spelt needs context is none."""
    return tuple(
        (name, place.place_id)
        for place in gazetteer.places.values()
        if place.country_code == country
        for name in (fold(place.name_en).text, fold(place.name_ur).text.replace(" ", ""))
        if any(bearer.place_id == place.place_id for hit in gazetteer.find(name) for bearer in hit.firm)
    )


def edit_distance(a: str, b: str, most: int) -> int | None:
    """Return how many letters must be changed, added, dropped or swapped to turn `a` into `b`; None if over `most`.

    Names of different first letter, or too short to be told apart, are never near.
    """
    allowed = 0 if min(len(a), len(b)) < _SHORTEST else 1 if min(len(a), len(b)) < _LONG else most
    if a[:1] != b[:1] or abs(len(a) - len(b)) > allowed:
        return None
    if allowed == 0 or a == b:
        return 0 if a == b else None
    if allowed == 1:
        return 1 if _is_one_apart(a, b) else None
    before: list[int] = []
    previous: list[int] = []
    row = list(range(len(b) + 1))
    for i, char in enumerate(a, 1):
        before, previous, row = previous, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (char != other))
            if i > 1 and j > 1 and char == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            return None
    return row[-1] if row[-1] <= allowed else None


def _is_one_apart(a: str, b: str) -> bool:
    """Tell whether one change, letter more or less, or swap turns one into the other: the first difference decides."""
    at = next((n for n, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return swapped or a[at + 1 :] in (b[at + 1 :], b[at:]) or a[at:] == b[at + 1 :]
