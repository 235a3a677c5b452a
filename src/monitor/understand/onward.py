"""Guests who go on: "The next day they drove to Abbottabad. The city's mayor gave them lunch": a host more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from monitor.records import Actor
from monitor.understand.acts import Act
from monitor.understand.cast import Cast
from monitor.understand.finding import Finding
from monitor.understand.novelty import When, marks_in
from monitor.understand.officials import Official
from monitor.understand.pairs import CAPITALS, OPPOSITE, is_locative
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.surroundings import AT_HOME, at_level
from monitor.understand.text import Sentence

_GUESTS = {
    "en": re.compile(
        r"\b(?:him|her|them|he|she|they|the (?:same )?(?:[a-z]+ )?(?:visitors?|guests?|party|delegation|team|group"
        r"|delegates|envoy|ambassador|consul general|diplomat)|(?:his|her|their|its) guests?)\b"
        r"|\b(?:mr|ms|mrs)\.? [a-z]+"
        r"|\b(?:played host|was the host|were the hosts|gave a (?:lunch|dinner|reception|breakfast))\b"
    ),
    "zh": re.compile(r"客人|来宾|一行|代表团|访问团|他们|总领事|大使|宾主|[他她]"),
    "ur": re.compile(r"(?<![آ-ۓ])(?:وفد|مہمان(?:وں)?|انہیں|ان|انہوں|وہ)(?![آ-ۓ])"),
}
"""Those who travel, meant by a pronoun or a common noun."""
_GOES_ON = {
    "en": re.compile(
        r"\b(?:(?:went|moved|drove|flew|travell?ed|proceeded|headed|continued|came|set off|left|crossed) (?:on )?"
        r"(?:to|for|over)|reached|arrived (?:in|at)|visited|(?:was|were|had been|has been|have been|are|is) (?:in|at)"
        r"|next (?:stop|halt|call)|spent (?:[a-z]+ ){1,3}in|(?:was|were|came) next)\b"
    ),
    "zh": re.compile(r"前往|转往|转赴|赴|到访|抵达|来到|到达|访问|走访|在"),
    "ur": re.compile(r"(?<![آ-ۓ])(?:پہنچ[آ-ۓ]*|گئے|گیا|روانہ|میں)(?![آ-ۓ])"),
}
_OPENS_IN = re.compile(r"(?:[a-z0-9 ]{2,20}, )?in (?:the )?\Z")
"""Before a place that opens a sentence: "In X, on Tuesday, …", "Two days on, in X"."""
_BACK_HOME = re.compile(r"\b(?:back in|return(?:ed|ing)?|home)\b|回国|返回|واپس")
_ITS = re.compile(
    r"\b(?:its|whose|where|there|the (?:city|town|district|prefecture|county|province)'s)\b|该[市省州县区]|那里|当地"
)
"""Beside a title: it is of the place gone to, though one before had the same title."""
_SAYS = re.compile(
    r"(?:,? [\w'.-]+){0,4},? (?:said|says|hoped|noted|told (?:reporters|journalists)|added|thanked|explained)\b"
)
_NAMED = re.compile(r",? (?:[A-Z][\w'’.-]+ ?){2,4}")
_AHEAD = re.compile(
    r"\b(?:will|would|is to|are to|is due|are due|plans?|expected)\b|将|拟|计划|(?<![آ-ۓ])(?:گا|گے|گی)(?![آ-ۓ])"
)
_BODY = re.compile(r"government|administration|authorities|council|office|政府|委员会|حکومت|انتظامیہ")
"""A title that is a body's: it takes part in nothing by itself."""
ANOTHER_TIME = re.compile(r"\bnext time\b|下次|اگلی (?:بار|دفعہ|مرتبہ)")
"""Where guests would like to go when they come again."""
_HEADS = re.compile(r"\bhead\b|\bchief\b|party secretary|州长|专员|سربراہ")
_THERE = len(" there")
_REACH = 6
"""Sentences behind the last visit told in which the guests are still those."""


@dataclass(frozen=True, slots=True)
class Onward:
    """A host whom guests told of before met further on; `when` is the day of the sentence that tells where."""

    where: Sentence
    act: Act
    actor: Actor
    guest: Official
    host: Official
    when: When | None


@dataclass(frozen=True, slots=True)
class _Stop:
    where: Sentence
    place: Spot


def onward_hosts(scene: Scene, cast: Cast, findings: Sequence[Finding]) -> Iterator[Onward]:
    """Yield the hosts of the places that guests of a visit told before go on to, one a place."""
    told: Finding | None = None
    stop: _Stop | None = None
    found = {spot.place.place_id for f in findings for spot in (f.cn, f.pk) if spot}
    for where in scene.body():
        own = [f for f in findings if where.start <= f.start < where.end and f.is_new]
        is_known = told is not None and all(_places(f) <= _places(told) for f in own)
        bare = _bare_stop(where, own[-1], found) if own and not is_known else None
        if own and not is_known:
            told, stop = own[-1], None
            if bare is None:
                continue
        if told is None or where.index - _index(scene, told) > _REACH:
            continue
        if _is_of_others(scene, cast, where) or ANOTHER_TIME.search(scene.words(where)):
            stop = None
            continue
        still = stop if stop and where.index == stop.where.index + 1 else None
        stop = bare or _stop(scene, cast, where, told, found) or still
        host = _host(scene, cast, where, stop, told) if stop else None
        if stop and host and host.place:
            found.add(host.place.place.place_id)
            yield _onward(scene, where, stop, told, host)


def _bare_stop(where: Sentence, told: Finding, found: set[str]) -> _Stop | None:
    """A journey to a place of which the next sentence may name the host."""
    if told.explicit or told.actor != "local":
        return None
    goals = [spot for spot in (told.cn, told.pk) if spot and spot.start >= where.start]
    if len(goals) != 1:
        return None
    found.discard(goals[0].place.place_id)
    return _Stop(where, goals[0])


def _places(finding: Finding) -> set[str]:
    return {spot.place.place_id for spot in (finding.cn, finding.pk) if spot}


def goes_on(scene: Scene, cast: Cast, where: Sentence) -> bool:
    """Tell whether a sentence says that guests go to a place or are there."""
    text, lang = scene.doc.text, scene.doc.lang
    goes = _GOES_ON[lang].search(text, where.start, where.end)
    guests = any(one.kind in ("delegation", "envoy") for one in cast.of(where))
    return goes is not None and (guests or _GUESTS[lang].search(text, where.start, where.end) is not None)


def _index(scene: Scene, finding: Finding) -> int:
    sentence = scene.doc.sentence_at(finding.start)
    return sentence.index if sentence else 0


def _is_of_others(scene: Scene, cast: Cast, where: Sentence) -> bool:
    """What took place on a screen, or not at all, or with ministers of a country."""
    if scene.says_any(("virtual", "cancelled", "ceremony"), where) or scene.names_abroad(where):
        return True
    return any(one.kind == "national" for one in cast.of(where))


def _stop(scene: Scene, cast: Cast, where: Sentence, told: Finding, found: set[str]) -> _Stop | None:
    """The one place of the hosts' country that the guests go on to in this sentence."""
    text, lang = scene.doc.text, scene.doc.lang
    if _BACK_HOME.search(text, where.start, where.end):
        return None
    named = {s.place.place_id: s for s in reversed(scene.named_in(where)) if s.place.place_id not in CAPITALS}
    inner = [s for s in named.values() if not any(scene.gazetteer.lies_in(o, s.place.place_id) for o in named)]
    place = inner[0] if len(inner) == 1 else None
    if place is None or not _could_host(scene, cast, told, place) or _was_host(scene, place.place.place_id, found):
        return None
    opens = _OPENS_IN.fullmatch(text, where.start, place.start) if lang == "en" else None
    goes = _GOES_ON[lang].search(text, where.start, where.end)
    meant = _GUESTS[lang].search(text, where.start, where.end)
    return _Stop(where, place) if opens or (goes and (meant or goes.group().endswith("next"))) else None


def _was_host(scene: Scene, place_id: str, found: set[str]) -> bool:
    """The place itself, or the prefecture whose seat it is, was told before."""
    prefectures = {one for one in found if scene.gazetteer.places[one].level != "first_level"}
    return place_id in found or any(scene.gazetteer.lies_in(place_id, one) for one in prefectures)


def _could_host(scene: Scene, cast: Cast, told: Finding, place: Spot) -> bool:
    """An envoy stays in one country; of two sides that met, the one who travels is no host at home."""
    if told.actor == "envoy":
        return place.country in [spot.country for spot in (told.cn, told.pk) if spot]
    sentence = scene.doc.sentence_at(told.start)
    guests = {o.country for o in cast.of(sentence) if o.kind == "delegation" and o.place} if sentence else set()
    sent_from = cast.around.dateline_at(told.start)
    there = {s.country for s in scene.named_in(sentence) if is_locative(scene.doc, s)} if sentence else set()
    if len(there) != 1 and sent_from:
        there = {sent_from.country}
    away = guests if len(guests) == 1 else {OPPOSITE[one] for one in there}
    return place.country not in away and (told.pk if place.country == "CN" else told.cn) is not None


def _host(scene: Scene, cast: Cast, where: Sentence, stop: _Stop, told: Finding) -> Official | None:
    """The head of the place gone to, in a sentence that speaks of the guests."""
    doc = scene.doc
    guests = _GUESTS[doc.lang]
    if not any(guests.search(doc.text, s.start, s.end) for s in (where, stop.where)):
        return None
    if doc.lang == "en" and scene.says("distant", where):
        return None
    first = doc.sentence_at(told.start)
    before = cast.of(first) if first and first != where else []
    titles = {
        doc.text[o.start : o.end] for o in before if o.kind == "head" and o.country != OPPOSITE[stop.place.country]
    }
    for one in cast.of(where):
        if where == stop.where and stop.place.use == "party" and one.start < stop.place.start:
            continue
        if one.kind != "head" or one.by_name or _SAYS.match(doc.text, one.end):
            continue
        title = doc.text[one.start : one.end]
        if one.place is None and stop.place.country == "CN" and AT_HOME.search(title):
            continue
        if one.place is None and cast.country_of(one) == OPPOSITE[stop.place.country]:
            continue
        if one.place is None and (_BODY.search(title) or (one.level == "any" and not _HEADS.search(title))):
            continue
        place = one.place or at_level(scene.gazetteer, stop.place, one.level)
        if place is None or place.country != stop.place.country:
            continue
        if not scene.gazetteer.is_or_lies_in(stop.place.place.place_id, place.place.place_id):
            continue
        if one.place is None and title in titles and not _is_new_one(scene, where, one):
            continue
        return replace(one, place=place, country=place.country, surely=True)
    return None


def _is_new_one(scene: Scene, where: Sentence, one: Official) -> bool:
    """ "Its mayor", "where the mayor", "Mayor Li Ming": not the mayor told before."""
    _, last = scene.doc.folded.original(one.start, one.end)
    named = scene.doc.lang == "en" and _NAMED.match(scene.doc.original, last) is not None
    return named or _ITS.search(scene.doc.text, where.start, one.end + _THERE) is not None


def _onward(scene: Scene, where: Sentence, stop: _Stop, told: Finding, host: Official) -> Onward:
    actor: Actor = "envoy" if told.actor == "envoy" else "local"
    country = OPPOSITE[stop.place.country]
    side = None if actor == "envoy" else (told.cn if country == "CN" else told.pk)
    guest = Official(
        "envoy" if actor == "envoy" else "delegation", "any", country, side, where.start, where.start, False
    )
    ahead = any(_AHEAD.search(scene.words(s)) for s in (where, stop.where))
    act = Act(host.start, host.end, "planned" if ahead else "took_place")
    here = [m for m in marks_in(scene.marks, where.start, where.end) if len(m.date) == len("2026-11-22")]
    before = [m for m in marks_in(scene.marks, stop.where.start, stop.where.end) if len(m.date) == len("2026-11-22")]
    when = When(before[-1].date, "the day on which the guests went there") if before and not here else None
    return Onward(where, act, actor, guest, host, when)
