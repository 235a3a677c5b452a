"""An instant told in UTC, as the outlet's own clock shows it: by what else the page tells of the same moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from monitor.parse.dates import FoundDate

_SAME_MOMENT = timedelta(minutes=1)
_FARTHEST_WEST = timedelta(hours=-9)
_FARTHEST_EAST = timedelta(hours=13)


def as_outlet_counts(found: FoundDate, others: Iterable[FoundDate], url_day: date | None) -> FoundDate:
    """Return `found` in the outlet's own day, where it is an instant in UTC; any other date as it is.

    `others` are the dates that stand elsewhere on the page, the likeliest first. One of them may be the same moment in
    the outlet's zone. Else the address or the page may show a day that it was then somewhere on earth, and nowhere that
    of UTC: then the outlet's day is known, though not its clock.
    """
    others = list(others)
    moment = _moment(found)
    if moment is None or moment.utcoffset():
        return found
    for other in others:
        own = _moment(other)
        if own is not None and own.utcoffset() and abs(own - moment) < _SAME_MOMENT:
            return other
    days = [*([url_day] if url_day else []), *(other.day for other in others if _moment(other) != moment)]
    before, behind = (moment + shift for shift in (_FARTHEST_WEST, _FARTHEST_EAST))
    beside = next((day for day in days if day != found.day and day in (before.date(), behind.date())), None)
    return found if beside is None or found.day in days else FoundDate(beside, None, None, found.start, found.end)


def _moment(found: FoundDate) -> datetime | None:
    if found.clock is None or found.zone is None:
        return None
    return datetime.combine(found.day, found.clock, found.zone)


def is_later(told: str, fetched_at: datetime) -> bool:
    """Tell whether a moment in ISO 8601, with clock and zone, lies behind the fetching."""
    return len(told) > len("2021-12-09") and datetime.fromisoformat(told) > fetched_at.astimezone(UTC)
