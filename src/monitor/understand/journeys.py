"""Journeys: who travels for which place, to whom, and which of them are no visits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.understand.acts import Act, find_act
from monitor.understand.cast import Cast
from monitor.understand.officials import Official
from monitor.understand.pairs import CAPITALS, OPPOSITE, parties
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.ties import TIE_GROUPS, find_tie

INVITED = "an invitation only"
"""Why a journey is none."""
_BODY = re.compile(
    r"government|administration|authorities|police|municipality|leadership|bureau|department|congress|council|office"
)
"""A title that is a body's: what is said of one need not be a meeting."""
_HOSTS = re.compile(
    r" (?P<plan>will |is to |is set to )?(?:host|receive|welcome)(?:s|d|ed)? (?=an? |the |[a-z]+-member )"
)
_SIGHTSEEING_ZH = re.compile(r"[市县]?(?:去)?(?:看|游览|观光)")
"""Behind a place that is gone to: 还要去林芝看桃园."""
_SIGHT = 40
"""Characters behind "X's" in which an official or body of X stands."""
_LIST_AND = re.compile(r"(?:, | and |, and | اور |、|和)")
_INVITED_BY = re.compile(r"\binvitation of\b|کی دعوت پر|应[^,。]{2,24}邀请")
_BY_ROAD_FROM = re.compile(r"\bby (?:road|air|train|rail|bus|car|sea|ship) from \Z")
"""Before a place that was only the way."""
_INVITES = re.compile(r"\binvitation (?:of|from) (?:the )?(?:[\w-]+'s )?(?:[\w-]+ ){0,2}\Z")
"""Before a title: who invites, and travels nowhere."""
_WAY_HOME = re.compile(r"\b(?:way|flight|plane|train) home\b|回国|归国|返程")
_PRIVATE = re.compile(r"\bprivate (?:visit|trip|tour)\b|\bas tourists\b|私人访问|نجی دور")
_HERE = re.compile(r"\bhere\b")
_FOR_IT = re.compile(r"(?: for| to| in)? (?:it|there|that (?:city|province|town))\b")
"""Behind a verb of travelling."""
_NEAR_VERB = 40
"""Characters behind a verb of travelling in which "here" tells where to."""
_ARRIVES = re.compile(
    r"arrive(?:s|d)?\b(?! (?:at|from|in|to)\b)|coming here|due here|(?:is|are|was|were) (?:due|coming)\b"
)


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody travels: the verb, who, the place he is of, and the places of the other country he goes to."""

    act: Act
    traveller: Official
    home: Spot
    goals: tuple[Spot, ...]


def find_journey(scene: Scene, cast: Cast, where: Sentence, people: Sequence[Official]) -> Journey | str | None:
    """Return the journey that a sentence tells, in words why it is no visit, or None where nobody travels."""
    act = find_act(scene, where, ("depart", "travel")) or _received_by_place(scene, where)
    met = find_act(scene, where, ("meet",)) if scene.doc.lang == "en" else None
    if act is None or (met and act.stage == "took_place" and act.start < met.start and met.stage == "planned"):
        return None  # "mayors of A, who are in Pakistan, will be guests of B"
    visited = parties(scene.doc, scene.gazetteer, scene.spots, where, for_tie=False)
    if scene.says("depart", where) and len(visited) > 1:
        visited = [s for s in visited if not scene.doc.text.endswith(" from ", 0, s.start)]
    visited = [s for s in visited if not _BY_ROAD_FROM.search(scene.doc.text, where.start, s.start)]
    clause = scene.doc.text.find(", and ", act.end, where.end)
    in_clause = scene.named_in(replace(where, end=clause)) if clause >= 0 else visited
    travellers = _travellers(scene, cast, where, act, people, sorted({spot.country for spot in in_clause}))
    traveller = best_placed(travellers)
    if traveller is None or traveller.place is None:
        return None
    if len({o.country for o in travellers}) != 1 and not scene.says("depart", where):
        return None  # both sides are named: whether they met is read elsewhere
    invited_by = {o.place.place.place_id for o in people if o.place} if scene.says("invite", where) else set()
    idle = CAPITALS - invited_by  # "on the invitation of the mayor of Beijing"
    goals = [s for s in visited if s.country != traveller.country and s.place.place_id not in idle]
    goals = [s for s in goals if not _is_sight(scene, s)]
    if scene.names_abroad(where):  # Nagar is a name in other countries too
        goals = [s for s in goals if s.how != "context"]
    goals = _before_the_tie(scene, where, act, goals) or _arrival_here(scene, cast, act, traveller)
    goals = goals or _gone_there(scene, where, act, traveller)
    reason = _no_journey(scene, cast, where, traveller, goals)
    if reason:
        return reason
    hosts = _hosts_inviting(scene, where, goals, people)
    return Journey(act, traveller, home_of(scene, where, traveller.place), tuple(hosts))


def _travellers(
    scene: Scene, cast: Cast, where: Sentence, act: Act, people: Sequence[Official], countries: Sequence[str]
) -> list[Official]:
    people = [one for one in people if one.start < act.start or not is_body_of_government(scene, one)]
    people = [one for one in people if not _INVITES.search(scene.doc.text, max(where.start, one.start - 60), one.start)]
    named = [one for one in people if one.place is not None and not one.by_name]
    if not named and any(one.by_name for one in people):
        return []  # where somebody told by name alone went to sleep or to pray is no news
    named = named or cast.travellers_meant(where, countries)
    if named or len(countries) != 1:
        return named
    home = OPPOSITE[countries[0]]  # "the lord mayor leaves for Chengdu"
    before = [one for one in people if one.start < act.start]
    return [placed for one in before if (placed := cast.placed(one, where, home))]


def _before_the_tie(scene: Scene, where: Sentence, act: Act, goals: list[Spot]) -> list[Spot]:
    """ "It will visit Puyang, with which Gwadar has been twinned, and Kaifeng", "so that …": the rest is no goal."""
    if len(goals) < 2:
        return goals
    tie = find_tie(scene, where)
    purpose = scene.doc.text.find(" so that ", act.end, where.end)
    cut = purpose if purpose >= 0 else tie.span[0] if tie else -1
    near = [goal for goal in goals if act.end <= goal.start < cut]
    return near if len(near) == 1 else goals


def best_placed(people: Sequence[Official]) -> Official | None:
    """The one who speaks for a place: an official before a delegation."""
    placed = [one for one in people if one.place is not None]
    return next((one for one in placed if one.kind == "head"), next(iter(placed), None))


def is_body_of_government(scene: Scene, one: Official) -> bool:
    """Tell whether a title is a body's, not a person's: "the Lahore administration"."""
    return _BODY.search(scene.doc.text, one.start, one.end) is not None


def home_of(scene: Scene, where: Sentence, place: Spot) -> Spot:
    """Travellers of several places of one province are the province's (codebook, Visits 12)."""
    province = scene.gazetteer.province(place.place.place_id)
    beside = [
        s
        for s in scene.named_in(where)
        if s.place != place.place
        and not s.is_first_level
        and scene.gazetteer.province(s.place.place_id) == province
        and _LIST_AND.fullmatch(scene.doc.text, min(s.end, place.end), max(s.start, place.start))
    ]
    return replace(place, place=scene.gazetteer.places[province]) if beside and province not in CAPITALS else place


def _is_sight(scene: Scene, goal: Spot) -> bool:
    """ "Had been to Hyderabad's cold stores": what is there was seen, nobody of the place is meant."""
    if scene.doc.lang == "zh" and _SIGHTSEEING_ZH.match(scene.doc.text, goal.end):
        return True
    return scene.doc.text.startswith("'s ", goal.end) and not scene.says_any(
        ("head_city", "head_province", "head_any"), Sentence(goal.end, goal.end + _SIGHT, 0, 0)
    )


def _hosts_inviting(scene: Scene, where: Sentence, goals: Sequence[Spot], people: Sequence[Official]) -> list[Spot]:
    """ "Left for Urumqi at the invitation of Xinjiang's government": the host is who invites."""
    if not _INVITED_BY.search(scene.words(where)):
        return list(goals)
    hosts = [o.place for o in people if o.kind == "head" and o.place and o.place.is_first_level]
    lies_in = scene.gazetteer.lies_in
    around = ((g, [h for h in hosts if lies_in(g.place.place_id, h.place.place_id)]) for g in goals)
    return [found[0] if found else goal for goal, found in around]


def _arrival_here(scene: Scene, cast: Cast, act: Act, traveller: Official) -> list[Spot]:
    """ "The mayor of Sanya is to arrive on Monday": where the report was sent from."""
    sent_from = cast.around.dateline_at(act.start)
    comes_here = act.stage == "planned" and _HERE.search(scene.doc.text, act.end, act.end + _NEAR_VERB)
    arrives = (_ARRIVES.match(scene.doc.text, act.start) or comes_here) and traveller.surely
    there = sent_from and sent_from.country != traveller.country and sent_from.place.place_id not in CAPITALS
    return [sent_from] if sent_from and arrives and there else []


def _gone_there(scene: Scene, where: Sentence, act: Act, traveller: Official) -> list[Spot]:
    """ "Potters of Hala may learn from X. The minister left for it": the one place that the sentence before names."""
    before = next((s for s in reversed(scene.body()) if s.end <= where.start), None)
    if before is None or not _FOR_IT.match(scene.doc.text, act.end):
        return []
    named = {s.place: s for s in scene.named_in(before) if s.country != traveller.country}
    return list(named.values()) if len(named) == 1 else []


def _received_by_place(scene: Scene, where: Sentence) -> Act | None:
    """ "Lahore will host a delegation": the place itself receives."""
    for spot in scene.named_in(where):
        verb = _HOSTS.match(scene.doc.text, spot.end, where.end)
        if verb:
            return Act(verb.start(), verb.end(), "planned" if verb["plan"] else "took_place")
    return None


def _no_journey(scene: Scene, cast: Cast, where: Sentence, traveller: Official, goals: Sequence[Spot]) -> str | None:
    """Return why a journey is no visit, None where it is one."""
    if scene.says("own_mission", where) or _WAY_HOME.search(scene.words(where)) or _PRIVATE.search(scene.words(where)):
        return "officials with their own country's mission, on their way home, or on a private visit"
    sent_from = cast.around.dateline_at(where.start)
    if goals and sent_from and sent_from.country == goals[0].country and scene.says("depart", where):
        return "a guest goes on to another place of the country, where no host is named"
    if len(goals) > 1 and scene.says_any(TIE_GROUPS, where):
        return "places of a tie, told beside a journey"
    if not goals:
        return "a journey, but no place of the other country as its goal"
    if scene.says("invite", where) and not scene.says("depart", where):
        return INVITED
    if scene.says("profession", where):
        return "people of a profession travel, no government receives them"
    of_firms = any(scene.says("business", told) for told in (where, scene.doc.sentence_at(traveller.start)) if told)
    if of_firms and (traveller.kind == "delegation" or "组织" in scene.words(where)):
        return "people of firms or other bodies travel, no government receives them"
    return None
