"""Pairs that a sentence leaves to its surroundings: "the two cities", "the pact", a partner in the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.understand.novelty import told_year
from monitor.understand.pairs import CAPITALS, Pair, only_place, pair_up, parties
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.ties import MUNICIPALITIES, Tie, find_tie, of_level

_DEFINITE_PAPER = re.compile(
    r"(?:the|this|that|a) (?:first |original |old |new )?(?:pact|agreement|text|accord|paper|deal|mou|memorandum)\b"
)
_GOVERNMENTS = re.compile(r"\bcounterparts?\b|\bdepartments?\b|\bgovernments?\b|\bmunicipal")


class Partners:
    """The pairs an article has named so far, and what open references stand for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.told: list[Pair] = []
        for title in scene.titles():
            self.remember(title)

    def remember(self, where: Sentence) -> None:
        """Keep the one pair a sentence names, for "the two cities" of later ones."""
        doc = self.scene.doc
        pairs, _ = pair_up(doc, parties(doc, self.scene.gazetteer, self.scene.spots, where), where)
        if len(pairs) == 1 and {pairs[0].cn.place.place_id, pairs[0].pk.place.place_id} != CAPITALS:
            self.told.append(pairs[0])

    def for_tie(self, where: Sentence, tie: Tie, own: Sequence[Spot]) -> tuple[list[Pair], str]:
        """Return the pair that a sentence about a tie means without naming it, or in words why none."""
        scene = self.scene
        if scene.says("foreign", where):
            return [], "a place of another country"
        fitting = of_level(scene, own, tie, where)
        if not fitting and own and not tie.province:
            return [], "the places named are of another level"
        if not fitting and self._speaks_of_both(where, tie):
            for pair in reversed(self.told):
                binds = tie.can_bind(pair.cn) and tie.can_bind(pair.pk)
                if binds or pair.cn.is_first_level == pair.pk.is_first_level:
                    return [Pair(pair.cn, pair.pk, "the two", 0.75)], ""
        if len({s.place.place_id for s in fitting}) == 1:
            return self._with_partner(fitting[0], tie)
        if not fitting and told_year(scene.doc, scene.marks, tie.span, where):
            return self._of_page(tie)
        return [], "no place that could be a party" if not fitting else "places of one country only"

    def _speaks_of_both(self, where: Sentence, tie: Tie) -> bool:
        groups = ["both_sides"] + (["both_cities"] if tie.city else []) + (["both_provinces"] if tie.province else [])
        return self.scene.says_any(groups, where)

    def _with_partner(self, known: Spot, tie: Tie) -> tuple[list[Pair], str]:
        other = "PK" if known.country == "CN" else "CN"
        told = self._last_with(known)
        partner = (told.pk if other == "PK" else told.cn) if told else None
        partner = partner or only_place(self.scene.spots, other, tie.can_bind)
        if partner is None:
            return [], "places of one country only; its partner is not named"
        cn, pk = (known, partner) if other == "PK" else (partner, known)
        if cn.is_first_level != pk.is_first_level and cn.place.place_id not in MUNICIPALITIES:
            return [], "a partner of its level is not named"
        return [Pair(cn, pk, "partner named elsewhere", 0.66)], ""

    def _of_page(self, tie: Tie) -> tuple[list[Pair], str]:
        cn, pk = (only_place(self.scene.spots, country, tie.can_bind) for country in ("CN", "PK"))
        if cn and pk:
            return [Pair(cn, pk, "places of the page", 0.62)], ""
        return [], "no place that could be a party"

    def _last_with(self, known: Spot) -> Pair | None:
        return next((pair for pair in reversed(self.told) if known.place in (pair.cn.place, pair.pk.place)), None)

    def for_paper(self, where: Sentence, own: Sequence[Spot]) -> list[Pair]:
        """Return the pair of a sentence about a paper that names one of its parties, or neither."""
        if own and len({s.place.place_id for s in own}) == 1:
            return self._counterparts(where) or self._paper_partner(own[0])
        if own or not self.told:
            return []
        last = self.told[-1]
        if self.scene.says("both_cities", where) or self._is_the_paper(where):
            return [Pair(last.cn, last.pk, "the two", 0.6)]
        return []

    def _counterparts(self, where: Sentence) -> list[Pair]:
        """ "Signed by X's department and its counterpart in Y": Y is a party there, not only the place."""
        scene = self.scene
        if not _GOVERNMENTS.search(scene.doc.text, where.start, where.end):
            return []
        pairs, _ = pair_up(scene.doc, parties(scene.doc, scene.gazetteer, scene.spots, where), where)
        return pairs if len(pairs) == 1 else []

    def _paper_partner(self, known: Spot) -> list[Pair]:
        told = self._last_with(known)
        return [Pair(told.cn, told.pk, "partner named elsewhere", 0.62)] if told else []

    def _is_the_paper(self, where: Sentence) -> bool:
        """ "The pact was concluded in 2013": a definite paper, of the pair that the sentence before ties."""
        scene = self.scene
        before = [s for s in scene.body() if s.end <= where.start]
        return bool(
            before
            and _DEFINITE_PAPER.match(scene.words(where))
            and told_year(scene.doc, scene.marks, (where.start, where.end), where)
            and find_tie(scene, before[-1])
        )
