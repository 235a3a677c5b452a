"""Guests of one host who are told one after another: "The mayor had a row of visitors. First came …, then …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.understand.acts import Act
from monitor.understand.cast import Cast
from monitor.understand.finding import Finding
from monitor.understand.novelty import When, marks_in
from monitor.understand.officials import Official
from monitor.understand.pairs import OPPOSITE
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence

_ROW = re.compile(
    r"\b(?:row|string|series|stream|round|number|line) of (?:[a-z]+ )?(?:visitors|guests|callers)\b"
    r"|\b(?:two|three|four|five|six|several|many) (?:[a-z]+ ){0,2}(?:visitors|guests|callers|diplomats|delegations)\b"
)
_IN_TURN = re.compile(
    r"(?:the )?(?:first|next|then|second|third|last|later|finally|another|after (?:him|her|them|that))\b"
    r"(?: to [a-z]+)?,? (?:(?:[a-z]+ ){0,2})?(?:came|was|were|called|arrived|followed)\b"
)
"""How a sentence opens that tells of the next guest."""
_FOLLOWED = re.compile(r"\b(?:followed|(?:was|were) (?:the )?(?:first|next|last) to (?:see|meet|call))\b")
_COLLEAGUE = re.compile(r"\b(?:his|her|the) (?:(?P<CN>chinese)|(?P<PK>pakistani)) (?:colleague|counterpart)\b")
"""Behind an envoy of a third country: the envoy of one of ours."""
_REACH = 4
"""Sentences behind the one that announces guests in which they are told."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who called on whom, in which sentence, and when the row of guests came."""

    where: Sentence
    act: Act
    guest: Official
    host: Official
    when: When | None


def callers(scene: Scene, cast: Cast, found: tuple[Finding, ...]) -> Iterator[Caller]:
    """Yield the guests of the other country that no finding tells yet. English only."""
    if scene.doc.lang != "en":
        return
    body = scene.body()
    for n, row in enumerate(body):
        for where in body[n + 1 : n + 1 + _REACH] if _ROW.search(scene.words(row)) else ():
            told = any(where.start <= finding.start < where.end for finding in found)
            in_turn = _IN_TURN.match(scene.words(where)) or _FOLLOWED.search(scene.words(where))
            guest = _guest(scene, cast, where) if in_turn and not told else None
            host = _host(cast, row, OPPOSITE[guest.country]) if guest and guest.country else None
            if guest and host:
                days = [m.date for m in marks_in(scene.marks, row.start, row.end) if len(m.date) == len("2026-11-22")]
                when = When(days[0], "the day of the row of guests") if days else None
                yield Caller(where, Act(guest.start, guest.end, "took_place", certain=False), guest, host, when)


def _guest(scene: Scene, cast: Cast, where: Sentence) -> Official | None:
    for one in cast.of(where):
        if one.country in OPPOSITE and (one.kind == "envoy" or (one.kind in ("delegation", "head") and one.place)):
            return one
    colleague = _COLLEAGUE.search(scene.doc.text, where.start, where.end)
    envoys = [o for before in cast.before(where) for o in cast.of(before) if o.kind == "envoy"]
    if colleague and envoys:
        return Official("envoy", "any", colleague.lastgroup, None, *colleague.span(), False)
    return None


def _host(cast: Cast, row: Sentence, country: str) -> Official | None:
    for one in cast.of(row):
        placed = one if one.place else cast.placed(one, row, country)
        if one.kind == "head" and placed and placed.country == country:
            return placed
    return None
