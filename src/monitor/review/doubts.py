"""The events that a person should look at: why each is doubtful, and what its articles say. Reads the snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from monitor.explain.story import Story, quoted, section, telling_facts
from monitor.publish.wording import item_title
from monitor.records import MISSPELT, Verdict
from monitor.settings import Home, load_settings
from monitor.understand.gazetteer import load_gazetteer
from monitor.verdicts import load_verdicts
from monitor.warehouse import Reader, StoredEvent, Telling, open_reader


@dataclass(frozen=True, slots=True)
class Doubt:
    """An event that no person has judged, with the reasons to do so."""

    stored: StoredEvent
    reasons: tuple[str, ...]
    tellings: tuple[Telling, ...]


def list_doubts(home: Home) -> Story:
    """Tell which events a person should look at, the news first, and which verdicts wait for their event.

    Raises SettingsError, VerdictsError, WarehouseError where nothing was stored yet.
    """
    settings = load_settings(home)
    verdicts = load_verdicts(home, load_gazetteer())
    with open_reader(home) as reader:
        doubts = [_doubt(reader, event, settings.review_confidence) for event in reader.unjudged()]
        waiting = [v for v in verdicts if any(reader.event(event_id) is None for event_id in v.event_ids)]
    listed = [doubt for doubt in doubts if doubt.reasons]
    facts: dict[str, Any] = {
        "doubtful": [_facts(doubt) for doubt in listed],
        "waiting": [{"event_id": v.event_id, "verdict": v.kind, "by": v.by, "where": v.where} for v in waiting],
    }
    lines = [line for doubt in listed for line in (*_lines(doubt), "")]
    lines.append(f"{len(listed)} events to review" if listed else "no event to review")
    lines += section("Verdicts on events that are not known (yet)", (_waiting_line(v) for v in waiting))
    return Story(facts, tuple(lines))


def _doubt(reader: Reader, stored: StoredEvent, sure: float) -> Doubt:
    tellings = tuple(reader.tellings_of(stored.event.event_id))
    return Doubt(stored, tuple(_reasons(stored, tellings, sure)), tellings)


def _reasons(stored: StoredEvent, tellings: Iterable[Telling], sure: float) -> Iterable[str]:
    event = stored.event
    if event.confidence < sure:
        yield f"low confidence: {event.confidence:.2f}, below {sure} (review_confidence)"
    if event.contested:
        yield "contested: sources contradict each other, or one took its report back"
    if all(MISSPELT in telling.report.mention.rule for telling in tellings):
        yield "fuzzy place: known by a misspelt name only"


def _facts(doubt: Doubt) -> Mapping[str, Any]:
    event = doubt.stored.event
    return {
        "event_id": event.event_id,
        "title": item_title(event),
        "type": event.type,
        "stage": event.stage,
        "cn": event.cn,
        "pk": event.pk,
        "date": event.date,
        "in_feed": event.in_feed,
        "confidence": event.confidence,
        "reasons": list(doubt.reasons),
        "mentions": [telling_facts(telling) for telling in doubt.tellings],
    }


def _lines(doubt: Doubt) -> list[str]:
    event = doubt.stored.event
    shown = "in the feed" if event.in_feed else "not in the feed"
    lines = [f"{event.event_id}  {item_title(event)} ({shown})", *(f"  {reason}" for reason in doubt.reasons)]
    for telling in doubt.tellings:
        lines += [
            f"  {telling.report.mention.article_id} {telling.source_name}: {quoted(telling.report.mention.evidence)}",
            f"    {telling.url}",
        ]
    return lines


def _waiting_line(verdict: Verdict) -> str:
    return f"{verdict.where}: {verdict.kind}, {', '.join(verdict.event_ids)}, by {verdict.by}"
