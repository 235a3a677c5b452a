"""Asking a source where its articles are: its address, and the child sitemaps or next pages behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from monitor.collect.challenge import is_challenge
from monitor.collect.hosts import Hosts
from monitor.collect.links import Discovered
from monitor.collect.looking import look_through
from monitor.collect.origin import Answer
from monitor.collect.sitemap import RECENT, newest_children, recent_links
from monitor.errors import FetchError
from monitor.records import Link, Rejection, Source, Visited

_NOTHING_FOUND = ("no_links", "bad_content")
MORE_PAGES = 3
MORE_SITEMAPS = 5
MOST_LINKS = 50_000
"""Links that are looked at in what a source answers: as many as the sitemap protocol allows one sitemap."""


@dataclass(slots=True)
class Asked:
    """What a source's addresses gave. `visited` is to be remembered in full only if all links were dealt with.

    `rejections` are addresses that failed, `left_out` what is not wanted.
    """

    links: dict[str, Link] = field(default_factory=dict)
    visited: list[Visited] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    left_out: list[Rejection] = field(default_factory=list)
    status: int = 0

    def add(self, links: Iterable[Link], address: str) -> None:
        """Add the links that an address gave, each once, in order; of too many the rest is left out."""
        new = {link.url: link for link in links if link.url not in self.links}
        room = MOST_LINKS - len(self.links)
        self.links |= islice(new.items(), room)
        if len(new) > room:
            detail = f"{len(new) - room} links beyond {MOST_LINKS}"
            self.left_out.append(Rejection(address, "collect", "too_many_links", detail))

    def keep_recent(self, source: Source) -> None:
        """Leave out what a sitemap lists of the past."""
        kept, old = recent_links(self.links.values(), datetime.now(UTC))
        self.links = {link.url: link for link in kept}
        if old:
            detail = f"{old} articles more than {RECENT.days} days older than the newest"
            self.left_out.append(Rejection(source.address, "collect", "old_links", detail))


async def ask_source(source: Source, visited: Mapping[str, Visited], hosts: Hosts) -> Asked:
    """Ask a source's addresses, only for what changed since `visited`, and what they refer to.

    `status` is 304 if nothing changed. Raises FetchError if no address can be had or read; failures of some, or of
    further addresses, are among the rejections.
    """
    asked = Asked()
    failures: list[tuple[str, FetchError]] = []
    for address in source.addresses:
        try:
            await _ask_address(asked, address, source, visited, hosts)
        except FetchError as error:
            failures.append((address, error))
    if len(failures) == len(source.addresses):
        raise failures[0][1]
    asked.rejections += [Rejection(url, "collect", error.reason, error.detail) for url, error in failures]
    return asked


async def _ask_address(
    asked: Asked, address: str, source: Source, visited: Mapping[str, Visited], hosts: Hosts
) -> None:
    answer = await hosts.get(address, source, visited.get(address))
    found = await _read(answer, source, hosts)
    asked.status = answer.status if asked.status in (0, 304) else asked.status
    asked.add(found.links, address)
    row = visited_row(address, answer, visited.get(address), None)
    asked.visited.append(without_validators(row) if _is_index(found, source) else row)
    if source.kind == "sitemap":
        await _ask_children(asked, found.more, source, visited, hosts)
        asked.keep_recent(source)
    elif source.kind == "listing":
        await _ask_next_pages(asked, found, source, visited, hosts)


def _is_index(found: Discovered, source: Source) -> bool:
    """Whether it is a sitemap index: it says nothing of changes in its children, so it is had in full each time."""
    return source.kind == "sitemap" and bool(found.more)


async def _ask_children(
    asked: Asked, children: Iterable[Link], source: Source, visited: Mapping[str, Visited], hosts: Hosts
) -> None:
    """Ask the child sitemaps that changed last, and theirs; those with the `lastmod` remembered are left alone."""
    passed = {source.address}
    waiting = newest_children(children, MORE_SITEMAPS)
    while waiting and len(passed) <= MORE_SITEMAPS:
        child = waiting.pop(0)
        if child.url in passed:
            continue
        passed.add(child.url)
        if is_due(child, visited.get(child.url)):
            found = await _ask_more(asked, child, source, visited.get(child.url), hosts)
            waiting = newest_children(found.more, MORE_SITEMAPS) + waiting


async def _ask_next_pages(
    asked: Asked, found: Discovered, source: Source, visited: Mapping[str, Visited], hosts: Hosts
) -> None:
    """Go on to older pages of a listing as long as all articles of a page are new."""
    passed = {source.address}
    for _ in range(MORE_PAGES):
        following = [link for link in found.more if link.url not in passed]
        if not following or any(link.url in visited for link in found.links):
            return
        passed.add(following[0].url)
        # Asked unconditionally: these pages move on, so that what was remembered of them is of no use.
        found = await _ask_more(asked, following[0], source, None, hosts)


async def _ask_more(asked: Asked, link: Link, source: Source, remembered: Visited | None, hosts: Hosts) -> Discovered:
    try:
        answer = await hosts.get(link.url, source, remembered)
        found = await _read(answer, source, hosts)
    except FetchError as error:
        asked.rejections.append(Rejection(link.url, "collect", error.reason, error.detail))
        return Discovered()
    asked.add(found.links, link.url)
    row = visited_row(link.url, answer, remembered, link.updated)
    asked.visited.append(without_validators(row) if _is_index(found, source) else row)
    return found


async def _read(answer: Answer, source: Source, hosts: Hosts) -> Discovered:
    if answer.status == 304:
        return Discovered()
    try:
        found = await look_through(hosts.workers, answer, source)
    except FetchError as error:
        if error.reason in _NOTHING_FOUND and is_challenge(answer.body):
            raise FetchError("captcha", answer.final_url) from error
        raise
    if source.kind == "search" and not found.links and is_challenge(answer.body):
        raise FetchError("captcha", answer.final_url)
    return found


def is_due(link: Link, remembered: Visited | None) -> bool:
    """Whether an address was never asked, is asked each time for want of a mark, or has another mark by now."""
    return remembered is None or link.updated is None or link.updated != remembered.updated


def visited_row(url: str, answer: Answer, before: Visited | None, updated: str | None) -> Visited:
    """Return what to remember of an answer; an answer 304 need not repeat its validators."""
    kept = before if answer.status == 304 else None
    return Visited(
        url=url,
        etag=answer.headers.get("etag") or (kept.etag if kept else None),
        last_modified=answer.headers.get("last-modified") or (kept.last_modified if kept else None),
        status=kept.status if kept else answer.status,
        updated=updated,
        fetched_at=datetime.now(UTC),
        moved_to=answer.moved_to,
    )


def without_validators(row: Visited) -> Visited:
    """Return a row that makes the next run ask the address in full."""
    return replace(row, etag=None, last_modified=None, updated=None)
