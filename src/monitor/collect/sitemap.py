"""Sitemaps and sitemap indexes, plain or gzipped (sitemaps.org, with Google's news extension and `hreflang`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from lxml import etree

from monitor.collect.feed import feed_links
from monitor.collect.inflate import gunzip, is_gzip
from monitor.collect.links import Discovered, canonical_links, marks_that_tell, moment_of, one_line
from monitor.errors import FetchError
from monitor.records import Link, Source

SITEMAP_LIMIT = 50_000_000
"""Bytes of a sitemap once decompressed: the limit of the sitemap protocol."""
RECENT = timedelta(days=90)
"""What a sitemap lists beyond this, before its newest entry, is history and not fetched."""

_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FEED_ROOTS = ("rss", "feed", "rdf")
_NOT_NEWS = re.compile(
    r"(?:author|categor(?:y|ies)|image|page|photo|product|tag|user|video)s?[_-]?(?:sitemap|\d|\.xml)"
)
"""Names that generators of sitemaps give to the children that hold no articles (Yoast: `post_tag-sitemap.xml`)."""
_NUMBERS = re.compile(r"\d+")
_DAY_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d)[-/_]?(0[1-9]|1[0-2])(?:[-/_]?(0[1-9]|[12]\d|3[01]))?(?!\d)")


def sitemap_links(
    body: bytes, source: Source, base_url: str | None = None, headers: Mapping[str, str] | None = None
) -> Discovered:
    """Return the articles of a sitemap, or the child sitemaps of an index as `more`, each with its `lastmod`.

    A feed or a text of addresses, a line each, will do too: the protocol allows both. Raises FetchError `bad_content`
    for what is no sitemap or declares a DTD, `too_large` for a gzip bomb.
    """
    content = gunzip(body, SITEMAP_LIMIT) if is_gzip(body) else body
    base = base_url or source.address
    if lines := _addresses(content):
        return Discovered(canonical_links((Link(line, source.source_id) for line in lines), base))
    root = _parsed(content)
    kind = etree.QName(root).localname.lower()
    if kind == "sitemapindex":
        return Discovered(more=canonical_links(_children(root, source), base))
    if kind == "urlset":
        return Discovered(links=canonical_links(_articles(root, source), base))
    if kind in _FEED_ROOTS:
        return Discovered(links=feed_links(content, headers or {}, source, base))
    raise FetchError("bad_content", f"<{kind}> is no sitemap")


def newest_children(children: Iterable[Link], limit: int) -> list[Link]:
    """Return the child sitemaps that changed last, the newest first; at most `limit`, those of no articles if all are.

    Where an index does not say when they changed, the numbers in their addresses count: `posts-118`, `2026-11`.
    """
    newest = sorted(children, key=lambda child: (child.updated or "", _in_numbers(child.url)), reverse=True)
    of_news = [child for child in newest if not _NOT_NEWS.search(child.url.lower().rpartition("/")[2])]
    return (of_news or newest)[:limit]


def recent_links(links: Iterable[Link], now: datetime) -> tuple[list[Link], int]:
    """Return the links not much older than the newest (see RECENT), and how many are; undated ones are kept.

    An address with a day in it dates a link that its sitemap does not.
    """
    dated = [(link, moment_of(link.updated) or moment_of(_day_in(link.url))) for link in links]
    newest = max((moment for _, moment in dated if moment and moment <= now + timedelta(days=1)), default=now)
    kept = [link for link, moment in dated if moment is None or moment >= newest - RECENT]
    return kept, len(dated) - len(kept)


def _addresses(content: bytes) -> list[str]:
    """Return the lines of a sitemap that is a mere text; none for anything else."""
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n")[:8].lower().startswith((b"http://", b"https://")):
        return []
    lines = content.decode("utf-8-sig", "replace").split()
    return [line for line in lines if line.lower().startswith(("http://", "https://"))]


def _parsed(body: bytes) -> etree._Element:
    if _DTD.search(body):
        raise FetchError("bad_content", "a sitemap with a DTD is refused")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FetchError("bad_content", f"no XML: {error}") from error
    if root is None:
        raise FetchError("bad_content", "no XML")
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that the search above does not see
        raise FetchError("bad_content", "a sitemap with a DTD is refused")
    return root


def _children(root: etree._Element, source: Source) -> Iterator[Link]:
    for entry in root.iterfind("{*}sitemap"):
        if address := one_line(entry.findtext("{*}loc")):
            yield Link(address, source.source_id, None, one_line(entry.findtext("{*}lastmod")))


def _articles(root: etree._Element, source: Source) -> list[Link]:
    found = [link for entry in root.iterfind("{*}url") if (link := _article(entry, source))]
    marks = marks_that_tell([link.updated for link in found])
    return [replace(link, updated=mark) for link, mark in zip(found, marks, strict=True)]


def _article(entry: etree._Element, source: Source) -> Link | None:
    """Return the article of a `<url>`, at its address in the source's language where it has several."""
    address = one_line(entry.findtext("{*}loc"))
    for version in entry.iterfind("{*}link"):
        lang = (version.get("hreflang") or "").lower().partition("-")[0]
        if lang == source.lang and version.get("rel") == "alternate":
            address = one_line(version.get("href")) or address
            break
    if not address:
        return None
    updated = entry.findtext("{*}lastmod") or entry.findtext("{*}news/{*}publication_date")
    return Link(address, source.source_id, one_line(entry.findtext("{*}news/{*}title")), one_line(updated))


def _day_in(url: str) -> str | None:
    found = _DAY_IN_ADDRESS.search(url)
    return "-".join(part for part in found.groups() if part) if found else None


def _in_numbers(url: str) -> list[int]:
    return [int(number[:18]) for number in _NUMBERS.findall(url)]
