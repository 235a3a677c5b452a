"""Agreements worded as no rule knows: sentences that name one place of each country, by what their words weigh."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.understand.finding import Finding
from monitor.understand.pairs import CAPITALS, Pair
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.stage import Reading
from monitor.understand.text import Sentence
from monitor.understand.told_pairs import AFTER
from monitor.understand.word_weights import HOW, features_of, load_weights

_LIKELY = 0.45
"""The likelihood from which a sentence tells an agreement; `weights/learn.py --measure` prints what each brings."""
_RANK = 0.5
"""Below every pair that a rule reads."""


def weighed_tie(scene: Scene, where: Sentence, findings: Sequence[Finding]) -> tuple[Pair, Reading] | None:
    """The pair that a sentence ties in words that no rule knows, unless the article tells that pair by rules."""
    places = two_places(scene, where) if scene.says("tie_hint", where) else None
    if places is None or any(spot.place.place_id in CAPITALS for spot in places):
        return None
    if any(scene.doc.text.endswith(AFTER, 0, spot.start) for spot in places):
        return None  # "wants a second sister beside X"
    if any(is_about(scene, finding, places) for finding in findings):
        return None
    cn, pk = places
    weights = load_weights("agreement")
    features = features_of(scene, where, cn.place, pk.place)
    if weights.likelihood(features) < _LIKELY:
        return None
    pair = Pair(cn, pk, HOW, _RANK)
    span = (min(cn.start, pk.start), max(cn.end, pk.end))
    if scene.says("letter_of_intent", where):
        return pair, Reading("letter_of_intent", *span, True, "called a letter of intent")
    if weights.is_planned(features):
        return pair, Reading("proposed", *span, False, weights.why(features))
    return pair, Reading("signed", *span, False, weights.why(features))


def two_places(scene: Scene, where: Sentence) -> tuple[Spot, Spot] | None:
    """The one place of China and the one of Pakistan that a sentence names, but for units that they lie in."""
    named = scene.named_in(where)
    cn, pk = (_innermost(scene, [spot for spot in named if spot.country == country]) for country in ("CN", "PK"))
    return (cn, pk) if cn and pk else None


def _innermost(scene: Scene, spots: Sequence[Spot]) -> Spot | None:
    """The place that lies in all others, None where there is none such."""
    lies_in = scene.gazetteer.is_or_lies_in
    return next(
        (one for one in spots if all(lies_in(one.place.place_id, other.place.place_id) for other in spots)), None
    )


def is_about(scene: Scene, finding: Finding, places: Sequence[Spot]) -> bool:
    """Tell whether a finding is about these places, or about units that they lie in or that lie in them."""
    lies_in = scene.gazetteer.is_or_lies_in
    return all(
        told is None
        or lies_in(told.place.place_id, spot.place.place_id)
        or lies_in(spot.place.place_id, told.place.place_id)
        for told, spot in zip((finding.cn, finding.pk), places, strict=True)
    )
