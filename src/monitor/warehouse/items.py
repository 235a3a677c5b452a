"""What the feed shows: announced items with the articles that report them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from monitor.records import MISSPELT, Citation, Event, Item
from monitor.warehouse.database import EPOCH, Database, moment
from monitor.warehouse.staging import stage

EXISTING_ITEMS = """
SELECT guid, event_id, stage FROM store.items
WHERE event_id IN (SELECT id FROM staged_ids) ORDER BY event_id, announced_at, guid
"""
# One item an event, and a second one of a visit that was planned and took place: after a merge the first of each goes
# on, another would be a double. An item shows its event as it is now, unless a further item tells the present stage.
ITEMS = """
WITH shown AS (
    SELECT i.*, e.type = 'visit' AND i.stage <> e.stage AND EXISTS (
        SELECT 1 FROM store.items AS o WHERE o.event_id = i.event_id AND o.stage = e.stage
    ) AS is_past
    FROM store.items AS i
    JOIN store.events AS e ON e.event_id = i.event_id
)
SELECT i.guid, epoch_us(i.announced_at), epoch_us(i.updated_at), i.is_past, i.withdrawn_at IS NOT NULL,
    coalesce(v.reason, ''), i.stage, i.relation, i.actor, i.cn, i.pk, i.cn_id, i.pk_id, i.date,
    e.event_id, e.type, e.stage, e.relation, e.actor, e.cn, e.pk, e.cn_id, e.pk_id, e.date, e.is_new, e.in_feed,
    e.contested, e.confidence, e.headline, e.evidence, e.verdict
FROM shown AS i
JOIN store.events AS e ON e.event_id = i.event_id
LEFT JOIN (SELECT event_id, verdict, max_by(reason, verdict_no) AS reason FROM main.verdicts GROUP BY ALL) AS v
    ON v.event_id = e.event_id AND v.verdict = e.verdict
WHERE e.redirected_to IS NULL AND (e.in_feed OR i.withdrawn_at > make_timestamptz(?::BIGINT))
QUALIFY row_number() OVER (
    PARTITION BY i.event_id, CASE WHEN e.type = 'visit' THEN i.stage END ORDER BY i.announced_at, i.guid
) = 1
ORDER BY i.announced_at DESC, e.date_from DESC NULLS LAST, i.guid
LIMIT ?
"""
CITATIONS = """
SELECT r.event_id, r.article_id, r.url, r.title, r.source_id, coalesce(s.name, r.source_id), r.lang, r.published,
    r.stage, r.evidence, r.retracted_at IS NOT NULL, EXISTS (
        SELECT 1 FROM store.mentions AS m
        WHERE m.event_id = r.event_id AND m.article_id = r.article_id AND contains(m.rule, ?)
    )
FROM main.event_articles AS r
LEFT JOIN store.sources AS s ON s.source_id = r.source_id
WHERE r.event_id IN (SELECT id FROM staged_ids)
ORDER BY r.event_id, r.duplicate_of IS NOT NULL, r.published NULLS LAST, r.article_id
"""
_TOLD_FIELDS = ("stage", "relation", "actor", "cn", "pk", "cn_id", "pk_id", "date")
_TOLD = 6
_EVENT = _TOLD + len(_TOLD_FIELDS)
"""Where, in a row of ITEMS, what the item told and its event begin."""
_NEVER = 1 << 60
"""Microseconds: a time to come, since which nothing was withdrawn."""


def existing_items(database: Database, event_ids: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return (guid, event_id, stage) of the items announced for these events."""
    stage(database, "ids", ([event_id] for event_id in event_ids))
    return [(guid, event_id, rung) for guid, event_id, rung in database.rows(EXISTING_ITEMS)]


def items(database: Database, limit: int | None = None, withdrawn_since: datetime | None = None) -> list[Item]:
    """Return the announced items of events in the feed or withdrawn since then, the newest first, at most `limit`."""
    rows = database.rows(ITEMS, [_microseconds(withdrawn_since), limit])
    citations = _citations(database, {row[_EVENT] for row in rows})
    return [_item(row, tuple(citations[row[_EVENT]])) for row in rows]


def _citations(database: Database, event_ids: Iterable[str]) -> dict[str, list[Citation]]:
    stage(database, "ids", ([event_id] for event_id in event_ids))
    found: dict[str, list[Citation]] = defaultdict(list)
    for event_id, *values in database.rows(CITATIONS, [MISSPELT]):
        found[event_id].append(Citation(*values))
    return found


def _item(row: tuple[Any, ...], citations: tuple[Citation, ...]) -> Item:
    guid, announced_at, updated_at, is_past, withdrawn, reason = row[:_TOLD]
    event = Event(*row[_EVENT:])
    told = replace(event, **dict(zip(_TOLD_FIELDS, row[_TOLD:_EVENT], strict=True)))
    shown = told if is_past else event
    return Item(guid, shown, moment(announced_at), moment(updated_at), citations, told, withdrawn, reason)


def _microseconds(since: datetime | None) -> int:
    return _NEVER if since is None else (since - EPOCH) // timedelta(microseconds=1)
