"""The title of an article, chosen between what the page declares and what it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from monitor.parse.declared import Declared
from monitor.parse.headline import as_signed, told_otherwise, without_kicker
from monitor.parse.layout import Block
from monitor.parse.lines import fold, width
from monitor.parse.prominent import prominent_line, prose_of, shared_words, word_count
from monitor.parse.sitename import SEPARATOR, is_site_only, names_of_host, strip_site_name

_BREAK = re.compile(r"\s+|[-–—|_]")
_SHORTEST: Final = 8
_SECTION_WIDTH: Final = 12
_LONGEST: Final = 300
_LINK_BAR_WIDTH: Final = 160
_FEWEST_WORDS: Final = 3
_FEW_SHARED: Final = 0.25
_MANY_SHARED: Final = 0.5
_SHARED_WITH_CLAIMS: Final = 0.4
_GENERIC: Final = frozenset(
    map(fold, ("home", "news", "index", "untitled", "untitled document", "首页", "新闻", "无标题文档"))
)


def choose_title(declared: Declared, blocks: Sequence[Block], url: str = "", outlet: str | None = None) -> str | None:
    """Return the title on one line, None where the page has none; `outlet` is the name that its source goes by.

    A heading that agrees with how the declared title begins is what readers see, and has no site name behind it;
    without one, the declared title less the site's name, or where that leaves nothing the line above the text that
    stands out.
    """
    og = declared.meta("og:title", "twitter:title", "dc.title", "articletitle", "headline")
    headline = declared.article_text("headline")
    claims = [claim for claim in (og, declared.title, headline) if claim]
    # Some templates put the title where the site's name belongs.
    names = [name for name in declared.site_names if sum(fold(claim) == fold(name) for claim in claims) < 2]
    names += [*names_of_host(url, claims), *([outlet] if outlet else []), *_sections_told(declared)]
    site = {fold(name) for name in names}
    sections = _link_texts(blocks) if _names_site(claims, site) else set()
    declared_only = [claim for claim in claims if is_site_only(claim, site, sections)]
    told = [claim for claim in claims if claim not in declared_only]
    headings = [block for block in blocks if 1 <= block.heading <= 3 and _fits(block.text)]
    # What only the JSON-LD tells has no site's name behind it but one that is known.
    stripped = [
        strip_site_name(claim, names, told, known_only=told.count(claim) == 1 and claim == headline) for claim in told
    ]
    plain = dict(zip(told, stripped, strict=True))
    for rank in (1, 2, 3):
        if (shown := _agreeing(headings, rank, told, site)) is not None:
            chosen = told_otherwise(shown, declared, plain, names) or as_signed(shown, stripped)
            return without_kicker(chosen, declared, names)
    excluded = site | sections | {fold(part) for claim in declared_only for part in SEPARATOR.split(claim)} | _GENERIC
    usable = [title for title in stripped if _fits(title) and fold(title) not in site | _GENERIC]
    if usable:
        agreed = declared.is_news and len({fold(claim) for claim in usable}) == 1
        alone = None if agreed else _heading_alone(headings, told, blocks)
        better = alone or _better_shown(usable[0], blocks, excluded) or _part_shown(usable[0], blocks, excluded)
        return without_kicker(better or usable[0], declared, names)
    return prominent_line(blocks, excluded) or _front_heading(headings, excluded - sections)


def _sections_told(declared: Declared) -> list[str]:
    """The section that a page says it belongs to, which stands behind titles as the site's name does."""
    told = (declared.meta(name) for name in ("article:section", "section", "content_category"))
    return [section for section in told if section and width(section) <= 2 * _SECTION_WIDTH]


def _heading_alone(headings: Sequence[Block], told: Sequence[str], blocks: Sequence[Block]) -> str | None:
    """Return the only first heading of a page, where it speaks of what the declared titles or the text speak of."""
    firsts = [block for block in headings if block.heading == 1 and not block.furniture and not block.all_link]
    if len(firsts) != 1 or word_count(firsts[0].text) < _FEWEST_WORDS:
        return None
    shown = firsts[0].text
    of_it = (
        shared_words(shown, " ".join(told)) >= _SHARED_WITH_CLAIMS
        or shared_words(shown, prose_of(blocks)) >= _MANY_SHARED
    )
    return shown if of_it else None


def _part_shown(title: str, blocks: Sequence[Block], excluded: set[str]) -> str | None:
    """Return the line of the page with which the declared title begins or ends, the rest being names of the site."""
    parts = {fold(title[: match.start()]) for match in _BREAK.finditer(title)}
    parts |= {fold(title[match.end() :]) for match in SEPARATOR.finditer(title)}
    shown = [
        block.text
        for block in blocks
        if fold(block.text) in parts - excluded and not block.all_link and 2 * width(block.text) >= width(title)
    ]
    return max((text for text in shown if width(text) >= _SECTION_WIDTH), key=width, default=None)


def _names_site(claims: Sequence[str], site: set[str]) -> bool:
    return any(fold(part) in site for claim in claims for part in SEPARATOR.split(claim))


def _link_texts(blocks: Sequence[Block]) -> set[str]:
    """The names of sections, as bars and columns of links give them: a word or two."""
    bars = [block.text for block in blocks if block.all_link and not block.heading]
    parts = {part for bar in bars if width(bar) <= _LINK_BAR_WIDTH for part in SEPARATOR.split(bar)}
    return {fold(part) for part in parts if width(part) <= 2 * _SECTION_WIDTH and len(part.split()) <= 2} - {""}


def _better_shown(title: str, blocks: Sequence[Block], excluded: set[str]) -> str | None:
    """Return the line above the text that says what the text speaks of, where the declared title hardly does."""
    text = prose_of(blocks)
    if word_count(title) < _FEWEST_WORDS or shared_words(title, text) >= _FEW_SHARED:
        return None
    line = prominent_line(blocks, excluded)
    told = line is not None and word_count(line) >= _FEWEST_WORDS and shared_words(line, text) >= _MANY_SHARED
    return line if told else None


def _front_heading(headings: Sequence[Block], excluded: set[str]) -> str | None:
    """A front-page logo is an h1 too, so a heading inside the article comes first."""
    ranked = sorted((block for block in headings if block.heading == 1), key=lambda block: not block.in_article)
    plausible = [block.text for block in ranked if fold(block.text) not in excluded and width(block.text) > _SHORTEST]
    return next(iter(plausible), None)


def _agreeing(headings: Sequence[Block], rank: int, claims: Sequence[str], site: set[str]) -> str | None:
    for block in headings:
        shown = fold(block.text)
        if block.heading == rank and shown not in site and any(_agree(block.text, claim) for claim in claims):
            return block.text
    return None


def _agree(shown: str, claim: str) -> bool:
    """A claim may carry the site's name behind the title or before it, or be the title cut short."""
    one, other = fold(shown), fold(claim)
    if len(one) < 4 or not other:
        return False
    if one == other:
        return True
    if other.endswith(one) and 2 * len(one) >= len(other) and width(shown) >= _SECTION_WIDTH:
        return any(fold(claim[match.end() :]) == one for match in SEPARATOR.finditer(claim))
    if other.startswith(one):
        return 2 * len(one) >= len(other) or (width(shown) >= _SECTION_WIDTH and _breaks_after(claim, one))
    return one.startswith(other) and 10 * len(other) >= 6 * len(one) and claim.rstrip().endswith(("...", "…"))


def _breaks_after(claim: str, folded_start: str) -> bool:
    """Tell whether a separator stands in `claim` where the letters of `folded_start` end."""
    return any(fold(claim[: match.start()]) == folded_start for match in SEPARATOR.finditer(claim))


def _fits(text: str) -> bool:
    return len(text) >= 2 and width(text) <= _LONGEST and bool(fold(text))
