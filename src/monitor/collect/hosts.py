"""Asking the web politely and safely: robots.txt, pace, retries, redirects, size limits, public addresses only."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self

import httpx

from monitor.collect.origin import Answer, Origin, UnreachedError, Wanted
from monitor.collect.pace import LONGEST_WAIT_SECONDS, Pace, retry_after_seconds
from monitor.collect.robots import PRODUCT, ROBOTS_LIMIT, Robots, read_robots, robots_without_file
from monitor.collect.robots_kept import KeptRobots
from monitor.errors import FetchError
from monitor.records import Source, Visited
from monitor.settings import Settings
from monitor.workers import Workers

TRIES = 3
MAX_REDIRECTS = 5
SOURCES_AT_A_TIME = 32

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_FOR_GOOD = frozenset((301, 308))
_LOST = frozenset(("http_404", "http_410", "connection", "bad_redirect", "forbidden_address", "robots"))
"""Where what moved for good cannot be had any more at its new address, the old one may know where it is."""
_TRIED_AGAIN = frozenset((429, 502, 503, 504))
_HOST_TROUBLE = frozenset(("connection", "timeout", "http_403", "http_429"))


class _Site:
    """An origin with its robots.txt, once asked for."""

    def __init__(self, origin: Origin, pace: Pace) -> None:
        self.origin = origin
        self.pace = pace
        self.robots: Robots | None = None
        self.asking_robots = asyncio.Lock()


class Hosts:
    """All hosts of one run: `async with Hosts(settings) as hosts: answer = await hosts.get(url, source)`."""

    def __init__(
        self, settings: Settings, kept_robots: KeptRobots | None = None, *, backoff_seconds: float = 1.0
    ) -> None:
        """`backoff_seconds` is the pause before the first retry; the second one waits twice as long."""
        self.settings = settings
        self.room = asyncio.Semaphore(SOURCES_AT_A_TIME)
        self.workers = Workers(settings)
        self._kept_robots = kept_robots or KeptRobots()
        self._backoff = backoff_seconds
        self._context = httpx.create_ssl_context(trust_env=False)
        self._sites: dict[tuple[str, str, int | None], _Site] = {}
        self._paces: dict[str, Pace] = {}
        self._headers = {
            "User-Agent": user_agent(settings.contact),
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        }

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for site in self._sites.values():
            await site.origin.close()
        self._kept_robots.save()
        self.workers.__exit__(kind, error, trace)

    async def get(self, url: str, source: Source, visited: Visited | None = None, *, html_only: bool = False) -> Answer:
        """Return the answer 200, 203 or 304 (only if `visited` has validators) for `url`, redirects followed.

        With `html_only` a body of another type is not even read. Raises FetchError: `http_NNN`, `robots`,
        `robots_unreachable`, `forbidden_address`, `bad_scheme`, `bad_url`, `bad_redirect`, `too_large`, `timeout`,
        `connection`, `host_failing`, `not_html`, `bad_content`. An address that has moved for good, as `visited` says,
        is asked at its new place.
        """
        wanted = Wanted(self.settings.max_page_bytes, html_only=html_only)
        moved_to = visited.moved_to if visited else None
        if moved_to:
            try:
                answer = await self._follow(moved_to, source, _validators(visited), wanted, heed_robots=True)
                return replace(answer, moved_to=answer.moved_to or moved_to)
            except FetchError as error:
                if error.reason not in _LOST:
                    raise
        return await self._follow(url, source, _validators(visited), wanted, heed_robots=True)

    async def _follow(
        self, url: str, source: Source, headers: Mapping[str, str], wanted: Wanted, *, heed_robots: bool
    ) -> Answer:
        target = _checked_url(url)
        passed: set[str] = set()
        moved_to, for_good = None, True
        while str(target) not in passed and len(passed) <= MAX_REDIRECTS:
            passed.add(str(target))
            answer = await self._ask(target, source, {**self._headers, **headers}, wanted, heed_robots=heed_robots)
            location = answer.headers.get("location", "")
            if answer.status in (200, 203) or (answer.status == 304 and headers):
                return replace(answer, moved_to=moved_to)
            if answer.status not in _REDIRECTS or not location:
                raise FetchError(f"http_{answer.status}", str(target))
            target = _redirected(target, location)
            for_good = for_good and answer.status in _FOR_GOOD
            moved_to = str(target) if for_good else moved_to
        raise FetchError("bad_redirect", f"too many redirects, or a loop, at {target}")

    async def _ask(
        self, url: httpx.URL, source: Source, headers: Mapping[str, str], wanted: Wanted, *, heed_robots: bool
    ) -> Answer:
        site = self._site(url)
        delay = source.delay_seconds
        site.pace.check()
        try:
            await site.origin.check_address()
            if heed_robots:
                robots = await self._robots(site, source)
                robots.check(str(url))
                delay = max(delay, robots.delay_seconds)
            answer = await self._try(site, url, delay, headers, wanted)
        except FetchError as error:
            if error.reason in _HOST_TROUBLE:
                site.pace.failed(error.reason)
            raise
        if answer.status >= 500 or f"http_{answer.status}" in _HOST_TROUBLE:
            site.pace.failed(f"http_{answer.status}")
        else:
            site.pace.succeeded()
        return answer

    async def _try(
        self, site: _Site, url: httpx.URL, delay: float, headers: Mapping[str, str], wanted: Wanted
    ) -> Answer:
        """Ask up to three times; what a further try cannot mend is returned or raised at once."""
        for tried in range(1, TRIES + 1):
            pause = self._backoff * 2 ** (tried - 1) * random.uniform(0.5, 1.5)  # noqa: S311 - jitter, not a secret
            try:
                async with site.pace.slots:
                    await site.pace.wait(delay)
                    answer = await site.origin.exchange(url, headers, wanted)
            except UnreachedError:
                if tried == TRIES:
                    raise
            else:
                asked = retry_after_seconds(answer.headers.get("retry-after"), datetime.now(UTC))
                if answer.status not in _TRIED_AGAIN or tried == TRIES:
                    return answer
                if asked is not None:
                    site.pace.hold(asked)
                    if asked > LONGEST_WAIT_SECONDS:
                        return answer
                    continue
            await asyncio.sleep(pause)
        raise AssertionError("every try returns, raises or is followed by another")

    async def _robots(self, site: _Site, source: Source) -> Robots:
        async with site.asking_robots:
            if site.robots is None:
                site.robots = self._kept_robots.get(str(site.origin.url)) or await self._ask_robots(site, source)
            return site.robots

    async def _ask_robots(self, site: _Site, source: Source) -> Robots:
        address = str(site.origin.url.copy_with(path="/robots.txt"))
        wanted = Wanted(ROBOTS_LIMIT, cut_at_limit=True)
        try:
            body = (await self._follow(address, source, {}, wanted, heed_robots=False)).body
        except FetchError as error:
            robots = robots_without_file(error)
            if not robots.trouble:
                self._kept_robots.keep(str(site.origin.url), b"")
            return robots
        self._kept_robots.keep(str(site.origin.url), body)
        return read_robots(body)

    def _site(self, url: httpx.URL) -> _Site:
        key = (url.scheme, url.host, url.port)
        if key not in self._sites:
            pace = self._paces.setdefault(url.host, Pace(self.settings.connections_per_host))
            self._sites[key] = _Site(Origin(url, self.settings, self._context), pace)
        return self._sites[key]


def user_agent(contact: str) -> str:
    """Return the User-Agent; `contact` (a page or mail address) lets a site's owner reach the operator."""
    try:
        number = version("china-pakistan-ties-monitor")
    except PackageNotFoundError:  # run from a checkout that is not installed
        number = "0"
    reachable = " ".join(contact.encode("ascii", "ignore").decode("ascii").split())
    return f"{PRODUCT}/{number} (+{reachable})" if reachable else f"{PRODUCT}/{number}"


def _validators(visited: Visited | None) -> dict[str, str]:
    """Return the conditional headers; validators that could not travel in a header are left out."""
    if visited is None:
        return {}
    named = {"If-None-Match": visited.etag, "If-Modified-Since": visited.last_modified}
    return {name: value for name, value in named.items() if value and value.isascii() and value.isprintable()}


def _checked_url(text: str) -> httpx.URL:
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError("bad_url", f"{text!r}: {error}") from error
    if url.scheme not in ("http", "https"):
        raise FetchError("bad_scheme", f"{text!r} is neither http nor https")
    if not url.host or (url.port is not None and not 0 < url.port < 65536):
        raise FetchError("bad_url", f"{text!r} has no host or no such port")
    return url.copy_with(fragment=None, username=None, password=None)


def _redirected(url: httpx.URL, location: str) -> httpx.URL:
    try:
        joined = url.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError("bad_redirect", f"{url} leads to {location!r}: {error}") from error
    return _checked_url(str(joined))
