"""Decides each event's fields from the set of its mentions, by rules that do not know in which order they came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from monitor.records import Actor, Event, Mention, Place, Relation, Report, Resolution, Stage, Verdict
from monitor.resolve.background import Pair, as_background
from monitor.resolve.contradictions import contradicts, crossed
from monitor.resolve.dates import date_candidates
from monitor.resolve.identity import identify
from monitor.resolve.novelty import is_news
from monitor.resolve.occasions import group_occasions, in_canonical_order
from monitor.resolve.ranking import AUTHORITY_ORDER
from monitor.resolve.readings import Reading, read
from monitor.resolve.retractions import marked, standing
from monitor.resolve.sides import Side, cn_side, pk_side, place_candidates
from monitor.resolve.stages import stage_candidates
from monitor.resolve.verdicts import judged, regroup

_ACTOR_ORDER: Mapping[Actor | None, int] = {"local": 0, "envoy": 1, "national": 2, None: 3}


def resolve(
    reports: Sequence[Report],
    places: Mapping[str, Place],
    min_confidence: float,
    verdicts: Sequence[Verdict] = (),
    heirs: Mapping[str, str] | None = None,
    known_ties: Collection[Pair] = (),
) -> Resolution:
    """Group mentions into events and decide each event's fields.

    `reports` must hold every mention of each event that it touches: an event is decided from what is given here.
    Their order does not matter, and `event_id` says only which name an event keeps, never what belongs to it.
    An event whose own reports all fall below `min_confidence` is told, but is not in the feed. `verdicts` outrank
    all this; `heirs` maps event ids given up before, which they may name, to those that go on. `known_ties` are the
    pairs that public lists know to be tied.
    """
    occasions = regroup(in_canonical_order(group_occasions(read(reports, places))), verdicts)
    identities = identify(occasions)
    disputed = crossed(occasions)
    events = [
        _decide(event_id, standing(readings), min_confidence, index in disputed)
        for index, (event_id, readings) in enumerate(zip(identities.event_ids, occasions, strict=True))
    ]
    events = [as_background(marked(*pair), known_ties) for pair in zip(events, occasions, strict=True)]
    members = {
        reading.mention.mention_id: event_id
        for event_id, readings in zip(identities.event_ids, occasions, strict=True)
        for reading in readings
    }
    events = judged(events, verdicts, {**(heirs or {}), **identities.redirects}, places)
    return Resolution(
        events=tuple(sorted(events, key=lambda event: event.event_id)),
        members=dict(sorted(members.items())),
        redirects=identities.redirects,
    )


def _decide(event_id: str, readings: Sequence[Reading], min_confidence: float, is_crossed: bool) -> Event:
    mentions = [reading.mention for reading in readings]
    news = [reading.mention for reading in readings if is_news(reading, readings)]
    sure = [r for r in readings if r.mention.confidence >= min_confidence] or list(readings)
    reports = [reading.report for reading in sure]
    stage = _stage(reports)
    actor = _actor([r.mention for r in sure])
    (cn_id, cn), (pk_id, pk) = _place(sure, cn_side, actor), _place(sure, pk_side, actor)
    if cn is None and pk is None:  # hosts beside each other: the one told most stands for the visit
        (cn_id, cn), (pk_id, pk) = _place(sure, cn_side, "local"), _place(sure, pk_side, "local")
    dates = date_candidates(reports, stage)
    best = _best_report(reports, stage)
    return Event(
        event_id=event_id,
        type=best.mention.type,
        stage=stage,
        relation=_relation([r.mention for r in sure]),
        actor=actor,
        cn=cn,
        pk=pk,
        cn_id=cn_id,
        pk_id=pk_id,
        date=dates[0].value if dates else None,
        is_new=bool(news),
        in_feed=actor != "national" and any(m.confidence >= min_confidence for m in news),
        contested=is_crossed or contradicts(sure),
        confidence=_confidence(mentions),
        headline=best.title,
        evidence=best.mention.evidence,
    )


def _stage(reports: Sequence[Report]) -> Stage:
    first = stage_candidates(reports)[0].value
    return next(report.mention.stage for report in reports if report.mention.stage == first)


def _actor(mentions: Iterable[Mention]) -> Actor | None:
    votes = Counter(mention.actor for mention in mentions)
    named = {actor: number for actor, number in votes.items() if actor}
    return min(named, key=lambda actor: (-named[actor], _ACTOR_ORDER[actor]), default=None)


def _relation(mentions: Iterable[Mention]) -> Relation | None:
    """Take the most told; on a tie the sister tie, which the cooperation paper is a looser word for."""
    votes = Counter(mention.relation for mention in mentions if mention.relation)
    return min(votes, key=lambda relation: (-votes[relation], relation == "cooperation", relation), default=None)


def _place(readings: Sequence[Reading], side: Side, actor: Actor | None) -> tuple[str | None, str | None]:
    """Return id and name of a side."""
    candidates = place_candidates(readings, side, actor)
    return (candidates[0].place_id, candidates[0].value) if candidates else (None, None)


def _confidence(mentions: Iterable[Mention]) -> float:
    """Take the surest mention: twenty reprints of one sentence are misread by one rule twenty times."""
    return max(mention.confidence for mention in mentions)


def _best_report(reports: Iterable[Report], stage: Stage) -> Report:
    """Return the report that an item shows: it tells the news and the stage decided, then by weight and language."""
    return min(
        reports,
        key=lambda report: (
            not report.mention.is_new,
            report.mention.stage != stage,
            AUTHORITY_ORDER[report.authority],
            report.lang != "en",
            -len(report.mention.evidence),
            report.published or "9999",
            report.mention.mention_id,
        ),
    )
