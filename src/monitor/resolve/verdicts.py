"""What people decided about events, applied after the rules and above them (`Verdict`).

Who merges, splits or rejects changes which mentions belong together, before ids are given; who accepts, rejects or
corrects changes the events decided from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from monitor.errors import VerdictsError
from monitor.records import Event, Place, Relation, Verdict, VerdictKind, sister_relation
from monitor.resolve.identity import own_names
from monitor.resolve.readings import Reading

Occasions = list[list[Reading]]
_STAGES = {"agreement": ("proposed", "letter_of_intent", "signed"), "visit": ("planned", "took_place")}


def regroup(occasions: Sequence[Sequence[Reading]], verdicts: Iterable[Verdict]) -> Occasions:
    """Merge and split occasions as people said, in the order in which they did.

    Raises VerdictsError where an agreement would be merged with a visit.
    """
    groups = [list(readings) for readings in occasions]
    moving = [verdict for verdict in verdicts if verdict.kind in ("merged", "split", "rejected")]
    founders = _founders(groups, moving)
    for verdict in moving:
        if verdict.kind == "merged":
            groups = _merged(groups, verdict, founders)
        elif verdict.kind == "split":
            groups = _split(groups, verdict, founders)
        else:
            groups = _held_apart(groups, verdict.event_id)
    ordered = (sorted(readings, key=lambda r: r.order) for readings in groups if readings)
    return sorted(ordered, key=lambda readings: readings[0].order)


def _founders(groups: Occasions, verdicts: Iterable[Verdict]) -> dict[str, set[str]]:
    """Return by event id the mentions that it may have been made of, for the ids that verdicts name."""
    found: dict[str, set[str]] = {event_id: set() for verdict in verdicts for event_id in verdict.event_ids}
    for reading in (reading for group in groups for reading in group) if found else ():
        for name in own_names(reading):
            if name in found:
                found[name].add(reading.mention.mention_id)
    return found


def _merged(groups: Occasions, verdict: Verdict, founders: Mapping[str, set[str]]) -> Occasions:
    anchors = [_anchor(groups, event_id, founders[event_id]) for event_id in verdict.event_ids]
    wanted = {index for index in anchors if index is not None}
    if None in anchors:  # of the event merged before, the mention that its id was made of is gone
        wanted |= {i for i, group in enumerate(groups) if any(r.report.event_id in verdict.event_ids for r in group)}
    if len({groups[index][0].mention.type for index in wanted}) > 1:
        raise VerdictsError(f"{verdict.where}: `merge`: an agreement and a visit are never one event")
    rest = [group for index, group in enumerate(groups) if index not in wanted]
    return [*rest, [reading for index in sorted(wanted) for reading in groups[index]]]


def _split(groups: Occasions, verdict: Verdict, founders: Mapping[str, set[str]]) -> Occasions:
    """Take the mentions of some articles out of an event; the rest keeps its id, the others get one of their own."""
    index = _anchor(groups, verdict.event_id, founders[verdict.event_id])
    if index is None:
        return groups
    leaving = [r for r in groups[index] if r.mention.article_id in verdict.articles]
    staying = [r for r in groups[index] if r.mention.article_id not in verdict.articles]
    if not (leaving and staying):
        return groups
    leaving = [_bearing(r, None) if r.report.event_id == verdict.event_id else r for r in leaving]
    staying = [r if r.report.event_id else _bearing(r, verdict.event_id) for r in staying]
    return [*groups[:index], *groups[index + 1 :], staying, leaving]


def _held_apart(groups: Occasions, event_id: str) -> Occasions:
    """Keep a rejected event from being merged into another by the rules: it would be back in the feed."""
    kept: Occasions = []
    for group in groups:
        own = [r for r in group if r.report.event_id == event_id]
        others = [r for r in group if r.report.event_id != event_id]
        foreign = any(r.report.event_id for r in others)
        kept += [own, others] if own and foreign else [group]
    return kept


def _anchor(groups: Occasions, event_id: str, founders: Collection[str]) -> int | None:
    """Return which occasion an id stands for: by those that bear it, else by the mention that it was made of."""
    told = [(reading, index) for index, group in enumerate(groups) for reading in group]
    bearers = [(reading, index) for reading, index in told if reading.report.event_id == event_id]
    founding = [(reading, index) for reading, index in bearers or told if reading.mention.mention_id in founders]
    first = min(founding or bearers, key=lambda found: found[0].order, default=None)
    return first[1] if first else None


def _bearing(reading: Reading, event_id: str | None) -> Reading:
    return replace(reading, report=replace(reading.report, event_id=event_id))


def judged(
    events: Iterable[Event], verdicts: Iterable[Verdict], heirs: Mapping[str, str], places: Mapping[str, Place]
) -> list[Event]:
    """Return the events as people decided them; `heirs` tells for each id given up where it leads.

    Raises VerdictsError, naming file and line, for a value that does not fit the event.
    """
    decided = list(events)
    present = {event.event_id for event in decided}
    given: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        for event_id in dict.fromkeys(_live(named, heirs, present) for named in verdict.event_ids):
            given[event_id].append(verdict)
    return [_judged(event, given.get(event.event_id, ()), places) for event in decided]


def _live(event_id: str, heirs: Mapping[str, str], present: Collection[str]) -> str:
    passed = {event_id}
    while event_id not in present and event_id in heirs and heirs[event_id] not in passed:
        event_id = heirs[event_id]
        passed.add(event_id)
    return event_id


def _judged(event: Event, verdicts: Sequence[Verdict], places: Mapping[str, Place]) -> Event:
    if not verdicts:
        return event
    changed = _corrected(event, [v for v in verdicts if v.kind == "corrected"], places)
    kinds = [verdict.kind for verdict in verdicts]
    kind = _outranking(kinds)
    in_feed = event.in_feed
    if kind == "rejected":
        in_feed = False
    elif {"accepted", "corrected"} & set(kinds):
        in_feed = changed.is_new and changed.actor != "national"
    return replace(changed, verdict=kind, in_feed=in_feed)


def _outranking(kinds: Sequence[VerdictKind]) -> VerdictKind:
    """Of accepting and rejecting the later counts; one that stands rejected is that, whatever else was said of it."""
    standing = [kind for kind in kinds if kind in ("accepted", "rejected")]
    if standing[-1:] == ["rejected"]:
        return "rejected"
    return "corrected" if "corrected" in kinds else kinds[-1]


def _corrected(event: Event, verdicts: Sequence[Verdict], places: Mapping[str, Place]) -> Event:
    for verdict in verdicts:
        values: dict[str, Any] = dict(verdict.fields)
        _require_fitting(event, verdict, values)
        event = replace(event, **values)
        if "cn" in values or "pk" in values or "relation" in values:
            relation = _fitting_relation(event, places)
            if "relation" in values and relation != event.relation:
                raise VerdictsError(f"{verdict.where}: `relation`: a tie of these two places is a {relation}")
            event = replace(event, relation=relation)
    return event


def _require_fitting(event: Event, verdict: Verdict, values: Mapping[str, Any]) -> None:
    allowed = _STAGES[event.type]
    if "stage" in values and values["stage"] not in allowed:
        raise VerdictsError(f"{verdict.where}: `stage` of type {event.type} is one of {', '.join(allowed)}")
    alien = "actor" if event.type == "agreement" else "relation"
    if alien in values:
        raise VerdictsError(f"{verdict.where}: `{alien}`: {event.event_id} is of type {event.type}, which has none")
    sides = [values.get(side, getattr(event, side)) for side in ("cn", "pk")]
    if not any(sides) or (event.type == "agreement" and not all(sides)):
        raise VerdictsError(f"{verdict.where}: an agreement needs `cn` and `pk`, a visit one of them")


def _fitting_relation(event: Event, places: Mapping[str, Place]) -> Relation | None:
    if event.relation in (None, "cooperation") or not (event.cn_id and event.pk_id):
        return event.relation
    return sister_relation(places[event.cn_id], places[event.pk_id])
