"""Text of strangers made safe for XML and HTML: no illegal character, no markup, no link that could run code."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_FORBIDDEN_IN_LINK = re.compile(r"[\s\\<>\"]")
_RTL_LANGS = frozenset({"ar", "fa", "ps", "sd", "ug", "ur"})
_ARABIC_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_CHINESE_SCRIPT = re.compile("[\u3400-\u9fff]")


def clean(text: str) -> str:
    """Return `text` without the characters that XML 1.0 forbids or HTML calls an error; one of them loses a feed."""
    return _ILLEGAL.sub("", text)


def one_line(text: str) -> str:
    """Return `text` clean and with every run of white space as one space."""
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    """Return `text` clean and escaped, for an element's content or a quoted attribute alike."""
    return html.escape(clean(text), quote=True)


def safe_link(url: str) -> str | None:
    """Return `url` if it is an absolute http or https address that a page may link to, else None."""
    url = url.strip()
    if clean(url) != url or _FORBIDDEN_IN_LINK.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def language_attributes(lang: str) -> str:
    """Return the `lang` and `dir` attributes of text in that language; `dir="auto"` where it is not known."""
    if not lang:
        return 'dir="auto"'
    return f'lang="{escape(lang)}" dir="{"rtl" if lang[:2] in _RTL_LANGS else "ltr"}"'


def language_of(text: str) -> str:
    """Guess the language by its script alone, among the three that are collected: ur, zh or en."""
    if _ARABIC_SCRIPT.search(text):
        return "ur"
    return "zh" if _CHINESE_SCRIPT.search(text) else "en"


def utc(moment: datetime) -> datetime:
    """Return the instant in UTC, to the second; one without a zone is UTC already."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(microsecond=0)
