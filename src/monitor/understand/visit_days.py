"""When a visit took place or is to: beside its verb, told by another sentence, or by the days of the trip."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from monitor.understand.act_days import lead_of
from monitor.understand.acts import SPEECH, Act, find_act
from monitor.understand.cast import Cast
from monitor.understand.dates import DateMark
from monitor.understand.document import Document
from monitor.understand.novelty import When, dates_statement, find_day, is_yet_to_come, marks_in
from monitor.understand.onward import goes_on
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.ties import TIE_GROUPS

_SPEAKING = (
    *("was speaking", "were speaking", "while speaking", "speaking to", "was talking", "talking to"),
    *("expressed these", "made these remarks", "said this"),
)
_YEAR, _MONTH, _DAY = len("2026"), len("2026-11"), len("2026-11-22")
_AS_HE = re.compile(r"(?: here)?,? (?:as|when|while|after) (?:(?:he|she|they|it|the [a-z]+(?: [a-z]+)?) )?")
_EARLIER = re.compile(r"earlier,|earlier in |earlier this |before that,|on (?:his|her|their) way")
"""How a sentence opens that tells of another day than the one told before."""
_THEY_MET = re.compile(
    r"(?:he|she|they|it) (?:then|first)\b|(?:they|the two|both|the pair) (?:met|sat|spoke|talked)"
    r"|the meeting (?:was|took)"
)
"""How a sentence opens that tells more of a meeting told before."""
_ENDED = re.compile(r"ended|concluded|wound up|wrapped up")
"""Verbs whose day is the last of a trip."""
_WEEKS = 14
"""Days before publication in which a report's only day is the day of its visit."""
_RANGE = re.compile(r"\d(?:st|nd|rd|th)? ?(?:-|–|to|until|till|through|and) ?(?:the )?(?:[a-z]+ )?\d|\d日?[至到]\d")
_AFTERWARDS = re.compile(r"afterwards|later,|then\b|随后|之后|بعد ازاں|بعدازاں")
"""How a sentence opens that goes on with what happened on the same day."""
_SPOKE = re.compile(r"\b(?:spoke|speaks|speaking|addressed|addressing)\b")
_TO_DAY = 10
"""Characters after a day in which the last day of a trip stands."""
_TRIP = re.compile(r"\b(?:trip|journey|tour|stay|visit|spent)\b|\b(?:is|are|was|were) in\b")
_CHAIRED_ON = re.compile(
    r"\b(?:chaired|convened|presided over) (?:an?|the) (?:[a-z-]+ ){0,2}meeting (?:here )?(?:on )?\Z"
)
_STAY_UNTIL = ("stay until ", "stay till ", "remain until ", "remain till ")
"""Before the last day of a trip."""
_AND_LATER = re.compile(
    r",? and (?:(?:a|one|two|three) (?:day|week)s? later|(?:on )?the (?:next|following) (?:day|morning))\b"
)
_AND_WILL = re.compile(
    r",? and (?:he |she |they |it )?(?:will|is to|are to|would)\b"
    r"(?=[^.;]*(?:\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day))|, where (?:he|she|they) will\b"
)
"""Between two acts of which the second lies ahead, on a day of its own."""
_AHEAD = re.compile(r"\b(?:will|shall|would|(?:is|are|was|were|due|set|scheduled|expected) to)\b")
TELLS_OF_TRIP = re.compile(
    r"\b(?:briefed|informed|apprised|told) [^;.]{3,90} (?:on|about|of) (?:his|her|their|the) "
    r"(?:recent |latest |[a-z]+-day |just-ended |official |(?:up|forth)?coming |planned |next |last )*"
    r"(?:trip|tour|visit|journey)\b"
)
"""Somebody is told of a journey, on a day of its own: he stayed at home."""
_VERB_REACH = 12
"""Characters between "and will" and its verb."""
_TIME_OF_TRIP = "\n时间:"
_EARLIER_THAT_DAY = re.compile(r"\bhad earlier in the day (?:[a-z]+ )*\Z")
_DAY_ALONE = re.compile(r"(?:[a-z]+ ){1,3}the \d{1,2}(?:st|nd|rd|th)|\d{1,2}[日号]")
_SENDS = re.compile(r"\b(?:to|will|would) (?:send|dispatch)\b|\bsending\b")
_GOAL = 30
"""Characters behind a verb of travel in which goal and year stand."""
_WHO = re.compile(r", (?:who|which) (?:had |has |also |once |last )?\Z")
_WHEN_THEN = re.compile(r"(?:back )?in \d{4},? when ?.?")
_TOLD = re.compile(r"(?:told|informed|assured|reminded)\b")


def day_of_visit(scene: Scene, cast: Cast, where: Sentence, act: Act) -> When:
    """Return the day of a visit: beside its verb, of the dateline for a departure, or told by a sentence near."""
    doc = scene.doc
    marks = _marks_of_visits(scene, where, act)
    if spoken := _day_of_speaking(scene, where, act):
        return spoken
    is_end = _ENDED.match(doc.text, act.start)
    told = without_what_is_said(doc, where, act)
    when = When(None, "only its end is dated") if is_end else find_day(doc, marks, told, (act.start, act.end))
    if when.date and len(when.date) == _MONTH and act.stage == "took_place":
        when = _first_day_of_trip(scene) or when
    if when.date is not None:
        return _planned_for(doc, marks, told, when, when.date) if act.stage == "planned" else when
    if act.stage == "took_place" and doc.cues["depart"].fullmatch(doc.text, act.start, act.end):
        days = [m.date for m in marks if doc.in_dateline(m.start) and len(m.date) == 10]
        if days:
            return When(days[0], "a departure, of the dateline's day")
    if day_before := _day_before(scene, cast, where, marks):
        return When(day_before, "the sentence before dates the meeting")
    for other in cast.after(where):
        later = find_day(doc, marks, other, (other.start, other.start)) if scene.says("meet", other) else when
        if later.date and len(later.date) == 10:
            return When(later.date, "the next sentence dates the meeting")
    if any(word in scene.words(where) for word in _SPEAKING):
        before = [m.date for s in cast.before(where) for m in marks_in(marks, s.start, s.end)]
        days = [day for day in before if len(day) == 10]
        if days:
            return When(days[-1], "said at the meeting, on that day")
    if _EARLIER.match(doc.text, where.start) or _EARLIER_THAT_DAY.search(doc.text, where.start, act.start):
        return _earlier(scene, where, marks) or when
    ahead = act.stage == "planned"
    elsewhere = _trip_to_come(scene) or _sent_then(scene, cast, where) if ahead else _told_elsewhere(scene, where)
    return _time_of_form(scene) or elsewhere or when


def _earlier(scene: Scene, where: Sentence, marks: Sequence[DateMark]) -> When | None:
    """ "Earlier in the day, …": the dateline's day; "who had earlier in the day been received": the one told before."""
    days = [mark for mark in marks if len(mark.date) == _DAY]
    if not scene.doc.text.startswith("earlier", where.start):
        before = [mark.date for mark in days if mark.end <= where.start]
        return When(before[-1], "earlier on the day told before") if before else None
    sent = [mark.date for mark in days if scene.doc.in_dateline(mark.start)]
    of_the_day = scene.doc.text.startswith("earlier in the day", where.start) and sent
    return When(sent[0], "earlier on the dateline's day") if of_the_day else None


def _time_of_form(scene: Scene) -> When | None:
    """时间:2024年5月20日, in a notice before the journey."""
    text, published = scene.doc.text, scene.doc.published
    ahead = [m for m in scene.marks if len(m.date) == _DAY and published and m.date > published.isoformat()]
    time = next((m for m in ahead if text.startswith(_TIME_OF_TRIP, m.start - len(_TIME_OF_TRIP))), None)
    return When(time.date, "the time that a notice gives") if time else None


def _day_before(scene: Scene, cast: Cast, where: Sentence, marks: Sequence[DateMark]) -> str | None:
    """The day of the sentence before, where this one goes on with the meeting, or that one with the journey."""
    met = _THEY_MET.match(scene.doc.text, where.start)
    for before in cast.before(where):
        days = {m.date for m in marks_in(marks, before.start, before.end) if len(m.date) == _DAY}
        went = goes_on(scene, cast, before) and not find_act(scene, before, ("meet",))
        if len(days) == 1 and (met or went):
            return days.pop()
    return None


def _marks_of_visits(scene: Scene, where: Sentence, act: Act) -> list[DateMark]:
    """Leave out of a sentence years of ties, and months beside a day: "who took over last month, … on Thursday"."""
    text = scene.doc.text
    marks = [m for m in scene.marks if not _dates_a_tie(scene, where, act, m) and not _dates_a_briefing(text, m)]
    marks = [m for m in marks if not text.endswith(_STAY_UNTIL, 0, m.start)]
    days = (mark for mark in marks_in(marks, where.start, where.end) if len(mark.date) == _DAY)
    if all(dates_statement(scene.doc, mark, where, (act.start, act.end)) for mark in days):
        return marks
    return [
        mark
        for mark in marks
        if len(mark.date) == _DAY
        or not where.start <= mark.start < where.end
        or _dates_first_clause(text, where, mark)
        or _dates_relative_clause(text, where, act, mark)
    ]


def _dates_a_briefing(text: str, mark: DateMark) -> bool:
    """ "Who will receive them, chaired a meeting on Wednesday about arrangements"."""
    return _CHAIRED_ON.search(text, max(0, mark.start - 60), mark.start) is not None


def _dates_a_tie(scene: Scene, where: Sentence, act: Act, mark: DateMark) -> bool:
    """ "Sister towns since 2009, the two met again on Friday": the year is the tie's, or the paper's."""
    is_year = len(mark.date) == _YEAR and where.start <= mark.start < where.end
    went = scene.doc.says("travel", act.start, act.end) and 0 <= mark.start - act.end <= _GOAL
    is_year = is_year and not went  # "went to X in 1992 to sign the papers"
    is_year = is_year and not _dates_first_clause(scene.doc.text, where, mark)
    return is_year and scene.says_any((*TIE_GROUPS, "instrument"), where)


def _dates_first_clause(text: str, where: Sentence, mark: DateMark) -> bool:
    """ "In 2019, when the mayor came, …": the year is of what the first clause tells."""
    return _WHEN_THEN.fullmatch(text, where.start, mark.end + len(", when ")) is not None


def _dates_relative_clause(text: str, where: Sentence, act: Act, mark: DateMark) -> bool:
    """ "Puyang's mayor, who came to Gwadar in 2017, is dead, the agency reported on Thursday"."""
    clause = _WHO.search(text, where.start, act.start)
    return clause is not None and act.end <= mark.start and "," not in text[act.end : mark.end]


def _day_of_speaking(scene: Scene, where: Sentence, act: Act) -> When | None:
    """ "Said so on Wednesday as he received …": at the meeting; but who is told of a journey is told later."""
    if TELLS_OF_TRIP.search(scene.doc.text, where.start, act.end):
        return When(None, "the day is of the telling")
    for mark in marks_in(scene.marks, where.start, act.start):
        beside = mark.end + 1 == act.start and SPEECH.match(scene.doc.text, act.start) is not None
        if len(mark.date) == _DAY and (beside or _AS_HE.fullmatch(scene.doc.text, mark.end, act.start)):
            return When(mark.date, "said on that day, at the meeting")
    return None


def _only_day(scene: Scene) -> When | None:
    """The one day, of the weeks before publication, that the report names for an act of meeting or travel."""
    doc = scene.doc
    told: set[str] = set()
    for sentence in scene.body():
        act = find_act(scene, sentence, ("meet", "travel"))
        if act and act.stage == "took_place":
            when = find_day(doc, scene.marks, sentence, (act.start, act.end))
            told.update({when.date} if when.date and len(when.date) == 10 else ())
    day = told.pop() if len(told) == 1 else None
    if day is None or doc.published is None or not 0 <= (doc.published - date.fromisoformat(day)).days <= _WEEKS:
        return None
    return When(day, "the only day that the report tells")


def _day_of_lead(scene: Scene, where: Sentence) -> When | None:
    """ "The ambassador did not change his programme on Thursday. He met …": the day of the sentence that leads."""
    doc = scene.doc
    lead = lead_of(scene)
    reach = 2 if _AFTERWARDS.match(doc.text, where.start) else 1
    if lead is None or doc.published is None or not 0 < where.index - lead.index <= reach:
        return None
    days = {m.date for m in marks_in(scene.marks, lead.start, lead.end) if len(m.date) == _DAY}
    said = any(dates_statement(doc, m, lead, (m.start,) * 2) for m in marks_in(scene.marks, lead.start, lead.end))
    said = said or _SPOKE.search(doc.text, lead.start, lead.end) is not None
    day = days.pop() if len(days) == 1 and not said else None
    if day is None or not 0 <= (doc.published - date.fromisoformat(day)).days <= 7:
        return None
    return When(day, "the day of the sentence that leads")


def _first_day_of_trip(scene: Scene) -> When | None:
    """ "Was in Sichuan from 10 to 13 January": any of its days dates what happened (codebook 18)."""
    doc = scene.doc
    told = {
        mark.date
        for sentence in scene.body()
        for mark in marks_in(scene.marks, sentence.start, sentence.end)
        if len(mark.date) == 10 and _RANGE.search(doc.text, mark.start, mark.end + _TO_DAY)
        if scene.says("travel", sentence) or _TRIP.search(doc.text, sentence.start, sentence.end)
    }
    return When(told.pop(), "the first day of the trip told") if len(told) == 1 else None


def _told_elsewhere(scene: Scene, where: Sentence) -> When | None:
    return _only_day(scene) or _first_day_of_trip(scene) or _day_of_lead(scene, where)


def _trip_to_come(scene: Scene) -> When | None:
    trip, published = _first_day_of_trip(scene), scene.doc.published
    return trip if trip and trip.date and published and trip.date >= published.isoformat() else None


def _sent_then(scene: Scene, cast: Cast, where: Sentence) -> When | None:
    """ "It has decided to send a delegation to X next month. The delegation will visit …": the time of sending."""
    for before in cast.before(where):
        ahead = {
            mark.date
            for mark in marks_in(scene.marks, before.start, before.end)
            if is_yet_to_come(scene.doc, mark.date)
        }
        if len(ahead) == 1 and _SENDS.search(scene.words(before)):
            return When(ahead.pop(), "the sentence before tells when they are sent")
    return None


def without_what_is_said(doc: Document, where: Sentence, act: Act) -> Sentence:
    """ "Told them that X had proposed in 2012 …", "and a day later …": what is told, or came next, has its own days."""
    later = _AND_LATER.search(doc.text, act.end, where.end)
    where = replace(where, end=later.start()) if later else where
    apart = list(_AND_WILL.finditer(doc.text, where.start, where.end)) if act.stage == "planned" else []
    apart = [hit for hit in apart if hit.end() <= act.start]
    ahead = apart and _AHEAD.search(doc.text, where.start, apart[-1].start())
    if (
        apart and not ahead and act.start - apart[-1].end() <= _VERB_REACH
    ):  # "came on Sunday and will see X on Wednesday"
        where = replace(where, start=apart[-1].start())
    said = doc.text.find(" that ", act.end, where.end)
    return replace(where, end=said) if said >= 0 and _TOLD.search(doc.text, where.start, said) else where


def _planned_for(doc: Document, marks: Sequence[DateMark], told: Sentence, when: When, day: str) -> When:
    """ "Were busy on Wednesday with plans to receive the mayor, who lands on the 20th": a plan's day lies ahead."""
    if any(mark.has_year and mark.date == day for mark in marks):
        return when
    alone = [mark for mark in marks_in(marks, told.start, told.end) if mark.date == day and _is_day_alone(doc, mark)]
    if alone and doc.published and day < doc.published.isoformat():
        return When(_next_such_day(doc.published, int(day[-2:])), when.why)
    today = doc.published.isoformat() if doc.published else day
    days = [mark.date for mark in marks_in(marks, told.start, told.end) if len(mark.date) >= _MONTH]
    ahead = [other for other in days if day < today < other]
    return When(min(ahead) if ahead else _yet_to_come(day, doc.published), when.why)


def _is_day_alone(doc: Document, mark: DateMark) -> bool:
    """ "On the 20th", 20日: a day without its month."""
    return _DAY_ALONE.fullmatch(doc.text, mark.start, mark.end) is not None


def _next_such_day(published: date, day: int) -> str:
    """The first day of that number from publication on."""
    while published.day != day:
        published += timedelta(days=1)
    return published.isoformat()


def _yet_to_come(day: str, published: date | None) -> str:
    """A plan lies ahead: its weekday, day or month is the next one after publication, not the last."""
    if published and len(day) == _MONTH and day < published.isoformat()[:_MONTH]:
        return f"{int(day[:4]) + 1}{day[4:]}"  # "is to come in March"
    if published is None or len(day) < _DAY or date.fromisoformat(day) >= published:
        return day
    if date.fromisoformat(day) > published - timedelta(days=7):
        return (date.fromisoformat(day) + timedelta(days=7)).isoformat()
    ahead = f"{int(day[:4]) + 1}{day[4:]}"  # "from October 10", in May
    return ahead if not day.endswith("02-29") and ahead > published.isoformat() else day
