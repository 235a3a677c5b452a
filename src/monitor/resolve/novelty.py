"""Whether a mention makes its event news."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.resolve.readings import Reading, day_range
from monitor.resolve.windows import NEWS_DAYS


def is_news(reading: Reading, told: Iterable[Reading]) -> bool:
    """Tell whether a mention that reads as news is, beside all that is `told` of its event.

    A page without a date of publication does not know what is long past. Where it was fetched months after the day
    that it tells, and every article that has a date tells that as history, it is history.
    """
    if not reading.mention.is_new or reading.moment.told is not None:
        return reading.mention.is_new
    stated = day_range(reading.mention.date)
    long_past = stated is not None and reading.told_by - stated[1] > NEWS_DAYS
    dated = [other for other in told if other.moment.told is not None]
    return not (long_past and dated and not any(other.mention.is_new for other in dated))
