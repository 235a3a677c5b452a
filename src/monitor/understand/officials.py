"""Who acts in a sentence: officials with the place they speak for, envoys, delegations, national figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.other_countries import OTHER, serves_other_country
from monitor.understand.pairs import CAPITALS, OPPOSITE
from monitor.understand.places import Spot
from monitor.understand.text import Sentence

Kind = Literal["head", "envoy", "national", "delegation"]
_GROUPS: tuple[tuple[str, Kind], ...] = (
    ("envoy", "envoy"), ("national", "national"), ("head_city", "head"), ("head_province", "head"),
    ("delegation", "delegation"), ("head_any", "head"),
)  # fmt: skip
_PLACE_AFTER = {
    "en": re.compile(
        r"^(?: of the (?:[a-z]+ )?foreign and overseas chinese affairs office)?"
        r"(?:(?: (?!said |says |told |left|leaves?|leaving|will |would |has |had |is |are |flew|departed|sets? |heads "
        r"|headed|goes|went|off |was |were |called |came |visited |reached )[\w.'()-]+){0,4}?,?"
        r" (?:of|for|from|in)(?: (?!and |met |to |with |was |were )[\w'/-]+){0,5} |(?: \([a-z.]+\))?(?:'s|,)? )$"
    ),
    "zh": re.compile(r"(?!)"),
    "ur": re.compile(r"^ (?:صوبہ )?$"),
}
_PLACE_BEFORE = {
    "en": re.compile(
        r"^(?:'s)?(?: (?:city|province|provincial|muni?cip[a-z]+|district|government|govt"
        r"|assembly|council|acting|deputy|vice|new|then|caretaker|"
        r"local|regional|police|cpc|communist|committee|party|metropolitan|corporation|people's|standing|county"
        r"|prefecture|senior|interim|former|office|foreign|affairs|and|water|transport|health|education|agriculture"
        r"|commerce|tourism|culture|forestry|irrigation|livestock|housing|planning|energy|trade|development"
        r"|authority)){0,5}(?:'s)?[ -]$"
        r"|^'s(?: [a-z-]+){1,3} $|"
        r"^'s(?: (?!(?:was|were|is|are|by|with|met|has|had|to|received|told|asked|saw|informed) )[a-z-]+){4,5} $"
    ),
    "zh": re.compile(r"^(?:[市省县区州]|地区|自治区|特别行政区)?(?:(?!会[见晤谈同])[^,。;、:与和同见在]){0,8}$"),
    "ur": re.compile(r"^(?: شہر| میونسپل| سٹی| پیپلز| گورنمنٹ| حکومت){0,3} +(?:میں |(?:کے|کی|کا) (?:[آ-ۓ]+ ){0,4})$"),
}
_WHERE_THE = re.compile(r"(?: city| district)?, where (?:the |its )?(?:[a-z]+ )?\Z")
"""Between a place and a title: "drove to Hunza, where Deputy Commissioner Ahmad"."""
_IN_X_THE = re.compile(r",? (?:by |with )?(?:(?:the|its) (?:city's |province's )?)?\Z")
"""Between a place and a title: "in Guangzhou the mayor", "in Guangzhou by Mayor X"."""
_DELEGATION_AFTER = re.compile(
    r"^(?: (?!are |is |were |was |in |set |left |flew |departed |arrived |returned |back )[\w'-]+){0,6}?"
    r",? (?:from|of|representing)"
    r"(?: (?!are |is |were |was |in |to |met |called |saw |said |says |told |that |flew |left )[\w'-]+){0,10} $"
)
_DELEGATION_BEFORE = re.compile(r"^(?:'s)?(?: [\w'-]+){0,3}?[ -]$")
_DELEGATION_UR = re.compile(
    r"^(?: حکومت| صوبہ| پولیس| اسمبلی| ضلعی حکومت)? (?:کا|کے|کی|سے) (?:[آ-ۓ\d]+ ){0,6}$"
    r"|^ (?:کے|کی) محکمہ [آ-ۓ ]{4,90} کی (?:سربراہی|قیادت) میں (?:[آ-ۓ\d]+ ){0,6}$"
)
_LEADING_UR = re.compile(r"[^۔،]{3,60} کی (?:قیادت|سربراہی) میں [^۔،]{0,60}(?:وفد|ٹیم)(?![آ-ۓ])")
_WHO_HEADS_UR = re.compile(r" [آ-ۓ ]{2,40}، جو [آ-ۓ ]{2,40} کے ")
"""Between two titles of one person: who he is, then what he heads."""
_AND_NEXT, _AND_LAST = re.compile(r"(?:,| and|、|،| اور)"), re.compile(r"(?:,| and|、|،| اور) ?\Z")
"""Behind and before a place that stands in a list of places."""
_AND_THEIRS = re.compile(r"'s(?:,| (?:met|were|have|had|held|agreed|sat)\b)")
"""Behind a place: its own head, whose title stood before."""
_ON_A = re.compile(r"\bon (?:an? |the |his |her |its |their )?(?:[a-z-]+ ){0,2}\Z")
"""Before "mission": what somebody travels for."""
_THE_PLACE = re.compile(
    r" (?:of|from|in) (?:the|that|this|its)(?: (?P<country>chinese|pakistani))?(?: [a-z]+)?"
    r" (?P<level>province|(?:autonomous )?region|prefecture|city|town|municipality)\b(?!(?:'s)? [a-z]+ (?:of|in))"
)
"""After a title: it is of a place named elsewhere."""
_TRAVELLERS = re.compile(r"\b(?:delegation|team|group|visitors|guests|officials|officers)\b")
_OWN_LEVEL = (" municipal ", " city ", " prefectural ", " county ", " district ")
"""Before a title, behind its place: whose it is, whatever province is named behind it."""
_OWN_BODY = re.compile(
    r"(?:chair(?:man|woman|person)|director|secretary|head|governor|mayor)"
    r" of the (?:regional|provincial|municipal|city|prefectural|county|district)(?: people's)? \Z"
)
"""Before "government": an official's own."""
_AIDE = re.compile(r"'s (?:[a-z]+ )?(?:aide|spokes(?:man|woman|person)|office said|statement|photograph|order)\b")
"""After a title: who speaks for him."""
_ENVOYS_OFFICER = re.compile(r"'s (?!(?:[a-z-]+ ){0,2}(?:trip|visit|tour|meetings?|call|talks)\b)")
"""After "ambassador": an officer or a thing of his, unless it is he who travels."""
_OF_PROVINCE = re.compile(
    r"(?: [a-z'-]+){0,3}? of the (?:regional|provincial) "
    r"(?:(?:people's )?government|(?:[a-z]+ ){1,3}(?:office|department|bureau))\b"
)
_GUEST_HOUSE = re.compile(r"(?:'s)? (?:guest ?house|hall|building|headquarters|complex|centre|compound)\b")
"""After "government": where people meet."""
_OF_CITY = re.compile(
    r"(?: [a-z'-]+){0,3}? of the (?:municipal|city|prefectural|county|district) (?:people's )?government\b"
)
_HOUSE = re.compile(r"(?:'s)? (?:house|secretariat|residence|lodge|annexe)\b| (?:سیکرٹریٹ|سیکریٹریٹ|ہاؤس|ہاوس)")
"""After a title: the building that bears it."""
_ONCE_HELD = re.compile(r"^as [^,.;]{2,40}? (?:he|she) had")
""" "As chief minister he had …": an office once held."""
_LED_BY = re.compile(
    r"\b(?:(?:led|headed|guided) by (?:its |the |their |[a-z]+ [a-z]+, (?:its |the )?)?|under (?:its |the |their )?)\Z"
)
"""Between a delegation and a title: its leader's."""
_WAS_ENVOY = re.compile(r"\b(?:once|formerly|former|retired|ex)[- ](?:the |its )?(?:[a-z]+(?:'s)? )?\Z")
_THE_LATE = re.compile(r"\bthe late (?:[a-z]+(?:'s)? )?\Z")
"""Before the title of one who is dead."""
_OF_A_TOWN_IN = re.compile(r"\bmayor of (?:the )?[a-z'-]+(?: city)?(?: in|,) (?:the )?\Z")
_WAS = re.compile(r"\b(?:was|were|is|are)\b")
"""Between two titles: who the first is, or whose guest."""
_SEATED = re.compile(r"(?:[a-z]+ )*(?:party )?secretary(?:'s)? (?:office )?in ")
_FEDERAL = re.compile(r"\bfederal $|وفاقی $")
"""Before a title that provinces have too."""
_PAKISTANI_TITLE = re.compile(
    r"(?:deputy|assistant|additional) commissioner|nazim|chief minister|chief secretary|tehsil"
)
"""Titles that the press gives Pakistanis, unless a Chinese place stands right beside them."""
_SEVERAL = re.compile(r"\b(?:officials|officers|representatives|mayors|chairmen|leaders)\Z")
_AND = re.compile(
    r"(?: (?:city|province|county|district|prefecture))?(?: \([^()]{3,24}\))? and (?:of )?(?:the )?(?:upper |lower )?"
)
_EACH = re.compile(r"[^.;]{0,60}\beach (?!other)")
"""Behind a list of mayors: every one of them does it."""
_ONE_OF_MANY = re.compile(r"(?<![a-z])an? \Z")
_MAYOR = re.compile(r"mayors?\Z")
_BESIDE_PROVINCE = 24
"""Characters between a city and the province that says where it lies."""
_ENVOY_WINDOW = 46
_LIST_REACH = 60
_STAYS = 40
"""Characters that a place after "in" is counted farther than one beside the title."""


@dataclass(frozen=True, slots=True)
class Official:
    """Someone who acts. `place` is whom a head or delegation speaks for; `country` is CN, PK, OTHER for an
    envoy of a third country, or not known.

    `level` is what the title asks of the place (`city`, `province`, `any`); `surely` tells that the place stands
    beside the title and was not taken from the surroundings, `by_name` that a name alone stands there.
    """

    kind: Kind
    level: str
    country: str | None
    place: Spot | None
    start: int
    end: int
    surely: bool
    by_name: bool = False


def find_officials(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot], sentence: Sentence) -> list[Official]:
    """Return the actors of a sentence from left to right; titles nobody's place could be found for have none."""
    taken: list[tuple[int, int, str, Kind]] = []
    for group, kind in _GROUPS:
        for start, end in doc.cue_spans(group, sentence.start, sentence.end):
            if _is_nobody(doc, kind, start, end):
                continue
            if kind == "head" and _FEDERAL.search(doc.text, max(0, start - 12), start):
                kind = "national"  # noqa: PLW2901
            clash = [t for t in taken if t[0] < end and start < t[1]]
            if clash and max(t[1] - t[0] for t in clash) >= end - start:
                continue
            taken = [t for t in taken if t not in clash] + [(start, end, group, kind)]
    own = [s for s in spots if sentence.start <= s.start < sentence.end and s.use in ("party", "mission")]
    found = [_official(doc, gazetteer, own, *item) for item in sorted(taken)]
    found = [one for o in found for one in (o, *_of_two_places(doc, own, o))]
    found = [o for o in _one_a_person(doc, found) if not _leads_delegation(doc, o)]
    found = [o for o in found if not (_is_local_parliament(doc, o, found) or _is_anybody(doc, o))]
    return _inherit(doc, found)


def _is_nobody(doc: Document, kind: Kind, start: int, end: int) -> bool:
    """Tell whether the words of a title name no actor here: an aide, a building, a title once held, a journey."""
    text = doc.text
    if text.startswith(" کے مطابق", end):
        return True  # only who says it
    if kind == "envoy":
        was = _WAS_ENVOY.search(text, max(0, start - 40), start)
        return was is not None or _ENVOYS_OFFICER.match(text, end) is not None
    if kind == "national":  # "provincial minister for planning" is none
        return _HOUSE.match(text, end) is not None or text.endswith("provincial ", 0, start)
    if kind == "delegation":
        return text.startswith("mission", start) and _ON_A.search(text, max(0, start - 30), start) is not None
    if text.endswith("government", 0, end) and _GUEST_HOUSE.match(text, end):
        return True
    if _THE_LATE.search(text, max(0, start - 24), start):
        return True
    is_own = _AIDE.match(text, end) or _OWN_BODY.search(text, max(0, start - 40), start)
    return bool(is_own or _ONCE_HELD.search(text[max(0, start - 3) : end + 30]))


def _one_a_person(doc: Document, officials: list[Official]) -> list[Official]:
    """ "Chairman/Governor X", گورنر X، جو Y کے سربراہ ہیں: of one person's titles the last with a place says whose."""
    kept: list[Official] = []
    for one in officials:
        before = kept[-1] if kept else None
        if before is None or not _is_same_person(doc, before, one):
            kept.append(one)
        elif one.place or not before.place:
            kept[-1] = one
    return kept


def _is_same_person(doc: Document, one: Official, after: Official) -> bool:
    if one.kind != "head" or after.kind != "head":
        return False
    gap = doc.text[one.end : after.start]
    if doc.lang == "zh":  # 省委常委、福州市委书记: no name stands between
        return gap[:1] == "、" and (after.place is None or gap[1:] in ("", doc.text[after.place.start : after.start]))
    return gap == "/" or _WHO_HEADS_UR.fullmatch(gap) is not None


def _of_two_places(doc: Document, spots: Sequence[Spot], one: Official) -> Iterator[Official]:
    """ "The mayors of Karachi and Shanghai", "Xinjiang's governor and Gilgit-Baltistan's": one of each country."""
    if one.place is None:
        return
    several = one.end < one.place.start and _SEVERAL.search(doc.text, one.start, one.end) is not None
    for spot in spots if one.place.end < one.start or several else ():
        after = one.place.end if several else one.end
        whose = several or _AND_THEIRS.match(doc.text, spot.end)
        other = spot.country != one.country or _EACH.match(doc.text, spot.end)
        if other and whose and _AND.fullmatch(doc.text, after, spot.start):
            yield replace(one, place=spot, country=spot.country, start=spot.start, end=spot.end)


def _leads_delegation(doc: Document, one: Official) -> bool:
    """سپیکر … کی قیادت میں … وفد: the delegation tells whose he is."""
    placeless = doc.lang == "ur" and one.kind == "head" and one.place is None
    return placeless and bool(_LEADING_UR.match(doc.text, one.end))


def _is_anybody(doc: Document, one: Official) -> bool:
    """ "Having been a mayor himself": nobody in particular."""
    is_one = one.kind == "head" and one.place is None and one.country is None
    is_one = is_one and not _THE_PLACE.match(doc.text, one.end) and " of the " not in doc.text[one.start : one.end]
    return is_one and _ONE_OF_MANY.search(doc.text, max(0, one.start - 4), one.start) is not None


def _is_local_parliament(doc: Document, one: Official, others: Sequence[Official]) -> bool:
    """ "The vice-chairman of X's people's congress and his Chinese parliamentary delegation": a province's."""
    if one.kind != "national" or "delegation" not in doc.text[one.start : one.end]:
        return False
    return any(o.kind == "head" and o.place is not None and o.start < one.start for o in others)


def _official(
    doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot], start: int, end: int, group: str, kind: Kind
) -> Official:
    level = {"head_city": "city", "head_province": "province"}.get(group) or _level_told(doc.text[start:end])
    if kind == "envoy" and doc.text[start:end].startswith("chinese "):
        return Official(kind, level, "CN", None, start, end, True)
    if kind == "envoy" and serves_other_country(doc, start, end):
        return Official(kind, level, OTHER, None, start, end, True)
    if kind == "envoy":
        return Official(kind, level, _envoy_country(doc, spots, start, end), None, start, end, True)
    place = _beside(doc, spots, start, end, kind, level)
    if kind == "national" and place is not None and _is_provincial(doc.text[start:end], place):
        kind, level = "head", "province"
    of_province = level == "province" or (level == "any" and _OF_PROVINCE.match(doc.text, end))
    if kind == "head" and of_province and place is not None and not place.is_first_level:
        place = _in_province(gazetteer, place)
    if place is not None:
        place = _inside_of(doc, gazetteer, spots, place)
    if place is not None and _SEATED.fullmatch(doc.text, start, place.start):
        place = _of_its_capital(gazetteer, place)
    several = place is not None and _SEVERAL.search(doc.text, start, end) and not _EACH.match(doc.text, place.end)
    if place is not None and (kind == "delegation" or several):
        place = _common_unit(doc, gazetteer, spots, place)
    if kind == "national":
        return Official(kind, level, _side(doc, start, end), None, start, end, True)
    if kind == "head" and place is None and level == "any":
        level = _level_of_government(doc, end)
    country = place.country if place else None
    anaphor = _THE_PLACE.match(doc.text, end) if place is None else None
    if anaphor:  # "a leader of the Chinese region": its place is named elsewhere
        country = {"chinese": "CN", "pakistani": "PK"}.get(anaphor["country"])
        level = "city" if anaphor["level"] in ("city", "town", "municipality", "prefecture") else "province"
    return Official(kind, level, country, place, start, end, place is not None)


def _level_told(title: str) -> str:
    """ "Deputy secretary of the municipal party committee": what the title itself tells."""
    words = title.split()
    return "city" if "municipal" in words else "province" if "provincial" in words else "any"


def _level_of_government(doc: Document, end: int) -> str:
    """ "The leaders of the provincial government": whose level stands behind the title."""
    if _OF_PROVINCE.match(doc.text, end):
        return "province"
    return "city" if _OF_CITY.match(doc.text, end) else "any"


def _is_provincial(title: str, place: Spot) -> bool:
    """Azad Kashmir and Gilgit-Baltistan have prime ministers of their own, every province has ministers."""
    own_government = place.place.place_id in ("pk-azad-kashmir", "pk-gilgit-baltistan")
    return own_government or (place.is_first_level and "minister" in title and not title.startswith("prime"))


def _inside_of(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot], place: Spot) -> Spot:
    """ "A delegation of Xinjiang's Aksu prefecture": of what lies in the province named before it."""
    inner = (s for s in spots if s.start == place.end + 3 and doc.text.startswith("'s ", place.end))
    return next((s for s in inner if gazetteer.lies_in(s.place.place_id, place.place.place_id)), place)


def _in_province(gazetteer: Gazetteer, place: Spot) -> Spot:
    """ "The chief minister in Quetta" heads the province."""
    province = gazetteer.province(place.place.place_id)
    return place if province in CAPITALS else replace(place, place=gazetteer.places[province])


def _of_its_capital(gazetteer: Gazetteer, place: Spot) -> Spot:
    """ "The party secretary in Yinchuan" is the province's, whose seat it is."""
    province = gazetteer.province(place.place.place_id)
    is_seat = gazetteer.capitals.get(province) == place.place.place_id
    return replace(place, place=gazetteer.places[province]) if is_seat and province not in CAPITALS else place


def _common_unit(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot], place: Spot) -> Spot:
    """A delegation of several places of one first-level unit is that unit's (codebook, Visits 12)."""
    province = gazetteer.province(place.place.place_id)
    listed = {
        s.place.place_id
        for s in spots
        if abs(s.start - place.end) < _LIST_REACH
        and not (s.start > place.end and " which " in doc.text[place.end : s.start])
        and gazetteer.province(s.place.place_id) == province
        and not s.is_first_level
    }
    if place.is_first_level or not listed - {place.place.place_id}:
        return place
    in_list = _AND_NEXT.match(doc.text, place.end) or _AND_LAST.search(doc.text, max(0, place.start - 5), place.start)
    return replace(place, place=gazetteer.places[province]) if in_list else place


def _beside(doc: Document, spots: Sequence[Spot], start: int, end: int, kind: Kind, level: str) -> Spot | None:
    """The place tied to a title by the words between them; nearer wins, and "mayor of X" over "X mayor"."""
    lang = doc.lang
    after = _DELEGATION_AFTER if kind == "delegation" and lang == "en" else _PLACE_AFTER[lang]
    before = _PLACE_BEFORE[lang]
    if kind == "delegation" and lang != "zh":
        before = _DELEGATION_BEFORE if lang == "en" else _DELEGATION_UR
    fitting: list[tuple[int, Spot]] = []
    shared = 1 if lang == "zh" else 0  # the 市 of 卡拉奇市长 belongs to the place and to the title
    for spot in spots:
        if spot.use != "party":
            continue
        if kind == "head" and spot.start < start < spot.end < end:  # "Hotan prefecture administration"
            fitting.append((0, spot))
        elif (
            kind == "head"
            and level != "any"
            and _IN_X_THE.match(doc.text, spot.end, start)
            and doc.text.endswith("in ", 0, spot.start)
        ) or (kind == "head" and level != "any" and lang == "en" and _WHERE_THE.fullmatch(doc.text, spot.end, start)):
            fitting.append((start - spot.end, spot))
        elif spot.start >= end and after.match(doc.text[end : spot.start]):
            if kind == "head" and lang == "en" and _is_of_another(doc, end, spot.start):
                continue
            if doc.text.startswith(" for ", end) and doc.text.endswith("government", 0, end):
                continue  # "thanked the government for …"
            stays = " in " in doc.text[end : spot.start]  # "X's minister in Y": Y is where he was
            fitting.append((spot.start - end - 1 + _STAYS * stays, spot))
        elif spot.end <= start + shared and before.match(doc.text[spot.end : start]):
            if kind == "delegation" and lang == "ur" and _is_of_another(doc, spot.end, start):
                continue  # سندھ کے نائب گورنر وفد کا استقبال کریں گے
            if _is_where_he_is(doc, spot, start, end, level):
                continue
            fitting.append((start - spot.end, spot))
    if len(fitting) > 1 and doc.text.endswith(_OWN_LEVEL, 0, start):  # "the X municipal government of Y province"
        fitting = [item for item in fitting if item[1].end <= start] or fitting
    nearest = min(fitting, key=lambda item: item[0])[1] if fitting else None
    return _city_of_mayor(doc, spots, nearest) if nearest and _MAYOR.search(doc.text, start, end) else nearest


def _is_where_he_is(doc: Document, spot: Spot, start: int, end: int, level: str) -> bool:
    """Only a mayor is of the place he is in (میں); nor is "X's tourism department and the deputy commissioner" of X."""
    if doc.text.startswith(" میں", spot.end) and level != "city":
        return True
    beside = spot.country == "CN" and " and " in doc.text[spot.end : start]
    return beside and _PAKISTANI_TITLE.search(doc.text, start, end) is not None


def _city_of_mayor(doc: Document, spots: Sequence[Spot], nearest: Spot) -> Spot | None:
    """ "Zhenjiang in Jiangsu, with its vice mayor": a province has none, the city before it may."""
    if nearest.is_city:
        return nearest
    if doc.lang == "en" and _OF_A_TOWN_IN.search(doc.text, max(0, nearest.start - _BESIDE_PROVINCE), nearest.start):
        return None  # "vice-mayor of Uleen in Shansi": of a town that nobody knows
    cities = [s for s in spots if 0 <= nearest.start - s.end <= _BESIDE_PROVINCE and s.country == nearest.country]
    return cities[-1] if cities and not cities[-1].is_first_level else nearest


def _is_of_another(doc: Document, start: int, end: int) -> bool:
    """ "The commissioner briefed a delegation from X", "… the mayor of X": the place is of whom he briefed."""
    titles = any(doc.says(group, start, end) for group in ("head_city", "head_province", "envoy"))
    return titles or bool(_TRAVELLERS.search(doc.text, start, end))


def _side(doc: Document, start: int, end: int) -> str | None:
    """The country an envoy or a national figure acts for, from the words around the title."""
    text = doc.text
    sentence = doc.sentence_at(start)
    left = max(sentence.start if sentence else 0, start - _ENVOY_WINDOW)
    if doc.lang == "en":  # "picked for Chinese investment, the ambassador said"
        left = max(left, text.rfind(", the ", left, start))
    right = min(sentence.end if sentence else len(text), end + _ENVOY_WINDOW)
    before = {code: doc.cue_spans(f"envoy_{code.lower()}", left, start) for code in ("CN", "PK")}
    near = [(start - spans[-1][1], code) for code, spans in before.items() if spans]
    after = {code: doc.cue_spans(f"envoy_{code.lower()}", end, right) for code in ("CN", "PK")}
    if doc.lang == "ur":  # قونصل جنرل چائنا
        near += [(spans[0][0] - end, code) for code, spans in after.items() if spans and spans[0][0] - end <= 1]
    if doc.lang == "en":
        near += [
            (spans[0][0] - end, code)
            for code, spans in after.items()
            if spans and " of " in text[end : spans[0][1]][:40] and not doc.says("meet", end, spans[0][0])
        ]
        near += [(1, code) for code, spans in after.items() if spans and spans[0][0] == end + 1]
        near += [(spans[0][0] - end, "PK") for spans in [after["PK"]] if spans and text[slice(*spans[0])] == "to china"]
    return min(near)[1] if near else None


def _envoy_country(doc: Document, spots: Sequence[Spot], start: int, end: int) -> str | None:
    """An envoy serves in the other country: "consul general in Lahore" and 驻拉合尔总领事 are Chinese."""
    for spot in spots:
        behind = doc.lang != "zh" and 0 <= spot.start - end < 30
        if spot.use == "mission" and (behind or 0 <= start - spot.end < 8):
            return OPPOSITE[spot.country]
    return _side(doc, start, end)


def _inherit(doc: Document, officials: list[Official]) -> list[Official]:
    """In a list of titles the first one's place stands for all: 信德省省督特索里、首席部长穆拉德."""
    result: list[Official] = []
    for one in officials:
        last = result[-1] if result else None
        led = last and last.kind == "delegation" and last.place and _LED_BY.search(doc.text, last.end, one.start)
        if led and last and one.kind in ("head", "national") and one.place is None:  # a province has ministers too
            one = replace(one, kind="head", place=last.place, country=last.country, surely=False)  # noqa: PLW2901
        elif one.kind == "head" and one.place is None and last and last.kind == "head" and last.place:
            gap = doc.text[last.end : one.start]
            invites = "邀请" in gap  # 应白沙瓦市政府邀请,市人大副主任: who invites and who goes
            between = doc.says("meet", last.end, one.start)
            if (
                len(gap) < 24
                and ("、" in gap or " and " in gap or " اور " in gap or "," in gap)
                and not between
                and not invites
                and not _WAS.search(gap)
                and last.place.end <= last.end + 1
                and not (last.country == "CN" and _PAKISTANI_TITLE.search(doc.text, one.start, one.end))
            ):
                one = replace(one, place=last.place, country=last.country, surely=False)  # noqa: PLW2901
        result.append(one)
    return result
