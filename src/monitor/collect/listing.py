"""Listing pages: which of a page's anchors lead to articles of the same site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, SoupStrainer, Tag
from soupsieve import SelectorSyntaxError

from monitor.collect.links import Discovered, canonical_links, one_line
from monitor.errors import FetchError
from monitor.records import Link, Source
from monitor.urls import canonical_url

_XML_PROLOGUE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)+")
_NOT_A_PAGE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|gif|webp|mp[34]|m3u8|apk|xml|rss|css|js)\Z", re.I
)
_SECTION_NAMES = """
    about about-us account advertise archive archives author authors cart category categories contact contact-us
    cookie-policy epaper faq feed feeds gallery help home jobs live-tv login logout page pages privacy privacy-policy
    register rss search signin signup sitemap subscribe tag tags terms terms-and-conditions topic topics trends user
    video videos wp-admin wp-content wp-login.php
"""
_SECTIONS = frozenset(_SECTION_NAMES.split())
_INDEX_FILE = re.compile(r"(?:index|default|list|node|more)(?:[_-]?\d*)\.\w+\Z", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{5,}")
_DATED = re.compile(r"(?:19|20)\d\d[-/_]?(?:0?[1-9]|1[0-2])(?:\D|\d\d)|\d-[A-Za-z]{3,9}-20\d\d")
_WORDY = re.compile(r"[^\W\d_]+(?:[-_][^\W_]+){3,}")
_PAGE_FILE = re.compile(r"\d[^/]*\.s?html?\Z|\d+\.(?:aspx?|php|jsp)\Z", re.IGNORECASE)
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_NEXT = re.compile(
    r"\W*(?:next(?: page)?|older(?: posts| news)?|下一?[页頁]|后一页|اگلا(?: صفحہ)?)\W*\Z", re.IGNORECASE
)
"""How a link to the next page is worded where none is marked `rel=next`, as on most government sites."""
_SHORTEST_TITLE = 12
_SHORTEST_TITLE_IDEOGRAPHS = 5


def listing_links(body: bytes, base_url: str, source: Source) -> Discovered:
    """Return the articles that a listing page leads to, and its next page as `more`.

    The source's selector `link` names the anchors (or elements around them) if it has one; else all anchors of the
    same site count whose address and text look like an article's. Raises FetchError `bad_selector`.
    """
    selector = source.selectors.get("link", "")
    strainer = None if selector else SoupStrainer(["a", "link", "base"])
    soup = BeautifulSoup(_XML_PROLOGUE.sub(b"", body), "lxml", parse_only=strainer)
    base = _base(soup, base_url)
    found = _selected(soup, selector, source) if selector else _articles(soup, base, source)
    links = canonical_links(found, base)
    return Discovered(links, _next_page(soup, base, base_url, source))


def looks_like_article(url: str) -> bool:
    """Whether a canonical address is written as those of articles are: dated, numbered, or a headline as a slug."""
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    segments = [segment.lower() for segment in path.split("/") if segment]
    if not segments or _NOT_A_PAGE.search(path) or _INDEX_FILE.match(segments[-1]):
        return False
    if segments[0] in _SECTIONS or (len(segments) > 1 and segments[-2] in ("page", "tag", "category", "author")):
        return False
    whole = f"{path}?{parts.query}" if parts.query else path
    return any(pattern.search(whole) for pattern in (_LONG_NUMBER, _DATED, _PAGE_FILE)) or bool(
        _WORDY.search(segments[-1])
    )


def same_site(url: str, other: str) -> bool:
    """Whether two addresses are of one site: the same host but for `www.` and `m.`, or a subdomain of the other."""
    one, two = (re.sub(r"\A(?:www|m)\.", "", urlsplit(address).hostname or "") for address in (url, other))
    return bool(one) and (one == two or one.endswith("." + two) or two.endswith("." + one))


def _articles(soup: BeautifulSoup, base: str, source: Source) -> Iterator[Link]:
    for anchor in soup.find_all("a", href=True):
        text = _text(anchor)
        try:
            url = canonical_url(str(anchor["href"]), base)
        except ValueError:
            continue
        at_home = same_site(url, source.address) or same_site(url, source.home)
        if at_home and url != canonical_url(base) and looks_like_article(url) and text and _is_headline(text):
            yield Link(url, source.source_id, text)


def _selected(soup: BeautifulSoup, selector: str, source: Source) -> Iterator[Link]:
    try:
        elements = soup.select(selector)
    except (SelectorSyntaxError, NotImplementedError) as error:
        raise FetchError("bad_selector", f"`{selector}`: {str(error).splitlines()[0]}") from error
    for element in elements:
        anchor = element if element.name == "a" else element.find("a", href=True) or element.find_parent("a", href=True)
        if isinstance(anchor, Tag) and anchor.get("href"):
            yield Link(str(anchor["href"]), source.source_id, _text(anchor) or _text(element))


def _next_page(soup: BeautifulSoup, base: str, base_url: str, source: Source) -> tuple[Link, ...]:
    named = [tag for tag in soup.find_all(["a", "link"], href=True) if "next" in _words(tag.get("rel"))]
    named = named or [tag for tag in soup.find_all("a", href=True) if _NEXT.match(tag.get_text(" "))]
    found = canonical_links((Link(str(tag["href"]), source.source_id) for tag in named), base)
    here = canonical_url(base_url)
    return tuple(link for link in found if link.url != here and same_site(link.url, source.address))[:1]


def _base(soup: BeautifulSoup, base_url: str) -> str:
    tag = soup.find("base", href=True)
    try:
        return canonical_url(str(tag["href"]), base_url) if isinstance(tag, Tag) else base_url
    except ValueError:
        return base_url


def _text(tag: Tag) -> str | None:
    shown = one_line(tag.get_text(" "))
    return one_line(str(tag.get("title") or "")) or shown if not shown or shown.endswith(("...", "…")) else shown


def _is_headline(text: str) -> bool:
    return len(text) >= _SHORTEST_TITLE or len(_IDEOGRAPH.findall(text)) >= _SHORTEST_TITLE_IDEOGRAPHS


def _words(value: object) -> list[str]:
    return [str(word).lower() for word in value] if isinstance(value, list) else str(value or "").lower().split()
