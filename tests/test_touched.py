"""Which decisions a load stores, and how far it must look before it may."""

from __future__ import annotations

from monitor.records import Report, Resolution
from monitor.resolve import touched, unsettled
from reports import bearing, resolved, visit

MARCH, APRIL = visit("march", "2025-03-10"), visit("april", "2025-04-24")
STORED = resolved(MARCH, APRIL)


def ids(resolution: Resolution) -> set[str]:
    return {event.event_id for event in resolution.events}


def mention_ids(*reports: Report) -> frozenset[str]:
    return frozenset(report.mention.mention_id for report in reports)


def test_an_event_of_context_alone_stays_as_it_was() -> None:
    reports = [*bearing(STORED, MARCH, APRIL), visit("new", "2025-03-11")]
    resolution = resolved(*reports)
    assert unsettled(resolution, reports, mention_ids(APRIL)) == set()
    found = touched(resolution, mention_ids(APRIL))
    assert ids(found) == {STORED.members[MARCH.mention.mention_id]}
    assert found.members.keys() == mention_ids(MARCH, reports[-1])


def test_context_that_would_merge_is_unsettled() -> None:
    apart = [visit("a", "2025-04-24", event_id="e-a"), visit("b", "2025-04-25", event_id="e-b")]
    assert unsettled(resolved(*apart), apart, mention_ids(*apart)) == {"e-a", "e-b"}
    assert unsettled(resolved(*apart), apart, mention_ids(apart[1])) == {"e-b"}, "the other is looked at anyway"
    assert touched(resolved(*apart), mention_ids(*apart)) == Resolution((), {}, {})
    assert touched(resolved(*apart), frozenset()).redirects == {"e-b": "e-a"}


def test_context_that_a_new_mention_draws_to_itself_is_unsettled_with_what_it_leaves() -> None:
    """A report of the 28th joined the visit of the 24th, until one of the 28th itself came."""
    stray, stays = visit("stray", None, "2025-04-30"), visit("stays", "2025-04-24")
    before = resolved(stray, stays)
    assert len(ids(before)) == 1, "else this tests nothing"
    reports = [*bearing(before, stray, stays), visit("new", "2025-04-29")]
    resolution = resolved(*reports)
    assert len(ids(resolution)) == 2
    assert unsettled(resolution, reports, mention_ids(stray, stays)) == ids(before)
    assert unsettled(resolution, reports, mention_ids(stays)) == ids(before)
    assert unsettled(resolution, reports, frozenset()) == set()
