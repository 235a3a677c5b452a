"""Visits: sentences in which people of one country meet or go to a local government of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.records import Actor
from monitor.understand.acts import SPEECH, Act, find_act, find_encounter
from monitor.understand.callers import callers
from monitor.understand.cast import Cast
from monitor.understand.finding import TOGETHER, Finding, NearMiss
from monitor.understand.hosts import at_own_mission, find_hosts, host_country, is_of_third_country
from monitor.understand.journeys import INVITED, best_placed, find_journey, is_body_of_government
from monitor.understand.mission_calls import mission_calls
from monitor.understand.novelty import When, is_history, marks_in
from monitor.understand.officials import Official
from monitor.understand.onward import onward_hosts
from monitor.understand.other_countries import OTHER
from monitor.understand.pairs import OPPOSITE, is_locative
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.ties import parted_at_semicolons
from monitor.understand.tours import find_tour, hosts_of_tour
from monitor.understand.visit_days import TELLS_OF_TRIP, day_of_visit, without_what_is_said
from monitor.understand.weighed_visits import weighed_call, weighed_visit
from monitor.understand.word_weights import HOW

_THE_GUESTS = re.compile(r"\bthe (?:chinese |pakistani |visiting )?(?:delegation|team|visitors|guests|delegates)\b")
"""Beside the title of a host: those who were named before."""
_LEADS_TEAM = re.compile(r"率[^,。]{0,12}(?:代表团|团)(?:访问|赴)")
"""Somebody else travels: 率代表团访问."""
_TOLD_BODY = re.compile(
    r"\b(?:told|informed|briefed|addressed) (?:the|his|her|its) (?:[a-z]+ ){0,2}(?:council|assembly|cabinet)\b"
)
"""An official speaks to the body that he belongs to, where it bears no other place's name."""
_RECEIVED_BY = re.compile(
    r"\b(?:(?<!led )(?<!headed )by|met|saw|with|called on) (?:the )?(?:[a-z-]+'s )?(?:[a-z]+ )?\Z"
)
"""Before the title of a host."""
_WENT_TO_MISSION = re.compile(r"\b(?:went to|visited|called at|came to|arrived at) the chinese (?:consulate|embassy)\b")
"""Whatever is celebrated there, somebody calls on its head."""
_TOLD_THAT = re.compile(r"\btold [^.;]* that ")
"""Before a journey that somebody only speaks of: "told the governor that a team would visit Gilgit"."""
_WILL_NOW = re.compile(r"\bwill (?:now|instead) ")
"""Behind a visit that was put off: its new day."""
_BY_THE = len(" by the ") + 16
"""Characters between a day and the title of a host: "and on April 17 by the mayor of Sanya"."""
_AND_WITH = re.compile(r",? and (?:with|by) (?:the )?(?:[a-z-]+'s )?(?:[a-z]+ )?\Z")
"""Between the day of one meeting and the title of the next host, whose day follows."""
_HANDED_OVER = re.compile(r"\b(?:brought|handed|delivered|presented)\b[^.;]{0,40}\bletter of\b")
"""A letter that its bearer hands over in person."""
_INVITED_BY_GOVERNMENT = re.compile(
    r"\binvitation of (?:the )?(?:[a-z' -]{3,30} )?(?:government|governor|mayor|municipality|party secretary)\b"
)
"""Whatever is opened there, a government is host."""
_DAY = len("2026-11-22")
_OBJECT = 12
"""Characters between a verb of meeting and the title of who is met."""
_NEAR = 30
"""Characters behind a title in which its place stands."""
_NOT_HELD = "a visit, but it did not take place"
_NOT_IN_PERSON = "people meet, but not in person"
_NATIONAL = "a national visit or meeting"
_NO_VISIT = (_NOT_HELD, _NOT_IN_PERSON, _NATIONAL, INVITED)
"""Why a sentence tells no visit, however it is worded."""
_AT_CEREMONY = "people meet, but at a reception or ceremony"
_OF_ANOTHER = "an envoy of another country"
_OWN_MISSION = "officials with their own country's mission"
_NOBODY_NAMED = "an envoy is to come, nobody who receives him is named"
_NO_CALL = (_AT_CEREMONY, _OF_ANOTHER, _OWN_MISSION, _NOBODY_NAMED)
"""Why a sentence tells no visit of an envoy."""
_ALONG_WITH = re.compile(
    r"\b(?:along with|accompanied by|together with) (?:the )?(?:chinese |pakistani |china's |pakistan's )?\Z"
)
"""Before the title of an envoy who goes with a guest of his country."""
_SAYS_THAT = re.compile(
    r"[^.;]{0,50}? (?:said|says|announced|disclosed|confirmed|stated)(?: here)?(?: on [a-z]+day)?(?: here)? that "
)
"""Behind the title of somebody who only tells of what others do."""
_HALL = "人民大会堂"
"""The Great Hall of the People in Beijing, where guests are received."""


class VisitReader:
    """Reads one article; `findings` and `misses` are filled by `read`."""

    def __init__(self, scene: Scene, ties: Sequence[Finding] = ()) -> None:
        self.scene = scene
        self.ties = ties
        self.cast = Cast(scene)
        self.findings: list[Finding] = []
        self.misses: list[NearMiss] = []
        self._weak: list[Finding] = []
        self._is_virtual = False

    def read(self) -> None:
        """Go through the body, then the title."""
        opening = [*self.scene.titles(), *self.scene.body()[:1]]
        self._is_virtual = any(self._is_from_afar(sentence) for sentence in opening)
        for sentence in self.cast.order:
            people = self.cast.of(sentence)
            if people and self._is_in_person(sentence):
                self._read_sentence(sentence, people)
            elif not self.findings and self._goes_there_on_a_day(sentence) and self._is_in_person(sentence):
                self._journey(sentence, ())
            self.cast.remember(sentence)
        if not self._is_virtual:
            self._read_tour()
            self._read_onward()
            self._read_mission_calls()
            self._read_callers()
        strong = [finding for finding in self.findings if finding not in self._weak]
        like = {word for finding in strong for word in (finding.actor, finding.stage)}
        weak = [f for f in self._weak if not (self._is_virtual or f.actor in like or f.stage in like)]
        self.findings = [finding for finding in self.findings if finding in strong or finding in weak]
        if not (self.findings or self._is_virtual):
            self._weigh()

    def _weigh(self) -> None:
        """Read by its words alone the likeliest sentence of an article in which no rule reads a visit."""
        no_visit = [miss for miss in self.misses if miss.reason in _NO_VISIT]
        no_call = [miss for miss in self.misses if miss.reason in (*_NO_VISIT, *_NO_CALL)]
        weighed = (
            weighed_visit(self.scene, self.cast, self.ties, no_visit),
            weighed_call(self.scene, self.cast, no_call),
        )
        one = max(filter(None, weighed), key=lambda one: one.likelihood, default=None)
        if one is None:
            return
        actor: Actor = "local" if one.cn and one.pk else "envoy"
        guests = ("envoy",) if actor == "envoy" else ("head", "delegation")
        people = [official for official in self.cast.of(one.where) if official.kind in guests][:1]
        places = [spot for spot in (one.cn, one.pk) if spot]
        verb = find_act(self.scene, one.where, ("meet", "travel"))
        at = max([one.where.start, *(spot.start for spot in places if spot.start < one.where.end)])
        act = verb or Act(at, at, "planned" if one.is_planned else "took_place", False)
        host = Official("head", "goal", places[-1].country, places[-1], *_span(places[-1]), False)
        self._tell(one.where, act, actor, places, [*people, host], 0.5)
        self.findings = [
            replace(finding, rule=f"visit: {HOW}, {finding.stage}", why=(one.why, *finding.why[1:]))
            for finding in self.findings
        ]

    def _read_tour(self) -> None:
        """The hosts of a tour, each told by the sentence that names him."""
        tour = find_tour(self.scene, self.cast)
        if tour is None:
            return
        actor: Actor = "envoy" if tour.guest.kind == "envoy" else "local"
        found = {spot.place.place_id for f in self.findings for spot in (f.cn, f.pk) if spot}
        for sentence, host, place in hosts_of_tour(self.scene, self.cast, tour, found):
            met = replace(tour.act, start=host.start, end=host.end, certain=False)
            places = [place] if tour.guest.place is None else [tour.guest.place, place]
            self._tell(sentence, met, actor, places, [tour.guest, host], 0.7)

    def _read_onward(self) -> None:
        """The hosts of the places that guests of a visit go on to."""
        for onward in onward_hosts(self.scene, self.cast, tuple(f for f in self.findings if f not in self._weak)):
            places = [spot for spot in (onward.guest.place, onward.host.place) if spot]
            people = [onward.guest, onward.host]
            self._tell(onward.where, onward.act, onward.actor, places, people, 0.75, onward.when)

    def _read_mission_calls(self) -> None:
        """The calls of officials at the other country's mission, about a place of it."""
        for call in mission_calls(self.scene, self.cast, self.ties):
            if call.guest.place:
                partner = Official("head", "goal", call.partner.country, call.partner, *_span(call.partner), False)
                self._tell(call.where, call.act, "local", [call.guest.place, call.partner], [call.guest, partner], 0.8)

    def _read_callers(self) -> None:
        """The guests of one host who come one after another."""
        for caller in callers(self.scene, self.cast, tuple(self.findings)):
            actor: Actor = "envoy" if caller.guest.kind == "envoy" else "local"
            sides = [caller.host.place, None if actor == "envoy" else caller.guest.place]
            places = [spot for spot in sides if spot]
            self._tell(caller.where, caller.act, actor, places, [caller.guest, caller.host], 0.75, caller.when)

    def _is_in_person(self, where: Sentence) -> bool:
        scene = self.scene
        if scene.says("cancelled", where) and not self._is_received_instead(where):
            self._miss(where, _NOT_HELD)
            return False
        told_with = [where, *self.cast.order[:2]] if scene.doc.is_title(where) else [where]
        if any(self._is_from_afar(sentence) for sentence in told_with):
            self._miss(where, _NOT_IN_PERSON)
            self._is_virtual = True
            return False
        if scene.says("ceremony", where) and not self._is_received(where):
            self._miss(where, _AT_CEREMONY)
            return False
        return True

    def _goes_there_on_a_day(self, where: Sentence) -> bool:
        """ "They will visit Puyang on October 20": dated, so more than a stop (codebook, Visits 16)."""
        return self.cast.opens_with_pronoun(where) and bool(marks_in(self.scene.marks, where.start, where.end))

    def _is_from_afar(self, where: Sentence) -> bool:
        """On a screen, or by letter, unless somebody hands it over."""
        scene = self.scene
        if not scene.says("virtual", where) or _HANDED_OVER.search(scene.words(where)):
            return False
        in_person = (part for part in parted_at_semicolons(scene, where) if not scene.says("virtual", part))
        return not any(scene.says("received", part) for part in in_person)

    def _is_received_instead(self, where: Sentence) -> bool:
        """ "Though the expo was cancelled, the guests were received by …": another clause tells that."""
        text = self.scene.doc.text
        last = self.scene.doc.cue_spans("cancelled", where.start, where.end)[-1][1]
        clause = text.find(",", last, where.end)
        rest = replace(where, start=max(clause, where.start))
        return clause >= 0 and (
            self.scene.says("received", rest) or _WILL_NOW.search(self.scene.words(rest)) is not None
        )

    def _is_received(self, where: Sentence) -> bool:
        """Beside the ceremony somebody is received, a delegation travels, or a head does and meets somebody."""
        scene = self.scene
        people = [
            o for o in self.cast.of(where) if o.place and (o.kind == "delegation" or self._meets_abroad(where, o))
        ]
        travels = any(scene.doc.says("travel", o.start, where.end) for o in people)
        travels = travels or _INVITED_BY_GOVERNMENT.search(scene.words(where)) is not None
        return travels or scene.says("received", where) or _WENT_TO_MISSION.search(scene.words(where)) is not None

    def _meets_abroad(self, where: Sentence, one: Official) -> bool:
        """ "The vice mayor of A will visit B to attend the expo and call on the mayor"."""
        rest = replace(where, start=one.end)
        abroad = any(spot.country == OPPOSITE.get(one.country or "") for spot in self.scene.named_in(rest))
        return one.kind == "head" and abroad and find_act(self.scene, rest, ("meet",)) is not None

    def _read_sentence(self, where: Sentence, people: Sequence[Official]) -> None:
        heads = [o for o in people if o.kind == "head"]
        locals_ = [*heads, *(o for o in people if o.kind == "delegation")]
        nationals = [o for o in people if o.kind == "national" and not self._only_says(where, o, locals_)]
        if nationals:
            if not self._received_by_nation(where, heads, nationals):
                self._miss(where, _NATIONAL)
            return
        meets = find_act(self.scene, where, ("meet",))
        verb = meets or find_act(self.scene, where, ("travel",))
        named = [o for o in people if o.kind == "envoy"]
        envoys = [one for one in named if not self._is_companion(where, one, heads)]
        acts = meets or (verb and self.scene.doc.lang != "ur")
        if not named and heads and acts and not _LEADS_TEAM.search(self.scene.words(where)):
            envoys = self.cast.envoy_meant(where)
        persons = [h for h in heads if not is_body_of_government(self.scene, h)]
        bodies = len(heads) > 1 and not persons and locals_ == heads
        met = meets or (None if bodies else find_encounter(self.scene, where, [*locals_, *envoys]))
        if not (met or envoys) and persons:
            envoys = self.cast.envoy_said(where)
            said = envoys or self.cast.visitor_said(where, persons)
            met = find_encounter(self.scene, where, [*persons, *said]) if said else None
        act = met or verb
        if envoys and act:
            if SPEECH.match(self.scene.doc.text, act.start, act.end):  # "drove to Hunza, where he was told"
                went = find_act(self.scene, where, ("travel",))
                told_of = went and _TOLD_THAT.search(self.scene.doc.text, act.start, went.start)
                act = went if went and not told_of else act
            self._envoy_received(where, envoys, heads, act)
            return
        if met and locals_:
            self._locals_meet(where, locals_, met)
        self._journey(where, locals_)

    def _only_says(self, where: Sentence, one: Official, others: Sequence[Official]) -> bool:
        """ "The federal minister said that a delegation of X would arrive": who tells of it takes no part."""
        says = _SAYS_THAT.match(self.scene.doc.text, one.end, where.end)
        return says is not None and any(other.surely and other.start > says.end() for other in others)

    def _is_companion(self, where: Sentence, envoy: Official, heads: Sequence[Official]) -> bool:
        """ "The vice governor of X called on him along with the consul general": the visit is X's."""
        text = self.scene.doc.text
        beside = _ALONG_WITH.search(text, max(where.start, envoy.start - _NEAR), envoy.start) is not None
        guests = [o for o in heads if o.surely and o.end < envoy.start and not is_body_of_government(self.scene, o)]
        return beside and any(guest.country == envoy.country for guest in guests)

    def _envoy_received(self, where: Sentence, envoys: Sequence[Official], heads: Sequence[Official], act: Act) -> None:
        envoy = next((e for e in envoys if e.country not in (None, OTHER)), envoys[0])
        country = host_country(self.scene, self.cast, where, envoy)
        hosts = find_hosts(self.scene, self.cast, where, heads, country)
        if not hosts:
            self._miss(where, "an envoy, but no official of a local government of the other country")
            return
        if is_of_third_country(self.scene, self.cast, where, envoy):
            self._miss(where, _OF_ANOTHER)
            return
        for n, host in enumerate(hosts):
            if at_own_mission(self.scene, self.cast, where, envoy, host):
                self._miss(where, _OWN_MISSION)
            elif act.stage == "planned" and _is_place(host):
                self._miss(where, _NOBODY_NAMED)
            elif self._went_elsewhere(where, act, host):
                self._miss(where, "an envoy goes elsewhere, who was his host is told of another day")
            elif _is_only_told_of(self.scene, act, host):
                self._miss(where, "an envoy speaks of a place, nobody of it is named")
            elif host.place is not None:
                told, met = self._meeting_of(where, act, host) if n else self._part_of(where, act, host)
                self._tell(told, met, "envoy", [host.place], [envoy, host], 0.92 if host.surely else 0.78)

    def _part_of(self, where: Sentence, act: Act, host: Official) -> tuple[Sentence, Act]:
        """ "Hohhot on Monday, where X was hostess; Baotou on Tuesday": the part of the host, if it tells its day."""
        parts = parted_at_semicolons(self.scene, where)
        own = next((part for part in parts if part.start <= host.start < part.end), where)
        if len(parts) == 1 or not marks_in(self.scene.marks, own.start, own.end):
            return where, act
        return own, act if own.start <= act.start < own.end else replace(act, start=host.start, end=host.end)

    def _went_elsewhere(self, where: Sentence, act: Act, host: Official) -> bool:
        """ "In March the consul general toured X and Y": not to the host told of before."""
        if host.place is None or where.start <= host.start < where.end or host.surely:
            return False
        lies_in = self.scene.gazetteer.is_or_lies_in
        named = [s for s in self.scene.named_in(where) if s.country == host.country]
        goals = [s.place.place_id for s in named if 0 <= s.start - act.end <= _OBJECT]
        own = host.place.place.place_id
        travels = self.scene.doc.says("travel", act.start, act.end)
        return travels and bool(goals) and not any(lies_in(goal, own) or lies_in(own, goal) for goal in goals)

    def _locals_meet(self, where: Sentence, people: Sequence[Official], act: Act) -> None:
        if self.cast.continues_national(where):
            self._miss(where, "people of a national visit told of before")
            return
        if self._met_at_home(people, act):
            return
        if not any(one.place for one in people):
            people = [self.cast.placed(one, where, None) or one for one in people]
        people = [self._host_at_home(one, where) for one in people]
        sides = {code: best_placed([o for o in people if o.country == code]) for code in ("CN", "PK")}
        missing = [code for code, one in sides.items() if one is None]
        if len(missing) == 1:
            there = without_what_is_said(self.scene.doc, where, act)
            sides[missing[0]] = self._other_side(there, people, missing[0])
        cn, pk = sides["CN"], sides["PK"]
        if cn is None or pk is None:
            return
        self._tell_met(*self._meeting_of(where, act, max(cn, pk, key=lambda one: one.start)), cn, pk)
        for host in self._further_hosts(people, cn, pk, missing):
            guest = cn if host.country == "PK" else pk
            told, met = self._meeting_of(where, act, host)
            self._tell_met(told, met, guest, host)

    def _met_at_home(self, people: Sequence[Official], act: Act) -> bool:
        """ "Quetta's mayor met Balochistan's governor": two officials of one country, and nobody else."""
        subject = next((one for one in reversed(people) if one.end <= act.start), None)
        met = next((one for one in people if 0 <= one.start - act.end <= _OBJECT), None)
        if subject is None or met is None or len({one.country for one in people if one.country}) != 1:
            return False
        return all(one.kind == "head" and one.place and one.surely for one in (subject, met))

    def _host_at_home(self, one: Official, where: Sentence) -> Official:
        """ "Sat with Industries Minister X and with Karachi's mayor": a title that the dateline gives a place."""
        text = self.scene.doc.text
        if one.place or one.kind != "head" or not _RECEIVED_BY.search(text, max(0, one.start - _NEAR), one.start):
            return one
        country = self.cast.country_of(one)
        return (self.cast.placed(one, where, country) if country else None) or one

    def _meeting_of(self, where: Sentence, act: Act, host: Official) -> tuple[Sentence, Act]:
        """The part of a sentence that tells of a further host, where it has a verb and a day of its own."""
        border = self.scene.doc.text.rfind(";", act.end, host.start)
        if border >= 0:  # "received by the vice governor on Monday; in Guiyang, by the mayor on Thursday"
            return replace(where, start=border), replace(act, start=host.start, end=host.end)
        days = [m for m in marks_in(self.scene.marks, act.end, host.start) if host.start - m.end <= _BY_THE]
        if days and _RECEIVED_BY.match(self.scene.doc.text, days[-1].end + 1, host.start):
            return replace(where, start=days[-1].start), replace(act, start=host.start, end=host.end)
        if days and _AND_WITH.match(self.scene.doc.text, days[-1].end, host.start):  # "on Monday, and with X on Friday"
            return replace(where, start=days[-1].end), replace(act, start=host.start, end=host.end)
        verbs = self.scene.doc.cue_spans("meet", act.end, host.start)
        if not (verbs and marks_in(self.scene.marks, verbs[-1][0], where.end)):
            return where, act
        start, end = verbs[-1]
        planned = find_act(self.scene, where, ("meet",), after=start)
        return replace(where, start=start), planned or replace(act, start=start, end=end)

    def _tell_met(self, where: Sentence, act: Act, one: Official, other: Official) -> None:
        only_meant = self.scene.doc.is_title(where) and not (one.surely or other.surely)
        if one.place and other.place and not only_meant:
            sure = one.surely and other.surely
            self._tell(where, act, "local", [one.place, other.place], [one, other], 0.9 if sure else 0.72)

    def _further_hosts(
        self, people: Sequence[Official], cn: Official, pk: Official, meant: Sequence[str]
    ) -> list[Official]:
        """ "Met the chief minister of A and was received by the mayor of B": one visit for each host (codebook 11).

        `meant` is the country of whom only a pronoun stands for: those are the guests.
        """
        travel = {o.country for o in people if o.kind == "delegation" and o.place is not None}
        by = [o for o in people if _RECEIVED_BY.search(self.scene.doc.text, max(0, o.start - _NEAR), o.start)]
        travel = travel or (set(meant) if len(by) > 1 else set())
        sure = [o for o in people if o.kind == "head" and (o.surely or o in by) and o.place]
        if not travel:  # "X's vice governor met the chief minister of A and was received by the mayor of B"
            travel = {o.country for o in sure if sum(other.country == o.country for other in sure) == 1}
        if len(travel) != 1:
            return []
        host = pk if travel == {"CN"} else cn
        others = {
            o.place.place.place_id: o
            for o in reversed(sure)
            if o.place and o.country == host.country and o.place != host.place and (not meant or o in by)
        }
        return list(others.values())

    def _other_side(self, where: Sentence, people: Sequence[Official], country: str) -> Official | None:
        """The side that a sentence leaves open: a title without place, or a pronoun for people named nearby."""
        is_abroad = self.scene.names_abroad
        ours = [o for o in people if not is_abroad(replace(where, start=o.start, end=min(o.end + _NEAR, where.end)))]
        told = _TOLD_BODY.search(self.scene.doc.text, where.start, where.end)
        ours = [o for o in ours if not (told and told.start() < o.start < told.end())]
        if is_abroad(where) and not any(one.place for one in ours):
            return None
        if TELLS_OF_TRIP.search(self.scene.words(where)):
            return None
        placed = (self.cast.placed(one, where, country) for one in ours)
        return next((one for one in placed if one), None) or (
            None if is_abroad(where) else self.cast.meant_of(where, country)
        )

    def _journey(self, where: Sentence, people: Sequence[Official]) -> None:
        """People go to a place of the other country; a government that receives them is not named there."""
        journey = find_journey(self.scene, self.cast, where, people)
        if isinstance(journey, str):
            self._miss(where, journey)
        elif journey is not None:
            for goal in journey.goals:
                host = Official("head", "goal", goal.country, goal, goal.start, goal.end, False)
                self._tell(where, journey.act, "local", [journey.home, goal], [journey.traveller, host], 0.7)

    def _received_by_nation(self, where: Sentence, heads: Sequence[Official], nationals: Sequence[Official]) -> bool:
        """A provincial head received in the other country's capital: his own side alone is tied (codebook 11)."""
        guest = next((h for h in heads if h.place is not None and h.surely), None)
        act = find_act(self.scene, where, ("meet",))
        if guest is None or guest.place is None or act is None:
            return False
        away = OPPOSITE[guest.place.country]
        in_hall = _HALL in self.scene.words(where)
        hosts = {n.country for n in nationals}
        if guest.country in hosts or (away not in hosts and not in_hall):
            return False
        dateline = self.cast.around.dateline_at(where.start)
        seats = (s for s in self.scene.named_in(where) if s.country == away and is_locative(self.scene.doc, s))
        there = dateline.country == away if dateline else any(seats)
        at_home = any(s.country == guest.country and is_locative(self.scene.doc, s) for s in self.scene.named_in(where))
        there = there and not at_home  # "a delegation from X met Y's governor in Y"
        if not (there or in_hall):
            return False
        self._tell(where, act, "local", [guest.place], [guest], 0.7)
        return True

    def _tell(
        self,
        where: Sentence,
        act: Act,
        actor: Actor,
        places: Sequence[Spot],
        people: Sequence[Official],
        sure: float,
        told: When | None = None,
    ) -> None:
        """Make the finding; `told` is when it happened where another sentence tells that."""
        doc = self.scene.doc
        sides = {spot.country: spot for spot in places}
        when = told or day_of_visit(self.scene, self.cast, where, act)
        if doc.published and when.date and when.date > doc.published.isoformat()[: len(when.date)]:
            if len(when.date) < _DAY and act.certain and act.stage == "took_place":
                when = When(None, f"{when.date} is of something to come")
            else:
                act = replace(act, stage="planned")
        past = is_history(doc, self.scene.marks, where, (act.start, act.end), when.date)
        if past and "earlier" in past:  # "earlier in the day": before another act of the same visit
            past = None
        points = [(act.start, act.end), *((p.start, p.end) for p in people), *((s.start, s.end) for s in places)]
        inside = [point for point in points if where.start <= point[0] < where.end]
        if len(inside) < len(points):  # somebody is meant, not named: the sentence from its start shows who
            inside.append((where.start, where.start))
        verb = doc.text[act.start : act.end]
        finding = Finding(
            type="visit",
            stage=act.stage,
            relation=None,
            actor=actor,
            cn=sides.get("CN"),
            pk=sides.get("PK"),
            date=when.date,
            is_new=past is None,
            start=min(start for start, _ in inside),
            end=max(end for _, end in inside),
            rule=f"visit: {actor if verb else TOGETHER}, {act.stage}",
            weight=sure * min(s.weight for s in places) * (1.0 if act.certain else 0.75),
            in_title=doc.is_title(where),
            explicit=_is_told(where, people[-1]) if actor == "envoy" else _hosts_named(where, people),
            why=(f"{verb or 'both sides act together'}: {act.stage}", when.why, past or "the article's news"),
        )
        if self._is_weak(where, finding, act, people):
            self._weak.append(finding)
        self.findings.append(finding)

    def _is_weak(self, where: Sentence, finding: Finding, act: Act, people: Sequence[Official]) -> bool:
        """Speech beside somebody not named there, both sides only meant, or people who may be on a screen."""
        if self._is_virtual and not act.certain:
            return True
        verb = self.scene.doc.text[act.start : act.end]
        sure = [person.surely for person in people]
        meant = finding.actor == "local" and finding.stage == "took_place" and not any(sure)
        meant = meant and not (act.certain and _THE_GUESTS.search(self.scene.words(where)) and finding.explicit)
        return (meant and all(p.level != "goal" for p in people)) or bool(SPEECH.match(verb) and not all(sure))

    def _miss(self, where: Sentence, reason: str) -> None:
        self.misses.append(NearMiss(where.start, where.end, reason))


def _is_only_told_of(scene: Scene, act: Act, host: Official) -> bool:
    """ "The consul general told the students of Sichuan": the place is no host."""
    return _is_place(host) and scene.doc.text.startswith("told", act.start)


def _is_place(host: Official) -> bool:
    """Tell whether only the place of a host is named."""
    return host.place is not None and (host.start, host.end) == (host.place.start, host.place.end)


def _span(spot: Spot) -> tuple[int, int]:
    return spot.start, spot.end


def _is_told(where: Sentence, host: Official) -> bool:
    """Tell whether a government is named, or stands there by a title that is a city's or a province's only."""
    return host.surely or (host.level in ("city", "province") and where.start <= host.start < where.end)


def _hosts_named(where: Sentence, people: Sequence[Official]) -> bool:
    """Tell whether a government is named that takes part; the goal of a journey is only a place."""
    told = any(p.surely or (p.kind == "head" and _is_told(where, p)) for p in people)
    return told and all(p.level != "goal" for p in people)
