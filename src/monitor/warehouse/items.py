"""What the feed shows: announced items with the articles that report them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from monitor.records import Citation, Event, Item
from monitor.warehouse.database import Database, moment
from monitor.warehouse.staging import stage

EXISTING_ITEMS = """
SELECT guid, event_id, stage FROM store.items
WHERE event_id IN (SELECT id FROM staged_ids) ORDER BY event_id, announced_at, guid
"""
# After a merge an event may have two items of one stage: the first goes on, the other would be a double.
# An item shows its event as it is now, unless a further item tells the event's present stage.
ITEMS = """
SELECT i.guid, epoch_us(i.announced_at), epoch_us(i.updated_at),
    CASE WHEN EXISTS (
        SELECT 1 FROM store.items AS o WHERE o.event_id = i.event_id AND o.stage = e.stage
    ) THEN i.stage ELSE e.stage END,
    e.event_id, e.type, e.stage, e.relation, e.actor, e.cn, e.pk, e.cn_id, e.pk_id, e.date, e.is_new, e.in_feed,
    e.contested, e.confidence, e.headline, e.evidence
FROM store.items AS i
JOIN store.events AS e ON e.event_id = i.event_id
WHERE e.in_feed AND e.redirected_to IS NULL
QUALIFY row_number() OVER (PARTITION BY i.event_id, i.stage ORDER BY i.announced_at, i.guid) = 1
ORDER BY i.announced_at DESC, e.date_from DESC NULLS LAST, i.guid
LIMIT ?
"""
CITATIONS = """
SELECT r.event_id, r.article_id, r.url, r.title, r.source_id, coalesce(s.name, r.source_id), r.lang, r.published,
    r.stage, r.evidence
FROM main.event_articles AS r
LEFT JOIN store.sources AS s ON s.source_id = r.source_id
WHERE r.event_id IN (SELECT id FROM staged_ids)
ORDER BY r.event_id, r.duplicate_of IS NOT NULL, r.published NULLS LAST, r.article_id
"""


def existing_items(database: Database, event_ids: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return (guid, event_id, stage) of the items announced for these events."""
    stage(database, "ids", ([event_id] for event_id in event_ids))
    return [(guid, event_id, rung) for guid, event_id, rung in database.rows(EXISTING_ITEMS)]


def items(database: Database, limit: int) -> list[Item]:
    """Return at most `limit` announced items of events still in the feed, the newest first."""
    rows = database.rows(ITEMS, [limit])
    citations = _citations(database, {row[4] for row in rows})
    return [_item(row, tuple(citations[row[4]])) for row in rows]


def _citations(database: Database, event_ids: Iterable[str]) -> dict[str, list[Citation]]:
    stage(database, "ids", ([event_id] for event_id in event_ids))
    found: dict[str, list[Citation]] = defaultdict(list)
    for event_id, *values in database.rows(CITATIONS):
        found[event_id].append(Citation(*values))
    return found


def _item(row: tuple[Any, ...], citations: tuple[Citation, ...]) -> Item:
    guid, announced_at, updated_at, shown_stage, *values = row
    event = replace(Event(*values), stage=shown_stage)
    return Item(guid, event, moment(announced_at), moment(updated_at), citations)
