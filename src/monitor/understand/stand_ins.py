"""Words that stand for a place without giving its name: 访甬 for a visit to Ningbo, "its capital" for Peshawar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monitor.records import Place
from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.home import own_place
from monitor.understand.places import Spot

_GONE_TO = re.compile(
    r"(?:访|来|赴|抵|莅|到访?|离)(?P<at>[一-鿿])"
    r"(?=访问|考察|参访|参观|调研|交流|学习|出席|参加|举行|会见|洽谈|开展|进行|期间|招商"
    r"|就|与|和|同|,|。|;|、|:|\)|\"| |\n|$)"
    r"|在(?P<stay>[一-鿿])(?=期间|会见|会晤|举行|签署|签约)"
    r"|(?P<one>[一-鿿])(?=[一-鿿]两[省市地])|(?P<two>[一-鿿])(?=两[省市地])"
)
"""One-character names are words too; beside a verb of travel, with nothing that continues a word, they are names."""
_CAPITAL = {
    "en": re.compile(r"\b(?:its|the province's|the provincial) (?:provincial )?capital(?: city)?\b(?!,? [a-z-]+ city)"),
    "zh": re.compile(r"(?:其|该省|两省)?(?:省会|首府)(?:城市)?"),
    "ur": re.compile(r"(?<![آ-ۓ])(?:(?:اس کے|اپنے) دارالحکومت|صوبائی دارالحکومت)(?![آ-ۓ])"),
}
_THAT = re.compile(r"\b(?:that|this|the) \Z")
_HIS_CITY_IN = re.compile(r"\b(?:his|her|their|the|whose) (?:home )?(?:city|town|county|district) in \Z")
"""Before a province: the city of it that was named last."""
_HIS_CITY = len(" their home district in ")
_CITY = re.compile(r" (?:city|town|county|district|port)\b")
_ITS_CAPITAL = re.compile(r" (?:provincial )?capital\b(?! of\b|,? (?:[a-z-]+ )?(?:city|town|region|territory)\b)")
"""Behind "the Guizhou": its capital."""
_NATIONAL = re.compile(
    r"\bthe (?P<country>chinese|pakistani) (?:[a-z-]+ ){0,2}(?:city|town|hub|port|metropolis)\b"
    r"(?! of\b|[- ](?:government|district)\b)"
)
_THIS_CITY = re.compile(r"\bthis (?:city|town)\b(?= and\b)|(?<= and )this (?:city|town)\b")
"""Beside another place: one of two."""
_OF_LIST = re.compile(
    r"\b(?:with|for|of|to|and|between) the (?P<which>former|latter|first|second|third|other two)"
    r"(?=,? (?:and|with|was|were|are|is|will|while)\b|[.,;])"
)
"""One or two of the places that the sentence before lists."""
_ORDER = {
    "former": slice(0, 1),
    "latter": slice(1, 2),
    "first": slice(0, 1),
    "second": slice(1, 2),
    "third": slice(2, 3),
    "other two": slice(1, 3),
}
_LENGTH = {"former": 2, "latter": 2, "other two": 3}
"""How long the list is that the words tell of."""
_LISTED = re.compile(r",? and |, ")
_A_WORD = re.compile(r"[a-z]+")
_OWN_PLACE = re.compile(r"[我本](?P<level>[市省])")
_NAMED_BESIDE = 12
"""Characters on either side of "capital" in which its name makes the word mere apposition."""


def find_stand_ins(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return the places of an article, those added that words stand for, from left to right."""
    if not spots and doc.lang != "zh":
        return ()
    found = [*spots]
    found.extend(_capitals(doc, gazetteer, spots))
    found.extend(_this_city(doc, spots))
    found.extend(_of_list_before(doc, spots))
    found = _epithets(doc, gazetteer, found)
    found.extend(_nationals(doc, found))
    if doc.lang == "zh":
        own = own_place(doc, gazetteer, spots)
        found.extend(_one_character(doc, gazetteer, spots, own))
        found.extend(_own_place(doc, gazetteer, own) if own else ())
    return tuple(sorted(found, key=lambda spot: spot.start))


def _capitals(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot]) -> Iterator[Spot]:
    """ "The provincial government said its capital …": of the province named last."""
    for hit in _CAPITAL[doc.lang].finditer(doc.text):
        near = [s for s in spots if s.start < hit.end() + _NAMED_BESIDE and s.end > hit.start() - _NAMED_BESIDE]
        before = hit.start() + (doc.lang == "zh")  # 安徽省会: the 省 belongs to both
        provinces = [s for s in spots if s.end <= before and s.place.place_id in gazetteer.capitals]
        own = provinces[-1].place.place_id if provinces else ""
        if provinces and not any(gazetteer.lies_in(s.place.place_id, own) for s in near):
            city = gazetteer.places[gazetteer.capitals[provinces[-1].place.place_id]]
            yield _spot(doc, city, *hit.span())


def _this_city(doc: Document, spots: Sequence[Spot]) -> Iterator[Spot]:
    """ "The friendship between this city and Zhenjiang": the city that the report was sent from."""
    sent_from = next((spot for spot in spots if doc.in_dateline(spot.start)), None)
    if doc.lang == "en" and sent_from and not sent_from.is_first_level:
        for hit in _THIS_CITY.finditer(doc.text):
            yield _spot(doc, sent_from.place, *hit.span())


def _of_list_before(doc: Document, spots: Sequence[Spot]) -> Iterator[Spot]:
    """ "A, B and C may get the same sister. … with the first and … with the other two": by their order in the list."""
    for hit in _OF_LIST.finditer(doc.text) if doc.lang == "en" else ():
        sentence = doc.sentence_at(hit.start())
        before = [s for s in doc.sentences if sentence and s.end <= sentence.start and not doc.is_title(s)][-1:]
        named = [s for s in spots if before and before[0].start <= s.start < before[0].end and s.use == "party"]
        listed = named[:1]
        for spot in named[1:]:
            if spot.country == listed[-1].country and _LISTED.fullmatch(doc.text, listed[-1].end, spot.start):
                listed.append(spot)
        order = _ORDER[hit["which"]]
        meant = listed[order] if len(listed) == _LENGTH.get(hit["which"], len(listed)) else []
        words = [(word.start(), word.end()) for word in _A_WORD.finditer(doc.text, *hit.span("which"))]
        for spot, span in zip(meant, words[-len(meant) :], strict=False) if len(listed) > 1 else ():
            yield _spot(doc, spot.place, *span)


def _epithets(doc: Document, gazetteer: Gazetteer, spots: list[Spot]) -> list[Spot]:
    """ "That Fujian city", "his city in Fujian", "the Fujian capital": the city named last, or the capital."""
    if doc.lang != "en":
        return spots
    meant: list[Spot] = []
    for spot in spots:
        epithet = spot.is_first_level and _THAT.search(doc.text, max(0, spot.start - 6), spot.start)
        capital = epithet and _ITS_CAPITAL.match(doc.text, spot.end) and gazetteer.capitals.get(spot.place.place_id)
        if capital:
            spot = _spot(doc, gazetteer.places[capital], spot.start, spot.end)  # noqa: PLW2901
        elif spot.is_first_level and (
            (epithet and _CITY.match(doc.text, spot.end))
            or _HIS_CITY_IN.search(doc.text, max(0, spot.start - _HIS_CITY), spot.start)
        ):
            before = [
                s for s in meant if not s.is_first_level and gazetteer.lies_in(s.place.place_id, spot.place.place_id)
            ]
            spot = _spot(doc, before[-1].place, spot.start, spot.end) if before else spot  # noqa: PLW2901
        meant.append(spot)
    return meant


def _nationals(doc: Document, spots: Sequence[Spot]) -> Iterator[Spot]:
    """ "The Pakistani textile hub is to become the Chinese city's first sister": the only one named before."""
    for hit in _NATIONAL.finditer(doc.text) if doc.lang == "en" else ():
        country = "CN" if hit["country"] == "chinese" else "PK"
        before = {s.place.place_id: s for s in spots if s.end <= hit.start() and s.country == country and s.is_city}
        beside = any(0 <= s.start - hit.end() <= _NAMED_BESIDE or 0 <= hit.start() - s.end <= 2 for s in spots)
        if len(before) == 1 and not beside:
            yield _spot(doc, next(iter(before.values())).place, *hit.span())


def _one_character(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot], own: Place | None) -> Iterator[Spot]:
    """One that several places share is the one that the article names in full, or whose paper it is."""
    named = {s.place.place_id for s in spots} | ({own.place_id} if own else set())
    for hit in _GONE_TO.finditer(doc.text):
        start, end = hit.span(hit.lastgroup or 0)
        beside = {"one": end, "two": start - 1}.get(hit.lastgroup or "")
        if beside is not None and doc.text[beside] not in gazetteer.characters:
            continue  # 并就两市: only two names together are names
        if any(s.start <= start < s.end for s in spots):
            continue
        places = gazetteer.characters.get(doc.text[start:end]) or [
            place_id for place_id in sorted(named) if doc.text[start:end] in gazetteer.places[place_id].name_zh
        ]
        told = [p for p in places if p in named] or [p for p in places if _lies_beside(gazetteer, p, named)]
        best = told or (places if len(places) == 1 else ())
        if len(best) == 1:
            yield _spot(doc, gazetteer.places[best[0]], start, end)


def _own_place(doc: Document, gazetteer: Gazetteer, own: Place) -> Iterator[Spot]:
    """我市 in a paper that names its city in its own name: 株洲日报2月8日讯."""
    for hit in _OWN_PLACE.finditer(doc.text):
        if hit["level"] == "省":
            yield _spot(doc, gazetteer.places[gazetteer.province(own.place_id)], *hit.span())
        elif own.level != "first_level":
            yield _spot(doc, own, *hit.span())


def _lies_beside(gazetteer: Gazetteer, place_id: str, named: set[str]) -> bool:
    return any(gazetteer.lies_in(other, place_id) or gazetteer.lies_in(place_id, other) for other in named)


def _spot(doc: Document, place: Place, start: int, end: int) -> Spot:
    first, last = doc.folded.original(start, end)
    return Spot(place, start, end, doc.original[first:last], "context", "party")
