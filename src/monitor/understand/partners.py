"""Pairs that a sentence about a tie leaves to its surroundings: "the two cities", a partner in the title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from monitor.understand.home import own_place
from monitor.understand.misspellings import find_misspelt
from monitor.understand.novelty import told_year
from monitor.understand.pairs import CAPITALS, OPPOSITE, Pair, is_locative, only_place, pair_up, parties
from monitor.understand.papers import is_body
from monitor.understand.places import MUNICIPALITIES, Spot
from monitor.understand.scene import Scene
from monitor.understand.surroundings import datelines
from monitor.understand.text import Sentence
from monitor.understand.ties import Tie, of_level, of_level_told

DEFINITE_PAPER = re.compile(
    r"(?:the|this|that|a|their) (?:first |original |old |new |signed )?"
    r"(?:pact|agreement|text|accord|paper|document|letter|deal|mou|memorandum)\b"
    r"|it (?:is|was) (?:styled|called|titled|a)\b"
    r"|(?:本次|此次|所)签署的(?:文件|协议)|首份(?:协议|备忘录)|(?:据悉,|据介绍,)?(?:这份|该)(?:文件|协议书?|备忘录|意向书|议定书)"
    r"|(?:یہ|اس|مذکورہ|پہلا|پہلے) (?:دستاویز|معاہد[ہے]|یادداشت|سمجھوت[ہے]|خط)"
)
_HOME_GOVERNMENT = re.compile(
    r"\bprovincial (?:government|cabinet|assembly)\b|\bchief minister\b|\bcm\b"
    r"|\b(?:municipal|metropolitan) corporation\b|\bhere\b|\bmayor\b"
    r"|\bcity (?:government|council)\b|\bthe (?:province|city|town|metropolis)\b"
)
_TWINNED_WITH = re.compile(
    r"\b(?:twinn(?:ed|ing) with|sister city of) (?=[A-Z][a-z]{2,})(?!Chin|Pakistan|The )"
    r"|\b(?:agreement|pact|accord) with (?=[A-Z][a-z]{3,}(?:[.,;]| (?:on|in|last) ))(?!Chin|Pakistan)"
)
_NO_SUBJECT = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?,?(?:同|与|和|跟)"
    r"|one of (?:them|these|those)\b|(?:in (?:[a-z]+ )?\d{4},? )?(?:its?|this city|the city)\b"
    r"|sister (?:cit(?:y|ies)|provinces?):"
)
"""A sentence that leaves its subject to the paragraph: 1992年同北京结为友好城市, "it has been a sister city of …"."""
_LABEL = 40
"""Characters of a line that gives a value its label: 结好日期:2022年5月20日. It is about what the title names."""
_HE_AND = re.compile(r"\b(?:he|she) and\b|\band (?:he|she)\b")
_THOSE = re.compile(r"\b(?:they|these|those|them|the (?:two|three|four|five|six|cities|provinces|towns)|which)\b")
_HOW_MANY = re.compile(
    r"\b(?:has|have|had|with) (?:\d+|[a-z]+teen|twenty|thirty|many|several) (?:international |foreign |such )?\Z"
)
_OURS = re.compile(r"两[市省县区州]|该[厅局市省委]|我[市省县]|[市省](?:[一-鿿]{2,6})[厅局]与")
_IT = re.compile(
    r"\b(?:between|with) it and\b|\b(?:it|the city|the municipality|the province) (?:has |had |also )*[a-z]+ed\b"
)
_IT_BECOMES = re.compile(
    r"(?:it|the (?:city|town|province|district)) (?:is|was|will|has|had|became|becomes)(?: [a-z]+){0,3}"
    r" (?:[a-z']+'s?|the|an?) (?:[a-z]+ ){0,3}(?:sister|twin|friend)"
)
"""Opens a sentence on the place that the one before is about."""
_THE_TOWN = re.compile(
    r"the (?:[a-z]+ )?(?:city|town|district|municipality|metropolis)\b"
    r"|its (?:[a-z]+ )?(?:chairman|mayor|nazim|administrator|commissioner)\b"
)
_SUBJECT = 20
"""Characters from the start of a sentence in which its subject stands."""
LOOK_BACK = 2
"""Sentences back in which the other list of "respectively" stands, or the tie that "the pact" made."""
_TWO_BECOME = re.compile(
    r"\b(?:the two|the pair|both)(?: should| shall| will| would| may| might)? (?:be|become|became)\b"
)
TWO_REACH = 350
"""Characters over which "signed by the two" still means the pair named last."""


def sides(one: Spot, other: Spot) -> tuple[Spot, Spot]:
    """Return the Chinese place and the Pakistani one."""
    return (one, other) if one.country == "CN" else (other, one)


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
        inside = [spot for spot in self.scene.spots if where.start <= spot.start < where.end]
        if len({spot.country for spot in inside}) < len(OPPOSITE):
            return
        own = parties(doc, self.scene.gazetteer, self.scene.spots, where)
        if len({spot.country for spot in own}) < len(OPPOSITE):
            return
        by_level = [
            [s for s in own if s.is_first_level == first_level or s.place.place_id in MUNICIPALITIES]
            for first_level in (True, False)
        ]
        told = [pairs[0] for level in by_level if len(pairs := pair_up(doc, level, where)[0]) == 1]
        if not told and len(pairs := pair_up(doc, own, where)[0]) == 1:
            told = pairs
        told = [p for p in told if doc.lang != "zh" or not is_locative(doc, p.cn)]
        told = [p for p in told if not all(is_body(self.scene, where, spot) for spot in (p.cn, p.pk))]
        self.told.extend(p for p in told if {p.cn.place.place_id, p.pk.place.place_id} != CAPITALS)

    def for_tie(self, where: Sentence, tie: Tie, own: Sequence[Spot]) -> tuple[list[Pair], str]:
        """Return the pair that a sentence about a tie means without naming it, or in words why none."""
        scene = self.scene
        if scene.names_abroad(where) or self._is_entry_abroad(where):
            return [], "a place of another country"
        if pair := self._it_becomes(where, tie) or self._two_named_here(where, tie):
            return [pair], ""
        tie = of_level_told(scene, where, tie)
        if pairs := self._respectively(where, own) or self._with_subject(where, of_level(scene, own, tie, where)):
            return pairs, ""
        if scene.says_any(("both_cities", "both_provinces", "both_units"), where) or _TWO_BECOME.search(
            scene.words(where)
        ):
            own = [spot for spot in own if not is_locative(scene.doc, spot)]
        fitting = of_level(scene, own, tie, where)
        only_where = bool(own) and all(is_locative(scene.doc, spot) for spot in own)
        told = self._of_those_told(where, [], tie) if only_where else None  # "the pact was signed in X"
        if not (fitting or told) and own and not tie.province:
            return [], "the places named are of another level"
        if told := told or (None if fitting else self._of_those_told(where, own, tie)):
            return told
        if len({s.place.place_id for s in fitting}) == 1:
            return self._with_partner(where, fitting[0], tie)
        if not fitting and told_year(scene.doc, scene.marks, tie.span, where):
            label = ":" in scene.words(where) and where.end - where.start <= _LABEL
            titled = [spot for spot in scene.spots if spot.start < scene.doc.title_end]
            only_ours = label and not any(start < where.start for start, _ in scene.abroad)
            tie = replace(tie, city=True, province=True) if label else tie
            return self._of_page(tie, len(scene.doc.text), titled if label else [], peers_count=only_ours)
        return [], "no place that could be a party" if not fitting else "places of one country only"

    def _of_those_told(self, where: Sentence, own: Sequence[Spot], tie: Tie) -> tuple[list[Pair], str] | None:
        """ "The two cities", "the pact": the pair told before, or the only places that could be it."""
        scene = self.scene
        if pair := self._with_place_before(where, own, tie) or self._of_two_heads(where):
            return [pair], ""
        definite = DEFINITE_PAPER.match(scene.words(where)) or told_year(scene.doc, scene.marks, tie.span, where)
        if not (definite or self._speaks_of_both(where, tie)):
            return None
        for pair in reversed(self.told):
            binds = tie.can_bind(pair.cn) and tie.can_bind(pair.pk)
            if binds or pair.cn.is_first_level == pair.pk.is_first_level:
                return [Pair(pair.cn, pair.pk, "the two", 0.75)], ""
        if self._speaks_of_both(where, tie) and not {s.place.place_id for s in scene.spots} >= CAPITALS:
            return self._of_page(tie, where.end if scene.doc.lang == "zh" else where.start, [])
        return None

    def _with_place_before(self, where: Sentence, own: Sequence[Spot], tie: Tie) -> Pair | None:
        """ "Take Rawalpindi. In 2005 its nazim signed in Lanzhou a paper declaring the two sister cities"."""
        here = [s for s in self.scene.named_in(where) if tie.can_bind(s)]
        before = next((s for s in reversed(self.scene.body()) if s.end <= where.start), None)
        if len(here) != 1 or before is None or not self._speaks_of_both(where, tie) or own == here:
            return None
        others = [s for s in self.scene.named_in(before) if tie.can_bind(s)]
        if len(others) != 1 or others[0].country == here[0].country:
            return None
        return Pair(*sides(here[0], others[0]), "the two", 0.7)

    def _of_two_heads(self, where: Sentence) -> Pair | None:
        """ "The friendship of A and B has a new life. Mayor X and visiting Vice Mayor Y renewed the agreement"."""
        heads = self.scene.doc.cue_spans("head_city", where.start, where.end)
        last = self.told[-1] if self.told and len(heads) == 2 and not self.scene.named_in(where) else None
        near = last is not None and max(last.cn.start, last.pk.start) > where.start - TWO_REACH
        return replace(last, how="the two", weight=0.7) if last and near else None

    def _is_entry_abroad(self, where: Sentence) -> bool:
        """ "YEOSU, Korea. Sister city since 1995.": the rest of a line that opens with a place of another country."""
        before = next((s for s in self.scene.body() if s.line == where.line and s.end <= where.start), None)
        return before is not None and not self.scene.named_in(where) and self.scene.names_abroad(before)

    def _respectively(self, where: Sentence, own: Sequence[Spot]) -> list[Pair]:
        """ "A and B have new partners. They were paired with X and Y, respectively": a list in each sentence."""
        scene = self.scene
        if len(own) < 2 or not scene.says("respectively", where) or not _THOSE.search(scene.words(where)):
            return []
        for before in [s for s in reversed(scene.body()) if s.end <= where.start][:LOOK_BACK]:
            others = parties(scene.doc, scene.gazetteer, scene.spots, before)
            countries = [{spot.country for spot in some} for some in (own, others)]
            if len(others) == len(own) and countries in ([{"CN"}, {"PK"}], [{"PK"}, {"CN"}]):
                zipped = [sides(*two) for two in zip(own, others, strict=True)]
                return [Pair(cn, pk, "respectively", 0.8) for cn, pk in zipped]
        return []

    def _with_subject(self, where: Sentence, named: Sequence[Spot]) -> list[Pair]:
        """ "X added friends on Monday. It signed with A, B and C": the place that the sentence before is about."""
        if len({spot.place.place_id for spot in named}) < 2:
            return []
        countries = {spot.country for spot in named}
        before = next((s for s in reversed(self.scene.body()) if s.end <= where.start), None)
        if (
            len(countries) != 1
            or before is None
            or not _IT.search(self.scene.doc.text, where.start, named[0].start + 1)
        ):
            return []
        others = [
            s for s in self.scene.named_in(before) if s.country not in countries and not is_locative(self.scene.doc, s)
        ]
        if not others or others[0].start - before.start > _SUBJECT:
            return []
        return [Pair(*sides(others[0], spot), "list", 0.7) for spot in named]

    def _it_becomes(self, where: Sentence, tie: Tie) -> Pair | None:
        """ "Multan is a city of shrines. It is to become Kunming's next sister city"."""
        scene = self.scene
        before = next((s for s in reversed(scene.body()) if s.end <= where.start), None)
        subject = scene.named_in(before)[:1] if before and _IT_BECOMES.match(scene.doc.text, where.start) else []
        known = {spot.place.place_id: spot for spot in scene.named_in(where)}
        if before is None or not subject or len(known) != 1:
            return None
        one, other = subject[0], next(iter(known.values()))
        starts = one.start - before.start <= _SUBJECT and one.country != other.country
        binds = tie.can_bind(one) and tie.can_bind(other)
        return Pair(*sides(one, other), "the two", 0.7) if starts and binds else None

    def _two_named_here(self, where: Sentence, tie: Tie) -> Pair | None:
        """ "A's mayor, back from B, said the two towns had been made sisters": the only two that it names."""
        named = {spot.place.place_id: spot for spot in self.scene.named_in(where)}
        spots = sorted(named.values(), key=lambda spot: spot.country)
        both = (
            self.scene.doc.lang == "en"
            and [spot.country for spot in spots] == ["CN", "PK"]
            and self.scene.says("both_cities", where)
        )
        return Pair(spots[0], spots[1], "the two", 0.7) if both and all(map(tie.can_bind, spots)) else None

    def is_another(self, where: Sentence) -> bool:
        """ "Multan is twinned with Rome": a partner that is a place, and none of ours."""
        doc = self.scene.doc
        first, last = doc.folded.original(where.start, where.end)
        hit = _TWINNED_WITH.search(doc.original, first, last)
        after = doc.original[hit.end() : hit.end() + 40] if hit else ""
        if hit is None or any(after.startswith(spot.surface) for spot in self.scene.spots):
            return False
        return not any(find_misspelt(self.scene, where, country) for country in ("CN", "PK"))

    def _speaks_of_both(self, where: Sentence, tie: Tie) -> bool:
        groups = (
            ["both_sides", "both_units"]
            + (["both_cities"] if tie.city else [])
            + (["both_provinces"] if tie.province else [])
        )
        return self.scene.says_any(groups, where)

    def _with_partner(self, where: Sentence, known: Spot, tie: Tie) -> tuple[list[Pair], str]:
        if _HOW_MANY.search(self.scene.doc.text, where.start, tie.span[0]):
            return [], "only the number of its partners is told"
        if is_body(self.scene, where, known):
            return [], "a tie of hospitals, universities or other bodies"
        other = OPPOSITE[known.country]
        told = self.last_with(known)
        partner = (told.pk if other == "PK" else told.cn) if told else None
        partner = partner or find_misspelt(self.scene, where, other) or self._the_town(where, other, tie)
        partner = partner or self._only_other(other, tie) or self._at_home(where, known, other, tie)
        partner = partner or self._who_signs(where, known, other)
        partner = partner or self._of_paragraph(where, other, tie) or self.who_publishes(where, known)
        if partner is None:
            return [], "places of one country only; its partner is not named"
        cn, pk = sides(known, partner)
        if not are_peers(cn, pk):
            return [], "a partner of its level is not named"
        if partner.how == "fuzzy":
            return [Pair(cn, pk, "misspelt partner", partner.weight)], ""
        return [Pair(cn, pk, "partner named elsewhere", 0.66)], ""

    def _the_town(self, where: Sentence, country: str, tie: Tie) -> Spot | None:
        """ "For Bannu it is a first. The town has found a sister in X": the one city that the sentence before names."""
        before = next((s for s in reversed(self.scene.body()) if s.end <= where.start), None)
        if before is None or not _THE_TOWN.match(self.scene.doc.text, where.start):
            return None
        named = {s.place.place_id: s for s in self.scene.named_in(before) if s.country == country and tie.can_bind(s)}
        return next(iter(named.values())) if len(named) == 1 else None

    def _only_other(self, country: str, tie: Tie) -> Spot | None:
        """The one place of a country that a tie could bind; a capital may be named for its country only."""
        place = only_place(self.scene.spots, country, tie.can_bind)
        return place if (place and place.place.place_id not in CAPITALS) or self._is_party_town(place) else None

    def _is_party_town(self, place: Spot | None) -> bool:
        """ "The mayor of Islamabad": a capital that acts as a city."""
        heads = re.compile(r"\b(?:mayor|administrator|cda|city)\b|市长|میئر")
        return place is not None and bool(heads.search(self.scene.doc.text))

    def _at_home(self, where: Sentence, known: Spot, country: str, tie: Tie) -> Spot | None:
        """ "The provincial government has signed with X": the party is where the report was sent from.

        So is the province whose seat that is, of a tie of provinces.
        """
        scene = self.scene
        sent_from = self.dateline(where, country)
        if sent_from is None:
            return None
        at_seat = sent_from.place.place_id in scene.gazetteer.capitals.values()
        of_provinces = at_seat and tie.province and not tie.city and known.is_first_level
        if not of_provinces and not _HOME_GOVERNMENT.search(scene.words(where)):
            return None
        if known.is_city and not of_provinces:
            return sent_from
        province = scene.gazetteer.province(sent_from.place.place_id)
        return None if province in CAPITALS else replace(sent_from, place=scene.gazetteer.places[province])

    def _who_signs(self, where: Sentence, known: Spot, country: str) -> Spot | None:
        """ "The chief minister is back. In A he and A's governor signed …": he is of the dateline's place."""
        scene = self.scene
        sent_from = self.dateline(where, country)
        before = next((s for s in reversed(scene.body()) if s.end <= where.start), None)
        if sent_from is None or before is None or not _HE_AND.search(scene.words(where)):
            return None
        if known.is_first_level and scene.says("head_province", before):
            province = scene.gazetteer.province(sent_from.place.place_id)
            return None if province in CAPITALS else replace(sent_from, place=scene.gazetteer.places[province])
        return sent_from if known.is_city and scene.says("head_city", before) else None

    def _of_paragraph(self, where: Sentence, country: str, tie: Tie) -> Spot | None:
        """The place that a paragraph opens with is what its sentences without a subject tell of."""
        text = self.scene.doc.text
        start = text.rfind("\n", 0, where.start) + 1
        opening = next((s for s in self.scene.spots if start <= s.start < where.start and s.use == "party"), None)
        subject = opening is not None and opening.country == country and tie.can_bind(opening)
        return opening if subject and _NO_SUBJECT.match(text, where.start, where.end) else None

    def who_publishes(self, where: Sentence, known: Spot) -> Spot | None:
        """就两市结好, 该厅与…签订: the city or province whose office or paper tells it."""
        scene = self.scene
        if known.country == "CN" or not _OURS.search(scene.words(where)):
            return None
        own = own_place(scene.doc, scene.gazetteer, scene.spots)
        if own is None:
            return None
        if known.is_first_level:
            own = scene.gazetteer.places[scene.gazetteer.province(own.place_id)]
        return Spot(own, 0, 0, own.name_zh, "context", "outlet")

    def _of_page(
        self, tie: Tie, end: int, titled: Sequence[Spot], *, peers_count: bool = False
    ) -> tuple[list[Pair], str]:
        """The only places that the article names, as far as it is read, on either side; of the title's level if so."""
        spots = [spot for spot in self.scene.spots if spot.start < end]
        of_units = [spot for spot in spots if spot.place.place_id not in CAPITALS]
        named = {spot.place.place_id: spot for spot in titled}
        level = next(iter(named.values())).is_first_level if peers_count and len(named) == 1 else None
        peers = [spot for spot in spots if spot.is_first_level == level]
        main = [spot for country in OPPOSITE for spot in _most_named([s for s in peers if s.country == country])]
        ranked = (titled, spots, of_units, peers, main)
        cn, pk = (
            next(filter(None, (only_place(some, country, tie.can_bind) for some in ranked)), None)
            for country in ("CN", "PK")
        )
        if cn and pk:
            return [Pair(cn, pk, "places of the page", 0.62)], ""
        return [], "no place that could be a party"

    def last_with(self, known: Spot) -> Pair | None:
        return next((pair for pair in reversed(self.told) if known.place in (pair.cn.place, pair.pk.place)), None)

    def dateline(self, where: Sentence, country: str) -> Spot | None:
        """Where the report of a sentence was sent from, if it is a place of the country."""
        sent = [spot for spot in datelines(self.scene.doc, self.scene.spots) if spot.country == country]
        above = [spot for spot in sent if spot.start <= where.start]
        return next(iter(above[-1:] or sent[:1]), None)


def are_peers(cn: Spot, pk: Spot) -> bool:
    """Tell whether both places are of one level; a municipality is of both."""
    return cn.is_first_level == pk.is_first_level or cn.place.place_id in MUNICIPALITIES


def _most_named(spots: Sequence[Spot]) -> list[Spot]:
    """The place that is named at least twice as often as any other."""
    named = Counter(spot.place for spot in spots).most_common(2)
    if not named or (len(named) > 1 and named[0][1] < 2 * named[1][1]):
        return []
    return [spot for spot in spots if spot.place == named[0][0]]
