"""Which event a mention goes on with that an article tells otherwise than it did before.

An outlet corrects its page, or better rules read it anew: the event is the same, told in other words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from monitor.records import Report


def succeed(new: Sequence[Report], gone: Iterable[Report], borne: Collection[str]) -> list[Report]:
    """Give new mentions the events of mentions of the same article that are `gone`.

    An event that other mentions bear (`borne`) stays with them. Type and one side at least must be the same; of
    several the one that has most in common goes on.
    """
    ends = [report for report in gone if report.event_id and report.event_id not in borne]
    pairs = sorted(
        (-_in_common(fresh, end), end.event_id or "", fresh.mention.mention_id, index, number)
        for index, fresh in enumerate(new)
        if fresh.event_id is None
        for number, end in enumerate(ends)
        if _in_common(fresh, end)
    )
    given: dict[int, str] = {}
    taken: set[int] = set()
    for _, event_id, _, index, number in pairs:
        if index not in given and number not in taken:
            given[index] = event_id
            taken.add(number)
    return [replace(report, event_id=given.get(i, report.event_id)) for i, report in enumerate(new)]


def _in_common(a: Report, b: Report) -> int:
    """Return how much two mentions have in common, 0 where they cannot tell the same event."""
    x, y = a.mention, b.mention
    if (x.article_id, x.type) != (y.article_id, y.type):
        return 0
    sides = sum(one is not None and one == other for one, other in ((x.cn_id, y.cn_id), (x.pk_id, y.pk_id)))
    return sides and 100 * sides + 10 * (x.stage == y.stage) + (x.date == y.date)
