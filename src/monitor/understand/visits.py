"""Visits: sentences in which people of one country meet or go to a local government of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from monitor.records import Actor, Stage
from monitor.understand.dates import DateMark
from monitor.understand.document import Document
from monitor.understand.finding import Finding, NearMiss
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.novelty import When, find_day, is_history, marks_in
from monitor.understand.officials import Official, Surroundings, find_officials
from monitor.understand.pairs import parties
from monitor.understand.places import Spot
from monitor.understand.text import Sentence

_LISTED = re.compile(
    r"^(?: [\w.'()-]+){0,4}(?: of [\w' -]{3,30})?(?:,| and|,? and|、|和|،| اور)(?: (?!with )[\w'.-]+){0,4} ?$"
)
_HE = re.compile(r"\b(?:he|she)\b")
_UNREAL = re.compile(
    r"\b(?:offer(?:s|ed)?|wants?|wanted|hop(?:e|es|ed)|wish(?:es|ed)?|like|agreed|asked|ready|keen|refused|promised) to $"
)
"""Before a verb of meeting or travelling: words only, nobody came."""
_PLAN_REACH = 45
"""Characters before a verb in which "will" or "is to" makes a plan of it."""


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb of meeting or travelling, and whether it is only planned."""

    start: int
    end: int
    stage: Stage
    certain: bool = True


class VisitReader:
    """Reads one article; `findings` and `misses` are filled by `read`."""

    def __init__(self, doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot], marks: Sequence[DateMark]) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.spots = spots
        self.marks = marks
        self.around = Surroundings(doc, gazetteer, spots)
        self.findings: list[Finding] = []
        self.misses: list[NearMiss] = []
        body = [s for s in doc.sentences if not doc.is_title(s)]
        self.order = [*body, *(s for s in doc.sentences if doc.is_title(s))]
        self.actors = {s.index: find_officials(doc, gazetteer, spots, s) for s in self.order}

        prose = [s for s in body if s.end - s.start > 30]
        lead = [o for s in prose[:1] for o in self.actors[s.index]]
        self.lead_envoys = [o for o in lead if o.kind == "envoy"]
        """Whose tour the report tells: "he" of later sentences."""

    def read(self) -> None:
        """Go through the body, then the title."""
        for sentence in self.order:
            actors = self.actors[sentence.index]
            if actors and self._worth_reading(sentence):
                self._read_sentence(sentence, actors)
            self.around.remember(actors)

    def _worth_reading(self, sentence: Sentence) -> bool:
        cues, text = self.doc.cues, self.doc.text
        if self.doc.is_title(sentence) and any(cues.found("virtual", text, s.start, s.end) for s in self.order[:2]):
            self._miss(sentence, "people meet, but not in person")
            return False
        received = cues.found("received", text, sentence.start, sentence.end)
        received = received or any(
            a.kind == "delegation" and a.place and cues.found("travel", text, a.start, sentence.end)
            for a in self.actors[sentence.index]
        )
        for group, reason in (("virtual", "not in person"), ("ceremony", "a reception or ceremony")):
            if group == "ceremony" and received:
                continue
            if cues.found(group, text, sentence.start, sentence.end):
                self._miss(sentence, f"people meet, but {reason}")
                return False
        return True

    def _read_sentence(self, sentence: Sentence, actors: Sequence[Official]) -> None:
        heads = [o for o in actors if o.kind == "head"]
        envoys = [o for o in actors if o.kind == "envoy"] or self._envoy_meant(sentence, heads)
        delegations = [o for o in actors if o.kind == "delegation"]
        nationals = [o for o in actors if o.kind == "national"]
        if nationals:
            if not self._local_received_by(sentence, heads, nationals):
                self._miss(sentence, "a national visit or meeting")
            return
        met = self._act(sentence, ("meet",)) or self._together(sentence, heads, envoys, delegations)
        act = met or self._act(sentence, ("travel",))
        if envoys and act:
            self._envoy(sentence, envoys, heads, act)
            return
        if met and (heads or delegations):
            self._locals_meet(sentence, [*heads, *delegations], met)
        self._journey(sentence, [*heads, *delegations])

    def _together(
        self, sentence: Sentence, heads: Sequence[Official], envoys: Sequence[Official], delegations: Sequence[Official]
    ) -> _Act | None:
        """People of both sides act in one sentence, whatever its verb: "spent Monday with", "gave him his first"."""
        if self.doc.lang == "zh":  # a Chinese sentence names its verb
            return None
        local = {o.country for o in (*heads, *delegations) if o.place is not None and o.surely}
        placeless = [o for o in heads if o.place is None and o.level != "any"]
        if not ((envoys and (local or placeless)) or local == {"CN", "PK"} or (local and placeless)):
            return None
        doc = self.doc
        if self._only_listed(sorted((*heads, *envoys, *delegations), key=lambda o: o.start)):
            return None
        others = ("sign", "instrument", "invite", "tie_city", "tie_province")
        if any(doc.cues.found(group, doc.text, sentence.start, sentence.end) for group in others):
            return None
        first = min(o.start for o in (*heads, *envoys, *delegations))
        return _Act(first, first, "took_place", certain=False)

    def _only_listed(self, people: Sequence[Official]) -> bool:
        """A list of names ("the governor, the mayor and the ambassador spoke") does one thing, not with each other."""
        gaps = [self.doc.text[a.end : b.start] for a, b in pairwise(people)]
        return all(_LISTED.match(gap) for gap in gaps)

    def _envoy_meant(self, sentence: Sentence, heads: Sequence[Official]) -> list[Official]:
        """ "While there he and the governor went over…": the envoy of the sentence before."""
        if not heads or not self.doc.cues.found("pronoun", self.doc.text, sentence.start, sentence.end):
            return []
        if self._act(sentence, ("meet", "travel")) is None:
            return []
        before = [o for s in self.order if sentence.index - s.index == 1 for o in self.actors[s.index]]
        meant = [o for o in before if o.kind == "envoy"]
        if not meant and _HE.search(self.doc.text, sentence.start, sentence.end):
            meant = self.lead_envoys
        if not meant or any(
            o.kind in ("head", "delegation") and o.place for o in before if o.country == meant[0].country
        ):
            return []
        return [replace(o, surely=False) for o in meant]

    # an envoy and a local government

    def _envoy(self, sentence: Sentence, envoys: Sequence[Official], heads: Sequence[Official], act: _Act) -> None:
        envoy = next((e for e in envoys if e.country), envoys[0])
        host_country = {"CN": "PK", "PK": "CN", None: self._country_toured(sentence)}[
            envoy.country or self._envoy_country_of_page()
        ]
        hosts = self._hosts(sentence, heads, host_country)
        if not hosts:
            hosts = self._host_before(sentence, host_country)
        if not hosts and host_country:
            hosts = self._named_government(sentence, host_country)
        if not hosts:
            self._miss(sentence, "an envoy, but no official of a local government of the other country")
            return
        if envoy.country is None and self._is_of_third_country(sentence):
            self._miss(sentence, "an envoy of another country")
            return
        for host in hosts:
            if self._at_own_mission(sentence, envoy, host):
                self._miss(sentence, "officials with their own country's mission")
                continue
            self._tell(sentence, act, "envoy", host.place, [envoy, host], 0.92 if host.surely else 0.78)

    def _is_of_third_country(self, sentence: Sentence) -> bool:
        doc = self.doc
        near = [s for s in self.order if 0 <= sentence.index - s.index <= 1]
        return any(doc.cues.found("foreign", doc.text, s.start, s.end) for s in near) or not (
            doc.cues.found("china", doc.text, 0, len(doc.text)) or any(s.country == "CN" for s in self.spots)
        )

    def _envoy_country_of_page(self) -> str | None:
        told = {o.country for actors in self.actors.values() for o in actors if o.kind == "envoy" and o.country}
        return told.pop() if len(told) == 1 else None

    def _country_toured(self, sentence: Sentence) -> str | None:
        """Where an envoy of unknown country is at work: the one country that this sentence and the last name places of."""
        near = [s for s in self.order if 0 <= sentence.index - s.index <= 1]
        countries = {s.country for n in near for s in self._located(n)}
        return countries.pop() if len(countries) == 1 else None

    def _hosts(self, sentence: Sentence, heads: Sequence[Official], country: str | None) -> list[Official]:
        hosts: dict[str, Official] = {}
        for head in heads:
            place = head.place or self.around.place_for(head, sentence, country)
            if place is None or (country and place.country != country):
                continue
            hosts.setdefault(place.place.place_id, replace(head, place=place, country=place.country))
        return self._most_specific_titles(list(hosts.values()))

    def _most_specific_titles(self, hosts: list[Official]) -> list[Official]:
        """A province named only to locate a city is no host beside it."""
        return [h for h in hosts if h.surely] or hosts

    def _host_before(self, sentence: Sentence, country: str | None) -> list[Official]:
        """A pronoun stands for an official of the sentences before, or of the next one."""
        if not self.doc.cues.found("pronoun", self.doc.text, sentence.start, sentence.end):
            return []
        near = [s for s in self.order if 0 < sentence.index - s.index <= 2] + [
            s for s in self.order if s.index == sentence.index + 1
        ]
        for other in sorted(near, key=lambda s: abs(s.index - sentence.index)):
            for one in reversed(self.actors[other.index]):
                if one.kind != "head" or (one.place and country and one.place.country != country):
                    continue
                place = one.place or self.around.place_for(one, other, country)
                if place is not None and (country is None or place.country == country):
                    return [replace(one, place=place, country=place.country, surely=False)]
        return []

    def _named_government(self, sentence: Sentence, country: str) -> list[Official]:
        """ "He was speaking to the ambassador in Shanghai": the place itself, named before as the subject's."""
        own = [
            s for s in parties(self.doc, self.gazetteer, self.spots, sentence, for_tie=False) if s.country == country
        ]
        before = [s for s in self.order if sentence.index - s.index == 1]
        if (
            len(own) != 1
            or not before
            or not self.doc.cues.found("pronoun", self.doc.text, sentence.start, sentence.end)
        ):
            return []
        if not any(s.place == own[0].place for s in self.spots if before[0].start <= s.start < before[0].end):
            return []
        return [Official("head", "any", country, own[0], own[0].start, own[0].end, False)]

    def _at_own_mission(self, sentence: Sentence, envoy: Official, host: Official) -> bool:
        if envoy.country is not None and host.country == envoy.country:
            return True
        if self.doc.cues.found("own_mission", self.doc.text, sentence.start, sentence.end):
            return True
        abroad = [s for s in self._located(sentence) if s.country != host.country]
        return envoy.country is None and bool(abroad) and host.country == "PK"

    def _located(self, sentence: Sentence) -> list[Spot]:
        return [s for s in self.spots if sentence.start <= s.start < sentence.end and s.use == "party"]

    # local governments of both countries

    def _locals_meet(self, sentence: Sentence, actors: Sequence[Official], act: _Act) -> None:
        if self._continues_national(sentence):
            self._miss(sentence, "people of a national visit told of before")
            return
        if not any(a.place for a in actors):
            actors = [self._placed(a, sentence) for a in actors]
        sides = {code: self._best([a for a in actors if a.country == code]) for code in ("CN", "PK")}
        if not all(sides.values()):
            self._complete_side(sentence, sides, actors)
        cn, pk = sides["CN"], sides["PK"]
        if cn is None or pk is None:
            return
        sure = cn.surely and pk.surely
        self._tell(sentence, act, "local", cn.place, [cn, pk], 0.9 if sure else 0.72, other=pk.place)

    def _continues_national(self, sentence: Sentence) -> bool:
        """ "There are 20 of them": said of politicians or a parliament's delegation in the sentence before."""
        if not self.doc.cues.found("pronoun", self.doc.text, sentence.start, sentence.end):
            return False
        before = [o for s in self.order if sentence.index - s.index == 1 for o in self.actors[s.index]]
        return any(o.kind == "national" for o in before)

    def _placed(self, official: Official, sentence: Sentence) -> Official:
        place = self.around.place_for(official, sentence, None) if official.kind == "head" else None
        return replace(official, place=place, country=place.country, surely=False) if place else official

    def _best(self, actors: Sequence[Official]) -> Official | None:
        with_place = [a for a in actors if a.place is not None]
        heads = [a for a in with_place if a.kind == "head"]
        return next(iter(heads or with_place), None)

    def _complete_side(self, sentence: Sentence, sides: dict[str, Official | None], actors: Sequence[Official]) -> None:
        """The side that a sentence leaves open: a title without place, or a pronoun for people named nearby."""
        if self.doc.cues.found("foreign", self.doc.text, sentence.start, sentence.end):
            return
        missing = "CN" if sides["CN"] is None else "PK"
        if sides["CN"] is None and sides["PK"] is None:
            return
        for one in actors:
            if one.kind == "head" and one.place is None:
                place = self.around.place_for(one, sentence, missing)
                if place is not None:
                    sides[missing] = replace(one, place=place, country=missing, surely=False)
                    return
        if not self.doc.cues.found("pronoun", self.doc.text, sentence.start, sentence.end):
            return
        near = [s for s in self.order if 0 < sentence.index - s.index <= 2] + [
            s for s in self.order if s.index == sentence.index + 1
        ]
        for other in sorted(near, key=lambda s: abs(s.index - sentence.index)):
            for one in self.actors[other.index]:
                if one.kind in ("head", "delegation") and one.place is not None and one.country == missing:
                    sides[missing] = replace(one, surely=False)
                    return

    # a journey to the other country

    def _journey(self, sentence: Sentence, actors: Sequence[Official]) -> None:
        act = self._act(sentence, ("depart", "travel"))
        travellers = [a for a in actors if a.place is not None] or self._travellers_meant(sentence)
        if act is not None and not travellers:
            travellers = self._travellers_placed(sentence, actors)
        if act is None or not travellers:
            return
        if self.doc.cues.found("own_mission", self.doc.text, sentence.start, sentence.end):
            self._miss(sentence, "officials with their own country's mission")
            return
        goers = {a.country for a in travellers}
        if len(goers) != 1:
            return
        traveller = self._best(travellers)
        assert traveller is not None
        goals = [
            s
            for s in parties(self.doc, self.gazetteer, self.spots, sentence, for_tie=False)
            if s.country != traveller.country
        ]
        if not goals:
            self._miss(sentence, "a journey, but no place of the other country as its goal")
            return
        if self.doc.cues.found("invite", self.doc.text, sentence.start, sentence.end) and not self.doc.cues.found(
            "depart", self.doc.text, sentence.start, sentence.end
        ):
            self._miss(sentence, "an invitation only")
            return
        if (
            self.doc.cues.found("business", self.doc.text, sentence.start, sentence.end)
            and traveller.kind == "delegation"
        ):
            self._miss(sentence, "people of firms or other bodies travel, no government receives them")
            return
        for goal in goals:
            host = Official("head", "goal", goal.country, goal, goal.start, goal.end, False)
            self._tell(sentence, act, "local", traveller.place, [traveller, host], 0.7, other=goal)

    def _travellers_placed(self, sentence: Sentence, actors: Sequence[Official]) -> list[Official]:
        """ "The lord mayor leaves for Chengdu": a title without place, from the country that is not gone to."""
        goals = {s.country for s in parties(self.doc, self.gazetteer, self.spots, sentence, for_tie=False)}
        if len(goals) != 1:
            return []
        home = "PK" if goals == {"CN"} else "CN"
        placed = []
        for one in actors:
            place = self.around.place_for(one, sentence, home) if one.kind == "head" else None
            if place is not None:
                placed.append(replace(one, place=place, country=home, surely=False))
        return placed

    def _travellers_meant(self, sentence: Sentence) -> list[Official]:
        """ "They went to three cities of X": the delegation or official named last, at most three sentences before."""
        if not self.doc.cues.found("pronoun", self.doc.text, sentence.start, sentence.end):
            return []
        if self._continues_national(sentence):
            return []
        goals = {s.country for s in parties(self.doc, self.gazetteer, self.spots, sentence, for_tie=False)}
        near = [o for o in self.around.named if o.start > sentence.start - 700 and o.country not in goals]
        return [replace(near[-1], surely=False)] if near else []

    def _local_received_by(self, sentence: Sentence, heads: Sequence[Official], nationals: Sequence[Official]) -> bool:
        """A provincial head received in the other country's capital: his own side alone is tied (codebook 11)."""
        placed = [h for h in heads if h.place is not None and h.surely]
        act = self._act(sentence, ("meet",))
        if not placed or act is None:
            return False
        away = "CN" if placed[0].country == "PK" else "PK"
        here = [
            s
            for s in self.spots
            if s.country == away and (self.doc.in_dateline(s.start) or sentence.start <= s.start < sentence.end)
        ]
        hall = "人民大会堂" in self.doc.text[sentence.start : sentence.end]
        if not (here or hall) or any(n.country == placed[0].country for n in nationals):
            return False
        if not hall and not any(n.country == away for n in nationals):
            return False
        if self.around.dateline is not None and self.around.dateline.country != away:
            return False
        self._tell(sentence, act, "local", None, [placed[0]], 0.7, other=placed[0].place)
        return True

    # common to all

    def _act(self, sentence: Sentence, groups: Sequence[str]) -> _Act | None:
        text, cues = self.doc.text, self.doc.cues
        for group in groups:
            invited = cues.spans("invite", text, sentence.start, sentence.end)
            for start, end in cues.spans(group, text, sentence.start, sentence.end):
                if any(first <= start < last for first, last in invited):
                    continue
                if _UNREAL.search(text[max(sentence.start, start - 24) : start]):
                    continue
                left = max(sentence.start, start - _PLAN_REACH)
                reach = (left, end + 12) if self.doc.lang != "ur" else (start, min(sentence.end, end + _PLAN_REACH))
                planned = cues.found("plan", text, reach[0], min(reach[1], sentence.end))
                planned = planned or text.startswith(("leaves for", "leave for"), start)
                return _Act(start, end, "planned" if planned else "took_place")
        return None

    def _tell(
        self,
        sentence: Sentence,
        act: _Act,
        actor: Actor,
        place: Spot | None,
        people: Sequence[Official],
        confidence: float,
        other: Spot | None = None,
    ) -> None:
        sides = {s.country: s for s in (place, other) if s is not None}
        when = self._when(sentence, act)
        past = is_history(self.doc, self.marks, sentence, (act.start, act.end), when.date)
        if past and "earlier" in past:  # "earlier in the day": before another act of the same visit
            past = None
        points = [(act.start, act.end), *((p.start, p.end) for p in people)]
        points += [(s.start, s.end) for s in sides.values()]
        inside = [p for p in points if sentence.start <= p[0] < sentence.end]
        weakest = min(s.confidence for s in sides.values())
        self.findings.append(
            Finding(
                type="visit",
                stage=act.stage,
                relation=None,
                actor=actor,
                cn=sides.get("CN"),
                pk=sides.get("PK"),
                date=when.date,
                is_new=past is None,
                start=min(p[0] for p in inside),
                end=max(p[1] for p in inside),
                rule=f"visit: {actor}, {act.stage}",
                confidence=confidence * weakest * (1.0 if act.certain else 0.75),
                in_title=self.doc.is_title(sentence),
                explicit=people[-1].surely if actor == "envoy" else _hosts_named(people),
                why=(
                    f"{self.doc.text[act.start : act.end] or 'both sides act together'}: {act.stage}",
                    when.why,
                    past or "the article's news",
                ),
            )
        )

    def _when(self, sentence: Sentence, act: _Act) -> When:
        """The day of a visit; a departure reported is of the dateline's day, words to a guest are of the meeting's."""
        when = find_day(self.doc, self.marks, sentence, (act.start, act.end))
        if when.date is not None:
            return When(_next_week(when.date, self.doc.published), when.why) if act.stage == "planned" else when
        if self.doc.cues["depart"].fullmatch(self.doc.text, act.start, act.end) and act.stage == "took_place":
            days = [m.date for m in self.marks if self.doc.in_dateline(m.start) and len(m.date) == 10]
            if days:
                return When(days[0], "a departure, of the dateline's day")
        after = [s for s in self.order if s.index == sentence.index + 1]
        for other in after:
            if self.doc.cues.found("meet", self.doc.text, other.start, other.end):
                later = find_day(self.doc, self.marks, other, (other.start, other.start))
                if later.date and len(later.date) == 10:
                    return When(later.date, "the next sentence dates the meeting")
        if self.doc.text[act.start : act.end].startswith(("speaking to", "talking to")):
            before = [s for s in self.order if sentence.index - s.index == 1]
            days = [m.date for s in before for m in marks_in(self.marks, s.start, s.end) if len(m.date) == 10]
            if days:
                return When(days[-1], "said at the meeting, on that day")
        return when

    def _miss(self, sentence: Sentence, reason: str) -> None:
        self.misses.append(NearMiss(sentence.start, sentence.end, reason))


def _next_week(day: str, published: date | None) -> str:
    """A plan lies ahead: its weekday is the next one after publication, not the last."""
    if published is None or len(day) < 10 or not published - timedelta(days=7) < date.fromisoformat(day) < published:
        return day
    return (date.fromisoformat(day) + timedelta(days=7)).isoformat()


def _hosts_named(people: Sequence[Official]) -> bool:
    """Tell whether a government is named that takes part; the goal of a journey is only a place."""
    return any(p.surely for p in people) and all(p.level != "goal" for p in people)
