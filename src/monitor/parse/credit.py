"""Which agency or paper an article was taken from, where it is plainly said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from monitor.parse.furniture import load_furniture
from monitor.parse.layout import Block
from monitor.parse.lines import collapse, fold
from monitor.parse.source_line import labelled_source, source_behind_text, source_near_title

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
_CARRIES = re.compile(r"\b(?:reported|(?:carried|published|released)\s+by)\b")
"""What any such words hold: looked for first, since the names of agencies are many."""
_LINES_READ: Final = 4


def find_credit(blocks: Sequence[Block], title: str, raw_text: str) -> str | None:
    """Return the agency or paper that an article credits: in a source line, a dateline, or as carrier of the report."""
    lines = [line for line in raw_text.split("\n") if line]
    if named := source_near_title(blocks, title):
        return named
    ends = [*lines[:_LINES_READ], *lines[-_LINES_READ:]]
    labelled = next(filter(None, map(labelled_source, ends)), None)
    return (
        labelled
        or source_behind_text(blocks, lines[-1] if lines else "")
        or _in_dateline(lines[:_LINES_READ])
        or _carrier(raw_text)
    )


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


@lru_cache(maxsize=1)
def _carrier_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in load_furniture().agencies if len(name) > 4)
    return re.compile(_CARRIED.format(names=names))


def _carrier(text: str) -> str | None:
    match = _carrier_pattern().search(text) if _CARRIES.search(text) else None
    return (match.group("name") or match.group("tail")) if match else None
