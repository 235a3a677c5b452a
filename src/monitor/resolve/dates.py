"""The date of an event, from all that its mentions say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitor.records import STAGE_ORDER, Authority, Report, Stage
from monitor.resolve.readings import day_range


def decide_date(reports: Sequence[Report], stage: Stage, authority_order: Mapping[Authority, int]) -> str | None:
    """Return the date told, None where no mention tells one: the day of publication is not the event's.

    What is said of the stage decided counts before what was said on a lower rung. A date that more articles
    contradict than bear out falls; of the rest the most precise wins, then the most told, then the weightiest
    source's, then the earliest.
    """
    own = [r for r in reports if STAGE_ORDER[r.mention.stage] >= STAGE_ORDER[stage] and day_range(r.mention.date)]
    dated = own or [r for r in reports if day_range(r.mention.date)]

    def rank(date: str) -> tuple[bool, int, int, int, str]:
        tellers = [r for r in dated if r.mention.date == date]
        agreeing = {r.mention.article_id for r in dated if _overlap(r.mention.date, date)}
        against = {r.mention.article_id for r in dated} - agreeing
        weight = min(authority_order[r.authority] for r in tellers)
        return len(against) > len(agreeing), -len(date), -len(agreeing), weight, date

    return min({r.mention.date for r in dated if r.mention.date}, key=rank, default=None)


def _overlap(a: str | None, b: str | None) -> bool:
    """Tell whether two dates can both be right: one lies in the other."""
    return bool(a and b) and (str(a).startswith(str(b)) or str(b).startswith(str(a)))
