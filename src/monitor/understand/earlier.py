"""The paper before the one that a report is about: "the original agreement dates from 2012", whatever its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor.understand.document import Document
from monitor.understand.finding import Finding
from monitor.understand.novelty import When, marks_in
from monitor.understand.pairs import Pair, parties
from monitor.understand.scene import Scene
from monitor.understand.stage import Reading
from monitor.understand.text import Sentence
from monitor.understand.ties import Tie

_EARLIER = re.compile(
    r"(?:the|their|its|that|an?) (?:very )?(?:original|first|earlier|earliest|initial|previous|older|founding) "
    r"(?:[\w-]+ ){0,3}?(?:pact|agreement|text|accord|paper|document|letter|deal|mou|memorandum|treaty|one)\b"
    r"|first (?:concluded|signed|made|formed|sealed|inked|reached|drawn up|agreed|established)"
    r"(?= (?:in|on) [^,]{4,20},)"
    r"|(?:they|the two(?: sides)?) had (?:first |already )?(?:signed|exchanged|inked) (?:the|an?|that)"
    r" (?:letter(?: of intent)?|memorandum|mou|pact|agreement)\b"
    r"|what (?:had )?(?:began|begun|started)(?: life| out)? (?:as|with) an? (?:letter of intent|memorandum|mou)\b"
    r"|(?:最初|首次|此前|原|首份|第一份)的?(?:友好)?(?:协议|备忘录|意向书)"
    r"|(?:پہلا|پہلے|پہلی|اصل|سابقہ|ابتدائی) (?:دستاویز|معاہد[ہے]|یادداشت|سمجھوت[ہے]|خط)"
)
"""How a clause opens that tells of it."""
_IT_WAS_SIGNED = re.compile(
    r"it was (?:first |originally )?(?:signed|inked|concluded|sealed|made) (?=(?:back )?(?:in|on) )"
)
"""Behind a wish to revive a paper: when it was made."""
_BREAK = re.compile(r"[;؛] ?|, (?:but|though|although|while|whereas) ")
_EARLIER_FIRST = re.compile(
    r"what (?:had )?(?:began|begun|started)(?: life| out)? (?:as|with) an? (?:letter of intent|memorandum|mou)\b"
    r"[^:;.]{2,80}: "
)
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class Earlier:
    """The pair of the report's own paper, and when the one before was made."""

    pair: Pair
    reading: Reading
    tie: Tie | None
    when: When


def earlier_apart(doc: Document, where: Sentence) -> list[Sentence]:
    """Part a sentence where a clause on an earlier paper begins: "… on Monday; the first pact was made in 1984".

    The new paper's clause comes first, wherever it stands.
    """
    hits = _BREAK.finditer(doc.text, where.start, where.end)
    cut = next((hit.end() for hit in hits if _EARLIER.match(doc.text, hit.end(), where.end)), None)
    if cut is None and (colon := _EARLIER_FIRST.match(doc.text, where.start, where.end)):
        return [replace(where, start=colon.end()), replace(where, end=colon.end())]
    return [where] if cut is None else [replace(where, end=cut), replace(where, start=cut)]


def earlier_paper(scene: Scene, where: Sentence, findings: Sequence[Finding]) -> Earlier | None:
    """Return what a sentence that opens with an earlier paper, and dates it, tells of the pair told last."""
    last = next((f for f in reversed(findings) if f.is_new and not f.in_title), None)
    noun = _EARLIER.match(scene.doc.text, where.start, where.end)
    if last and last.stage == "proposed":
        noun = noun or _IT_WAS_SIGNED.match(scene.doc.text, where.start, where.end)
    if noun is None or last is None or last.cn is None or last.pk is None:
        return None
    years = [mark for mark in marks_in(scene.marks, noun.end(), where.end) if mark.has_year]
    named = parties(scene.doc, scene.gazetteer, scene.spots, where, strict=True)
    others = {spot.place for spot in named} - {last.cn.place, last.pk.place}
    leads_to_pair = bool(named) and scene.words(where).startswith("what")  # "… is now a tie of A and B"
    if not years or others or leads_to_pair or scene.says("denial", where):
        return None
    letter = noun.group().endswith("letter") or scene.says("letter_of_intent", replace(where, end=noun.end()))
    reading = Reading("letter_of_intent" if letter else "signed", *noun.span(), letter, "an earlier paper is dated")
    tie = None if last.relation == "cooperation" else Tie(noun.span(), True, True)
    return Earlier(Pair(last.cn, last.pk, "the two", _SURE), reading, tie, When(years[0].date, "the earlier paper's"))
