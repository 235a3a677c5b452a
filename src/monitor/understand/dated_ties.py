"""Sister ties told in a row of dated entries: each is as old as its own date says."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.understand.announced import Told
from monitor.understand.dated_entries import DatedEntry, dated_entries, is_bare
from monitor.understand.dates import DateMark
from monitor.understand.finding import Finding
from monitor.understand.novelty import When, marks_in
from monitor.understand.pairs import Pair
from monitor.understand.partners import Partners
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.stage import Reading, read_stage
from monitor.understand.text import Sentence
from monitor.understand.ties import Tie, find_tie

_WEIGHT = 0.85
_SHORT_ANSWER = 8
"""Characters of "A. Yes.", in questions and answers."""


def dated_ties(
    scene: Scene, partners: Partners, where: Sentence, tie: Tie | None, last: Sequence[Finding]
) -> list[Told]:
    """Return the ties of a sentence whose entries bring their own dates; none where it is no such row.

    `last` is what was found last: "Chengdu followed in 2015" goes on with the tie that the sentence before tells.
    """
    entries = dated_entries(scene, where)
    if not entries or scene.says("denial", where):
        return []
    before = [] if scene.doc.is_title(where) else _told_before(scene, where, last)
    whole = all(len(entry.places) > 1 for entry in entries) and _ties_before(scene, where)
    if (
        tie is None
        and (before or whole)
        and (is_bare(scene, where, entries) or all(entry.followed for entry in entries))
    ):
        return _told(entries, None, Tie((where.start, where.start), True, True), _pairs(entries, before))
    reading = read_stage(scene.doc, where.start, where.end, tie.span) if tie else None
    if tie is None or len(entries) < 2 or (reading and reading.stage == "proposed"):
        return []
    inside = _pairs(entries, scene.named_in(where))
    return _told(entries, reading, tie, inside or _with_partner(partners, where, tie, entries))


def days_in_order(scene: Scene, where: Sentence, pairs: Sequence[Pair]) -> list[DateMark]:
    """ "A-B and C-D are sister cities since 1985 and 2007 respectively": one date a pair, none where it is not so."""
    last = max((max(pair.cn.end, pair.pk.end) for pair in pairs), default=where.end)
    marks = marks_in(scene.marks, last, where.end)
    ends = marks and scene.doc.text.startswith((" respectively", ", respectively"), marks[-1].end)
    return marks if ends and len(marks) == len(pairs) > 1 else []


def is_date_of_another(scene: Scene, mark: DateMark, pair: Pair) -> bool:
    """ "With Shanghai (1985), Urumqi and Xi'an": a date in brackets is of the place before it only."""
    text = scene.doc.text
    in_brackets = text.endswith(" (", 0, mark.start) and text.startswith(")", mark.end)
    named = (spot for spot in scene.spots if in_brackets and spot.end == mark.start - len(" ("))
    return any(spot.place not in (pair.cn.place, pair.pk.place) for spot in named)


def _told_before(scene: Scene, where: Sentence, last: Sequence[Finding]) -> list[Spot]:
    """The places whose tie was told last, in the sentence before or here; else those that it tells to have ties."""
    for finding in last:
        told = scene.doc.sentence_at(finding.end - 1)
        if told and where.index - told.index <= 1 and finding.relation != "cooperation" and not finding.in_title:
            return [spot for spot in (finding.cn, finding.pk) if spot]
    before = _ties_before(scene, where)
    return scene.named_in(before) if before else []


def _ties_before(scene: Scene, where: Sentence) -> Sentence | None:
    """The sentence before, if it speaks of ties; "Yes." is none."""
    told = (s for s in reversed(scene.body()) if s.index < where.index and s.end - s.start > _SHORT_ANSWER)
    before = next(told, None)
    return before if before and find_tie(scene, before) else None


def _pairs(entries: Sequence[DatedEntry], others: Sequence[Spot]) -> list[tuple[Spot, Spot]]:
    """Give each entry of one place the partner that all share; none where there is none, or it is a guess.

    It is the only place of the country opposite in another entry or among `others`.
    """
    countries = {entry.places[0].country for entry in entries if len(entry.places) == 1}
    shared = {spot.place.place_id: spot for spot in others if spot.country not in countries}
    if len(countries) > 1 or (countries and len(shared) != 1):
        return []
    return [(entry.places + tuple(shared.values()))[:2] for entry in entries]  # type: ignore[misc]


def _with_partner(
    partners: Partners, where: Sentence, tie: Tie, entries: Sequence[DatedEntry]
) -> list[tuple[Spot, Spot]]:
    """ "Its sister cities are …": whose they are, the article tells elsewhere."""
    found = [partners.for_tie(where, tie, entry.places)[0] for entry in entries]
    return [(pairs[0].cn, pairs[0].pk) for pairs in found] if all(len(pairs) == 1 for pairs in found) else []


def _told(
    entries: Sequence[DatedEntry],
    reading: Reading | None,
    tie: Tie,
    places: Sequence[tuple[Spot, Spot]],
) -> list[Told]:
    told: list[Told] = []
    stage, explicit = (reading.stage, reading.explicit) if reading else ("signed", False)
    for two, entry in zip(places, entries, strict=False):
        cn, pk = sorted(two, key=lambda spot: spot.country)
        act = Reading(stage, entry.mark.start, entry.mark.end, explicit, "one of a row of dated ties")
        pair = Pair(cn, pk, "dated", _WEIGHT * cn.weight * pk.weight)
        told.append((pair, act, tie, When(entry.mark.date, "its own date in a row")))
    return told
