"""Addresses at which one and the same page is met: with and without TLS, `www.`, mobile and AMP versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

_SMALL_SCREENS = "m|mobile|wap|amp|3g"
_VARIANT_HOST = re.compile(rf"\A(?:{_SMALL_SCREENS})\.(?=[^.]+\.[^.]+)")
_HOST = re.compile(rf"\A(?:www|{_SMALL_SCREENS})\.(?=[^.]+\.[^.]+)")
_AMP_PATH = re.compile(r"(?:/amp|\.amp)(?=/?\Z)|(?:\.amp|_wap)(?=\.s?html?\Z)|(?<=/)amp/(?=.)", re.IGNORECASE)
_AMP_QUERY = re.compile(r"(?:\A|&)(?:amp(?:=[^&]*)?|output(?:type)?=amp)(?=&|\Z)", re.IGNORECASE)
_INDEX_FILE = re.compile(r"/index\.(?:s?html?|php|aspx?|jsp)\Z", re.IGNORECASE)


def page_key(url: str) -> str:
    """Return what all addresses of one page have in common, of a canonical address; it is no address itself."""
    parts = urlsplit(url)
    host = _HOST.sub("", parts.netloc)
    path = _INDEX_FILE.sub("/", _AMP_PATH.sub("", parts.path)).rstrip("/")
    query = _AMP_QUERY.sub("", parts.query).lstrip("&")
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def spellings(url: str) -> Iterator[str]:
    """Yield the canonical addresses at which the page of a canonical address is met most: AMP versions are not."""
    place, mark, query = page_key(url).partition("?")
    host, slash, path = place.partition("/")
    for start in ("https://", "http://", "https://www.", "http://www.", "https://m.", "http://m."):
        for end in ("", "/") if path else ("/",):
            yield f"{start}{host}{slash}{path}{end}{mark}{query}"


def is_variant(url: str) -> bool:
    """Tell whether a canonical address is that of an AMP or mobile version, made for small screens."""
    parts = urlsplit(url)
    return bool(_VARIANT_HOST.match(parts.netloc) or _AMP_PATH.search(parts.path) or _AMP_QUERY.search(parts.query))
