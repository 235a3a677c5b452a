"""The name of the site in a declared title: telling it from the headline, and taking it off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from monitor.parse.furniture import load_furniture
from monitor.parse.lines import fold, han_count, width
from monitor.urls import registrable_host

SEPARATOR = re.compile(
    r"\s+[-–—|·»«:]+\s+|\s*[|\uff5c\u3163_]+\s*|\s+-|-\s+|\s*::\s*|--+"
    r"|(?<=[\u4e00-\u9fff\uac00-\ud7a3])\s*[-—]+\s*(?=[\u4e00-\u9fff\uac00-\ud7a3])"
)
_BAR = re.compile(r"\s*[-–—|\uff5c\u3163_·•*«»](?!\s*\Z)")
_SHORTEST_HOST: Final = 6
_TELLING: Final = 5


def names_of_host(url: str, claims: Iterable[str]) -> list[str]:
    """Return the first and last parts of `claims` that spell the host of `url` ("Makran Herald" at makranherald.pk)."""
    label = fold(registrable_host(url).split(".")[0])
    if len(label) < _SHORTEST_HOST or not urlsplit(url).hostname:
        return []
    parts = [part for claim in claims for part in SEPARATOR.split(claim)]
    return [part for part in parts if fold(part).removeprefix("the") == label.removeprefix("the")]


def is_site_only(claim: str, site: set[str], sections: set[str]) -> bool:
    """Tell whether a title holds nothing but names of the site and of its sections, all of them folded."""
    known = site | sections | load_furniture().sections
    parts = {folded for part in SEPARATOR.split(claim) if (folded := fold(part))}
    alone = fold(claim) in site | load_furniture().sections
    named = site | {part for part in parts if len(parts) > 1 and part.endswith(("官网", "网站", "門戶網"))}
    return alone or (not parts.isdisjoint(named) and parts <= known | named)


def strip_site_name(
    title: str, site_names: Iterable[str], claims: Sequence[str] = (), *, known_only: bool = False
) -> str:
    """Return `title` without the site's name: one known, before or behind, or a last part that another title lacks.

    With `known_only` nothing goes that merely looks like a site's name.
    """
    known = {fold(name) for name in site_names}
    telling = {name for name in known if width(name) >= _TELLING}
    others = [fold(claim) for claim in claims if claim != title]
    bare = next((claim for claim in claims if title.startswith(claim) and _BAR.match(title, len(claim))), title)
    title = bare if fold(bare) not in known else title
    title = _without_site_before(title, known)
    while (cut := _last_separator(title)) is not None:
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        named = fold(tail) in known or (width(tail) < 60 and any(name in fold(tail) for name in telling))
        if (
            not head
            or fold(head) in known
            or not (named or fold(head) in others or (not known_only and _looks_like_site(head, tail, cut.group())))
        ):
            break
        title = head
    return title


def _without_site_before(title: str, known: set[str]) -> str:
    for match in SEPARATOR.finditer(title):
        if fold(title[: match.start()]) in known and title[match.end() :].strip():
            return title[match.end() :].strip()
    return title


def _last_separator(title: str) -> re.Match[str] | None:
    *_, last = [None, *SEPARATOR.finditer(title)]
    return last


def _looks_like_site(head: str, tail: str, separator: str) -> bool:
    """A short last part behind an underscore or bar, where much stands before it, is a site's or a section's name."""
    if "_" in separator or "--" in separator or "|" in separator or "\uff5c" in separator:
        return 2 * width(tail) <= 3 * width(head) and width(tail) <= 40
    if han_count(tail) and tail.endswith(
        ("网", "網", "报", "報", "新闻", "政府", "办公室", "在线", "频道", "门户网站")
    ):
        return width(tail) <= 40 and width(head) >= width(tail)
    words = tail.split()
    named = 1 <= len(words) <= 4 and words[0][0].isupper() and words[-1][0].isupper()
    return named and bool(separator.strip()) and separator != separator.strip() and width(head) >= 30
