"""What a sentence leaves to the paper that was told before it: its stage, its pairs, its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.understand.finding import Finding
from monitor.understand.pairs import Pair
from monitor.understand.partners import TWO_REACH
from monitor.understand.scene import Scene
from monitor.understand.stage import Reading, read_stage
from monitor.understand.text import Sentence

_PAPER_WILL = re.compile(
    r"(?:it|this|the (?:mou|memorandum(?: of understanding)?|agreement|accord|pact|document|paper|text|letter)) "
    r"(?:will|would|is to|is for|shall)\b"
)
"""Opens a sentence on what a paper told before is to bring."""
_BY_THESE = re.compile(
    r"(?:(?:by|under|through|with|in|according to) (?:it|this|these|them|(?:the|this|these|those) "
    r"(?:[a-z]+ ){0,2}(?:mous?|memorandums?(?: of understanding)?|agreements?|accords?|pacts?|documents?|papers?|texts?"
    r"|letters?(?: of intent)?)|(?:the )?(?:first|second|third|one|other|latter|former)\b)"
    r"|one of (?:them|these|the [a-z]+)|(?:the|an)? ?(?:first|second|third|other|others|another|latter|former|one|rest)"
    r"(?: (?:one|two|three|letters?|documents?|papers?|agreements?|mous?))?,? (?=(?:would|will|is|are|was|were)\b))"
)
"""Opens a sentence on what one or more of the papers of the sentence before are to bring."""
_TO_BRING = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were) to)\b")
_LOOSE = ("the tie was made", "done, in words of its own")
"""Why a tie was read as signed, of which no paper is told."""


def as_of_its_paper(
    scene: Scene, where: Sentence, pair: Pair, reading: Reading | None, paper: Finding | None
) -> Reading | None:
    """ "The MoU … was signed. It will be the start of a sister-city relationship": at the stage of its paper."""
    if reading is None or reading.stage != "proposed":
        return reading
    if told := _by_these(scene, where):
        return replace(reading, stage=told.stage, explicit=told.explicit, why="what papers told before are to bring")
    if paper is None or pair.how != "the two":
        return reading
    near = 0 <= where.start - paper.end <= TWO_REACH and paper.is_new and paper.stage != "proposed"
    same = (paper.cn and paper.cn.place, paper.pk and paper.pk.place) == (pair.cn.place, pair.pk.place)
    if not near or not same or not _PAPER_WILL.match(scene.words(where)):
        return reading
    return replace(reading, stage=paper.stage, explicit=paper.explicit, why="what its paper is to bring")


def _by_these(scene: Scene, where: Sentence) -> Reading | None:
    """ "Three letters of intent were signed. The others would pair A with B": the act of the sentence before."""
    if not (_opens_with_these(scene, where) and _TO_BRING.search(scene.doc.text, where.start, where.end)):
        return None
    others = (s for s in reversed(scene.body()) if s.end <= where.start)
    before = next((s for s in others if not _opens_with_these(scene, s)), None)
    if before is None:
        return None
    told = read_stage(scene.doc, before.start, before.end, None)
    papers = scene.says_any(("instrument", "letter_of_intent"), before)
    return told if told and papers and told.stage in ("signed", "letter_of_intent") else None


def _opens_with_these(scene: Scene, where: Sentence) -> bool:
    return _BY_THESE.match(scene.doc.text, where.start, where.end) is not None


def is_under_paper(scene: Scene, where: Sentence, pair: Pair, paper: Finding | None) -> bool:
    """ "Two provinces joined four of their cities by protocols. A's sister city is B": cities of both provinces."""
    if paper is None or not (paper.is_new and paper.cn and paper.pk) or paper.stage == "proposed":
        return False
    told = scene.doc.sentence_at(paper.end - 1)
    near = told is not None and 0 <= where.index - told.index <= 1
    lies_in = scene.gazetteer.lies_in
    inside = lies_in(pair.cn.place.place_id, paper.cn.place.place_id)
    return near and inside and lies_in(pair.pk.place.place_id, paper.pk.place.place_id)


def called_letters(scene: Scene, findings: list[Finding], letters: Sequence[Sentence]) -> list[Finding]:
    """ "A has been linked with B. Letters of intent were exchanged": the explicit word wins (codebook 3).

    `letters` are the sentences that speak of such letters and name no party, so of what is told elsewhere.
    """
    if any(finding.stage == "letter_of_intent" for finding in findings):
        return findings
    told = (read_stage(scene.doc, s.start, s.end, None) for s in letters)
    if not any(reading and reading.stage == "letter_of_intent" for reading in told):
        return findings
    return [
        replace(f, stage="letter_of_intent", explicit=True) if f.is_new and (f.in_title or f.why[0] in _LOOSE) else f
        for f in findings
    ]
