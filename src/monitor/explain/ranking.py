"""What the articles tell of each field of an event, in the order in which the rules rank it, and which rule decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from monitor.records import Event, Report
from monitor.resolve.dates import date_candidates
from monitor.resolve.ranking import Candidate, decisive
from monitor.resolve.readings import read
from monitor.resolve.sides import cn_side, pk_side, place_candidates
from monitor.resolve.stages import stage_candidates
from monitor.understand.gazetteer import load_gazetteer

Ranking = Mapping[str, Sequence[Candidate]]


def rank_fields(event: Event, reports: Sequence[Report]) -> Ranking:
    """Return for stage, date and both sides the values that the reports tell, as the rules rank them."""
    readings = read(reports, load_gazetteer().places)
    return {
        "stage": stage_candidates(reports),
        "date": date_candidates(reports, event.stage),
        "cn": place_candidates(readings, cn_side, event.actor),
        "pk": place_candidates(readings, pk_side, event.actor),
    }


def ranking_facts(ranking: Ranking) -> dict[str, Any]:
    """Return the ranking as JSON shows it."""
    return {
        field: {
            "decided_by": _decided_by(candidates),
            "candidates": [
                {"value": c.value, "articles": c.articles, "reasons": [reason.words for reason in c.reasons]}
                for c in candidates
            ],
        }
        for field, candidates in ranking.items()
    }


def ranking_lines(ranking: Ranking) -> Iterator[str]:
    """Yield a line for each value told of a field that the articles tell in more ways than one."""
    for field, candidates in ranking.items():
        if len(candidates) < 2:
            continue
        yield f"{field:<10} decided by {_decided_by(candidates)}"
        for number, candidate in enumerate(candidates, 1):
            told = f"{candidate.articles} article{'' if candidate.articles == 1 else 's'}"
            reasons = "; ".join(reason.words for reason in candidate.reasons if reason.name != "order")
            yield f"   {number}. {candidate.value or 'left open'} ({told}): {reasons}"


def _decided_by(candidates: Sequence[Candidate]) -> str | None:
    reason = decisive(candidates)
    return f"{reason.name}: {reason.words}" if reason else None
