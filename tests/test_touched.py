"""Which decisions a load stores."""

from __future__ import annotations

from monitor.records import Resolution
from monitor.resolve import touched
from reports import bearing, resolved, visit

MARCH, APRIL = visit("march", "2025-03-10"), visit("april", "2025-04-24")
STORED = resolved(MARCH, APRIL)


def ids(resolution: Resolution) -> set[str]:
    return {event.event_id for event in resolution.events}


def test_an_event_of_context_alone_stays_as_it_was() -> None:
    reports = [*bearing(STORED, MARCH, APRIL), visit("new", "2025-03-11")]
    found = touched(resolved(*reports), reports, frozenset({APRIL.mention.mention_id}))
    assert ids(found) == {STORED.members[MARCH.mention.mention_id]}
    assert set(found.members) == {MARCH.mention.mention_id, reports[-1].mention.mention_id}


def test_context_alone_is_neither_joined_nor_redirected() -> None:
    apart = [visit("a", "2025-04-24", event_id="e-a"), visit("b", "2025-04-25", event_id="e-b")]
    context = frozenset(report.mention.mention_id for report in apart)
    assert resolved(*apart).redirects != {}, "else this tests nothing"
    assert touched(resolved(*apart), apart, context) == Resolution((), {}, {})


def test_what_a_mention_left_is_decided_anew() -> None:
    """A report of the 28th joined the visit of the 24th, until one of the 28th itself came."""
    stray, stays = visit("stray", None, "2025-04-30"), visit("stays", "2025-04-24")
    before = resolved(stray, stays)
    assert len(ids(before)) == 1, "else this tests nothing"
    reports = [*bearing(before, stray, stays), visit("new", "2025-04-29")]
    context = frozenset({stray.mention.mention_id, stays.mention.mention_id})
    found = touched(resolved(*reports), reports, context)
    assert len(ids(found)) == 2
    assert len(found.members) == 3


def test_a_merge_with_something_reached_is_stored() -> None:
    two = [visit("a", "2025-04-24", event_id="e-a"), visit("b", "2025-04-25", event_id="e-b")]
    found = touched(resolved(*two), two, frozenset({two[1].mention.mention_id}))
    assert found == resolved(*two)
    assert found.redirects == {"e-b": "e-a"}
