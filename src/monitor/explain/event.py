"""An event: what each article says of it, and why its fields came out as they did.

The rules themselves stand in `monitor.resolve`; what is told here is how the stored mentions weigh under them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import combinations
from typing import Any

from monitor.explain.ranking import rank_fields, ranking_facts, ranking_lines
from monitor.explain.story import Story, quoted, reading_line, section, telling_facts
from monitor.publish.wording import item_title
from monitor.records import Event, Mention, Verdict
from monitor.warehouse import Reader, StoredEvent, Telling


def event_story(reader: Reader, event_id: str, min_confidence: float) -> Story | None:
    """Tell an event's story, None where no event has or had this id."""
    stored = reader.event(event_id)
    if stored is None:
        return None
    tellings = reader.tellings_of(stored.event.event_id)
    reports = [telling.report for telling in tellings]
    why = _why(stored, [report.mention for report in reports], min_confidence)
    sure = [report for report in reports if report.mention.confidence >= min_confidence] or reports
    ranking = rank_fields(stored.event, sure) if sure else {}
    items = reader.items(stored.event.event_id)
    verdicts = reader.verdicts(stored.event.event_id)
    facts: dict[str, Any] = {
        "asked": event_id,
        "event": {
            **asdict(stored.event),
            "article_count": stored.article_count,
            "source_count": stored.source_count,
            "announced_at": stored.announced_at.isoformat() if stored.announced_at else None,
            "updated_at": stored.updated_at.isoformat(),
        },
        "why": why,
        "verdicts": [{**asdict(v), "fields": dict(v.fields)} for v in verdicts],
        "ranking": ranking_facts(ranking),
        "items": [{"guid": i.guid, "stage": i.stage, "announced_at": i.announced_at.isoformat()} for i in items],
        "mentions": [telling_facts(telling) for telling in tellings],
    }
    lines = [
        item_title(stored.event),
        *([f"{event_id} was merged into {stored.event.event_id}"] if event_id != stored.event.event_id else []),
        *section("Event", _field_lines(stored)),
        *section("Why", (f"{name:<10} {reason}" for name, reason in why.items())),
        *section("Verdicts, which outrank this", (_verdict_line(verdict) for verdict in verdicts)),
        *section("Ranked", ranking_lines(ranking)),
        *section("Items", (f"{i.guid}, announced {i.announced_at:%Y-%m-%d %H:%M} UTC" for i in items)),
        *section(f"Mentions ({len(tellings)})", _telling_lines(tellings)),
    ]
    return Story(facts, tuple(lines))


def _verdict_line(verdict: Verdict) -> str:
    said = ", ".join(f"{name}={value}" for name, value in verdict.fields if not name.endswith("_id"))
    more = said or verdict.other_id or ", ".join(verdict.articles)
    return f"{verdict.kind}{f' ({more})' if more else ''} by {verdict.by}, {verdict.date}: {verdict.reason}"


def _field_lines(stored: StoredEvent) -> list[str]:
    event = stored.event
    shown = {
        "event_id": event.event_id,
        "type": event.type,
        "stage": event.stage,
        "relation": event.relation,
        "actor": event.actor,
        "cn": event.cn,
        "pk": event.pk,
        "date": event.date,
        "is_new": event.is_new,
        "in_feed": event.in_feed,
        "contested": event.contested,
        "confidence": f"{event.confidence:.2f}",
        "articles": f"{stored.article_count} of {stored.source_count} sources",
        "headline": event.headline,
        "evidence": quoted(event.evidence),
    }
    words = {True: "yes", False: "no", None: "-"}
    return [f"{name:<10} {words[value] if isinstance(value, bool | None) else value}" for name, value in shown.items()]


def _telling_lines(tellings: Iterable[Telling]) -> Iterable[str]:
    for number, telling in enumerate(tellings, 1):
        published = (telling.report.published or "no date")[:10]
        reprint = f", reprints {telling.duplicate_of}" if telling.duplicate_of else ""
        yield f"{number}. {telling.source_name} ({telling.report.authority}), published {published}{reprint}"
        yield f"   {telling.url}"
        yield f"   {reading_line(telling)}"
        yield f"   {quoted(telling.report.mention.evidence)}"


def _why(stored: StoredEvent, mentions: Sequence[Mention], threshold: float) -> dict[str, str]:
    if not mentions:
        return {"mentions": "the articles that told it take it back; it stays because it was announced"}
    sure = [m for m in mentions if m.confidence >= threshold]
    event, counted = stored.event, sure or list(mentions)
    reasons = {
        "stage": f"told: {_votes(m.stage for m in counted)}",
        "date": _why_date(counted),
        "pair": f"cn: {_votes(m.cn for m in counted)}; pk: {_votes(m.pk for m in counted)}{_open_side(event)}",
        "in_feed": _why_in_feed(event, mentions, threshold),
        "contested": _why_contested(event, counted),
    }
    if len(sure) < len(mentions):
        reasons["weighed"] = (
            f"{len(mentions) - len(sure)} of {len(mentions)} mentions are below the confidence {threshold} "
            + ("and count only for is_new" if sure else "that counts; all are, so all are weighed")
        )
    if stored.announced_at is None and event.in_feed:
        reasons["announced"] = "not yet: an import announces only what was published lately (announce_days)"
    return reasons


def _why_date(mentions: Sequence[Mention]) -> str:
    if not any(m.date for m in mentions):
        return "no article tells it; the day of publication is not the event's"
    return f"told: {_votes(m.date for m in mentions)}"


def _open_side(event: Event) -> str:
    if event.cn and event.pk:
        return ""
    if event.actor == "envoy":
        return "; an envoy's own side stays open unless the articles agree on a partner place"
    return "; a side that no article names stays open"


def _why_in_feed(event: Event, mentions: Sequence[Mention], threshold: float) -> str:
    new = [m for m in mentions if m.is_new]
    if event.actor == "national":
        return "no: the visitors are national, not of a place"
    if not new:
        return "no: every article tells it as history"
    if not event.is_new:
        return "no: no article dates it, and a list of known ties has it already"
    best = max(m.confidence for m in new)
    if best < threshold:
        return f"no: its surest new mention has {best:.2f}, below the threshold {threshold}"
    if not event.is_new:
        return "no: only pages without a date tell it as new, of a day long past, and every dated article as history"
    return f"yes: {len(new)} of {len(mentions)} mentions tell it as new, the surest with {best:.2f} (from {threshold})"


def _why_contested(event: Event, mentions: Sequence[Mention]) -> str:
    if not event.contested:
        return "no: what the articles say can all be true of one occasion"
    voices = [m for m in mentions if m.is_new] or list(mentions)
    stages = {m.stage for m in voices}
    if len(stages) > 1 and not stages <= {"planned", "took_place"}:
        return f"yes: its stage is told in different ways ({_votes(m.stage for m in voices)})"
    dates = sorted({m.date for m in mentions if m.date})
    if event.type == "agreement" and any(
        not a.startswith(b) and not b.startswith(a) for a, b in combinations(dates, 2)
    ):
        return f"yes: its dates exclude each other ({', '.join(dates)})"
    return "yes: other articles tell the same partners crosswise"


def _votes(values: Iterable[str | None]) -> str:
    return ", ".join(f"{value or 'none'} x{count}" for value, count in Counter(values).most_common())
