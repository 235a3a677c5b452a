"""What an address tells by its shape: whether an article stands behind it, and whether two are of one site."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

_NOT_A_PAGE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|gif|webp|mp[34]|m3u8|apk|xml|rss|css|js)\Z", re.I
)
_SECTION_NAMES = """
    about about-us account advertise archive archives author authors cart categories category channel col column
    comment comments contact contact-us cookie-policy epaper faq feed feeds gallery help home jobs latest-news list
    lists live-tv login logout menu page pages privacy privacy-policy register rss search signin signup sitemap
    special specials subscribe tag tags terms terms-and-conditions topic topics trends user video videos wp-admin
    wp-content wp-login.php zhuanti zt ztzl
"""
_SECTIONS = frozenset(_SECTION_NAMES.split())
_HOLDING_ARTICLES = frozenset(("archives", "column", "home", "latest-news", "list", "page", "special", "zt", "ztzl"))
"""Sections of which some sites write their articles' addresses too: `/archives/95547`."""
_LISTS = frozenset(("page", "tag", "tags", "category", "author", "authors", "topic", "topics"))
_INDEX_FILE = re.compile(r"(?:index|default|list|node|more|channel|column|col)(?:[_-]?\d*){1,3}(?:\.\w+)?\Z")
_CHANNEL = re.compile(r"(?:[a-z]+_\d+|col\d+|c\d{3,}|page[_-]?\d*)\Z")
"""A folder named as Chinese content systems name channels: `xwyw_48149`, `col81698`, `c100021`."""
_LIST_FOLDER = re.compile(r"(?:news|article|art|info|doc|\w+_)lists?\Z")
_DATE_PARTS = re.compile(r"(?:/\d{1,4}(?:-\d\d?){0,2})+\Z")
_DATED = re.compile(r"(?:19|20)\d\d[-/_]?(?:0?[1-9]|1[0-2])(?:\D|\d\d)|\d-[a-z]{3,9}-20\d\d")
_LONG_NUMBER = re.compile(r"\d{5,}")
_NUMBERED = re.compile(r"(?:\d{5,}(?:-.*)?|.*-\d{5,})\Z")
_OPAQUE = re.compile(r"(?=\D*\d)(?:(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])[A-Za-z0-9]{10,}|[0-9a-f]{24,})\Z")
"""A key that no person wrote: `7ppOPfA4tYd`."""
_PAGE_FILE = re.compile(r"\d[^/]*\.(?:s?html?|aspx?|php|jsp)\Z")
_SLUG = re.compile(r"[^\W\d_]+(?:[-_][^\W_]+){3,}")
_ARTICLE_KEY_NAMES = "aid article articleid article_id contentid id infoid newsid news_id nid p post sid"
_ARTICLE_KEYS = frozenset(_ARTICLE_KEY_NAMES.split())
_LIST_VALUES = frozenset(("lists", "list", "search", "category", "tag"))


def looks_like_article(url: str) -> bool:
    """Whether a canonical address is written as those of articles are: dated, numbered, or a headline as a slug."""
    parts = urlsplit(url)
    written = unquote(parts.path)
    path = written.lower()
    segments = [segment for segment in path.split("/") if segment]
    if _NOT_A_PAGE.search(path.rstrip("/")):
        return False
    if parts.query and _query_tells(parts.query):
        return not _asks_for_a_list(parts.query)
    if not segments or _is_list(segments, path):
        return False
    last = segments[-1]
    if path.endswith("/") and _CHANNEL.match(last):
        return False
    return bool(
        _PAGE_FILE.search(last)
        or _NUMBERED.match(last)
        or _SLUG.search(last)
        or _OPAQUE.match(written.rstrip("/").rpartition("/")[2])
        or any(_LONG_NUMBER.fullmatch(segment) for segment in segments)
        or (_DATED.search(path) and not _DATE_PARTS.search(path.rstrip("/")))
    )


def same_site(url: str, other: str) -> bool:
    """Whether two addresses are of one site: the same host but for `www.` and `m.`, or a subdomain of the other."""
    one, two = (re.sub(r"\A(?:www|m)\.", "", urlsplit(address).hostname or "") for address in (url, other))
    return bool(one) and (one == two or one.endswith("." + two) or two.endswith("." + one))


def _is_list(segments: list[str], path: str) -> bool:
    first, last = segments[0], segments[-1]
    if _INDEX_FILE.match(last) and (not path.endswith("/") or len(segments) > 1):
        return True
    if len(segments) > 1 and segments[-2] in _LISTS:
        return True
    if any(_LIST_FOLDER.match(segment) for segment in segments):
        return True
    if first in _SECTIONS:
        return first not in _HOLDING_ARTICLES or len(segments) == 1
    return False


def _query_tells(query: str) -> bool:
    return any(key.lower() in _ARTICLE_KEYS and any(map(str.isdigit, value)) for key, value in parse_qsl(query))


def _asks_for_a_list(query: str) -> bool:
    return any(key.lower() in ("a", "c", "action") and value.lower() in _LIST_VALUES for key, value in parse_qsl(query))
