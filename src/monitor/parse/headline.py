"""Between the heading that readers see and the titles that a page declares, where both name the same article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from monitor.parse.declared import Declared
from monitor.parse.lines import fold, width
from monitor.parse.prominent import shared_words
from monitor.parse.sitename import strip_site_name

_NARROWEST: Final = 12
_WIDEST: Final = 300
_SAME_WORDS: Final = 0.8
_KICKER_END = re.compile(r"\w(?:: | [-–—|] )\Z")
_SIGNS = re.compile(r"[\s:|–—-]+")


def told_otherwise(shown: str, declared: Declared, plain: Mapping[str, str], names: Iterable[str]) -> str | None:
    """Return the title by which a paper itself names a news article, where the heading `shown` is another one.

    Papers give readers and search engines one headline, in heading and `<title>`, and keep another for shared links or
    the JSON-LD; or the heading alone is cut down. `plain` holds each declared title without the name of the site. What
    is written for social media, Twitter among them, in other words than the heading, is no title.
    """
    og, headline = declared.meta("og:title") or "", declared.article_text("headline") or ""
    if not declared.is_news or not {og, headline, declared.title} <= plain.keys():
        return None
    seen, shared, named, title = (fold(text) for text in (shown, plain[og], plain[headline], plain[declared.title]))
    tweeted = fold(strip_site_name(declared.meta("twitter:title") or "", names))
    if title != seen:
        other = plain[og] if shared == named == title and tweeted in ("", shared) else ""
    elif shared == seen:
        other = plain[headline]
    elif named == shared:
        other = plain[og]
    elif named == seen:
        other = plain[og] if tweeted != shared or shared_words(plain[og], shown) >= _SAME_WORDS else ""
    else:
        other = ""
    cut = other.rstrip().endswith(("...", "…"))
    return other if fold(other) != seen and not cut and _NARROWEST <= width(other) <= _WIDEST else None


def as_signed(shown: str, declared: Iterable[str]) -> str:
    """Return `shown` as a declared title writes it, where only blanks and signs between its parts differ.

    The spans of a heading leave blanks before signs, or no sign at all between the words over the headline and it.
    """
    alike = [claim for claim in declared if claim != shown and _SIGNS.sub("", claim) == _SIGNS.sub("", shown)]
    return next((claim for claim in alike if _signs(claim) >= _signs(shown)), shown)


def without_kicker(title: str, declared: Declared, names: Iterable[str]) -> str:
    """Return `title` without the words set over it ("Syria - Aid on its way"), where og: and Twitter lack them."""
    shared, tweeted = (strip_site_name(declared.meta(name) or "", names) for name in ("og:title", "twitter:title"))
    if not shared or fold(shared) != fold(tweeted) or 2 * width(shared) < width(title):
        return title
    kicker = title[: -len(shared)] if title.endswith(shared) else ""
    return shared if _KICKER_END.search(kicker) else title


def _signs(text: str) -> int:
    return len("".join(text.split()))
