"""Whether two mentions with a known time can tell one occasion, and how well they fit."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from monitor.records import Stage
from monitor.resolve.readings import Moment, Reading
from monitor.resolve.windows import (
    ACTOR_DAYS,
    CALL_DAYS,
    EARLY_PRINT_DAYS,
    LATE_VISIT_REPORT_DAYS,
    LEVEL_DAYS,
    LOOSE_WORDING_DAYS,
    ONE_SIDED_DAYS,
    PARTNER_DAYS,
    PLAN_AHEAD_DAYS,
    PLAN_OVERLAP_DAYS,
    PLAN_SHIFT_DAYS,
    PROPOSAL_TO_TIE_DAYS,
    SAME_RUNG_DAYS,
    STATED_DAYS,
    TOLD_TOGETHER_DAYS,
    VAGUE_DAYS,
    VISIT_DAYS,
    VISIT_REPORT_DAYS,
)

TIE_STAGES: frozenset[Stage] = frozenset({"letter_of_intent", "signed"})


class Kinship(IntEnum):
    """How the places of two mentions agree, the closest first."""

    EQUAL = 0
    OPEN = 1
    """One leaves a side open that the other names."""
    LEVEL = 2
    """One names the city, the other its province."""
    PARTNER = 3
    """Both are of an envoy and name one host, but partner places that have nothing to do with each other."""


class Fit(NamedTuple):
    """How well two mentions fit, the best first: places, then whether in good time, then stage, then days apart."""

    kinship: Kinship
    late: bool
    other_stage: bool
    days: int


def kinship(a: Reading, b: Reading) -> Kinship | None:
    """Return how the pairs of two mentions agree, None where they name different places."""
    cn, pk = _side(a.cn_line, b.cn_line), _side(a.pk_line, b.pk_line)
    if cn is None or pk is None:
        both_envoys = a.mention.actor == b.mention.actor == "envoy"
        one_host = (cn is Kinship.EQUAL and a.cn_line) or (pk is Kinship.EQUAL and a.pk_line)
        return Kinship.PARTNER if both_envoys and one_host else None
    if cn == pk and cn is not Kinship.EQUAL:  # nothing in common, or both sides only vaguely
        return None
    return max(cn, pk)


def _side(a: tuple[str, ...], b: tuple[str, ...]) -> Kinship | None:
    if a[:1] == b[:1]:
        return Kinship.EQUAL
    if not a or not b:
        return Kinship.OPEN
    return Kinship.LEVEL if a[0] in b or b[0] in a else None


def told_apart(a: Reading, b: Reading) -> bool:
    """Tell whether one article tells the two as different events: it tells each event once.

    Only a reading that repeats another (same stage, newness and days, one side perhaps left open) is not apart.
    """
    if a.mention.article_id != b.mention.article_id:
        return False
    same_rung = (a.mention.stage, a.mention.is_new) == (b.mention.stage, b.mention.is_new)
    return not same_rung or kinship(a, b) in (None, Kinship.LEVEL) or bool(_gap(a.moment, b.moment))


def told_together(a: Reading, b: Reading) -> bool:
    """Tell whether two articles appeared in the same days: of an envoy's calls, they tell one."""
    told = (a.moment.told, b.moment.told)
    return None not in told and abs((told[0] or 0) - (told[1] or 0)) <= TOLD_TOGETHER_DAYS


def of_other_kind(a: Reading, b: Reading) -> bool:
    """Tell whether one is a paper on cooperation and the other a sister tie that is only hoped for, or the reverse."""
    crosses_proposal = (a.mention.stage == "proposed") != (b.mention.stage == "proposed")
    return crosses_proposal and (a.mention.relation == "cooperation") != (b.mention.relation == "cooperation")


def fit(a: Reading, b: Reading) -> Fit | None:
    """Return how well two mentions of one type with known times fit one occasion, None where they do not."""
    near = kinship(a, b)
    if near is None or told_apart(a, b):
        return None
    if a.mention.type == "agreement":
        return _agreement_fit(a, b) if near is Kinship.EQUAL else None
    return _visit_fit(a, b, near)


def _agreement_fit(a: Reading, b: Reading) -> Fit | None:
    crosses_proposal = (a.mention.stage == "proposed") != (b.mention.stage == "proposed")
    if of_other_kind(a, b):
        return None
    if crosses_proposal and max(a.moment.width, b.moment.width) > VAGUE_DAYS:
        return None
    both_state_days = a.moment.states_day and b.moment.states_day
    window = STATED_DAYS if crosses_proposal and both_state_days else _rung_window(a.mention.stage, b.mention.stage)
    if _days_apart(a, b) > window:
        return None
    return Fit(Kinship.EQUAL, False, a.mention.stage != b.mention.stage, _nearness(a.moment, b.moment))


def _rung_window(a: Stage, b: Stage) -> int:
    if a == b:
        return SAME_RUNG_DAYS
    return LOOSE_WORDING_DAYS if {a, b} == TIE_STAGES else PROPOSAL_TO_TIE_DAYS


def _visit_fit(a: Reading, b: Reading, near: Kinship) -> Fit | None:
    nearness, other_stage = _nearness(a.moment, b.moment), a.mention.stage != b.mention.stage
    if near in (Kinship.LEVEL, Kinship.PARTNER) and not _same_days(a, b, near, nearness):
        return None
    if not _actors_agree(a, b, near, nearness):
        return None
    apart = _days_apart(a, b)
    if apart <= _visit_window(a, b):
        return Fit(near, False, other_stage, nearness)
    settled = near is Kinship.EQUAL and a.mention.actor == b.mention.actor
    settled = settled and (not a.one_sided or None in (a.moment.told, b.moment.told) or told_together(a, b))
    told_late = not other_stage and not (a.moment.dated and b.moment.dated) and nearness <= LATE_VISIT_REPORT_DAYS
    return Fit(near, True, other_stage, nearness) if settled and told_late else None


def _same_days(a: Reading, b: Reading, near: Kinship, nearness: int) -> bool:
    """Tell whether two mentions that name different places may speak of the same days, neither of a whole month.

    A report without a date may come days after another of the same tour: `occasions` asks for one that is nearer.
    """
    if not all(moment.states_day or not moment.dated for moment in (a.moment, b.moment)):
        return False
    if near is Kinship.PARTNER:
        return nearness <= PARTNER_DAYS
    if a.one_sided or b.one_sided:
        return nearness == 0
    return nearness <= LEVEL_DAYS or not (a.moment.dated and b.moment.dated)


def _actors_agree(a: Reading, b: Reading, near: Kinship, nearness: int) -> bool:
    """Tell whether the same people may have travelled; outlets confuse an envoy with a delegation, never a minister."""
    actors = {a.mention.actor, b.mention.actor} - {None}
    if len(actors) < 2:
        return True
    return "national" not in actors and near is not Kinship.LEVEL and nearness <= ACTOR_DAYS


def _visit_window(a: Reading, b: Reading) -> int:
    """Return within how many days two mentions tell one visit; below zero where they never do."""
    dated = a.moment.dated + b.moment.dated
    stages = {a.mention.stage, b.mention.stage}
    one_sided = a.one_sided or b.one_sided
    if stages == {"took_place"}:
        if dated == 2:
            return CALL_DAYS if _calls_on_pakistan(a) and _calls_on_pakistan(b) else VISIT_DAYS
        return EARLY_PRINT_DAYS if dated else ONE_SIDED_DAYS if one_sided else VISIT_REPORT_DAYS
    if stages == {"planned"}:
        return (ONE_SIDED_DAYS if one_sided else PLAN_AHEAD_DAYS, PLAN_OVERLAP_DAYS, PLAN_SHIFT_DAYS)[dated]
    plan = a if a.mention.stage == "planned" else b
    if plan.moment.dated:
        return PLAN_SHIFT_DAYS
    return -1 if one_sided else PLAN_OVERLAP_DAYS


def _calls_on_pakistan(reading: Reading) -> bool:
    return reading.mention.actor == "envoy" and not reading.cn_line and reading.moment.states_day


def _days_apart(a: Reading, b: Reading) -> int:
    """Return the days between two occasions: of reports of one stage without a date, those between their days."""
    if not a.moment.dated and not b.moment.dated and a.mention.stage == b.mention.stage:
        return _nearness(a.moment, b.moment)
    return _gap(a.moment, b.moment)


def _nearness(a: Moment, b: Moment) -> int:
    """Return the days between what is said: the date, or the day of the report."""
    return _gap(_spoken(a), _spoken(b))


def _spoken(moment: Moment) -> Moment:
    return moment if moment.dated else Moment(moment.told, moment.told, moment.told, dated=False)


def _gap(a: Moment, b: Moment) -> int:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0
    return max(0, b.first - a.last, a.first - b.last)
