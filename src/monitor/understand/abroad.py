"""Other countries and their cities, by name: what is tied to or visited by one of them is none of ours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from monitor.understand.document import Document
from monitor.understand.gazetteer import rows_of
from monitor.understand.other_countries import names_of_countries
from monitor.understand.places import Spot
from monitor.understand.scene import Scene

_AND = re.compile(
    r"(?: city)?(?:,? and (?:its )?|-| with |,? (?:which |that |already |itself |has |is |was |been |a )*"
    r"(?:twinned|paired|sister city|sister|twin)(?: city)? (?:with|to|of) )"
)
_LISTED = re.compile(r"(?:,|\bwith|\bto|\bof|\band|\bin|\bfrom|\blike|:)(?: the)? \Z")
"""Before the first of two names: they are the end of a list, or one side together."""
_WORD = re.compile(r"[a-z][a-z'-]{2,}")


def find_abroad(doc: Document, ours: Sequence[Spot]) -> tuple[tuple[int, int], ...]:
    """Return where an article names other countries, in English their large cities too, as spans of its folded text.

    A name within one of `ours` is none: Inner Mongolia is not Mongolia.
    """
    if doc.lang == "zh":
        return tuple(hit.span() for hit in _countries_zh().finditer(doc.text))
    if doc.lang != "en":
        return ()
    names, found = _names(), []
    for word in _WORD.finditer(doc.text):
        for name in names.get(word.group(), ()):
            end = word.start() + len(name)
            if doc.text.startswith(name, word.start()) and not doc.text[end : end + 1].isalpha():
                first, _ = doc.folded.original(word.start(), end)
                if doc.original[first].isupper() and not any(s.start < end and word.start() < s.end for s in ours):
                    found.append((word.start(), end))
                    break
    return tuple(found)


def is_tied_abroad(scene: Scene, spot: Spot) -> bool:
    """ "Chennai and Chongqing signed": the two are a pair, not entries of a longer list."""
    doc, text = scene.doc, scene.doc.text
    for start, end in scene.abroad:
        first, gap = (start, text[end : spot.start]) if start < spot.start else (spot.start, text[spot.end : start])
        opens = doc.in_dateline(first - 1) or not _LISTED.search(text, max(0, first - 12), first)
        if _AND.fullmatch(gap) and opens:
            return True
    return False


@lru_cache(maxsize=1)
def _countries_zh() -> re.Pattern[str]:
    names = (name for name in names_of_countries("zh") if len(name) > 1)
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[str, ...]]:
    """Return the names by their first word, the longest first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    cities = (name for _, _, (name, _) in rows_of("cities_abroad.csv", 2))
    for name in chain(cities, names_of_countries("en")):
        folded = name.lower()
        first = _WORD.match(folded)
        if first:
            by_first[first.group()].append(folded)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in by_first.items()}
