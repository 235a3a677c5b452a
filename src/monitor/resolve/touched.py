"""Which decisions a load has to store: those on events that something new could reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from monitor.records import Report, Resolution


def unsettled(resolution: Resolution, reports: Iterable[Report], context: frozenset[str]) -> set[str]:
    """Return the stored events of `context` mentions that do not keep the company in which they were stored.

    Such mentions were given to compete for others, not with all that competes for them: before they may move, the
    events that they leave and join must be resolved with all that could belong to them.
    """
    stored = {report.mention.mention_id: report.event_id for report in reports if report.event_id}
    before, now = _groups(stored), _groups(resolution.members)
    return {
        event_id
        for mention_id, event_id in stored.items()
        if mention_id in context and now[resolution.members[mention_id]] != before[event_id]
    }


def touched(resolution: Resolution, context: frozenset[str]) -> Resolution:
    """Leave out the events that consist of `context` mentions: they are settled, and stay as they were stored."""
    members = {mention_id: event_id for mention_id, event_id in resolution.members.items() if mention_id not in context}
    kept = set(members.values())
    return replace(
        resolution,
        events=tuple(event for event in resolution.events if event.event_id in kept),
        members=members,
        redirects={old: heir for old, heir in resolution.redirects.items() if heir in kept},
    )


def _groups(members: Mapping[str, str]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for mention_id, event_id in members.items():
        groups[event_id].add(mention_id)
    return groups
