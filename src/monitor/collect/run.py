"""Collecting: from sources to archived pages, one source at a time or all of them."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from monitor.collect.archive import Archive
from monitor.collect.asking import ask_source, visited_row, without_validators
from monitor.collect.choosing import NO_STATUS, Promise, choose, equal_promise
from monitor.collect.hosts import Hosts
from monitor.collect.left_open import PagesLeft, taken_over
from monitor.collect.links import moment_of
from monitor.errors import FetchError
from monitor.records import Collected, Link, Page, Rejection, Source, Visited
from monitor.settings import Settings

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")
Fetched = Callable[[Page], object]

_HTTP = re.compile(r"http_(\d{3})\Z")
_TRANSIENT = frozenset(("timeout", "connection", "host_failing", "robots_unreachable", "internal_error"))
_REFUSALS = ("http_401", "http_403", "http_429", "http_451")
_FEWEST_REFUSED = 2  # one alone may be for subscribers
_TRANSIENT_STATUS = frozenset((403, 408, 425, 429))  # 403 is how a site blocks robots for an hour


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one link; without `visited` it is asked again by the next run."""

    page: Page | None = None
    visited: Visited | None = None
    rejection: Rejection | None = None


_LEFT = _Outcome()


async def collect_source(
    source: Source,
    visited: Mapping[str, Visited],
    hosts: Hosts,
    archive: Archive,
    settings: Settings,
    *,
    left: PagesLeft = MappingProxyType({}),
    promise: Promise = equal_promise,
    fetched: Fetched = lambda _: None,
) -> Collected:
    """Ask one source, fetch and archive the articles that are new to `visited` (by URL, canonical).

    Where there are more than a run may fetch, those that `promise` most are fetched and the rest by the next runs.
    A source that fails, or refuses all its articles, has `error` set; a page that fails is a rejection. One that is
    slow is left after `Settings.seconds_per_source`, and the next run goes on there. The source's own validators are
    remembered only once all of its new links were dealt with: a 304 would hide the rest. What a run that ended early
    `left` is not fetched again, and comes along. `fetched` is called with each page as it comes. Raises ArchiveError
    only.
    """
    async with hosts.room:
        until = asyncio.get_running_loop().time() + settings.seconds_per_source
        deal_with = partial(_deal_with, source=source, hosts=hosts, archive=archive, until=until, fetched=fetched)
        found = await _collect(
            source, visited, hosts, settings, left=left, promise=promise, until=until, deal_with=deal_with
        )
        return taken_over(left, found)


async def _collect(
    source: Source,
    visited: Mapping[str, Visited],
    hosts: Hosts,
    settings: Settings,
    *,
    left: PagesLeft,
    promise: Promise,
    until: float,
    deal_with: Callable[[Link, Visited | None], Coroutine[object, object, _Outcome]],
) -> Collected:
    try:
        async with asyncio.timeout_at(until):
            asked = await ask_source(source, visited, hosts)
    except TimeoutError:
        return _failed(source, _too_slow(settings))
    except FetchError as error:
        return _failed(source, error)
    except Exception as error:  # what a hostile answer makes a parser of others raise is this source's trouble alone
        return _failed(source, _internal_error(source.address, error))
    # Not before: the source is looked through as if nothing had been left, or its older pages would not be.
    visited = {**visited, **{url: row for url, (_, row) in left.items()}}
    # In a thread: a list of 50,000 links takes seconds, in which other sources would stand still.
    choice = await asyncio.to_thread(choose, asked.links.values(), source, visited, promise)
    chosen = choice.wanted[: settings.links_per_source]
    outcomes = await _all(deal_with(link, visited.get(link.url)) for link in chosen)
    if chosen and all(outcome == _LEFT for outcome in outcomes):
        return _failed(source, _too_slow(settings))
    complete = (
        len(chosen) == len(choice.wanted) and not asked.rejections and all(outcome.visited for outcome in outcomes)
    )
    own = asked.visited if complete else [without_validators(row) for row in asked.visited]
    return Collected(
        source_id=source.source_id,
        pages=tuple(outcome.page for outcome in outcomes if outcome.page),
        visited=(*own, *choice.visited(), *(outcome.visited for outcome in outcomes if outcome.visited)),
        rejections=(
            *asked.rejections,
            *asked.left_out,
            *choice.rejections(),
            *(outcome.rejection for outcome in outcomes if outcome.rejection),
        ),
        links=len(asked.links),
        not_modified=asked.status == 304,
        error=_all_refused(outcomes),
    )


def _failed(source: Source, error: FetchError) -> Collected:
    rejection = Rejection(source.addresses[0], "collect", error.reason, error.detail)
    return Collected(source.source_id, (), (), (rejection,), 0, not_modified=False, error=str(error))


def _all_refused(outcomes: Sequence[_Outcome]) -> str | None:
    """Return an error where a source refuses every article that it lists: else it would count as read, and go quiet."""
    reasons = [outcome.rejection.reason if outcome.rejection else "" for outcome in outcomes]
    refused = [reason for reason in reasons if reason in _REFUSALS]
    if len(reasons) < _FEWEST_REFUSED or not refused or not set(reasons) <= {*_REFUSALS, "host_failing"}:
        return None
    return f"{refused[0]}: all {len(reasons)} articles were refused"


def _too_slow(settings: Settings) -> FetchError:
    return FetchError("timeout", f"not one article in {settings.seconds_per_source:g} s")


def _internal_error(url: str, error: Exception) -> FetchError:
    LOG.error("%s: could not be collected", url, exc_info=error)
    return FetchError("internal_error", f"{type(error).__name__}: {error}")


async def check_source(source: Source, hosts: Hosts) -> str:
    """Return in one line how a source answers: its status, the number of links and the day of the newest, or the error.

    Fetches no page.
    """
    try:
        async with hosts.room:
            asked = await ask_source(source, {}, hosts)
    except FetchError as error:
        return f"error: {error}"
    trouble = "".join(f"; {failed.url}: {failed.reason}" for failed in asked.rejections)
    newest = max((moment for link in asked.links.values() if (moment := moment_of(link.updated))), default=None)
    dated = f", newest {newest:%Y-%m-%d}" if newest else ""
    return f"{asked.status}, {len(asked.links)} links{dated}{trouble}"


async def check_all(sources: Iterable[Source], settings: Settings) -> dict[str, str]:
    """Return what `check_source` says of each of `sources`, by source_id."""

    async def check(source: Source) -> tuple[str, str]:
        return source.source_id, await check_source(source, hosts)

    async with Hosts(settings) as hosts:
        return dict(await _all(check(source) for source in sources))


async def _deal_with(
    link: Link,
    remembered: Visited | None,
    *,
    source: Source,
    hosts: Hosts,
    archive: Archive,
    until: float,
    fetched: Fetched,
) -> _Outcome:
    """Fetch and archive one article. This is the one place where failing to fetch it is caught."""
    try:
        async with asyncio.timeout_at(until):
            answer = await hosts.get(link.url, source, remembered, html_only=True)
    except TimeoutError:
        return _LEFT
    except FetchError as error:
        return _not_had(link, error)
    except Exception as error:
        return _not_had(link, _internal_error(link.url, error))
    page = Page(
        url=link.url,
        final_url=answer.final_url,
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        fetched_at=datetime.now(UTC),
        source_id=source.source_id,
    )
    archive.write_page(page, answer.sent, link.updated)
    row = visited_row(link.url, answer, remembered, link.updated)
    if answer.status == 304:
        return _Outcome(visited=row)
    fetched(page)
    return _Outcome(page=page, visited=row)


def _not_had(link: Link, error: FetchError) -> _Outcome:
    rejection = Rejection(link.url, "collect", error.reason, error.detail)
    return _Outcome(rejection=rejection, visited=_remembered_failure(link, error.reason))


def _remembered_failure(link: Link, reason: str) -> Visited | None:
    """Return the row that keeps a hopeless address from being asked again, None if it may do better next time."""
    answered = _HTTP.match(reason)
    status = int(answered[1]) if answered else NO_STATUS
    if reason in _TRANSIENT or status in _TRANSIENT_STATUS or status >= 500:
        return None
    return Visited(link.url, None, None, status, link.updated, datetime.now(UTC))


async def _all(work: Iterable[Coroutine[object, object, Result]]) -> list[Result]:
    """Run all of it at once; the first exception cancels the rest and is raised as it is, not in a group."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(each) for each in work]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]
