"""Ties told in one sentence and their pairs in the next: a heading and its list, "… sister cities. A and B …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.understand.asserted import gained
from monitor.understand.novelty import When, find_day, marks_in
from monitor.understand.pairs import Pair, pair_up, parties
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.stage import Reading, read_stage
from monitor.understand.text import Sentence
from monitor.understand.ties import Tie, of_level, of_one_level

_LONGEST_LISTED = 90
"""Characters of a line for each pair that it lists."""
_PRESENT = re.compile(r"makes?|becomes?|are now|is now|ties?|twins?")
"""Verbs that tell what a paper does, rather than what was done."""
_BETWEEN = re.compile(r"\b(?:agreements|accords|pacts|mous|memorandums|letters) (?:are|were) between\b")
_NEW_PAPERS = re.compile(r"\bnew (?:[a-z-]+ )?(?:agreements|accords|pacts|pairs|pairings|ties|relationships)\b")
_ARE = re.compile(r"\b(?:are|is|namely|include)\b|分别[是为]|包括|ہیں")
_IT_IS = re.compile(r"(?:it|its name|the (?:sister|twin|partner|newcomer|city|place)) is (?:named |called )?[a-z]")
"""How a sentence opens that names the sister told before."""
_MARKED = re.compile(r"[ \t]*(?:[-*•·▪◆|]|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4}|[一二三四五六七八九十]{1,2})[.)、۔])(?!\d)")
"""An entry of a list, or a row of a table."""
_HYPHENED = re.compile(r"(?:\b[a-z']+ ?-{1,2} ?[a-z']+\b[^-]{0,60}){2}")
"""Pair after pair in one sentence: "they are the sister cities A-B, C-D and E-F"."""
_LIST_OPENS = re.compile(
    r"[^:]{1,120}: |(?:the|they|these)\b[^:,]{0,40}?\b(?:are|were|be|include|cover|tie|link|pair|join|bind) "
)
"""Before the entries: "the pairs foreseen: ", "they will be "."""
_PAIRS = re.compile(r"\b(?:pairs|pairings|couples|(?:tie|link|pair|join|twin|match) (?:cities|towns|provinces))\b")
_SIGNED_WITH = re.compile(
    r"\b(?:signed|paired(?: up)?|linked(?: up)?|teamed up|joined hands|did so|did the same|goes|go|went"
    r"|(?:is|was|are|were|has been|have been) (?:matched|paired|coupled)) with\b"
)
_OF_OTHERS = ("instrument", "letter_of_intent", "tie_other", "business", "body", "denial", "wish")
"""What makes "A signed with B" another paper than the tie told before."""
_A_LIST = 3
"""Pairs in one sentence that are a list."""
_BARE = 16
"""Characters beside its two names of a line that is nothing but a pair."""
_HEAD_OF_TABLE = 40
"""Characters of a line without places that may stand between an announcement and its list."""
_VERB = re.compile(
    r"\b(?:are|is|was|were|has|have|had|already|will|would|may)\b|(?<![آ-ۓ])(?:ہیں|ہے|تھے|تھا|تھی)(?![آ-ۓ])|[是已]"
)
"""A sentence of its own, so no entry."""

Told = tuple[Pair, Reading, Tie | None, When]
"""A pair of this sentence, with what the sentence before told of it."""


@dataclass(frozen=True, slots=True)
class _Promise:
    where: Sentence
    reading: Reading
    tie: Tie
    known: Sequence[Spot]


_REACHED = re.compile(r"reached|agreed")
_TO_BE_SIGNED = re.compile(
    r"(?:it|this|the (?:agreement|accord|pact|paper|text|document|memorandum|mou|protocol)) "
    r"(?:is to|will|would|is expected to) (?:soon |then |formally )?be (?:formally )?(?:signed|inked)\b"
)
"""Opens the sentence behind an understanding that was reached."""


class Announced:
    """What was told without its pairs so far, while an article is read from sentence to sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._heading: tuple[Sentence, Reading] | None = None
        self._promised: _Promise | None = None
        self._act: tuple[Sentence, Reading] | None = None
        """Where no colon announces a list, this is the heading itself, and only lines that look like entries count."""
        self._is_of_ties = False

    def pairs_in(self, where: Sentence, tie: Tie | None) -> list[Told] | None:
        """Return the pairs that a sentence gives to what was announced; none if it only announces, None if neither."""
        promised, self._promised = self._promised, None
        if self.scene.words(where).rstrip().endswith(":"):
            reading = self._reading(where, tie) if tie or self._entry_follows(where) else None
            if tie is None:
                self.tell_act(where, reading, None)
            self._heading = (where, reading) if reading else self._as_wished(where)
            return [] if reading else None
        if self._is_subheading(where):
            self._heading = (where, self._reading(where, tie) or self._named(where))
            self._act, self._is_of_ties = self._heading, True
            return []
        if within := self._listed_within(where, tie):
            return within
        if self._heading and where.end - where.start < _HEAD_OF_TABLE and not self.scene.named_in(where):
            return None
        listed = None if tie and self._heading is self._act else self._listed(where)
        named = self._named_after(where, promised) if promised and not tie else None
        return listed or named or (None if tie else self._signed_pairwise(where))

    def _is_subheading(self, where: Sentence) -> bool:
        """ "Letters of intent signed", a line of its own above the pairs that it is about."""
        scene, text = self.scene, self.scene.doc.text
        alone = text[where.start - 1 : where.start] == "\n" and text[where.end : where.end + 1] in ("\n", "")
        short = where.end - where.start <= _HEAD_OF_TABLE and not scene.named_in(where)
        short = short and not scene.names_abroad(where)  # a row of the table
        papers = alone and short and scene.says_any(("instrument", "letter_of_intent"), where)
        return papers and not scene.says_any(("business", "body", "tie_other"), where) and self._entry_follows(where)

    def _named(self, where: Sentence) -> Reading:
        """What a heading without a verb announces."""
        if self.scene.says("letter_of_intent", where):
            return Reading("letter_of_intent", where.start, where.end, True, "listed as letters of intent")
        if self.scene.says("wish", where):
            return Reading("proposed", where.start, where.end, False, "listed as wished for")
        return Reading("signed", where.start, where.end, False, "listed as agreements")

    def _listed_within(self, where: Sentence, tie: Tie | None) -> list[Told] | None:
        """ "The five are to be: - A and B, - C and D …": heading and list in one sentence, of ties told before."""
        head = _LIST_OPENS.match(self.scene.doc.text, where.start, where.end)
        if head is None or tie is not None or not (self._is_of_ties or _PAIRS.search(head.group())):
            return None
        entries = replace(where, start=head.end())
        own = parties(self.scene.doc, self.scene.gazetteer, self.scene.spots, entries)
        pairs, _ = pair_up(self.scene.doc, own, entries)
        act = self._as_wished(replace(where, end=head.end()))
        if act is None or len(pairs) < _A_LIST or any(pair.how != "pair" for pair in pairs):
            return None
        here, when = self._carried(where, *act, "listed")
        here = replace(here, start=entries.start, end=entries.end)
        both = Tie((entries.start, entries.end), True, True)
        return [(of_one_level(self.scene, pair), here, both, when) for pair in pairs]

    def _signed_pairwise(self, where: Sentence) -> list[Told] | None:
        """ "A signed with B, C with D and E with F", after the ties were told without their pairs."""
        scene = self.scene
        if self._act is None or not self._is_of_ties or not _SIGNED_WITH.search(scene.words(where)):
            return None
        if scene.doc.is_title(where) or scene.names_abroad(where) or scene.says_any(_OF_OTHERS, where):
            return None
        pairs, _ = pair_up(scene.doc, parties(scene.doc, scene.gazetteer, scene.spots, where, strict=True), where)
        if not pairs or any(pair.how != "pair" for pair in pairs):
            return None
        here, when = self._carried(where, *self._act, "signed as told before")
        both = Tie((where.start, where.end), True, True)
        return [(of_one_level(scene, pair), here, both, when) for pair in pairs]

    def _as_wished(self, where: Sentence) -> tuple[Sentence, Reading] | None:
        """ "The pairs foreseen are:", under what was told of them: no more than proposed."""
        if self._act is None or not self.scene.says("wish", where):
            return self._act
        head, reading = self._act
        return head, replace(reading, stage="proposed", explicit=False, why="listed as wished for")

    def _entry_follows(self, where: Sentence) -> bool:
        """A pair in the line below: what stands above it is no pair of its own."""
        scene = self.scene
        after = next((s for s in scene.body() if s.start >= where.end), None)
        if after is None:
            return False
        pairs, _ = pair_up(scene.doc, parties(scene.doc, scene.gazetteer, scene.spots, after), after)
        return len(pairs) == 1 and self._is_entry(after, pairs[0])

    def promise(self, where: Sentence, tie: Tie, own: Sequence[Spot]) -> None:
        """Keep a tie told without its partners, which the next sentence may name."""
        reading = self._reading(where, tie)
        self.tell_act(where, reading, tie)
        if reading and not self.scene.doc.is_title(where) and not self.scene.names_abroad(where):
            self._heading = self._act
            self._promised = _Promise(where, reading, tie, own)

    def tell_act(self, where: Sentence, reading: Reading | None, tie: Tie | None) -> None:
        """Keep the act of a sentence that names no pair: entries of a list below may; an act of ties before others."""
        if reading and not self.scene.doc.is_title(where) and (tie or not self._is_of_ties):
            self._act, self._is_of_ties = (where, reading), tie is not None

    def as_told(self, reading: Reading) -> Reading:
        """Return the reading of "New sister cities: …" with the stage of what was announced before, if anything was."""
        if self._act is None or not self._is_of_ties:
            return reading
        return replace(reading, stage=self._act[1].stage, explicit=self._act[1].explicit)

    def act_for(self, where: Sentence, pair: Pair) -> tuple[Reading, When] | None:
        """Return the act announced for a pair that a list entry names with its tie and nothing else."""
        words = self.scene.words(where)
        if self._act is None or not self._is_entry(where, pair):
            return None
        if _VERB.search(words) and not _HYPHENED.search(words):
            return None
        return self._carried(where, *self._act, "in a list")

    def _is_entry(self, where: Sentence, pair: Pair) -> bool:
        text = self.scene.doc.text
        first, last = sorted((pair.cn, pair.pk), key=lambda spot: spot.start)
        line = text.rfind("\n", 0, where.start) + 1
        if text[first.end : last.start].strip() in ("-", "--") or _MARKED.match(text, line, where.end):
            return True
        names = (first.end - first.start) + (last.end - last.start)
        return text[line : where.start].strip() == "" and len(self.scene.words(where).strip()) - names <= _BARE

    def _reading(self, where: Sentence, tie: Tie | None) -> Reading | None:
        span = tie.span if tie else None
        reading = as_drafted(self.scene, where, read_stage(self.scene.doc, where.start, where.end, span))
        new = _NEW_PAPERS.search(self.scene.doc.text, where.start, where.end) if tie and reading is None else None
        if new:
            return Reading("signed", *new.span(), False, "new papers are announced")
        return reading or (gained(self.scene.doc, where, tie.span) if tie else None)

    def _listed(self, where: Sentence) -> list[Told] | None:
        """ "Four pairs signed letters of intent on sister ties:", and below it a pair a line, or all in one."""
        if self._heading is None:
            return None
        scene = self.scene
        own = parties(scene.doc, scene.gazetteer, scene.spots, where)
        pairs, _ = pair_up(scene.doc, own, where)
        if not pairs and [spot.country for spot in own] in (["CN", "PK"], ["PK", "CN"]):  # a row of a table
            cn, pk = sorted(own, key=lambda spot: spot.country)
            pairs = [Pair(cn, pk, "pair", 0.85 * cn.weight * pk.weight)]
        longest = _LONGEST_LISTED * max(1, len(pairs) - 1)
        if where.end - where.start > longest or scene.doc.is_title(where):
            self._heading = None
            return None
        if not pairs or any(p.how != "pair" for p in pairs) or scene.says_any(("sign", "establish", "wish"), where):
            return None
        head, reading = self._heading
        if self._heading is self._act and not self._is_entry(where, pairs[0]):
            return None
        both = Tie((where.start, where.end), True, True)
        here, when = self._carried(where, head, reading, "listed below")
        return [(of_one_level(self.scene, pair), here, both, when) for pair in pairs]

    def _named_after(self, where: Sentence, promised: _Promise) -> list[Told] | None:
        """ "It makes them sister cities of Chinese ones. A and B, C and D will …", "… The three are X and Y."."""
        if where.index != promised.where.index + 1:
            return None
        scene = self.scene
        papers = scene.says("instrument", where) and not _BETWEEN.search(scene.words(where))
        other_act = papers or scene.says_any(("sign", "tie_other"), where) or scene.names_abroad(where)
        places = parties(scene.doc, scene.gazetteer, scene.spots, where)
        own = of_level(scene, places, promised.tie, where)
        signed = self._signed_with(where, own, promised.known)
        named = _IT_IS.match(scene.words(where)) is not None
        if other_act and not (signed or named):
            return None
        pairs, _ = pair_up(scene.doc, own, where)
        if named or len(pairs) < 2 or any(pair.how not in ("pair", "respectively") for pair in pairs):
            named_there = signed or named or _ARE.search(scene.words(where))
            pairs = _partners_named(own, promised.known) if named_there else []
        if not pairs:
            return None
        here, when = self._carried(where, promised.where, promised.reading, "named after it")
        return [(pair, here, promised.tie, when) for pair in pairs]

    def _carried(self, where: Sentence, head: Sentence, reading: Reading, how: str) -> tuple[Reading, When]:
        """What `head` told, as this sentence shares it: its own day and "letter of intent" count more."""
        doc, marks = self.scene.doc, self.scene.marks
        when = (
            find_day(doc, marks, where, (where.start, where.start)) if marks_in(marks, where.start, where.end) else None
        )
        if when is None or when.date is None:
            when = find_day(doc, marks, head, (reading.start, reading.end))
        here = replace(reading, start=where.start, end=where.start, why=f"{how}: {reading.why}")
        if reading.stage == "signed" and self.scene.says("letter_of_intent", where):
            here = replace(here, stage="letter_of_intent", explicit=True)
        return here, when

    def _signed_with(self, where: Sentence, own: Sequence[Spot], known: Sequence[Spot]) -> bool:
        """ "X has sister ties with three regions of Pakistan. It signed with A, B and C": its partners."""
        elsewhere = len({s.place.place_id for s in own}) > 1 and {s.country for s in own}.isdisjoint(
            s.country for s in known
        )
        others = self.scene.says("tie_other", where) or self.scene.names_abroad(where)
        return elsewhere and self.scene.says("sign", where) and not others


def _partners_named(own: Sequence[Spot], known: Sequence[Spot]) -> list[Pair]:
    own = [spot for spot in own if spot.place not in [k.place for k in known]]
    countries = {spot.country for spot in own}
    one = {spot.place.place_id for spot in known}
    if len(one) != 1 or len(countries) != 1 or known[0].country in countries:
        return []
    cn_first = [sorted((known[0], spot), key=lambda s: s.country) for spot in own]
    return [Pair(cn, pk, "named after it", 0.7) for cn, pk in cn_first]


def as_drafted(scene: Scene, where: Sentence, reading: Reading | None) -> Reading | None:
    """ "The agreement makes them sisters", of a draft that waits for a cabinet: nothing is made yet."""
    if reading and reading.stage == "signed" and _REACHED.match(scene.doc.text, reading.start):
        after = next((s for s in scene.body() if s.start >= where.end), None)
        if after and _TO_BE_SIGNED.match(scene.doc.text, after.start):
            return replace(reading, stage="proposed", why="the next sentence tells that it is to be signed")
    if reading is None or not _PRESENT.match(scene.doc.text, reading.start, reading.end):
        return reading
    before = Sentence(scene.doc.body_start, where.start, 0, 0)
    if reading.stage == "signed" and scene.says("pending", before):
        return replace(reading, stage="proposed", why="a draft that waits for consent")
    return reading
