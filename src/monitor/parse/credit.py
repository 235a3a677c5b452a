"""Who wrote an article, and which agency or paper it was taken from, where it is plainly said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from monitor.parse.dates import find_dates
from monitor.parse.declared import Declared, plain
from monitor.parse.furniture import load_furniture
from monitor.parse.layout import Block
from monitor.parse.lines import collapse, fold, han_count, width

_NAME: Final = r"[A-Z][\w.'’-]+(?:\s+(?:and\s+|&\s+|bin\s+|ul\s+|ur\s+)?[A-Z][\w.'’-]+){0,5}?"
_BY = re.compile(
    rf"\A(?:Story\s|Written\s)?By:?\s+(?P<name>{_NAME})\s*"
    r"(?:\Z|[|•,–-]\s|(?:Published|Posted|Updated|On)\b|\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)"
)
_REPORTER = re.compile(
    r"(?:本报记者|通讯员|记者|記者)\s*[:\uff1a]?\s*(?P<zh>[\u4e00-\u9fff·]{2,4}"
    r"(?:[ 、,\uff0c][\u4e00-\u9fff·]{2,4}){0,3})\s*[)\uff09\s】]*\Z"
    r"|\AReporters?:?\s+(?P<en>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,4})\Z"
)
_SOURCE = re.compile(
    r"(?:来源|來源|稿源|信息来源|文章来源|(?<![A-Za-z])Source)\s*[:\uff1a]\s*"
    r"(?P<name>[^\s|。;\uff1b:\uff1a【\[(\uff08<>][^|。;\uff1b:\uff1a【\[(\uff08<>]{0,50})",
    re.IGNORECASE,
)
_SOURCE_END = re.compile(
    r"\s*(?:发布|發布|时间|時間|日期|作者|编辑|編輯|责任|責任|责编|記者|记者|点击|浏览|字号|字体|分享|打印|Author|Date|Published|Editor|Time)"
)
_DATELINE_AGENCY = re.compile(
    r"\A.{0,90}?[(\uff08](?P<name>[A-Za-z][A-Za-z .'’&/-]{1,40}?)"
    r"(?:\s*[-–]\s*\d[^)\uff09]{0,30})?[)\uff09]\s*[:\uff1a\-–—.]"
)
_ZH_DATELINE = re.compile(
    r"\A[(\uff08【\[]?\s*(?P<name>新华社|新華社|中新社|中新网|中新網|人民网|新华网|中国新闻网|央视新闻|本报|本網|本网).{0,40}?[电電讯訊]"
)
_UR_DATELINE = re.compile(r"\A.{0,60}?[(\uff08](?P<name>[\u0600-\u06ff\s]{2,30})[)\uff09]")
_CARRIED: Final = (
    r"(?:carried|reported|published|released)\s+by\s+(?:the\s+)?(?P<name>{names})(?!\w)|(?P<tail>{names})\s+reported"
)
_NOT_PEOPLE: Final = frozenset(
    map(fold, ("admin", "administrator", "editor", "webdesk", "web desk", "news desk", "staff",
               "staff report", "staff reporter", "our correspondent", "author", "webmaster", "root", "user", "none"))
)  # fmt: skip
_LINES_READ: Final = 4


def find_byline(declared: Declared, blocks: Sequence[Block], text: str) -> str | None:
    """Return the name of the author as the page gives it; None for the outlet's own name and the like of "admin"."""
    site = {fold(name) for name in declared.site_names}
    for name in _authors(declared, blocks, text):
        usable = len(name) >= 2 and width(name) <= 80 and "//" not in name and "@" not in name
        if usable and fold(name) and fold(name) not in _NOT_PEOPLE | site:
            return name
    return None


def find_credit(blocks: Sequence[Block], title: str, raw_text: str) -> str | None:
    """Return the agency or paper that an article credits: in a source line, a dateline, or as carrier of the report."""
    lines = [line for line in raw_text.split("\n") if line]
    near = _around_title(blocks, title)
    for line in (*near, *lines[:_LINES_READ], *lines[-_LINES_READ:]):
        if width(line) <= 200 and (named := _in_source_line(line)) is not None:
            return named
    return _in_dateline(lines[:_LINES_READ]) or _carrier(raw_text)


def _authors(declared: Declared, blocks: Sequence[Block], text: str) -> Iterator[str]:
    for item in declared.articles:
        authors = item.get("author")
        names = [plain(author) for author in (authors if isinstance(authors, list) else [authors])]
        yield ", ".join(dict.fromkeys(name for name in names if name))
    yield declared.meta("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author") or ""
    for line in [block.text for block in blocks if not block.furniture and width(block.text) <= 100]:
        if match := _BY.match(line):
            yield match.group("name")
    lines = text.split("\n")
    for line in (*lines[:2], *lines[-2:]):
        if match := _REPORTER.search(line):
            yield match.group("zh") or match.group("en")


def _around_title(blocks: Sequence[Block], title: str) -> list[str]:
    wanted = fold(title)
    at = next((index for index, block in enumerate(blocks) if fold(block.text) == wanted and block.heading), None)
    if at is None:
        at = next((index for index, block in enumerate(blocks) if fold(block.text) == wanted), 0)
    return [block.text for block in blocks[max(0, at - 3) : at + 10] if not block.furniture]


def _in_source_line(line: str) -> str | None:
    match = _SOURCE.search(line)
    if match is None:
        return None
    name = match.group("name")
    stops = [found.start for found in find_dates(name)] + [stop.start() for stop in _SOURCE_END.finditer(name)]
    name = collapse(name[: min(stops, default=len(name))]).strip(" -—·,\uff0c")
    if han_count(name):
        name = name.split(" ")[0]
    return name if 2 <= len(name) <= 40 and not name.startswith(("http", "www")) else None


def _in_dateline(lines: Sequence[str]) -> str | None:
    known = {fold(name): name for name in load_furniture().agencies}
    for line in lines:
        if match := _ZH_DATELINE.match(line):
            return match.group("name")
        for pattern in (_DATELINE_AGENCY, _UR_DATELINE):
            match = pattern.match(line)
            if match and fold(match.group("name")) in known:
                return collapse(match.group("name"))
        if (match := _DATELINE_AGENCY.match(line)) and match.group("name").isupper() and len(match.group("name")) <= 5:
            return match.group("name")
    return None


def _carrier(text: str) -> str | None:
    names = "|".join(re.escape(name) for name in load_furniture().agencies if len(name) > 4)
    match = re.search(_CARRIED.format(names=names), text)
    return (match.group("name") or match.group("tail")) if match else None
