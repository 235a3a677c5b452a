"""The feeds there are: one of everything, one a type, one a place; each as RSS, Atom and JSON Feed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from monitor.records import EventType, Item, Place

Format = Literal["rss", "atom", "json"]
PLACES_FOLDER = "places"
_PLACE_ID = re.compile(r"(?:cn|pk)-[a-z0-9-]+")
PLACE_FILE = re.compile(rf"{_PLACE_ID.pattern}\.(?:xml|atom|json)")
"""The names of the files below `places/`; whatever else lies there is not ours."""

_SUFFIXES: Mapping[Format, str] = {"rss": ".xml", "atom": ".atom", "json": ".json"}
_TITLES: Mapping[EventType, str] = {
    "agreement": "Sister ties and agreements between China and Pakistan",
    "visit": "Visits between China and Pakistan",
}


@dataclass(frozen=True, slots=True)
class Channel:
    """One feed in any format: `name` is its address below `public/` without suffix, `label` its name in lists."""

    name: str
    title: str
    description: str
    label: str

    def file(self, kind: Format) -> str:
        """Return the name of the channel's file of that format, below `public/`."""
        if self.name == "feed" and kind == "atom":
            return "atom.xml"
        return self.name + _SUFFIXES[kind]


MAIN = Channel(
    "feed",
    "Sister ties and visits between China and Pakistan",
    "Agreements and visits between Chinese and Pakistani cities and provinces, "
    "as reported in English, Chinese and Urdu",
    "Everything",
)
TYPES: Mapping[EventType, Channel] = {
    "agreement": Channel(
        "agreements", _TITLES["agreement"], f"Only the agreements of: {MAIN.description}", "Agreements"
    ),
    "visit": Channel("visits", _TITLES["visit"], f"Only the visits of: {MAIN.description}", "Visits"),
}


def channels_with_items(items: Sequence[Item], places: Mapping[str, Place]) -> dict[Channel, list[Item]]:
    """Return all feeds with their items: the whole, each type, then each place that has any, by its name.

    A place has the items of the places within it too.
    """
    found = {MAIN: list(items)}
    for kind, channel in TYPES.items():
        found[channel] = [item for item in items if item.event.type == kind]
    by_place: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for place_id in sorted(_places_of(item, places)):
            by_place[place_id].append(item)
    channels = {_place_channel(places[place_id], places): told for place_id, told in by_place.items()}
    return found | {channel: channels[channel] for channel in sorted(channels, key=lambda c: (c.label, c.name))}


def _places_of(item: Item, places: Mapping[str, Place]) -> set[str]:
    """Return the event's places, and those of which readers were told it: who read of a wrong one is to hear of it."""
    told = item.told or item.event
    sides = (item.event.cn_id, item.event.pk_id, told.cn_id, told.pk_id)
    return {place_id for side in sides for place_id in _with_parents(side, places) if _PLACE_ID.fullmatch(place_id)}


def _with_parents(place_id: str | None, places: Mapping[str, Place]) -> Iterator[str]:
    passed: set[str] = set()
    while place_id and place_id in places and place_id not in passed:
        passed.add(place_id)
        yield place_id
        place_id = places[place_id].parent_id


def _place_channel(place: Place, places: Mapping[str, Place]) -> Channel:
    parent = places.get(place.parent_id or "")
    label = f"{place.name_en}, {parent.name_en}" if parent else place.name_en
    return Channel(
        f"{PLACES_FOLDER}/{place.place_id}",
        f"{label}: sister ties and visits",
        f"Agreements and visits of {label} and of places in it, as reported in English, Chinese and Urdu",
        label,
    )
