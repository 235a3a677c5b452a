"""What looking through a source's feed, sitemap or listing page gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from monitor.collect.doubles import is_variant, page_key
from monitor.records import Link
from monitor.urls import canonical_url

_XML_PROLOGUE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)+")


@dataclass(frozen=True, slots=True)
class Discovered:
    """`links` are articles; `more` are further addresses of the source: child sitemaps, or the next listing page."""

    links: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()


def canonical_links(found: Iterable[Link], base_url: str) -> tuple[Link, ...]:
    """Return `found` made absolute and canonical, each page once, in order; what is no web address is left out.

    Of a page linked at several addresses (AMP, mobile, with and without `www.`) the first full version counts.
    """
    kept: dict[str, Link] = {}
    for link in found:
        try:
            url = canonical_url(link.url, base_url)
        except ValueError:
            continue
        key = page_key(url)
        first = kept.get(key)
        if first is None:
            kept[key] = replace(link, url=url)
            continue
        better = url if is_variant(first.url) and not is_variant(url) else first.url
        kept[key] = replace(first, url=better, title=first.title or link.title)
    return tuple(kept.values())


def marks_that_tell(marks: Sequence[str | None]) -> list[str | None]:
    """Return the marks of version of a list's entries, none of them if all are one: then it is the moment of asking."""
    telling = len(marks) < 2 or len(set(marks)) > 1
    return list(marks) if telling else [None] * len(marks)


def moment_of(mark: str | None) -> datetime | None:
    """Return the moment that a mark of version states, as feeds (RFC 822) or sitemaps (W3C) do; None where it is none.

    A month or year is its first day; without a zone it is taken for UTC.
    """
    written = (mark or "").strip()
    whole = written + {4: "-01-01", 7: "-01"}.get(len(written), "")
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(whole)
        except (ValueError, IndexError, TypeError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def one_line(text: str | None) -> str | None:
    """Return `text` with its white space collapsed, None if nothing is left."""
    return " ".join((text or "").split()) or None


def without_xml_prologue(page: bytes) -> bytes:
    """Return a page without the XML declaration that would have BeautifulSoup warn that it is no HTML."""
    return _XML_PROLOGUE.sub(b"", page)
