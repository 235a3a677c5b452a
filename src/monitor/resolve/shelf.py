"""The occasions found so far, and how a mention finds those that it could join."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from monitor.resolve.readings import Reading


@dataclass(slots=True)
class Occasion:
    """Mentions of one occasion; the first is the one that founded it here."""

    readings: list[Reading] = field(default_factory=list)
    first: int | None = None
    last: int | None = None

    def add(self, reading: Reading) -> None:
        self.readings.append(reading)
        moment = reading.moment
        if moment.first is not None and moment.last is not None:
            self.first = moment.first if self.first is None else min(self.first, moment.first)
            self.last = moment.last if self.last is None else max(self.last, moment.last)

    @property
    def is_new(self) -> bool:
        return any(reading.mention.is_new for reading in self.readings)

    @property
    def lead(self) -> Reading:
        return self.readings[0]


class Shelf:
    """The occasions found so far, to be looked up by a place in reach of either side."""

    def __init__(self) -> None:
        self.occasions: list[Occasion] = []
        self._by_place: dict[tuple[str, str], list[Occasion]] = defaultdict(list)

    def found(self, reading: Reading) -> None:
        """Open a new occasion with this mention."""
        occasion = Occasion()
        occasion.add(reading)
        self.occasions.append(occasion)
        for key in self._keys(reading):
            self._by_place[key].append(occasion)

    def near(self, reading: Reading) -> list[Occasion]:
        """Return the occasions that share a place, or a place that one lies in, with the mention; oldest first."""
        found: dict[int, Occasion] = {}
        for key in self._keys(reading):
            found.update((id(occasion), occasion) for occasion in self._by_place[key])
        return list(found.values())

    @staticmethod
    def _keys(reading: Reading) -> list[tuple[str, str]]:
        """A mention of two sides is found by both; agreements only by the pair itself."""
        if reading.mention.type == "agreement":
            return [("pair", "|".join((*reading.cn_line[:1], "-", *reading.pk_line[:1])))]
        return [(side, line[-1]) for side, line in (("cn", reading.cn_line), ("pk", reading.pk_line)) if line]
