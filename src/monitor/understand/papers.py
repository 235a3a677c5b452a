"""Papers without words of a standing tie: who their parties are not, and those told by their standing alone."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from monitor.records import Stage
from monitor.understand.novelty import stands_since, told_year
from monitor.understand.pairs import CAPITALS, Pair
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.stage import Reading
from monitor.understand.text import Sentence
from monitor.understand.ties import TIE_GROUPS

_PARTIES_NAMED = re.compile(
    r"\b(?:mou|memorandum|agreement|pact|accord|deal) (?:is|was) between\b"
    r"|\bparties (?:to|of|in) (?:it|(?:the|this|that) (?:mou|memorandum|agreement|pact|accord|deal|paper)) "
    r"(?:are|were)\b"
    r"|\b(?:mou|memorandum|agreement|pact|accord|document)\b[^.;]{0,40}, the (?:partners|parties) (?:are|were)\b"
    r"|\b(?:mou|memorandum(?: of understanding)?|agreement|pact|accord|document)"
    r" (?:ties|links|joins|binds|couples|connects) (?=[a-z])"
)
_SIGNED_EARLIER = re.compile(
    r"\b(?:papers|agreements|accords|mous|pacts) (?:(?:already )?(?:signed|inked) earlier"
    r"|(?:already|previously|earlier) (?:signed|inked|reached))"
)
_WORD = r"(?!(?:and|or|with|has|have|had|will|would|to|for|on|in|at|by|signed|inked|sign|ink|agreed)\b)[a-z-]+"
_NOUN_BEHIND = re.compile(rf"(?:'s|-based)? (?P<words>{_WORD}(?: {_WORD}){{0,3}})")
_NOUN_BEFORE = re.compile(rf"\b(?P<words>{_WORD}(?: {_WORD})?) (?:of|in|from) (?:the )?(?:city of )?\Z")
_ITS_NAME = re.compile(
    r"['’]s (?!Mayor|Governor|Commissioner|Nazim|Chairm|Secretary|Speaker|Government|Party"
    r"|Department|Board|Bureau|Office|Ministry|Directorate|Authority|Administration|Police)[A-Z][a-z]+(?= [a-z]|[,.;])"
)
_WITH_COUNTRY = re.compile(r"\bwith (?:china|pakistan)\b")
_TO_BE = re.compile(
    r"\b(?:will|would|shall|should|to) (?:soon )?be \Z"
    r"|\b(?:agreed|decided|resolved|plan(?:s|ned)?|hop(?:e|es|ed)|propos(?:e|es|ed))(?: on [a-z]+day)? to \Z"
)
_NEXT_PART, _NEXT_PART_ZH = re.compile(r", and |;|, (?=\d+ )"), re.compile("[,;]")
"""Where a sentence goes on to what a paper is about."""
_HAVE_A_PAPER = re.compile(
    r"\b(?:have|has) (?:an?|the) (?:[a-z-]+ ){0,3}(?:memorandum|mou|agreement|accord|pact|protocol)\b"
)
_IT_WAS_SIGNED = re.compile(r"(?:it|this|the (?:memorandum|mou|agreement|accord|pact|protocol)) was (?:signed|inked)")
_SIGNED_BY = re.compile(r"(?:signed|inked|sealed)(?: (?:in|at) [a-z' ]{3,30})?(?: on [a-z0-9 ]{3,14})?,? by ")
_YEARS_PAPER = re.compile(
    r"\b(?:its|their|the|a) (?P<year>(?:19|20)\d\d) (?:agreement|accord|memorandum|mou|pact|protocol)\b"
    r"(?= (?:with|between|of understanding (?:with|between))\b)"
)
"""The paper of 2009, whatever is hoped for it now."""
_AIM = re.compile(
    r" (?:to (?:promote|boost|increase|enhance|strengthen|expand|encourage|facilitate|develop)|aimed at"
    r"|for the promotion of)\b"
)
_SISTERS = re.compile(r"\bsisters?\b")
_PAPER_ON = re.compile(
    r"\b(?:an?|the|one|another) (?:[a-z-]+ ){0,2}(?:(?P<letter>letter of intent)|mou|memorandum(?: of understanding)?"
    r"|agreement|accord|pact|protocol) (?:on|about|covering|concerning) [^,;.]{3,60} (?:between|of|by) (?:the )?\Z"
)
"""Before the two places of a paper on a matter, beside the tie of others."""
_LONGEST_PAPER = 120
"""Characters of such words."""


def no_paper(scene: Scene, where: Sentence, reading: Reading) -> str | None:
    """Return why a sentence that speaks of a signed paper tells none of two governments, None where it does."""
    if scene.says("denial", where):
        return "it is denied"
    if _SIGNED_EARLIER.search(scene.words(where)):
        return "of the past, and not named"
    said = where
    if scene.doc.lang != "ur":  # 签署备忘录,将共建大学: what follows tells what it is about
        cut = (_NEXT_PART_ZH if scene.doc.lang == "zh" else _NEXT_PART).search(scene.doc.text, reading.end, where.end)
        cut = cut or _purpose(scene, where, reading)
        said = replace(where, end=cut.start()) if cut else where
    bodies = scene.doc.cue_spans("joint_body", said.start, said.end)
    if bodies:  # what it is to deal with tells nothing of who sets it up
        said = replace(said, end=bodies[0][1])
    if scene.says_any(("business", "tie_other"), said):
        return "of firms, universities or other bodies"
    return None


def _purpose(scene: Scene, where: Sentence, reading: Reading) -> re.Match[str] | None:
    """What a paper is for, behind both its parties: "… signed an MoU to promote trade and exchange of students"."""
    aim = _AIM.search(scene.doc.text, reading.end, where.end)
    parties = {s.country for s in scene.named_in(replace(where, end=aim.start()))} if aim else set()
    return aim if parties == {"CN", "PK"} else None


def standing_paper(scene: Scene, where: Sentence) -> Reading | None:
    """A paper named with its parties, one that has stood since a year, or a joint body set up (codebook 7)."""
    doc = scene.doc
    named = _PARTIES_NAMED.search(doc.text, where.start, where.end)
    if named:
        return Reading("signed", named.start(), named.end(), False, "the paper is named with its parties")
    had = _HAVE_A_PAPER.search(doc.text, where.start, where.end)
    if had and _IT_WAS_SIGNED.match(doc.text[where.end : where.end + len("\n the memorandum was signed")].lstrip()):
        return Reading("signed", had.start(), had.end(), False, "the next sentence tells that it was signed")
    made = doc.cue_spans("establish", where.start, where.end)
    if made and scene.says("joint_body", where):
        if _TO_BE.search(doc.text, where.start, made[0][0]):
            return Reading("proposed", *made[0], False, "a joint body is to be set up")
        return Reading("signed", *made[0], False, "a joint body was set up")
    body = doc.cue_spans("joint_body", where.start, where.end)
    wish = doc.cue_spans("wish", where.start, body[0][0]) if body else []
    if wish:
        return Reading("proposed", *wish[0], False, "a joint body is to be set up")
    dated = _YEARS_PAPER.search(doc.text, where.start, where.end)
    if dated:
        return Reading("signed", *dated.span("year"), False, "a paper of a year told")
    papers = doc.cue_spans("instrument", where.start, where.end)
    since = told_year(doc, scene.marks, papers[0], where) if papers else None
    if since and stands_since(doc, since):
        return Reading("signed", *papers[0], False, "a paper stands since a year told")
    return None


def signed_next(scene: Scene, where: Sentence, tie: tuple[int, int]) -> Reading | None:
    """ "That is all there is to the tie of A and B. Signed in X by …": the act that opens the next sentence."""
    after = next((s for s in scene.body() if s.start >= where.end), None)
    signed = _SIGNED_BY.match(scene.doc.text, after.start) if after and not scene.names_abroad(after) else None
    return Reading("signed", *tie, False, "the next sentence tells that it was signed") if signed else None


def is_about_ties(scene: Scene) -> bool:
    """Tell whether the head of the report speaks of sister ties."""
    head = Sentence(0, min(len(scene.doc.text), scene.doc.title_end + 200), 0, 0)
    return scene.says_any(TIE_GROUPS, head) or bool(_SISTERS.search(scene.words(head)))


def papers_beside(scene: Scene, where: Sentence) -> list[tuple[Pair, Stage]]:
    """ "A sister-city pact of A with B and an MoU on farming between C and D were signed": C and D, and their rung."""
    text = scene.doc.text
    found: list[tuple[Pair, Stage]] = []
    for one, other in pairwise(scene.named_in(where)):
        near = text[one.end : other.start] in (" and ", " with ") and one.country != other.country
        paper = near and _PAPER_ON.search(text, max(where.start, one.start - _LONGEST_PAPER), one.start)
        if paper and not scene.says_any(TIE_GROUPS, Sentence(*paper.span(), 0, 0)):
            cn, pk = sorted((one, other), key=lambda spot: spot.country)
            found.append((Pair(cn, pk, "pair", 0.85), "letter_of_intent" if paper["letter"] else "signed"))
    return found


def is_body(scene: Scene, where: Sentence, spot: Spot) -> bool:
    """ "A carmaker of Hefei", "Punjab's research board": the place only says whose or where the party is."""
    doc = scene.doc
    behind = _NOUN_BEHIND.match(doc.text, spot.end, where.end)
    if behind and doc.says("body", *behind.span("words")):
        return True
    if _is_a_name(scene, spot):
        return True
    before = _NOUN_BEFORE.search(doc.text, where.start, spot.start)
    return before is not None and doc.says("body", *before.span("words"))


def _is_a_name(scene: Scene, spot: Spot) -> bool:
    """ "Shandong's Ruyi": a firm, or somebody, that belongs there."""
    _, last = scene.doc.folded.original(spot.start, spot.end)
    name = _ITS_NAME.match(scene.doc.original, last)
    return name is not None and not any(other.start == spot.end + len("'s ") for other in scene.spots)


def stands_for_country(scene: Scene, where: Sentence, pair: Pair) -> bool:
    """ "Having signed papers with China, the province has asked Beijing": no city is meant, nor by both capitals."""
    named = {pair.cn.place.place_id, pair.pk.place.place_id}
    if named == CAPITALS:
        return True
    return bool(named & CAPITALS) and _WITH_COUNTRY.search(scene.words(where)) is not None
