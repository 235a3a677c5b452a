"""Whether an event is an article's news or its history, and the day it happened on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.understand.date_words import ORDINALS
from monitor.understand.dates import DateMark, han_number
from monitor.understand.document import Document
from monitor.understand.text import Sentence

FRESH = timedelta(days=45)
"""An act up to so long before publication can still be an article's news: monthly pages tell late."""
_BEFORE_ACT, _AFTER_ACT, _OPENING = 110, 40, 4
"""Characters before and after an act within which a word such as "earlier" or "ago" puts it into the past; one
that opens the sentence does so for all of it."""
_ANNIVERSARY = re.compile(
    r"(?:结好|缔结[^,。]{0,12}关系|友好城市|友城|友好省|意向书|协议书?)(?P<zh>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:周)?年"
    rf"|\b(?P<en>\d{{1,2}}(?:th|st|nd|rd)?|{'|'.join(reversed(ORDINALS))}) anniversary of (?:the |their )?"
    r"(?:sister|twin|friend)"
)
_STANDS_SINCE = re.compile(
    r"\b(?:since|(?:dat(?:es?|ed|ing)|go(?:es|ing)|went) (?:from|back to))(?: [a-z]+,?)?\s*$|(?:自|从)$"
)
ASIDE = "told in passing, by a speaker"
_SINCE = {
    "en": re.compile(
        r"\b(?:since|dating from|dates? from|from|born(?: on| in)?|back in|in|as early as|way back|back to|dates? to"
        r"|as of)\s*:?\s*$"
    ),
    "zh": re.compile(r"(?:自|从|早在|于)$"),
    "ur": re.compile(r"(?!)"),
}
_MADE_THEN = re.compile(
    r"\bfirst (?:[a-z]+ ){0,2}[a-z]+ (?:in|on|from) $"
    r"|\bthat (?:they|the two|both) (?:had )?(?:first )?[a-z]+ (?:in|on) $"
)
_PAPER_OF = re.compile(r"\b(?:agreement|pact|accord|mou|memorandum|paper|tie|bond|link)s? of (?:[a-z]+ )?\Z")
_HAD_DONE = re.compile(
    r"\b(?:that|which) (?:the |its |his )?(?:[a-z'-]+ ){0,4}had (?:already |earlier |been )*(?!met|called|visited)"
    r"[a-z]+(?:ed|en|ld|nt)\b[^.;,]*\Z"
)
"""Before a date: "the accord that the cabinet had cleared in April" came earlier than what is told of it."""
_THAT_MADE = re.compile(
    r"\b(?:that|which) (?:had )?(?:first )?(?:made|tied|linked|joined|bound|paired) (?:them|the two)"
    r"(?: [a-z-]+){0,4} in \Z"
)
_RENEWED = re.compile(r"\b(?:renew|extend|reviv|prolong)(?:ed|s|al|ing)\b")
"""What is done to an earlier paper, dated by "the agreement of 2004"."""
_DATES_PAGE = re.compile(r"(?:updated|edited|modified|reviewed|checked|accessed|printed|更新)(?: (?:on|at))?[ :]*\Z")
"""Before a date of the page, not of what it tells."""
_AS_OF = re.compile(r"(?:到|至|截至|截止)$|\b(?:as of|by)\s$")
"""Before a date up to which something is counted."""
_UP_TO_DATE = re.compile(
    r"(?: (?!and |that |which |after |when |as )[a-z0-9'.()/-]+){0,7}? "
    r"|(?: (?!that |which |when )[a-z'.-]+){4,12} on (?:twitter|facebook|social media|x) (?:on )?"
)
_SAID_THAT_DAY = re.compile(r"(?: [آ-ۓ]+){0,5} (?:بتایا|کہا)(?: ہے)? کہ ")
_SAID_BEFORE = 90
"""Characters before a date in which a word of saying stands that it may date."""
_OF_A_PAPER = re.compile(
    r"'s (?:[a-z-]+ ){0,4}(?:news|daily|times|post|journal|herald|gazette|tribune|paper|edition|issue|dispatch)\b"
)
"""Behind a day: "Friday's Evening News writes"."""
_UP_TO_SAYING = re.compile(r"(?: (?:here|morning|evening|night|afternoon|media reports?))? ")
"""Between a word of saying and its day: no clause of another act."""
_FORUM_OF_YEAR = re.compile(r"(?!.{0,3}[月在举召])[^,。;:、]{2,18}(?:论坛|博览会|峰会)(?:上|期间|中|开幕|闭幕|[,。])")
"""Behind a year that belongs to a forum's name: 2021年…友好省市合作论坛上."""
_HELD = re.compile(r"\b(?:took place|was held|were held|visited|celebrated)\b")
"""Between a tie and a year: something else of that year."""
_OF_ITS = re.compile(r"\b(?:its|their) $")
"""Before a year that names what it belongs to: "its 2021 activities"."""
_NEWS_ONLINE_SINCE = 2000
"""No page without date reports what happened before this year as its news."""
_RECENT = timedelta(days=10)
"""A day so shortly before publication is news, whatever words of the past stand beside it."""
_CLOCKS = timedelta(days=2)
"""By so much a page's day may lie before that of the events it tells."""
_HERE = re.compile(r"\bhere\b")
_THE_ACT = re.compile(
    r" ?the (?:declaration|signing|ceremony|announcement|agreements?|deed|act|deal|accord)s? (?:was|were|took) "
)
_THEY_SIGNED = re.compile(
    r"(?:the|an?) (?:[a-z]+ ){1,5}?(?:that |which )?(?:they|the two) (?:have |had )?signed\b|then (?:he|she|they)\b"
)
"""How a sentence opens that goes on with the meeting of the one before."""
_HE_SPOKE_AT = re.compile(
    r"(?:he|she) (?:was (?:speaking|talking)|spoke|made (?:the|these) remarks|said (?:this|so)|expressed these views) "
    r"(?:at|during|while|after|on the occasion of) "
)
"""How a sentence opens that tells where what the one before reports was said: the day of both."""
_THE_PAPER = re.compile(
    r"the (?:mou|memorandum(?: of understanding)?|agreement|pact|accord|document|letter of intent)\b(?! of)"
)
"""How a sentence opens that goes on with a paper of the one before."""
_AT_THE_OCCASION = re.compile(
    r"(?:会上|会议上|(?:会谈|会见|会议|座谈)之后|会谈后|会谈中|座谈后|"
    r"席间|期间|活动(?:中|上|期间)|仪式上|论坛上|当天|会后|会见后|an hour later"
    r"|later in the day|the same day|(?:at|during) the (?:meeting|ceremony|event|forum|conference|gathering)"
    r"|there,? |(?:during|in the course of) (?:it|this|the)\b|(?:اسی )?(?:تقریب"
    r"|اجلاس|فورم) میں|اس موقع پر|اس دوران|on (?:the|this) occasion)"
)
_AT_THE_GATHERING = re.compile(
    r"\b(?:at|during|on the sidelines of|in the course of) (?:the|that|this) "
    r"(?P<what>ceremony|event|forum|conference|gathering|function|seminar|reception|exhibition|expo|fair)\b(?! of)"
)
_GATHERING_REACH = 3
"""Sentences before in which the gathering is named with its day."""
_HELD_ON = re.compile(r"\b(?:ceremony|event|meeting|forum|conference|gathering)(?: here)?,? (?:on )?\Z")
"""Between the name of an occasion and its day, whoever says something there."""
_NAMED_BEFORE_YEAR = re.compile(
    r"\b(?:fair|expo|texpo|forum|conference|exhibition|summit|festival|olympics)[ -]$"
    r"|(?:میل[ےہ]|فیئر|ایکسپو|فورم|کانفرنس|سمٹ|نمائش) $|(?:博览会|论坛)$"
)
"""Before a year: it is part of a name."""
_LASTS_FROM = re.compile(r"\b(?:away|abroad|in [a-z]+|there|here|tour|visit|trip),? since (?:last )?$")
""" "Away in China since last Friday, they signed on May 14": the stay began then."""


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
    18); the nearest other one dates the act. Without any, "here" takes the dateline's day, and "at the ceremony" the
    day that the sentence before gives to it.
    """
    own = [
        mark for mark in marks_in(marks, sentence.start, sentence.end) if not dates_statement(doc, mark, sentence, act)
    ]
    is_first = doc.text.endswith("first ", sentence.start, act[0])
    own = [m for m in own if not _names_a_forum(doc, m) and (is_first or not _is_aim_or_first(doc, m))]
    own = [m for m in own if not _HAD_DONE.search(doc.text, act[1], m.start)]
    if own:
        lasting = [mark for mark in own if _LASTS_FROM.search(doc.text, sentence.start, mark.start)]
        if len(lasting) < len(own):
            own = [mark for mark in own if mark not in lasting]
        best = min(own, key=lambda mark: (_distance(mark, act), -len(mark.date)))
        fuller = [mark for mark in own if mark.date.startswith(best.date) and len(mark.date) > len(best.date)]
        best = fuller[0] if fuller else best
        return When(best.date, f"dated beside the act: {doc.text[best.start : best.end]}")
    if _HERE.search(doc.text[sentence.start : sentence.end]) and not marks_in(marks, sentence.start, sentence.end):
        line = [mark for mark in marks if doc.in_dateline(mark.start) and mark.start < sentence.end]
        if line and len(line[0].date) == 10:
            return When(line[0].date, "done here, on the dateline's day")
    return _day_of_rest(doc, marks, sentence) or _day_of_occasion(doc, marks, sentence)


def _day_of_rest(doc: Document, marks: Sequence[DateMark], part: Sentence) -> When | None:
    """ "A and B are sister cities now; the declaration was made on Thursday"."""
    whole = doc.sentence_at(part.start)
    rest = _THE_ACT.match(doc.text, part.end, whole.end) if whole and part.end < whole.end else None
    days = [m for m in marks_in(marks, part.end, whole.end) if len(m.date) == 10] if rest and whole else []
    return When(days[0].date, "the same sentence dates the act") if days else None


def _day_of_occasion(doc: Document, marks: Sequence[DateMark], sentence: Sentence) -> When:
    """The day of the occasion that the sentence before tells of: "the ceremony, on Friday", 会上."""
    before = next((s for s in reversed(doc.sentences) if s.end <= sentence.start and not doc.is_title(s)), None)
    meant = _THEY_SIGNED.match(doc.text, sentence.start, sentence.end)
    the_paper = _THE_PAPER.match(doc.text, sentence.start, sentence.end)
    if before and the_paper and doc.says("instrument", before.start, before.end):
        meant = the_paper
    opening = doc.text[sentence.start : sentence.start + 24]
    spoke = _HE_SPOKE_AT.match(doc.text, sentence.start, sentence.end)
    if before and before.line == sentence.line and (meant or spoke or _AT_THE_OCCASION.match(opening)):
        days = [
            m
            for m in marks_in(marks, before.start, before.end)
            if len(m.date) == 10
            and (
                spoke
                or _HELD_ON.search(doc.text, m.start - 24, m.start)
                or not dates_statement(doc, m, before, (m.start,) * 2)
            )
        ]
        if days:
            return When(days[-1].date, "the sentence before dates the occasion")
    return _day_of_gathering(doc, marks, sentence) or When(None, "no date of its own")


def _day_of_gathering(doc: Document, marks: Sequence[DateMark], sentence: Sentence) -> When | None:
    """ "Told the trade forum on Saturday … Agreements were signed during the forum": whoever told it was there."""
    named = _AT_THE_GATHERING.search(doc.text, sentence.start, sentence.end)
    before = [s for s in doc.sentences if s.end <= sentence.start and not doc.is_title(s)][-_GATHERING_REACH:]
    for other in reversed(before) if named else ():
        if named and re.search(rf"\b{named['what']}\b", doc.text[other.start : other.end]):
            days = {mark.date for mark in marks_in(marks, other.start, other.end) if len(mark.date) == 10}
            return When(days.pop(), "the day of the gathering at which it was done") if len(days) == 1 else None
    return None


def _is_long_past(doc: Document, day: str) -> bool:
    return doc.published is not None and _latest(day) < doc.published - FRESH


def is_yet_to_come(doc: Document, day: str | None) -> bool:
    """Tell whether a day or month begins only after the article was published, by more than clocks may differ."""
    if day is None or doc.published is None or len(day) < len("2026-11"):
        return False
    return date.fromisoformat(f"{day}-01"[: len("2026-11-22")]) > doc.published + _CLOCKS


def is_history(
    doc: Document, marks: Sequence[DateMark], sentence: Sentence, act: tuple[int, int], day: str | None
) -> str | None:
    """Return why the act is background rather than news, or None."""
    base = doc.published
    if doc.says("reference", 0, doc.title_end) or doc.says("reference", sentence.start, sentence.end):
        return "a page of reference"
    if day and _is_long_past(doc, day):
        return f"{day} is long before the article"
    if day and base is None and int(day[:4]) < _NEWS_ONLINE_SINCE:
        return f"{day} is before there were pages of news"
    if day and base is None and _is_old_year(doc, marks, sentence, day):
        return f"{day} is told with its year"
    could_be_past = day is None or base is None or _latest(day) < base - _RECENT
    cue = _history_cue(doc, sentence, act) if could_be_past else None
    if cue:
        return f"told as background: {cue}"
    if day and len(day) < 10 and _names_its_year(marks, sentence, day) and not _leads(doc, sentence):
        return f"{day} is told with its year, away from the lead"
    if day is None and _is_aside(doc, sentence):
        return ASIDE
    return None


def _is_aside(doc: Document, sentence: Sentence) -> bool:
    """A tie that a speaker mentions far from the lead of a Chinese article whose title tells of no tie."""
    if doc.lang != "zh" or doc.is_title(sentence):
        return False
    ties = ("tie_city", "tie_province", "tie_any")
    if any(doc.says(group, 0, doc.title_end) for group in ties):
        return False
    paragraph = doc.text[doc.text.rfind("\n", 0, sentence.start) + 1 : sentence.end]
    return not _leads(doc, sentence) and bool(re.search(r"[说表介]|指出|表示", paragraph))


def is_fresh(doc: Document, day: str) -> bool:
    """Tell whether a full day lies so shortly before publication that the act may be the news."""
    return len(day) == 10 and doc.published is not None and not _is_long_past(doc, day)


def told_year(doc: Document, marks: Sequence[DateMark], tie: tuple[int, int], sentence: Sentence) -> DateMark | None:
    """Return the date since which a tie stands ("since 1984", "Shanghai, 1984", 自1984年起), where one is told."""
    near = []
    for mark in marks_in(marks, sentence.start, sentence.end):
        of_month = len(mark.date) == len("2021-11") and stands_since(doc, mark)  # "since last November"
        if not (mark.has_year or of_month) or _names_a_forum(doc, mark) or _is_aim_or_first(doc, mark):
            continue
        since = _SINCE[doc.lang].search(doc.text[max(0, mark.start - 14) : mark.start])
        if _HELD.search(doc.text[tie[1] : mark.start]):
            continue
        opens = mark.start == sentence.start and len(mark.date) == len("1999")  # a row of a chronology
        is_anothers = _OF_ITS.search(doc.text[max(0, mark.start - 6) : mark.start])
        if since or opens or (_distance(mark, tie) <= 30 and not is_anothers):
            near.append(mark)
    return min(near, key=lambda mark: _distance(mark, tie)) if near else None


def _history_cue(doc: Document, sentence: Sentence, act: tuple[int, int]) -> str | None:
    if doc.is_title(sentence):
        return None
    for cue in doc.cues["history"].finditer(doc.text, sentence.start, sentence.end):
        opens = cue.start() - sentence.start < _OPENING and cue.start() < act[0]
        if opens or 0 <= act[0] - cue.start() < _BEFORE_ACT or 0 <= cue.start() - act[1] < _AFTER_ACT:
            return cue.group()
    return None


def stands_since(doc: Document, since: DateMark) -> bool:
    """Tell whether a tie stands from a date on: "since 1993", "dating from 2009", 自1984年, 1984 سے."""
    if doc.lang == "ur":
        return doc.text.startswith(" سے ", since.end)
    return bool(_STANDS_SINCE.search(doc.text[max(0, since.start - 20) : since.start]))


def anniversary(doc: Document, marks: Sequence[DateMark], sentence: Sentence) -> str | None:
    """The day or year a tie was made whose anniversary is told: 结好30周年, "25th anniversary of the tie of 1992"."""
    hit = _ANNIVERSARY.search(doc.text, sentence.start, sentence.end)
    if hit is None:
        return None
    told = [mark for mark in marks_in(marks, sentence.start, sentence.end) if mark.has_year]
    year = int(told[-1].date[:4]) if told else doc.published.year if doc.published else None
    count = hit["zh"] or hit["en"]
    digits = count.rstrip("stndrh")
    if count in ORDINALS:
        back: int | None = ORDINALS.index(count) + 1
    else:
        back = int(digits) if digits.isdecimal() else han_number(count)
    if doc.published and back and any(str(doc.published.year - back) == mark.date[:4] for mark in told):
        return told[-1].date
    return str(year - back) if year and back else None


def _names_its_year(marks: Sequence[DateMark], sentence: Sentence, day: str) -> bool:
    return any(mark.has_year and mark.date == day for mark in marks_in(marks, sentence.start, sentence.end))


def _leads(doc: Document, sentence: Sentence) -> bool:
    return doc.is_title(sentence) or sentence.index <= max((s.index for s in doc.prose[:2]), default=sentence.index)


def _is_old_year(doc: Document, marks: Sequence[DateMark], sentence: Sentence, day: str) -> bool:
    named = [
        mark for mark in marks_in(marks, sentence.start, sentence.end) if mark.has_year and mark.date[:4] == day[:4]
    ]
    if not named:
        return False
    if all(len(mark.date) == 4 for mark in named):
        return True
    return not _leads(doc, sentence) or any(
        mark.date[:4] > day[:4]
        for mark in marks
        if not (doc.in_dateline(mark.start) or _DATES_PAGE.search(doc.text, max(0, mark.start - 24), mark.start))
    )


def _latest(day: str) -> date:
    if len(day) == 10:
        return date.fromisoformat(day)
    if len(day) == 7:
        year, month = map(int, day.split("-"))
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(int(day), 12, 31)


def _distance(mark: DateMark, act: tuple[int, int]) -> int:
    return max(0, act[0] - mark.end, mark.start - act[1])


def dates_statement(doc: Document, mark: DateMark, sentence: Sentence, act: tuple[int, int]) -> bool:
    """ "Said here on Friday", "a handout issued Thursday said", not "signed on Friday, officials said"."""
    if len(mark.date) < 10:
        return False
    if _OF_A_PAPER.match(doc.text, mark.end):
        return True
    window = (max(sentence.start, mark.start - _SAID_BEFORE), min(sentence.end, mark.end + 30))
    says = doc.cue_spans("statement", *window)
    if not says:
        return False
    if doc.lang == "zh":
        return _in_saying_clause(doc, mark, sentence, act)
    if doc.lang == "ur":
        return _SAID_THAT_DAY.match(doc.text, mark.end, sentence.end) is not None
    acts = [act]
    for group in ("sign", "meet", "travel", "depart", "establish"):
        acts.extend(span for span in doc.cue_spans(group, *window) if span not in says)
    strong = [a for a in acts if a == act or doc.text[a[0] : a[1]] not in ("told", "now", "made")]
    before = [end for start, end in says if end <= mark.start and (start, end) != act]
    said = max(before, default=-1)
    if said >= 0 and _UP_TO_DATE.fullmatch(doc.text, said, mark.start):
        return not any(said <= a[0] < mark.start for a in strong)
    return any(_UP_TO_SAYING.fullmatch(doc.text, mark.end, start) for start, _ in says if start >= mark.end)


def _in_saying_clause(doc: Document, mark: DateMark, sentence: Sentence, act: tuple[int, int]) -> bool:
    """记者昨日从市外事局获悉,…: the clause of the date says how the news came, the act stands in another."""
    start = max(doc.text.rfind(",", sentence.start, mark.start) + 1, sentence.start)
    end = doc.text.find(",", mark.end, sentence.end)
    end = end if end >= 0 else sentence.end
    if doc.cues["statement"].match(doc.text, mark.end):
        return True
    return not start <= act[0] < end and bool(
        re.search(r"获悉|了解到|传来消息|求证|通报|公布|披露|宣布", doc.text[start:end])
    )


def _is_aim_or_first(doc: Document, mark: DateMark) -> bool:
    """A year to come is an aim ("by 2024")."""
    aim = len(mark.date) == 4 and doc.published is not None and int(mark.date) > doc.published.year
    as_of = bool(_AS_OF.search(doc.text[max(0, mark.start - 8) : mark.start])) and not is_fresh(doc, mark.date)
    return aim or as_of or dates_the_first(doc, mark)


def dates_the_first(doc: Document, mark: DateMark) -> bool:
    """ "First signed in 1992", "that they had made in 1985": dates an earlier paper than the one renewed."""
    before = doc.text[max(0, mark.start - 60) : mark.start]
    sentence = doc.sentence_at(mark.start)
    renewed = sentence and _RENEWED.search(doc.text, sentence.start, sentence.end)
    of_old = any(pattern.search(before) for pattern in (_PAPER_OF, _STANDS_SINCE, _THAT_MADE))
    return bool(_MADE_THEN.search(before) or (renewed and mark.has_year and of_old))


def forum_year(doc: Document, marks: Sequence[DateMark]) -> str | None:
    """The one year that a page without a day of its own gives by the name of a forum: it was signed there."""
    years = {mark.date for mark in marks if mark.has_year and _names_a_forum(doc, mark)}
    return years.pop() if len(years) == 1 and doc.published is None else None


def _names_a_forum(doc: Document, mark: DateMark) -> bool:
    """The year in a forum's name dates nothing: "2021 Forum on Cooperation", 2021“友城合作”."""
    if doc.text.startswith("'s ", mark.end) and len(mark.date) < len("2026-11-22"):
        return True  # "this year's forum"
    after = doc.text[mark.end : mark.end + 2].strip()
    return len(mark.date) == 4 and (
        after[:1] in ('"', "“", "「")
        or _FORUM_OF_YEAR.match(doc.text, mark.end) is not None
        or bool(_NAMED_BEFORE_YEAR.search(doc.text[max(0, mark.start - 24) : mark.start]))
        or bool(
            re.match(
                r" ?(?:forum|china|olymp|friend|asian|mayor|earthq|quake|flood|war\b|world|games|census|budget)",
                doc.text[mark.end : mark.end + 8],
            )
        )
    )
