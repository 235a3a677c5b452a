"""The title as old pages show it: no heading element, but a line above the text that stands out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from monitor.parse.dates import find_dates
from monitor.parse.furniture import load_furniture
from monitor.parse.layout import Block
from monitor.parse.lines import ends_sentence, fold, han_count, width

_WORD = re.compile(r"[\uac00-\ud7a3]{2,}|[^\W\d_]{4,}")
_PROSE_WIDTH: Final = 80
_NARROWEST: Final = 10
_WIDEST: Final = 220
_BLOCKS_ABOVE: Final = 12
_PROSE_READ: Final = 4000
_SHARED: Final = 0.3


def prominent_line(blocks: Sequence[Block], names: set[str]) -> str | None:
    """Return the line above the text that stands out most; of equal ones that which shares most words with the text.

    `names` are the folded names of site and sections, which stand out too. A line must share words with the text.
    """
    start = _start(blocks)
    if start is None:
        return None
    plain = blocks[start].weight
    text = prose_of(blocks)
    ranked = []
    for index in range(max(0, start - _BLOCKS_ABOVE), start):
        block = blocks[index]
        weight = max(block.weight, 7 - block.heading if block.heading else 0)
        share = shared_words(block.text, text)
        if weight > plain and share >= _SHARED and _may_be_title(block, names):
            ranked.append((weight, share, index))
    return blocks[max(ranked)[2]].text if ranked else None


def prose_of(blocks: Sequence[Block]) -> str:
    """Return the first paragraphs of a page, as many as are needed to see what it speaks of."""
    return " ".join(block.text for block in blocks if _is_prose(block))[:_PROSE_READ]


def shared_words(line: str, text: str) -> float:
    """Return which share of the words of `line` stands in `text`; pairs of characters count as Han words."""
    words = _words(line)
    return len(words & _words(text)) / len(words) if words else 0.0


def word_count(line: str) -> int:
    """Return how many words of `line` can be looked for in a text."""
    return len(_words(line))


def _start(blocks: Sequence[Block]) -> int | None:
    return next((index for index, block in enumerate(blocks) if _is_prose(block)), None)


def _words(text: str) -> set[str]:
    if han_count(text) > len(text) // 3:
        return {text[at : at + 2] for at in range(len(text) - 1) if han_count(text[at : at + 2]) == 2}
    return {word.casefold() for word in _WORD.findall(text)}


def _is_prose(block: Block) -> bool:
    if block.furniture or block.heading or 2 * block.linked >= len(block.text):
        return False
    return width(block.text) > _WIDEST or (width(block.text) >= _PROSE_WIDTH and ends_sentence(block.text))


def _may_be_title(block: Block, names: set[str]) -> bool:
    furniture, text = load_furniture(), block.text
    if block.all_link or block.furniture or not _NARROWEST <= width(text) <= _WIDEST:
        return False
    if fold(text) in names or furniture.is_control(text) or furniture.is_marker(text) or furniture.opens_page(text):
        return False
    return not any(width(text) - (found.end - found.start) < 2 * _NARROWEST for found in find_dates(text, year=2000))
