"""One article read whole: its places, its findings and near misses, and the mentions made of them."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.records import Article, Mention
from monitor.understand.abroad import find_abroad
from monitor.understand.agreements import AgreementReader
from monitor.understand.by_ear import find_by_ear
from monitor.understand.dates import DateMark, find_dates
from monitor.understand.document import Document, lay_out
from monitor.understand.finding import Finding, NearMiss
from monitor.understand.gazetteer import load_gazetteer
from monitor.understand.merge import merge
from monitor.understand.misspellings import find_misspelt_beside
from monitor.understand.places import Spot, find_places
from monitor.understand.registers import read_register
from monitor.understand.scene import Scene
from monitor.understand.stand_ins import find_stand_ins
from monitor.understand.visits import VisitReader

_GUESSED = "a misspelt place counts only in an agreement, beside a partner that is known"


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was seen in an article; `mentions` is what came of it."""

    document: Document
    spots: tuple[Spot, ...]
    marks: tuple[DateMark, ...]
    findings: tuple[Finding, ...]
    misses: tuple[NearMiss, ...]
    mentions: tuple[Mention, ...]


def read_article(article: Article) -> Reading:
    """Read an article: find every event that the codebook defines, with the evidence that proves it."""
    scene = look_at(article)
    doc, gazetteer, spots, marks = scene.doc, scene.gazetteer, scene.spots, scene.marks
    if not spots:
        return Reading(doc, (), (), (), (), ())
    agreements = AgreementReader(scene)
    agreements.read()
    ties = (*agreements.findings, *read_register(scene))
    visits = VisitReader(scene, ties)
    visits.read()
    found = (*ties, *visits.findings)
    findings = tuple(finding for finding in found if _is_known(finding))
    guessed = (NearMiss(f.start, f.end, _GUESSED) for f in found if not _is_known(f))
    misses = (*agreements.misses, *visits.misses, *guessed)
    return Reading(doc, spots, marks, findings, misses, merge(doc, gazetteer, findings))


def look_at(article: Article) -> Scene:
    """Lay an article out and find its places and dates; without a place nothing else is looked for."""
    doc = lay_out(article)
    gazetteer = load_gazetteer()
    spots = find_places(doc, gazetteer)
    misspelt = find_misspelt_beside(doc, gazetteer, spots)
    misspelt += find_by_ear(doc, gazetteer, (*spots, *misspelt))
    spots = find_stand_ins(doc, gazetteer, (*spots, *misspelt))
    if not spots:
        return Scene(doc, gazetteer, (), ())
    return Scene(doc, gazetteer, spots, find_dates(doc), find_abroad(doc, spots))


def _is_known(finding: Finding) -> bool:
    """An unknown name is a misspelt place only in an agreement, beside a partner that is known."""
    misspelt = [spot for spot in (finding.cn, finding.pk) if spot and spot.how == "fuzzy"]
    return not misspelt or (finding.type == "agreement" and len(misspelt) == 1)


def read_mentions(article: Article) -> tuple[Mention, ...]:
    """Return the mentions of an article, in the order of its text."""
    return read_article(article).mentions
