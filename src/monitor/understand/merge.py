"""From what single sentences say to what the article says: one mention for each event it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from monitor.records import MISSPELT, STAGE_ORDER, Mention
from monitor.understand.confidence import confidence_of
from monitor.understand.dates import chronicle_year
from monitor.understand.document import Document
from monitor.understand.finding import Finding
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.places import Spot

_BORDER = re.compile(r"[,.;:!?()。、،۔]|\s(?:that|which|who|whereas|while)\b|\s[-|]")
_LONGEST_REST = 90
"""Characters by which evidence may run on to the end of its clause."""


def merge(doc: Document, gazetteer: Gazetteer, findings: Sequence[Finding]) -> tuple[Mention, ...]:
    """Return one mention for each event, in the order of the text."""
    findings = [replace(f, is_new=False) if _is_of_last_month(doc, f, findings) else f for f in findings]
    findings = [replace(f, is_new=False) if _is_of_chronicle(doc, f) else f for f in findings]
    told = [f for f in findings if f.type == "agreement" and not _is_paired_otherwise(f, findings)]
    agreements = _agreements([_of_town(gazetteer, f, told) for f in told])
    agreements = [a for a in agreements if not any(_signs_for(gazetteer, a, other) for other in agreements)]
    visits = _visits(doc, gazetteer, [f for f in findings if f.type == "visit"], agreements)
    return tuple(
        _mention(doc, finding, [f for f in findings if f.type == finding.type and _key(f) == _key(finding)])
        for finding in sorted([*agreements, *visits], key=lambda f: (f.in_title, f.start))
    )


def _is_paired_otherwise(finding: Finding, findings: Sequence[Finding]) -> bool:
    """ "A, B and C, D to be twins", of which the body tells that A goes with D: a headline is no sure list."""
    body = [_key(f) for f in findings if f.type == "agreement" and not f.in_title]
    cn, pk = _key(finding)
    otherwise = (cn, pk) not in body and cn in {one for one, _ in body} and pk in {one for _, one in body}
    return finding.in_title and otherwise


def _is_of_last_month(doc: Document, finding: Finding, findings: Sequence[Finding]) -> bool:
    """After another event of a later time, what is dated by no more than a month gone by is background."""
    day = finding.date
    if day is None or len(day) != len("2021-11") or finding.in_title:
        return False
    before = [f for f in findings if f.start < finding.start]
    told = [f.date for f in before if f.date is not None and not _fits(f.date, day)]
    other = any(f.date is None and f.is_new and f.stage != "proposed" and _key(f) != _key(finding) for f in before)
    latest = [doc.published.isoformat()] if doc.published else told
    return (bool(told) or other) and any(day < date[: len(day)] for date in latest)


def _is_of_chronicle(doc: Document, finding: Finding) -> bool:
    """What the chronicle of a year tells of that year is background."""
    year = chronicle_year(doc) if finding.is_new and finding.date else None
    return year is not None and (finding.date or "").startswith(str(year))


def _of_town(gazetteer: Gazetteer, finding: Finding, told: Sequence[Finding]) -> Finding:
    """ "Kech has got a twin … the paper that makes Turbat and Beihai twins": the district's tie is its town's."""
    for other in told:
        same = (other.relation, other.stage, other.is_new) == (finding.relation, finding.stage, finding.is_new)
        apart = other.end <= finding.start or finding.end <= other.start
        if not (same and apart and finding.relation == "sister_city" and _fits(other.date, finding.date)):
            continue
        (cn, pk), (inner_cn, inner_pk) = _key(finding), _key(other)
        if cn == inner_cn and pk and inner_pk and gazetteer.lies_in(inner_pk, pk) and not _is_province(finding.pk):
            return replace(finding, pk=other.pk)
        if pk == inner_pk and cn and inner_cn and gazetteer.lies_in(inner_cn, cn) and not _is_province(finding.cn):
            return replace(finding, cn=other.cn)
    return finding


def _is_province(side: Spot | None) -> bool:
    return side is not None and side.is_first_level


_AHEAD = timedelta(days=10)
"""A guest seldom stays so long: what is planned for later is another visit."""
_THE_PAPER = "the two, paper"
"""In the rule of a finding: a paper named as known."""


def _key(finding: Finding) -> tuple[str | None, str | None]:
    return (finding.cn.place.place_id if finding.cn else None, finding.pk.place.place_id if finding.pk else None)


def _agreements(findings: Sequence[Finding]) -> list[Finding]:
    """News of one pair is one event at its explicit, else highest stage; history is one event for each date."""
    merged: list[Finding] = []
    for key in dict.fromkeys(_key(f) for f in findings):
        own = _of_one_tie([f for f in findings if _key(f) == key])
        fresh = [f for f in own if f.is_new and not _is_told_to_the_day(f, own)]
        hoped = [f for f in fresh if f.stage == "proposed" and f.relation != "cooperation" and not f.in_title]
        if hoped and any(f.relation == "cooperation" and f.stage == "signed" for f in fresh):
            merged.append(_one_agreement(hoped))  # a paper on cooperation is signed, a sister tie is hoped for
            fresh = [f for f in fresh if f not in hoped]
        old = [f for f in own if not f.is_new]
        if fresh:
            merged.append(_one_agreement(fresh))
        merged.extend(_history(old, merged[-1] if fresh else None))
    return merged


def _is_told_to_the_day(finding: Finding, others: Sequence[Finding]) -> bool:
    """Tell whether a year or a month only repeats a day that is history, a hope without a date a dated one."""
    day = finding.date or ("" if finding.stage == "proposed" else None)
    same = (f.date for f in others if not f.is_new and f.stage == finding.stage)
    return day is not None and any(d is not None and len(d) > len(day) and d.startswith(day) for d in same)


def _of_one_tie(findings: list[Finding]) -> list[Finding]:
    """ "Their sister-city accord was renewed; the accord was first signed in 2003": the accord is that of the tie."""
    told = {f.relation for f in findings} - {"cooperation"}
    if len(told) != 1:
        return findings
    relation = next(iter(told))
    return [replace(f, relation=relation) if not f.is_new and _THE_PAPER in f.rule else f for f in findings]


def _signs_for(gazetteer: Gazetteer, paper: Finding, tie: Finding) -> bool:
    """A province that signs the paper of its city's sister tie has no agreement of its own."""
    if paper.relation != "cooperation" or tie.relation == "cooperation" or _key(paper) == _key(tie):
        return False
    if tie.stage == "proposed" and paper.stage != "proposed":
        return False
    sides = zip(_key(paper), _key(tie), strict=True)
    if paper.is_new and not tie.is_new:
        return False  # the cities' old tie is told beside the provinces' new paper
    return all(a and b and gazetteer.is_or_lies_in(b, a) for a, b in sides)


def _one_agreement(findings: Sequence[Finding]) -> Finding:
    letters = [f for f in findings if f.stage == "letter_of_intent"]
    findings = [f for f in findings if not f.in_title] or findings
    leading = letters or [
        f for f in findings if f.stage == max((g.stage for g in findings), key=lambda s: STAGE_ORDER[s])
    ]
    best = max(leading, key=lambda f: (not f.in_title, f.weight, -f.start))
    told = {f.relation for f in findings} - {"cooperation"}
    relation = told.pop() if best.relation == "cooperation" and letters and len(told) == 1 else best.relation
    signed = [f for f in findings if f.stage == "signed"]
    day = _fullest(best, leading) or (_fullest(best, signed) if letters else None)
    return replace(best, relation=relation, date=day, weight=max(f.weight for f in leading))


def _history(findings: Sequence[Finding], news: Finding | None) -> list[Finding]:
    """One event for each date told; undated background repeats what is dated elsewhere in the article."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.date is None, -len(f.date or ""), f.stage == "proposed")):
        same = [k for k in kept if _fits(k.date, finding.date)]
        if same or (news is not None and _repeats(news, finding)):
            continue
        kept.append(finding)
    return kept


def _repeats(news: Finding, finding: Finding) -> bool:
    """Background that fits the news is the news; a tie that stands is no mere wish for one."""
    if STAGE_ORDER[news.stage] < STAGE_ORDER[finding.stage]:
        return False
    return finding.date is None or (news.date is not None and _fits(news.date, finding.date))


def _fits(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _fullest(best: Finding, findings: Sequence[Finding]) -> str | None:
    dates = [f.date for f in (best, *findings) if f.date]
    return max(dates, key=len) if dates else None


def _visits(
    doc: Document, gazetteer: Gazetteer, findings: Sequence[Finding], papers: Sequence[Finding]
) -> list[Finding]:
    """One visit for each host place; of a place and the province around it, the one told more surely stays."""
    merged: list[Finding] = []
    for key in dict.fromkeys(_key(f) for f in findings):
        for is_new in (True, False):
            own = [f for f in findings if _key(f) == key and f.is_new == is_new]
            ahead = [f for f in own if _is_return(doc, f, own)]
            own = [f for f in own if f not in ahead]
            merged.extend(_one_visit(doc, some) for some in (own, ahead) if some)
    merged = [f for f in merged if f.explicit or not any(_is_of_signing(gazetteer, f, paper) for paper in papers)]
    kept = [f for f in merged if not any(_covers(gazetteer, other, f) for other in merged if other is not f)]
    return [_with_covered_date(gazetteer, f, merged) for f in kept]


def _is_return(doc: Document, visit: Finding, told: Sequence[Finding]) -> bool:
    """A visit planned for a day well ahead, beside one that took place: "he is to return the call on the 25th"."""
    if visit.stage != "planned" or all(f.stage == "planned" for f in told) or not (visit.date and doc.published):
        return False
    return len(visit.date) == len("2026-11-22") and date.fromisoformat(visit.date) - doc.published >= _AHEAD


def _is_of_signing(gazetteer: Gazetteer, visit: Finding, paper: Finding) -> bool:
    """Who signed is told to have been in a city, and no host there: the same occasion (codebook, Visits 14)."""
    done = paper.is_new and paper.stage != "proposed" and visit.is_new and visit.stage == "took_place"
    sides = list(zip(_key(visit), _key(paper), strict=True))
    return done and _key(visit) != _key(paper) and all(a and b and gazetteer.is_or_lies_in(a, b) for a, b in sides)


def _with_covered_date(gazetteer: Gazetteer, finding: Finding, merged: Sequence[Finding]) -> Finding:
    covered = [o for o in merged if o is not finding and o.date and _covers(gazetteer, finding, o)]
    return replace(finding, date=covered[0].date) if covered and finding.date is None else finding


def _one_visit(doc: Document, findings: Sequence[Finding]) -> Finding:
    done = [f for f in findings if f.stage == "took_place"] or list(findings)
    best = max(done, key=lambda f: (not f.in_title, f.weight, -f.start))
    if best.stage == "planned":  # "he chaired a meeting on Wednesday about the visit on the 14th"
        return replace(best, date=_next_day(doc, [best]) or _next_day(doc, done) or _fullest(best, done))
    return replace(best, date=_fullest(best, done))


def _next_day(doc: Document, planned: Sequence[Finding]) -> str | None:
    """The first of the days told that lies ahead of publication."""
    published = doc.article.published_day or ""
    return min(
        (f.date for f in planned if f.date and len(f.date) == len("2026-11-22") and f.date > published), default=None
    )


def _covers(gazetteer: Gazetteer, other: Finding, finding: Finding) -> bool:
    """Tell whether `other` tells the same visit better than `finding`."""
    if other.is_new != finding.is_new and not (other.is_new and finding.date is None):
        return False
    ours, theirs = _key(finding), _key(other)
    if not _fits(other.date, finding.date) and not (finding.in_title and other.is_new):
        return False
    if ours == theirs:
        return other.is_new and not finding.is_new
    related = all(_related(gazetteer, a, b) for a, b in zip(ours, theirs, strict=True))
    stages = (finding.stage, other.stage)  # where an envoy is expected next is no better word for where he was
    if not related or stages == ("planned", "took_place") or (finding.actor == "envoy" and stages[0] != stages[1]):
        return False
    if finding.explicit and other.explicit and not finding.in_title and ours.count(None) == theirs.count(None):
        return False  # two governments took part: two visits (codebook, Visits 11)
    open_sides = (ours.count(None), theirs.count(None))
    told_together = finding.start < other.end and other.start < finding.end
    if open_sides[0] != open_sides[1] and (finding.actor == other.actor or told_together):
        return open_sides[0] > open_sides[1]
    if open_sides[0] != open_sides[1]:
        return False
    return (other.explicit, other.weight, not other.in_title, -other.start) > (
        finding.explicit,
        finding.weight,
        not finding.in_title,
        -finding.start,
    )


def _related(gazetteer: Gazetteer, a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b:
        return True
    return gazetteer.lies_in(a, b) or gazetteer.lies_in(b, a)


def _end_of_clause(doc: Document, end: int) -> int:
    """Let evidence run on to the end of its clause: "signed a sister city" is cut short, "… agreement" is not."""
    sentence = doc.sentence_at(end - 1)
    limit = min(sentence.end if sentence else end, end + _LONGEST_REST)
    border = _BORDER.search(doc.text, end, limit)
    if border:
        return border.start()
    return limit if sentence and limit == sentence.end else end


def _mention(doc: Document, finding: Finding, told: Sequence[Finding]) -> Mention:
    evidence, start, end = doc.source_span(finding.start, _end_of_clause(doc, finding.end))
    guessed = any(spot.how == "fuzzy" for spot in (finding.cn, finding.pk) if spot) and MISSPELT not in finding.rule
    return Mention(
        article_id=doc.article.article_id,
        type=finding.type,
        stage=finding.stage,
        relation=finding.relation,
        actor=finding.actor,
        cn=finding.cn.place.name_en if finding.cn else None,
        pk=finding.pk.place.name_en if finding.pk else None,
        cn_id=finding.cn.place.place_id if finding.cn else None,
        pk_id=finding.pk.place.place_id if finding.pk else None,
        date=finding.date,
        is_new=finding.is_new,
        evidence=evidence,
        evidence_start=start,
        evidence_end=end,
        rule=f"{finding.rule}, {MISSPELT}" if guessed else finding.rule,
        confidence=confidence_of(finding, told),
    )
