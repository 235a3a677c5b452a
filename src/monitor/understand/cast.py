"""The people of an article sentence by sentence, and whom a pronoun or a title without place stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.understand.names import Names, country_by_name
from monitor.understand.officials import Official, find_officials
from monitor.understand.pairs import is_locative
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.surroundings import AT_HOME, Surroundings
from monitor.understand.text import Sentence

_HE = re.compile(
    r"(?:(?:when|while|there|then|(?:[a-z]+ (?:days?|weeks?) )?later|earlier|also|afterwards|besides"
    r"|(?:in|on|at|during) [a-z0-9' ]{2,40}?|in (?:his|her|their) (?:meetings?|talks) with [^.;]{3,120}?"
    r"|with [^,.;]{3,40}(?:, [^,.;]{3,40})?)[, ]+){0,3}(?:he|she)\b"
)
"""Somebody named before is the subject of the sentence."""
_HE_ZH = re.compile(r"(?:(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|晚)?,?)?[他她]")
_HIM = re.compile(
    r"\b(?:received|met|welcomed|greeted|hosted|briefed|with|to|told|gave|showed|saw) (?:him|her)\b"
    r"|\bthose (?:he|she) (?:met|saw)\b"
)
"""Somebody named before is met."""
_HIS_CALL = re.compile(r"(?:his|her) (?:[a-z]+ ){0,3}call (?:on|was)\b")
_NO_ONE = re.compile(
    r"(?:called on|met(?: with)?|meetings? with|discussions? with|talks with|received by|lunch with|dinner with) "
)
"""How an entry of a diary opens that leaves its author out."""
_PRONOUN = re.compile(
    r"(?<!said )(?<!says )(?<!added )(?<!that )(?<!because )(?<!told )(?<!where )(?<!but )"
    r"\b(?:he|she|him|her|they|them|the (?:guests?|visitors?))\b"
    r"(?! (?:said|says|added|noted|told|hoped|thanked|praised|recalled|urged))"
)
_THEM = re.compile(r"\b(?:he|she|him|her|they|them)\b")
_NO_SUBJECT = re.compile(r"(?:(?! نے |[،۔]).){2,60}? سے (?:[آ-ۓ]+ ){0,2}(?:ملے|ملیں|ملاقات کی)(?![آ-ۓ])")
"""قونصل جنرل سے ملے: who met him stands in the sentence before."""
_FULL_NAME = re.compile(r"(?!The |He |She |They |In |On |At |A |An |This |That )(?:[A-Z][\w.'’-]+ ){2,4}(?=[a-z])")
_ANSWER = re.compile(r"^(?:q|a|[a-z]{3,12}): ", re.MULTILINE)
_ANSWERS = 4
"""Lines that open with who speaks, by which questions and answers are known."""
_WE = re.compile(r"\b(?:i|we|us|me)\b")
_TWO_WORDS = re.compile(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+")
_PAKISTANI = re.compile(r"chief (?:minister|secretary)|首席(?:部长|秘书|大臣)|省督|وزیر ?اعلی|چیف سیکر")
"""Titles that nobody in China bears."""
_CHINESE = re.compile(r"省长|省委|市委|区委|自治区|party secretary")
"""Titles that nobody in Pakistan bears."""
_THE_TEAM = re.compile(r"\bthe (?:team|delegation|visitors|guests|visiting [a-z]+)\b")
_OF_FIRM = 24
"""Characters before a delegation in which the firm stands that sent it."""
_NATIONAL_REACH = 3
"""Sentences over which a guest is still the national one, where nobody else is named."""
_LEAD, _LEAD_SENTENCES = 30, 3
"""Characters of a sentence, and how many such sentences open a report."""
_PRONOUN_REACH = 700
"""Characters over which "they" may still stand for a delegation."""
_OWN_HOUSE = (" house", "'s house", " secretariat")
"""Behind the title of a Pakistani official: where he sits."""


class Cast:
    """Who acts in which sentence. `order` is the body, then the title."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.order = [*scene.body(), *scene.titles()]
        self.around = Surroundings(scene.doc, scene.gazetteer, scene.spots)
        self._people = {s.index: find_officials(scene.doc, scene.gazetteer, scene.spots, s) for s in self.order}
        self._recognise()
        self._asked = self._who_is_asked()
        opening = [s for s in scene.body() if s.end - s.start > _LEAD][:_LEAD_SENTENCES]
        told = ([o for o in self._people[s.index] if o.kind == "envoy"] for s in opening)
        self._lead_envoys = next((envoys for envoys in told if envoys), [])

    def _recognise(self) -> None:
        """Add those whom a sentence calls by name alone."""
        names = Names(self.scene.doc, self.scene.spots)
        for sentence in self.order:
            people = self._people[sentence.index]
            named = names.found_in(sentence, people)
            self._people[sentence.index] = sorted([*people, *named], key=lambda one: one.start)
            names.remember(people)

    def of(self, where: Sentence) -> list[Official]:
        """Return the people of a sentence from left to right."""
        return self._people[where.index]

    def remember(self, where: Sentence) -> None:
        """Keep who was named with a place, or with a title that the dateline gives one, for later pronouns."""
        people = self.of(where)
        sent_from = self.around.dateline_at(where.start)
        meant = (
            [self.placed(o, where, sent_from.country) for o in people] if sent_from and not self.around.named else []
        )
        self.around.remember([*people, *(o for o in meant if o and o.level != "any")])

    def before(self, where: Sentence, reach: int = 1) -> list[Sentence]:
        """Return the sentences up to `reach` before this one, the nearest first."""
        near = [s for s in self.order if 0 < where.index - s.index <= reach]
        return sorted(near, key=lambda s: -s.index)

    def after(self, where: Sentence) -> list[Sentence]:
        """Return the sentence after this one, if there is one."""
        return [s for s in self.order if s.index == where.index + 1]

    def around_of(self, where: Sentence) -> list[Sentence]:
        """Return where people meant by a pronoun are named: two sentences back, one ahead, the nearest first."""
        near = [*self.before(where, 2), *self.after(where)]
        return sorted(near, key=lambda s: abs(s.index - where.index))

    def has_pronoun(self, where: Sentence) -> bool:
        """Tell whether a sentence speaks of people named elsewhere."""
        if self.scene.says("pronoun", where) or self._opens_with_his_name(where) or self._speaks_himself(where):
            return True
        only_met = self.scene.doc.lang == "ur" and len(self.of(where)) == 1
        return only_met and bool(_NO_SUBJECT.match(self.scene.words(where)))

    def _speaks_himself(self, where: Sentence) -> bool:
        """ "A: On May 14 we had talks with the vice mayor of X": whoever is asked, in questions and answers."""
        return self._asked is not None and _WE.search(self.scene.words(where)) is not None

    def _who_is_asked(self) -> Official | None:
        """ "Five questions for the mayor of X", above lines of questions and answers."""
        if self.scene.doc.lang != "en" or len(_ANSWER.findall(self.scene.doc.text)) < _ANSWERS:
            return None
        lead = [*self.scene.titles(), *self.scene.body()[:2]]
        heads = (one for sentence in lead for one in self.of(sentence) if one.kind == "head")
        return next((one for one in heads if one.place is not None), None)

    def _opens_with_his_name(self, where: Sentence) -> bool:
        """ "…, Azad Kashmir's prime minister said. Raja Farooq Haider was …": the title came first, now the name."""
        doc = self.scene.doc
        first, last = doc.folded.original(where.start, where.end)
        name = _FULL_NAME.match(doc.original, first, last) if doc.lang == "en" else None
        if name is None or any(o.start < where.start + name.end() - first for o in self.of(where)):
            return False
        if any(where.start <= s.start < where.start + name.end() - first for s in self.scene.spots):
            return False
        told = [(s, o) for s in self.before(where) for o in self.of(s) if o.kind == "head" and o.place is not None]
        return len(told) == 1 and not self._is_named(*told[0])

    def _is_named(self, where: Sentence, one: Official) -> bool:
        """Tell whether a name stands behind a title: "the chief minister of Gilgit-Baltistan, Gulbar Khan"."""
        doc = self.scene.doc
        first, last = doc.folded.original(one.end, where.end)
        places = [doc.folded.original(s.start, s.end) for s in self.scene.spots if where.start <= s.start < where.end]
        names = (hit.span() for hit in _TWO_WORDS.finditer(doc.original, first, last))
        return any(all(end <= a or b <= start for a, b in places) for start, end in names)

    def opens_with_pronoun(self, where: Sentence) -> bool:
        """Tell whether the one who acts is somebody named before."""
        words = self.scene.words(where)
        return bool(_HE.match(words) or _HE_ZH.match(words) or self.scene.doc.cues["pronoun"].match(words))

    def envoy_meant(self, where: Sentence) -> list[Official]:
        """ "While there he and the governor went over…": the envoy of the sentence before, or of the report's lead."""
        elided = _NO_ONE.match(self.scene.doc.text, where.start, where.end)
        if not (elided or self.has_pronoun(where)):
            return []
        before = [o for s in self.before(where) for o in self.of(s)]
        meant = [o for o in before if o.kind == "envoy"]
        words = self.scene.words(where)
        if elided and not meant:
            meant = self._lead_envoys or self._envoy_of_title(where)
        if not meant and (_HE.match(words) or _HIM.search(words) or _HE_ZH.match(words) or _HIS_CALL.match(words)):
            meant = self._lead_envoys
        if not meant or any(
            o.kind in ("head", "delegation") and o.place and o.country == meant[0].country for o in before
        ):
            return []
        if not any(o.kind == "envoy" for o in before) and any(o.kind == "national" for o in before):
            return []
        return [replace(o, surely=False) for o in meant]

    def _envoy_of_title(self, where: Sentence) -> list[Official]:
        """ "Ambassador's diary": whose entries they are."""
        if not any(self.scene.says("envoy", title) for title in self.scene.titles()):
            return []
        return [Official("envoy", "any", None, None, where.start, where.start, False)]

    def envoy_said(self, where: Sentence) -> list[Official]:
        """Return the envoy whom "he" or "him" means, as standing there: "at the House he was with the governor"."""
        if _THEM.findall(self.scene.words(where)) == ["them"]:
            return []  # one envoy is no "them"
        return self._said(where, self.envoy_meant(where)[:1], self.of(where))

    def visitor_said(self, where: Sentence, hosts: Sequence[Official]) -> list[Official]:
        """Return the delegation or official of the other country whom a pronoun beside `hosts` means, likewise."""
        countries = {host.country for host in hosts if host.surely}
        countries = countries or {self.country_of(host) for host in hosts} - {None}
        if countries not in ({"CN"}, {"PK"}):
            return []
        meant = self.meant_of(where, "PK" if countries == {"CN"} else "CN")
        return self._said(where, [replace(meant, surely=True)] if meant else [], hosts)

    def _said(self, where: Sentence, meant: Sequence[Official], beside: Sequence[Official]) -> list[Official]:
        """Put those meant where the pronoun stands; none if the clause of both tells of somebody who is not there."""
        text = self.scene.doc.text
        pronoun = _PRONOUN.search(text, where.start, where.end)
        if self.scene.doc.lang != "en" or pronoun is None:
            return []
        start, end = pronoun.span()
        rest = text.find(" and ", max([end, *(one.end for one in beside)]), where.end)
        if self.scene.says("distant", replace(where, end=rest if rest >= 0 else where.end)):
            return []
        return [replace(one, start=start, end=end) for one in meant]

    def envoy_country(self) -> str | None:
        """The country whose envoys the article speaks of, where it is one."""
        told = {o.country for people in self._people.values() for o in people if o.kind == "envoy" and o.country}
        return told.pop() if len(told) == 1 else None

    def continues_national(self, where: Sentence) -> bool:
        """ "There are 20 of them": said of politicians or a parliament's delegation in the sentence before."""
        if not self.has_pronoun(where):
            return False
        for sentence in self.before(where, _NATIONAL_REACH):
            kinds = {o.kind for o in self.of(sentence) if o.kind == "national" or o.place is not None}
            if kinds:
                return "national" in kinds
        return False

    def country_of(self, official: Official) -> str | None:
        """Return the country of an official, which some titles tell without a place."""
        if official.place is not None:
            return official.country
        title = self.scene.doc.text[official.start : official.end]
        if _PAKISTANI.search(title) or self._is_at_home(official, title):
            return "PK"
        return "CN" if _CHINESE.search(title) else country_by_name(self.scene.doc, official)

    def _is_at_home(self, official: Official, title: str) -> bool:
        sent_from = self.around.dateline_at(official.start)
        text = self.scene.doc.text
        of_another = text.endswith("'s ", 0, official.start) or text.startswith(" of the prefecture", official.end)
        at_home = sent_from is not None and sent_from.country == "PK" and not of_another
        return at_home and (AT_HOME.search(title) is not None or text.startswith(_OWN_HOUSE, official.end))

    def placed(self, official: Official, where: Sentence, country: str | None) -> Official | None:
        """Return a head without place with the one its surroundings give it, of `country` where that is known."""
        if official.kind not in ("head", "delegation") or official.place is not None:
            return None
        around = Sentence(max(where.start, official.start - _OF_FIRM), min(where.end, official.end), 0, 0)
        if official.kind == "delegation" and self.scene.doc.lang == "ur" and self.scene.says("business", around):
            return None  # a company's
        own = official.country or self.country_of(official)
        if country and own and own != country:
            return None
        place = self.around.place_for(official, where, own or country)
        if place is None or self._may_be_abroad(place, where):
            return None
        until = where.end if self.scene.doc.lang == "zh" else official.start  # 副省长…在合肥会见
        there = official.kind == "head" and where.start <= place.start < until
        return replace(
            official, place=place, country=place.country, surely=there and is_locative(self.scene.doc, place)
        )

    def _may_be_abroad(self, place: Spot, where: Sentence) -> bool:
        """ "Chattogram and Kunming … The mayor received them": a place told only later is not his."""
        if place.start < where.end:
            return False
        sent_from = self.around.dateline_at(where.start)
        is_first = where == next(iter(self.scene.body()), None)
        at_home = is_first and sent_from is not None and sent_from.country != place.country
        return at_home or any(start < where.start for start, _ in self.scene.abroad)

    def meant_of(self, where: Sentence, country: str) -> Official | None:
        """Return the official or delegation of a country that a pronoun of the sentence stands for."""
        if not self.has_pronoun(where):
            return self._introduced_next(where, country)
        around = self.around_of(where)
        told = [(one, other) for other in around for one in sorted(self.of(other), key=lambda o: o.place is None)]
        if any(one.kind == "delegation" and one.place is None for one in self.of(where)):
            told.sort(key=lambda item: item[0].kind != "delegation" or item[0].place is None)
        for one, other in told:
            meant = one if one.place is not None else self.placed(one, other, country)
            if meant and meant.kind in ("head", "delegation") and meant.country == country:
                return replace(meant, surely=False)
        if self._speaks_himself(where) and self._asked and self._asked.country == country:
            return replace(self._asked, surely=False)
        if _THE_TEAM.search(self.scene.words(where)):
            near = [o for o in self.around.named if o.country == country and o.start > where.start - _PRONOUN_REACH]
            return replace(near[-1], surely=False) if near else None
        return None

    def _introduced_next(self, where: Sentence, country: str) -> Official | None:
        """ "A Chinese team called on … The team came from X's department": the next sentence tells whose it is."""
        if not any(one.kind == "delegation" and one.place is None for one in self.of(where)):
            return None
        told = [o for s in self.after(where) if _THE_TEAM.match(self.scene.words(s)) for o in self.of(s)]
        own = [o for o in told if o.kind == "delegation" and o.place and o.country == country]
        return replace(own[0], surely=False) if own else None

    def travellers_meant(self, where: Sentence, goals: Sequence[str]) -> list[Official]:
        """ "They went to three cities of X": the delegation or official named last, of a country not gone to."""
        if not self.has_pronoun(where) or self.continues_national(where):
            return []
        named = self.around.named
        near = [o for o in named if o.start > where.start - _PRONOUN_REACH and o.country not in goals]
        return [replace(near[-1], surely=False)] if near else []
