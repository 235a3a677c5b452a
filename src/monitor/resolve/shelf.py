"""The occasions found so far, and how a mention finds those that it could join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from monitor.resolve.readings import Reading
from monitor.resolve.windows import REACH_DAYS


@dataclass(slots=True)
class Occasion:
    """Mentions of one occasion; the first is the one that founded it here, as the occasion of this `number`."""

    number: int
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
    """The occasions found so far, to be looked up by a place in reach of either side, and by time."""

    def __init__(self) -> None:
        self.occasions: list[Occasion] = []
        self._by_place: dict[tuple[str, str], dict[int | None, dict[int, Occasion]]] = defaultdict(
            lambda: defaultdict(dict)
        )

    def found(self, reading: Reading) -> None:
        """Open a new occasion with this mention."""
        occasion = Occasion(number=len(self.occasions))
        self.occasions.append(occasion)
        self.join(reading, occasion)

    def join(self, reading: Reading, occasion: Occasion) -> None:
        """Add a mention to an occasion."""
        occasion.add(reading)
        for key in self._keys(reading):
            for span in _spans(reading, 0):
                self._by_place[key][span][occasion.number] = occasion

    def near(self, reading: Reading) -> list[Occasion]:
        """Return the occasions that share a place, or a place that one lies in, with the mention; oldest first.

        Of those with a time only the ones that a mention with a time can reach.
        """
        found: dict[int, Occasion] = {}
        for key in self._keys(reading):
            shelves = self._by_place[key]
            for span in _spans(reading, REACH_DAYS) if reading.moment.known else list(shelves):
                found |= shelves.get(span, {})
        return [found[number] for number in sorted(found)]

    @staticmethod
    def _keys(reading: Reading) -> list[tuple[str, str]]:
        """A mention of two sides is found by both; agreements only by the pair itself."""
        if reading.mention.type == "agreement":
            return [("pair", "|".join((*reading.cn_line[:1], "-", *reading.pk_line[:1])))]
        return [(side, line[-1]) for side, line in (("cn", reading.cn_line), ("pk", reading.pk_line)) if line]


def _spans(reading: Reading, reach: int) -> Iterable[int | None]:
    """Return the numbers of the equal spans of time that a moment lies in or reaches; None stands for no time."""
    first, last = reading.moment.first, reading.moment.last
    if first is None or last is None:
        return (None,)
    return range((first - reach) // REACH_DAYS, (last + reach) // REACH_DAYS + 1)
