"""Which decisions a load has to store: those on events that something new could reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from monitor.records import Report, Resolution


def touched(resolution: Resolution, reports: Iterable[Report], context: frozenset[str]) -> Resolution:
    """Leave out the events that consist of `context` mentions alone: they stay as they were stored.

    Such mentions were given to compete for others, not with all that competes for them. Only where one of them left
    its event for another, what it left is decided anew.
    """
    stored = {report.mention.mention_id: report.event_id for report in reports if report.event_id}
    members: dict[str, set[str]] = defaultdict(set)
    for mention_id, event_id in resolution.members.items():
        members[event_id].add(mention_id)
    reached = {event_id for event_id, found in members.items() if not found <= context}
    left = {stored.get(mention_id) for event_id in reached for mention_id in members[event_id]} - {None}
    kept = reached | {event_id for event_id, found in members.items() if not left.isdisjoint(map(stored.get, found))}
    borne = {stored.get(mention_id) for event_id in kept for mention_id in members[event_id]}
    return replace(
        resolution,
        events=tuple(event for event in resolution.events if event.event_id in kept),
        members={mention_id: event_id for mention_id, event_id in resolution.members.items() if event_id in kept},
        redirects={old: heir for old, heir in resolution.redirects.items() if old in borne and heir in kept},
    )
