"""The day of an act that another sentence tells: "… are sister cities now. … The papers were signed on Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from monitor.understand.dates import DateMark
from monitor.understand.document import Document
from monitor.understand.novelty import When, dates_statement, find_day, is_fresh, marks_in
from monitor.understand.pairs import CAPITALS, Pair, is_locative
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.ties import TIE_GROUPS, find_tie

_PAPER = (
    r"(?:signing|ceremony|agreement|pact|accord|paper|document|text|deal|deed|mou|memorandum(?: of understanding)?"
    r"|letter(?: of intent)?|protocol|treaty|charter)s?"
)
_THE_ACT = {
    "en": re.compile(
        rf"\b(?:the|this|that|their|both|these|[a-z]+day's) (?:[a-z'-]+ )?{_PAPER}\b"
        r"|\b(?:signed|inked|concluded|sealed|initialled)\b|\bput their (?:names|signatures)\b|\bsignatures\b"
        r"|\bcame into being\b"
    ),
    "zh": re.compile(r"签字|签署|签约|签订|缔结|仪式"),
    "ur": re.compile(r"(?<![آ-ۓ])(?:دستخط|تقریب|معاہد[ہے])(?![آ-ۓ])"),
}
"""Words for the paper told before, or for putting names to it."""
_JUST_TOLD = re.compile(
    r"^(?:that|this|it) (?:all )?(?:happened|was (?:done|made|concluded|sealed|agreed|on|in|at|late|early|yesterday))\b"
)
"""How a sentence opens that means what the one before told."""
_OCCASION = re.compile(
    r"\b(?:ceremony|event|meeting|function|forum|conference|signing|came into being|signator(?:y"
    r"|ies)|signatures|session)\b|仪式|活动|会上|论坛|تقریب|اجلاس|فورم|یہ اعلان"
)
"""In the next sentence: where the paper was signed."""
_ANOTHER = {
    "en": re.compile(
        rf"\b(?:an?|another|separate|similar|second|third|two|three|other|old|earlier|previous|first|original)"
        rf" (?:[a-z-]+ ){{0,3}}{_PAPER}\b|\b(?:earlier|had been|before that|effect|force|announce|expire|valid)"
    ),
    "zh": re.compile(r"另|此前|曾|早在|生效|有效|拟|将"),
    "ur": re.compile(r"(?<![آ-ۓ])(?:دوسر[اےی]|ایک اور|پہلے|نافذ|قبل)(?![آ-ۓ])"),
}
"""It is another paper, or another thing than its signing."""
_OF_OTHERS = ("business", "body", "tie_other")
"""Before the act: others do it."""
_LEAD = {"en": 30, "zh": 15, "ur": 30}
"""Characters of the first sentence that opens a report."""
_OF_PAGE = re.compile(
    r"\b(?:updated|published)\b:?|(?:minutes?|hours?) ago|\d{1,2}:\d\d|来源:|发布时间|\A[^.:]{0,40}\d{4}\Z"
)
"""In a line that tells when and where the page appeared."""
_FORUM = re.compile(
    r"\bforum\b|\bmeeting of (?:[a-z]+ )?mayors\b|\bpartners?\b|\bfriends\b|\bconference\b|推介会|论坛|大会|会议"
)
_AFTER_TALKS = re.compile(
    r"(?:after|following|at the end of) (?:the|their|these) (?:talks|meeting|session|discussions?)\b|会后|会谈后"
)
"""How a sentence opens that goes on on the same day."""
_SIGNING_HELD = re.compile(
    r"\bheld (?:an? )?(?:[a-z]+ ){0,2}signing ceremony\b|\bmade (?:it|the tie|their friendship) (?:official|formal)\b"
)
"""In the sentence before: the day is the signing's."""
_THE_DAY_BEFORE = re.compile(r"(?<=签字|签约|签署|仪式)前")
"""签字前一天: a day told from that of the act is another."""
_OPENS = re.compile(r"(?:(?:in|on|during|late|early|also) )*")
_A_DAY = len("2026-11-22")


def day_told_next(scene: Scene, where: Sentence, pair: Pair) -> When | None:
    """Return the day that the next sentence gives to the act told in `where`, None where it gives none."""
    after = next((s for s in scene.body() if s.start >= where.end), None)
    if after is None or scene.names_abroad(after) or _names_others(scene, after, _own(scene, where, pair)):
        return None
    told = (_THE_ACT[scene.doc.lang], _JUST_TOLD, _OCCASION, scene.doc.cues["sign"])
    act = next((hit for pattern in told if (hit := pattern.search(scene.words(after)))), None)
    day = _day_in(scene, after, act.end()) if act else None
    return When(day, "the next sentence dates the act") if day else None


def time_that_opens(scene: Scene, where: Sentence) -> When | None:
    """ "Last year, A and B were joined, while C and D signed": the time that opens a sentence is that of its parts."""
    whole = scene.doc.sentence_at(where.start)
    if whole is None or whole.start >= where.start:
        return None
    opening = [m for m in scene.marks if _OPENS.fullmatch(scene.doc.text, whole.start, m.start)]
    comma = opening and scene.doc.text.startswith(",", opening[0].end)
    return When(opening[0].date, "the time that opens its sentence") if comma else None


def day_told_before(scene: Scene, where: Sentence) -> When | None:
    """ "Talks were held on April 12. After the talks the two signed …": the day of the sentence before."""
    before = next((s for s in reversed(scene.body()) if s.end <= where.start), None)
    if before is None:
        return None
    ceremony = _SIGNING_HELD.search(scene.doc.text, before.start, before.end) is not None
    if not ceremony and not _AFTER_TALKS.match(scene.doc.text, where.start):
        return None
    days = {m.date for m in marks_in(scene.marks, before.start, before.end) if _may_be_news(scene.doc, m)}
    return When(days.pop(), "the sentence before dates the talks") if len(days) == 1 else None


def day_told_later(scene: Scene, where: Sentence, pair: Pair) -> When | None:
    """Return the day on which a sentence further down says that the act told in `where` was done, None for none."""
    for after in _about_it(scene, where, pair):
        words = scene.words(after)
        act = _THE_ACT[scene.doc.lang].search(words)
        if act is None or _ANOTHER[scene.doc.lang].search(words) or scene.says("statement", after):
            continue
        if day := _day_in(scene, after, act.end()):
            return When(day, "a later sentence dates the act")
    return None


def _day_in(scene: Scene, after: Sentence, act_end: int) -> str | None:
    """The first day of a sentence that is no statement's, unless firms or other bodies are named before it."""
    for mark in marks_in(scene.marks, after.start, after.end):
        stated = dates_statement(scene.doc, mark, after, (after.start, after.start))
        aside = _THE_DAY_BEFORE.match(scene.doc.text, mark.start)
        if stated or aside or not _may_be_news(scene.doc, mark):
            continue
        by = replace(after, end=after.start + act_end)
        return None if scene.says_any(_OF_OTHERS, by) else mark.date
    return None


def _may_be_news(doc: Document, mark: DateMark) -> bool:
    """A day of the weeks before publication; on a page without date, one told with its year."""
    if len(mark.date) != _A_DAY:
        return False
    return mark.has_year if doc.published is None else is_fresh(doc, mark.date) and mark.date <= str(doc.published)


def _about_it(scene: Scene, where: Sentence, pair: Pair) -> Iterator[Sentence]:
    """The sentences behind one, up to the next that tells of a tie or paper of other places."""
    own = _own(scene, where, pair)
    for after in scene.body():
        if after.start < where.end:
            continue
        if not _names_others(scene, after, own) and not scene.names_abroad(after):
            yield after
        elif find_tie(scene, after) or scene.says_any(("instrument", "letter_of_intent"), after):
            return


def _own(scene: Scene, where: Sentence, pair: Pair) -> set[str]:
    return {pair.cn.place.place_id, pair.pk.place.place_id} | {s.place.place_id for s in scene.named_in(where)}


def _names_others(scene: Scene, after: Sentence, own: set[str]) -> bool:
    """Tell whether a sentence names places that are no part of the tie, nor only where it was signed."""
    named = {s.place.place_id for s in scene.named_in(after) if not is_locative(scene.doc, s)} - CAPITALS
    return any(not any(_overlap(scene, one, mine) for mine in own) for one in named)


def _overlap(scene: Scene, one: str, other: str) -> bool:
    return scene.gazetteer.is_or_lies_in(one, other) or scene.gazetteer.is_or_lies_in(other, one)


def year_of_paragraph(scene: Scene, where: Sentence) -> str | None:
    """Return the past date that a sentence before, of the same paragraph, tells of the same two places."""
    doc = scene.doc
    told = [m for m in scene.marks if m.has_year and m.start < where.start and len(m.date) >= len("2026-11")]
    if not told or told[-1].start <= doc.text.rfind("\n", 0, where.start) or doc.in_dateline(told[-1].start):
        return None
    return told[-1].date


def lead_of(scene: Scene) -> Sentence | None:
    """Return the first sentence of the report proper."""
    long = (s for s in scene.body() if s.end - s.start > _LEAD[scene.doc.lang])
    return next((s for s in long if not _OF_PAGE.search(scene.words(s))), None)


def day_of_lead(scene: Scene, where: Sentence) -> str | None:
    """Return the day of the forum or signing that the report opens with, for what it then tells in detail."""
    lead = lead_of(scene)
    if lead is None or lead.start >= where.start or scene.says("history", where):
        return None
    opens_with = scene.says_any((*TIE_GROUPS, "instrument", "received", "sign"), lead)
    if not opens_with and not _FORUM.search(scene.words(lead)):
        return None
    when = find_day(scene.doc, scene.marks, lead, (lead.start, lead.start))
    return when.date if when.date and len(when.date) == _A_DAY else None
