"""Parties that a sentence about a paper leaves to its surroundings: "the two provinces", "the pact"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from monitor.understand.novelty import dates_the_first, marks_in, told_year
from monitor.understand.officials import find_officials
from monitor.understand.pairs import OPPOSITE, Pair, are_linked, only_place, pair_up, parties
from monitor.understand.partners import DEFINITE_PAPER, LOOK_BACK, TWO_REACH, Partners, are_peers, sides
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.ties import find_tie

_DELEGATION = re.compile(r"\bdelegation\b|代表团|وفد")
_THEIR_PAPER = re.compile(
    r"their (?:[a-z-]+ ){0,2}(?:memorandum|agreement|accord|pact|letter of intent|protocol|mou)\b"
)
_THE_COUNCIL = re.compile(
    r"\bthe (?:district|city|town|municipal|tehsil) (?:council|government|committee|corporation|administration) and\b"
)
_TO_BE_SIGNED = re.compile(r"\b(?:will|(?:is|are|was) (?:[a-z]+ )?to) be (?:signed|inked|concluded|finali[sz]ed)\b")
_EACH_OTHER = re.compile(r"\beach other\b")
_SIGNED_WITH = re.compile(
    r"\b(?:mayor|commissioner|nazim|administrator|chairman)\b[^.;]* (?:sign|ink)(?:ed)?(?: [^.;]*)? with\b"
    r"|\b(?:mayor|commissioner|nazim|administrator|chairman)\b[^.;]* said (?:that )?(?:the|a|an) (?:[a-z-]+ ){0,3}"
    r"(?:agreement|accord|memorandum|mou|pact|letter of intent) with\b"
)
_HE_SIGNED = re.compile(r"\b(?:he|she) (?:had |also |has |and [a-z' ]{3,30} )*(?:signed|inked|sealed|concluded)\b")
_HIS_BODY = re.compile(
    r"\b(?:his|her|our) (?:force|police|department|government|administration|city|town|province|district"
    r"|corporation|ministry)\b[^.;]{0,60} with\b"
)
_ON_BEHALF = re.compile(
    r"\b(?:represent(?:ed|ing|s)|on behalf of|stood in for|standing in for) (?:the (?:city|province) of )?\Z"
)
"""Before the place that somebody signs for."""
_COUNTERPARTS = re.compile(r"\bcounterparts?\b")
_COUNTRY_AS_PARTY = re.compile(
    r"\b(?:and|with) (?:the )?(?:chinese|pakistani) (?:police|government|authorities|embassy|side|firms|companies)\b"
)

_AND_COUNTRY = re.compile(r"[ ,(]*(?:pakistan|china|巴基斯坦|中国)?[ )]*")
"""All that stands behind a place in the title of a page about it."""


class PaperParties:
    """The parties of the papers of an article that names one or neither beside them."""

    def __init__(self, scene: Scene, partners: Partners) -> None:
        self.scene = scene
        self.partners = partners

    def pairs_of(self, where: Sentence, own: Sequence[Spot]) -> list[Pair]:
        """Return the pair of a sentence about a paper that names one of its parties, or neither."""
        if pair := self._both_named(where):
            return pair
        if pair := self._of_the_page(own):
            return pair
        if _COUNTRY_AS_PARTY.search(self.scene.words(where)):
            return []
        if own and len({s.place.place_id for s in own}) == 1:
            return (
                self._counterparts(where)
                or self._paper_partner(own[0])
                or self._signatory(where, own[0])
                or self._signed_by_him(where, own[0])
                or self._of_his_body(where, own[0])
                or self._body_before(where, own[0])
                or self._at_home_with_counterpart(where, own[0])
                or self._only_of_level(where, own[0])
                or self._with_publisher(where, own[0])
            )
        if own or not self.partners.told or self.scene.names_abroad(where):
            return []
        last = self.partners.told[-1]
        if self._names_bodies(where, last):
            return []
        close = last.cn.start > where.start - TWO_REACH
        signers = self.scene.says("both_sides", where) or _DELEGATION.search(self.scene.words(where))
        signers = signers or _THEIR_PAPER.match(self.scene.doc.text, where.start)
        near = close and (signers or self._names_the_paper(where) or self._is_rest_of(where, last))
        if near or self.scene.says_any(("both_cities", "both_provinces"), where) or self.is_the_paper(where):
            return [Pair(last.cn, last.pk, "the two", 0.6)]
        return []

    def is_the_paper(self, where: Sentence) -> bool:
        """ "The pact was concluded in 2013": a definite paper, of the pair that the sentence before ties."""
        scene = self.scene
        before = [s for s in scene.body() if s.end <= where.start][-LOOK_BACK:]
        ties = [s for s in before if find_tie(scene, s)]
        between = [s for s in before if ties and s.start > ties[-1].start]
        return bool(
            ties
            and DEFINITE_PAPER.match(scene.words(where))
            and (self._tells_year(where) or _TO_BE_SIGNED.search(scene.words(where)))
            and not any(scene.says("instrument", s) for s in between)
        )

    def _with_publisher(self, where: Sentence, known: Spot) -> list[Pair]:
        own = self.partners.who_publishes(where, known)
        return [Pair(own, known, "partner named elsewhere", 0.6)] if own else []

    def _names_bodies(self, where: Sentence, told: Pair) -> bool:
        """ "The Taxila Museum signed": a body of the place, not the place that the title tells of."""
        own = {told.cn.place.place_id, told.pk.place.place_id}
        return any(
            spot.place.place_id in own and spot.use == "organisation" and where.start <= spot.start < where.end
            for spot in self.scene.spots
        )

    def _both_named(self, where: Sentence) -> list[Pair]:
        """ "At the A-B forum papers were signed between the two provinces": the pair that names the forum."""
        scene = self.scene
        if not scene.says_any(("both_cities", "both_provinces"), where):
            return []
        named = scene.named_in(where)
        joined = [pair for pair in pairwise(named) if are_linked(scene.doc, *pair)]
        if len(joined) != 1 or len({s.place.place_id for s in named}) > 2:
            return []
        pairs, _ = pair_up(scene.doc, joined[0], where)
        return pairs

    def _of_the_page(self, own: Sequence[Spot]) -> list[Pair]:
        """ "A letter of intent was signed with A", on a page that has B and its country for a title."""
        text, end = self.scene.doc.text, self.scene.doc.title_end
        titled = [
            s for s in self.scene.spots if s.end <= end and _AND_COUNTRY.fullmatch(text[: s.start] + text[s.end : end])
        ]
        with_whom = [
            s for s in own if titled and s.country != titled[0].country and text.endswith(" with ", 0, s.start)
        ]
        if len(with_whom) != 1 or not are_peers(with_whom[0], titled[0]):
            return []
        return [Pair(*sides(with_whom[0], titled[0]), "partner named elsewhere", 0.62)]

    def _counterparts(self, where: Sentence) -> list[Pair]:
        """ "Signed by X's department and its counterpart in Y": Y is a party there, not only the place."""
        scene = self.scene
        if not _COUNTERPARTS.search(scene.doc.text, where.start, where.end):
            return []
        pairs, _ = pair_up(scene.doc, parties(scene.doc, scene.gazetteer, scene.spots, where), where)
        return pairs if len(pairs) == 1 else []

    def _signed_by_him(self, where: Sentence, known: Spot) -> list[Pair]:
        """ "He told them of the forum, where he signed a memorandum with B": of the place of who was told before."""
        scene = self.scene
        before = next((s for s in reversed(scene.body()) if s.end <= where.start), None)
        if before is None or not _HE_SIGNED.search(scene.words(where)):
            return []
        people = [o for o in find_officials(scene.doc, scene.gazetteer, scene.spots, before) if o.kind == "head"]
        own = {o.place.place.place_id: o.place for o in people if o.place and o.country != known.country}
        place = next(iter(own.values())) if len(own) == 1 else None
        return [Pair(*sides(known, place), "signatories", 0.62)] if place and are_peers(known, place) else []

    def _of_his_body(self, where: Sentence, known: Spot) -> list[Pair]:
        """ "The police chief of A spoke. His force, he said, had signed with B": whose it is, told shortly before."""
        scene = self.scene
        if not _HIS_BODY.search(scene.words(where)):
            return []
        for before in [s for s in reversed(scene.body()) if s.end <= where.start][:LOOK_BACK]:
            people = find_officials(scene.doc, scene.gazetteer, scene.spots, before)
            own = {o.place.place.place_id: o.place for o in people if o.place and o.country != known.country}
            place = next(iter(own.values())) if len(own) == 1 else None
            if place:
                return [Pair(*sides(known, place), "signatories", 0.62)] if are_peers(known, place) else []
        return []

    def _body_before(self, where: Sentence, known: Spot) -> list[Pair]:
        """ "Panjgur's case is odd. The district council and Turpan exchanged …": whose council, stands before."""
        before = next((s for s in reversed(self.scene.body()) if s.end <= where.start), None)
        if before is None or not _THE_COUNCIL.search(self.scene.doc.text, where.start, where.end):
            return []
        others = [s for s in self.scene.named_in(before) if s.country != known.country]
        return [Pair(*sides(known, others[0]), "the two", 0.62)] if len(others) == 1 else []

    def _at_home_with_counterpart(self, where: Sentence, known: Spot) -> list[Pair]:
        """ "LAHORE: The mayor signed a letter of intent with Chengdu": the dateline's mayor."""
        sent_from = self.partners.dateline(where, OPPOSITE[known.country])
        heads = self.scene.says("head_city", where) and known.is_city
        words = self.scene.words(where)
        if sent_from and known.is_city and _THE_COUNCIL.match(words):
            return [Pair(*sides(known, sent_from), "partner named elsewhere", 0.62)]
        if sent_from is None or not heads or not (_COUNTERPARTS.search(words) or _SIGNED_WITH.search(words)):
            return []
        return [Pair(*sides(known, sent_from), "partner named elsewhere", 0.62)]

    def _only_of_level(self, where: Sentence, known: Spot) -> list[Pair]:
        """双方签署两省备忘录: the only province of the other country that the article names."""
        group = "both_provinces" if known.is_first_level else "both_cities"
        place = self._only_opposite(known)
        if place is None or not self.scene.says(group, where) or self.scene.names_abroad(where):
            return []
        if _EACH_OTHER.search(self.scene.words(where)):
            return []
        return [Pair(*sides(known, place), "the two", 0.6)]

    def _only_opposite(self, known: Spot) -> Spot | None:
        """The only place of the other country, of the same level, that the article names."""
        country = OPPOSITE[known.country]
        return only_place(self.scene.spots, country, lambda spot: spot.is_first_level == known.is_first_level)

    def _signatory(self, where: Sentence, known: Spot) -> list[Pair]:
        """ "The chief minister and X's vice governor signed": the only place of the article that he can be of."""
        scene, country = self.scene, OPPOSITE[known.country]
        people = [o for o in find_officials(scene.doc, scene.gazetteer, scene.spots, where) if o.kind == "head"]
        named = any(o.place is not None and o.place.place == known.place for o in people)
        named = named or _ON_BEHALF.search(scene.doc.text, where.start, known.start) is not None
        if not named or scene.doc.lang != "en" or scene.names_abroad(where):
            return []
        levels = {o.level for o in people if o.place is None and o.country in (None, country)} - {"any"}
        place = self._only_opposite(known)
        if place is None or levels != {"province" if known.is_first_level else "city"}:
            return []
        return [Pair(*sides(known, place), "signatories", 0.62)]

    def _paper_partner(self, known: Spot) -> list[Pair]:
        told = self.partners.last_with(known)
        if told is None or (known.is_first_level and not are_peers(told.cn, told.pk)):
            return []
        return [Pair(told.cn, told.pk, "partner named elsewhere", 0.62)]

    def _is_rest_of(self, where: Sentence, told: Pair) -> bool:
        """ "They were made sisters in 2006, and in 2019 an agreement was signed": a second act of one sentence."""
        whole = self.scene.doc.sentence_at(where.start)
        return whole is not None and whole.start <= min(told.cn.start, told.pk.start) < where.start < whole.end

    def _names_the_paper(self, where: Sentence) -> bool:
        """ "Officials said later that the paper was a letter of intent"."""
        scene = self.scene
        named = DEFINITE_PAPER.search(scene.doc.text, where.start, where.end)
        return named is not None and scene.says("letter_of_intent", where)

    def _tells_year(self, where: Sentence) -> bool:
        doc, marks = self.scene.doc, self.scene.marks
        if told_year(doc, marks, (where.start, where.end), where):
            return True
        return any(dates_the_first(doc, mark) for mark in marks_in(marks, where.start, where.end))
