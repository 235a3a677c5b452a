"""Dates and times as outlets write them, in English, Chinese and Urdu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_URDU_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "جنوری",
            "فروری",
            "مارچ",
            "اپریل",
            "مئی مئ",
            "جون",
            "جولائی جولائ",
            "اگست",
            "ستمبر",
            "اکتوبر",
            "نومبر",
            "دسمبر",
        ),
        1,
    )
    for name in names.split()
}
_DIGITS: Final = str.maketrans(
    "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff1aي",
    "012345678901234567890123456789:ی",
)
_HAN_DIGITS: Final = {char: index for index, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0}
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_URDU_MONTH: Final = "|".join(sorted(_URDU_MONTHS, key=len, reverse=True))
_DAY: Final = r"(?<!\d)(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_YEAR: Final = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"


def _day(name: str) -> str:
    return _DAY.format(name)


def _year(name: str) -> str:
    return _YEAR.format(name)


_DATE = re.compile(
    "|".join(
        (
            rf"(?<!\d){_year('iso_y')}\s?(?P<iso_s>[-/.])\s?(?P<iso_m>0?[1-9]|1[0-2])\s?(?P=iso_s)\s?(?P<iso_d>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)",
            rf"(?<!\d){_year('zh_y')}\s*年\s*(?P<zh_m>0?[1-9]|1[0-2])\s*月\s*(?P<zh_d>0?[1-9]|[12]\d|3[01])\s*日",
            r"(?P<han_y>[〇零○O一二三四五六七八九]{4})年(?P<han_m>[一二三四五六七八九十]{1,2})月(?P<han_d>[一二三四五六七八九十]{1,3})日",
            rf"\b(?P<md_m>{_MONTH})\s*{_day('md_d')}\s?,?\s*{_year('md_y')}",
            rf"\b(?P<java_m>{_MONTH})\s+{_day('java_d')}\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{3,4}}\s+)?{_year('java_y')}",
            rf"{_day('dm_d')}[\s-]*(?:of\s)?(?P<dm_m>{_MONTH})[\s,-]*{_year('dm_y')}",
            rf"{_day('ud_d')}\s*(?P<ud_m>{_URDU_MONTH})[\s،,]*{_year('ud_y')}",
            rf"(?P<um_m>{_URDU_MONTH})\s*{_day('um_d')}[\s،,]+{_year('um_y')}",
            rf"(?<!\d)(?P<n_1>0?[1-9]|[12]\d|3[01])(?P<n_s>[-/.])(?P<n_2>0?[1-9]|[12]\d|3[01])(?P=n_s){_year('n_y')}",
            rf"\b(?P<p_m>{_MONTH})\s+(?P<p_d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b",
        )
    ),
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"[\d〇零○O一二三四五六七八九]", re.IGNORECASE)
_CLOCK: Final = (
    r"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>Z\b|(?:\(?(?:GMT|UTC)\s?)?[+-]\d{1,2}(?::?\d{2})?\)?|GMT\b|UTC\b|PKT\b|BJT\b)?"
)
_CLOCK_BEHIND = re.compile(rf"(?:[\s,،|/-]|T|at\b|بوقت|وقت){{0,8}}{_CLOCK}", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(
    rf"{_CLOCK}[\s,،|-]{{0,4}}(?:(?:on|[a-z]{{3,9}}day|mon|tue|wed|thu|fri|sat|sun)[\s,]*)?\Z", re.IGNORECASE
)
_COMPACT = re.compile(
    r"\s*(20\d\d|19\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?([01]\d|2[0-3])([0-5]\d)([0-5]\d)?(Z?))?\s*\Z"
)
_EPOCH = re.compile(r"\s*(1\d{9})(\d{3})?\s*\Z")
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?")
_NAMED_ZONES: Final = {"Z": 0, "GMT": 0, "UTC": 0, "PKT": 5, "BJT": 8}


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. `month_first` holds the other reading of 05/06/2021; `year_given` is False for "May 5th"."""

    day: date
    clock: time | None
    zone: tzinfo | None
    start: int
    end: int
    other: date | None = None
    year_given: bool = True

    def iso(self, zone: tzinfo | None) -> str:
        """Return the instant in ISO 8601, or the day where no clock or no zone is known; `zone` is the outlet's own.

        An instant declared in UTC is told in the outlet's zone, since its calendar day is the outlet's. Midnight sharp
        is how programs write a day.
        """
        if self.clock is None or self.clock == time(0, 0):
            return self.day.isoformat()
        if self.zone is None and zone is None:
            return self.day.isoformat()
        moment = datetime.combine(self.day, self.clock, tzinfo=self.zone or zone)
        if zone is not None and moment.utcoffset() == timedelta(0):
            moment = moment.astimezone(zone)
        return moment.isoformat(timespec="seconds")


def find_dates(text: str, year: int | None = None) -> Iterator[FoundDate]:
    """Yield the dates in `text` with the clock beside them. `year` completes a date without one ("September 20th")."""
    if not _NUMERAL.search(text):
        return
    if not text.isascii():
        text = text.translate(_DIGITS)
    for match in _DATE.finditer(text):
        parts = {name: value for name, value in match.groupdict().items() if value is not None}
        day, other = _read(parts, year)
        if day is None:
            continue
        clock = _CLOCK_BEHIND.match(text, match.end()) or _CLOCK_BEFORE.search(
            text, max(0, match.start() - 40), match.start()
        )
        yield FoundDate(
            day=day,
            clock=_clock(clock),
            zone=_zone(clock.group("zone")) if clock else None,
            start=min(match.start(), clock.start()) if clock else match.start(),
            end=max(match.end(), clock.end()) if clock else match.end(),
            other=other,
            year_given="p_m" not in parts,
        )


def read_date(value: str) -> FoundDate | None:
    """Return the date that a declared value (`2021-05-19T20:07:00+08:00`, `20210519`, an epoch) stands for, or None."""
    if epoch := _EPOCH.match(value):
        moment = datetime.fromtimestamp(int(epoch.group(1)), UTC)
        return FoundDate(moment.date(), moment.time(), UTC, 0, len(value))
    if compact := _COMPACT.match(value):
        year, month, day, *clock, zulu = compact.groups()
        try:
            when = date(int(year), int(month), int(day))
        except ValueError:
            return None
        hours = time(int(clock[0]), int(clock[1]), int(clock[2] or 0)) if clock[0] else None
        return FoundDate(when, hours, UTC if zulu else None, 0, len(value))
    return next(find_dates(value), None)


def _read(parts: dict[str, str], year: int | None) -> tuple[date | None, date | None]:
    """The day that the named groups of `_DATE` give, and the other reading where day and month may be swapped."""
    if "n_y" in parts:
        first, second, in_year = int(parts["n_1"]), int(parts["n_2"]), int(parts["n_y"])
        day_first, month_first = _day_of(in_year, second, first), _day_of(in_year, first, second)
        return (day_first, month_first if month_first != day_first else None) if day_first else (month_first, None)
    if "p_m" in parts:
        return (_day_of(year, _month(parts["p_m"]), int(parts["p_d"])) if year else None), None
    if "han_y" in parts:
        in_year = int("".join(str(_HAN_DIGITS[char]) for char in parts["han_y"]))
        return _day_of(in_year, _han_number(parts["han_m"]), _han_number(parts["han_d"])), None
    shape = next(name[:-2] for name in parts if name.endswith("_y"))
    return _day_of(int(parts[f"{shape}_y"]), _month(parts[f"{shape}_m"]), int(parts[f"{shape}_d"])), None


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return _URDU_MONTHS.get(name) or _MONTHS.index(name[:3].lower()) + 1


def _han_number(text: str) -> int:
    tens, ten, ones = text.partition("十")
    if not ten:
        return _HAN_DIGITS[text] if len(text) == 1 else 0
    return 10 * (_HAN_DIGITS.get(tens, 1) if tens else 1) + (_HAN_DIGITS.get(ones, 0) if ones else 0)


def _clock(match: re.Match[str] | None) -> time | None:
    if match is None:
        return None
    hour, half = int(match.group("h")), (match.group("half") or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return time(hour % 24, int(match.group("min")), int(match.group("s") or 0))


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if offset := _OFFSET.search(text):
        hours, minutes = int(offset.group(2)), int(offset.group(3) or 0)
        if hours > 14 or minutes > 59:
            return None
        shift = timedelta(hours=hours, minutes=minutes)
        return timezone(shift if offset.group(1) == "+" else -shift) if shift else UTC
    hours = _NAMED_ZONES[text.strip("() ").upper()]
    return timezone(timedelta(hours=hours)) if hours else UTC
