"""Which occasion a mention joins that does not say when it happened: by what else fits, never by a guess of days."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.resolve.fits import TIE_STAGES, Kinship, kinship, of_other_kind, told_apart
from monitor.resolve.likeness import MOST_WORDS, SAME_WORDS, told_alike
from monitor.resolve.people import other_envoy
from monitor.resolve.readings import Reading
from monitor.resolve.shelf import Occasion
from monitor.resolve.windows import PROPOSAL_TO_TIE_DAYS, UNDATED_SEEN_DAYS


def best_undated(reading: Reading, occasions: Iterable[Occasion]) -> Occasion | None:
    """Return the occasion that a mention without a time joins, None where it founds its own."""
    open_to = [o for o in occasions if not any(told_apart(reading, member) for member in o.readings)]
    same_pair = [o for o in open_to if any(kinship(reading, m) is Kinship.EQUAL for m in o.readings)]
    if reading.mention.type == "agreement":
        return _best_agreement(reading, same_pair)
    return _best_visit(reading, same_pair, open_to)


def _best_agreement(reading: Reading, occasions: Iterable[Occasion]) -> Occasion | None:
    """News joins that told in most of its words, else the latest; history the first that was before it was told."""
    mention = reading.mention
    fitting = [o for o in occasions if _rungs_agree(reading, o) and _could_be(reading, o)]
    if mention.is_new:
        fitting = [o for o in fitting if o.is_new]
        return max(
            fitting,
            key=lambda o: (
                _told_alike(reading, o, MOST_WORDS),
                _tells_relation(reading, o),
                _tells_stage(reading, o),
                o.first or 0,
            ),
            default=None,
        )
    return min(
        fitting,
        key=lambda o: (not _tells_relation(reading, o), not _tells_stage(reading, o), o.first or 0),
        default=None,
    )


def _rungs_agree(reading: Reading, occasion: Occasion) -> bool:
    """A tie fits a tie and a proposal a proposal; a proposal that is news may be a tie told loosely."""
    stages = {member.mention.stage for member in occasion.readings}
    if any(of_other_kind(reading, member) for member in occasion.readings):
        return False
    if reading.mention.stage in TIE_STAGES:
        return bool(stages & TIE_STAGES)
    if "proposed" in stages:
        return True
    seen_together = occasion.first is not None or _seen_apart(reading, occasion) <= PROPOSAL_TO_TIE_DAYS
    return reading.mention.is_new and occasion.is_new and seen_together


def _could_be(reading: Reading, occasion: Occasion) -> bool:
    """Tell whether the occasion was before the article: what is told was."""
    return occasion.first is None or occasion.first <= reading.told_by


def _seen_apart(reading: Reading, occasion: Occasion) -> int:
    """Return the days between the fetching of the mention's article and of the occasion's nearest one."""
    seen = reading.report.fetched_at.toordinal()
    return min(abs(member.report.fetched_at.toordinal() - seen) for member in occasion.readings)


def _tells_stage(reading: Reading, occasion: Occasion) -> bool:
    return any(member.mention.stage == reading.mention.stage for member in occasion.readings)


def _tells_relation(reading: Reading, occasion: Occasion) -> bool:
    return any(member.mention.relation == reading.mention.relation for member in occasion.readings)


def _told_alike(reading: Reading, occasion: Occasion, share: float) -> bool:
    return any(told_alike(reading, member, share) for member in occasion.readings)


def _best_visit(reading: Reading, same_pair: list[Occasion], open_to: Iterable[Occasion]) -> Occasion | None:
    """News joins the latest visit of its pair, or the only one that is told alike where a side is open.

    A plan joins a plan or what is told in its words: pairs that meet often plan the next visit. History joins no day.
    """
    if not reading.mention.is_new:
        return next((o for o in same_pair if o.first is None and _same_actor(reading, o)), None)
    fitting = [o for o in same_pair if _may_visit(reading, o)]
    if reading.mention.stage == "planned":
        fitting = [o for o in fitting if _tells_stage(reading, o) or _told_alike(reading, o, MOST_WORDS)]
    if fitting and not reading.one_sided:
        return max(fitting, key=lambda o: (_tells_stage(reading, o), o.first or 0))
    if not fitting:
        fitting = [o for o in open_to if _may_visit(reading, o) and _leaves_open(reading, o)]
        fitting = [o for o in fitting if _told_alike(reading, o, MOST_WORDS)]
    if len(fitting) > 1:
        fitting = [o for o in fitting if _told_alike(reading, o, SAME_WORDS)]
    return fitting[0] if len(fitting) == 1 and not _of_another_envoy(reading, fitting[0]) else None


def _of_another_envoy(reading: Reading, occasion: Occasion) -> bool:
    return any(other_envoy(reading, member) for member in occasion.readings)


def _may_visit(reading: Reading, occasion: Occasion) -> bool:
    if not (occasion.is_new and _same_actor(reading, occasion)):
        return False
    planned = reading.mention.stage == "planned"
    return (planned or _could_be(reading, occasion)) and _seen_apart(reading, occasion) <= UNDATED_SEEN_DAYS


def _same_actor(reading: Reading, occasion: Occasion) -> bool:
    return reading.mention.actor in {member.mention.actor for member in occasion.readings}


def _leaves_open(reading: Reading, occasion: Occasion) -> bool:
    return all(kinship(reading, member) in (Kinship.EQUAL, Kinship.OPEN) for member in occasion.readings)
