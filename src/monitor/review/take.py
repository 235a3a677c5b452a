"""Takes a verdict: checks it, applies it, adds it to `verdicts.toml` and publishes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from monitor.errors import MonitorError
from monitor.pipeline import heed_verdicts, open_stored, store_verdicts
from monitor.publish.wording import item_title
from monitor.records import Event
from monitor.settings import Home, load_settings
from monitor.understand.gazetteer import load_gazetteer
from monitor.verdicts import draft_verdict
from monitor.warehouse import Reader


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of the event that a verdict named: its id and title by now, and the files written."""

    event_id: str
    title: str
    verdict: str | None
    in_feed: bool
    files: tuple[str, ...]


def take_verdict(home: Home, event_id: str, action: Mapping[str, Any], by: str, reason: str) -> Decision:
    """Apply one verdict and write it down; `action` is a key of `monitor.verdicts.ACTIONS` with its value.

    Raises MonitorError saying what is wrong, with nothing stored or written, for an event, an article or a value that
    cannot be.
    """
    settings = load_settings(home)
    with open_stored(home) as warehouse:
        reader = warehouse.reader()
        event = _known(reader, event_id)
        _require_possible(reader, event, action)
        table = {"event": event.event_id, **action, "by": by, "date": datetime.now(UTC).date(), "reason": reason}
        draft = draft_verdict(home, load_gazetteer(), table, item_title(event))
        # Applied first: what does not fit the event is refused before it stands in the file.
        store_verdicts(warehouse, settings, draft.verdicts)
        draft.write()
        changed = heed_verdicts(warehouse, settings, home)
        stored = reader.event(event.event_id)
    if stored is None:
        raise MonitorError(f"{event_id}: no article reports it any more, and nobody was ever told of it")
    event = stored.event
    files = tuple(str(path) for path in (draft.path, *changed))
    return Decision(event.event_id, item_title(event), event.verdict, event.in_feed, files)


def _known(reader: Reader, event_id: str) -> Event:
    stored = reader.event(event_id)
    if stored is None:
        raise MonitorError(f"no event has the id {event_id!r}; `monitor review` lists the doubtful ones")
    return stored.event


def _require_possible(reader: Reader, event: Event, action: Mapping[str, Any]) -> None:
    if "merge" in action:
        other = _known(reader, action["merge"])
        if other.event_id == event.event_id:
            raise MonitorError(f"{action['merge']} is {event.event_id} already")
        if other.type != event.type:
            raise MonitorError(f"{other.event_id} is of type {other.type}, {event.event_id} of type {event.type}")
    if "split" in action:
        telling = {telling.report.mention.article_id for telling in reader.tellings_of(event.event_id)}
        for article_id in action["split"]:
            if article_id not in telling:
                known = ", ".join(sorted(telling))
                raise MonitorError(f"article {article_id} does not report {event.event_id}; those that do: {known}")
        if telling <= set(action["split"]):
            raise MonitorError(f"these are all articles of {event.event_id}; one at least must stay with it")
