"""Verbs of meeting and travelling: whether people came together, plan to, or only speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from monitor.records import Stage
from monitor.understand.officials import Official
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence

_LISTED = re.compile(
    r"^(?: [\w.'()-]+){0,6}(?: of [\w' -]{3,30})?(?:,| and|,? and|、|和|،| اور)(?: (?!with )[\w'.-]+){0,4},? ?$"
)
_AND_THE = re.compile(r",? and (?:the |china's |pakistan's |chinese |pakistani |acting |deputy |its |their )*\Z")
_AND = re.compile(r"\band\b|&|اور")
SPEECH = re.compile(r"told|guests?$|attended|presented|speaking|talking")
"""Words that go with a meeting, and with much else: they prove one only where nothing better does."""
_UNREAL = re.compile(
    r"\b(?:offer(?:s|ed)?|wants?|wanted|hop(?:e|es|ed)|wish(?:es|ed)?|like|agreed|asked|ready"
    r"|keen|refused|promised|unable) to $|\b(?:not|cannot|never) (?:be able to )?$|\bnext $|\b(?:it|which) $"
    r"|\b(?:urg|invit|encourag|request|advis)(?:ed?|es|ing|s) [^.;]{3,50} to $"
)
"""Before a verb of meeting or travelling: words only, nobody came."""
_LEARNERS_GO = re.compile(
    r"\b(?:students|trainees|nurses|workers|teachers|graduates|interns|children|farmers|youths)"
    r"(?: from [a-z' ]{3,30})? (?:each year )?(?:will |would |to |are to |can |may )?\Z"
)
"""Before a verb of travelling: nobody of a government."""
_PAPER_GOES = re.compile(
    r"\b(?:motion|draft|proposal|paper|letter|file|bill|text|document|summary|matter|case|plan|report|agreement"
    r"|memorandum|mou|goods|cargo|consignment|aid)s? (?:(?:also|then|now|will|is to|has|have) )?"
    r"(?:go(?:es)?|went|come|comes|came|travel(?:s|led)?) (?:on )?to\Z"
)
"""What goes to some office is no traveller."""
_CHAIRED = re.compile(
    r"\b(?:chair(?:ed|s|ing)|presid(?:ed|es|ing) over|conven(?:ed|es|ing)|told|informed|addressed) (?:an?|the) "
    r"(?:[a-z-]+ ){0,2}\Z"
)
_WITH = re.compile(r"s? (?:here |on [a-z]+day )?(?:with|between|of the two)\b")
"""Before and behind a meeting: who sat at its head, and with whom."""
_IS_RECEIVED = re.compile(
    r"(?:was|were) (?:received|met by|hosted|welcomed|greeted|given an? [a-z]+)\b|(?:had|held) talks\b"
)
"""Said of "it" too, which is then a delegation."""
_REGULARLY = re.compile(r" (?:regularly|periodically|annually|(?:once|twice) an?|every|at regular)\b")
"""Behind a verb of meeting: what a body does, no visit."""
_ATTENDS = ("参加", "出席", "陪同")
"""Before 会见: who only sat beside the host."""
_ASKS = re.compile(r"\b(?:asked|urged|requested|advised|told|invited) [^,;.]{3,80} \Z")
"""Before "to send": what somebody else is to do."""
_WILL_BE = re.compile(r"\b(?:will|tomorrow|next)\b")
_WILL_ALSO = re.compile(
    r"\b(?:will|shall|(?:is|are|due|set|scheduled) to) [^;:]{3,110}(?:, and|,| and) (?:also |then )?$"
)
_FINITE_PAST = re.compile(
    r"(?:met|called (?:up)?on|received|hosted(?! by)|welcomed|held|saw|sat|spoke|arrived|toured|came|went|visited)\b"
)
_PAST = re.compile(r"(?:told|gave|saw|spoke|sat|took|had|[a-z]{3,}ed)\b(?! by)")
_BE = re.compile(r"\b(?:be|being|to|get|been|are|is)(?: [a-z]+ly)? $")
_BARE = re.compile(r"(?:meet|hold|visit|call|tour|see)\b")
_WILL = re.compile(r"\b(?:will|shall|would)(?: also| soon| then)? $")
_FUTURE = re.compile(r"\b(?:will|shall|would|(?:is|are|due|set|scheduled|expected|likely|slated) to)\b")
_OTHER_TENSE = re.compile(
    r"\b(?:after|following|during|when|while|since|where|who|which|because|was|were|has|had|said|says|told|agreed|met|held"
    r"|received|visited|arrived|went|came|signed|called|reaches|asked|added|hoped|thanked)\b|[;:]"
)
"""Between "will" and a verb: another one tells when it is done."""
_TO_COME = re.compile(
    r"(?:visit|trip|tour)(?: to [a-z' ]{3,30}?)? (?:next (?:week|month|year|[a-z]+day)|tomorrow|later this [a-z]+)\b"
    r"|goe?s? on to [a-z' ]{3,30} (?:on [a-z]+day|tomorrow)\b"
)
"""A journey of days to come: "during his visit to China next month", "goes on to Gansu on Saturday"."""
_PAID_FOR = re.compile(
    r"\b(?:approv|sanction|releas|allocat|grant|earmark)[a-z]* [^.;]{3,60}"
    r" for (?:an?|the|his|her|their|its)(?: [a-z-]+){0,2} \Z"
)
"""Before "visit": nobody has gone yet."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|will|would|came|went|met|flew|left|held|took|made|got|said|says|told"
    r"|saw|led|set|won|put|drove|sent|gave|leaves?|go|come|[a-z]{3,}ed|[a-z]+s(?= to ))\b"
)
_PLAN_REACH = 45
"""Characters before a verb in which "will" or "is to" makes a plan of it; in Urdu after it."""
_WOULD = re.compile(r"[^,.;]{0,34}?\b(?:will|would|shall)\b")
"""Behind the last of two people: "said a delegation of X would visit"."""
_OBJECT = re.compile(
    r"\b(?:by|with|to|for|between|from|of|than|among|on|met|that|both|including|as)(?: [a-z'-]+){0,4} ?$"
)
"""Before two people who are not the subject of their sentence."""
_FROM_AFAR = re.compile(
    r"\b(?:congratulat|condol|felicitat|remember|recall"
    r"|dispatch(?:ed|es) |forward(?:ed|s) "
    r"|sen[dt]s? (?:(?:his|her|their|warm) )?(?:regards|greetings|wishes|a message|messages|condolences))"
)
_SENT = re.compile(r"\bsen[dt]s? (?:messages|condolences|(?:his|her|their) (?:regards|greetings|wishes|condolences))\b")
_NEAR_ZH = 24
"""Characters between two people of a Chinese sentence who are together."""
_AGREED_AT = re.compile(
    r"\bagreed (?:[a-z]+ ){0,3}(?:at|in) (?:the |his |her )?(?:[a-z']+ )?"
    r"(?:office|hall|house|secretariat|headquarters)\b"
    r"|\bagreed (?:[a-z]+ ){0,3}here\b"
)
"""Two people agreed under one roof."""
_NO_MEETING = ("depart", "sign", "instrument", "invite", "tie_city", "tie_province")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of meeting or travelling, and whether it is only planned; not `certain` where no verb says so."""

    start: int
    end: int
    stage: Stage
    certain: bool = True


def find_act(scene: Scene, where: Sentence, groups: Sequence[str], after: int = 0) -> Act | None:
    """Return the first verb of the first group that has one, `after` an offset; left out what is only wished for."""
    text = scene.doc.text
    for group in groups:
        told = [span for span in scene.doc.cue_spans(group, where.start, where.end) if span[0] >= after]
        invited = scene.doc.cue_spans("invite", where.start, where.end) if told else []
        real = [
            (start, end)
            for start, end in told
            if not any(first <= start < last for first, last in invited)
            and (_IS_RECEIVED.match(text, start) or not _UNREAL.search(text[max(where.start, start - 70) : start]))
            and not _is_of_ones_own(text, where.start, start, end)
            and not _PAPER_GOES.search(text, max(where.start, start - 40), end)
            and not _LEARNERS_GO.search(text, max(where.start, start - 60), start)
            and not text.startswith(_ATTENDS, max(where.start, start - 2))
            and not _REGULARLY.match(text, end)
        ]
        if real:  # "told the chief minister when the two met": a verb of meeting before one of speech
            start, end = next((span for span in real if not SPEECH.match(text, *span)), real[0])
            return Act(start, end, "planned" if _is_planned(scene, where, start, end) else "took_place")
    return None


def _is_of_ones_own(text: str, first: int, start: int, end: int) -> bool:
    """ "Chaired a meeting about the visit": with his own people."""
    return _CHAIRED.search(text, max(first, start - 40), start) is not None and not _WITH.match(text, end)


def _is_planned(scene: Scene, where: Sentence, start: int, end: int) -> bool:
    text = scene.doc.text
    if text.startswith(("goes to", "go to"), start) and _WILL_BE.search(text, where.start, where.end):
        return True
    if text.startswith(("leaves for", "leave for"), start) or _WILL.search(text[max(where.start, start - 16) : start]):
        return True
    if _TO_COME.match(text, start) or _PAID_FOR.search(text, where.start, start):
        return True
    will_also = _WILL_ALSO.search(text[max(where.start, start - 130) : start])
    if _BARE.match(text, start) and (will_also or _is_headline_to(text, where.start, start)):
        return True
    if scene.doc.lang == "en":
        is_finite = not _BE.search(text[max(0, start - 14) : start])
        if is_finite and _FINITE_PAST.match(text, start):
            return False
        if not (is_finite and _PAST.match(text, start)) and _is_governed_by_will(text, where.start, start):
            return True
    if scene.doc.lang == "zh" and text.startswith("应", start):  # 应…邀请,…将于…访问: what follows tells
        return scene.doc.says("plan", end, where.end)
    first, last = (start, end + _PLAN_REACH) if scene.doc.lang == "ur" else (start - _PLAN_REACH, end + 12)
    speech = text.find(" کہا کہ ", end, last) if scene.doc.lang == "ur" else -1
    last = speech if speech >= 0 else last
    if scene.doc.lang == "zh":  # 8日抵达,还要去…: the next clause tells another act
        comma = text.find(",", end, last)
        last = comma if comma >= 0 else last
    return scene.doc.says("plan", max(where.start, first), min(where.end, last))


def _is_headline_to(text: str, first: int, start: int) -> bool:
    """ "Municipal delegation of X to call on Commissioner Y": an infinitive, and no verb before it."""
    return text.endswith(" to ", first, start) and _FINITE.search(text, first, start) is None


def _is_governed_by_will(text: str, first: int, start: int) -> bool:
    """ "They will look at a dry port and have talks with …": no verb of its own tense stands between."""
    hits = list(_FUTURE.finditer(text, first, start))
    return bool(hits) and _OTHER_TENSE.search(text, hits[-1].end(), start) is None


def _are_both_sides(one: Official, other: Official) -> bool:
    return (one.kind == "envoy") != (other.kind == "envoy") or one.country != other.country


def _is_close_zh(scene: Scene, where: Sentence, people: Sequence[Official]) -> bool:
    """A Chinese sentence names its verb: one of those that go with a meeting stands in the clause of both people."""
    text = scene.doc.text
    for one, other in pairwise(sorted(people, key=lambda o: o.start)):
        gap = text[one.end : other.start]
        if len(gap) > _NEAR_ZH or "、" in gap or ";" in gap or not _are_both_sides(one, other):
            continue
        clause = text.find(",", other.end, where.end)
        if scene.doc.says("encounter", one.end, clause if clause >= 0 else where.end):
            return True
    return False


def _act_together(scene: Scene, where: Sentence, people: Sequence[Official]) -> bool:
    """ "The governor and the consul general went over the plan": the two are its subject, and no ceremony their act."""
    if len(people) != 2 or scene.doc.lang != "en":
        return False
    one, other = sorted(people, key=lambda o: o.start)
    agreed = _AGREED_AT.search(scene.doc.text, other.end, where.end)  # what they agreed on is not what they did
    end = agreed.end() if agreed else where.end
    before, rest = replace(where, end=one.start), replace(where, start=other.end, end=end)
    is_subject = not _OBJECT.search(scene.words(before)) and not scene.doc.is_title(where)
    return _are_both_sides(one, other) and is_subject and not scene.says_any(("distant", "apart"), rest)


_MISSION_SAYS = re.compile(r"(?:embassy|consulate|mission) (?:said|says|added|denied|clarified|announced)\b")
_SAYS = 12
_WERE_THERE = re.compile(
    r"\b(?:was|were)(?: also| all| both| too)? (?:there|present|in attendance|on hand|in the (?:hall|audience|room)"
    r"|at the table|among (?:those|the guests))\b(?! to (?:greet|receive|welcome|meet|see)\b)"
    r"|\A(?:with (?:him|her|them)|also (?:there|present)|among (?:those|the guests)(?: present)?|present)\b.{0,12}"
    r"\b(?:was|were)\b|\b(?:had|took) the floor\b|\balso (?:spoke|addressed)\b"
)
"""Somebody attends: who meets whom is told elsewhere."""


def find_encounter(scene: Scene, where: Sentence, people: Sequence[Official]) -> Act | None:
    """People of both sides act in one sentence, whatever its verb: "spent Monday with", "gave him his first"."""
    if scene.doc.lang == "zh" and not _is_close_zh(scene, where, people):
        return None
    people = [one for one in people if not _MISSION_SAYS.search(scene.doc.text[one.start : one.end + _SAYS])]
    local = {o.country for o in people if o.kind != "envoy" and o.place is not None and o.surely}
    placeless = [o for o in people if o.kind == "head" and o.place is None and o.level != "any"]
    envoys = [o for o in people if o.kind == "envoy"]
    sent_from = {s.country for s in scene.spots if scene.doc.in_dateline(s.start)}
    other_side = placeless and local and sent_from - local
    if not ((envoys and (local or placeless)) or local == {"CN", "PK"} or other_side):
        return None
    gaps = [scene.doc.text[a.end : b.start] for a, b in pairwise(sorted(people, key=lambda o: o.start))]
    if any(_UNREAL.search(gap[: hit.start()]) for gap in gaps for hit in re.finditer(r"\S+", gap)):
        return None
    behind = scene.doc.text[max(o.end for o in people) : where.end]
    if any(";" in gap or " that " in gap or _FROM_AFAR.search(gap) for gap in gaps) or _SENT.search(behind):
        return None
    # "The governor, the mayor and the ambassador spoke", but not "Wang, governor of A, dropped in on the mayor".
    only_listed = all(_LISTED.match(gap) for gap in gaps) and any(_AND.search(gap) for gap in gaps)
    only_listed = only_listed or (scene.doc.lang == "en" and all(_AND_THE.search(gap) for gap in gaps))
    agreed = _AGREED_AT.search(scene.words(where)) and _act_together(scene, where, people)
    if (scene.says_any(_NO_MEETING, where) and not agreed) or (only_listed and not _act_together(scene, where, people)):
        return None
    if _WERE_THERE.search(scene.words(where)) and not agreed:
        return None
    first = min(o.start for o in people)
    clause = scene.doc.text.find(";", max(o.end for o in people), where.end)
    plans = scene.doc.cue_spans("plan", where.start, where.end if clause < 0 else clause)
    planned = any(not _ASKS.search(scene.doc.text, where.start, start) for start, _ in plans)
    last = max(o.start for o in people)
    planned = planned or (scene.doc.lang == "en" and _is_governed_by_will(scene.doc.text, where.start, last))
    end = max(o.end for o in people)
    planned = planned or (scene.doc.lang == "en" and _WOULD.match(scene.doc.text, end, where.end) is not None)
    stage: Stage = "planned" if planned else "took_place"
    return Act(first, first, stage, certain=False)
