"""Which event id each occasion bears, so that ids stay while mentions come, go and regroup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from monitor.resolve.readings import Reading


@dataclass(frozen=True, slots=True)
class Identities:
    """The id of each occasion, in the order given, and the heir of each id that was given up."""

    event_ids: tuple[str, ...]
    redirects: dict[str, str]


def identify(occasions: Sequence[Sequence[Reading]]) -> Identities:
    """Keep known ids and name the new occasions. Each occasion's readings come in canonical order.

    A known id goes where its founding mention went. An occasion with several keeps the one whose mentions were
    fetched first, then the smaller; the rest redirect to it. A new id is made of the founding mention's article,
    type and places, so a better reading of stage or date does not change it.
    """
    bearers = _bearers(occasions)
    kept: dict[int, str] = {}
    redirects: dict[str, str] = {}
    for index, known in _claims(occasions, bearers).items():
        kept[index], *given_up = sorted(known, key=lambda event_id: (_first_seen(bearers[event_id]), event_id))
        redirects |= dict.fromkeys(given_up, kept[index])
    taken = set(bearers)
    for index, readings in enumerate(occasions):
        if index not in kept:
            kept[index] = next(name for name in _names(readings[0]) if name not in taken)
            taken.add(kept[index])
    return Identities(tuple(kept[index] for index in range(len(occasions))), dict(sorted(redirects.items())))


def _bearers(occasions: Iterable[Sequence[Reading]]) -> dict[str, list[Reading]]:
    """Return the mentions that bore each known id, in canonical order."""
    bearers: dict[str, list[Reading]] = defaultdict(list)
    for readings in occasions:
        for reading in readings:
            if reading.report.event_id:
                bearers[reading.report.event_id].append(reading)
    return {event_id: sorted(found, key=lambda r: r.order) for event_id, found in sorted(bearers.items())}


def _claims(occasions: Iterable[Sequence[Reading]], bearers: dict[str, list[Reading]]) -> dict[int, list[str]]:
    """Return the known ids that each occasion has a claim to: those whose founding mention it holds."""
    where = {r.mention.mention_id: index for index, readings in enumerate(occasions) for r in readings}
    claims: dict[int, list[str]] = defaultdict(list)
    for event_id, found in bearers.items():
        claims[where[_founder(event_id, found).mention.mention_id]].append(event_id)
    return claims


def _founder(event_id: str, bearers: Sequence[Reading]) -> Reading:
    """Return the mention that the id was made of, else the first of those that bore it."""
    return next((reading for reading in bearers if event_id in own_names(reading)), bearers[0])


def _first_seen(bearers: Iterable[Reading]) -> str:
    return min(reading.report.fetched_at.isoformat() for reading in bearers)


def own_names(reading: Reading) -> tuple[str, str]:
    """Return the ids that an event may get of this mention, should it found one."""
    mention = reading.mention
    places = ("".join(line[:1]) for line in (reading.cn_line, reading.pk_line))
    return _name(mention.article_id, mention.type, *places), _name(mention.mention_id)


def _names(founder: Reading) -> Iterable[str]:
    """Yield the ids that an occasion may take, the plain one first: one article may found several of one pair."""
    yield from own_names(founder)
    yield from (_name(founder.mention.mention_id, str(number)) for number in count(2))


def _name(*parts: str) -> str:
    return "e" + sha256("|".join(parts).encode()).hexdigest()[:16]
