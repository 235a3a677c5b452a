"""The stage of an event, from all that its mentions say of it."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.records import STAGE_ORDER, Report
from monitor.resolve.ranking import Candidate, Reason, articles_of, in_order


def stage_candidates(reports: Sequence[Report]) -> tuple[Candidate, ...]:
    """Return the stages told, the one to take first.

    Of one occasion a paper called a letter of intent outranks "signed", the looser word for it, whoever says so
    (codebook, Agreements 3). Otherwise the highest rung told counts: a wish or a plan in one report does not undo the
    act in another.
    """
    candidates = []
    for stage in {report.mention.stage for report in reports}:
        explicit = stage == "letter_of_intent"
        reasons = (
            Reason("wording", not explicit, "explicit wording" if explicit else "no explicit letter of intent"),
            Reason("rung", -STAGE_ORDER[stage], f"rung {STAGE_ORDER[stage]} of its ladder"),
        )
        tellers = [report for report in reports if report.mention.stage == stage]
        candidates.append(Candidate(stage, articles_of(tellers), reasons))
    return in_order(candidates)
