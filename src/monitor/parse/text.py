"""The text of an article: what trafilatura finds in the page, less what belongs to the page around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from configparser import ConfigParser
from copy import deepcopy
from functools import lru_cache
from typing import Final

from lxml.html import HtmlElement
from trafilatura import extract
from trafilatura.settings import DEFAULT_CONFIG

from monitor.parse.declared import Declared
from monitor.parse.furniture import Furniture, load_furniture
from monitor.parse.layout import Block
from monitor.parse.lines import collapse, ends_sentence, fold, width
from monitor.parse.metaline import is_meta_line
from monitor.parse.tail import without_headlines_behind, without_other_stories

_START: Final = 6
_SHORT_TEXT: Final = 600
_PROSE_WIDTH: Final = 60
_REPEATABLE_WIDTH: Final = 40
_HEAD_LINES: Final = 8
_BULLET = re.compile(r"\A[-•▪●*]\s+")
_CELL_BREAK = re.compile(r"\s*\\?\|\s*")


def extract_text(tree: HtmlElement, blocks: Sequence[Block], declared: Declared, url: str) -> str:
    """Return the main text of a page as it stands there, one paragraph a line; "" where none is found."""
    body = declared.article_text("articleBody") or ""
    prose = _visible_prose(blocks)
    text = _by_trafilatura(tree, url, precise=True)
    if width(text) < max(_SHORT_TEXT, 0.6 * width(prose)):
        wider = _by_trafilatura(tree, url, precise=False)
        text = wider if width(wider) > 1.2 * width(text) else text
    if width(text) < min(_SHORT_TEXT, 0.5 * width(prose)):
        text = prose
    return body if width(text) < 0.5 * width(body) else text


def clean_text(raw: str, title: str, blocks: Iterable[Block], names: Iterable[str] = ()) -> str:
    """Return the paragraphs of `raw` without title, page furniture, other stories and repetitions.

    `names` are those of the site, which stand beside the date under a title.
    """
    blocks = list(blocks)
    lines = [line for line in map(_as_paragraph, raw.split("\n")) if line]
    folded = [block.folded for block in blocks]
    lines = list(_broken_as_shown(lines, [block.text for block in blocks], folded))
    links = {folded[index] for index, block in enumerate(blocks) if block.all_link}
    lines = _without_head(lines, fold(title), links | _above_title(blocks, folded, fold(title)), list(names))
    lines = without_headlines_behind(without_other_stories(lines, links))
    return "\n".join(_once(_without_foot(lines, load_furniture())))


@lru_cache(maxsize=1)
def _settings() -> ConfigParser:
    config = deepcopy(DEFAULT_CONFIG)
    # A Chinese notice of 100 characters is a whole article: the default of 250 would send it to the guessing fallback.
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "100"
    return config


def _by_trafilatura(tree: HtmlElement, url: str, *, precise: bool) -> str:
    found = extract(
        tree,
        url=url,
        favor_precision=precise,
        fast=precise,
        include_comments=False,
        include_tables=True,
        config=_settings(),
    )
    return found or ""


def _visible_prose(blocks: Sequence[Block]) -> str:
    """The sentences outside furniture: all that table-shaped pages leave to go by."""
    inside = any(block.in_article and not block.furniture and width(block.text) >= _PROSE_WIDTH for block in blocks)
    prose = [
        block.text
        for block in blocks
        if not block.furniture
        and (block.in_article or not inside)
        and width(block.text) >= _PROSE_WIDTH
        and block.linked < 0.5 * len(block.text)
        and not block.heading
    ]
    return "\n".join(prose)


def _as_paragraph(line: str) -> str:
    cells = [cell for cell in _CELL_BREAK.split(collapse(line)) if cell.strip("- ")]
    return _BULLET.sub("", " ".join(cells))


def _broken_as_shown(lines: Iterable[str], shown: Sequence[str], folded: Sequence[str]) -> Iterator[str]:
    """Cells of a table come as one line each: break them where the page breaks them."""
    starts: dict[str, list[int]] = {}
    for index, text in enumerate(folded):
        starts.setdefault(text[:_START], []).append(index)
    for line in lines:
        wanted = fold(line)
        spans = (_span(folded, index, wanted) for index in starts.get(wanted[:_START], ()))
        span = next((span for span in spans if span), None) if width(line) > _PROSE_WIDTH else None
        yield from (text for text in shown[span] if fold(text)) if span else (line,)


def _span(folded: Sequence[str], start: int, wanted: str) -> slice | None:
    """The run of blocks from `start` on that together make up `wanted`."""
    length, end = 0, start
    while length < len(wanted) and end < len(folded) and wanted.startswith(folded[end], length):
        length += len(folded[end])
        end += 1
    return slice(start, end) if length == len(wanted) else None


def _above_title(blocks: Sequence[Block], shown: Sequence[str], title: str) -> set[str]:
    """What stands above the title, and nowhere below it, and is no sentence; `shown` are the folded blocks."""
    headed = [index for index, block in enumerate(blocks) if shown[index] == title and not block.all_link]
    if not headed:
        return set()
    above = {shown[index] for index in range(headed[0]) if not ends_sentence(blocks[index].text)}
    return above.difference(shown[headed[0] :])


def _without_head(lines: list[str], title: str, apart: Collection[str], names: Sequence[str]) -> list[str]:
    """Drop title, breadcrumb, buttons and the line of date and source from the first lines, wherever prose begins.

    `apart` are folded lines that are only links or stand above the title.
    """
    furniture = load_furniture()
    head, rest = lines[:_HEAD_LINES], lines[_HEAD_LINES:]
    kept = [
        line
        for line in head
        if not (
            fold(line) == title
            or fold(line) in apart
            or furniture.is_control(line)
            or furniture.opens_page(line)
            or is_meta_line(line, names)
        )
    ]
    return kept + [line for line in rest if fold(line) != title]


def _without_foot(lines: list[str], furniture: Furniture) -> list[str]:
    end = len(lines)
    while end and (furniture.is_control(lines[end - 1]) or furniture.closes_page(lines[end - 1])):
        end -= 1
    return lines[:end]


def _once(lines: Iterable[str]) -> list[str]:
    """Drop paragraphs that stood there before; short lines may repeat, as in an interview or a list."""
    seen: set[str] = set()
    kept = []
    for line in lines:
        folded = fold(line)
        if width(line) < _REPEATABLE_WIDTH or folded not in seen:
            kept.append(line)
            seen.add(folded)
    return kept
