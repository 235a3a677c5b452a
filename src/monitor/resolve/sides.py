"""The two places of an event, from all that its mentions say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from monitor.records import Actor
from monitor.resolve.ranking import Candidate, Reason, articles_of, by_authority, by_time, in_order
from monitor.resolve.readings import Reading

Side = Callable[[Reading], tuple[tuple[str, ...], str | None, str | None]]
"""What a mention says of a side: the place with those it lies in, its name and its id."""


def cn_side(reading: Reading) -> tuple[tuple[str, ...], str | None, str | None]:
    """Return what a mention says of the Chinese side."""
    return reading.cn_line, reading.mention.cn, reading.mention.cn_id


def pk_side(reading: Reading) -> tuple[tuple[str, ...], str | None, str | None]:
    """Return what a mention says of the Pakistani side."""
    return reading.pk_line, reading.mention.pk, reading.mention.pk_id


def place_candidates(readings: Sequence[Reading], side: Side, actor: Actor | None) -> tuple[Candidate, ...]:
    """Return the places told of a side, the one to take first; each value is a name, None an open side.

    The weightier source wins, then what is told at the time over what is told later, then the most told, then the
    more specific place. An envoy's own place is no party to the visit: so an open side counts as a vote there, and
    where the articles name partner places that have nothing to do with each other, the side stays open.
    """
    told = {side(reading) for reading in readings}
    places = {place for place in told if place[0] or actor == "envoy"}
    if actor == "envoy" and not _in_one_line(line for line, _, _ in places):
        return ()
    candidates = []
    for line, name, place_id in places:
        tellers = [reading for reading in readings if side(reading) == (line, name, place_id)]
        reports = [reading.report for reading in tellers]
        reasons = (
            *(() if actor == "envoy" else (by_authority(reports), by_time(reports))),
            Reason("number", -len(tellers), f"told {len(tellers)} times"),
            Reason("level", -len(line), "the more specific place" if len(line) > 1 else "the wider place"),
            Reason("order", (line, name or ""), "first by name"),
        )
        candidates.append(Candidate(name, articles_of(reports), reasons, place_id))
    return in_order(candidates)


def _in_one_line(lines: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether the places named lie one in the other."""
    named = [line for line in lines if line]
    return all(a[0] in b or b[0] in a for a, b in combinations(named, 2))
