"""Which local government receives an envoy: named in the sentence, meant by a pronoun, or the place he tours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.understand.cast import Cast
from monitor.understand.names import country_by_name
from monitor.understand.officials import Official
from monitor.understand.other_countries import OTHER
from monitor.understand.pairs import OPPOSITE, is_locative, parties
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence

_HIS = re.compile(r"\b(?:his|her) (?:guest|office|camp office|residence)\b")
_LEAD = 3
"""Sentences at the head of a report in which the one stands whom "his guest" means, however far below."""
_SITS_BY = re.compile(r"[^,。;、]{0,8}(?:等)?(?:在座|陪同|陪见|列席|出席)")
"""Behind one who is there when another receives: 市长葛红林在座."""
_GIVEN_BY = re.compile(r"\b(?:presents?|gifts?|donations?|donated|given|sent) (?:from|of|by) (?:the )?\Z")
"""Before a government: what is handed over came from it, nobody of it is there."""
_RECEIVES = re.compile(r"\b(?:hosted|received|welcomed|met) by \Z")
"""Before the title of a host, wherever his place is named."""
_LAST_WORDS = len(" welcomed by ") + 1
_GIVER = len("a donation from the ")


def host_country(scene: Scene, cast: Cast, where: Sentence, envoy: Official) -> str | None:
    """An envoy is received in the other country; one whose own is not told, in the country whose places are named."""
    own = envoy.country or cast.envoy_country() or ("CN" if country_by_name(scene.doc, envoy) == "CN" else None)
    if own in OPPOSITE:
        return OPPOSITE[own]
    near = [where, *cast.before(where)]
    countries = {spot.country for sentence in near for spot in scene.named_in(sentence)}
    return countries.pop() if len(countries) == 1 else None


def find_hosts(
    scene: Scene, cast: Cast, where: Sentence, heads: Sequence[Official], country: str | None
) -> list[Official]:
    """Return the officials who receive the envoy of a sentence, each with place; none where no government is named."""
    named = _named(cast, where, heads, country)
    told = {cast.country_of(head) for head in heads} - {None}
    if not named and country is not None and told - {country}:
        return []  # he is with an official of his own country
    return named or _meant(cast, where, country) or (_place_itself(scene, cast, where, country) if country else [])


def _named(cast: Cast, where: Sentence, heads: Sequence[Official], country: str | None) -> list[Official]:
    hosts: dict[str, Official] = {}
    for head in sorted(heads, key=lambda head: not head.surely):
        host = head if head.place is not None else cast.placed(head, where, country)
        if host and host.place and _is_giver(cast, where, host, host.place):
            host = cast.placed(head, where, OPPOSITE[host.place.country]) if head.place is None else None
        if host is None or host.place is None or (country and host.place.country != country):
            continue
        hosts.setdefault(host.place.place.place_id, replace(host, country=host.place.country))
    text = cast.scene.doc.text
    found = [h for h in hosts.values() if h.surely or _RECEIVES.search(text, max(0, h.start - _LAST_WORDS), h.start)]
    found = found if any(host.surely for host in found) else list(hosts.values())
    found.sort(key=lambda host: host.start)
    return [host for host in found if not _SITS_BY.match(text, host.end)] or found


def _is_giver(cast: Cast, where: Sentence, host: Official, place: Spot) -> bool:
    """ "A present from the Chengdu city government": it sent what is handed over, and nobody of it is there."""
    first = min(host.start, place.start)
    return _GIVEN_BY.search(cast.scene.doc.text, max(where.start, first - _GIVER), first) is not None


def _meant(cast: Cast, where: Sentence, country: str | None) -> list[Official]:
    """A pronoun stands for an official of the sentences before, or of the next one."""
    if not cast.has_pronoun(where):
        return []
    for other in cast.around_of(where):
        for one in reversed(cast.of(other)):
            host = one if one.place is not None else cast.placed(one, other, country)
            if one.kind == "head" and host and host.place and country in (None, host.place.country):
                return [replace(host, country=host.place.country, surely=False)]
    if not _HIS.search(cast.scene.words(where)):
        return []
    leading = (one for sentence in cast.order[:_LEAD] for one in cast.of(sentence) if one.kind == "head" and one.surely)
    host = next((one for one in leading if country in (None, one.country)), None)
    return [replace(host, surely=False)] if host else []


def _place_itself(scene: Scene, cast: Cast, where: Sentence, country: str) -> list[Official]:
    """ "He was speaking to the ambassador in Shanghai": the place itself, named before as the subject's."""
    visited = parties(scene.doc, scene.gazetteer, scene.spots, where, for_tie=False)
    own = [spot for spot in visited if spot.country == country]
    before = cast.before(where)
    if len(own) != 1 or not before or not cast.has_pronoun(where):
        return []
    if scene.doc.lang == "en" and not cast.opens_with_pronoun(where):
        return []
    named_before = any(s.place == own[0].place for s in scene.spots if before[0].start <= s.start < before[0].end)
    return [Official("head", "any", country, own[0], own[0].start, own[0].end, False)] if named_before else []


def at_own_mission(scene: Scene, cast: Cast, where: Sentence, envoy: Official, host: Official) -> bool:
    """Tell whether officials are with their own country's mission, which is no visit (codebook, Visits 15)."""
    sure = host.surely or cast.country_of(replace(host, place=None)) == host.country
    if scene.doc.lang == "zh" and sure and (envoy.country, host.country) == ("CN", "PK"):
        return False  # 首席部长会见中国驻…总领事: the words of a mission are its envoy's title
    at_mission = scene.doc.text.endswith(("embassy", "consulate"), envoy.start, envoy.end)
    if at_mission and not host.surely and any(o.kind == "delegation" and o.start < envoy.start for o in cast.of(where)):
        return True  # "the delegation called at the Chinese embassy": its own, no host is there
    before = [s for s in cast.before(where) if not scene.doc.is_title(s)]
    told = [where, *(before if envoy.country is None else [])]
    if (envoy.country is not None and host.country == envoy.country) or any(scene.says("own_mission", s) for s in told):
        return True
    abroad = any(s.country != host.country and is_locative(scene.doc, s) for s in scene.named_in(where))
    return envoy.country is None and abroad and host.country == "PK" and country_by_name(scene.doc, envoy) != "CN"


def is_of_third_country(scene: Scene, cast: Cast, where: Sentence, envoy: Official) -> bool:
    """Tell whether an envoy of unknown country is of neither: a foreign place near, or China nowhere in the article."""
    if envoy.country is not None:
        return envoy.country == OTHER
    if cast.envoy_country() == OTHER:
        return True
    doc = scene.doc
    speaks_of_china = doc.says("china", 0, len(doc.text)) or any(s.country == "CN" for s in scene.spots)
    return not (speaks_of_china or country_by_name(scene.doc, envoy) == "CN") or any(
        scene.names_abroad(s) for s in (where, *cast.before(where))
    )
