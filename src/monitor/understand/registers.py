"""Registers: pages that list sister ties in rows, not in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from monitor.understand.dates import DateMark
from monitor.understand.finding import Finding
from monitor.understand.pairs import Pair
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.ties import Tie, relation_of

_LONGEST_ROW = 120
_LONGEST_BARE_ROW = 80
"""Longer lines that merely open with a place are prose."""
_MARKS_OF_ROW = {"en": 14, "zh": 6, "ur": 10}
"""Characters of a row beside its names, countries and date: dashes, brackets, "and", the sign of the year."""
_HEAD = 400
"""Characters in which a register says that it is one."""
_ROWS_ABROAD, _LONGEST_ABROAD = 2, 40
"""Rows of other countries by which a list of partners is known, and how many characters one has."""
_PARTNERS = re.compile(r"\b(?:partners?|friends|twins|sisters|links)\b|友城|友好")
_ENTRY = re.compile(
    r"\s*(?:[-*•·]|(?:china|pakistan) (?=[a-z' -]+, (?:china|pakistan)\b)|(?:中国|巴基斯坦)[ :]?"
    r"|\d{1,2}[.)、۔]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?= [^\d]))\s*"
)
_HEADED = re.compile(r"[^:;.]{2,40}: ")
_SEMICOLON = re.compile("; ?| [·•|] ")
_DATED_BELOW = re.compile(
    r"(?:结好|缔结|签约|建立|签署|结友)[^:]{0,8}(?:时间|日期):"
    r"|(?:date(?: of [a-z ]{3,30})?|since|established|signed|year)(?: on)?: ",
)
"""How a line opens that gives the date of the entry above it."""
_OF_YEAR = re.compile(r"\d{4}年:")
_LISTED = re.compile(r"(?<=\))、")
"""A row of the entries of one year: 1992年:拉合尔(巴基斯坦,4月30日)、多特蒙德(德国,7月3日)."""
_OWN_COUNTRY = re.compile(r"\b(?:china|pakistan)\b|中国|巴基斯坦|چین|پاکستان")
_KIND_OF_PLACE = re.compile(
    r"[\s:*#()=\[\]-]|city|province|[市省:]|(?:sister|twin|friendship|partner) (?:cities|towns)(?: of)?"
    r"|is twinned with|edit|about|home|>"
)


def read_register(scene: Scene) -> Iterator[Finding]:
    """Yield the ties of a register: two places and a date in one row, or a place's partners listed below its name.

    A row without a date is no more than a name (codebook, Agreements 9).
    """
    doc = scene.doc
    lines = [part for s in scene.body() for part in _entries(scene, s) if part.end - part.start <= _LONGEST_ROW]
    if not _is_register(scene, lines):
        return
    heading = (_only_place(scene, doc.sentences[0]) if doc.sentences else None) or _subject(scene, lines)
    of_letters = False
    for at, row in enumerate(lines):
        if _heads_a_part(scene, row):
            of_letters = scene.says("letter_of_intent", row)
        named = list({spot.place.place_id: spot for spot in reversed(scene.named_in(row))}.values())[::-1]
        dates = [m for m in scene.marks if row.start <= m.start < row.end and m.has_year]
        around = list(named)
        named = [
            s for s in named if not any(scene.gazetteer.lies_in(o.place.place_id, s.place.place_id) for o in named)
        ]
        if len(named) == 1 and not dates and _is_heading(scene, row, named[0]):
            is_where_it_lies = heading and scene.gazetteer.lies_in(heading.place.place_id, named[0].place.place_id)
            heading = heading if is_where_it_lies else named[0]
            continue
        is_short = row.end - row.start <= _LONGEST_BARE_ROW
        starts = is_short and bool(named) and named[0].start == row.start and doc.text[row.end - 1] != "。"
        is_entry = bool(_ENTRY.match(doc.text, row.start)) or (starts and _has_country(scene, row))
        is_entry = is_entry or (is_short and len(named) == 2 and _is_bare(scene, row, around))
        if is_entry and len(named) == 1 and heading and heading.country != named[0].country:
            named.append(heading)
        dates = dates or _of_its_year(scene, row)
        below = lines[at + 1] if at + 1 < len(lines) else row
        if is_entry and not dates and _DATED_BELOW.match(doc.text, below.start, below.end):
            dates = [m for m in scene.marks if below.start <= m.start < below.end and m.has_year]
        is_prose = scene.doc.lang != "zh" and scene.says_any(("statement", "wish"), row)
        is_prose = is_prose or _tells_of_guests(scene, row)
        if (is_entry or _is_table_row(scene, row)) and not is_prose and len(dates) == 1 and len(named) == 2:
            yield from _row(scene, row, named, dates[0], of_letters=of_letters)


def _heads_a_part(scene: Scene, row: Sentence) -> bool:
    """ "Letters of intent", "Sister cities": a line above rows of the kind."""
    kinds = ("letter_of_intent", "tie_city", "tie_province")
    short = row.end - row.start <= _LONGEST_ABROAD and not scene.named_in(row) and not scene.names_abroad(row)
    return short and scene.says_any(kinds, row)


def _tells_of_guests(scene: Scene, row: Sentence) -> bool:
    """ "Exchanges: in December 2018 a group from Shenyang visited Karachi": a row of what partners do."""
    return scene.says_any(("meet", "travel"), row) and not scene.says_any(("tie_city", "tie_province"), row)


def _is_register(scene: Scene, lines: Sequence[Sentence]) -> bool:
    """The page says so at its head; or it speaks of partners, and rows name places of other countries with a date."""
    doc = scene.doc
    head = Sentence(0, min(len(doc.text), doc.body_start + _HEAD), 0, 0)
    if scene.says_any(("tie_city", "tie_province"), head):
        return True
    rows = [line for line in lines if _is_row_abroad(scene, line)]
    return len(rows) >= _ROWS_ABROAD and _PARTNERS.search(doc.text, 0, rows[0].start) is not None


def _is_row_abroad(scene: Scene, line: Sentence) -> bool:
    return line.end - line.start <= _LONGEST_ABROAD and scene.names_abroad(line)


def _subject(scene: Scene, lines: Sequence[Sentence]) -> Spot | None:
    """The place whose partners a page lists below: the first that it names, before any row."""
    rows = [line for line in lines if _is_row_abroad(scene, line)]
    named = [spot for spot in scene.spots if rows and spot.start < rows[0].start and spot.use == "party"]
    return next((s for s in named if not s.is_first_level), named[0] if named else None)


def _entries(scene: Scene, line: Sentence) -> list[Sentence]:
    """ "Lahore: Bukhara, Uzbekistan; Chengdu, China (2015)": the heading of a line, and each entry behind it."""
    text = scene.doc.text
    year = _OF_YEAR.match(text, line.start, line.end)
    if year:
        cuts = [line.start, year.end(), *(hit.end() for hit in _LISTED.finditer(text, year.end(), line.end)), line.end]
        return [replace(line, start=a, end=b) for a, b in pairwise(cuts)]
    head = _HEADED.match(text, line.start, line.end)
    breaks = [hit.end() for hit in _SEMICOLON.finditer(text, head.end(), line.end)] if head else []
    if head is None or not breaks:
        return [line]
    if len(scene.named_in(replace(line, end=head.end()))) != 1 and not _PARTNERS.search(head.group()):
        return [line]
    cuts = [head.end(), *breaks, line.end]
    return [replace(line, end=head.end()), *(replace(line, start=a, end=b) for a, b in pairwise(cuts))]


def _of_its_year(scene: Scene, row: Sentence) -> list[DateMark]:
    """The date of an entry in a row of one year: its day, where it gives one, else the year."""
    whole = scene.doc.sentence_at(row.start)
    year = _OF_YEAR.match(scene.doc.text, whole.start, whole.end) if whole else None
    if whole is None or year is None or row.start == whole.start:
        return []
    inside = [mark for mark in scene.marks if row.start <= mark.start < row.end]
    return inside[:1] or [mark for mark in scene.marks if mark.start == whole.start]


def _row(scene: Scene, row: Sentence, named: list[Spot], mark: DateMark, *, of_letters: bool) -> Iterator[Finding]:
    cn, pk = sorted(named, key=lambda spot: spot.country)
    if cn.country == pk.country:
        return
    yield Finding(
        type="agreement",
        stage="letter_of_intent" if of_letters or scene.says("letter_of_intent", row) else "signed",
        relation=relation_of(Pair(cn, pk, "row", 0.85), Tie((row.start, row.end), True, True)),
        actor=None,
        cn=cn,
        pk=pk,
        date=mark.date,
        is_new=False,
        start=row.start,
        end=row.end,
        rule="agreement: row of a register",
        weight=0.85,
        in_title=False,
        explicit=False,
        why=("a row with its date",),
    )


def _has_country(scene: Scene, row: Sentence) -> bool:
    return _OWN_COUNTRY.search(scene.words(row)) is not None


def _is_bare(scene: Scene, row: Sentence, named: Sequence[Spot]) -> bool:
    """Two names and a date, maybe their countries, and nothing else."""
    spans = [(s.start, s.end) for s in named] + [
        (m.start, m.end) for m in scene.marks if row.start <= m.start < row.end
    ]
    spans += [hit.span() for hit in _OWN_COUNTRY.finditer(scene.doc.text, row.start, row.end)]
    rest = (row.end - row.start) - sum(end - start for start, end in spans)
    return min(spans)[0] == row.start and rest <= _MARKS_OF_ROW[scene.doc.lang]


def _is_table_row(scene: Scene, row: Sentence) -> bool:
    words = scene.words(row)
    return words.count("|") >= 2 or words.count("\t") >= 2


def _only_place(scene: Scene, title: Sentence) -> Spot | None:
    named = scene.named_in(title)
    return named[0] if len(named) == 1 else None


def _is_heading(scene: Scene, row: Sentence, spot: Spot) -> bool:
    text = scene.doc.text
    return not _KIND_OF_PLACE.sub("", text[row.start : spot.start] + text[spot.end : row.end])
