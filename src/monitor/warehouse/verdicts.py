"""The verdicts that the stored events heed, and where the ids that were given up lead."""

from __future__ import annotations

import json
from typing import Any

from monitor.records import Verdict
from monitor.warehouse.database import Database

VERDICTS = "SELECT event_id, kind, given_by, date, reason, detail FROM store.verdicts ORDER BY position"
REDIRECTS = "SELECT event_id, redirected_to FROM store.events WHERE redirected_to IS NOT NULL"


def verdict_detail(verdict: Verdict) -> str:
    """Return what a verdict says beyond its kind, as JSON text."""
    detail = {"set": dict(verdict.fields), "merge": verdict.other_id, "split": list(verdict.articles)}
    return json.dumps({key: value for key, value in detail.items() if value}, ensure_ascii=False)


def read_verdict(row: tuple[Any, ...]) -> Verdict:
    """Return the verdict of a row of `event_id, kind, given_by, date, reason, detail`."""
    event_id, kind, by, date, reason, text = row
    detail = json.loads(text)
    return Verdict(
        event_id,
        kind,
        by,
        date,
        reason,
        fields=tuple(detail.get("set", {}).items()),
        other_id=detail.get("merge"),
        articles=tuple(detail.get("split", ())),
    )


def verdicts(database: Database) -> tuple[Verdict, ...]:
    """Return the verdicts that the last load heeded, in the order of their file."""
    return tuple(read_verdict(row) for row in database.rows(VERDICTS))


def redirects(database: Database) -> dict[str, str]:
    """Return the heir of each event id that was given up."""
    return dict(database.rows(REDIRECTS))
