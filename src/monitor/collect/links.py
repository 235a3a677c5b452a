"""What looking through a source's feed, sitemap or listing page gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from monitor.records import Link
from monitor.urls import canonical_url


@dataclass(frozen=True, slots=True)
class Discovered:
    """`links` are articles; `more` are further addresses of the source: child sitemaps, or the next listing page."""

    links: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()


def canonical_links(found: Iterable[Link], base_url: str) -> tuple[Link, ...]:
    """Return `found` made absolute and canonical, each address once, in order; what is no web address is left out."""
    kept: dict[str, Link] = {}
    for link in found:
        try:
            url = canonical_url(link.url, base_url)
        except ValueError:
            continue
        first = kept.get(url)
        if first is None:
            kept[url] = replace(link, url=url)
        elif first.title is None and link.title is not None:
            kept[url] = replace(first, title=link.title)
    return tuple(kept.values())


def one_line(text: str | None) -> str | None:
    """Return `text` with its white space collapsed, None if nothing is left."""
    return " ".join((text or "").split()) or None
