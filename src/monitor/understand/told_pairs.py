"""Which of the pairs that stand in a sentence its words of a tie are about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.understand.pairs import Pair
from monitor.understand.papers import is_body
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.ties import TIE_GROUPS, Tie, parted_at_semicolons

_OFFICE_OF = re.compile(r"\b(?:commissioner|governor|mayor|minister|secretary|chairman|head|chief) of (?:the )?\Z")
_ALREADY_PAIRED = re.compile(r"(?:after|like|besides|in addition to|apart from|following) ")
"""Opens a clause of pairs that were made before the one told."""
_FIRST_PAIR = len("the twinning of ") + 4
"""Characters behind that opening in which the first of them stands."""
_GOES_ON = re.compile(
    r"\b(?:it|its|they|them|their|both|which|there|offered|proposed|named|suggested|chose|picked|opted)\b"
)
"""In a part of a sentence that tells more of the tie: "would gladly twin; the minister offered Faisalabad"."""
_COUNTED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|next|newest|another) (?:[a-z-]+ ){0,3}(?:sister|twin|friend)"
)
AFTER = (" after ", " besides ", " following ", " beside ", " apart from ", " in addition to ")
"""Before a pair's place that another is told beside."""
_DOES_ELSE = re.compile(
    r"\b(?:sent|gave|sends|gives|bought|paid|built|lent|donated|dispatched|supplied|provided|hosted)\b"
)
"""In a part of a sentence with two places of its own: it tells what one did for the other."""
_OF_A_PAPER = ("instrument", "letter_of_intent")
_BY_WHICH = re.compile(r"\b(?:(?:through|by|under|with) which|that (?:makes|made))\b")
"""Before the pair that a paper ties, behind those who signed it."""
_LETTERS_AND_PAPERS = re.compile(
    r"\bletters of intent\b[^;.]*\b(?:second|other|another|separate) (?:document|paper|text)\b"
)


def pairs_of_tie(scene: Scene, where: Sentence, pairs: Sequence[Pair], tie: Tie) -> list[Pair]:
    """Leave out pairs made before the one told, those who only signed, and offices that stand beside their place."""
    told = [pair for pair in pairs if not _is_across(scene, where, pair, tie) and not _came_before(scene, where, pair)]
    told = list(_of_its_clause(scene, _without_earlier(scene, told, where), where, tie))
    return [pair for pair in told if not _is_signatory(scene, pair, told)]


def _came_before(scene: Scene, where: Sentence, pair: Pair) -> bool:
    """ "It will be Multan's second sister city in China after Shihezi": that one is told only to count."""
    text = scene.doc.text
    counted = _COUNTED.search(text, where.start, where.end)
    return counted is not None and any(
        spot.start >= counted.end() and text.endswith(AFTER, 0, spot.start) for spot in (pair.cn, pair.pk)
    )


def _is_across(scene: Scene, where: Sentence, pair: Pair, tie: Tie) -> bool:
    """ "Sahiwal would like a Chinese twin; the board also approved seed from Inner Mongolia": told apart."""
    parts = parted_at_semicolons(scene, where)
    goes_on = _GOES_ON.search(scene.doc.text, parts[0].end, where.end) is not None
    for part in parts:
        inside = [part.start <= spot.start < part.end for spot in (pair.cn, pair.pk)]
        if not any(inside) or part.start <= tie.span[0] < part.end:
            continue
        of_tie = scene.says_any((*TIE_GROUPS, *_OF_A_PAPER, "respectively"), part)
        if all(inside):
            other_act = _DOES_ELSE.search(scene.doc.text, part.start, part.end) is not None
            return other_act and not of_tie and not scene.says_any(("sign", "establish"), part)
        return not (goes_on or of_tie)
    return False


def _without_earlier(scene: Scene, pairs: Sequence[Pair], where: Sentence) -> Sequence[Pair]:
    """ "After A-B and C-D, E-F has become the third pair": the first two only tell what came before."""
    opening = _ALREADY_PAIRED.match(scene.doc.text, where.start, where.end)
    if not (opening and pairs) or min(pairs[0].cn.start, pairs[0].pk.start) - opening.end() > _FIRST_PAIR:
        return pairs
    comma = scene.doc.text.find(", ", min(pairs[0].cn.end, pairs[0].pk.end), where.end)
    after = [pair for pair in pairs if min(pair.cn.start, pair.pk.start) > comma]
    return after if comma >= 0 and after else pairs


def _of_its_clause(scene: Scene, pairs: Sequence[Pair], where: Sentence, tie: Tie) -> Sequence[Pair]:
    """ "A's mayor and the commissioner exchanged copies of an MoU through which A and B have become twins"."""
    clause = _BY_WHICH.search(scene.doc.text, where.start, tie.span[0])
    inside = [pair for pair in pairs if clause and min(pair.cn.start, pair.pk.start) >= clause.end()]
    return inside or pairs


def _is_signatory(scene: Scene, pair: Pair, pairs: Sequence[Pair]) -> bool:
    """ "… to pair Skardu with Hotan, the commissioner of Baltistan holding the pen": who signs, told behind."""
    return any(
        other is not pair
        and max(other.cn.end, other.pk.end) < max(pair.cn.start, pair.pk.start)
        and all(
            scene.gazetteer.is_or_lies_in(a.place.place_id, b.place.place_id)
            for a, b in ((other.cn, pair.cn), (other.pk, pair.pk))
        )
        and any(_OFFICE_OF.search(scene.doc.text, max(0, s.start - 40), s.start) for s in (pair.cn, pair.pk))
        for other in pairs
    )


def is_of_others(scene: Scene, where: Sentence, pair: Pair, tie: Tie) -> bool:
    """ "A and B became sister ports, and A and C sister cities": the words next to a pair are its own."""
    doc = scene.doc
    last = max(pair.cn.end, pair.pk.end)
    others = [start for start, _ in doc.cue_spans("tie_other", last, where.end)]
    if others and others[0] < tie.span[0]:
        return True
    far = max(pair.cn.start, pair.pk.start)
    if doc.cue_spans("tie_other", tie.span[1], far) and not doc.cue_spans("tie_other", where.start, tie.span[0]):
        return True  # "a sister province agreement with X, and the sister port agreement of Y with Z"
    if all(is_body(scene, where, spot) for spot in (pair.cn, pair.pk)):
        return True
    own = doc.cue_spans("tie_other", where.start, where.end)
    return any(start < tie.span[0] < end for start, end in own)  # "two parks were twinned"


def is_of_a_list(scene: Scene, pair: Pair, tie: Tie | None = None) -> bool:
    """ "Thirteen cities: Xi'an, Kuala Lumpur, …, Lahore": partners of a third, not of each other.

    But "Beijing is tied to 17 cities, among them Ankara, Cairo, Islamabad" names whose partners they are.
    """
    first, last = sorted((pair.cn, pair.pk), key=lambda spot: spot.start)
    between = Sentence(first.end, last.start, 0, 0)
    if tie and first.end <= tie.span[0] < last.start and not scene.names_abroad(replace(between, end=tie.span[0])):
        return False
    return scene.names_abroad(between)


def has_paper_of_its_own(scene: Scene, where: Sentence, clause: Sentence, pair: Pair) -> bool:
    """ "Agreements with A and B and a letter of intent with C": the paper named last before a place is its own."""
    if scene.says("letter_of_intent", clause) and not scene.says("instrument", clause):
        return False
    far = max(pair.cn.start, pair.pk.start)
    if _LETTERS_AND_PAPERS.search(scene.words(where)):
        return False  # "letters of intent … and, in a second document": each is one of the letters
    if scene.doc.lang != "en":  # there the paper stands behind its pair
        first = {
            group: min((start for start, _ in scene.doc.cue_spans(group, far, where.end)), default=where.end)
            for group in ("instrument", "letter_of_intent")
        }
        return first["instrument"] < first["letter_of_intent"]
    agreement, letter = (
        max((end for _, end in scene.doc.cue_spans(group, where.start, far)), default=-1)
        for group in ("instrument", "letter_of_intent")
    )
    return agreement > letter
