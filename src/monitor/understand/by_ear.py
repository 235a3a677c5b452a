"""Names of Chinese and Pakistani places as the English-language press hears them: Yeebin for Yibin, Beehai for Beihai.

Such a word is read only in an article that speaks of ties, where it stands as a place does, and only as the one place
that sounds alike, in the whole country or in a province that the article names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.misspellings import edit_distance, names_of, surname_pattern
from monitor.understand.pairs import OPPOSITE
from monitor.understand.places import Spot

_TIES = ("tie_city", "tie_province", "tie_any", "instrument", "letter_of_intent")
_WORD = re.compile(r"(?<![A-Za-z'-])[A-Z][a-z]{4,}(?![A-Za-z'-])")
"""In the original text: what could be a name."""
_BEFORE = re.compile(
    r"\b(?:in|from|of|to|with|and|between|is|are|has|have|gets?|got|takes?|took|makes?|made|gives?|for|as|by|while)"
    r"(?: the)?[ \n]\Z"
)
_CALLED_BEFORE = re.compile(
    r"\b(?:[Cc]hinese|[Pp]akistani) (?:[a-z-]+ )?(?:city|town|port|county|district|province)(?: of)?[ \n]\Z"
)
_CALLED_AFTER = re.compile(
    r"(?: (?:city|town|county|district|province|municipality)\b|, (?:an?|the) (?:[\w-]+ ){0,3}(?:city|town|port|county"
    r"|district|capital|hub)\b|,? (?:in|of) (?:the )?(?:Chinese|Pakistani|China|Pakistan)\b)"
)
"""Beside a word: the text calls it a place."""
_A_NAME_FOLLOWS = re.compile(r" (?!City|Town|Province|County|District|Municipal|China|Pakistan)[A-Z]")
_PASSES = 2
"""A word may stand beside one that was read before."""
_SURNAME = 10
"""Characters before a word in which a surname makes a person of it."""
_TIED = re.compile(r"(?: and |, |-| with )\Z")
_AND_TIED = re.compile(r"(?: and | with |-)")
_SOUNDS = (
    (re.compile(r"ee|ea|ie|ei|ey|y"), "i"),
    (re.compile(r"oo|ou|ow|w|o"), "u"),
    (re.compile(r"sh|x|s"), "s"),
    (re.compile(r"zh|j|z"), "z"),
    (re.compile(r"ch|q|ts|c"), "c"),
    (re.compile(r"ng"), "n"),
    (re.compile(r"([a-z])\1+"), r"\1"),
    (re.compile(r"(?<=u)u|(?<=i)i"), ""),
)
"""What sounds alike to who writes a name down, in the order in which it is written alike."""


def find_by_ear(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot]) -> list[Spot]:
    """Return the places whose names unknown words of the article sound like, wherever those words stand."""
    if not spots or doc.lang != "en" or not _speaks_of_ties(doc, 0, len(doc.text)):
        return []
    provinces = {spot.place.place_id for spot in spots if spot.is_first_level}
    countries = {spot.country for spot in spots}
    heard: list[list[Spot]] = []
    for word, hits in _unknown_words(doc, gazetteer, spots).items():
        place_id = _sounds_like(gazetteer, word, provinces)
        place = gazetteer.places[place_id] if place_id else None
        if place and OPPOSITE[place.country_code] in countries:
            heard.append([Spot(place, start, end, word, "fuzzy", "party") for start, end in hits])
    found: list[Spot] = []
    for _ in range(_PASSES):
        for named in heard:
            if named[0] not in found and _stands_as_place(doc, (*spots, *found), named):
                found += named
    return found


def _unknown_words(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot]) -> dict[str, list[tuple[int, int]]]:
    """Words written like names that nothing else is known of, with where they stand in the folded text."""
    names = {word.lower() for word in _WORD.findall(doc.original)}
    hits: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for sentence in doc.sentences:
        for hit in re.finditer(r"[a-z]{5,}", doc.text[sentence.start : sentence.end]):
            if hit.group() not in names:
                continue
            start, end = sentence.start + hit.start(), sentence.start + hit.end()
            first, last = doc.folded.original(start, end)
            if _WORD.fullmatch(doc.original[first:last]) and not any(s.start < end and start < s.end for s in spots):
                hits[hit.group()].append((start, end))
    return {word: at for word, at in hits.items() if not any(hit.firm for hit in gazetteer.find(word))}


def _stands_as_place(doc: Document, spots: Sequence[Spot], named: Iterable[Spot]) -> bool:
    """Tell whether a word is called a place once, or tied to one once, or stands twice where places do."""
    plain = 0
    for start, end in ((spot.start, spot.end) for spot in named):
        first, last = doc.folded.original(start, end)
        before, after = doc.original[max(0, first - 40) : first], doc.original[last : last + 60]
        if _A_NAME_FOLLOWS.match(after) or surname_pattern().search(doc.text, max(0, start - _SURNAME), start):
            continue
        if _CALLED_BEFORE.search(before) or _CALLED_AFTER.match(after) or _is_tied(doc, spots, start, end):
            return True
        plain += _BEFORE.search(before) is not None and (1 + _is_in_tie(doc, start))
    return plain > 1


def _is_tied(doc: Document, spots: Sequence[Spot], start: int, end: int) -> bool:
    """ "Turbat and Beehai": beside a known place, in a sentence of ties."""
    return _is_in_tie(doc, start) and any(
        (spot.end <= start and _TIED.fullmatch(doc.text, spot.end, start))
        or (end <= spot.start and _AND_TIED.fullmatch(doc.text, end, spot.start))
        for spot in spots
    )


def _is_in_tie(doc: Document, offset: int) -> bool:
    """Tell whether the sentence at an offset speaks of a tie or a paper."""
    where = doc.sentence_at(offset)
    return where is not None and _speaks_of_ties(doc, where.start, where.end)


def _speaks_of_ties(doc: Document, start: int, end: int) -> bool:
    return any(doc.says(group, start, end) for group in _TIES)


def _sounds_like(gazetteer: Gazetteer, word: str, provinces: Iterable[str]) -> str | None:
    """The one place that sounds like a word: anywhere, else nearly, in one of the provinces."""
    sound = sound_of(word)
    alike = _by_sound(gazetteer).get(sound, frozenset())
    if len(alike) == 1:
        return next(iter(alike))
    near = {
        place_id
        for province in provinces
        for other, place_id in _sounds_within(gazetteer, province, sound[:1])
        if edit_distance(sound, other, 1) is not None
    }
    return next(iter(near)) if len(near) == 1 else None


@lru_cache(maxsize=2048)
def _sounds_within(gazetteer: Gazetteer, province: str, letter: str) -> tuple[tuple[str, str], ...]:
    """How the places of a province sound that begin with a letter, each with its id."""
    return tuple(
        (sound, place_id)
        for sound, place_ids in _by_sound(gazetteer).items()
        if sound.startswith(letter)
        for place_id in place_ids
        if gazetteer.is_or_lies_in(place_id, province)
    )


@lru_cache(maxsize=1)
def _by_sound(gazetteer: Gazetteer) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for country in ("CN", "PK"):
        for name, place_id in names_of(gazetteer, country):
            if name.isascii():
                found[sound_of(name)].add(place_id)
    return {sound: frozenset(places) for sound, places in found.items()}


@lru_cache(maxsize=4096)
def sound_of(word: str) -> str:
    """How a folded Latin name sounds: spellings that are mistaken for one another are one."""
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word
