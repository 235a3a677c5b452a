"""How much an element makes its text stand out: by size, boldness, place and the name it is given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_TITLE_NAME = re.compile(r"(?:\b|[_-])(?:title|headline|heading|biaoti|bt|tit|subject)(?:\b|[_-])", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*(?:(\d+(?:\.\d+)?)\s*(px|pt|r?em|%)|((?:xx?-)?large))", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_LARGE: Final = {"px": 18.0, "pt": 14.0, "em": 1.25, "rem": 1.25, "%": 125.0}
_BOLD_TAGS: Final = frozenset(("b", "strong", "big"))
_TELLING: Final = frozenset(("class", "id", "align", "size", "style"))
_AFRESH: Final = frozenset(("table", "tr", "td", "th", "li", "article", "main"))
SMALL: Final = -1


def weight_inside(outer: int, tag: str, attributes: Mapping[str, str]) -> int:
    """Return the weight of text in an element, `outer` being that around it: 0 is plain, below 0 is small print."""
    own = 1 if tag in _BOLD_TAGS or tag == "center" else 0
    own += sum(_of(name, value) for name, value in attributes.items() if name in _TELLING)
    if tag == "small":
        return SMALL
    if tag == "font" and attributes.get("size", "").strip() in ("1", "-2"):
        return SMALL
    return own if tag in _AFRESH else outer + own


@lru_cache(maxsize=4096)
def _of(name: str, value: str) -> int:
    if name in ("class", "id"):
        return 2 if _TITLE_NAME.search(value) else 0
    if name == "align":
        return 1 if value.strip().lower() == "center" else 0
    if name == "size":
        return {"4": 2, "5": 3, "6": 4, "7": 5, "+1": 2, "+2": 3, "+3": 4}.get(value.strip(), 0)
    return _of_style(value) if name == "style" else 0


def _of_style(style: str) -> int:
    size = _SIZE.search(style)
    large = size is not None and (bool(size.group(3)) or float(size.group(1)) >= _LARGE[size.group(2).lower()])
    return (2 if large else 0) + (1 if _BOLD.search(style) else 0) + (1 if _CENTRED.search(style) else 0)
