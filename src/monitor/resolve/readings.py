"""A report made ready to be compared: when it says its event happened, and at which places."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from monitor.records import Mention, Place, Report
from monitor.resolve.windows import (
    AGREEMENT_REPORT_DAYS,
    NEWS_DAYS,
    ONE_SIDED_DAYS,
    PLAN_AHEAD_DAYS,
    VISIT_REPORT_DAYS,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """When a mention says its event happened: day ordinals, both None where it cannot be told.

    `told` is the article's day of publication; `dated` is True where the mention's own date gave the days.
    """

    first: int | None
    last: int | None
    told: int | None
    dated: bool

    @property
    def known(self) -> bool:
        return self.first is not None

    @property
    def states_day(self) -> bool:
        return self.dated and self.first == self.last

    @property
    def width(self) -> int:
        return 0 if self.first is None or self.last is None else self.last - self.first


@dataclass(frozen=True, slots=True)
class Reading:
    """A report, its moment, and each side's place followed by the places it lies in (empty where the side is open)."""

    report: Report
    moment: Moment
    cn_line: tuple[str, ...]
    pk_line: tuple[str, ...]

    @property
    def mention(self) -> Mention:
        return self.report.mention

    @property
    def one_sided(self) -> bool:
        return not (self.cn_line and self.pk_line)

    @property
    def told_by(self) -> int:
        """The last day on which the article can have been written: nothing done later is what it tells."""
        seen = self.report.fetched_at.toordinal()
        return seen if self.moment.told is None else self.moment.told

    @property
    def order(self) -> tuple[str, str, str]:
        """The canonical order of reports: the earliest published first, the undated last."""
        return (self.report.published or "9999", self.mention.article_id, self.mention.mention_id)


def day_range(text: str | None) -> tuple[int, int] | None:
    """Return the ordinals of the first and last day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD…` covers, None if no date."""
    try:
        numbers = [int(part) for part in (text or "")[:10].split("-")]
        match numbers:
            case [year]:
                return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            case [year, month]:
                start = date(year, month, 1).toordinal()
                return start, start + monthrange(year, month)[1] - 1
            case [year, month, day]:
                ordinal = date(year, month, day).toordinal()
                return ordinal, ordinal
    except ValueError:
        pass
    return None


def moment_of(report: Report) -> Moment:
    """Return when the event happened: by the mention's day, else, where it is news, by the day of publication.

    A vague date of news that allows the usual days before publication adds nothing to them.
    """
    mention = report.mention
    published = day_range(report.published)
    told = published[1] if published else None
    stated = day_range(mention.date)
    usual = _usual_days(mention, told) if told is not None and mention.is_new else None
    if stated is None:
        first, last = usual or (None, None)
        return Moment(first, last, told, dated=False)
    if stated[0] == stated[1] or told is None:
        return Moment(*stated, told, dated=True)
    if usual and mention.stage != "planned" and (both := _shared(stated, usual)):
        return Moment(*both, told, dated=False)
    return Moment(*(_shared(stated, _possible_days(mention, told)) or stated), told, dated=True)


def _usual_days(mention: Mention, told: int) -> tuple[int, int]:
    """Return the days on which news told on that day happened, if nothing else is known."""
    if mention.stage == "planned":
        return told, told + PLAN_AHEAD_DAYS
    if mention.type == "agreement":
        return told - AGREEMENT_REPORT_DAYS, told
    return told - (VISIT_REPORT_DAYS if mention.cn and mention.pk else ONE_SIDED_DAYS), told


def _possible_days(mention: Mention, told: int) -> tuple[int, int]:
    """Return the days that what is told on that day can have: no act after it, no news long before."""
    if mention.stage == "planned":
        return told, told + NEWS_DAYS
    return (told - NEWS_DAYS if mention.is_new else 0), told


def _shared(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int] | None:
    first, last = max(a[0], b[0]), min(a[1], b[1])
    return (first, last) if first <= last else None


def read(reports: Iterable[Report], places: Mapping[str, Place]) -> list[Reading]:
    """Return one reading a mention, in canonical order."""
    readings = [
        Reading(
            report,
            moment_of(report),
            _line(report.mention.cn_id, report.mention.cn, places),
            _line(report.mention.pk_id, report.mention.pk, places),
        )
        for report in _once(reports)
    ]
    return sorted(readings, key=lambda reading: reading.order)


def _once(reports: Iterable[Report]) -> list[Report]:
    """Keep of a mention given twice (stored, and read anew) the surer reading with the event it belonged to."""
    kept: dict[str, Report] = {}
    for report in sorted(reports, key=_surest_first):
        key = report.mention.mention_id
        if key not in kept:
            kept[key] = report
        elif kept[key].event_id is None:
            kept[key] = replace(kept[key], event_id=report.event_id)
    return list(kept.values())


def _surest_first(report: Report) -> tuple[object, ...]:
    mention = report.mention
    return (
        -mention.confidence,
        report.event_id or "~",
        report.fetched_at,
        report.published or "9999",
        report.authority,
        report.title,
        report.lang,
        mention.evidence,
        mention.actor or "",
        mention.relation or "",
        mention.rule,
        mention.evidence_start or 0,
        mention.evidence_end or 0,
        mention.cn or "",
        mention.pk or "",
    )


def _line(place_id: str | None, name: str | None, places: Mapping[str, Place]) -> tuple[str, ...]:
    """Return the place and the places it lies in, nearest first; a place without id stands for itself by its name."""
    if place_id is None:
        return (f"name:{name.casefold()}",) if name else ()
    line = [place_id]
    while (place := places.get(line[-1])) and place.parent_id and place.parent_id not in line:
        line.append(place.parent_id)
    return tuple(line)
