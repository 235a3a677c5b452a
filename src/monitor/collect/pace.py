"""How fast one host is asked, and when it is left alone for the rest of the run."""

from __future__ import annotations

import asyncio
from datetime import datetime
from email.utils import parsedate_to_datetime

from monitor.errors import FetchError

GIVE_UP_AFTER = 5
LONGEST_WAIT_SECONDS = 60.0


class Pace:
    """The requests to one host: so many at once, their starts so far apart, none once it failed too often in a row."""

    def __init__(self, connections: int) -> None:
        self.slots = asyncio.Semaphore(max(1, connections))
        self._turn = asyncio.Lock()
        self._last_start = float("-inf")
        self._not_before = float("-inf")
        self._failures = 0
        self._given_up = ""

    async def wait(self, delay_seconds: float) -> None:
        """Return when the next request may start; FetchError `host_failing` if the host is left alone by now."""
        async with self._turn:
            self.check()
            loop = asyncio.get_running_loop()
            pause = max(self._last_start + delay_seconds, self._not_before) - loop.time()
            if pause > 0:
                await asyncio.sleep(pause)
            self._last_start = loop.time()
        self.check()

    def check(self) -> None:
        """Raise FetchError `host_failing` if the host is left alone for the rest of the run."""
        if self._given_up:
            raise FetchError("host_failing", self._given_up)

    def hold(self, seconds: float) -> None:
        """Keep requests back for `seconds`, as the host asked; for longer than a minute it is given up instead."""
        if seconds > LONGEST_WAIT_SECONDS:
            self._given_up = f"it asks to be left alone for {seconds:.0f} s"
            return
        self._not_before = max(self._not_before, asyncio.get_running_loop().time() + seconds)

    def succeeded(self) -> None:
        """Note that the host answers."""
        self._failures = 0

    def failed(self, reason: str) -> None:
        """Note a failure that is the host's, not the page's: a dead host must not cost a time-out for every link."""
        self._failures += 1
        if self._failures >= GIVE_UP_AFTER:
            self._given_up = f"{self._failures} failures in a row, the last {reason}"


def retry_after_seconds(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header (seconds or an HTTP date) asks for from `now`, None without one."""
    text = (value or "").strip()
    if text.isdecimal():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (moment - now).total_seconds()) if moment.tzinfo else None
