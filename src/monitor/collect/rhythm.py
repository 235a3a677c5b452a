"""When a source is worth asking again: as often as it has news, no oftener than it states."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise

from monitor.records import Source, Visited

LONGEST = timedelta(hours=12)
LOOKED_BACK = timedelta(days=14)
ASKED_A_GAP = 2
"""How often a source is asked in the time in which it has news once."""
_EARLY = 0.9  # a run that starts a little sooner after the last one than usual must not skip the source


def interval(source: Source, visited: Mapping[str, Visited]) -> timedelta:
    """Return how long after it was asked last a source is to be asked again, between `every_minutes` and LONGEST.

    Its rhythm is read from the times at which its pages of the last LOOKED_BACK were fetched (`visited`, by URL).
    """
    shortest = timedelta(minutes=source.every_minutes)
    own = visited.get(source.addresses[0])
    if own is None:
        return shortest
    times = sorted(row.fetched_at for row in visited.values() if row.url not in source.addresses)
    lately = [time for time in times if time > own.fetched_at - LOOKED_BACK]
    if not lately:
        return max(LONGEST, shortest) if times else shortest
    arrivals = 1 + sum(later - earlier >= shortest / 2 for earlier, later in pairwise(lately))
    known = min(LOOKED_BACK, own.fetched_at - times[0])
    return max(shortest, min(known / arrivals / ASKED_A_GAP, LONGEST))


def is_due(source: Source, visited: Mapping[str, Visited], now: datetime) -> bool:
    """Whether a source is to be asked; one that was never had, or failed ever since, always is."""
    own = visited.get(source.addresses[0])
    return own is None or now - own.fetched_at >= interval(source, visited) * _EARLY
