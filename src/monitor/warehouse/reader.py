"""Looking things up in the snapshot, for `explain`: read-only, so that it never waits for a run nor holds one up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from monitor.errors import WarehouseError
from monitor.records import Article, Event, Mention, Rejection, Report, SourceHealth, Stage, Verdict, Visited
from monitor.settings import Home
from monitor.warehouse.database import Database, moment, moment_or_none
from monitor.warehouse.health import sources_health
from monitor.warehouse.verdicts import read_verdict

ARTICLE = """
SELECT article_id, url, source_id, lang, title, text, published, modified, byline, credit, epoch_us(fetched_at),
    duplicate_of
FROM store.articles WHERE article_id = $wanted OR url = $wanted
ORDER BY article_id <> $wanted, fetched_at DESC LIMIT 1
"""
VISITED = """
SELECT source_id, url, etag, last_modified, status, updated, epoch_us(fetched_at)
FROM store.visited WHERE url = ? ORDER BY fetched_at, source_id
"""
REJECTIONS = """
SELECT url, step, reason, detail, epoch_us(first_seen_at), epoch_us(last_seen_at)
FROM store.rejections WHERE url = ? ORDER BY first_seen_at, step
"""
HEIR = "SELECT coalesce(redirected_to, event_id) FROM store.events WHERE event_id = ?"
EVENTS = """
SELECT event_id, type, stage, relation, actor, cn, pk, cn_id, pk_id, date, is_new, in_feed, contested, confidence,
    headline, evidence, verdict, article_count, source_count, epoch_us(announced_at), epoch_us(updated_at)
FROM main.events
"""
UNJUDGED = f"{EVENTS} WHERE verdict IS NULL AND article_count > 0 ORDER BY in_feed DESC, date_from DESC NULLS LAST, 1"
VERDICTS = """
SELECT v.event_id, v.kind, v.given_by, v.date, v.reason, v.detail
FROM store.verdicts AS v
LEFT JOIN store.events AS e ON e.event_id = v.event_id
LEFT JOIN store.events AS o ON o.event_id = v.detail->>'merge'
WHERE $wanted IN (coalesce(e.redirected_to, v.event_id), coalesce(o.redirected_to, o.event_id))
ORDER BY v.position
"""
TELLINGS = """
SELECT m.article_id, m.type, m.stage, m.relation, m.actor, m.cn, m.pk, m.cn_id, m.pk_id, m.date, m.is_new,
    m.evidence, m.evidence_start, m.evidence_end, m.rule, m.confidence,
    a.title, a.lang, a.published, epoch_us(a.fetched_at), coalesce(s.authority, 'other'), m.event_id,
    a.retracted_at IS NOT NULL, a.url, a.source_id, coalesce(s.name, a.source_id), a.duplicate_of
FROM store.mentions AS m
JOIN store.articles AS a ON a.article_id = m.article_id
LEFT JOIN store.sources AS s ON s.source_id = a.source_id
WHERE {column} = ?
ORDER BY a.duplicate_of IS NOT NULL, a.published NULLS LAST, m.article_id, m.evidence_start NULLS LAST, m.mention_id
"""
ITEMS = """
SELECT guid, stage, epoch_us(announced_at), epoch_us(updated_at) FROM store.items
WHERE event_id = ? ORDER BY announced_at, guid
"""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article, and the id of the one it reprints."""

    article: Article
    duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as the views show it."""

    event: Event
    article_count: int
    source_count: int
    announced_at: datetime | None
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Telling:
    """A stored mention with the article that makes it."""

    report: Report
    url: str
    source_id: str
    source_name: str
    duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class StoredRejection:
    """A rejection with the first and the last time it was met."""

    rejection: Rejection
    first_seen_at: datetime
    last_seen_at: datetime


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item of the feed, without what it shows."""

    guid: str
    stage: Stage
    announced_at: datetime
    updated_at: datetime


class Reader:
    """The open snapshot. Every method raises WarehouseError where it cannot be read."""

    def __init__(self, database: Database) -> None:
        """Take over an open database; `open_reader` is the way to get one."""
        self._database = database

    def article(self, wanted: str) -> StoredArticle | None:
        """Return the article of this id or canonical URL, None where there is none."""
        rows = self._database.rows(ARTICLE, {"wanted": wanted})
        return next((StoredArticle(Article(*(*row[:10], moment(row[10]))), row[11]) for row in rows), None)

    def visited(self, url: str) -> list[tuple[str, Visited]]:
        """Return (source_id, what is remembered) of each time a source led to this canonical URL."""
        rows = self._database.rows(VISITED, [url])
        return [(row[0], Visited(*(*row[1:6], moment(row[6])))) for row in rows]

    def rejections(self, url: str) -> list[StoredRejection]:
        """Return where and why a URL went no further, the first step first."""
        rows = self._database.rows(REJECTIONS, [url])
        return [StoredRejection(Rejection(*row[:4]), moment(row[4]), moment(row[5])) for row in rows]

    def event(self, event_id: str) -> StoredEvent | None:
        """Return the event of this id, or the one it was merged into; None where there is none."""
        heir = self._database.value(HEIR, [event_id])
        rows = self._database.rows(f"{EVENTS} WHERE event_id = ?", [heir])
        return _stored_event(rows[0]) if rows else None

    def unjudged(self) -> list[StoredEvent]:
        """Return the events on which nobody has given a verdict, the news first, the latest first."""
        return [_stored_event(row) for row in self._database.rows(UNJUDGED)]

    def verdicts(self, event_id: str) -> list[Verdict]:
        """Return what people decided about an event, the latest last."""
        return [read_verdict(row) for row in self._database.rows(VERDICTS, {"wanted": event_id})]

    def tellings_of(self, event_id: str) -> list[Telling]:
        """Return all mentions of an event, originals before reprints, by publication."""
        return [_telling(row) for row in self._database.rows(TELLINGS.format(column="m.event_id"), [event_id])]

    def tellings_in(self, article_id: str) -> list[Telling]:
        """Return all stored mentions of an article, in the order of its text."""
        return [_telling(row) for row in self._database.rows(TELLINGS.format(column="m.article_id"), [article_id])]

    def items(self, event_id: str) -> list[StoredItem]:
        """Return the items by which an event was announced, the first one first."""
        rows = self._database.rows(ITEMS, [event_id])
        return [StoredItem(guid, stage, moment(first), moment(last)) for guid, stage, first, last in rows]

    def health(self) -> list[SourceHealth]:
        """Return how each source did when the snapshot was made, by its id."""
        return sources_health(self._database)


@contextmanager
def open_reader(home: Home) -> Iterator[Reader]:
    """Open the home's snapshot; WarehouseError, naming the file, where there is none yet or it cannot be read."""
    path = home.snapshot_file
    if not path.exists():
        raise WarehouseError(f"{path}: not there yet; `monitor run` makes it")
    with closing(Database(path, read_only=True)) as database:
        yield Reader(database)


def _stored_event(row: tuple[Any, ...]) -> StoredEvent:
    *values, articles, sources, announced_at, updated_at = row
    return StoredEvent(Event(*values), articles, sources, moment_or_none(announced_at), moment(updated_at))


def health_of(home: Home) -> dict[str, SourceHealth]:
    """Return how each source did in the last run, by its id; nothing where there was none yet."""
    if not home.snapshot_file.exists():
        return {}
    with open_reader(home) as reader:
        return {source.source_id: source for source in reader.health()}


def _telling(row: tuple[Any, ...]) -> Telling:
    title, lang, published, fetched_at, authority, event_id, retracted = row[16:23]
    report = Report(Mention(*row[:16]), title, lang, published, moment(fetched_at), authority, event_id, retracted)
    return Telling(report, *row[23:])
