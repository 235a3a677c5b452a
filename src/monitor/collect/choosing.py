"""Which of the links that a source shows are fetched, and in which order: a run fetches only so many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from monitor.collect.doubles import spellings
from monitor.collect.links import moment_of
from monitor.records import Link, Rejection, Source, Visited

Promise = Callable[[Link], int]
"""How much a link promises; the higher the sooner it is fetched, and 0 is for what speaks of other things only."""

NO_STATUS = 0
"""`Visited.status` of an address that gave no answer and is not asked again: robots.txt, too large, no HTML."""
_ANSWERED = (200, 203, 304)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Choice:
    """`wanted` are the links to fetch, the most promising first; `left_out` those off the topic, never fetched."""

    wanted: tuple[Link, ...]
    left_out: tuple[Link, ...]

    def rejections(self) -> list[Rejection]:
        """Return why each link was left out."""
        detail = "headline and address speak of other things only"
        return [Rejection(link.url, "collect", "link_off_topic", detail) for link in self.left_out]

    def visited(self) -> list[Visited]:
        """Return the rows that keep the links left out from being looked at again."""
        now = datetime.now(UTC)
        return [Visited(link.url, None, None, NO_STATUS, link.updated, now) for link in self.left_out]


def equal_promise(_link: Link) -> int:
    """Promise the same of every link: each is wanted, in the source's own order."""
    return 1


def choose(links: Iterable[Link], source: Source, visited: Mapping[str, Visited], promise: Promise) -> Choice:
    """Choose among the links that are new to `visited`, or have another mark of version than is remembered.

    Of equally promising ones a sitemap's latest come first, others as the source shows them.
    """
    due = [link for link in links if _is_new(link, _remembered(link.url, visited))]
    promises = {link.url: promise(link) for link in due}
    wanted = [link for link in due if promises[link.url] or source.topic == "any"]
    left_out = tuple(link for link in due if source.topic == "ties" and not promises[link.url])
    if source.kind == "sitemap":  # often oldest first
        wanted.sort(key=lambda link: moment_of(link.updated) or _LONG_AGO, reverse=True)
    wanted.sort(key=lambda link: promises[link.url], reverse=True)
    return Choice(tuple(wanted), left_out)


def _remembered(url: str, visited: Mapping[str, Visited]) -> Visited | None:
    """Return what is remembered of an address, or of a page had at another of its own: with TLS, or without `www.`."""
    if url in visited:
        return visited[url]
    rows = (visited.get(other) for other in spellings(url))
    return next((row for row in rows if row and row.status in _ANSWERED), None)


def _is_new(link: Link, remembered: Visited | None) -> bool:
    return remembered is None or (link.updated is not None and link.updated != remembered.updated)
