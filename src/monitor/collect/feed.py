"""RSS and Atom feeds: from the bytes of one, however broken, to the articles it names."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser
from bs4 import BeautifulSoup, SoupStrainer, Tag

from monitor.collect.links import canonical_links, marks_that_tell, one_line, without_xml_prologue
from monitor.errors import FetchError
from monitor.records import Link, Source

_FEED_TYPE = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)


def feed_links(
    body: bytes, headers: Mapping[str, str], source: Source, base_url: str | None = None
) -> tuple[Link, ...]:
    """Return the articles of an RSS or Atom feed, in its order.

    `updated` is the entry's `updated`, else its publication date, unless all entries have the same: then it is the
    moment of asking. Raises FetchError `bad_content` for what is no feed; its detail names the feed that a page has.
    """
    base = base_url or source.address
    known = {"content-type": headers.get("content-type", ""), "content-location": base}
    parsed = feedparser.parse(io.BytesIO(body), response_headers=known)  # bytes would be tried as a file's name
    if not parsed.get("version") and not parsed.entries:
        raise FetchError("bad_content", "neither RSS nor Atom" + _named_feed(body, base))
    return canonical_links(_entries(parsed.entries, source), base)


def _named_feed(body: bytes, base: str) -> str:
    soup = BeautifulSoup(
        without_xml_prologue(body), "lxml", parse_only=SoupStrainer("link", type=_FEED_TYPE, href=True)
    )
    tag = soup.find("link")
    links = canonical_links([Link(str(tag["href"]), "")], base) if isinstance(tag, Tag) else ()
    return f"; it names the feed {links[0].url}" if links else ""


def _entries(entries: list[dict[str, Any]], source: Source) -> Iterator[Link]:
    published = marks_that_tell([one_line(dict.get(entry, "published")) for entry in entries])
    for entry, date in zip(entries, published, strict=True):
        if address := _address(entry, source):
            updated = one_line(dict.get(entry, "updated")) or date
            yield Link(address, source.source_id, one_line(dict.get(entry, "title")), updated)


def _address(entry: dict[str, Any], source: Source) -> str | None:
    """Return where an entry is read on the web: in the source's language where it says so, else the first it names."""
    # dict.get: feedparser's own looks under other names and warns
    links = [link for link in dict.get(entry, "links") or () if link.get("rel") == "alternate" and link.get("href")]
    pages = [link for link in links if "html" in (link.get("type") or "html")]
    ours = [link for link in pages if (link.get("hreflang") or "").lower().partition("-")[0] == source.lang]
    named = (ours or pages or [{}])[0].get("href")
    address = dict.get(entry, "feedburner_origlink") or named or dict.get(entry, "link") or dict.get(entry, "id")
    return str(address) if address else None
