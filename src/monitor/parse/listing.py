"""Pages that list articles and are none themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from monitor.parse.address import is_front_page
from monitor.parse.declared import Declared
from monitor.parse.layout import Block
from monitor.parse.lines import ends_sentence, fold, width

_LONG_PARAGRAPH: Final = 200
_TEASER_WIDTH: Final = 24
_FEWEST_LINKS: Final = 8
_FEWEST_TEASERS: Final = 3


def is_listing(url: str, declared: Declared, blocks: Sequence[Block], text: str) -> bool:
    """Tell whether a page is a list of links: headlines stand between its paragraphs, and no paragraph is long.

    Headlines in menus and margins do not count, since articles have those too.
    """
    lines = text.split("\n")
    headlines = [block for block in blocks if block.all_link and width(block.text) >= _TEASER_WIDTH]
    if is_front_page(url) and len(headlines) >= _FEWEST_LINKS:
        return True
    if declared.is_article or any(width(line) > _LONG_PARAGRAPH and ends_sentence(line) for line in lines):
        return False
    if len(headlines) >= _FEWEST_TEASERS and _are_teasers(lines):
        return True
    linked = {block.folded for block in headlines}
    if sum(fold(line) in linked for line in lines) > max(3, 0.5 * len(lines)):
        return True
    between = _headlines_between(blocks, {fold(line) for line in lines} - linked)
    if between >= max(4, 0.5 * len(lines)):
        return True
    return len(headlines) >= _FEWEST_LINKS and not any(ends_sentence(line) and width(line) >= 40 for line in lines)


def _are_teasers(lines: Sequence[str]) -> bool:
    """Tell whether most lines are cut short, as openings of articles are in lists."""
    cut = sum(line.rstrip("]) ").endswith(("…", "...")) for line in lines)
    return cut >= max(_FEWEST_TEASERS, 0.6 * len(lines))


def _headlines_between(blocks: Sequence[Block], paragraphs: set[str]) -> int:
    """How many link lines stand between the first and the last paragraph of the text."""
    at = [index for index, block in enumerate(blocks) if block.folded in paragraphs]
    if not at:
        return 0
    span = blocks[at[0] : at[-1] + 1]
    return sum(block.all_link and width(block.text) >= _TEASER_WIDTH for block in span)
