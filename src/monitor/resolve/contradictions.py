"""Where the outlets that report one occasion contradict each other; the item then says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from monitor.resolve.readings import Reading
from monitor.resolve.windows import CROSSED_DAYS

_PLAN_AND_DEED = {"planned", "took_place"}


def contradicts(readings: Sequence[Reading]) -> bool:
    """Tell whether one event's mentions give different stages, or dates of an agreement that exclude each other.

    A plan and its execution do not, history and news do not, and neither do two days of one visit.
    """
    voices = [r for r in readings if r.mention.is_new] or list(readings)
    stages = {r.mention.stage for r in voices}
    if len(stages) > 1 and not stages <= _PLAN_AND_DEED:
        return True
    if readings[0].mention.type == "visit":
        return False
    dates = {r.mention.date for r in readings if r.mention.date}
    return any(not a.startswith(b) and not b.startswith(a) for a, b in combinations(sorted(dates), 2))


def crossed(occasions: Sequence[Sequence[Reading]]) -> set[int]:
    """Return the agreements whose partners other articles tell crosswise: A-C and B-D, or A-D and B-C.

    One article that tells all four pairs contradicts nobody, and neither does history.
    """
    by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_article: dict[str, set[int]] = defaultdict(set)
    for index, readings in enumerate(occasions):
        if readings[0].mention.type == "agreement" and any(r.mention.is_new for r in readings):
            by_pair[_pair(readings[0])].append(index)
            for article_id in _articles(readings):
                by_article[article_id].add(index)
    found: set[int] = set()
    for together in sorted({tuple(sorted(indexes)) for indexes in by_article.values()}):
        for a, b in combinations(together, 2):
            for c, d in _swapped(_pair(occasions[a][0]), _pair(occasions[b][0]), by_pair):
                if _cross(occasions[a], occasions[b], occasions[c], occasions[d]):
                    found |= {a, b, c, d}
    return found


def _pair(reading: Reading) -> tuple[str, str]:
    return "".join(reading.cn_line[:1]), "".join(reading.pk_line[:1])


def _swapped(
    a: tuple[str, str], b: tuple[str, str], by_pair: dict[tuple[str, str], list[int]]
) -> Iterator[tuple[int, int]]:
    """Yield the occasions of the two pairs with their partners swapped."""
    if a[0] == b[0] or a[1] == b[1]:
        return
    for c in by_pair.get((a[0], b[1]), ()):
        yield from ((c, d) for d in by_pair.get((b[0], a[1]), ()))


def _cross(*occasions: Sequence[Reading]) -> bool:
    a, b, c, d = (_articles(readings) for readings in occasions)
    straight, swapped = a & b, c & d
    return bool(swapped) and not straight & swapped and _near(occasions)


def _articles(readings: Iterable[Reading]) -> set[str]:
    return {reading.mention.article_id for reading in readings if reading.mention.is_new}


def _near(occasions: Iterable[Sequence[Reading]]) -> bool:
    """Tell whether the occasions that say when were at one time."""
    told = [day for readings in occasions if (day := _day(readings)) is not None]
    return not told or max(told) - min(told) <= CROSSED_DAYS


def _day(readings: Iterable[Reading]) -> int | None:
    return min((r.moment.last for r in readings if r.moment.last is not None), default=None)
