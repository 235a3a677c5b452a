"""The line under a title that says when an article appeared, where and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from monitor.parse.dates import find_dates
from monitor.parse.lines import ends_sentence, fold, width

_META_WIDTH: Final = 160
_META_WORDS = re.compile(
    r"report(?:er)?|correspondent|desk|published|posted|updated|last|modified|release|date|time|source|author|editor|by|at|on|am|pm|pkt|gmt|"
    r"mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"发布时间|发布日期|发布|时间|日期|来源|作者|编辑|責任|责任|字号|大|中|小|浏览|次数|發布|時間|來源|編輯|星期[一二三四五六日]|"
    r"رپورٹ|نامہ نگار|شائع|تاریخ|اشاعت|وقت|پیر|منگل|بدھ|جمعرات|جمعہ|جمعہ|ہفتہ|اتوار",
    re.IGNORECASE,
)


def is_meta_line(line: str, names: Iterable[str] = ()) -> bool:
    """Tell whether a line says when (and from where) an article comes and nothing else; `names` are the site's."""
    if width(line) > _META_WIDTH or ends_sentence(line):
        return False
    dates = list(find_dates(line, year=2000))
    if not dates:
        return False
    rest = line
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    labelled = re.search(r"来源|來源|发布|發布|时间|時間|source\s*:|published|posted|updated", rest, re.IGNORECASE)
    for name in names:
        rest = rest.replace(name, " ")
    left = fold(_META_WORDS.sub("", rest))
    return width(left) <= (40 if labelled else 6)
