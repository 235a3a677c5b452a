"""From the bytes of a feed, sitemap or listing page to the articles it points to. Nothing here uses the network."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from monitor.collect.links import Discovered, canonical_links, one_line
from monitor.collect.listing import listing_links
from monitor.collect.sitemap import sitemap_links
from monitor.errors import FetchError
from monitor.records import Link, Source

__all__ = ["Discovered", "discover", "feed_links", "listing_links", "sitemap_links"]


def discover(body: bytes, headers: Mapping[str, str], base_url: str, source: Source) -> Discovered:
    """Read the body that a source's address gave, by the source's kind; `base_url` is where redirects led.

    Raises FetchError `bad_content`, `too_large`, `bad_selector`, or `no_links` for a listing page without articles:
    its selector or our reading of it no longer fits.
    """
    try:
        found = _read(body, headers, base_url, source)
    except FetchError:
        raise
    except Exception as error:  # parsers of others raise anything on a hostile body; that is this source's trouble
        raise FetchError("bad_content", f"{type(error).__name__}: {error}") from error
    if source.kind == "listing" and not found.links:
        raise FetchError("no_links", "no articles found on the listing page")
    return found


def feed_links(
    body: bytes, headers: Mapping[str, str], source: Source, base_url: str | None = None
) -> tuple[Link, ...]:
    """Return the articles of an RSS or Atom feed, in its order.

    `updated` is the entry's `updated`, else its publication date, unless all entries have the same: then it is the
    moment of asking. Raises FetchError `bad_content` for what is no feed.
    """
    base = base_url or source.address
    known = {"content-type": headers.get("content-type", ""), "content-location": base}
    parsed = feedparser.parse(io.BytesIO(body), response_headers=known)  # bytes would be tried as a file's name
    if not parsed.get("version") and not parsed.entries:
        raise FetchError("bad_content", "neither RSS nor Atom")
    entries: list[dict[str, Any]] = parsed.entries
    dates = [dict.get(entry, "published") for entry in entries]
    dates_tell = len(dates) < 2 or len(set(dates)) > 1
    return canonical_links(_entries(entries, source, dates_tell), base)


def _read(body: bytes, headers: Mapping[str, str], base_url: str, source: Source) -> Discovered:
    if source.kind == "feed":
        return Discovered(feed_links(body, headers, source, base_url))
    if source.kind == "sitemap":
        return sitemap_links(body, source, base_url)
    return listing_links(body, base_url, source)


def _entries(entries: list[dict[str, Any]], source: Source, dates_tell: bool) -> Iterator[Link]:
    for entry in entries:
        # dict.get: feedparser's own looks under other names and warns
        address = dict.get(entry, "feedburner_origlink") or dict.get(entry, "link") or dict.get(entry, "id")
        if address:
            updated = dict.get(entry, "updated") or (dict.get(entry, "published") if dates_tell else None)
            yield Link(str(address), source.source_id, one_line(dict.get(entry, "title")), one_line(updated))
