"""Tours: somebody travels to a place, and the report then names officials of it, in whatever words: his hosts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from monitor.understand.acts import Act, find_act
from monitor.understand.cast import Cast
from monitor.understand.hosts import host_country, is_of_third_country
from monitor.understand.officials import Official
from monitor.understand.onward import ANOTHER_TIME
from monitor.understand.pairs import CAPITALS, parties
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence

_MEETINGS_IN = re.compile(r"\bhad (?:[a-z]+ ){0,2}(?:meetings|talks|engagements) in\b")
_WILL = re.compile(r"\b(?:will|would)\b")


@dataclass(frozen=True, slots=True)
class Tour:
    """Who travels, the sentence and verb that tell it, and the places of the other country in it."""

    where: Sentence
    guest: Official
    act: Act
    goals: tuple[Spot, ...]


def find_tour(scene: Scene, cast: Cast) -> Tour | None:
    """Return the first tour of an envoy or a delegation that the body tells."""
    for where in scene.body():
        guest = next((one for one in cast.of(where) if _travels(one)), None)
        if guest and guest.kind == "envoy" and is_of_third_country(scene, cast, where, guest):
            return None
        act = find_act(scene, where, ("travel",)) or _meetings_in(scene, where) if guest else None
        if guest is None or act is None or scene.says("ceremony", where) or ANOTHER_TIME.search(scene.words(where)):
            continue
        country = host_country(scene, cast, where, guest)
        visited = parties(scene.doc, scene.gazetteer, scene.spots, where, for_tie=False)
        goals = [s for s in visited if s.country == country and s.place.place_id not in CAPITALS]
        if goals:
            return Tour(where, guest, act, tuple(goals))
    return None


def _meetings_in(scene: Scene, where: Sentence) -> Act | None:
    """ "The team has had two meetings in Anhui": with whom, later sentences tell."""
    met = _MEETINGS_IN.search(scene.doc.text, where.start, where.end)
    return Act(*met.span(), "took_place") if met else None


def hosts_of_tour(scene: Scene, cast: Cast, tour: Tour, found: set[str]) -> Iterator[tuple[Sentence, Official, Spot]]:
    """Yield the officials of the places gone to whom later sentences name, one a place, but for places `found`."""
    taken = set(found)
    later = [s for s in scene.body() if s.start > tour.where.start and not _WILL.search(scene.words(s))]
    for where in later:
        for one in cast.of(where):
            place = one.place if one.kind == "head" and one.surely else _meant(scene, cast, tour, one)
            if place is None or place.place.place_id in taken:
                continue
            if any(_is_around(scene, place.place.place_id, goal.place.place_id) for goal in tour.goals):
                taken.add(place.place.place_id)
                yield where, one, place


def _meant(scene: Scene, cast: Cast, tour: Tour, one: Official) -> Spot | None:
    """ "Was in Chengdu. The governor …": the government at the level of the title, where one only was gone to."""
    if one.kind != "head" or one.place is not None or cast.country_of(one) not in (None, tour.goals[0].country):
        return None
    cities = [goal for goal in tour.goals if goal.is_city]
    if one.level == "city":
        return cities[0] if len(cities) == 1 else None
    provinces = {scene.gazetteer.province(goal.place.place_id) for goal in tour.goals}
    if one.level != "province" or len(provinces) > 1:
        return None
    return replace(tour.goals[0], place=scene.gazetteer.places[provinces.pop()])


def _travels(one: Official) -> bool:
    return one.kind == "envoy" or (one.kind == "delegation" and one.place is not None)


def _is_around(scene: Scene, place_id: str, goal: str) -> bool:
    return scene.gazetteer.is_or_lies_in(place_id, goal) or scene.gazetteer.lies_in(goal, place_id)
