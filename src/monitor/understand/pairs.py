"""Which places of a sentence are tied to which: lists, "and" pairs, "respectively", one place with several."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.places import Spot
from monitor.understand.text import Sentence

_LIST_GAP = {
    "en": re.compile(
        r"^[\"']?(?:,? (?:in|of) (?:the )?[a-z'-]+(?: province)?)?(?: city| province| provinces| district)?"
        r"(?: as (?:an? |its |their )?(?:sister|twin|friendship)[- ][a-z]+(?=,| and))?"
        r"(?:,| or| and(?: of| to| with| for)?|,? and(?: of| to| with| for)?|/| &| as well as"
        r"|, the)?(?: also)?(?: the)?(?: (?:city|province|pakistani|chinese|pakistan's"
        r"|china's)(?: of)?)*\s*[\"']?$"
    ),
    "zh": re.compile(r"^[市省县区州]?(?:[、,和与及]|以及)?(?:巴基斯坦|中国)?$"),
    "ur": re.compile(r"^(?: شہر| صوبہ)?(?:،| اور| و|, )?(?: (?:شہر|شہروں|صوب[ہے]))? ?$"),
}
_LOCATIVE_BEFORE = {
    "en": re.compile(
        r"\b(?:in|at|near|from|(?:north|south|east|west)[a-z]* of) (?:the )?(?:[a-z]+ (?:city|province) of )?$"
        r"|\b(?:town|city|county|district|port|village|place|way|road|railway|line|river|lying) (?:half-?way )?"
        r"between (?:[^,;]{2,30} and )?(?:the )?$"
    ),
    "zh": re.compile(r"(?:在|于|来)$"),
    "ur": re.compile(r"(?!)"),
}
_LOCATIVE_AFTER = {
    "en": re.compile(r"^ (?:saw|witnessed|was (?:the )?(?:venue|scene))\b"),
    "zh": re.compile(r"(?!)"),
    "ur": re.compile(
        r"^ کے (?:راستے|ذریعے)|^ کے (?:[آ-ۓ]+ ){0,2}(?:ہال|ہوٹل|دفتر|ہاوس|سیکرٹریٹ) میں"
        r"|^(?: شہر)? میں(?! (?:سسٹر|دوست|جڑواں|معاہد|طے|مفاہم))"
    ),
}
_CONJUNCTION = {
    "en": re.compile(r"\band\b|&"),
    "zh": re.compile(r"[和与同、及跟]|--|-"),
    "ur": re.compile(r"(?<![آ-ۓ])اور(?![آ-ۓ])|-"),
}
_OF = re.compile(r"^(?: city| province)? (?:(?:that |one )?of|with) ?$")
_A_SISTER_OF = re.compile(
    r"(?: [a-z]+){0,3} (?:an?|the) (?:sister|twin|friendship|friendly)[- ]?"
    r"(?:city|province|town|district|county)? (?:of|to) "
)
_GOES_TO = re.compile(r"\b(?:go(?:es)?|went|sent|forwarded|moves?|moved|travels?) (?:on )?to $")
"""Before a capital: where a paper goes to be vetted."""
_CARRIED_TO = re.compile(r"\b(?:took|takes|carried|carries|sent|brought|posted) (?:the|its|his|a) [a-z]+ to (?:the )?$")
"""Before a place: where a paper was taken."""
_WITH = re.compile(r"\b(?:with|between|and)\b|[与和同]|کے ساتھ|اور")
_URDU_CITY_OF = re.compile(r" کے (?:[آ-ۓ]+ ){0,2}?(?:شہر|ضلع) ")
"""صوبہ ژجیانگ کے شہر …: the province only says where the city lies, also where the city is not known."""
_NOT_THERE = re.compile(
    r"counterparts? in (?:the )?$"
    r"|\b(?:sister|twin|friendship|partner)[- ](?:city|province|town|county|district|cities|provinces|towns) in $"
    r"|\b(?:delegation|team|officials|officers|visitors|guests|group|members|representatives) from (?:the )?"
    r"(?:[a-z]+ (?:city|province) of )?$"
    r"|\b(?:delegations|officials|officers|members|representatives) from [^,;]{3,40} and from (?:the )?$"
)
"""Before a name: people are of the place, whatever else happens there."""
_SAYS_THAT = re.compile(r"[آ-ۓ ]{0,20} نے (?:[آ-ۓ]+ ){0,3}(?:بتایا|کہا|بتلایا)(?: ہے)? کہ ")
_REPORTS_EN = re.compile(
    r"(?:'s)? (?:[a-z]+ ){0,3}(?:department|government|office|directorate|authorities) "
    r"(?:said|announced|reported|stated|confirmed)\b"
)
"""Behind a place at the end of a sentence: ", the Punjab information department said"."""
_SAYS_THAT_EN = re.compile(
    r"'s? (?:[a-z]+ ){0,4}(?:minister|governor|mayor|spokes[a-z]+|officials?|secretary|department|government)"
    r"[^.;]{0,60}? (?:told|said|says|informed)\b[^.;]{0,30}?\bthat\b"
)
CAPITALS = frozenset({"cn-beijing", "pk-islamabad"})
"""Seats of national bodies: often named for a country, seldom as a party."""
OPPOSITE = {"CN": "PK", "PK": "CN"}
"""The country on the other side."""
_ACTS = re.compile(r"\b(?:signed|held|under|by|met|with|visit(?:ed)?|inked|for)\b")
"""Between two names: they stand in different parts of the sentence."""
_NEAR_PARENT = {"en": 70, "zh": 4, "ur": 30}
"""Characters within which a province named beside its city only says where the city lies."""
_LOCATES_BEFORE = re.compile(
    r"\bcapital(?: city)? of (?:the )?(?:chinese |pakistani |china's |pakistan's )?(?:province (?:of )?)?$"
    r"|(?<!sister )(?<!twin )(?<!friendly )(?<!friendship )"
    r"\b(?:cities|towns|provinces|counties|districts|municipalities)"
    r"(?: (?!and |or )[a-z]+){0,2} (?:in|of|from) (?:the |china's |pakistan's |chinese )?$"
    r"|\ba (?!(?:[a-z]+ )?(?:sister|twin|friend))(?:[a-z]+ ){0,2}(?:city|town|county|district|area)"
    r" (?:in|of) (?:the )?$"
    r"|\bthe (?!(?:[a-z]+ )?(?:sister|twin|friend))(?:[a-z]+ )?(?:city|town|county|district) in (?:the )?$"
)
_LEARNT_ZH = re.compile(r"[^,。]{0,16}(?:获悉|了解到|得知)")
"""Behind whoever told it to the reporter: 记者从X市外办获悉."""
_IN_BRACKETS = re.compile(r"\((?:its |the )?(?:capital|دارالحکومت|省会|首府)(?: city)?(?: of)?[ :]?\Z")
"""Before a name in brackets: it is the capital of the province told."""
_ITS_NEIGHBOUR = re.compile(r"'s (?:[a-z]+ )?(?:neighbou?r|suburb|satellite|port|outport|gateway|rival) ")
"""Between two names: the first tells of the second only."""
_SEAT_OF = re.compile(r", (?:the |its )?(?:seat|capital|chief town|headquarters) of (?:the )?")
_THE_TOWN_OF = re.compile(r"\b(?:the|an?|some|any|another) (?:[a-z]+ ){1,4}(?:city|town|county|district|port) of \Z")
"""Before a province: "Weifang, the vegetable town of Shandong", "some coastal town of Sindh"."""
_SOME = re.compile(r"\b(?:an?|any|some|another|every|each) \Z")
_KIND_BEHIND = re.compile(r" (?:city|town|county|district|province|prefecture)\b(?! government)")
"""Around a place: "a Xinjiang city" is any city of it."""
_ITS_HEAD = re.compile(
    r"(?:'s)? (?:vice[- ]|deputy |acting )?(?:governor|chief minister|chief secretary)\b|省?(?:副)?省长"
    r"| کے (?:نائب |ڈپٹی )?(?:گورنر|وزیر ?اعل)"
)
"""Behind a province: it acts, whatever city stands beside it."""
_LOCATES_AFTER = re.compile(r" (?:districts|cities|towns|counties|municipalities)\b")
_CITY_IN = re.compile(
    r"(?: city| municipality| district| county| prefecture)?(?:,| in| of|, [a-z ]{3,20} in) (?:in )?(?:the )?"
    r"(?:(?:north|south|east|west|central)[a-z-]* )?"
    r"(?:china's |chinese |pakistan's )?"
)
_NAMED_THEMSELVES = re.compile(r"\b(?:the|chinese|pakistani) (?:[a-z]+ ){0,3}(?:cities|provinces|towns) of (?:the )?$")
"""Before a name that only tells where another, or an unnamed, place lies: "capital of X", "cities in X"."""
_LINK_GAP = {
    "en": re.compile(
        r"^[\"']?(?:'s)?(?: (?:city|province|municipality|government))?(?:(?:,[^,;]{2,60},)? and|,? (?:is |are "
        r"|was |also |has )*(?:paired |twinned |tied |linked )?with|"
        r" to| as| (?:as )?(?:that|one) of|-|/| ?- ?| &|, which (?:takes|gets|goes with|is paired with|is joined with))"
        r"(?: (?:the|pakistan's|china's|chinese|pakistani|its|city|cities|province"
        r"|of|sister|twin|city of))* ?[\"']?$"
    ),
    "zh": re.compile(r"^(?:省|市|县|区|州)?(?:与|和|同|跟|--?|·|及)(?:中国|巴基斯坦|巴)?$"),
    "ur": re.compile(r"^(?: شہر| صوبہ)?(?: اور|-| کے ساتھ|،| کو)(?: (?:پاکستان|چین|چینی|کے|کا|شہر|صوبہ|صوبے))* ?$"),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that a sentence ties together. `how` names the reading: `pair`, `list`, `respectively`, …

    `weight`, 0 to 1, ranks it among other readings of the article.
    """

    cn: Spot
    pk: Spot
    how: str
    weight: float


def parties(
    doc: Document,
    gazetteer: Gazetteer,
    spots: Sequence[Spot],
    sentence: Sentence,
    *,
    strict: bool = False,
    for_tie: bool = True,
) -> list[Spot]:
    """Return the places of a sentence that could be parties to an agreement.

    Left out are names inside organisations, datelines, a province that only says where its city lies, and a place
    where something happened when its country has another candidate (`strict`: whenever). "Three cities of X" names
    no party (`for_tie`), but X was visited.
    """
    own = [s for s in spots if sentence.start <= s.start < sentence.end and s.use == "party"]
    own = [s for s in own if not (doc.text.endswith("从", 0, s.start) and _LEARNT_ZH.match(doc.text, s.end))]
    located = {id(s) for s in own if is_locative(doc, s) or _only_reports(doc, s, own, sentence)}
    standing = [s for s in own if not (strict and id(s) in located)]
    own = [
        s
        for s in own
        if not _only_locates(doc, gazetteer, s, standing, for_tie) and not _is_seat_of(doc, gazetteer, s, own)
    ]
    own = [s for s in own if not (for_tie and id(s) in located and s.place.place_id in CAPITALS)]
    kept = [
        s
        for s in own
        if id(s) not in located or not (strict or any(o.country == s.country and id(o) not in located for o in own))
    ]
    return _without_repeats(kept)


def _only_locates(doc: Document, gazetteer: Gazetteer, spot: Spot, others: Sequence[Spot], for_tie: bool) -> bool:
    if doc.lang == "ur" and _URDU_CITY_OF.match(doc.text, spot.end):
        return True
    if spot.is_first_level and spot.surface.lower().endswith(" province") and _follows_city(doc, spot, others):
        return True
    if _IN_BRACKETS.search(doc.text, max(0, spot.start - 24), spot.start):
        return True
    after = next((other for other in others if other.start >= spot.end), None)
    if after and after.country == spot.country and _ITS_NEIGHBOUR.fullmatch(doc.text, spot.end, after.start):
        return True
    for other in others if not _ITS_HEAD.match(doc.text, spot.end) else ():
        if not gazetteer.lies_in(other.place.place_id, spot.place.place_id):
            continue
        left, right = (other, spot) if other.start < spot.start else (spot, other)
        gap = doc.text[left.end : right.start]
        if any(left.end <= s.start < right.start and s.country != spot.country for s in others):
            continue
        if len(gap) <= _NEAR_PARENT[doc.lang] and not _CONJUNCTION[doc.lang].search(gap) and not _ACTS.search(gap):
            return True
    if for_tie and spot.is_first_level and _LOCATES_AFTER.match(doc.text, spot.end):
        return True
    before = doc.text[max(0, spot.start - 50) : spot.start]
    any_of_it = _SOME.search(before) and _KIND_BEHIND.match(doc.text, spot.end)
    if not spot.is_city and (_THE_TOWN_OF.search(before) or (for_tie and any_of_it)):
        return True
    return (
        for_tie and doc.lang == "en" and bool(_LOCATES_BEFORE.search(before)) and not _NAMED_THEMSELVES.search(before)
    )


def _is_seat_of(doc: Document, gazetteer: Gazetteer, spot: Spot, others: Sequence[Spot]) -> bool:
    """ "In Yinchuan, the seat of Ningxia": it tells where the city lies, wherever that stands itself."""
    return any(
        other.end <= spot.start
        and _SEAT_OF.fullmatch(doc.text, other.end, spot.start)
        and gazetteer.lies_in(other.place.place_id, spot.place.place_id)
        for other in others
    )


def _follows_city(doc: Document, spot: Spot, others: Sequence[Spot]) -> bool:
    """ "Puyang city, Hunan province": it tells where the city lies, be it the wrong one."""
    cities = [o for o in others if o.country == spot.country and not o.is_first_level]
    return any(_CITY_IN.fullmatch(doc.text, o.end, spot.start) for o in cities)


def is_locative(doc: Document, spot: Spot) -> bool:
    """Tell whether a name only says where something happened: "in X", 在X."""
    before = doc.text[max(0, spot.start - 70) : spot.start]
    if _NOT_THERE.search(before):
        return False
    if spot.place.place_id in CAPITALS and _GOES_TO.search(before):
        return True
    if doc.lang == "en" and _CARRIED_TO.search(before):
        return True
    if doc.lang == "zh" and before.endswith("到") and doc.text.startswith(",", spot.end):
        return True
    if doc.lang == "ur" and spot.place.place_id in CAPITALS and doc.text.startswith(" میں ", spot.end):
        return True
    if _LOCATIVE_AFTER[doc.lang].match(doc.text[spot.end : spot.end + 30]):
        return not re.search(r"اور (?:[آ-ی' ]{2,20} )?$", before)
    return bool(_LOCATIVE_BEFORE[doc.lang].search(before))


def _only_reports(doc: Document, spot: Spot, others: Sequence[Spot], sentence: Sentence) -> bool:
    """محکمہ زراعت راولپنڈی نے بتایا کہ …: who tells of it, before another of his country that it is about."""
    if doc.lang == "en" and _REPORTS_EN.match(doc.text, spot.end, sentence.end):
        return doc.text.endswith((", ", ", the "), sentence.start, spot.start)
    if doc.lang == "en" and _SAYS_THAT_EN.match(doc.text, spot.end, sentence.end):
        return any(other.country == spot.country and other.start > spot.end for other in others)
    if doc.lang != "ur" or _SAYS_THAT.match(doc.text, spot.end, sentence.end) is None:
        return False
    return any(other.country == spot.country and other.start > spot.end for other in others)


def _without_repeats(spots: Sequence[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for spot in spots:
        if not kept or kept[-1].place != spot.place:
            kept.append(spot)
    return kept


def pair_up(doc: Document, spots: Sequence[Spot], sentence: Sentence) -> tuple[list[Pair], str]:
    """Return the pairs of a sentence, and in words why there is none."""
    if told := _each_of_its_own(doc, spots):
        return told, ""
    runs = _runs(doc, spots)
    pairs: list[Pair] = []
    reason = "places of one country only" if spots else "no place that could be a party"
    for left, right in _neighbours(doc, runs):
        made = _pair_runs(doc, left, right, sentence)
        if made:
            pairs.extend(made)
        else:
            reason = "two lists without respectively: which belongs to which is a guess"
    return _unique(pairs), reason


def _each_of_its_own(doc: Document, spots: Sequence[Spot]) -> list[Pair]:
    """ "A would be a sister province of B and C a sister city of D": four places or more, two by two."""
    if doc.lang != "en" or len(spots) < 2 * len(OPPOSITE) or len(spots) % 2:
        return []
    twos = list(zip(spots[::2], spots[1::2], strict=True))
    if all(a.country != b.country and _A_SISTER_OF.fullmatch(doc.text, a.end, b.start) for a, b in twos):
        return [_pair(a, b, "pair", 0.92) for a, b in twos]
    return []


def are_linked(doc: Document, left: Spot, right: Spot) -> bool:
    """Tell whether two names of different countries are joined by "and", "with" or a hyphen."""
    return left.country != right.country and bool(_LINK_GAP[doc.lang].match(doc.text[left.end : right.start]))


def _neighbours(doc: Document, runs: Sequence[list[Spot]]) -> list[tuple[list[Spot], list[Spot]]]:
    """Runs of the two countries that belong together: those joined by "and" or "with", else any that follow."""
    linked = [pair for pair in pairwise(runs) if are_linked(doc, pair[0][-1], pair[1][0]) or _is_of(doc, *pair)]
    linked.sort(key=lambda runs: not _OF.match(doc.text[runs[0][-1].end : runs[1][0].start]))
    joined: list[tuple[list[Spot], list[Spot]]] = []
    for left, right in linked:
        if not any(left is run or right is run for pair in joined for run in pair):
            joined.append((left, right))
    joined.sort(key=lambda runs: runs[0][0].start)
    used = {id(run) for pair in joined for run in pair}
    rest = [run for run in runs if id(run) not in used]
    alone = _one_with_all(doc, runs)
    if alone:
        return alone
    if joined and (doc.lang == "zh" or {run[0].country for run in rest} != {"CN", "PK"}):
        return joined
    i = 0
    while i + 1 < len(rest):
        if rest[i][0].country == rest[i + 1][0].country:
            i += 1
            continue
        joined.append((rest[i], rest[i + 1]))
        i += 2
    return joined


def _is_of(doc: Document, left: Sequence[Spot], right: Sequence[Spot]) -> bool:
    """ "Was made sister city of A, B of C and D of E": the words of the first pair are left out of the next."""
    return left[-1].country != right[0].country and doc.text[left[-1].end : right[0].start] == " of "


def _one_with_all(doc: Document, runs: Sequence[list[Spot]]) -> list[tuple[list[Spot], list[Spot]]]:
    """ "X formed ties with A and B, and sister ties with C": one place of a country goes with each of the other's."""
    named = {spot.place.place_id for run in runs for spot in run}
    idle = CAPITALS if named >= CAPITALS else frozenset()
    for country in ("CN", "PK"):
        own = [run for run in runs if run[0].country == country]
        others = [run for run in runs if run[0].country != country and run[0].place.place_id not in idle]
        if len({s.place.place_id for run in own for s in run}) != 1 or len(others) < 2:
            continue
        before = [doc.text[max(0, run[0].start - 45) : run[0].start] for run in others]
        if all(_WITH.search(words) or _NOT_THERE.search(words) for words in before):
            return [(own[0], run) for run in others]
    return []


def _runs(doc: Document, spots: Sequence[Spot]) -> list[list[Spot]]:
    runs: list[list[Spot]] = []
    for spot in spots:
        joined = (
            runs
            and runs[-1][-1].country == spot.country
            and _LIST_GAP[doc.lang].match(doc.text[runs[-1][-1].end : spot.start])
        )
        if joined:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    return runs


def _pair_runs(doc: Document, left: list[Spot], right: list[Spot], sentence: Sentence) -> list[Pair]:
    if len(left) == 1 or len(right) == 1:
        how, weight = ("pair", 0.92) if len(left) == len(right) else ("list", 0.85)
        return [_pair(a, b, how, weight) for a in left for b in right]
    if len(left) == len(right) and doc.says("respectively", sentence.start, sentence.end):
        return [_pair(a, b, "respectively", 0.9) for a, b in zip(left, right, strict=True)]
    return []


def _pair(a: Spot, b: Spot, how: str, weight: float) -> Pair:
    cn, pk = (a, b) if a.country == "CN" else (b, a)
    return Pair(cn, pk, how, weight * cn.weight * pk.weight)


def _unique(pairs: Sequence[Pair]) -> list[Pair]:
    seen: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        seen.setdefault((pair.cn.place.place_id, pair.pk.place.place_id), pair)
    return list(seen.values())


def only_place(spots: Sequence[Spot], country: str, fits: Callable[[Spot], bool]) -> Spot | None:
    """Return the one place of a country that an article names among those that fit, None where there are several."""
    by_id = {
        s.place.place_id: s
        for s in reversed(spots)
        if s.country == country and s.use in ("party", "mission") and fits(s)
    }
    return next(iter(by_id.values())) if len(by_id) == 1 else None
