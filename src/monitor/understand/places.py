"""Places in an article: the names found in it, each with the place it stands for and what it is used for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from monitor.records import Place
from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.name_senses import How, NameSenses, Use

MUNICIPALITIES = frozenset({"cn-beijing", "cn-tianjin", "cn-shanghai", "cn-chongqing", "cn-hong-kong", "cn-macau"})
"""First-level units that are cities too, and so have mayors and sister cities."""
_WEIGHT = {"exact": 1.0, "alias": 0.95, "context": 0.7, "fuzzy": 0.55}
_LISTED = re.compile(r"(?:,| and|, and| &) ")
_BODIES = re.compile(r" (?:ports|universities|chambers|parks|hospitals|airports|colleges|zones|schools|museums|zoos)\b")
_SHANXI, _SHAANXI = "cn-shanxi", "cn-shaanxi"


@dataclass(frozen=True)
class Spot:
    """A place name where it stands, by offsets in the folded text, and what it is used for there."""

    place: Place
    start: int
    end: int
    surface: str
    how: How | Literal["fuzzy"]
    use: Use

    @cached_property
    def country(self) -> str:
        return self.place.country_code

    @property
    def weight(self) -> float:
        """Rank of the name among readings of the article, 0 to 1."""
        return _WEIGHT[self.how]

    @property
    def is_first_level(self) -> bool:
        """Islamabad counts as a city (codebook, Agreements 6)."""
        return self.place.level == "first_level" and self.place.place_id != "pk-islamabad"

    @property
    def is_city(self) -> bool:
        """A municipality is a first-level unit and a city."""
        return not self.is_first_level or self.place.place_id in MUNICIPALITIES

    def has_level(self, level: str) -> bool:
        """Tell whether a title or word of that level ("city", "province", "any") may be of the place."""
        if level == "province":
            return self.is_first_level
        return level == "any" or self.is_city


def find_places(doc: Document, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Return every place of the article that could be told apart, from left to right."""
    hits = gazetteer.find(doc.text)
    if not hits:
        return ()
    certain = {hit.sole.place_id for hit in hits if hit.sole}
    senses = NameSenses(doc, gazetteer, frozenset(certain))
    senses.introduce(hits)
    senses.join(hits)
    spots = []
    for hit in hits:
        sense = senses.settle(hit)
        if sense:
            first, last = doc.folded.original(hit.start, hit.end)
            spots.append(Spot(sense.place, hit.start, hit.end, doc.original[first:last], sense.how, sense.use))
    spots = _one_letter_short(gazetteer, spots) if doc.lang == "en" else spots
    return tuple(_of_bodies(doc, _in_short(spot, spots), spots) for spot in spots)


def _one_letter_short(gazetteer: Gazetteer, spots: list[Spot]) -> list[Spot]:
    """ "Shanxi" beside places of Shaanxi, and none of Shanxi's own: the press drops an a."""
    named = {spot.place.place_id for spot in spots}
    own, meant = (any(gazetteer.lies_in(one, province) for one in named) for province in (_SHANXI, _SHAANXI))
    if own or not meant or _SHANXI not in named:
        return spots
    shaanxi = gazetteer.places[_SHAANXI]
    return [replace(s, place=shaanxi, how="context") if s.place.place_id == _SHANXI else s for s in spots]


def _of_bodies(doc: Document, spot: Spot, spots: Sequence[Spot]) -> Spot:
    """ "Gwadar, Qinzhou ports sign a deal": what the last of a list is named for, all are."""
    after = next((s for s in spots if s.start >= spot.end), None)
    joined = after is not None and _LISTED.fullmatch(doc.text, spot.end, after.start)
    if after and joined and spot.use == "party" and _BODIES.match(doc.text, after.end):
        return replace(spot, use="organisation")
    return spot


def _in_short(spot: Spot, spots: Sequence[Spot]) -> Spot:
    """拉市 in an article that names 拉尔卡纳市, and no other such place, is short for that."""
    if spot.how != "context" or len(spot.surface) != len("拉市") or spot.surface[-1] not in "市省县":
        return spot
    alike = [s for s in spots if s.surface.startswith(spot.surface[0]) and len(s.surface) > len(spot.surface)]
    meant = {s.place.place_id: s.place for s in alike if s.country == spot.country}
    return replace(spot, place=next(iter(meant.values()))) if len(meant) == 1 else spot
