"""The date of an event, from all that its mentions say of it."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.records import STAGE_ORDER, Report, Stage
from monitor.resolve.ranking import Candidate, Reason, articles_of, by_authority, by_time, in_order
from monitor.resolve.readings import day_range

_PRECISION = {4: "a year", 7: "a month", 10: "a day"}


def date_candidates(reports: Sequence[Report], stage: Stage) -> tuple[Candidate, ...]:
    """Return the dates told, the one to take first; none where no mention tells one: no day of publication is.

    What is said of the stage decided counts before what was said on a lower rung; then the weightier source, then
    what is told at the time over what is told later, each counted for a date by all that it can be true with. Then a
    date that more articles contradict than bear out falls; of the rest the most precise wins, the most told, the
    earliest.
    """
    dated = [report for report in reports if day_range(report.mention.date)]
    return in_order(_candidate(date, dated, stage) for date in {r.mention.date for r in dated if r.mention.date})


def _candidate(date: str, dated: Sequence[Report], stage: Stage) -> Candidate:
    tellers = [report for report in dated if report.mention.date == date]
    reached = any(STAGE_ORDER[report.mention.stage] >= STAGE_ORDER[stage] for report in tellers)
    level = [r for r in dated if (STAGE_ORDER[r.mention.stage] >= STAGE_ORDER[stage]) == reached]
    agreeing = [report for report in level if _overlap(report.mention.date, date)]
    borne, against = articles_of(agreeing), articles_of(level) - articles_of(agreeing)
    reasons = (
        Reason("stage", not reached, f"said of the stage {stage}" if reached else "said of a lower rung"),
        by_authority(agreeing),
        by_time(agreeing),
        Reason("votes", against > borne, f"{borne} bear it out, {against} contradict it"),
        Reason("precision", -len(date), f"names {_PRECISION.get(len(date), 'an instant')}"),
        Reason("number", -borne, f"borne out by {borne}"),
        Reason("order", date, "the earlier"),
    )
    return Candidate(date, articles_of(tellers), reasons)


def _overlap(a: str | None, b: str | None) -> bool:
    """Tell whether two dates can both be right: one lies in the other."""
    return bool(a and b) and (str(a).startswith(str(b)) or str(b).startswith(str(a)))
