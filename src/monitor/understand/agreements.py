"""Agreements: sentences that speak of a tie or a paper between places, read for pair, stage, date and novelty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.understand.abroad import is_tied_abroad
from monitor.understand.act_days import (
    day_of_lead,
    day_told_before,
    day_told_later,
    day_told_next,
    time_that_opens,
    year_of_paragraph,
)
from monitor.understand.announced import Announced, as_drafted
from monitor.understand.asserted import asserted, listed_as_new
from monitor.understand.dated_ties import dated_ties, days_in_order, is_date_of_another
from monitor.understand.earlier import earlier_apart, earlier_paper
from monitor.understand.finding import Finding, NearMiss
from monitor.understand.home import own_place
from monitor.understand.novelty import (
    ASIDE,
    When,
    anniversary,
    dates_the_first,
    find_day,
    forum_year,
    is_fresh,
    is_history,
    is_yet_to_come,
    marks_in,
    stands_since,
    told_year,
)
from monitor.understand.pairs import Pair, is_locative, pair_up, parties
from monitor.understand.paper_before import as_of_its_paper, called_letters, is_under_paper
from monitor.understand.paper_parties import PaperParties
from monitor.understand.papers import (
    is_about_ties,
    is_body,
    no_paper,
    papers_beside,
    signed_next,
    standing_paper,
    stands_for_country,
)
from monitor.understand.partners import Partners
from monitor.understand.places import Spot
from monitor.understand.same_acts import ToldAct, same_act
from monitor.understand.scene import Scene
from monitor.understand.stage import Reading, earlier_letter, read_stage
from monitor.understand.text import Sentence
from monitor.understand.ties import (
    TIE_GROUPS,
    Tie,
    clause_of,
    find_tie,
    of_level,
    of_level_told,
    of_one_level,
    parted_at_semicolons,
    pieces,
    relation_of,
)
from monitor.understand.told_pairs import has_paper_of_its_own, is_of_a_list, is_of_others, pairs_of_tie
from monitor.understand.weighed_ties import weighed_tie

_LETTER_DATED = 60
"""Characters after an earlier letter of intent in which its date stands."""
_AGREED = re.compile(
    r"\bagreed\b|同意"
    r"|\b(?:went|came|flew|travelled|drove|gathered|met|arrived|invited)\b[^.;]{0,60} to (?:sign|ink|seal)\b"
)
"""What in history was done, though it was meant for later when it was told."""
_SO_FAR = re.compile(r"\bso far only\b|\bonly agreed\b|\bin principle\b")
"""What was agreed is no more than that."""
_ELLIPSIS = re.compile(r"\bone (?:to|on|for|of)\b")
"""A clause that leaves its paper to the one before: "and A and B one to be sister cities"."""
_BUT = re.compile(r"[,;] ?(?:(?:然而|但|可是|不过)|(?:but|however|yet)\b)|(?<![آ-ۓ])(?:لیکن|مگر|تاہم)(?![آ-ۓ])")
_DECADE = re.compile(r"\b(?:19|20)\d0'?s\b|\d0年代|کی دہائی")
"""A time told, but no date."""
_SEVERAL_PAPERS = re.compile(
    r"\b(?:two|three|four|five|six|several|\d+) (?:[a-z-]+ ){0,2}"
    r"(?:letters of intent|agreements|memorand|pacts|accords|mous)"
)
"""Papers of which the next sentence tells whose each is."""
_DONE = re.compile(r"(?:ed|ought|ade)\Z")
"""The end of a verb of what is done."""
_NOT_TO_WEIGH = ("denial", "reference", "business", "body", "standing", "nurture", "unsaid")
"""Words that no weights outweigh."""
_PROVIDED = re.compile(r",? (?:provided|on (?:the )?condition|subject to)\b")
"""Before a condition: who is to meet it is no party."""
_ONLOOKERS = re.compile(r", [^,;]{5,120} (?:looking on|watching|in attendance|standing by)(?=[.,;])")
"""Who was there when a paper was signed, and is no party of it."""
_ARE = re.compile(r"\b(?:is|are|was|were|being|remain(?:s|ed)?)(?: (?:already|also|both|still|old|an?|the|two))* \Z")
"""Before a tie that simply stands: "reminded them that A and B were sister provinces"."""
_NEITHER = "a tie is named, but neither act nor date"
_SENTENCE_BEFORE = 160
"""Characters between two acts of one table."""
_ON = re.compile(r" (?:on|for(?! now| the moment| the time being)|about|concerning|covering|in) ")
_LASTING = re.compile(
    r"\b(?:have|has) been"
    r"(?= [^,;]{0,40}\bfor (?:(?:over |nearly |almost )?(?!many)[a-z0-9-]+ years|(?:some|a long) time)\b)"
    r"|\bsince (?:the )?(?:mid[- ]|early |late )?(?:19|20)\d0'?s\b"
)
_MARKS_YEARS = re.compile(
    r"\bmark(?:s|ed|ing)? (?:the |their |its )?(?:[\w-]+ ){1,3}(?:years?|decades?|anniversary) of "
    r"(?:being |their |the )?(?:sister|twin|friendly|friendship cit)"
    r"|\benter(?:s|ed|ing) (?:its|their) [a-z0-9-]+ year\b"
    r"|\bturn(?:s|ed) (?:[a-z-]+|\d+)(?: years)?(?: old)? (?:this|last|next) (?:year|month|week)\b"
)


class AgreementReader:
    """Reads one article; `findings` and `misses` are filled by `read`."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.partners = Partners(scene)
        self.papers = PaperParties(scene, self.partners)
        self.findings: list[Finding] = []
        self.misses: list[NearMiss] = []
        self.announced = Announced(scene)
        self._last: ToldAct | None = None

    def read(self) -> None:
        """Go through the body, then the title, which may lean on pairs that the body tells in full."""
        sentences = [part for sentence in self.scene.body() for part in earlier_apart(self.scene.doc, sentence)]
        body = [piece for sentence in sentences for piece in pieces(self.scene, sentence)]
        leading: list[Sentence] = []
        for sentence in [*body, *self.scene.titles()]:
            tie = find_tie(self.scene, sentence)
            rows = dated_ties(self.scene, self.partners, sentence, tie, self.findings[-1:])
            told = rows or self.announced.pairs_in(sentence, tie)
            for pair, reading, of_tie, when in told or ():
                self._tell(sentence, pair, reading, of_tie, None, when)
            if told is None and not self._read_earlier(sentence):
                leading += [sentence] if not self.findings else []
                if not self._read_same(sentence, tie):
                    self._read_tie(sentence, tie) if tie else self._read_paper(sentence)
            self.partners.remember(sentence)
        for sentence in leading:  # "What began as a letter of intent in 2022 is now …", above the report itself
            self._read_earlier(sentence)
        letters = [s for s in self.scene.body() if self.scene.says("letter_of_intent", s)]
        of_no_party = [s for s in letters if not self._parties(s, strict=True)]
        self.findings = called_letters(self.scene, self.findings, of_no_party)
        self._weigh()

    def _weigh(self) -> None:
        """Read by their words alone the sentences below the title that no rule reads, or says why it does not."""
        known = [(miss.start, miss.end) for miss in self.misses if miss.reason != _NEITHER]
        known += [(finding.start, finding.end) for finding in self.findings]
        for where in self.scene.body():
            if any(start < where.end and where.start < end for start, end in known):
                continue
            if self.scene.names_abroad(where) or self.scene.says_any(_NOT_TO_WEIGH, where):
                continue
            tie = find_tie(self.scene, where)
            if tie is None and self.scene.says_any(TIE_GROUPS, where):
                continue  # "the conference of sister cities": rules know that these words are of no tie
            if tie and _ARE.search(self.scene.doc.text, where.start, tie.span[0]):
                continue
            told = weighed_tie(self.scene, where, self.findings)
            if told:
                self._tell(where, *told, tie, None)

    def _read_tie(self, where: Sentence, tie: Tie) -> None:
        scene = self.scene
        if scene.says("denial", where):
            told = self._before_denial(where)
            self._miss(replace(where, start=told.end if told else where.start), "a tie, but it is denied")
            if told is None:
                return
            where = told
        if self.partners.is_another(where):
            self._miss(where, "a tie, but with a place that is not known")
            return
        own = self._parties(where, strict=scene.doc.is_title(where))
        if scene.doc.lang == "en" and tie.city and tie.province:
            tie = of_level_told(scene, where, tie)
        pairs, reason = pair_up(scene.doc, of_level(scene, own, tie, where), where)
        if tie.province:
            pairs = [of_one_level(scene, pair) for pair in pairs]
        pairs = pairs_of_tie(scene, where, self._without_papers(where, pairs), tie)
        if pairs and all(is_of_a_list(scene, pair, tie) for pair in pairs):
            self._miss(where, "a list of places of several countries")
            return
        if not pairs:
            ambiguous = "respectively" in reason
            pairs, other_reason = self.partners.for_tie(where, tie, own)
            reason = reason if ambiguous else other_reason
        self._keep_open(where, tie, own, None if pairs else f"a tie, but {reason}")
        if self._tell_in_order(where, pairs, tie):
            return
        for pair in pairs:
            if is_of_others(scene, where, pair, tie):
                self._miss(where, "a tie, but of ports, parks or other bodies")
                continue
            clause = clause_of(scene, where, pair, pairs)
            own_tie = find_tie(scene, clause) or tie
            reading = self._stage_of(where, clause, pair, tie, own_tie)
            is_letter = reading is not None and reading.stage == "letter_of_intent" and len(pairs) > 1
            if reading and is_letter and has_paper_of_its_own(scene, where, clause, pair):
                reading = Reading("signed", reading.start, reading.end, False, "a paper beside the letter of intent")
            own_time = marks_in(scene.marks, clause.start, clause.end) or _DECADE.search(scene.words(clause))
            dated = clause if own_time or self._is_dated_since(where) else where
            reading = as_drafted(scene, where, reading)
            self._read_time(dated, pair, as_of_its_paper(scene, where, pair, reading, self._last_found()), own_tie)

    def _before_denial(self, where: Sentence) -> Sentence | None:
        """ "A and B signed a letter of intent in 2012, but no agreement has followed": what comes before the "but"."""
        but = _BUT.search(self.scene.doc.text, where.start, where.end)
        told = replace(where, end=but.start()) if but else None
        return told if told and find_tie(self.scene, told) and not self.scene.says("denial", told) else None

    def _without_papers(self, where: Sentence, pairs: Sequence[Pair]) -> list[Pair]:
        """Tell the papers of other places that a sentence names beside a tie, and leave out their pairs."""
        reading = read_stage(self.scene.doc, where.start, where.end, None)
        beside = papers_beside(self.scene, where) if reading else []
        for pair, stage in beside:
            if reading and reading.stage in ("signed", "letter_of_intent"):
                self._tell(where, pair, replace(reading, stage=stage), None, None)
        apart = {(pair.cn, pair.pk) for pair, _ in beside}
        return [pair for pair in pairs if (pair.cn, pair.pk) not in apart]

    def _stage_of(self, where: Sentence, clause: Sentence, pair: Pair, tie: Tie, own_tie: Tie) -> Reading | None:
        """The stage that the clause of a pair tells, else its part of the sentence, else the whole."""
        scene = self.scene
        reading = read_stage(scene.doc, clause.start, clause.end, own_tie.span)
        planned_letter = reading and reading.stage == "proposed" and scene.says("letter_of_intent", clause)
        if reading is None or planned_letter or _ELLIPSIS.search(scene.words(clause)):
            reading = read_stage(scene.doc, where.start, where.end, tie.span) or reading
        last = max(pair.cn.start, pair.pk.start)
        part = next((p for p in parted_at_semicolons(scene, where) if p.start <= last < p.end), where)
        if part != where and part.start <= tie.span[0] < part.end and clause == where:
            return read_stage(scene.doc, part.start, part.end, tie.span)
        if reading and part != where and not find_tie(scene, part) and scene.says("wish", part):
            return replace(reading, stage="proposed", explicit=False, why="a wish, in a clause of its own")
        return reading

    def _tell_in_order(self, where: Sentence, pairs: Sequence[Pair], tie: Tie) -> bool:
        """Tell pairs that stand since one date each, in order."""
        days = days_in_order(self.scene, where, pairs)
        for pair, mark in zip(pairs, days, strict=False):
            act = Reading("signed", mark.start, mark.end, False, "stands since a date told")
            self._tell(where, pair, act, tie, None, When(mark.date, "its own date, in order"))
        return bool(days)

    def _is_dated_since(self, where: Sentence) -> bool:
        """The only days of a sentence are those since which one of its ties stands, no other's."""
        told = marks_in(self.scene.marks, where.start, where.end)
        return bool(told) and all(stands_since(self.scene.doc, mark) for mark in told)

    def _keep_open(self, where: Sentence, tie: Tie, own: Sequence[Spot], miss: str | None) -> None:
        """Keep a tie without its pairs, or several papers: the next sentence may tell whose each is."""
        if miss or _SEVERAL_PAPERS.search(self.scene.words(where)):
            self.announced.promise(where, tie, own)
        if miss:
            self._miss(where, miss)

    def _parties(self, where: Sentence, *, strict: bool) -> list[Spot]:
        """The places of a sentence that could be parties, but for those tied to a city abroad."""
        scene = self.scene
        own = parties(scene.doc, scene.gazetteer, scene.spots, where, strict=strict)
        own = [spot for spot in own if not is_tied_abroad(scene, spot)]
        condition = _PROVIDED.search(scene.doc.text, where.start, where.end)
        own = [spot for spot in own if not (condition and spot.start > condition.start() and len(own) > 1)]
        there = [s for s in own if s.country == "CN" and is_locative(scene.doc, s)] if scene.doc.lang == "zh" else []
        home = own_place(scene.doc, scene.gazetteer, scene.spots) if there else None
        return [spot for spot in own if spot not in there] if home else own  # 市长与…在南宁签署: where, not who

    def _read_same(self, where: Sentence, tie: Tie | None) -> bool:
        """ "A and B were declared sister cities. So were C and D": what was told last holds for these."""
        if self._last is None or (tie and read_stage(self.scene.doc, where.start, where.end, tie.span)):
            return False
        told = same_act(self.scene, where, self._last)
        for pair, reading, of_tie, when in told:
            self._tell(where, pair, reading, of_tie, None, when)
        return bool(told)

    def _read_earlier(self, where: Sentence) -> bool:
        told = earlier_paper(self.scene, where, self.findings)
        if told:
            self._tell(where, told.pair, told.reading, told.tie, None, told.when)
        return told is not None

    def _read_paper(self, where: Sentence) -> None:
        """A paper without words of a standing tie: cooperation, where two governments are its parties."""
        scene = self.scene
        onlookers = _ONLOOKERS.search(scene.doc.text, where.start, where.end)
        where = replace(where, end=onlookers.start()) if onlookers else where
        if not scene.says_any(("instrument", "letter_of_intent", "joint_body"), where):
            return
        reading = read_stage(scene.doc, where.start, where.end, None) or standing_paper(scene, where)
        if reading is None:
            return
        reason = no_paper(scene, where, reading)
        if reason:
            self._miss(where, f"a paper, but {reason}")
            return
        own = self._parties(where, strict=True)
        pairs, reason = pair_up(scene.doc, own, where)
        part = next((p for p in parted_at_semicolons(scene, where) if p.start <= reading.start < p.end), where)
        inside = [p for p in pairs if all(part.start <= spot.start < part.end for spot in (p.cn, p.pk))]
        pairs = inside or pairs
        if not pairs and not scene.doc.is_title(where):
            pairs = self.papers.pairs_of(where, own)
        if pairs and all(is_of_a_list(scene, pair) for pair in pairs):
            self._miss(where, "a list of places of several countries")
            return
        if not pairs and not scene.names_abroad(where):
            self.announced.tell_act(where, reading, None)
        if len(pairs) > 1 and all(pair.how in ("pair", "respectively") for pair in pairs) and is_about_ties(scene):
            for pair in pairs:
                self._tell(where, pair, reading, Tie((reading.start, reading.end), True, True), None)
        elif len(pairs) == 1 and any(is_body(scene, where, spot) for spot in (pairs[0].cn, pairs[0].pk)):
            self._miss(where, "a paper, but of firms, universities or other bodies")
        elif len(pairs) == 1 and stands_for_country(scene, where, pairs[0]):
            self._miss(where, "a paper, but a capital stands for its country")
        elif len(pairs) == 1:
            self._tell(where, pairs[0], reading, self._tie_before(where, reading), None)
        else:
            self._miss(where, f"a paper, but {reason if not pairs else 'several places could be its parties'}")

    def _tie_before(self, where: Sentence, reading: Reading) -> Tie | None:
        """ "A and B signed sister-city agreements. C and D signed a letter of intent", or "The pact …": of ties."""
        if self.papers.is_the_paper(where):
            return Tie((reading.start, reading.end), True, True)
        last = self._last_found()
        if last is None or reading.stage != "letter_of_intent" or last.relation == "cooperation" or not last.is_new:
            return None
        text = self.scene.doc.text
        beside = where.start - last.end < _SENTENCE_BEFORE
        return Tie((reading.start, reading.end), True, True) if beside and not _ON.match(text, reading.end) else None

    def _read_time(self, where: Sentence, pair: Pair, reading: Reading | None, tie: Tie) -> None:
        """Look whether the sentence tells a tie that stands since a date, then tell it."""
        doc, marks = self.scene.doc, [m for m in self.scene.marks if not is_date_of_another(self.scene, m, pair)]
        year = anniversary(doc, marks, where)
        if year:
            letter = self.scene.says("letter_of_intent", where)
            reading = Reading("letter_of_intent" if letter else "signed", *tie.span, letter, "its anniversary is told")
            self._tell(where, pair, reading, tie, year)
            return
        told = any(mark.has_year for mark in marks_in(marks, where.start, where.end))
        if _MARKS_YEARS.search(doc.text, where.start, where.end) and not told:
            self._miss(where, "the anniversary of a tie")
            return
        since = told_year(doc, marks, tie.span, where) if reading is None or reading.stage == "proposed" else None
        if since and (reading is None or stands_since(doc, since)):
            reading = Reading("signed", since.start, since.end, False, "stands since a date told")
            self._tell(where, pair, reading, tie, None if is_fresh(doc, since.date) else since.date)
        elif reading is None and (lasting := _LASTING.search(doc.text, where.start, where.end)):
            reading = Reading("signed", *lasting.span(), False, "stands for years told")
            self._tell(where, pair, reading, tie, None)
        elif reading is None and (announced := self.announced.act_for(where, pair)):
            self._tell(where, pair, announced[0], tie, None, announced[1])
        elif reading is None and is_under_paper(self.scene, where, pair, self._last_found()):
            self._tell(where, pair, Reading("signed", *tie.span, False, "under the paper told before"), tie, None)
        elif reading is None and (new := listed_as_new(doc, where, tie.span)):
            self._tell(where, pair, self.announced.as_told(new), tie, None)
        elif reading is None and (signed := signed_next(self.scene, where, tie.span)):
            self._tell(where, pair, signed, tie, None)
        elif reading is None and (done := asserted(doc, where, pair, tie.span)):
            self._tell(where, pair, done, tie, None)
        elif reading is None:
            self._miss(where, _NEITHER)
        else:
            self._tell_with_what_came_before(where, pair, reading, tie)

    def _last_found(self) -> Finding | None:
        return self.findings[-1] if self.findings else None

    def _tell_with_what_came_before(self, where: Sentence, pair: Pair, reading: Reading, tie: Tie) -> None:
        """The act of a sentence; a first paper and an earlier letter of intent, where dated, are history beside it."""
        doc, marks = self.scene.doc, self.scene.marks
        letter = earlier_letter(doc, where.start, where.end)
        after = marks_in(marks, letter[1], letter[1] + _LETTER_DATED) if letter else []
        of_letter = [m for m in after if m.has_year or (doc.published and not is_fresh(doc, m.date))]
        rest = [mark for mark in marks if mark not in of_letter]
        told = find_day(doc, rest, where, (reading.start, reading.end)) if of_letter else None
        self._tell(where, pair, reading, tie, None, told)
        first = next((m for m in marks_in(marks, where.start, where.end) if dates_the_first(doc, m)), None)
        if first and first.has_year:
            before = Reading("signed", first.start, first.end, False, "first made on a date told")
            self._tell(where, pair, before, tie, first.date)
        if letter and of_letter:
            before = Reading("letter_of_intent", *letter, True, "a letter of intent came before")
            self._tell(where, pair, before, tie, of_letter[0].date)

    def _tell(
        self,
        where: Sentence,
        pair: Pair,
        reading: Reading,
        tie: Tie | None,
        since: str | None,
        told: When | None = None,
    ) -> None:
        """Make the finding; `since` is the date from which a tie is told to stand, which makes it history.

        `told` is when it happened where another sentence tells that.
        """
        scene = self.scene
        if not scene.doc.is_title(where):
            self._last = ToldAct(where, reading, tie, pair)
        act = (reading.start, reading.end)
        when = told or find_day(scene.doc, scene.marks, where, act)
        if when.date is None and since is None:
            when = (
                time_that_opens(scene, where)
                or day_told_next(scene, where, pair)
                or day_told_before(scene, where)
                or when
            )
        meant = pair.how in ("the two", "partner named elsewhere")
        day = since or when.date or (year_of_paragraph(scene, where) if meant else None) or day_of_lead(scene, where)
        past = is_history(scene.doc, scene.marks, where, act, day)
        if past == ASIDE and reading.stage == "proposed":
            past = None
        past = past or ("a date since which the tie stands" if since else None)
        if day is None and past is None and reading.stage != "proposed":
            when = day_told_later(scene, where, pair) or when
            day = when.date or forum_year(scene.doc, scene.marks)
        if reading.stage != "proposed" and is_yet_to_come(scene.doc, day):
            if _DONE.search(scene.doc.text, reading.start, reading.end) or reading.stage == "letter_of_intent":
                day = None  # "was inked, and the mayor comes in December"
            else:
                reading = replace(reading, stage="proposed", explicit=False, why=f"{day} is after the article")
        agreed = _AGREED.search(scene.words(where)) and not _SO_FAR.search(scene.words(where))
        was_agreed = past and reading.stage == "proposed" and agreed
        start, end = _evidence(where, pair, act, tie)
        self.findings.append(
            Finding(
                type="agreement",
                stage="signed" if was_agreed else reading.stage,  # in history, "agreed in 2006" is signed (codebook 2)
                relation=relation_of(pair, tie),
                actor=None,
                cn=pair.cn,
                pk=pair.pk,
                date=day,
                is_new=past is None,
                start=start,
                end=end,
                rule=f"agreement: {pair.how}, {'tie' if tie else 'paper'}, {reading.stage}",
                weight=pair.weight * (1.0 if tie else 0.9),
                in_title=scene.doc.is_title(where),
                explicit=reading.explicit,
                why=(reading.why, when.why, past or "the article's news"),
            )
        )

    def _miss(self, where: Sentence, reason: str) -> None:
        self.misses.append(NearMiss(where.start, where.end, reason))


def _evidence(where: Sentence, pair: Pair, act: tuple[int, int], tie: Tie | None) -> tuple[int, int]:
    """The shortest span of the sentence that holds both places, the tie and the act."""
    points = [act, *([tie.span] if tie else [])]
    inside = [s for s in (pair.cn, pair.pk) if where.start <= s.start < where.end]
    points += [(s.start, s.end) for s in inside]
    if len(inside) < 2 or pair.how == "respectively":  # "the two cities", or lists of which only the whole shows pairs
        points.append((where.start, where.start))
    return min(start for start, _ in points), max(end for _, end in points)
