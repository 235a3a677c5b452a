"""Words of a standing tie in a sentence, the level they name, and the places that a tie of that level can bind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from monitor.records import Relation
from monitor.understand.dated_entries import dated_entries
from monitor.understand.pairs import Pair, are_linked
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence

TIE_GROUPS = ("tie_city", "tie_province", "tie_any")
_CITIES = re.compile(r"\bcities\b")
_THE_TWO = re.compile(r"\b(?:the|these|islamabad|rawalpindi|pindi) $")
_ITS_TWO = re.compile(r"\b(?:its|in|across) $")
_OF_PINDI = re.compile(r",? (?:of )?(?:rawal)?(?:pindi|islamabad)\b")
_NAMES_OCCASION = re.compile(
    r" (?:abroad|overseas|elsewhere|in other countries|(?:all )?(?:around|across|over) the world)\b"
    r"(?!,? (?:including|among|such as|one of)|:)"
    r"| (?:co-?operation )?(?:forum|conference|summit|festival|board|association|society|council)\b"
    r"|[省市]*(?:合作)?(?:论坛|大会|会议|市长|图片|交流活动|(?:摄影|书画|艺术|风光)展)"
)
"""After words of a tie: they are the name of a meeting."""
_TO_BE = re.compile(r"(?:should|could|would|to|will|may|might|are|become|became) ")
_FROM_FRIENDLY = re.compile(r"\bfrom the (?:friendly|sister|twin) (?:city|province)\Z")
_OCCASION_OF = re.compile(r"\b(?:conference|forum|summit|festival|congress) (?:of|for) (?:[a-z']+ ){0,4}\Z")
_OF_A_TIE = re.compile(
    r"[- ](?:agreements?|accords?|pacts?|deals?|mous?|memorand|protocols?|relation|ties?\b|status|link|bond|letter"
    r"|with\b)"
)
_ITS_OFFICES = re.compile(r" (?:administrations?|police|traffic|residents|commuters|traders|area|region|metro)\b")
_COUNTED_CITIES = re.compile(
    r"\b(?:two|three|four|several|some|\d+)(?: [a-z]+){0,3} (?:cities|towns|districts)\b|(?:两|三|四|几|\d)个?城市"
    r"|(?<![آ-ۓ])(?:دو|تین|چار|پانچ|چھ|سات|کئی|\d+) (?:[آ-ۓ]+ )?شہروں (?:کو|کے|کی)(?![آ-ۓ])"
)


@dataclass(frozen=True, slots=True)
class Tie:
    """The words of a sentence that speak of a tie, and the level they name; both where they name either or none."""

    span: tuple[int, int]
    city: bool
    province: bool

    def can_bind(self, spot: Spot) -> bool:
        """Tell whether a place has the level that the words name."""
        if self.city and self.province:
            return True
        if self.province:
            return spot.is_first_level
        return spot.is_city


def find_tie(scene: Scene, where: Sentence) -> Tie | None:
    """Return the first words of a sentence that speak of a tie between places, None where there are none."""
    text = scene.doc.text
    other = scene.doc.cue_spans("tie_other", where.start, where.end)
    signed = scene.says_any(("sign", "instrument"), where)
    spans = {
        group: [
            span
            for span in scene.doc.cue_spans(group, where.start, where.end)
            if not _touches(span, other)
            and not _is_apposed(text, span)
            and not _describes_next(scene, span)
            and not _NAMES_OCCASION.match(text, span[1])
            and (signed or not _OCCASION_OF.search(text, max(where.start, span[0] - 60), span[0]))
        ]
        for group in TIE_GROUPS
    }
    if any(scene.doc.says(group, 0, len(text)) for group in TIE_GROUPS):
        spans["tie_any"] += scene.doc.cue_spans("tie_weak", where.start, where.end)
    if (
        not any(spans.values())
        and not scene.doc.is_title(where)
        and {spot.country for spot in scene.named_in(where)} == {"CN", "PK"}
    ):
        spans["tie_any"] += scene.doc.cue_spans("tie_noun", where.start, where.end)
    found = sorted(span for group in spans.values() for span in group)
    if not found or all(_is_rawalpindi_and_islamabad(scene, where, span) for span in found):
        return None
    levels = [*spans["tie_city"], *spans["tie_province"]]
    either = [s for s in spans["tie_any"] if "cit" in text[s[0] : s[1]] or not _touches(s, levels)]
    both = bool(either) or bool(spans["tie_province"] and _CITIES.search(text, where.start, where.end))
    return Tie(found[0], bool(spans["tie_city"]) or both, bool(spans["tie_province"]) or both)


def _is_apposed(text: str, span: tuple[int, int]) -> bool:
    """ "Jiangsu and Punjab, sister provinces, signed an MoU on farming": the tie only describes them."""
    is_verb = _TO_BE.match(text, *span)
    return text.endswith(", ", 0, span[0]) and text.startswith(", ", span[1]) and not is_verb


def _describes_next(scene: Scene, span: tuple[int, int]) -> bool:
    """访问友城白沙瓦, "a team from the friendly city of Qingdao": the tie only describes the place after it."""
    if scene.doc.lang == "en":
        return _FROM_FRIENDLY.search(scene.doc.text, max(0, span[0] - 10), span[1]) is not None
    return scene.doc.lang == "zh" and any(s.start == span[1] and s.use == "party" for s in scene.spots)


def _touches(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(other[0] < span[1] and span[0] < other[1] for other in others)


def _is_rawalpindi_and_islamabad(scene: Scene, where: Sentence, span: tuple[int, int]) -> bool:
    """ "The twin cities" are one conurbation in Pakistan, and no tie."""
    text = scene.doc.text
    told = text[span[0] : span[1]].replace("-", " ")
    if told == "twin city" and _ITS_OFFICES.match(text, span[1]):
        return True
    if told != "twin cities" or _OF_A_TIE.match(text, span[1]):
        return False
    before = text[max(0, span[0] - 12) : span[0]]
    named = {s.place.place_id for s in scene.named_in(where)}
    only_these = named and named <= {"pk-islamabad", "pk-punjab-rawalpindi"} and not scene.says("china", where)
    if _THE_TWO.search(before) or _OF_PINDI.match(text, span[1]) or only_these:
        return True
    return bool(_ITS_TWO.search(before)) and any(s.place.place_id == "pk-punjab-rawalpindi" for s in scene.spots)


def of_level_told(scene: Scene, where: Sentence, tie: Tie) -> Tie:
    """ "The two provinces have been sisters since 2017": the level that loose words of a tie leave open."""
    cities, provinces = (scene.says(group, where) for group in ("both_cities", "both_provinces"))
    return replace(tie, city=cities, province=provinces) if cities != provinces else tie


def of_level(scene: Scene, spots: Sequence[Spot], tie: Tie, where: Sentence) -> list[Spot]:
    """Keep the places that a tie of this level can bind; a province may sign for its cities (codebook 6)."""
    if tie.province:
        spots = spots if tie.city else [_province_shortened(scene, s) for s in spots]
    counted = _COUNTED_CITIES.search(scene.doc.text, where.start, where.end)
    if counted and not scene.says("tie_province", where):  # "five cities of the province are to be twinned"
        tie = replace(tie, province=False)
    fitting = [s for s in spots if tie.can_bind(s)]
    if len({s.country for s in fitting}) == 1 and len(spots) == 2 and are_linked(scene.doc, spots[0], spots[1]):
        return list(spots)  # two places of different level, tied in loose words
    if fitting or tie.province:
        return fitting
    return [] if counted else list(spots)


def of_one_level(scene: Scene, pair: Pair) -> Pair:
    """Return the pair with a city lifted beside a province, whose first word it is: "Qinghai-Khyber", among cities."""
    provinces = [not s.is_city for s in (pair.cn, pair.pk)]
    if provinces == [True, False]:
        return replace(pair, pk=_province_shortened(scene, pair.pk))
    return replace(pair, cn=_province_shortened(scene, pair.cn)) if provinces == [False, True] else pair


def _province_shortened(scene: Scene, spot: Spot) -> Spot:
    """ "Sister provinces Qinghai and Khyber": a province told by the first word of its name."""
    if spot.is_first_level or spot.use != "party":
        return spot
    province = scene.gazetteer.places[scene.gazetteer.province(spot.place.place_id)]
    named = spot.place.name_en == spot.surface and province.name_en.startswith(f"{spot.place.name_en} ")
    return replace(spot, place=province) if named else spot


def relation_of(pair: Pair, tie: Tie | None) -> Relation:
    """The relation follows the places tied, not loose wording (codebook, Agreements 6)."""
    if tie is None:
        return "cooperation"
    return "sister_province" if pair.cn.is_first_level and pair.pk.is_first_level else "sister_city"


_SEMICOLON = re.compile(";")
_AND_ON = re.compile(r",? and (?:that )?(?=(?:on|in) [a-z]* ?\d)|, and that |, (?:while|whereas) (?=[^,;]{0,90}\d{4})")
_AND_IN_YEAR_ZH = re.compile(r"[,;](?=(?:\d{4}年|同年|次年)[^,;]{0,10}(?:正式)?(?:缔结|结为|结成|签署|签订|建立|成为))")
"""Two acts of one sentence, each with a date of its own."""
_AND_LATER = re.compile(
    r",? and (?=(?:(?:in|on|during) )?(?:the|that) same (?:month|year|week|day)\b"
    r"|(?:a|one|two|three|four|some|many) (?:days?|weeks?|months?|years?) (?:later|after)\b|later\b|earlier\b)"
)
_BRACKETS = re.compile(r"\([^()]{8,80}\)")
_FOLLOWING = re.compile(r", (?:following|after|besides|in addition to) |; ")
_WHILE = re.compile(r", (?:while|whereas) ")
_NEXT_STEP_ZH = re.compile(r",(?=(?:下一步|下阶段|下步|今后|未来|目前正|正推动|正在推动))")


def pieces(scene: Scene, where: Sentence) -> list[Sentence]:
    """The parts of a sentence at semicolons, at "while" and between two dated acts, where each tells of its own."""
    where = _without_abroad(scene, where)
    halves = [
        part
        for half in _told_apart(scene, where, _SEMICOLON)
        for half in _brackets_apart(scene, half)
        for clause in _dated_apart(scene, half)
        for part in _last_clause_apart(scene, clause)
    ]
    if len(halves) < 2:
        halves = _told_apart(scene, where, _NEXT_STEP_ZH if scene.doc.lang == "zh" else _WHILE)
        if len(halves) > 1 and not all({s.country for s in scene.named_in(half)} == {"CN", "PK"} for half in halves):
            return [where]
    return halves if len(halves) < 2 or len(dated_entries(scene, where)) < 2 else [where]


def _without_abroad(scene: Scene, where: Sentence) -> Sentence:
    """ "It is to become A's next sister city, following Kolkata, India, since 2013": the rest is of another pair."""
    cut = _FOLLOWING.search(scene.doc.text, where.start, where.end)
    rest = replace(where, start=cut.end()) if cut else where
    alone = cut and scene.names_abroad(rest) and not scene.named_in(rest)
    return replace(where, end=cut.start()) if cut and alone else where


def parted_at_semicolons(scene: Scene, where: Sentence) -> list[Sentence]:
    """The parts of a sentence between its semicolons."""
    return _parted(scene, where, _SEMICOLON)


def _told_apart(scene: Scene, where: Sentence, border: re.Pattern[str]) -> list[Sentence]:
    """Parts that each speak of a tie or paper of their own, else the whole."""
    halves = _parted(scene, where, border)
    if len(halves) < 2:
        return [where]
    groups = (*TIE_GROUPS, "tie_other", "letter_of_intent", "instrument")
    if border is not _SEMICOLON:
        return halves if all(scene.says_any(groups, half) for half in halves) else [where]
    joined = halves[:1]
    for half in halves[1:]:  # "a trader gave one to the mayor; in May …": what tells no tie goes with its neighbour
        if scene.says_any(groups, half) and scene.says_any(groups, joined[-1]):
            joined.append(half)
        else:
            joined[-1] = replace(joined[-1], end=half.end)
    return joined


def _dated_apart(scene: Scene, where: Sentence) -> list[Sentence]:
    """ "It was agreed in 2006 to …, and on 28 March 2019 an agreement was signed": parts with act and date each."""
    halves = _told_apart(scene, where, _AND_IN_YEAR_ZH if scene.doc.lang == "zh" else _AND_ON)
    if len(halves) < 2:
        return halves
    dated = all(any(half.start <= m.start < half.end for m in scene.marks) for half in halves)
    return halves if dated and all(scene.says_any(("sign", "establish", "wish"), half) for half in halves) else [where]


def _brackets_apart(scene: Scene, where: Sentence) -> list[Sentence]:
    """ "Xi'an (twinned with Lahore in 1992) and Wuhan sent teams": what brackets tell is of the place before."""
    for hit in _BRACKETS.finditer(scene.doc.text, where.start, where.end):
        inside = replace(where, start=hit.start(), end=hit.end())
        before = next((s for s in reversed(scene.named_in(where)) if s.end <= hit.start()), None)
        places = scene.named_in(inside)
        near = before is not None and hit.start() - before.end <= 1 and len(places) == 1
        if before and near and before.country != places[0].country and scene.says_any(TIE_GROUPS, inside):
            told = replace(where, start=before.start, end=hit.end())
            return [
                told,
                *([replace(where, start=hit.end())] if scene.named_in(replace(where, start=hit.end())) else []),
            ]
    return [where]


def _last_clause_apart(scene: Scene, where: Sentence) -> list[Sentence]:
    """ "A, which had B, added C, and in the same month D signed a letter of intent with E": D and E are told whole."""
    cut = _AND_LATER.search(scene.doc.text, where.start, where.end)
    if cut is None:
        return [where]
    before, last = replace(where, end=cut.start()), replace(where, start=cut.end())
    pair = {spot.place.place_id: spot.country for spot in scene.named_in(last)}
    acts = scene.says("sign", last) and scene.says_any((*TIE_GROUPS, "letter_of_intent", "instrument"), last)
    return [before, last] if acts and sorted(pair.values()) == ["CN", "PK"] else [where]


def _parted(scene: Scene, where: Sentence, border: re.Pattern[str]) -> list[Sentence]:
    text = scene.doc.text
    cuts = [where.start, *(hit.end() for hit in border.finditer(text, where.start, where.end)), where.end]
    return [Sentence(a, b, where.line, where.index) for a, b in pairwise(cuts) if text[a:b].strip()]


_CLAUSE_BORDER = re.compile(r"[;,]|\bwhereas\b|\bwhile\b|،|؛|جبکہ")


def clause_of(scene: Scene, where: Sentence, pair: Pair, pairs: Sequence[Pair]) -> Sentence:
    """The clause of a pair, where a sentence tells several ties, each in a clause of its own."""
    if len(pairs) < 2:
        return where
    cuts = [hit.end() for hit in _CLAUSE_BORDER.finditer(scene.doc.text, where.start, where.end)]
    first = min(pair.cn.start, pair.pk.start)
    last = max(pair.cn.end, pair.pk.end)
    start = max([where.start, *(cut for cut in cuts if cut <= first)])
    end = min([where.end, *(cut for cut in cuts if cut >= last)])
    if all(start <= spot.start < end for some in pairs for spot in (some.cn, some.pk)):
        return where
    clause = Sentence(start, end, where.line, where.index)
    others = any(start <= s.start < end for p in pairs if p is not pair for s in (p.cn, p.pk))
    return clause if find_tie(scene, clause) and (not others or end < where.end) else where
