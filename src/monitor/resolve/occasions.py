"""Groups mentions into occasions: what happened once, however many articles tell it.

The mentions with the most precise time found the occasions; each vaguer one then joins the occasion that it fits
best, or founds its own. Every order is canonical, so the same set of mentions gives the same occasions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from monitor.resolve.fits import Fit, Kinship, fit, told_together
from monitor.resolve.readings import Reading
from monitor.resolve.shelf import Occasion, Shelf
from monitor.resolve.undated import best_undated
from monitor.resolve.windows import LEVEL_DAYS, VAGUE_DAYS


def group_occasions(readings: Sequence[Reading]) -> list[Occasion]:
    """Return the occasions that the mentions tell. `readings` come in canonical order, from `read`."""
    occasions: list[Occasion] = []
    for kind in ("agreement", "visit"):
        shelf = Shelf()
        timed = [r for r in readings if r.mention.type == kind and r.moment.known]
        for reading in sorted(timed, key=_precise_first):
            _place(shelf, reading, _best_timed(reading, shelf.near(reading)))
        untimed = [r for r in readings if r.mention.type == kind and not r.moment.known]
        for reading in sorted(untimed, key=_news_first):
            _place(shelf, reading, best_undated(reading, shelf.near(reading)))
        occasions += shelf.occasions
    return occasions


def _place(shelf: Shelf, reading: Reading, occasion: Occasion | None) -> None:
    if occasion:
        shelf.join(reading, occasion)
    else:
        shelf.found(reading)


def _precise_first(reading: Reading) -> tuple[int, bool, int, int, tuple[str, ...]]:
    """A stated day, a report's day, a month, a year, and last a plan without a day, which fits any visit to come.

    Cities come before the provinces around them: a report of the province's may be of the city's visit.
    """
    moment = reading.moment
    vagueness = 1 if reading.mention.stage != "planned" else 4
    if moment.dated:
        vagueness = 0 if moment.width == 0 else 2 if moment.width <= VAGUE_DAYS else 3
    width = -len(reading.cn_line) - len(reading.pk_line)
    return vagueness, reading.one_sided, width, moment.first or 0, reading.order


def _news_first(reading: Reading) -> tuple[bool, bool, bool, tuple[str, ...]]:
    mention = reading.mention
    return not mention.is_new, mention.stage in ("proposed", "planned"), reading.one_sided, reading.order


def _best_timed(reading: Reading, occasions: Iterable[Occasion]) -> Occasion | None:
    best: tuple[Fit, Occasion] | None = None
    for occasion in occasions:
        fitting = _fit_all(reading, occasion)
        if fitting and (best is None or fitting < best[0]):
            best = (fitting, occasion)
    return best[1] if best else None


def _fit_all(reading: Reading, occasion: Occasion) -> Fit | None:
    """Return the best fit with a member if every member fits: occasions must not grow from neighbour to neighbour.

    Of a province and its city one member at least must be told of the same days; a late report of an envoy's call must
    have appeared beside one.
    """
    fits: list[Fit] = []
    for member in occasion.readings:
        fitting = fit(reading, member)
        if fitting is None:
            return None
        fits.append(fitting)
    best = min(fits)
    if best.kinship is Kinship.LEVEL and min(f.days for f in fits) > LEVEL_DAYS:
        return None
    if best.late and reading.one_sided and not any(told_together(reading, member) for member in occasion.readings):
        return None
    return best


_by_order = attrgetter("order")


def in_canonical_order(occasions: Iterable[Occasion]) -> list[list[Reading]]:
    """Return each occasion's mentions in canonical order, and the occasions by their first."""
    return sorted((sorted(o.readings, key=_by_order) for o in occasions), key=lambda readings: readings[0].order)
