"""Officials of a place who call at the other country's mission about a partner place (codebook, Visits 10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from monitor.understand.acts import Act, find_act
from monitor.understand.cast import Cast
from monitor.understand.finding import Finding
from monitor.understand.officials import Official
from monitor.understand.pairs import CAPITALS, OPPOSITE, parties
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence

_MISSION = {
    "en": re.compile(
        r"\b(?:(?P<PK>pakistan(?:i|'s)?)|(?P<CN>chinese|china's)) (?:embassy|consulate|mission|high commission)\b"
        r"|\b(?:embassy|consulate(?:[- ]general)?|mission) of (?:the )?(?:[a-z']+ republic of )?"
        r"(?P<of>pakistan|china)\b"
    ),
    "zh": re.compile(r"(?P<PK>巴基斯坦)驻[^,。]{0,6}?(?:大使馆|使馆|总领事馆|总领馆)"),
    "ur": re.compile(r"(?P<PK>پاکستان(?:ی)?) (?:کے )?(?:سفارت ?خان[ہے]|قونصل ?خان[ہے])"),
}
_THERE = {
    "en": re.compile(r"\b(?:at|to|in|visit(?:s|ed|ing)?) (?:the )?\Z"),
    "zh": re.compile(r"(?:访问?|赴|到|往|在|会了?)\Z"),
    "ur": re.compile(r""),
}
"""Before a mission: people go there, it does not only say something."""
_SAID_THERE = 2
"""Sentences behind a call that tell what it was about."""
_IS_AT = re.compile(r"\b(?:was|were) (?:at|in) (?:the )?\Z")
"""Before a mission: somebody calls there."""


@dataclass(frozen=True, slots=True)
class MissionCall:
    """Who calls, at the mission whose country's place `partner` is."""

    where: Sentence
    act: Act
    guest: Official
    partner: Spot


def mission_calls(scene: Scene, cast: Cast, ties: Sequence[Finding]) -> Iterator[MissionCall]:
    """Yield the calls of the body; a side that a sentence leaves open is that of the article's `ties`."""
    for where in scene.body():
        mission = _MISSION[scene.doc.lang].search(scene.doc.text, where.start, where.end)
        if mission is None or not _THERE[scene.doc.lang].search(scene.doc.text, where.start, mission.start()):
            continue
        if scene.says_any(("virtual", "cancelled", "ceremony"), where) or scene.names_abroad(where):
            continue
        act = _act(scene, where, mission)
        country = _country(mission)
        guest = _guest(cast, where, OPPOSITE[country], ties, mission.start()) if act else None
        partner = _partner(scene, where, guest, country, ties) if guest else None
        if act and guest and partner:
            yield MissionCall(where, act, guest, partner)


def _country(mission: re.Match[str]) -> str:
    groups = mission.groupdict()
    if groups.get("of"):
        return "PK" if groups["of"] == "pakistan" else "CN"
    return "PK" if groups["PK"] else "CN"


def _act(scene: Scene, where: Sentence, mission: re.Match[str]) -> Act | None:
    at = _IS_AT.search(scene.doc.text, where.start, mission.start())
    return Act(*at.span(), "took_place") if at else find_act(scene, where, ("meet", "travel"))


def _guest(cast: Cast, where: Sentence, country: str, ties: Sequence[Finding], until: int) -> Official | None:
    """The official or delegation of the country that has no mission there."""
    people = [o for o in cast.of(where) if o.kind in ("head", "delegation") and o.start < until]
    for one in people:
        if one.place is not None and one.country == country:
            return one
    for one in people:
        if one.place is None and cast.country_of(one) in (None, country):
            sides = {spot.place.place_id: spot for spot in (_side(tie, country) for tie in ties) if spot}
            fitting = [spot for spot in sides.values() if spot.has_level(one.level)]
            if len(fitting) == 1:
                return replace(one, place=fitting[0], country=country)
    return None


def _partner(scene: Scene, where: Sentence, guest: Official, country: str, ties: Sequence[Finding]) -> Spot | None:
    named = parties(scene.doc, scene.gazetteer, scene.spots, where, for_tie=False)
    here = {s.place.place_id: s for s in named if s.country == country and s.place.place_id not in CAPITALS}
    if len(here) == 1 and country == "PK":  # what Pakistanis say at a Chinese mission of a place may be their grief
        return next(iter(here.values()))
    home = guest.place.place if guest.place else None
    tied = {
        spot.place.place_id: spot
        for tie in ties
        if (own := _side(tie, OPPOSITE[country])) and own.place == home and (spot := _side(tie, country))
    }
    if not tied and not here and country == "PK":  # "Sun told him that the city would like exchanges with Sialkot"
        near = [s for s in scene.body() if 0 < s.index - where.index <= _SAID_THERE]
        tied = {s.place.place_id: s for n in near for s in scene.named_in(n) if s.country == country}
    return next(iter(tied.values())) if len(tied) == 1 and not here else None


def _side(tie: Finding, country: str) -> Spot | None:
    return tie.cn if country == "CN" else tie.pk
