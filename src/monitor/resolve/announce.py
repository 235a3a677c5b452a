"""Which events to announce as new items of the feed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from monitor.records import Event

_CLOCK_SKEW_DAYS = 1
"""A page of a zone ahead of ours may bear tomorrow's day."""


def announcements(
    events: Iterable[Event],
    existing_items: Sequence[tuple[str, str, str]],
    newest_published: Mapping[str, str | None],
    today: date,
    announce_days: int | None,
) -> tuple[tuple[str, str, str], ...]:
    """Return the (guid, event_id, stage) of the items to announce now, by event id.

    `existing_items` are the (guid, event_id, stage) announced before, under the ids that events bear now.
    With `announce_days` (a bulk import) only what was published within so many days before `today` is announced;
    `newest_published` gives by event id the latest day on which one of its new mentions was published.
    """
    told: dict[str, list[str]] = defaultdict(list)
    for _, event_id, stage in existing_items:
        told[event_id].append(stage)
    taken = {guid for guid, _, _ in existing_items}
    due = (
        (f"{event.event_id}:{event.stage}", event.event_id, event.stage)
        for event in events
        if event.in_feed
        and _is_news(event, told[event.event_id])
        and _is_recent(newest_published.get(event.event_id), today, announce_days)
    )
    return tuple(sorted(item for item in due if item[0] not in taken))


def _is_news(event: Event, told: Sequence[str]) -> bool:
    """An event is news once, and a planned visit a second time when it took place."""
    return not told or (event.stage == "took_place" and set(told) == {"planned"})


def _is_recent(published: str | None, today: date, announce_days: int | None) -> bool:
    if announce_days is None:
        return True
    if published is None:
        return False
    age = (today - date.fromisoformat(published[:10])).days
    return -_CLOCK_SKEW_DAYS <= age <= announce_days
