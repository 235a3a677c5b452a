"""Visits worded as no rule knows: an official's sentence and the places of its article, by what the words weigh."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from monitor.records import Place
from monitor.understand.cast import Cast
from monitor.understand.finding import Finding, NearMiss
from monitor.understand.hosts import host_country, is_of_third_country
from monitor.understand.other_countries import OTHER
from monitor.understand.pairs import CAPITALS
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.word_weights import features_of, load_weights, words_of

_LIKELY = 0.34
"""The likelihood from which a sentence tells a visit; `weights/learn.py --measure` prints what each brings."""
_LIKELY_CALL = 0.58
"""The same for the visit of an envoy."""
_MAIN = 2
"""Places of a country, the most often named ones, that a sentence may leave to its article."""
_GATHERING = re.compile(r"(?: [a-z&]+){0,4} (?:forum|conference|dialogue|seminar|summit|expo|fair|symposium)\b")
_WILL_STAY = re.compile(r"\bwill (?:stay|remain|be (?:here|there))\b")
"""Whoever is said to stay has come."""
_MANY = 4
"""A count from which on the weights tell no difference."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may tell a visit of the people of one place to the other."""

    where: Sentence
    cn: Spot
    pk: Spot
    features: frozenset[str]


def visit_candidates(scene: Scene, cast: Cast) -> Iterator[Candidate]:
    """Each sentence with an official and a place, for every two places that it may be about."""
    party = [spot for spot in scene.spots if spot.use == "party"]
    chinese, pakistani = (_Side(scene, [spot for spot in party if spot.country == code]) for code in ("CN", "PK"))
    if not (chinese.main and pakistani.main):
        return
    for before, where in pairwise((Sentence(0, 0, 0, 0), *scene.doc.sentences)):
        here = {spot.place: spot for spot in reversed(scene.named_in(where))}
        present = cast.of(where) if here else []
        people = sorted({f"@{one.kind} {one.country}" for one in present})
        if (
            not people
            or any(one.kind == "envoy" for one in present)
            or scene.says("business", where)
            or scene.names_abroad(where)
        ):
            continue
        around = {*people, "@" + " ".join(people), *(f"before {word}" for word in words_of(scene.words(before)))}
        if scene.doc.is_title(where):
            around.add("@title")
        of_city = any(one.kind == "head" and one.place is None and one.level == "city" for one in present)
        for cn in chinese.meant_by(here, of_city):
            for pk in pakistani.meant_by(here, of_city):
                if cn.place in here or pk.place in here:
                    known = [*chinese.known_of(cn, here), *pakistani.known_of(pk, here)]
                    words = features_of(scene, where, cn.place, pk.place)
                    both = (f"{a} {b}" for a, b in combinations(known, 2))
                    yield Candidate(where, cn, pk, frozenset({*words, *around, *known, *both}))


@dataclass(frozen=True, slots=True)
class CallCandidate:
    """A sentence that may tell a visit of its envoy to a place."""

    where: Sentence
    host: Spot
    features: frozenset[str]


def call_candidates(scene: Scene, cast: Cast) -> Iterator[CallCandidate]:
    """Each sentence with an envoy of one country, for every place of the other that he may have gone to."""
    party = [spot for spot in scene.spots if spot.use == "party"]
    sides = {code: _Side(scene, [spot for spot in party if spot.country == code]) for code in ("CN", "PK")}
    for before, where in pairwise((Sentence(0, 0, 0, 0), *scene.doc.sentences)):
        present = cast.of(where)
        envoys = [one for one in present if one.kind == "envoy"]
        envoy = next((one for one in envoys if one.country not in (None, OTHER)), envoys[0] if envoys else None)
        if envoy is None or is_of_third_country(scene, cast, where, envoy):
            continue
        country = host_country(scene, cast, where, envoy)
        if country is None or not sides[country].main:
            continue
        people = sorted(
            {f"@{one.kind} {one.level} {'of a place' if one.place else 'placeless'} {one.country}" for one in present}
        )
        around = {*people, "@" + " ".join(people), f"@host {country}"}
        around.update(f"before {word}" for word in words_of(scene.words(before)))
        if scene.doc.is_title(where):
            around.add("@title")
        here = {spot.place: spot for spot in reversed(scene.named_in(where))}
        of_city = any(one.kind == "head" and one.place is None and one.level == "city" for one in present)
        for host in sides[country].meant_by(here, of_city):
            known = list(sides[country].known_of(host, here))
            both = (f"{a} {b}" for a, b in combinations(known, 2))
            of_head = any(one.kind == "head" and one.place and one.place.place == host.place for one in present)
            words = features_of(scene, where, host.place)
            features = {*words, *around, *known, *both, *(["@head of it"] if of_head else [])}
            yield CallCandidate(where, host, frozenset(features))


class _Side:
    """The places of one country in an article; `main` are those named most often and the one named first."""

    def __init__(self, scene: Scene, spots: Sequence[Spot]) -> None:
        self.counts = Counter(spot.place for spot in spots)
        self.first = {spot.place: spot for spot in reversed(spots)}
        self.main = list(
            dict.fromkeys([*(self.first[place] for place, _ in self.counts.most_common(_MAIN)), *spots[:1]])
        )
        self.in_title = {spot.place for spot in spots if spot.start < scene.doc.title_end}

    def meant_by(self, here: Mapping[Place, Spot], of_city: bool) -> list[Spot]:
        """The places that a sentence may be about, which names those of `here`; `of_city` if it speaks of a mayor."""
        return [spot for place, spot in here.items() if place in self.first] + [
            spot for spot in self.main if spot.place not in here and not (of_city and spot.is_first_level)
        ]

    def known_of(self, spot: Spot, here: Mapping[Place, Spot]) -> Iterator[str]:
        """What is known of one place of a pair, beside the words of the sentence."""
        side = f"@{spot.country}"
        yield f"{side} {'here' if spot.place in here else 'elsewhere'}"
        yield f"{side} {'in title' if spot.place in self.in_title else 'not in title'}"
        yield f"{side} {'main' if spot.place == self.main[0].place else 'not main'}"
        yield f"{side} named {min(self.counts[spot.place], _MANY)}"
        yield f"{side} of {min(len(self.counts), _MANY)}"
        yield f"{side} {spot.place.level}"


@dataclass(frozen=True, slots=True)
class WeighedVisit:
    """A visit told by the words of a sentence alone; `why` names the weightiest."""

    where: Sentence
    cn: Spot | None
    pk: Spot | None
    likelihood: float
    is_planned: bool
    why: str


def weighed_visit(scene: Scene, cast: Cast, ties: Sequence[Finding], misses: Sequence[NearMiss]) -> WeighedVisit | None:
    """The likeliest visit of local officials, in an article in which no rule reads one.

    `misses` are sentences of which a rule says why they tell none.
    """
    candidates = (
        candidate
        for candidate in visit_candidates(scene, cast)
        if not {candidate.cn.place.place_id, candidate.pk.place.place_id} & CAPITALS
        and not _name_a_gathering(scene, candidate.cn, candidate.pk)
        and not scene.says_any(("denial", "profession"), candidate.where)
        and not any(tie.start < candidate.where.end and candidate.where.start < tie.end for tie in ties)
    )
    weights = load_weights("visit")
    weighed = [(weights.likelihood(one.features), one) for one in candidates if not _is_missed(one.where, misses)]
    likelihood, best = max(weighed, key=lambda one: one[0], default=(0.0, None))
    if best is None or likelihood < _LIKELY:
        return None
    planned = weights.is_planned(best.features) and not _WILL_STAY.search(scene.words(best.where))
    return WeighedVisit(best.where, best.cn, best.pk, likelihood, planned, weights.why(best.features))


def weighed_call(scene: Scene, cast: Cast, misses: Sequence[NearMiss]) -> WeighedVisit | None:
    """The likeliest visit of an envoy, likewise; his own country's side is open (codebook, Visits 12)."""
    weights = load_weights("call")
    weighed = [
        (weights.likelihood(one.features), one)
        for one in call_candidates(scene, cast)
        if one.host.place.place_id not in CAPITALS
        and not scene.says("denial", one.where)
        and not (_is_missed(one.where, misses) or _are_each_alone(scene, cast, one.where))
    ]
    likelihood, best = max(weighed, key=lambda one: one[0], default=(0.0, None))
    if best is None or likelihood < _LIKELY_CALL:
        return None
    cn, pk = (best.host if best.host.country == code else None for code in ("CN", "PK"))
    planned, why = weights.is_planned(best.features), weights.why(best.features)
    return WeighedVisit(best.where, cn, pk, likelihood, planned, why)


def _name_a_gathering(scene: Scene, cn: Spot, pk: Spot) -> bool:
    """ "Told the Punjab-Jiangxi Business Forum": the two are the name of what was held."""
    first, last = sorted((cn, pk), key=lambda spot: spot.start)
    joined = scene.doc.text[first.end : last.start] == "-"
    return joined and _GATHERING.match(scene.doc.text, last.end) is not None


def _are_each_alone(scene: Scene, cast: Cast, where: Sentence) -> bool:
    """ "The governor and the consul general looked on": what two of a list do in one place without meeting."""
    gaps = (scene.doc.text[one.end : other.start] for one, other in pairwise(cast.of(where)))
    return scene.says("apart", where) and any(" and " in gap and "," not in gap for gap in gaps)


def _is_missed(where: Sentence, misses: Sequence[NearMiss]) -> bool:
    return any(miss.start < where.end and where.start < miss.end for miss in misses)
