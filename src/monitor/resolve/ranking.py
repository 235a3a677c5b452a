"""Puts what the articles say of one field in order, and keeps the reasons: `explain` shows what `resolve` went by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from monitor.records import Authority, Report
from monitor.resolve.readings import day_range
from monitor.resolve.windows import AGREEMENT_REPORT_DAYS

AUTHORITY_ORDER: Mapping[Authority, int] = {"official": 0, "wire": 1, "press": 2, "other": 3}
"""Whose word counts more, the weightiest first."""


class Reason(NamedTuple):
    """One thing that speaks for or against a value: the smaller `rank` wins, `words` say what it is."""

    name: str
    rank: Any
    words: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that some articles tell of a field, with its reasons, the first that differs from another's deciding."""

    value: str | None
    articles: int
    reasons: tuple[Reason, ...]
    place_id: str | None = None

    @property
    def rank(self) -> tuple[Any, ...]:
        return tuple(reason.rank for reason in self.reasons)


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, the one that wins first."""
    return tuple(sorted(candidates, key=lambda candidate: (candidate.rank, candidate.value or "")))


def decisive(candidates: Sequence[Candidate]) -> Reason | None:
    """Return the reason for which the first candidate won over the second, None where there is no second."""
    if len(candidates) < 2:
        return None
    pairs = zip(candidates[0].reasons, candidates[1].reasons, strict=True)
    return next((a for a, b in pairs if a.rank != b.rank), Reason("name", 0, "first by name"))


def articles_of(reports: Iterable[Report]) -> int:
    """Return how many articles make these reports."""
    return len({report.mention.article_id for report in reports})


def by_authority(reports: Iterable[Report]) -> Reason:
    """Official over wire, wire over press: the best source of those that tell it."""
    best = min((report.authority for report in reports), key=lambda authority: AUTHORITY_ORDER[authority])
    return Reason("source", AUTHORITY_ORDER[best], f"best source: {best}")


def by_time(reports: Iterable[Report]) -> Reason:
    """Nearer in time over later: whether it is told as news, not looking back."""
    told = any(report.mention.is_new and _in_time(report) for report in reports)
    return Reason("time", not told, "told at the time" if told else "told later or as history")


def _in_time(report: Report) -> bool:
    """Tell whether the article came within the days of a report after the date that it gives, where it gives one."""
    stated, published = day_range(report.mention.date), day_range(report.published)
    return stated is None or published is None or published[0] - stated[1] <= AGREEMENT_REPORT_DAYS
