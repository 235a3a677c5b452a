"""From the bytes that a source's address gave to the articles it points to. Nothing here uses the network."""

from __future__ import annotations

import re
from collections.abc import Mapping

from monitor.collect.feed import feed_links
from monitor.collect.links import Discovered
from monitor.collect.listing import listing_links
from monitor.collect.sitemap import sitemap_links
from monitor.errors import FetchError
from monitor.records import Source

__all__ = ["Discovered", "discover", "feed_links", "listing_links", "sitemap_links"]

_FEED = re.compile(rb"\A(?:[^<]|<[?!])*<(?:rss|feed|(?:[a-z]+:)?rdf)\b", re.IGNORECASE)


def discover(body: bytes, headers: Mapping[str, str], base_url: str, source: Source) -> Discovered:
    """Read the body that a source's address gave, by the source's kind; `base_url` is where redirects led.

    Raises FetchError `bad_content`, `too_large`, `bad_selector`, or `no_links` for a listing page without articles:
    its selector or our reading of it no longer fits. A search may well find nothing.
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


def _read(body: bytes, headers: Mapping[str, str], base_url: str, source: Source) -> Discovered:
    if source.kind == "sitemap":
        return sitemap_links(body, source, base_url, headers)
    if source.kind == "feed" or (source.kind == "search" and _FEED.match(body[:2000])):
        return Discovered(feed_links(body, headers, source, base_url))
    return listing_links(body, base_url, source)
