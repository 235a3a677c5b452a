"""Ties told in a row, each with a date of its own: "Xi'an (1992) and Chengdu (2015)", 1984年上海与卡拉奇、1992年…."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from monitor.understand.dates import DateMark
from monitor.understand.pairs import are_linked
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence

_AFTER = {
    "en": re.compile(
        r"(?: city| province)?(?:,? (?:china|pakistan))?"
        r"(?P<followed>,? (?:(?:also|then|later|soon|and|it) )*"
        r"(?:follow(?:s|ed)|joined|came|was|did|has been|signed|dates|goes back|reaches back)"
        r"(?: (?:added|later|along|admitted|included|so|suit|it|them|next|one|another"
        r"|first|to|from|back|the (?:list|family|club|last|second|third|fourth)))*,?)?"
        r",? ?[(\[-]{0,2} ?(?:(?:signed|established|est\.|dating|mou|agreement|accord) )?"
        r"(?:(?:since|in|from|of|on|to|back in) )?"
    ),
    "zh": re.compile(r"[市省县区州]?(?P<followed>)[(,]?(?:自|于|始于)?"),
    "ur": re.compile(r"(?: شہر| صوبہ)?(?P<followed>)(?: (?:سے|کے ساتھ))?،? ?\(?"),
}
"""Between an entry and the date behind it."""
_BEFORE = {
    "en": re.compile(r",?(?::| -+)? (?:(?:came|with|it was|was|between|the) )*"),
    "zh": re.compile(r"[,:]?(?:与|同|和)?(?:中国|巴基斯坦)?"),
    "ur": re.compile(r"ء?(?: میں)?[:،]? ?"),
}
"""Between a date and the entry behind it."""
_THEN = re.compile(r"(?:and )?(?:then|next|later|finally|last) (?:it was |came |followed |joined )?")
_OPENING, _BETWEEN, _BETWEEN_PAIRS = 40, 8, 16
"""Characters before the first entry of a bare list, and between two entries or behind the last: "the oldest is A-B,
1984, the youngest C-D, 2018"."""


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """The one or two places of an entry, and its date. `followed`: its verb leans on the entry before."""

    places: tuple[Spot, ...]
    mark: DateMark
    followed: bool

    @property
    def start(self) -> int:
        """Where it begins in the folded text."""
        return min(self.places[0].start, self.mark.start)

    @property
    def end(self) -> int:
        """Where it ends in the folded text."""
        return max(self.places[-1].end, self.mark.end)


def dated_entries(scene: Scene, where: Sentence) -> list[DatedEntry]:
    """Return the entries of a sentence that bring their own dates, all of them behind or all before their places."""
    marks = [m for m in scene.marks if where.start <= m.start < where.end and m.has_year]
    spots = [s for s in scene.named_in(where) if s.use == "party"]
    if not marks or not spots:
        return []
    return max(_dated_behind(scene, where, spots, marks), _dated_before(scene, where, spots, marks), key=len)


def _dated_behind(scene: Scene, where: Sentence, spots: Sequence[Spot], marks: Sequence[DateMark]) -> list[DatedEntry]:
    text, start = scene.doc.text, where.start
    entries: list[DatedEntry] = []
    for mark in marks:
        own = [s for s in spots if start <= s.start < mark.start]
        start = mark.end
        gap = _AFTER[scene.doc.lang].fullmatch(text, own[-1].end, mark.start) if own else None
        if not entries and _are_opposite(own):  # "Lahore became a sister city of Xi'an in 1992"
            entries.append(DatedEntry(tuple(own), mark, False))
        elif gap:
            entries.append(DatedEntry(_last_of(scene, own), mark, bool(gap["followed"])))
    return entries


def _dated_before(scene: Scene, where: Sentence, spots: Sequence[Spot], marks: Sequence[DateMark]) -> list[DatedEntry]:
    text = scene.doc.text
    entries: list[DatedEntry] = []
    for mark, end in zip(marks, [*(m.start for m in marks[1:]), where.end], strict=True):
        own = [s for s in spots if mark.end <= s.start < end]
        if own and _BEFORE[scene.doc.lang].fullmatch(text, mark.end, own[0].start):
            linked = len(own) > 1 and are_linked(scene.doc, own[0], own[1])
            entries.append(DatedEntry(tuple(own[:2] if linked else own[:1]), mark, False))
    return entries


def _last_of(scene: Scene, own: Sequence[Spot]) -> tuple[Spot, ...]:
    return tuple(own[-2:]) if len(own) > 1 and are_linked(scene.doc, own[-2], own[-1]) else (own[-1],)


def _are_opposite(own: Sequence[Spot]) -> bool:
    return len(own) == 2 and own[0].country != own[1].country


def is_bare(scene: Scene, where: Sentence, entries: Sequence[DatedEntry]) -> bool:
    """Tell whether a sentence is little but its entries: "They are Xi'an (1992) and Chengdu (2015)"."""
    gaps = [b.start - a.end for a, b in pairwise(entries)]
    opening = entries[0].start - where.start
    first = opening <= (_OPENING if gaps else 0) or bool(_THEN.fullmatch(scene.doc.text, where.start, entries[0].start))
    between = _BETWEEN_PAIRS if all(len(entry.places) > 1 for entry in entries) else _BETWEEN
    return first and all(gap <= between for gap in (*gaps, where.end - entries[-1].end))
