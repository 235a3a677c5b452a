"""Where a title without place gets one from: the dateline, people named before, the only place that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.home import own_place
from monitor.understand.officials import Official
from monitor.understand.pairs import CAPITALS, is_locative, only_place
from monitor.understand.places import MUNICIPALITIES, Spot
from monitor.understand.text import Sentence

_POSSESSIVE = re.compile(
    r"\b(?:its|whose|the (?:city|province|region|district|prefecture|county)'s)(?: [a-z-]+){0,2} $"
)
"""Before a title: it is of the place named last."""
_MEETS_ZH = re.compile(r"[市省县]?(?:同|与|和|会见|会晤|拜会|拜访|见到了?)(?:了)?(?:该|当地|本地|专区|地区)?[市省县]?")
"""Between a place and a title: "in X with the commissioner"."""
_OPENS_IN = re.compile(r"(?:[^a-z]*\d[^,;]{0,14}[a-z]* ?[-–:,] ?)?(?:later |then |earlier |while )?in ")
_MET_BY = re.compile(r"\b(?:by|met|meets|on|with|saw)(?: (?:the|its|an?))? \Z")
"""Before the title of one who is met."""
AT_HOME = re.compile(r"commissioner|nazim|administrator|tehsil|کمشنر|ناظم")
"""Titles that in a report from Pakistan nobody bears without a place who is Chinese."""
_PARTY_CHIEF = re.compile(r"(?:communist )?party (?:chief|boss|head|secretary)")
"""Who heads what the article is about: of the heads that it names, or of the only province."""
_NAME = re.compile(r",? (?:[A-Z][\w'’.-]+,? ?){1,4}")
_OF_PLACE = len(" of the ")
_OFFICE_IN = re.compile(r"\b(?:his|her|its) (?:office|residence|camp office|house) (?:in|at) \Z")
_UNITS_HEADS = {"市长", "县长", "区长", "州长", "省长"}
"""Titles that tell what kind of unit somebody heads."""
_MET_THE_GUESTS = re.compile(
    r"\b(?:met|received|hosted|welcomed)(?: with)? the (?:[a-z]+ )?(?:guests|visitors|delegation)\b"
)
_NEXT_VERB = 50
"""Characters behind a title in which its verb stands."""
_IN_PROVINCE = len(", in ")
_OPENING = 16
"""Characters at the head of a sentence in which its subject stands."""
_PARTNER_IN = re.compile(r"\b(?:sister|twin|friend|friendship|partner)[- ]?(?:city|province|town|district)? in \Z")
"""Before a place of a tie, where nobody is: "will have a sister province in X"."""
_HERE = re.compile(r"\bhere\b")
_REGIONS = {"cn-xinjiang", "cn-tibet", "cn-ningxia", "cn-guangxi", "cn-inner-mongolia"}
_NO_PROVINCES = MUNICIPALITIES | _REGIONS
"""First-level units that have no 省长: municipalities, autonomous and special regions."""


def datelines(doc: Document, spots: Sequence[Spot]) -> list[Spot]:
    """Return the place that each dateline of a page names first: "HARBIN, Jan. 19 (Gwadar Pro)" is of Harbin."""
    first = (next((s for s in spots if start <= s.start < end), None) for start, end in doc.datelines)
    return [spot for spot in first if spot is not None]


def at_level(gazetteer: Gazetteer, spot: Spot, level: str) -> Spot | None:
    """Return the place that a title of that level is of where the spot is named: a governor's is its province."""
    if level != "province":
        return spot if spot.has_level(level) else None
    province = gazetteer.province(spot.place.place_id)
    return None if province in CAPITALS else replace(spot, place=gazetteer.places[province])


_OF_THE_UNIT = (" of the province", " of the autonomous region")


class Surroundings:
    """What stands around the sentences of an article, as far as it is read."""

    def __init__(self, doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot]) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.spots = spots
        self._datelines = datelines(doc, spots)
        self.named: list[Official] = []

    def dateline_at(self, offset: int) -> Spot | None:
        """Return where the report that stands at an offset was sent from; a page may have several."""
        above = [spot for spot in self._datelines if spot.start <= offset]
        return next(iter(above[-1:] or self._datelines[:1]), None)

    def remember(self, officials: Sequence[Official]) -> None:
        """Keep the officials of a sentence read, for the titles of later ones."""
        self.named.extend(o for o in officials if o.place is not None and o.kind in ("head", "delegation"))

    def place_for(self, official: Official, sentence: Sentence, country: str | None) -> Spot | None:
        """Return the place that a head without one speaks for, of `country` where that is known."""
        before = [s for s in self.spots if s.start < official.start and s.use == "party"]
        its = _POSSESSIVE.search(self.doc.text, max(sentence.start, official.start - 40), official.start)
        if before and its and self.doc.text[before[-1].end : its.start() + len("whose")] == ", whose":
            return self._whose(before, official.level, country)
        region = None if its else self._of_chief(sentence, official, country)
        if region:
            return region if country in (None, region.country) else None
        if official.level == "any" or (before and its):
            return self._of_whom(self._subject_first(before, sentence, official), its, official.level, country)
        there = self._beside_zh(before, official) or self._where_met(sentence, official)
        if there:
            return there if country in (None, there.country) else None
        for earlier in reversed(self.named):
            same_level = earlier.level == official.level and (country is None or earlier.country == country)
            same_level = same_level and not self._is_guest_of_page(official, earlier)
            if same_level and not self._is_somebody_else(official, earlier):
                return earlier.place
        return self._named_near(official, sentence, country)

    def _named_near(self, official: Official, sentence: Sentence, country: str | None) -> Spot | None:
        """The place in the sentence, before it, or of the dateline that fits the title of an official."""
        inside = [s for s in self.spots if sentence.start <= s.start < sentence.end and s.use == "party"]
        inside = [s for s in inside if s.end <= official.start + 1 or self._is_where(s)]
        if country and self._acts_elsewhere(inside, official, country):
            return None
        if self.doc.lang != "ur" and not any(country in (None, s.country) for s in inside):
            inside = self._of_the_paper(official.level, country)
        near = [s for s in self.spots if sentence.start - 400 < s.start < sentence.start and s.use == "party"]
        level = official.level
        if self.doc.lang == "zh" and "省" in self.doc.text[official.start : official.end]:
            inside, near = ([s for s in some if s.place.place_id not in _NO_PROVINCES] for some in (inside, near))
        of_unit = self.doc.text.startswith(_OF_THE_UNIT, official.end)  # of which its city was named
        before = [s for s in reversed(near) if s.has_level(level) or of_unit]
        before = [s for s in before if not self.doc.in_dateline(s.start)]
        dateline = self.dateline_at(sentence.start)
        sent_from = [dateline] if dateline else []
        title = self.doc.text[official.start : official.end]
        at_home = AT_HOME.search(title) is not None and dateline and country == dateline.country
        if dateline and (country is None or at_home) and dateline.place.place_id not in CAPITALS:
            inside = [*inside, *sent_from]
        if _HERE.search(self.doc.text, sentence.start, sentence.end):
            before = [*sent_from, *before]
        for spot in [*inside, *before, *sent_from]:
            lifted = at_level(self.gazetteer, spot, official.level) if country in (None, spot.country) else None
            if lifted is not None:
                return lifted
        return self._only_one(country, official.level) if country else None

    def _whose(self, before: Sequence[Spot], level: str, country: str | None) -> Spot | None:
        """ "In Jiangsu, whose water department is the host", "Ganzhou, in Jiangxi, whose commerce bureau"."""
        *_, city, last = (before[-1], *before[-2:])
        own = city if self._says_where_it_lies(city, last) or not last.has_level(level) else last
        return own if own.has_level(level) and country in (None, own.country) else None

    def _acts_elsewhere(self, inside: Sequence[Spot], official: Official, country: str) -> bool:
        """ "In Kashgar the commissioner …" is no commissioner of the dateline's city; nor is a province where he is."""
        text = self.doc.text
        there = [s for s in inside if s.end <= official.start and text.endswith("in ", 0, s.start)]
        there = [s for s in there if not _PARTNER_IN.search(text, max(0, s.start - 30), s.start)]
        there = [s for s in there if not any(self._says_where_it_lies(o, s) for o in inside)]
        return bool(there) and all(s.country != country for s in there)

    def _says_where_it_lies(self, city: Spot, province: Spot) -> bool:
        """ "A team from Weifang, in Shandong"."""
        near = 0 < province.start - city.end <= _IN_PROVINCE
        return near and self.gazetteer.lies_in(city.place.place_id, province.place.place_id)

    def _only_one(self, country: str, level: str) -> Spot | None:
        """The only place of a country and level that the title names, else the article."""
        titled = [s for s in self.spots if s.start < self.doc.title_end and s.use == "party"]
        if self.doc.lang == "en" and titled and titled[0].start <= 1 and titled[0].country == country:
            return at_level(self.gazetteer, titled[0], level)  # "Quetta diary"
        found = (
            only_place(named, country, lambda s: at_level(self.gazetteer, s, level) == s)
            for named in (titled, self.spots)
        )
        return next((place for place in found if place), None)

    def _is_where(self, spot: Spot) -> bool:
        """A place where they met, but for the town in which an office stands: "in his office in Aliabad"."""
        return is_locative(self.doc, spot) and not _OFFICE_IN.search(self.doc.text, max(0, spot.start - 20), spot.start)

    def _is_guest_of_page(self, official: Official, earlier: Official) -> bool:
        """On the page of a Chinese office, "the vice mayor met the guests" is no Pakistani, and earlier he was."""
        host = _MET_THE_GUESTS.search(self.doc.text, official.end, official.end + _NEXT_VERB)
        own = own_place(self.doc, self.gazetteer, self.spots) if host and self.doc.lang == "en" else None
        return own is not None and earlier.country == "PK"

    def _is_somebody_else(self, official: Official, earlier: Official) -> bool:
        """ "Vice Mayor Li of Weifang came. Commissioner Khattak received him": a name, or a title, of one's own."""
        if self.doc.lang == "zh":  # 县长来访,副市长会见
            kinds = {self.doc.text[some.start : some.end][-2:] for some in (official, earlier)}
            return kinds <= _UNITS_HEADS and len(kinds) > 1
        if self.doc.lang != "en":
            return False
        one, other = (self._name_after(some) for some in (official, earlier))
        if one and other:
            return not one & other
        titles = [self.doc.text[some.start : some.end].split()[-1].rstrip("s") for some in (official, earlier)]
        dateline = self.dateline_at(official.start)
        sent_from = dateline.country if dateline else None
        return titles[0] != titles[1] and sent_from is not None and earlier.country != sent_from

    def _name_after(self, official: Official) -> set[str]:
        """The words of a name right behind a title, or behind its place: "the deputy mayor of Weifang, Ma Li"."""
        place = official.place
        apart = place and self.doc.text.startswith(", ", place.end)
        end = place.end if place and apart and 0 <= place.start - official.end <= _OF_PLACE else official.end
        _, last = self.doc.folded.original(official.start, end)
        name = _NAME.match(self.doc.original, last)
        return set(name.group().replace(",", "").split()) if name else set()

    def _subject_first(self, before: Sequence[Spot], sentence: Sentence, official: Official) -> Sequence[Spot]:
        """ "X wishes to be the sister city of Y. Its vice mayor said …": "its" at the head means whom it tells of."""
        last = next((s for s in reversed(self.doc.sentences) if s.end <= sentence.start), None)
        opens = self.doc.text.startswith("its ", sentence.start) and official.start - sentence.start <= _OPENING
        subject = [s for s in before if last and opens and last.start <= s.start < last.start + _OPENING]
        return [*before, *subject[:1]]

    def _of_whom(
        self, before: Sequence[Spot], its: re.Match[str] | None, level: str, country: str | None
    ) -> Spot | None:
        """ "Its mayor": of the place of that level named last; without "its" nobody's."""
        if its is None or level == "any":
            return _of_what_is_named(before, its.group(), country) if its else None
        fitting = (at_level(self.gazetteer, s, level) for s in reversed(before) if country in (None, s.country))
        return next((spot for spot in fitting if spot), None)

    def _beside_zh(self, before: Sequence[Spot], official: Official) -> Spot | None:
        """在萨希瓦尔与专员会谈: he is of the place; and a 州长 is of the 自治州 named last."""
        if self.doc.lang != "zh" or not before:
            return None
        if self.doc.text.endswith("州长", 0, official.end):
            own = [s for s in before if s.surface.endswith("自治州")]
            return own[-1] if own else None
        there = self.doc.text.endswith("在", 0, before[-1].start)
        meets = there and _MEETS_ZH.fullmatch(self.doc.text, before[-1].end, official.start)
        return at_level(self.gazetteer, before[-1], official.level) if meets else None

    def _where_met(self, sentence: Sentence, official: Official) -> Spot | None:
        """ "In Zhangzhou he was received by Deputy Mayor Lan": somebody new, of the place told first."""
        doc = self.doc
        inside = [s for s in self.spots if sentence.start <= s.start < official.start and s.use == "party"]
        opens = inside and _OPENS_IN.fullmatch(doc.text, sentence.start, inside[0].start)
        _, last = doc.folded.original(official.start, official.end)
        is_named = doc.lang == "en" and doc.original[last : last + 2][1:].isupper()
        if opens and is_named and _MET_BY.search(doc.text, sentence.start, official.start):
            return at_level(self.gazetteer, inside[0], official.level)
        return None

    def _of_chief(self, sentence: Sentence, official: Official, country: str | None) -> Spot | None:
        """ "In Yinchuan she called on Chairwoman X", for regions have no governor; "party chief X received her"."""
        text = self.doc.text
        if text.endswith(("chairman", "chairwoman"), official.start, official.end):
            there = self._where_met(sentence, replace(official, level="province"))
            return there if there and there.place.place_id in _REGIONS else None
        if country == "PK" or not _PARTY_CHIEF.fullmatch(text, official.start, official.end):
            return None
        heads = (o.place for o in reversed(self.named) if o.kind == "head" and o.country == "CN")
        return next(heads, None) or self._only_one("CN", "province")

    def _of_the_paper(self, level: str, country: str | None) -> list[Spot]:
        """省长 in 四川日报 is Sichuan's: a paper tells of its own government without saying so."""
        own = own_place(self.doc, self.gazetteer, self.spots) if country in (None, "CN") else None
        spot = Spot(own, 0, 0, own.name_zh, "context", "outlet") if own else None
        return [spot] if spot and at_level(self.gazetteer, spot, level) else []


def _of_what_is_named(before: Sequence[Spot], its: str, country: str | None) -> Spot | None:
    """ "The province's foreign affairs office": of the place named last; a firm has leaders too ("its director")."""
    if its.startswith(("its", "whose")):
        return None
    if its.startswith("the province's"):
        before = [spot for spot in before if not spot.is_city]
    elif its.startswith("the region's"):  # autonomous regions, and what news calls so for short
        before = [spot for spot in before if spot.is_first_level] or list(before)
    else:
        before = [spot for spot in before if spot.is_city]
    return before[-1] if before and country in (None, before[-1].country) else None
