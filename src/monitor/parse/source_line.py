"""The agency or paper named around the title: behind 来源 or "Source", or beside the date without any label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from monitor.parse.dates import find_dates
from monitor.parse.furniture import load_furniture
from monitor.parse.layout import Block
from monitor.parse.lines import collapse, ends_sentence, fold, han_count, width

_LABELLED = re.compile(
    r"(?:(?<!图片)(?<!图)(?:来源|來源)[于於自]?|稿源|(?<![A-Za-z])Source)\s*[:\uff1a]\s*"
    r"(?P<name>[^\s|。;\uff1b:\uff1a【\[(\uff08<>][^|。;\uff1b:\uff1a【\[(\uff08<>]{0,50})",
    re.IGNORECASE,
)
_LABELLED_BARE = re.compile(r"(?:\A|[|\uff5c\s])(?:来源|來源|稿源)\s*(?P<name>[^\s|:\uff1a]{2,20})(?=[|\s]|\Z)")
_NAME_END = re.compile(
    r"\s*(?:发布|發布|时间|時間|日期|作者|编辑|編輯|责任|責任|责编|記者|记者|点击|浏览|字号|字体|分享|打印|Author|Date|Published|Editor|Time)"
)
_MARKED = re.compile(r"(?:\A|\s)(?:source|media[_-]?name|js_name|author-name|\w*_nickname)(?:\s|\Z)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[\[(\uff08【].*")
_PARTS = re.compile(r"[\s|\uff5c·•]+")
_NO_NAME = re.compile(
    r"[:\uff1a@#%]|\d{3}|\A\W*\d|\A我|评论|阅读|浏览|点击|分享|收藏|编辑|作者|记者|通讯员|字号|字体|参与|关注|订阅|原创|发布|发表|更新|来源"
)
_LINE_WIDTH: Final = 200
_NAME_WIDTH: Final = 40
_ABOVE: Final = 3
_UNDER: Final = 9
_BESIDE: Final = 4
_BEHIND: Final = 8


def source_near_title(blocks: Sequence[Block], title: str) -> str | None:
    """Return the source named in the lines around the title, None where none is.

    A label tells it in any language. Chinese portals leave the label out: there it is the name in an element that is
    marked so, beside the date, or on the line between title and date.
    """
    at = _title_index(blocks, title)
    under = blocks[at + 1 : at + 1 + _BESIDE]
    around = [block for block in blocks[max(0, at - _ABOVE) : at + 1 + _UNDER] if not block.furniture]
    if named := next(filter(None, (labelled_source(block.text) for block in (*around, *under))), None):
        return named
    if not han_count(title):
        return None
    unlabelled = (*_marked(under), *_beside_date(under), *_before_date(under))
    return next((_IN_BRACKETS.sub("", name) for name in unlabelled if _may_be_source(name)), None)


def source_behind_text(blocks: Sequence[Block], last_line: str) -> str | None:
    """Return the source named under a label in the lines that follow the text."""
    wanted = fold(last_line)
    at = next((index for index in range(len(blocks) - 1, -1, -1) if fold(blocks[index].text) == wanted), None)
    behind = blocks[at + 1 : at + 1 + _BEHIND] if at is not None and wanted else []
    return next(filter(None, (labelled_source(block.text) for block in behind if not block.furniture)), None)


def labelled_source(line: str) -> str | None:
    """Return the name behind "Source:" or 来源 in a line, None where there is none or it is only "the web"."""
    if width(line) > _LINE_WIDTH or not ("源" in line or "source" in line.lower()):
        return None
    match = _LABELLED.search(line) or _LABELLED_BARE.search(line)
    if match is None or (match.re is _LABELLED_BARE and next(find_dates(line), None) is None):
        return None
    name = match.group("name")
    stops = [found.start for found in find_dates(name)] + [stop.start() for stop in _NAME_END.finditer(name)]
    name = collapse(name[: min(stops, default=len(name))]).strip(" -—·,\uff0c")
    if han_count(name):
        name = name.split(" ")[0]
    usable = 2 <= len(name) <= 40 and not name.startswith(("http", "www"))
    return name if usable and name not in load_furniture().no_sources else None


def _title_index(blocks: Sequence[Block], title: str) -> int:
    wanted = fold(title)
    equal = [index for index, block in enumerate(blocks) if fold(block.text) == wanted]
    return next((index for index in equal if blocks[index].heading), equal[0] if equal else 0)


def _marked(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        for element in block.element.iter("span", "a", "p", "div", "strong"):
            if _MARKED.search(f"{element.get('id', '')} {element.get('class', '')}"):
                yield collapse(element.text_content())


def _beside_date(blocks: Sequence[Block]) -> Iterator[str]:
    """The only word behind the date, else the one before it; several words behind are people."""
    for block in blocks:
        date = next(find_dates(block.text), None) if width(block.text) <= _LINE_WIDTH // 2 else None
        if date is not None:
            behind = [part for part in _PARTS.split(block.text[date.end :]) if _may_be_source(part)]
            yield from behind if len(behind) == 1 else ()
            yield from _PARTS.split(block.text[: date.start].strip())[-1:]


def _before_date(blocks: Sequence[Block]) -> Iterator[str]:
    """The line over the date; a name before a slash is the writer's."""
    for line, dated in pairwise(blocks):
        date = next(find_dates(dated.text), None)
        labelled = dated.text.startswith(("发布时间", "发表时间"))
        if (labelled or (date is not None and date.start == 0)) and width(dated.text) <= _LINE_WIDTH // 2:
            yield line.text.rsplit("/", 1)[-1].strip()


def _may_be_source(name: str) -> bool:
    """Tell whether a word without a label is the name of an outlet; two or three signs with a surname are a person."""
    name, furniture = _IN_BRACKETS.sub("", name), load_furniture()
    person = han_count(name) == len(name) <= 3 and name[:1] in furniture.surnames
    named = not person and name not in furniture.no_sources and not furniture.is_control(name)
    return (
        named
        and len(name) >= 2
        and width(name) <= _NAME_WIDTH
        and not ends_sentence(name)
        and not _NO_NAME.search(name)
    )
