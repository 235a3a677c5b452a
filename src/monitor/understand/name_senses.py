"""What the names in an article stand for: whether one is a place's there, which of several, and used for what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from monitor.records import Place
from monitor.understand.cues import load_place_cues
from monitor.understand.document import Document
from monitor.understand.gazetteer import DOUBTFUL, Gazetteer, Name, NameHit
from monitor.understand.text import fold

How = Literal["exact", "alias", "context"]
Use = Literal["party", "organisation", "mission", "outlet"]
_SHARED_WITH_INDIA = frozenset({"pk-punjab", "pk-azad-kashmir"})
"""Names by which an article about India may mean no place of Pakistan, however sure they look."""
_VERB = re.compile(
    r"(?!based|limited|united|applied|advanced)[a-z]{2,}ed|met|saw|spoke|held|told|gave|said|took|went|came"
)
"""No word of an organisation's name."""
_SURELY_A_NAME = 3
"""Words that stand in this order in a name only."""
_NO_COMMON_WORD = 8
"""So long a doubtful English name (Hyderabad, Shikarpur) is shared with India, but no ordinary word."""
_IN_INDIA = re.compile(r",? (?:in )?(?:northern |north |southern |south |western )?india\b")
_APART = frozenset("、,。;:!?()“”\"'《》·-—|\n \t与和同及在赴访到")
"""What stands before a doubtful Chinese name that is no part of a longer one (瓦纳 in 拉吉瓦纳)."""
_BEFORE_PERSON_UR = ("سربراہ ", "قائد ", "مسٹر ", "جناب ", "محترمہ ", "مسز ")
"""What stands before a person's name, though it may be a place's too."""
_MAYOR_OF_ANOTHER_UR = re.compile(r" کے (?:نائب |ڈپٹی |وائس )?(?:میئر|گورنر) \Z")
"""نانٹونگ کے میئر ژو ہائی: whose mayor he is stands before, what stands behind is his name."""
_HEADS_ZH = ("首席部长", "首席秘书", "省督")
"""Titles of those who head a province of Pakistan."""
_OF_SOUNDS = frozenset("里尼斯拉塔达罗鲁格克巴马萨阿卢诺维")
"""Characters that spell foreign names and stand before few others: a short name after one is the rest of a longer."""
_LONGER_WORDS = frozenset(("市场", "区域", "县域"))
"""No unit where the last character of its name begins another word: 合作市场, 和平区域."""
_PERSON_ZH = re.compile(r"(?:长|书记|主席|主任|专员)(?![与和同及跟或对向率陪偕在访赴到抵从自代兼])[\u4e00-\u9fff]\Z")
"""Before the given name of an official: 市长贺海东 names no 海东."""
_ABBREVIATION = 3
"""Letters of an abbreviated unit: GB, KPK."""
_LONGEST_SURNAME = 5
_LONGEST_GIVEN_NAME = 10
_ARTICLE = re.compile(r"\b(?:an?|the) $")
_NAME_OF_ONE_WHO = re.compile(r" [A-Z][a-z]+(?: [A-Z][a-z]+)?,? who\b")
"""Behind the first part of a person's name."""
_PERSON_TITLE = re.compile(
    r"\b(?:mr|ms|mrs|dr|chair(?:man|woman)|mayor|governor|secretary|director|ambassador|novelist|poet"
    r"|singer|writer|painter|author|actor|actress|player|scholar|journalist|composer|sculptor|calligrapher)\.?,? $"
)
_TITLE_AND_NAMES = re.compile(
    r"(?:[Mm]ayor|[Gg]overnor|[Mm]inister|[Aa]mbassador|[Pp]resident|[Cc]onsul[- ][Gg]eneral|Mr|Ms|Dr)\.?,? "
    r"(?!(?:City|Province|County|Municipal|Office|Foreign|Chinese|China)\b)[A-Z][a-z]+ (?:[A-Z][a-z]+ )?\Z"
)
"""Before the last part of a person's name of several."""
_TWO_NAMES = re.compile(
    r"(?<![.!?:] )(?<!^)\b(?!(?:The|In|At|From|To|And|Of|For|On|By|With)\b)[A-Z][a-z]+ "
    r"(?!(?:District|Districts|Tehsil|Agency|Upper|Lower|North|South|East|West|Central|City|Town|Mayor|Commissioner|Governor"
    r"|The|In|At|From|To|And|Of|For|On|By|With|Bazaar|Khyber|Division|Administration|Police|Deputy|District)\b)"
    r"[A-Z][a-z]+ \Z"
)
_OF_UNIT = re.compile(r"(?: city)?(?: of| in|,) (?:pakistan's |china's )?")
"""Between a city and the province that it lies in."""
_LONGEST_TITLED = 50
_TITLE_BEFORE = frozenset("厅局市省部县会校院行署团馆处区州")
"""Before 长 they make a title (厅长), so that 长沙 after them is none: 厅长沙赫拉姆."""
_LINK = {
    "en": re.compile(
        r"(?: city| province)?(?:, (?:in|of) [a-z' -]{3,24},)?(?:,? and|,? with|/| ?- ?| &| sister city of)"
        r"(?: (?:the|china's|chinese|pakistan's|pakistani|city|of))* ?"
    ),
    "zh": re.compile(r"[市省县区州]?(?:与|和|同|跟|-)(?:中国|巴基斯坦|巴)?"),
    "ur": re.compile(r"(?: شہر)?(?: اور| ?-)(?: (?:چینی|چین کے|پاکستانی|شہر))* ?"),
}
"""Between two names that a tie may join."""
_IN_LIST = re.compile(r", (?:and )?| and |[市县区]?[、和与]|،? ?اور |، ?")
"""Between a doubtful name and the sure ones on both sides that make it one: سیالکوٹ، گجرات اور جہلم."""
_NEAR = 80
"""Characters on either side in which a word may tell which of two homonyms is meant."""


def _word_after(doc: Document, end: int) -> str:
    """The word right after a folded offset, as the article writes it; empty where punctuation follows."""
    start, _ = doc.folded.original(end, end)
    rest = doc.original[start : start + 20]
    return rest[1:].split(" ")[0] if rest[:1] == " " else ""


class Sense(NamedTuple):
    """The place that a name stands for, how that was told, and what the name is used for."""

    place: Place
    how: How
    use: Use


class NameSenses:
    """What an article tells about the countries and provinces it speaks of, and so of its names."""

    def __init__(self, doc: Document, gazetteer: Gazetteer, certain: frozenset[str]) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.certain = certain
        everything = (0, len(doc.text))
        self.speaks_of = {"PK": doc.says("pakistan", *everything), "CN": doc.says("china", *everything)}
        sure_of = {gazetteer.places[place_id].country_code for place_id in certain - _SHARED_WITH_INDIA}
        self.is_indian = doc.says("india", *everything) and not self.speaks_of["PK"] and "PK" not in sure_of
        self.sent_from_india = any(doc.says("india_state", *line) for line in doc.datelines)
        self.names_indian_state = doc.says("india_state", *everything)
        if self.names_indian_state and "PK" not in sure_of:
            self.is_indian = True
        for country in self.speaks_of:
            if any(gazetteer.places[place_id].country_code == country for place_id in certain):
                self.speaks_of[country] = True
        if any(self.speaks_of.values()) and not doc.says("india", *everything):
            self.speaks_of = {"PK": True, "CN": True}
        self.beside = load_place_cues(doc.lang)
        told = fold(f"{doc.article.source_id} {doc.article.credit or ''}").text
        self.publishers = frozenset(hit.sole.place_id for hit in gazetteer.find(told) if hit.sole)
        self.introduced: frozenset[str] = frozenset()
        self.named: frozenset[str] = frozenset()
        self.heads: frozenset[str] = frozenset()
        self.joined: frozenset[int] = frozenset()

    def introduce(self, hits: Sequence[NameHit]) -> None:
        """Note the doubtful names that the article once calls a city or province: they are names everywhere in it."""
        text = self.doc.text
        self.heads = frozenset(text[h.start : h.end] for h in hits if text.startswith(_HEADS_ZH, h.end))
        self.named = frozenset(name.place_id for hit in hits for name in hit.firm)
        self.introduced = frozenset(
            hit.names[0].place_id
            for hit in hits
            if len(hit.names) == 1 and hit.names[0].kind == "needs_context" and self._is_introduced(hit)
        )

    def _is_introduced(self, hit: NameHit) -> bool:
        """Called a city or province, or capitalised within a sentence of a report, where only names are."""
        if self._has_generic(hit):
            return True
        in_report = self.doc.lang == "en" and hit.start > self.doc.title_end and self._is_capitalised(hit)
        place = self.gazetteer.places[hit.names[0].place_id]
        return (
            in_report
            and self.speaks_of[place.country_code]
            and self._use(hit) == "party"
            and not any(s.start == hit.start for s in self.doc.sentences)
            and self._reads_as_name(hit, hit.names[0])
        )

    def join(self, hits: Sequence[NameHit]) -> None:
        """Note the doubtful names that stand beside a sure one of the other country: 盐城与奥卡拉."""
        country = {hit.start: {self.gazetteer.places[name.place_id].country_code for name in hit.names} for hit in hits}
        sure = {hit.start for hit in hits if hit.firm}
        garbled = {hit.start for hit in hits if any(name.kind == "garbled" for name in hit.names)}
        in_list = {
            middle.start
            for left, middle, right in zip(hits, hits[1:], hits[2:], strict=False)
            if {left.start, right.start} <= sure
            and country[left.start] == country[right.start] == country[middle.start]
            and _IN_LIST.fullmatch(self.doc.text, left.end, middle.start)
            and _IN_LIST.fullmatch(self.doc.text, middle.end, right.start)
        }
        self.joined = frozenset(in_list) | frozenset(
            doubtful.start
            for left, right in chain(pairwise(hits), zip(hits, hits[2:], strict=False))
            for doubtful, other in ((left, right), (right, left))
            if doubtful.start not in sure
            and not self._ends_a_name(doubtful)
            and other.start in sure
            and (doubtful.start in garbled or not country[doubtful.start] & country[other.start])
            and (
                _LINK[self.doc.lang].fullmatch(self.doc.text, left.end, right.start)
                or (doubtful.start in garbled and self.doc.text[left.end : right.start] in (", ", "، ", "、"))
            )
        )

    def _ends_a_name(self, hit: NameHit) -> bool:
        """ "Lahore Chamber": the word belongs to the capitalised one before it; 马里卡市 ends in no 卡市."""
        if self.doc.lang == "zh":
            before = self.doc.text[max(0, hit.start - 4) : hit.start]
            return before[-1:] in _OF_SOUNDS
        first, _ = self.doc.folded.original(hit.start, hit.end)
        before = self.doc.original[max(0, first - 30) : first]
        return bool(re.search(r"[A-Z][a-z]+ $", before)) and not re.search(r"(?:City|Mayor|And|The) $", before)

    def _ends_a_full_name(self, hit: NameHit) -> bool:
        """ "Governor Shah Nawaz Orakzai": tribes and families bear names of places."""
        first, _ = self.doc.folded.original(hit.start, hit.end)
        return _TWO_NAMES.search(self.doc.original, max(0, first - _LONGEST_TITLED), first) is not None

    def _opens_a_full_name(self, hit: NameHit) -> bool:
        """ "Mehar Iqbal, who …": places bear names of people."""
        _, last = self.doc.folded.original(hit.start, hit.end)
        return _NAME_OF_ONE_WHO.match(self.doc.original, last) is not None

    def settle(self, hit: NameHit) -> Sense | None:
        """Return what a name stands for where it stands, None where it is no place or any of several."""
        names = [name for name in hit.names if self._may_stand(hit, name)]
        if not names:
            return None
        place, how = self._choose(hit, names)
        if place is None:
            return None
        return Sense(place, how, self._use(hit))

    def _may_stand(self, hit: NameHit, name: Name) -> bool:
        place = self.gazetteer.places[name.place_id]
        is_person = place.country_code == "CN" and (self._is_surname(hit) or self._is_given_name(hit))
        is_person = is_person or (
            place.country_code == "PK"
            and (name.kind in DOUBTFUL or self.doc.text[hit.start : hit.end] != fold(place.name_en).text)
            and (self._ends_a_full_name(hit) or self._opens_a_full_name(hit))
        )
        if name.lang == "en" and (is_person or not self._is_capitalised(hit)):
            return False
        before_person = name.lang == "ur" and (
            self.doc.text.endswith(_BEFORE_PERSON_UR, 0, hit.start)
            or _MAYOR_OF_ANOTHER_UR.search(self.doc.text, max(0, hit.start - 24), hit.start) is not None
        )
        if before_person and place.country_code == "CN":
            return False
        if name.lang == "zh" and (self._is_part_of_a_word(hit) or self._heads_a_province(hit, place)):
            return False
        if place.country_code == "PK" and (self.is_indian or self._is_of_india(hit, place)):
            return False
        if name.kind not in DOUBTFUL or name.kind == "called_county":
            return name.kind != "called_county" or name.place_id in self.named
        if place.country_code == "PK" and self.names_indian_state:
            return False
        if name.kind == "garbled":
            return hit.start in self.joined
        return self._is_backed(hit, name, place) or (
            self.speaks_of[place.country_code] and self._reads_as_name(hit, name)
        )

    def _is_backed(self, hit: NameHit, name: Name, place: Place) -> bool:
        """What stands beside a doubtful name, or elsewhere in the article, shows that it is one."""
        if hit.start in self.joined or self._has_generic(hit) or self._is_of_outer_unit(hit, place):
            return True
        if name.lang == "zh":
            return name.place_id in self.publishers or self._follows_outer_unit(hit, place)
        if name.place_id in self.introduced:
            return True
        if name.lang == "en" and not self._is_abbreviated(hit):
            return False
        return any(self.gazetteer.is_or_lies_in(other, place.place_id) for other in self.certain)

    def _is_abbreviated(self, hit: NameHit) -> bool:
        """ "GB" in a report on Gilgit: capitals that stand for the unit around a place named there."""
        first, last = self.doc.folded.original(hit.start, hit.end)
        return self.doc.original[first:last].isupper() and last - first <= _ABBREVIATION

    def _is_part_of_a_word(self, hit: NameHit) -> bool:
        """合作市场 names no city 合作, 厅长沙赫拉姆 no 长沙, 市长贺海东 no 海东, and 赵县长 is a man."""
        text = self.doc.text
        if hit.end - hit.start == len("海东") and _PERSON_ZH.search(text, max(0, hit.start - 3), hit.start):
            return True
        if hit.end - hit.start == len("赵县") and text.startswith("县长", hit.end - 1):
            return True
        if text[hit.end - 1 : hit.end + 1] in _LONGER_WORDS:
            return True
        return (
            text[hit.start] == "长"
            and text[hit.start - 1 : hit.start] in _TITLE_BEFORE
            and "市" not in text[hit.end - 1 : hit.end + 1]
            and not text.endswith("湖南省", 0, hit.start)
        )

    def _heads_a_province(self, hit: NameHit, place: Place) -> bool:
        """巴卡尔首席部长: who heads a province has his own name before the title, not a town's."""
        town = place.country_code == "PK" and place.level != "first_level"
        return town and self.doc.text[hit.start : hit.end] in self.heads

    def _is_capitalised(self, hit: NameHit) -> bool:
        """The name proper has a capital, if not the word before it: "province of Sindh"; a long name needs none."""
        first, last = self.doc.folded.original(hit.start, hit.end)
        words = self.doc.original[first:last].split(" ")
        return words[0][:1].isupper() or words[-1][:1].isupper() or len(words) >= _SURELY_A_NAME

    def _is_surname(self, hit: NameHit) -> bool:
        """ "Chairwoman Xian Hui": a short name between a title and a given name; "Vice Mayor Wu Wei" is one of two."""
        name = self.doc.text[hit.start : hit.end]
        if name.count(" ") == 1 and _PERSON_TITLE.search(self.doc.text, max(0, hit.start - 16), hit.start):
            return name.replace(" ", "").isalpha() and not self._has_generic(hit)
        if hit.end - hit.start > _LONGEST_SURNAME or not _word_after(self.doc, hit.end)[:1].isupper():
            return False
        return bool(_PERSON_TITLE.search(self.doc.text, max(0, hit.start - 16), hit.start))

    def _is_given_name(self, hit: NameHit) -> bool:
        """ "Chen Jining", "Mayor Ugur Ibrahim Altay": the end of a person's name; "Li Ningbo city" is none."""
        text = self.doc.text
        if " " in text[hit.start : hit.end] or hit.end - hit.start > _LONGEST_GIVEN_NAME or self._has_generic(hit):
            return False
        first, _ = self.doc.folded.original(hit.start, hit.end)
        if _TITLE_AND_NAMES.search(self.doc.original, max(0, first - _LONGEST_TITLED), first):
            return True
        surname = load_place_cues("en")["surname_before"].search(text, max(0, hit.start - 10), hit.start)
        return surname is not None and self.doc.original[self.doc.folded.original(*surname.span())[0]].isupper()

    def _follows_outer_unit(self, hit: NameHit, place: Place) -> bool:
        """浙江江山: the province or prefecture right before its county."""
        before = self.doc.text[max(0, hit.start - 12) : hit.start]
        return any(
            other.end == len(before) and self.gazetteer.lies_in(place.place_id, name.place_id)
            for other in self.gazetteer.find(before)
            for name in other.names
        )

    def _is_of_outer_unit(self, hit: NameHit, place: Place) -> bool:
        """ "Hyderabad of Sindh": the province right behind its city."""
        behind = _OF_UNIT.match(self.doc.text, hit.end)
        if self.doc.lang != "en" or behind is None:
            return False
        after = self.doc.text[behind.end() : behind.end() + 24]
        return any(
            other.start == 0 and self.gazetteer.lies_in(place.place_id, name.place_id)
            for other in self.gazetteer.find(after)
            for name in other.names
        )

    def _is_of_india(self, hit: NameHit, place: Place) -> bool:
        """ "Punjab in India", "India's Punjab", or Punjab in a report sent from its capital."""
        text = self.doc.text
        return (self.sent_from_india and place.place_id in _SHARED_WITH_INDIA) or bool(
            _IN_INDIA.match(text, hit.end) or re.search(r"\bindia(?:'s|n) $", text[max(0, hit.start - 9) : hit.start])
        )

    def _has_generic(self, hit: NameHit) -> bool:
        text = self.doc.text
        return bool(
            self.beside["generic_after"].match(text, hit.end)
            or self.beside["generic_before"].search(text, max(0, hit.start - 24), hit.start)
        )

    def _reads_as_name(self, hit: NameHit, name: Name) -> bool:
        """An ordinary word with a capital may open a sentence, or belong to a longer name; a place stands alone."""
        if name.lang == "zh":
            before = self.doc.text[max(0, hit.start - 4) : hit.start]
            return hit.end - hit.start > 1 and (not before or before[-1] in _APART or before == "巴基斯坦")
        if name.lang == "ur":
            return len(self.doc.text[hit.start : hit.end].replace(" ", "")) >= _NO_COMMON_WORD - 1
        text = self.doc.text
        opens = any(s.start == hit.start for s in self.doc.sentences) and hit.end - hit.start < _NO_COMMON_WORD
        return (
            not opens
            and not (hit.end - hit.start < _NO_COMMON_WORD and self._reads_as_word(hit))
            and not text.startswith((" of ", "-"), hit.end)
            and text[hit.start - 1 : hit.start] not in ("-", ".")
        )

    def _reads_as_word(self, hit: NameHit) -> bool:
        """ "A Hub of trade", "the Guangdong Chamber": behind an article or another place's name."""
        before = self.doc.text[max(0, hit.start - 30) : hit.start]
        return bool(_ARTICLE.search(before)) or any(
            other.end == len(before) - 1 and before.endswith(" ") for other in self.gazetteer.find(before)
        )

    def _choose(self, hit: NameHit, names: Sequence[Name]) -> tuple[Place | None, How]:
        places = [self.gazetteer.places[name.place_id] for name in names]
        if len(places) == 1:
            weak = names[0].kind == "needs_context"
            return places[0], "context" if weak else "exact" if names[0].kind == "exact" else "alias"
        near = self._named_near(hit)
        others = {country for country, spoken in self.speaks_of.items() if spoken}
        lying_near = [p for p in places if near.intersection(self.gazetteer.around(p.place_id))]
        firm = [name for name in names if name.kind not in DOUBTFUL]
        near_ids = {place.place_id for place in lying_near} or {name.place_id for name in firm}
        if len(firm) == 1 and near_ids == {firm[0].place_id} and any(place.level == "county" for place in places):
            return self._choose(hit, firm)  # the doubtful county of that name is far from here
        if len(lying_near) == 1:
            return lying_near[0], "context"
        for fitting in (
            [p for p in places if p.parent_id in self.certain],
            [p for p in places if any(self.gazetteer.lies_in(other, p.place_id) for other in self.certain)],
            [p for p in places if others == {p.country_code}],
            [p for p in places if near & self.gazetteer.partners.get(p.place_id, set())],
        ):
            if len(fitting) == 1:
                return fitting[0], "context"
        own = [
            place
            for place, name in zip(places, names, strict=True)
            if (name.kind == "exact" or place.level == "first_level") and self._is_own_name(hit, place)
        ]
        return (own[0], "context") if len(own) == 1 else (None, "context")

    def _is_own_name(self, hit: NameHit, place: Place) -> bool:
        text = self.doc.text[hit.start : hit.end].replace(" ", "")
        return text in (fold(name).text.replace(" ", "") for name in (place.name_en, place.name_zh, place.name_ur))

    def _named_near(self, hit: NameHit) -> set[str]:
        text = self.doc.text
        around = self.gazetteer.find(text[max(0, hit.start - _NEAR) : hit.end + _NEAR])
        return {(other.sole or other.names[0]).place_id for other in around if other.sole or len(other.names) == 1}

    def _use(self, hit: NameHit) -> Use:
        text = self.doc.text
        window = max(0, hit.start - 60)
        if self.beside["mission_before"].search(text, window, hit.start):
            return "mission"
        if self.beside["mission_after"].match(text, hit.end):
            return "mission"
        if self.beside["outlet_after"].match(text, hit.end + text.startswith(" ", hit.end)):
            return "outlet"
        after = hit.end + (text[hit.end : hit.end + 1] in (" ", "-") and self.doc.lang != "ur")
        sentence = self.doc.sentence_at(hit.start)
        until = sentence.end if sentence else len(text)
        behind = self.beside["organisation_after"].match(text, after, until)
        if (behind and self._is_one_name(*behind.span())) or self.beside["organisation_before"].search(
            text, window, hit.start
        ):
            return "organisation"
        return "party"

    def _is_one_name(self, start: int, end: int) -> bool:
        """ "Lahore Grammar School" is one name, "Lahore talked about schools" is none."""
        words = self.doc.text[start:end].split()
        return words[0] == "based" or not any(_VERB.fullmatch(word) for word in words[:-1])
