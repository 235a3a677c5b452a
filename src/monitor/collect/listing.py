"""Listing pages: which of a page's anchors lead to articles of the same site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, SoupStrainer, Tag
from soupsieve import SelectorSyntaxError

from monitor.collect.links import Discovered, canonical_links, one_line, without_xml_prologue
from monitor.collect.shapes import looks_like_article, same_site
from monitor.errors import FetchError
from monitor.records import Link, Source
from monitor.urls import canonical_url

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_NEXT = re.compile(
    r"\W*(?:next(?: page)?|older(?: posts| news)?|下一?[页頁]|后一页|اگلا(?: صفحہ)?)\W*\Z", re.IGNORECASE
)
"""How a link to the next page is worded where none is marked `rel=next`, as on most government sites."""
_PAGES_BY_SCRIPT = re.compile(
    rb"""createPageHTML\(\s*(?:["'][^"']*["']\s*,\s*)?["']?(\d+)["']?\s*,\s*["']?(\d+)["']?\s*,"""
    rb"""\s*["'](\w+)["']\s*,\s*["'](\w+)["']"""
)
"""How pages made by TRS WCM, as most of Chinese governments are, say how many there are and which this is, from 0."""
_RECORDS = b"<datastore"
_AROUND_RECORDS = re.compile(rb"<script[^>]*\btext/xml\b[^>]*>|<!\[CDATA\[|\]\]>", re.IGNORECASE)
"""Hanweb's systems, as in Jiangsu and Zhejiang, hand lists to a script as XML, and its next part at `nextgroup`."""
_READ_MORE = re.compile(
    r"\W*(?:(?:read|view|learn|continue) (?:more|full story|details?|reading)|details?|(?:查看|阅读)?(?:详情|详细|全文)"
    r"|مزید پڑھ(?:یں|ئے)|تفصیل(?:ات)?)\W*\Z",
    re.IGNORECASE,
)
"""Links that lead to an article without naming it: its headline stands beside them."""
_SHORTEST_TITLE = 12
_SHORTEST_TITLE_IDEOGRAPHS = 5


def listing_links(body: bytes, base_url: str, source: Source) -> Discovered:
    """Return the articles that a listing page leads to, and its next page as `more`.

    The source's selector `link` names the anchors (or elements around them) if it has one; else all anchors of the
    same site count whose address looks like an article's, and whose text like its headline or a way to the whole of it.
    Raises FetchError `bad_selector`.
    """
    selector = source.selectors.get("link", "")
    strainer = None if selector else SoupStrainer(["a", "link", "base", "nextgroup"])
    shown = _AROUND_RECORDS.sub(b"", body) if _RECORDS in body else body
    soup = BeautifulSoup(without_xml_prologue(shown), "lxml", parse_only=strainer)
    base = _base(soup, base_url)
    found = _selected(soup, selector, source) if selector else _articles(soup, base, source)
    links = canonical_links(found, base)
    return Discovered(links, _next_page(soup, base, base_url, source) or _next_by_script(body, base_url, source))


def _articles(soup: BeautifulSoup, base: str, source: Source) -> Iterator[Link]:
    for anchor in soup.find_all("a", href=True):
        text = _text(anchor)
        if str(anchor.get("hreflang") or source.lang).lower().partition("-")[0] != source.lang:
            continue
        try:
            url = canonical_url(str(anchor["href"]), base)
        except ValueError:
            continue
        at_home = same_site(url, source.address) or same_site(url, source.home)
        if not text or not at_home or url == canonical_url(base) or not looks_like_article(url):
            continue
        if _READ_MORE.match(text):
            yield Link(url, source.source_id)
        elif _is_headline(text):
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
    named = named or soup.select("nextgroup a[href]")
    named = named or [tag for tag in soup.find_all("a", href=True) if _NEXT.match(tag.get_text(" "))]
    found = canonical_links((Link(str(tag["href"]), source.source_id) for tag in named), base)
    here = canonical_url(base_url)
    return tuple(link for link in found if link.url != here and same_site(link.url, source.address))[:1]


def _next_by_script(body: bytes, base_url: str, source: Source) -> tuple[Link, ...]:
    """Return the next page of a list whose page links are written by a script; we run none, but know this one."""
    call = _PAGES_BY_SCRIPT.search(body)
    if not call or int(call[2]) + 1 >= int(call[1]):
        return ()
    name, ending = call[3].decode("latin-1"), call[4].decode("latin-1")
    return canonical_links([Link(f"{name}_{int(call[2]) + 1}.{ending}", source.source_id)], base_url)


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
