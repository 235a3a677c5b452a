"""Dates in an article, each as precise as it is written: absolute ones, and those that lean on the day of publication.

Three dates are never mixed (codebook, Dates 17): the event's, the article's and the time of fetching.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from monitor.understand.anchors import Anchors
from monitor.understand.date_words import (
    ANNIVERSARY,
    BACKWARDS,
    COMPILED,
    COUNTS,
    EN_DAYS,
    EN_MONTHS,
    MONTHS,
    ORDINALS,
    RELATIVE_DAYS,
    SAME_DAY,
    SPAN_MONTHS,
    SPAN_YEARS,
    UR_DAYS,
    UR_MONTHS,
    WEEKS,
    YEARS,
)
from monitor.understand.document import Document

DIPLOMATIC_TIES_YEAR = 1951
"""China and Pakistan have had diplomatic relations since 21 May 1951: "the 70th anniversary" names a year."""
_LOOK_AHEAD = timedelta(days=75)
"""A day and month without year may lie this far after publication (planned visits), else the year before is meant."""

_NEXT_YEAR = re.compile(r"明年|next year")
_NEXT_YEAR_BEFORE = 40
"""Characters before an anniversary in which it is told to be next year's."""
_NEW_YEAR = timedelta(days=45)
"""A January told in the last weeks of a year is the next one."""

_FROM_OTHER_DAYS = frozenset(
    {
        "zhday", "weekday", "nextday", "urday", "relative", "fromday", "later", "ago", "span", "ofmonth", "dayonly",
        "handayonly",
    }
)  # fmt: skip
"""Groups of a pattern whose date is counted from the day of publication, or from one told before."""


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date where it stands in the folded text. `date` is ISO text as precise as written.

    `leans` tells that it was completed from the day of publication; `has_year` that the text names the year.
    """

    start: int
    end: int
    date: str
    leans: bool
    has_year: bool


def find_dates(doc: Document) -> tuple[DateMark, ...]:
    """Return the dates of an article from left to right, the fullest where they overlap."""
    base = _Base(doc)
    marks: list[DateMark] = []
    for pattern in patterns_for(doc.lang).that_may_match(doc.text):
        for hit in pattern.finditer(doc.text):
            if any(hit.start() < mark.end and mark.start < hit.end() for mark in marks):
                continue
            mark = base.read(hit, marks)
            if mark is not None:
                marks.append(mark)
    return tuple(sorted(marks, key=lambda mark: mark.start))


class Patterns:
    """Ways to write a date, the fullest first, and which of them a text has the letters for."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._patterns = patterns
        self._anchors = Anchors({n: [pattern.pattern] for n, pattern in enumerate(patterns)}, shortest=1)

    def that_may_match(self, text: str) -> list[re.Pattern[str]]:
        """Return the patterns worth searching folded text for, in their order."""
        return [self._patterns[n] for n in sorted(self._anchors.find(text))]


@lru_cache(maxsize=3)
def patterns_for(lang: str) -> Patterns:
    """Return how dates are written in a language: on Chinese and Urdu pages also as in English."""
    return Patterns([*([] if lang == "en" else COMPILED[lang]), *COMPILED["en"]])


_A_TRIP = 7
"""Days from one told to another of the same month, both of one trip."""
_PLACE_OF_HANDOUT = re.compile(r"[a-z][a-z .'-]{2,24},? ")
_TOLD_NEAR = 160
"""Characters before "the following month" in which the month stands that it follows."""
_SINCE = re.compile(r"\bsince (?:[a-z]+ )?\Z|自\Z|自从\Z")
_SINCE_NEAR = 18
"""Characters before a year since which something lasts, and behind it."""
_WILL_ZH = re.compile(r"将|本周|定于|拟于")
_SOON = 10
"""Days ahead that a Chinese report may tell by their number alone: 本周将接待…,22日抵榕."""
_BARE_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_YEAR_TOLD = ("同年", "次年", "翌年")
"""Told from a year that the text names, so as good as one."""
_OF_ITS_DAY = ("today", "tonight", "yesterday", "this morning", "this afternoon", "this evening")
_SPELT_OUT = re.compile(r" ?\((?:\d{1,2}月)?\d{1,2}日|-?\d{1,2} [a-z]{3,9}|\([a-z]{3,9} \d")
"""After "yesterday": the day itself, 昨日(2月9日)."""


_YEAR_OF_PAGE = re.compile(
    r"\b(20[0-4]\d) (?:[a-z-]+ ){0,3}?(?:forum|expo|conference|summit)\b"
    r"|\bsource: [^\n]{0,60}?\b(20[0-4]\d)-\d\d-\d\d\b"
)
"""What an English page without date says of its year."""
_YEAR_OF_PAGE_ZH = re.compile(
    r"(?<!\d)(?P<year>20[0-4]\d)"
    r"(?=年|[“\"「]|中|\D{0,3}(?:论坛|大会)|\D{4,18}(?:洽谈会|对接会|博览会|推介会|峰会))"
)
_FULL_DATE = re.compile(r"(?P<year>20\d\d)年\d{1,2}月\d{1,2}日")
_NAMED_TOO = 3
"""Characters behind a weekday at which its date may stand: "last Thursday, April 20", "Thursday (April 20)"."""
_YEAR_HEADING = re.compile(r"^(?P<year>(?:19|20)\d\d)年?:?$", re.MULTILINE)
"""A line that is nothing but a year: those below it are of that year."""
_CHRONICLES = "review|highlights|chronicle|calendar|diary|summary|annual|yearbook"
_CHRONICLE = re.compile(
    r"(?:大事记|回顾|年鉴|总结|纪事)[^\n]{0,6}?(?P<zh>(?:19|20)\d\d)年|(?P<of>(?:19|20)\d\d)年[^\n]{0,16}(?:大事记|回顾|年鉴|总结|纪事)"
    rf"|\b(?:{_CHRONICLES})\b[^\n]{{0,20}}?\b(?P<en>(?:19|20)\d\d)\b"
    rf"|\b(?P<year>(?:19|20)\d\d)\b[^\n]{{0,12}}?\b(?:{_CHRONICLES})\b"
)
"""How the title or first line of a page says that it tells of one year: 外事大事记(2017年), "Year in review 2022"."""
_CHRONICLE_HEAD = 40
"""Characters of such a line."""


def chronicle_year(doc: Document) -> int | None:
    """Return the year that a page tells of by its title or first line, None where it is no chronicle."""
    first_line = doc.text.find("\n", doc.body_start)
    head = first_line if 0 <= first_line - doc.body_start <= _CHRONICLE_HEAD else doc.title_end
    chronicle = _CHRONICLE.search(doc.text, 0, head)
    return int(next(filter(None, chronicle.groups()))) if chronicle else None


class _Base:
    """What incomplete dates of one article are completed from."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.published = doc.published
        self.year = doc.published.year if doc.published else _year_told(doc)
        told = chronicle_year(doc)
        self.headings = [(0, told)] if told else []
        self.headings += [(hit.start(), int(hit["year"])) for hit in _YEAR_HEADING.finditer(doc.text)]

    def read(self, hit: re.Match[str], marks: Sequence[DateMark]) -> DateMark | None:
        groups = {key: value for key, value in hit.groupdict().items() if value}
        if "weekday" in groups and any(0 <= mark.start - hit.end() <= _NAMED_TOO for mark in marks):
            return None
        text, leans = self._iso(groups, hit.start(), marks)
        if text is None:
            return None
        of_year = "year" in groups or groups.get("thatyear") in _OF_YEAR_TOLD
        return DateMark(hit.start(), hit.end(), text, leans, of_year)

    def _iso(self, groups: dict[str, str], at: int, marks: Sequence[DateMark]) -> tuple[str | None, bool]:
        """Return the date of a hit, and whether it leans on the day of publication or a date told before."""
        if not groups.keys() & _FROM_OTHER_DAYS:
            return self._of_calendar(groups, at, marks)
        if "zhday" in groups:
            weekday = min("一二三四五六日天".index(groups["zhday"]), 6)
            text = self._of_week(groups["week"], weekday) if "week" in groups else self._weekday(weekday)
        elif "nextday" in groups:
            text = self._next(EN_DAYS.index(groups["nextday"]))
        elif "weekday" in groups:
            text = self._weekday(EN_DAYS.index(groups["weekday"]), before_today="last" in groups)
        elif "urday" in groups:
            text = self._weekday(UR_DAYS[groups["urday"]])
        elif "relative" in groups:
            text = self._relative(groups["relative"], at, marks)
        elif "fromday" in groups:
            text = self._from_day_told(groups, at, marks)
        elif "later" in groups:
            text = _months_later(groups["later"], at, marks)
        elif "ago" in groups:
            text = self._ago(groups["ago"], groups.get("unit", "year"), same_month="samemonth" in groups)
        elif "span" in groups:
            text = self._span(groups["span"])
        elif "ofmonth" in groups:
            month = self._span(groups["ofmonth"])
            text = _iso(int(month[:4]), int(month[5:]), int(groups["day"])) if month else None
        else:
            day = int(groups["dayonly"]) if "dayonly" in groups else han_number(groups["handayonly"]) or 0
            text = self._day_only(day, at, marks)
        return text, True

    def _of_calendar(self, groups: dict[str, str], at: int, marks: Sequence[DateMark]) -> tuple[str | None, bool]:
        """A date that names its month or year."""
        month = self._month(groups)
        day = int(groups["day"]) if "day" in groups else han_number(groups.get("handay"))
        if "first" in groups:
            day = 1
        if "ordinal" in groups:
            day = ORDINALS.index(groups["ordinal"]) + 1
        if "slash" in groups and month and month > len(EN_MONTHS) and day:
            day, month = month, day
        if "year" in groups:
            return _iso(int(groups["year"]), month, day), False
        if "thatyear" in groups:
            return self._that_year(groups["thatyear"], month, day, at, marks), True
        return self._without_year(month, day, at, marks), True

    def _month(self, groups: dict[str, str]) -> int | None:
        if "january" in groups:
            return 1
        if "m" in groups:
            return int(groups["m"])
        if "month" in groups:
            return next(i for i, name in enumerate(EN_MONTHS, 1) if name.startswith(groups["month"][:3]))
        if "hanmonth" in groups:
            return han_number(groups["hanmonth"])
        return UR_MONTHS.get(groups.get("urmonth", ""))

    def _weekday(self, weekday: int, *, before_today: bool = False) -> str | None:
        """The last such day up to the day of publication, or before it: "last Thursday"."""
        if self.published is None:
            return None
        back = (self.published.weekday() - weekday) % 7
        return (self.published - timedelta(days=back or 7 * before_today)).isoformat()

    def _next(self, weekday: int) -> str | None:
        """The first such day after the day of publication."""
        if self.published is None:
            return None
        return (self.published + timedelta(days=(weekday - self.published.weekday() - 1) % 7 + 1)).isoformat()

    def _of_week(self, which: str, weekday: int) -> str | None:
        """上周五 is the Friday of the week before, 下周一 the Monday of the next."""
        if self.published is None:
            return None
        monday = self.published - timedelta(days=self.published.weekday())
        return (monday + timedelta(days=weekday, weeks={"上": -1, "下": 1}.get(which, 0))).isoformat()

    def _relative(self, word: str, at: int, marks: Sequence[DateMark]) -> str | None:
        if _SPELT_OUT.match(self.doc.text, at + len(word)):
            return None
        if word in ("the same year", "that same year", "同年"):
            year = _year_before(at, marks)
            return str(year) if year else None
        if word in ("the same month", "that same month"):
            months = [mark for mark in marks if mark.start < at and len(mark.date) >= len("2021-11")]
            return max(months, key=lambda mark: mark.start).date[: len("2021-11")] if months else None
        near = [mark for mark in marks if at - 60 < mark.start < at and len(mark.date) == 10]
        sent = [mark for mark in near if self.doc.in_dateline(mark.start)] if self.doc.lang == "zh" else []
        if self.doc.lang == "en" and word in _OF_ITS_DAY:
            heads = (mark for mark in marks if mark.start < at and len(mark.date) == len("2021-11-22"))
            sent = [mark for mark in heads if self._heads_the_text(mark) or self.doc.in_dateline(mark.start)]
        base = (sent or near)[-1:] if sent or self.published is None else []
        today = date.fromisoformat(base[0].date) if base else self.published
        ahead = RELATIVE_DAYS.get(word, 0)
        if word == "کل":  # both yesterday and tomorrow: the verb tells
            ahead = 1 if re.search(r"(?<![آ-ۓ])گ[ےای](?:ں)?(?![آ-ۓ])", self.doc.text[at : at + 120]) else -1
        return (today + timedelta(days=ahead)).isoformat() if today else None

    def _heads_the_text(self, mark: DateMark) -> bool:
        """ "Peshawar, 29th August, 2018", a line of its own: the day of a handout, which "today" counts from."""
        text = self.doc.text
        line = text[text.rfind("\n", 0, mark.start) + 1 : mark.start]
        alone = text[mark.end : mark.end + 2].strip(" .:") == "" or text[mark.end] == "\n"
        given = mark.has_year and len(mark.date) == len("2018-08-29") and _PLACE_OF_HANDOUT.fullmatch(line) is not None
        return given and alone and (self.published is None or mark.date <= self.published.isoformat())

    def _from_day_told(self, groups: dict[str, str], at: int, marks: Sequence[DateMark]) -> str | None:
        """ "The next morning", "two days earlier", 次日: counted from the day told before."""
        latest = self.published.isoformat() if self.published else "9999"
        before = [mark for mark in marks if mark.end <= at and len(mark.date) == 10 and mark.date <= latest]
        if not before:
            return None
        if "count" not in groups and "same" in groups["fromday"]:  # as a day told, not as the dateline's
            before = [mark for mark in before if any(s.start <= mark.start < s.end for s in self.doc.prose)]
        if not before:
            return None
        told = date.fromisoformat(max(before, key=lambda mark: mark.start).date)
        days = COUNTS[groups.get("count", "a")] * (7 if groups.get("unit") in WEEKS else 1)
        if "count" not in groups and SAME_DAY.match(groups["fromday"].removeprefix("the ")):
            days = 0
        return (told + timedelta(days=-days if BACKWARDS.search(groups["fromday"]) else days)).isoformat()

    def _ago(self, count: str, unit: str, *, same_month: bool) -> str | None:
        """ "17 years ago" names a year, "five years ago this month" its month, "two days ago" a day."""
        back = int(count) if count.isdecimal() else COUNTS.get(count) or han_number(count)
        if not back or self.year is None:
            return None
        if unit in YEARS and not (same_month and self.published):
            return str(self.year - back)
        if self.published is None:
            return None
        if unit in YEARS:
            return f"{self.year - back}-{self.published.month:02d}"
        if unit in MONTHS:
            months = self.published.year * 12 + self.published.month - 1 - back
            return f"{months // 12}-{months % 12 + 1:02d}"
        return (self.published - timedelta(days=back)).isoformat()

    def _span(self, word: str) -> str | None:
        if self.year is None:
            return None
        if word in SPAN_YEARS:
            return str(self.year + SPAN_YEARS[word])
        if word in SPAN_MONTHS and self.published:
            months = self.published.year * 12 + self.published.month - 1 + SPAN_MONTHS[word]
            return f"{months // 12}-{months % 12 + 1:02d}"
        return None

    def _lasts_since(self, mark: DateMark, at: int) -> bool:
        """ "Since 2015 …", 于2015年结为友好城市以来: what is told next is of another year."""
        since = _SINCE.search(self.doc.text, max(0, mark.start - _SINCE_NEAR), mark.start)
        return since is not None or "以来" in self.doc.text[mark.end : min(at, mark.end + _SINCE_NEAR)]

    def _day_only(self, day: int, at: int, marks: Sequence[DateMark]) -> str | None:
        near = [mark for mark in marks if len(mark.date) >= 7 and mark.start < at and at - mark.start < 300]
        told_here = [mark for mark in near if "。" not in self.doc.text[mark.start : at]]
        near = told_here or ([] if self.published else near)
        if not near and (same := _same_trip(day, at, marks)):
            return same
        if near:
            year, month = map(int, max(near, key=lambda mark: mark.start).date.split("-")[:2])
            return _iso(year, month, day)
        if self.published is None:
            return None
        ahead = self.published.day < day <= self.published.day + _SOON
        if ahead and self.doc.lang == "zh" and _WILL_ZH.search(self.doc.text, max(0, at - _TOLD_NEAR), at):
            return _iso(self.published.year, self.published.month, day)
        month_back = self.published if day <= self.published.day else self.published.replace(day=1) - timedelta(days=1)
        return _iso(month_back.year, month_back.month, day)

    def _that_year(
        self, word: str, month: int | None, day: int | None, at: int, marks: Sequence[DateMark]
    ) -> str | None:
        if word in SPAN_YEARS:
            year = self.year + SPAN_YEARS[word] if self.year else None
        elif word.endswith("year"):  # read before bare years are
            told = _BARE_YEAR.findall(self.doc.text, max(0, at - _TOLD_NEAR), at)
            year = int(told[-1]) if told else None
        else:
            year = _year_before(at, marks)
            year = year + 1 if year and word in ("次年", "翌年") else year
        return _iso(year, month, day) if year else None

    def _without_year(self, month: int | None, day: int | None, at: int, marks: Sequence[DateMark]) -> str | None:
        """The year named shortly before in the same paragraph, or above it, else the nearest one to publication."""
        line_start = self.doc.text.rfind("\n", 0, at)
        told = [mark for mark in marks if line_start < mark.start < at and mark.has_year and at - mark.start < 150]
        told = [mark for mark in told if self.doc.text.count('"', mark.end, at) % 2 == 0]  # not of a speech before
        told = [mark for mark in told if not self._lasts_since(mark, at)]
        if told:
            return _iso(int(told[-1].date[:4]), month, day)
        headed = [year for start, year in self.headings if start < at]
        if headed:
            return _iso(headed[-1], month, day)
        if self.year is None:
            return None
        if self.published is None:
            return _iso(self.year, month, day)
        guess = _iso(self.year, month, day)
        if guess and self.doc.text.startswith("last ", at) and guess >= self.published.isoformat()[: len(guess)]:
            return _iso(self.year - 1, month, day)
        if guess and date.fromisoformat((guess + "-01")[:10]) > self.published + _LOOK_AHEAD:
            return _iso(self.year - 1, month, day)
        ahead = _iso(self.year + 1, month, day)
        if ahead and date.fromisoformat((ahead + "-01")[:10]) < self.published + _NEW_YEAR:
            return ahead
        return guess


def _months_later(words: str, at: int, marks: Sequence[DateMark]) -> str | None:
    """ "In the following month", "two years later", 次月: counted from the month or year told before, as precise."""
    is_month = any(word in words for word in MONTHS) or words.endswith("月")
    told = [m for m in marks if m.end <= at and at - m.end < _TOLD_NEAR and (m.has_year or not is_month)]
    told = [m for m in told if len(m.date) >= (len("2021-11") if is_month else len("2021"))]
    if not told:
        return None
    last = max(told, key=lambda mark: mark.start).date
    count = next((n for word, n in COUNTS.items() if re.match(rf"{word}(?![a-z])", words)), 1)
    count = -count if BACKWARDS.search(words) else count
    if not is_month:
        return str(int(last[:4]) + count)
    months = int(last[:4]) * 12 + int(last[5:7]) - 1 + count
    return f"{months // 12}-{months % 12 + 1:02d}"


def _same_trip(day: int, at: int, marks: Sequence[DateMark]) -> str | None:
    """9月11日抵昆。…13日转赴大理: the month of the day told last before, where the two lie close together."""
    told = [mark for mark in marks if mark.start < at and at - mark.start < 300 and len(mark.date) == 10]
    if not told:
        return None
    last = date.fromisoformat(max(told, key=lambda mark: mark.start).date)
    same = _iso(last.year, last.month, day)
    return same if same and abs((date.fromisoformat(same) - last).days) <= _A_TRIP else None


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    try:
        whole = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day and month else 7 if month else 4]


def han_number(digits: str | None) -> int | None:
    """Read a Chinese number up to 99: 十八 is 18."""
    if not digits:
        return None
    digits = digits.replace("廿", "二十").replace("卅", "三十").replace("两", "二")
    tens, ten, ones = digits.rpartition("十") if "十" in digits else ("", "", digits)
    return (("一二三四五六七八九".index(tens) + 1 if tens else 1) * 10 if ten else 0) + (
        "一二三四五六七八九".index(ones) + 1 if ones else 0
    )


def _year_before(at: int, marks: Sequence[DateMark]) -> int | None:
    before = [mark for mark in marks if mark.start < at and mark.has_year]
    return int(max(before, key=lambda mark: mark.start).date[:4]) if before else None


def _year_told(doc: Document) -> int | None:
    """The year of an article without date: of an anniversary of diplomatic ties it marks, else the latest it names."""
    anniversary = ANNIVERSARY.search(doc.text)
    if anniversary:
        year = DIPLOMATIC_TIES_YEAR + int(anniversary["zh"] or anniversary["en"])
        return (
            year - 1
            if _NEXT_YEAR.search(doc.text, max(0, anniversary.start() - _NEXT_YEAR_BEFORE), anniversary.start())
            else year
        )
    if doc.lang == "en":
        years_en = {int(next(filter(None, hit.groups()))) for hit in _YEAR_OF_PAGE.finditer(doc.text)}
        return years_en.pop() if len(years_en) == 1 else None
    if doc.lang != "zh":
        return None
    sent = [_FULL_DATE.search(doc.text, start, end) for start, end in doc.datelines]
    if sent and sent[0]:
        return int(sent[0]["year"])
    years = [int(hit["year"]) for s in doc.sentences for hit in _YEAR_OF_PAGE_ZH.finditer(doc.text, s.start, s.end)]
    return max(years) if years else None
