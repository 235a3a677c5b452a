"""Who wrote an article, where it is plainly said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from monitor.parse.declared import Declared, plain
from monitor.parse.layout import Block
from monitor.parse.lines import fold, width

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
_NOT_PEOPLE: Final = frozenset(
    map(fold, ("admin", "administrator", "editor", "webdesk", "web desk", "news desk", "staff",
               "staff report", "staff reporter", "our correspondent", "author", "webmaster", "root", "user", "none"))
)  # fmt: skip


def find_byline(declared: Declared, blocks: Sequence[Block], text: str) -> str | None:
    """Return the name of the author as the page gives it; None for the outlet's own name and the like of "admin"."""
    site = {fold(name) for name in declared.site_names}
    for name in _authors(declared, blocks, text):
        usable = len(name) >= 2 and width(name) <= 80 and "//" not in name and "@" not in name
        if usable and fold(name) and fold(name) not in _NOT_PEOPLE | site:
            return name
    return None


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
