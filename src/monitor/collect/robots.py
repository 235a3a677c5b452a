"""What a site's robots.txt allows us (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protego import Protego

from monitor.errors import FetchError

ROBOTS_LIMIT = 512 * 1024
LONGEST_CRAWL_DELAY = 30.0
PRODUCT = "china-pakistan-ties-monitor"

_ABSENT = re.compile(r"http_4\d\d\Z")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin; `trouble` says why there are none, when the origin must be left alone for it."""

    rules: Protego | None = None
    trouble: str = ""

    def check(self, url: str) -> None:
        """Raise FetchError `robots` if `url` is disallowed, `robots_unreachable` if that could not be learnt."""
        if self.trouble:
            raise FetchError("robots_unreachable", self.trouble)
        if self.rules is not None and not self.rules.can_fetch(url, PRODUCT):
            raise FetchError("robots", "robots.txt disallows it")

    @property
    def delay_seconds(self) -> float:
        """The Crawl-delay, 30 seconds at most."""
        delay = self.rules.crawl_delay(PRODUCT) if self.rules is not None else None
        return min(max(delay or 0.0, 0.0), LONGEST_CRAWL_DELAY)


def read_robots(body: bytes) -> Robots:
    """Return the rules that a robots.txt states; what it states wrongly is as good as not stated."""
    return Robots(Protego.parse(body.decode("utf-8-sig", "replace")))


def robots_without_file(error: FetchError) -> Robots:
    """Return what holds where robots.txt was not had: all is allowed if there is none (4xx), else nothing."""
    return Robots() if _ABSENT.match(error.reason) else Robots(trouble=str(error))
