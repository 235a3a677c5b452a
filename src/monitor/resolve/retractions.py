"""What becomes of an event of which outlets took reports back: the others decide it, and it is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.records import Event
from monitor.resolve.readings import Reading


def standing(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Return the readings that no outlet took back; where all were, all, so that the event is still told."""
    return [reading for reading in readings if not reading.report.retracted] or readings


def marked(event: Event, readings: Sequence[Reading]) -> Event:
    """Return the event as contested where a report of it was taken back, and out of the feed where all were."""
    retracted = [reading for reading in readings if reading.report.retracted]
    if not retracted:
        return event
    return replace(event, contested=True, in_feed=event.in_feed and len(retracted) < len(readings))
