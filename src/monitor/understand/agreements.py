"""Agreements: sentences that speak of a tie or a paper between places, read for pair, stage, date and novelty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from monitor.records import Relation
from monitor.understand.dates import DateMark
from monitor.understand.document import Document
from monitor.understand.finding import Finding, NearMiss
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.novelty import ASIDE, anniversary, find_day, is_history, told_year
from monitor.understand.pairs import CAPITALS, Pair, only_place, pair_up, parties
from monitor.understand.places import Spot
from monitor.understand.stage import Reading, read_stage
from monitor.understand.text import Sentence

MUNICIPALITIES = frozenset({"cn-beijing", "cn-tianjin", "cn-shanghai", "cn-chongqing", "cn-hong-kong", "cn-macau"})
"""First-level units that are cities too, and so have sister cities."""
_GOVERNMENTS = re.compile(r"\bcounterparts?\b|\bdepartments?\b|\bgovernments?\b|\bmunicipal")
_FORUM = re.compile(r"\bforum\b|\bconference\b|推介会|论坛|大会|会议")
_CITIES = re.compile(r"\bcities\b")
_COUNTED_CITIES = re.compile(
    r"\b(?:two|three|four|several|some|\d+)(?: [a-z]+){0,3} cities\b|(?:两|三|四|几|\d)个?城市"
)
_ROW_LENGTH = 120
_ENTRY = re.compile(r"\s*(?:[-*•·]|\d{1,2}[.)、]|\d{1,2}(?= [^\d]))\s*")
_STANDS_SINCE = re.compile(r"\b(?:since|dating (?:from|back to))(?: [a-z]+,?)?\s*$|(?:自|从)$")
_CLAUSE_BORDER = re.compile(r"[;,;]|\bwhereas\b|\bwhile\b|،|؛")


@dataclass(frozen=True, slots=True)
class _Tie:
    """The words of a sentence that speak of a tie, and the level they name."""

    span: tuple[int, int]
    city: bool
    province: bool


class AgreementReader:
    """Reads one article; `findings` and `misses` are filled by `read`."""

    def __init__(self, doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot], marks: Sequence[DateMark]) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.spots = spots
        self.marks = marks
        self.findings: list[Finding] = []
        self.misses: list[NearMiss] = []
        self.told: list[Pair] = []

    def read(self) -> None:
        """Go through the body, then the title, which may lean on pairs that the body tells in full."""
        body = [piece for s in self.doc.sentences if not self.doc.is_title(s) for piece in self._pieces(s)]
        for title in (s for s in self.doc.sentences if self.doc.is_title(s)):
            self._remember(title)
        for sentence in [*body, *(s for s in self.doc.sentences if self.doc.is_title(s))]:
            tie = self._tie(sentence)
            if tie:
                self._read_tie(sentence, tie)
            else:
                self._read_paper(sentence)
            self._remember(sentence)

    def _pieces(self, sentence: Sentence) -> list[Sentence]:
        """The halves of a sentence at its semicolons, where each speaks of a paper or tie of its own."""
        text = self.doc.text
        cuts = [
            sentence.start,
            *(h.end() for h in re.finditer(";", text[: sentence.end]) if h.start() > sentence.start),
            sentence.end,
        ]
        halves = [Sentence(a, b, sentence.line, sentence.index) for a, b in pairwise(cuts) if text[a:b].strip()]
        groups = ("tie_city", "tie_province", "tie_any", "letter_of_intent", "instrument")
        speaks = [any(self.doc.cues.found(g, text, h.start, h.end) for g in groups) for h in halves]
        return halves if len(halves) > 1 and all(speaks) else [sentence]

    def _tie(self, sentence: Sentence) -> _Tie | None:
        cues, text = self.doc.cues, self.doc.text
        other = cues.spans("tie_other", text, sentence.start, sentence.end)
        spans = {}
        for group in ("tie_city", "tie_province", "tie_any"):
            spans[group] = [
                span
                for span in cues.spans(group, text, sentence.start, sentence.end)
                if not any(o[0] < span[1] and span[0] < o[1] for o in other)
            ]
        found = sorted(span for group in spans.values() for span in group)
        if not found or all(self._is_rawalpindi_and_islamabad(span) for span in found):
            return None
        levels = [*spans["tie_city"], *spans["tie_province"]]
        either = [
            span
            for span in spans["tie_any"]
            if "cit" in text[span[0] : span[1]]
            or not any(level[0] < span[1] and span[0] < level[1] for level in levels)
        ]
        both = bool(either) or bool(spans["tie_province"] and _CITIES.search(text, sentence.start, sentence.end))
        return _Tie(found[0], bool(spans["tie_city"]) or both, bool(spans["tie_province"]) or both)

    def _is_rawalpindi_and_islamabad(self, span: tuple[int, int]) -> bool:
        """ "The twin cities" are one conurbation in Pakistan, and no tie."""
        text = self.doc.text
        if text[span[0] : span[1]] not in ("twin cities", "twin city"):
            return False
        named = any(s.place.place_id == "pk-punjab-rawalpindi" for s in self.spots)
        return named or text[max(0, span[0] - 4) : span[0]] == "the "

    def _read_tie(self, sentence: Sentence, tie: _Tie) -> None:
        if self.doc.cues.found("denial", self.doc.text, sentence.start, sentence.end):
            self._miss(sentence, "a tie, but it is denied")
            return
        own = parties(self.doc, self.gazetteer, self.spots, sentence)
        pairs, reason = pair_up(self.doc, self._of_level(own, tie, sentence), sentence)
        if not pairs:
            pairs, reason = self._complete(sentence, tie, own, reason)
        if not pairs:
            self._miss(sentence, f"a tie, but {reason}")
            return
        for pair in pairs:
            part = self._part(sentence, pair, pairs)
            own_tie = self._tie(part) or tie
            reading = read_stage(self.doc, part.start, part.end, own_tie.span)
            if reading and reading.stage == "letter_of_intent" and len(pairs) > 1 and self._other_paper(sentence, pair):
                reading = Reading("signed", reading.start, reading.end, False, "a paper beside the letter of intent")
            self._tell(sentence, pair, reading, own_tie)

    def _other_paper(self, sentence: Sentence, pair: Pair) -> bool:
        """ "Agreements with A and B and a letter of intent with C": the paper named last before a place is its own."""
        far = max(pair.cn, pair.pk, key=lambda s: s.start)
        papers = {
            group: max(
                (end for _, end in self.doc.cues.spans(group, self.doc.text, sentence.start, far.start)), default=-1
            )
            for group in ("instrument", "letter_of_intent")
        }
        return papers["instrument"] > papers["letter_of_intent"]

    def _part(self, sentence: Sentence, pair: Pair, pairs: Sequence[Pair]) -> Sentence:
        """The clause of a pair, where a sentence tells several ties, each in a clause of its own."""
        if len(pairs) < 2:
            return sentence
        cuts = [hit.end() for hit in _CLAUSE_BORDER.finditer(self.doc.text, sentence.start, sentence.end)]
        places = (pair.cn, pair.pk)
        start = max([sentence.start, *(c for c in cuts if c <= min(p.start for p in places))])
        end = min([sentence.end, *(c for c in cuts if c >= max(p.end for p in places))])
        part = Sentence(start, end, sentence.line, sentence.index)
        others = [p for p in pairs if p is not pair and any(start <= s.start < end for s in (p.cn, p.pk))]
        return part if not others and self._tie(part) else sentence

    def _of_level(self, spots: Sequence[Spot], tie: _Tie, sentence: Sentence) -> list[Spot]:
        """Keep the places that a tie of this level can bind; a province may sign for its cities."""
        if tie.city == tie.province:
            return list(spots)
        if tie.province:
            fitting = [s for s in spots if s.is_first_level]
        else:
            fitting = [s for s in spots if not s.is_first_level or s.place.place_id in MUNICIPALITIES]
            provinces_only = not any(s.country == "CN" for s in fitting) and not any(s.country == "PK" for s in fitting)
            if provinces_only and not _COUNTED_CITIES.search(self.doc.text, sentence.start, sentence.end):
                return list(spots)
        return fitting

    def _complete(self, sentence: Sentence, tie: _Tie, own: Sequence[Spot], reason: str) -> tuple[list[Pair], str]:
        """Find the places that a sentence leaves to its surroundings: "the two cities", "his city", none at all."""
        doc = self.doc
        if doc.cues.found("foreign", doc.text, sentence.start, sentence.end):
            return [], "a place of another country"
        fitting = self._of_level(own, tie, sentence)
        if not fitting and own and not tie.province:
            return [], "the places named are of another level"
        sides = {s.country for s in fitting}
        groups = ["both_sides"] + (["both_cities"] if tie.city else []) + (["both_provinces"] if tie.province else [])
        if not sides and any(doc.cues.found(g, doc.text, sentence.start, sentence.end) for g in groups):
            for pair in reversed(self.told):
                if self._level_fits(pair, tie) or pair.cn.is_first_level == pair.pk.is_first_level:
                    return [Pair(pair.cn, pair.pk, "the two", 0.75)], ""
        if len(sides) == 1 and len({s.place.place_id for s in fitting}) == 1:
            return self._complete_one_side(fitting[0], tie, reason)
        if not sides and told_year(doc, self.marks, tie.span, sentence):
            return self._complete_from_page(tie, reason)
        return [], reason

    def _complete_one_side(self, known: Spot, tie: _Tie, reason: str) -> tuple[list[Pair], str]:
        other = "PK" if known.country == "CN" else "CN"
        partner = None
        for pair in reversed(self.told):
            if known.place in (pair.cn.place, pair.pk.place):
                partner = pair.pk if other == "PK" else pair.cn
                break
        partner = partner or only_place(self.spots, other, lambda s: self._spot_fits(s, tie))
        if partner is None:
            return [], f"{reason}; its partner is not named"
        cn, pk = (known, partner) if other == "PK" else (partner, known)
        if cn.is_first_level != pk.is_first_level and cn.place.place_id not in MUNICIPALITIES:
            return [], "a partner of its level is not named"
        return [Pair(cn, pk, "partner named elsewhere", 0.66)], ""

    def _complete_from_page(self, tie: _Tie, reason: str) -> tuple[list[Pair], str]:
        cn = only_place(self.spots, "CN", lambda s: self._spot_fits(s, tie))
        pk = only_place(self.spots, "PK", lambda s: self._spot_fits(s, tie))
        return ([Pair(cn, pk, "places of the page", 0.62)], "") if cn and pk else ([], reason)

    def _spot_fits(self, spot: Spot, tie: _Tie) -> bool:
        if tie.city and tie.province:
            return True
        if tie.province:
            return spot.is_first_level
        return not spot.is_first_level or spot.place.place_id in MUNICIPALITIES

    def _level_fits(self, pair: Pair, tie: _Tie) -> bool:
        return self._spot_fits(pair.cn, tie) and self._spot_fits(pair.pk, tie)

    def _remember(self, sentence: Sentence) -> None:
        """Keep the last pair named together, for "the two cities" of later sentences."""
        own = parties(self.doc, self.gazetteer, self.spots, sentence)
        pairs, _ = pair_up(self.doc, own, sentence)
        if len(pairs) == 1 and {pairs[0].cn.place.place_id, pairs[0].pk.place.place_id} != CAPITALS:
            self.told.append(pairs[0])

    def _read_paper(self, sentence: Sentence) -> None:
        """A paper without words of a standing tie: cooperation, where two governments are its parties."""
        doc = self.doc
        groups = ("instrument", "letter_of_intent", "joint_body")
        if not any(doc.cues.found(group, doc.text, sentence.start, sentence.end) for group in groups):
            return
        reading = read_stage(doc, sentence.start, sentence.end, None)
        between = re.search(
            r"\b(?:mou|memorandum|agreement|pact) is between\b", doc.text[sentence.start : sentence.end]
        )
        if reading is None and between:
            reading = Reading(
                "signed",
                sentence.start + between.start(),
                sentence.start + between.end(),
                False,
                "the paper is named with its parties",
            )
        reading = reading or self._standing_paper(sentence)
        if reading is None:
            return
        if doc.cues.found("business", doc.text, sentence.start, sentence.end):
            self._miss(sentence, "a paper, but of firms, universities or other bodies")
            return
        own = parties(doc, self.gazetteer, self.spots, sentence, strict=True)
        pairs, reason = pair_up(doc, own, sentence)
        sides = {s.country for s in own}
        if not pairs and len(sides) == 1 and len({s.place.place_id for s in own}) == 1:
            loose, _ = pair_up(doc, parties(doc, self.gazetteer, self.spots, sentence), sentence)
            pairs = loose if len(loose) == 1 and _GOVERNMENTS.search(doc.text, sentence.start, sentence.end) else []
            pairs = pairs or self._told_with(own[0])
        if (
            not pairs
            and not own
            and doc.cues.found("both_cities", doc.text, sentence.start, sentence.end)
            and self.told
        ):
            pairs = [Pair(self.told[-1].cn, self.told[-1].pk, "the two", 0.6)]
        if len(pairs) > 1 and all(pair.how == "pair" for pair in pairs) and self._is_about_ties():
            for pair in pairs:
                self._tell(sentence, pair, reading, _Tie((reading.start, reading.end), True, True))
            return
        if not pairs and not own and self._told_before(sentence):
            pairs = [self._told_before(sentence)]
        if len(pairs) != 1:
            self._miss(sentence, f"a paper, but {reason if not pairs else 'several places could be its parties'}")
            return
        self._tell(sentence, pairs[0], reading, None)

    def _standing_paper(self, sentence: Sentence) -> Reading | None:
        """A paper that has stood since a year, or a joint body that two governments set up (codebook 7)."""
        doc = self.doc
        if doc.cues.found("joint_body", doc.text, sentence.start, sentence.end):
            made = doc.cues.spans("establish", doc.text, sentence.start, sentence.end)
            if made:
                return Reading("signed", *made[0], False, "a joint body was set up")
        instrument = doc.cues.spans("instrument", doc.text, sentence.start, sentence.end)
        since = re.search(r"\bsince\b", doc.text[sentence.start : sentence.end])
        if instrument and since and told_year(doc, self.marks, instrument[0], sentence):
            return Reading("signed", *instrument[0], False, "a paper stands since a year told")
        return None

    def _is_about_ties(self) -> bool:
        end = min(len(self.doc.text), self.doc.title_end + 200)
        return any(
            self.doc.cues.found(group, self.doc.text, 0, end) for group in ("tie_city", "tie_province", "tie_any")
        ) or bool(re.search(r"\bsisters?\b", self.doc.text[:end]))

    def _told_before(self, sentence: Sentence) -> Pair | None:
        """ "The pact was concluded in 2013": a definite paper, of the pair that the sentence before ties."""
        text = self.doc.text
        definite = re.match(
            r"(?:the|this|that|a) (?:first |original |old |new )?(?:pact|agreement|text|accord|paper|deal|mou|memorandum)\b",
            text[sentence.start : sentence.end],
        )
        before = [s for s in self.doc.sentences if s.end <= sentence.start and not self.doc.is_title(s)]
        if not (
            definite
            and before
            and self.told
            and told_year(self.doc, self.marks, (sentence.start, sentence.end), sentence)
        ):
            return None
        pair = self.told[-1]
        return Pair(pair.cn, pair.pk, "the two", 0.6) if self._tie(before[-1]) else None

    def _told_with(self, known: Spot) -> list[Pair]:
        """A paper with one place named: its partner is the one that title or text named it with."""
        for pair in reversed(self.told):
            if known.place in (pair.cn.place, pair.pk.place):
                return [Pair(pair.cn, pair.pk, "partner named elsewhere", 0.62)]
        return []

    def _tell(self, sentence: Sentence, pair: Pair, reading: Reading | None, tie: _Tie | None) -> None:
        doc = self.doc
        years = anniversary(doc, self.marks, sentence) if tie else None
        if years:
            reading = Reading(
                "signed", tie.span[0] if tie else 0, tie.span[1] if tie else 0, False, "its anniversary is told"
            )
        since = (
            told_year(doc, self.marks, tie.span, sentence)
            if tie and (reading is None or reading.stage == "proposed")
            else None
        )
        if since and reading is not None:
            reading = None if _stands_since(doc, since) else reading
            since = since if reading is None else None
        if reading is None:
            if since is None:
                self._miss(sentence, "a tie is named, but neither act nor date")
                return
            reading = Reading("signed", since.start, since.end, False, "stands since a date told")
        act = (reading.start, reading.end)
        when = find_day(doc, self.marks, sentence, act)
        day = years or (since.date if since else when.date)
        if day is None and not since:
            day = self._day_of_lead(sentence)
        if day is None and pair.how in ("the two", "partner named elsewhere"):
            day = self._year_of_paragraph(sentence)
        past = is_history(doc, self.marks, sentence, act, day)
        if past == ASIDE and reading.stage == "proposed":
            past = None
        past = past or ("a date since which the tie stands" if since else None)
        span = self._evidence(sentence, pair, act, tie)
        self.findings.append(
            Finding(
                type="agreement",
                stage="signed" if past and reading.stage == "proposed" and self._agreed(sentence) else reading.stage,
                relation=_relation(pair, tie),
                actor=None,
                cn=pair.cn,
                pk=pair.pk,
                date=day,
                is_new=past is None,
                start=span[0],
                end=span[1],
                rule=f"agreement: {pair.how}, {'tie' if tie else 'paper'}, {reading.stage}",
                confidence=pair.confidence * (1.0 if tie else 0.9),
                in_title=doc.is_title(sentence),
                explicit=reading.explicit,
                why=(reading.why, when.why, past or "the article's news"),
            )
        )

    def _year_of_paragraph(self, sentence: Sentence) -> str | None:
        """The past date that the sentence before, of the same paragraph, tells of the same two places."""
        told = [m for m in self.marks if m.has_year and m.start < sentence.start and len(m.date) >= 7]
        line_start = self.doc.text.rfind("\n", 0, sentence.start)
        return (
            told[-1].date if told and told[-1].start > line_start and not self.doc.in_dateline(told[-1].start) else None
        )

    def _day_of_lead(self, sentence: Sentence) -> str | None:
        """The day of the forum or signing that the report opens with, for what it then tells in detail."""
        prose = [s for s in self.doc.sentences if not self.doc.is_title(s) and s.end - s.start > 30]
        if (
            not prose
            or prose[0].start >= sentence.start
            or self.doc.cues.found("history", self.doc.text, sentence.start, sentence.end)
        ):
            return None
        lead = prose[0]
        groups = ("tie_city", "tie_province", "tie_any", "instrument")
        if not any(self.doc.cues.found(g, self.doc.text, lead.start, lead.end) for g in groups) and not _FORUM.search(
            self.doc.text, lead.start, lead.end
        ):
            return None
        when = find_day(self.doc, self.marks, lead, (lead.start, lead.start))
        return when.date if when.date and len(when.date) == 10 else None

    def _agreed(self, sentence: Sentence) -> bool:
        """In history, "agreed in 2006" is as good as signed (codebook, Agreements 2)."""
        return bool(re.search(r"\bagreed\b|同意", self.doc.text[sentence.start : sentence.end]))

    def _evidence(self, sentence: Sentence, pair: Pair, act: tuple[int, int], tie: _Tie | None) -> tuple[int, int]:
        """The shortest span of the sentence that holds both places, the tie and the act."""
        points = [act, *([tie.span] if tie else [])]
        points += [(s.start, s.end) for s in (pair.cn, pair.pk) if sentence.start <= s.start < sentence.end]
        return min(p[0] for p in points), max(p[1] for p in points)

    def _miss(self, sentence: Sentence, reason: str) -> None:
        self.misses.append(NearMiss(sentence.start, sentence.end, reason))


def _relation(pair: Pair, tie: _Tie | None) -> Relation:
    """The relation follows the places tied, not loose wording (codebook, Agreements 6)."""
    if tie is None:
        return "cooperation"
    return "sister_province" if pair.cn.is_first_level and pair.pk.is_first_level else "sister_city"


def reference_rows(doc: Document, spots: Sequence[Spot], marks: Sequence[DateMark]) -> Iterator[Finding]:
    """Read a register: a page about sister ties with a place of each country and a year in a row, or a place's
    partners listed with years below its name. A row without a year is no more than a name (codebook, Agreements 9).
    """
    head = (0, min(len(doc.text), doc.body_start + 400))
    if not any(doc.cues.found(group, doc.text, *head) for group in ("tie_city", "tie_province")):
        return
    heading = _subject(doc, spots, doc.sentences[0]) if doc.sentences else None
    for sentence in doc.sentences:
        row = [s for s in spots if sentence.start <= s.start < sentence.end and s.use == "party"]
        if sentence.end - sentence.start > _ROW_LENGTH or doc.is_title(sentence):
            continue
        years = [m for m in marks if sentence.start <= m.start < sentence.end and m.has_year]
        if len(row) == 1 and not years and _is_heading(doc, sentence, row[0]):
            heading = row[0]
            continue
        is_row = sum(doc.text.count(mark, sentence.start, sentence.end) for mark in ("|", "\t")) >= 2
        is_entry = bool(_ENTRY.match(doc.text, sentence.start))
        if is_entry and len(row) == 1 and heading and heading.country != row[0].country:
            row.append(heading)
        if not (is_row or is_entry) or len(years) != 1 or len(row) != 2 or {s.country for s in row} != {"CN", "PK"}:
            continue
        cn, pk = sorted(row, key=lambda s: s.country)
        pair = Pair(cn, pk, "row", 0.85)
        yield Finding(
            type="agreement",
            stage="signed",
            relation=_relation(pair, _Tie((0, 0), True, True)),
            actor=None,
            cn=cn,
            pk=pk,
            date=years[0].date,
            is_new=False,
            start=sentence.start,
            end=sentence.end,
            rule="agreement: row of a register",
            confidence=0.85,
            in_title=False,
            explicit=False,
            why=("a row with its year",),
        )


def _stands_since(doc: Document, since: DateMark) -> bool:
    return bool(_STANDS_SINCE.search(doc.text[max(0, since.start - 20) : since.start]))


def _subject(doc: Document, spots: Sequence[Spot], title: Sentence) -> Spot | None:
    named = [s for s in spots if title.start <= s.start < title.end and s.use == "party"]
    return named[0] if len(named) == 1 else None


def _is_heading(doc: Document, sentence: Sentence, spot: Spot) -> bool:
    rest = doc.text[sentence.start : spot.start] + doc.text[spot.end : sentence.end]
    return not re.sub(r"[\s:*#()=-]|city|province|[市省:]", "", rest)
