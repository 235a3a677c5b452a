"""Whether an event is an article's news or its history, and the day it happened on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.understand.dates import DateMark
from monitor.understand.document import Document
from monitor.understand.text import Sentence

FRESH = timedelta(days=45)
"""An act up to so long before publication can still be an article's news: monthly pages tell late."""
_SINCE = {
    "en": re.compile(r"\b(?:since|from|back in|in|as early as|way back)\s*:?\s*$"),
    "zh": re.compile(r"(?:自|从|早在|于)$"),
    "ur": re.compile(r"(?!)"),
}
_HERE = re.compile(r"\bhere\b")
_OCCASION = re.compile(r"\b(?:ceremony|event|meeting|function|forum|conference)\b|仪式|活动|会上|论坛|تقریب|اجلاس|فورم")


@dataclass(frozen=True, slots=True)
class When:
    """The event's date as text, or None, and what it was read from."""

    date: str | None
    why: str


def marks_in(marks: Sequence[DateMark], start: int, end: int) -> list[DateMark]:
    """Return the dates that stand in `text[start:end]`."""
    return [mark for mark in marks if start <= mark.start < end]


def find_day(doc: Document, marks: Sequence[DateMark], sentence: Sentence, act: tuple[int, int]) -> When:
    """Return the date of the act told at `act`, a span of the sentence.

    A date beside a word of saying ("said on Thursday", "a handout Wednesday", 19日公布) dates the statement (codebook
    18); the nearest other one dates the act. Without any, "here" takes the dateline's day, and the next sentence
    about the ceremony may give it.
    """
    own = [
        mark for mark in marks_in(marks, sentence.start, sentence.end) if not _dates_statement(doc, mark, sentence, act)
    ]
    own = [mark for mark in own if not _in_dateline(doc, mark, sentence) and not _names_a_forum(doc, mark)]
    if own:
        best = min(own, key=lambda mark: (_distance(mark, act), -len(mark.date)))
        fuller = [mark for mark in own if mark.date.startswith(best.date) and len(mark.date) > len(best.date)]
        best = fuller[0] if fuller else best
        return When(best.date, f"dated beside the act: {doc.text[best.start : best.end]}")
    if _HERE.search(doc.text[sentence.start : sentence.end]) and not marks_in(marks, sentence.start, sentence.end):
        line_start = doc.text.rfind("\n", 0, sentence.start) + 1
        line = [mark for mark in marks if line_start <= mark.start < sentence.end and _in_dateline(doc, mark, None)]
        if line and len(line[0].date) == 10:
            return When(line[0].date, "done here, on the dateline's day")
    following = _next(doc, sentence)
    if following and _OCCASION.search(doc.text[following.start : following.end]):
        for mark in marks_in(marks, following.start, following.end):
            if not _dates_statement(doc, mark, following, (mark.start, mark.start)) and len(mark.date) == 10:
                return When(mark.date, "the next sentence dates the occasion")
    return When(None, "no date of its own")


def is_history(
    doc: Document, marks: Sequence[DateMark], sentence: Sentence, act: tuple[int, int], day: str | None
) -> str | None:
    """Return why the act is background rather than news, or None."""
    base = doc.published
    if doc.cues.found("reference", doc.text, 0, doc.title_end) or doc.cues.found(
        "reference", doc.text, sentence.start, sentence.end
    ):
        return "a page of reference"
    if day and base and _latest(day) < base - FRESH:
        return f"{day} is long before the article"
    if day and base is None and _is_old_year(doc, marks, sentence, day):
        return f"{day} is told with its year"
    cue = doc.cues["history"].search(doc.text, sentence.start, sentence.end)
    if cue and not doc.is_title(sentence):
        near = abs(cue.start() - act[0]) < 90 or cue.start() == sentence.start
        if near and (day is None or base is None or _latest(day) < base - timedelta(days=10)):
            return f"told as background: {cue.group()}"
    return None


def told_year(doc: Document, marks: Sequence[DateMark], tie: tuple[int, int], sentence: Sentence) -> DateMark | None:
    """Return the date since which a tie stands ("since 1984", "Shanghai, 1984", 自1984年起), where one is told."""
    near = []
    for mark in marks_in(marks, sentence.start, sentence.end):
        if not mark.has_year or _names_a_forum(doc, mark):
            continue
        since = _SINCE[doc.lang].search(doc.text[max(0, mark.start - 14) : mark.start])
        if since or _distance(mark, tie) <= 30:
            near.append(mark)
    return min(near, key=lambda mark: _distance(mark, tie)) if near else None


def _is_old_year(doc: Document, marks: Sequence[DateMark], sentence: Sentence, day: str) -> bool:
    named = [
        mark for mark in marks_in(marks, sentence.start, sentence.end) if mark.has_year and mark.date[:4] == day[:4]
    ]
    if not named:
        return False
    first_body = next((s for s in doc.sentences if not doc.is_title(s)), sentence)
    return sentence.line > first_body.line or any(mark.date[:4] > day[:4] for mark in marks)


def _latest(day: str) -> date:
    if len(day) == 10:
        return date.fromisoformat(day)
    if len(day) == 7:
        year, month = map(int, day.split("-"))
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(int(day), 12, 31)


def _distance(mark: DateMark, act: tuple[int, int]) -> int:
    return max(0, act[0] - mark.end, mark.start - act[1])


def _dates_statement(doc: Document, mark: DateMark, sentence: Sentence, act: tuple[int, int]) -> bool:
    window = (max(sentence.start, mark.start - 60), min(sentence.end, mark.end + 30))
    says = [
        abs(_middle(span) - _middle((mark.start, mark.end))) for span in doc.cues.spans("statement", doc.text, *window)
    ]
    if not says:
        return False
    if doc.lang != "en":
        close = doc.cues["statement"].match(doc.text, mark.end) if doc.lang == "zh" else None
        return close is not None
    acts = [act]
    for group in ("sign", "meet", "travel", "depart", "establish"):
        acts.extend(doc.cues.spans(group, doc.text, *window))
    strong = [a for a in acts if doc.text[a[0] : a[1]] not in ("told", "now", "made")]
    return min(says) < min((abs(_middle(a) - _middle((mark.start, mark.end))) for a in strong), default=999)


def _middle(span: tuple[int, int]) -> float:
    return (span[0] + span[1]) / 2


def _in_dateline(doc: Document, mark: DateMark, sentence: Sentence | None) -> bool:
    line_start = doc.text.rfind("\n", 0, mark.start) + 1
    head = doc.text[line_start : mark.end + 60]
    close = re.match(r"[^\n]{0,90}?(?:\)\s?[:-]?|:|电|讯|--)\s?", head)
    return (
        bool(close)
        and mark.start - line_start < close.end() <= 110
        and (sentence is None or mark.start < line_start + close.end())
    )


def _names_a_forum(doc: Document, mark: DateMark) -> bool:
    """The year in a forum's name dates nothing: "2021 Forum on Cooperation", 2021“友城合作”."""
    after = doc.text[mark.end : mark.end + 2].strip()
    return len(mark.date) == 4 and (
        after[:1] in ('"', "“", "「")
        or bool(re.match(r" ?(?:forum|china|olymp|friend|asian|mayor)", doc.text[mark.end : mark.end + 8]))
    )


def _next(doc: Document, sentence: Sentence) -> Sentence | None:
    later = [s for s in doc.sentences if s.start >= sentence.end]
    return later[0] if later and later[0].line - sentence.line <= 1 else None
