"""Which events are announced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from monitor.records import Event
from monitor.resolve import announcements
from reports import only, tie, visit

TODAY = date(2025, 4, 30)


def announced(
    event: Event, items: list[tuple[str, str, str]], published: str | None = None, days: int | None = None
) -> list[str]:
    return [guid for guid, _, _ in announcements([event], items, {event.event_id: published}, TODAY, days)]


def test_an_eligible_event_is_announced_once() -> None:
    event = only(visit("a", "2025-04-24"))
    guid = f"{event.event_id}:took_place"
    assert announced(event, []) == [guid]
    assert announced(event, [(guid, event.event_id, "took_place")]) == []
    assert announced(replace(event, in_feed=False), []) == []


def test_a_planned_visit_is_announced_again_when_it_took_place() -> None:
    event = only(visit("a", "2025-04-24"))
    planned = (f"{event.event_id}:planned", event.event_id, "planned")
    both = [planned, (f"{event.event_id}:took_place", event.event_id, "took_place")]
    assert announced(event, [planned]) == [f"{event.event_id}:took_place"]
    assert announced(event, both) == []


def test_a_corrected_stage_is_no_second_item() -> None:
    event = only(tie("a", "letter_of_intent", "2021-07-17"))
    assert announced(event, [(f"{event.event_id}:signed", event.event_id, "signed")]) == []


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2025-04-01", True),
        ("2025-03-30", False),
        (None, False),
        ("2025-05-01T02:00+08:00", True),
        ("2026-01-01", False),
    ],
)
def test_a_bulk_import_announces_only_what_is_recent(published: str | None, told: bool) -> None:
    event = only(visit("a", "2025-04-24"))
    assert bool(announced(event, [], published, days=30)) is told
    assert announced(event, [], published) == [f"{event.event_id}:took_place"]
