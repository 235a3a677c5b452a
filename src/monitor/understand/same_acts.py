"""Pairs of which a sentence tells only that they did as others did: "Multan and Kaifeng followed on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.understand.announced import Told
from monitor.understand.novelty import When, find_day, marks_in, stands_since
from monitor.understand.pairs import Pair, pair_up, parties
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.stage import Reading, read_stage
from monitor.understand.text import Sentence
from monitor.understand.ties import Tie, of_one_level

_REACH = 4
"""Sentences over which "did the same" still means what was told."""
_OPENING = re.compile(
    r"(?:[\W\d]|\b(?:on|in|at|the|a|that|this|same|following|next|day|week|month|year|later|earlier|then|also|meanwhile"
    r"|separately|likewise|two|four|more|other|others|city|cities|province|provinces|town|towns|district|districts|of"
    r"|chinese|pakistani|and|[a-z]+day|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|morning|afternoon|evening|ceremony|occasion|for (?:its|their) part)\b)*"
)
"""Before the places that a sentence is about: a day, or what they are."""
_WITH = {
    "en": re.compile(r"\bwith (?:the )?(?:city of |province of )?\Z"),
    "zh": re.compile(r"[与同和]\Z"),
    "ur": re.compile(r"(?!)"),
}
_BESIDE = 24
"""Characters before a place in which its preposition stands."""
_RENEWED = re.compile(
    r"(?:[a-z0-9 ]{2,24},? )?it (?:was|has been) (?:(?:re-?)?signed again|renewed|re-signed|extended)\b"
)
_NOT = re.compile(r"\b(?:not|never|nor|neither|no)\b|没有|未|نہیں")
_OF_OTHERS = ("tie_other", "business", "body", "denial", "profession")
"""What makes it another act than that of two governments."""


@dataclass(frozen=True, slots=True)
class ToldAct:
    """What a sentence told of a pair; `tie` is None for a paper that makes no tie."""

    where: Sentence
    reading: Reading
    tie: Tie | None
    pair: Pair


def same_act(scene: Scene, where: Sentence, last: ToldAct) -> list[Told]:
    """Return the pairs of a sentence for which holds what was told last, at the stage and day of their own."""
    is_next = where.index == last.where.index + 1 and last.tie is not None
    if is_next and _RENEWED.match(scene.words(where)) and not scene.says_any(_OF_OTHERS, where):
        act = Reading("signed", where.start, where.end, False, "the paper told before was renewed")
        return [(last.pair, act, last.tie, find_day(scene.doc, scene.marks, where, (where.start, where.end)))]
    leans = _leans_on(scene, where)
    if not leans or scene.doc.is_title(where) or not 0 < where.index - last.where.index <= _REACH:
        return []
    if scene.says_any(_OF_OTHERS, where) or scene.names_abroad(where) or _NOT.search(scene.words(where)):
        return []
    own = parties(scene.doc, scene.gazetteer, scene.spots, where)
    pairs = pair_up(scene.doc, own, where)[0] or _only_two(scene, own) or _with_one_of(scene, own, last.pair)
    tie = replace(last.tie, span=leans[0]) if last.tie else None
    fitting = [of_one_level(scene, pair) if tie and tie.province else pair for pair in pairs]
    fitting = [pair for pair in fitting if _is_like(scene, pair, last.pair)]
    if not fitting:
        return []
    here = _stage(scene, where, leans, last.reading)
    when = _day(scene, where, leans[0], last, here)
    return [(pair, here, tie, when) for pair in fitting]


def _only_two(scene: Scene, own: Sequence[Spot]) -> list[Pair]:
    """ "Datong was the Chinese party, and the Pakistani one was Swat"."""
    ids = {spot.place.place_id for spot in own}
    places = {s.place.place_id: s for s in own if not any(scene.gazetteer.lies_in(i, s.place.place_id) for i in ids)}
    if [spot.country for spot in sorted(places.values(), key=lambda s: s.country)] != ["CN", "PK"]:
        return []
    cn, pk = sorted(places.values(), key=lambda spot: spot.country)
    return [Pair(cn, pk, "pair", 0.8)]


def _with_one_of(scene: Scene, own: Sequence[Spot], told: Pair) -> list[Pair]:
    """ "A similar document with Punjab was signed": by the partner told before."""
    if len(own) != 1 or not _WITH[scene.doc.lang].search(scene.doc.text, max(0, own[0].start - _BESIDE), own[0].start):
        return []
    cn, pk = (own[0], told.pk) if own[0].country == "CN" else (told.cn, own[0])
    return [Pair(cn, pk, "partner named elsewhere", 0.66)]


def _leans_on(scene: Scene, where: Sentence) -> Sequence[tuple[int, int]]:
    """Where a sentence says that it goes on with the act before; empty where it does not."""
    named = scene.named_in(where)
    papers = scene.doc.cue_spans("same_paper", where.start, where.end)
    if papers or not named or not _OPENING.fullmatch(scene.doc.text, where.start, named[0].start):
        return papers
    return scene.doc.cue_spans("same_act", where.start, where.end)


def _is_like(scene: Scene, pair: Pair, told: Pair) -> bool:
    """Of the level of the pair told, and not that pair again."""
    sides = ((pair.cn, told.cn), (pair.pk, told.pk))
    lies_in = scene.gazetteer.is_or_lies_in
    again = all(
        lies_in(a.place.place_id, b.place.place_id) or lies_in(b.place.place_id, a.place.place_id) for a, b in sides
    )
    return not again and all(a.is_first_level == b.is_first_level for a, b in sides)


def _stage(scene: Scene, where: Sentence, leans: Sequence[tuple[int, int]], told: Reading) -> Reading:
    """The stage told before, unless the sentence speaks of a letter of intent or of what is still to come."""
    here = replace(told, start=leans[0][0], end=leans[0][1], why=f"the same as told before: {told.why}")
    if scene.says("letter_of_intent", where):
        here = replace(here, stage="letter_of_intent", explicit=True)
    elif any(stands_since(scene.doc, mark) for mark in marks_in(scene.marks, where.start, where.end)):
        return replace(here, stage="signed", explicit=False)
    own = read_stage(scene.doc, where.start, where.end, None) if told.stage == "proposed" else None
    if own and own.stage == "signed":
        return replace(here, stage="signed")
    wishes = scene.doc.cue_spans("wish", where.start, where.end)
    if any(not any(a <= start < b for a, b in leans) for start, _ in wishes):
        return replace(here, stage="proposed", explicit=False, why="others are to do as was told before")
    return here


def _day(scene: Scene, where: Sentence, span: tuple[int, int], last: ToldAct, here: Reading) -> When:
    doc, marks = scene.doc, scene.marks
    if marks_in(marks, where.start, where.end):
        return find_day(doc, marks, where, span)
    if here.stage == "proposed" != last.reading.stage:
        return When(None, "no day is told for what is to come")
    return find_day(doc, marks, last.where, (last.reading.start, last.reading.end))
