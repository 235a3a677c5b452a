"""Sitemaps and sitemap indexes, plain or gzipped (sitemaps.org, with Google's news extension)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from monitor.collect.inflate import gunzip, is_gzip
from monitor.collect.links import Discovered, canonical_links, one_line
from monitor.errors import FetchError
from monitor.records import Link, Source

SITEMAP_LIMIT = 50_000_000
"""Bytes of a sitemap once decompressed: the limit of the sitemap protocol."""

_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def sitemap_links(body: bytes, source: Source, base_url: str | None = None) -> Discovered:
    """Return the articles of a sitemap, or the child sitemaps of an index as `more`, each with its `lastmod`.

    Raises FetchError `bad_content` for what is no sitemap or declares a DTD, `too_large` for a gzip bomb.
    """
    root = _parsed(gunzip(body, SITEMAP_LIMIT) if is_gzip(body) else body)
    base = base_url or source.address
    kind = etree.QName(root).localname.lower()
    if kind == "sitemapindex":
        return Discovered(more=canonical_links(_entries(root, "sitemap", source), base))
    if kind == "urlset":
        return Discovered(links=canonical_links(_entries(root, "url", source), base))
    raise FetchError("bad_content", f"<{kind}> is no sitemap")


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


def _entries(root: etree._Element, name: str, source: Source) -> Iterator[Link]:
    for entry in root.iterfind(f"{{*}}{name}"):
        address = one_line(entry.findtext("{*}loc"))
        if address:
            title = one_line(entry.findtext("{*}news/{*}title"))
            yield Link(address, source.source_id, title, one_line(entry.findtext("{*}lastmod")))
