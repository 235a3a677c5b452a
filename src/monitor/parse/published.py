"""When an article was published and last changed: what the page declares, then what it shows, then its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from htmldate import find_date
from lxml.html import HtmlElement

from monitor.parse.dates import FoundDate, find_dates, read_date
from monitor.parse.declared import Declared
from monitor.parse.layout import Block
from monitor.parse.lines import fold, width
from monitor.parse.outlet_day import as_outlet_counts, is_later
from monitor.records import Source

_PUBLISHED_METAS: Final = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "published_time",
    "datepublished", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date",
    "dcterms.date", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "publicationdate",
    "publishtime", "pubtime", "weibo:article:create_at", "article:create_at", "parsely-pub-date", "sailthru.date",
    "citation_date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_MODIFIED_METAS: Final = (
    "article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "datemodified",
    "dc.date.modified", "dcterms.modified", "lastmod", "weibo:article:update_at", "article:update_at",
)  # fmt: skip
_PUBLISHED_LABEL = re.compile(
    r"(?:publish(?:ed)?|posted|release[d]?|dated?|uploaded|发布(?:时间|日期|于)?|发表(?:时间|于)?|发稿时间|时间|日期|發布(?:時間|日期|於)?"
    r"|時間|شائع|اشاعت|تاریخ(?: اشاعت)?|اپ لوڈ)[^\d]{0,25}\Z",
    re.IGNORECASE,
)
_MODIFIED_WORD = re.compile(r"updated?|modified|edited|更新(?:时间|于)?|修改时间|اپ ڈیٹ|تدوین", re.IGNORECASE)
_MODIFIED_LABEL = re.compile(rf"(?:{_MODIFIED_WORD.pattern})[^\d]{{0,25}}\Z", re.IGNORECASE)
_SOURCE_BEHIND = re.compile(r"\s*(?:来源|來源|稿源|source|by\b)", re.IGNORECASE)
_PRINTED = re.compile(r"published\s+(?:in|on)\b", re.IGNORECASE)
_DATELINE_END = re.compile(r"\s*(?:\([A-Za-z\s/'’-]{2,40}\)\s*[:\-–—]|电|電|讯|:|\uff1a|--|–|—|\))")
_URL_DAYS: Final = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)"),
)
# A web archive writes the moment of its copy before the address.
_ARCHIVED = re.compile(r"\A/web/\d{8,14}[a-z_]*(?=/)")
_URL_YEAR = re.compile(r"[/-]((?:19|20)\d\d)(?=[/-])")
_BLOCKS_BEFORE: Final = 6
_BLOCKS_BEHIND: Final = 15
_LINES_UNDER: Final = 2
_BLOCKS_BESIDE: Final = 6
_FARTHEST_EAST: Final = timedelta(hours=14)
_LONG_LINE: Final = 180
_EARLIEST: Final = date(1995, 1, 1)


@dataclass(frozen=True, slots=True)
class Sight:
    """All that the date of a page is read from. `zone` is the outlet's own, None where it is not known."""

    declared: Declared
    blocks: Sequence[Block]
    title: str
    text: str
    url: str
    zone: tzinfo | None
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class _Visible:
    """A date seen near the title; the lower the rank, the likelier it is that of publication."""

    rank: int
    distance: int
    found: FoundDate


def outlet_zone(source: Source | None, lang: str) -> tzinfo | None:
    """Return the zone that an outlet's clock shows: by its country, else by the language of the page."""
    country = source.country if source else {"zh": "CN", "ur": "PK"}.get(lang)
    names = {"CN": "Asia/Shanghai", "PK": "Asia/Karachi"}
    return ZoneInfo(names[country]) if country in names else None


def published_and_modified(sight: Sight, tree: HtmlElement) -> tuple[str | None, str | None]:
    """Return both moments as ISO 8601 text, a day or an instant with zone; None where nothing tells them.

    Days after that of fetching are refused; of an instant after the fetching, on a day before it or the same, only the
    day is told: outlets write their own clock as UTC. A change before publication is no change.
    """
    published = next((found for found in _published(sight) if _possible(found, sight)), None)
    modified = next((found for found in _modified(sight) if _possible(found, sight)), None)
    first = _told(_as_outlet_counts(published, sight), sight) if published else _guessed(sight, tree)
    last = _told(modified, sight) if modified else None
    if first is not None and last is not None and (last == first or last[:10] < first[:10]):
        last = None
    return first, last


def day_in_url(url: str) -> date | None:
    """Return the day that an address carries (`/2021/11/03/`, `/20211103/`, `/24-Oct-2018/`), None where none."""
    path = _ARCHIVED.sub("", unquote(urlsplit(url).path))
    for pattern in _URL_DAYS:
        for match in pattern.finditer(path):
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                continue
    return next((found.day for found in find_dates(path.replace("_", " "))), None)


def _possible(found: FoundDate, sight: Sight) -> bool:
    zone = found.zone or sight.zone
    latest = sight.fetched_at.astimezone(zone) if zone else sight.fetched_at + _FARTHEST_EAST
    return _EARLIEST <= found.day <= latest.date()


def _told(found: FoundDate, sight: Sight) -> str:
    told = found.iso(sight.zone)
    return found.day.isoformat() if is_later(told, sight.fetched_at) else told


def _as_outlet_counts(found: FoundDate, sight: Sight) -> FoundDate:
    if sight.zone is not None:
        return found
    changed = {found.day for found in _modified(sight)} - {found.day}
    values = (value for name in _PUBLISHED_METAS for value in _read(sight.declared.meta(name)))
    seen = (seen.found for seen in _near_title(sight, None) if -2 <= seen.distance <= _BLOCKS_BESIDE)
    others = [other for other in (*values, *seen) if other.day not in changed]
    return as_outlet_counts(found, others, day_in_url(sight.url))


def _published(sight: Sight) -> Iterator[FoundDate]:
    for name in ("datePublished", "dateCreated", "uploadDate"):
        yield from _read(sight.declared.article_text(name))
    for name in _PUBLISHED_METAS:
        yield from _read(sight.declared.meta(name))
    day = day_in_url(sight.url)
    year = _known_year(sight, day)
    ranked = [seen for seen in _near_title(sight, year) if _possible(seen.found, sight)]
    for seen in sorted(ranked, key=lambda seen: _order(seen, day, sight.fetched_at)):
        yield _as_outlet_writes(seen.found, day, sight)
    if day is not None:
        yield FoundDate(day, None, None, 0, 0)
    yield from _dateline(sight.text, year)


def _modified(sight: Sight) -> Iterator[FoundDate]:
    yield from _read(sight.declared.article_text("dateModified"))
    for name in _MODIFIED_METAS:
        yield from _read(sight.declared.meta(name))
    for _, block in _window(sight):
        text = block.text
        english = any(word in block.folded for word in ("update", "modified", "edited"))
        for found in find_dates(text) if english or (not text.isascii() and _MODIFIED_WORD.search(text)) else ():
            if _MODIFIED_LABEL.search(text[max(0, found.start - 40) : found.start]):
                yield found


def _read(value: str | None) -> Iterator[FoundDate]:
    found = read_date(value) if value else None
    if found is not None:
        yield found


def _known_year(sight: Sight, day: date | None) -> int | None:
    if day is not None:
        return day.year
    in_url = _URL_YEAR.search(urlsplit(sight.url).path)
    changed = next(iter(_read(sight.declared.meta(*_MODIFIED_METAS))), None)
    return int(in_url.group(1)) if in_url else changed.day.year if changed else None


def _window(sight: Sight) -> Iterator[tuple[int, Block]]:
    """The blocks around the title with their distance to it, negative above.

    Furniture is left out, but for the line or two under the title, which some name after the bar they look like.
    """
    blocks = sight.blocks
    anchor = _anchor(sight)
    for index in range(max(0, anchor - _BLOCKS_BEFORE), min(len(blocks), anchor + _BLOCKS_BEHIND)):
        if not blocks[index].furniture or 0 < index - anchor <= _LINES_UNDER:
            yield index - anchor, blocks[index]


def _anchor(sight: Sight) -> int:
    """The index of the title's block, else that of the first block of the text."""
    title, opening = fold(sight.title), fold(sight.text.split("\n", 1)[0])
    equal = [index for index, block in enumerate(sight.blocks) if block.folded == title]
    headed = [index for index in equal if sight.blocks[index].heading and not sight.blocks[index].furniture]
    if headed or equal:
        return (headed or equal)[0]
    return next((index for index, block in enumerate(sight.blocks) if block.folded == opening), 0)


def _near_title(sight: Sight, year: int | None) -> Iterator[_Visible]:
    for distance, block in _window(sight):
        for moment in block.moments:
            if (found := read_date(moment)) is not None:
                yield _Visible(0, distance, found)
        if width(block.text) > _LONG_LINE:
            continue
        for found in find_dates(block.text, year):
            before = block.text[max(0, found.start - 40) : found.start]
            if _MODIFIED_LABEL.search(before):
                continue
            labelled = _PUBLISHED_LABEL.search(before) or _SOURCE_BEHIND.match(block.text, found.end)
            yield _Visible(1 if labelled else 3 if distance >= 0 else 4, distance, found)
    for block in sight.blocks:
        may_tell = "publishedin" in block.folded or "publishedon" in block.folded
        if may_tell and (printed := _PRINTED.search(block.text)):
            behind = (found for found in find_dates(block.text, year) if 0 <= found.start - printed.end() < 60)
            yield from (_Visible(2, 0, found) for found in behind)


def _order(seen: _Visible, url_day: date | None, fetched_at: datetime) -> tuple[bool, int, bool, int]:
    """A clock shows the day of fetching and so comes last; above the title is less likely than below it."""
    clock = seen.rank > 1 and abs((fetched_at.date() - seen.found.day).days) <= 1
    return clock, seen.rank, seen.found.day != url_day, abs(seen.distance) + (0 if seen.distance >= 0 else 100)


def _as_outlet_writes(found: FoundDate, url_day: date | None, sight: Sight) -> FoundDate:
    """Where day and month could be swapped, take the reading that the address or the day of fetching allows."""
    if found.other is None:
        return found
    other = FoundDate(found.other, found.clock, found.zone, found.start, found.end)
    return other if found.other == url_day or not _possible(found, sight) else found


def _dateline(text: str, year: int | None) -> Iterator[FoundDate]:
    """A date in the opening of the text that is part of a dateline ("Beijing, 28 November, 2021 (TDI): …")."""
    for line in text.split("\n")[:3]:
        opening = line[:160]
        for found in find_dates(opening, year):
            if found.start <= 60 and _DATELINE_END.match(opening, found.end):
                yield FoundDate(found.day, None, None, found.start, found.end)


def _guessed(sight: Sight, tree: HtmlElement) -> str | None:
    fetch_day = sight.fetched_at.date()
    try:
        guess = find_date(tree, original_date=True, url=sight.url, max_date=fetch_day.isoformat())
    except Exception:
        # The last resort must not cost the article.
        return None
    # A year alone is guessed as its first day, a page without date as the day of fetching, and what was refused as the
    # first day of its month.
    months = {found.day.replace(day=1).isoformat() for found in _published(sight)}
    usable = (
        guess and not guess.endswith("-01-01") and guess not in {fetch_day.isoformat(), *months} and guess >= "1995"
    )
    return guess if usable else None
