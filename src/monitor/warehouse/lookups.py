"""What the steps before resolving need to know of what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from monitor.records import Mention, Report, Signature, Visited
from monitor.warehouse.database import Database, moment
from monitor.warehouse.staging import stage

VISITED = """
SELECT url, etag, last_modified, status, updated, epoch_us(fetched_at) FROM store.visited WHERE source_id = ?
"""
SIGNATURE_CANDIDATES = """
SELECT s.article_id, s.text_hash, s.length,
    list(b.band_hash ORDER BY b.band_no) FILTER (WHERE b.band_no IS NOT NULL)
FROM store.signatures AS s
LEFT JOIN store.bands AS b ON b.article_id = s.article_id
WHERE s.article_id NOT IN (SELECT article_id FROM staged_signatures)
    AND s.article_id IN (
        SELECT article_id FROM store.signatures WHERE text_hash IN (SELECT text_hash FROM staged_signatures)
        UNION
        SELECT article_id FROM store.bands WHERE band_hash IN (SELECT band_hash FROM staged_bands)
    )
GROUP BY s.article_id, s.text_hash, s.length
ORDER BY s.article_id
"""
SIDES_OF_ARTICLES = """
SELECT DISTINCT type, cn_id, pk_id FROM store.mentions WHERE article_id IN (SELECT id FROM staged_ids)
"""
# All mentions of an event come along as soon as one is near: an event is decided from the whole set of them.
REPORTS = """
WITH given AS (
    SELECT DISTINCT g.type, coalesce(c.unit_id, g.cn_id) AS cn_unit, coalesce(p.unit_id, g.pk_id) AS pk_unit
    FROM staged_sides AS g
    LEFT JOIN store.places AS c ON c.place_id = g.cn_id
    LEFT JOIN store.places AS p ON p.place_id = g.pk_id
),
known AS (
    SELECT m.mention_id, m.event_id, m.type,
        coalesce(c.unit_id, m.cn_id) AS cn_unit, coalesce(p.unit_id, m.pk_id) AS pk_unit
    FROM store.mentions AS m
    LEFT JOIN store.places AS c ON c.place_id = m.cn_id
    LEFT JOIN store.places AS p ON p.place_id = m.pk_id
),
near AS (
    SELECT k.mention_id, k.event_id FROM known AS k SEMI JOIN given AS g ON g.type = k.type AND g.cn_unit = k.cn_unit
    UNION
    SELECT k.mention_id, k.event_id FROM known AS k SEMI JOIN given AS g ON g.type = k.type AND g.pk_unit = k.pk_unit
)
SELECT m.article_id, m.type, m.stage, m.relation, m.actor, m.cn, m.pk, m.cn_id, m.pk_id, m.date, m.is_new,
    m.evidence, m.evidence_start, m.evidence_end, m.rule, m.confidence,
    a.title, a.lang, a.published, epoch_us(a.fetched_at), coalesce(s.authority, 'other'), m.event_id
FROM store.mentions AS m
JOIN store.articles AS a ON a.article_id = m.article_id
LEFT JOIN store.sources AS s ON s.source_id = a.source_id
WHERE m.mention_id IN (SELECT mention_id FROM near)
    OR m.event_id IN (SELECT event_id FROM near WHERE event_id IS NOT NULL)
ORDER BY m.mention_id
"""


def visited(database: Database, source_id: str) -> dict[str, Visited]:
    """Return what is remembered of the addresses asked for a source, by URL."""
    return {
        url: Visited(url, etag, last_modified, status, updated, moment(fetched_at))
        for url, etag, last_modified, status, updated, fetched_at in database.rows(VISITED, [source_id])
    }


def signature_candidates(database: Database, signatures: Sequence[Signature]) -> list[Signature]:
    """Return other articles' stored signatures that share the text hash or any band with one of those given."""
    stage(database, "signatures", ((s.article_id, s.text_hash, s.length) for s in signatures))
    stage(database, "bands", ((s.article_id, number, band) for s in signatures for number, band in enumerate(s.bands)))
    return [Signature(row[0], row[1], row[2], tuple(row[3] or ())) for row in database.rows(SIGNATURE_CANDIDATES)]


def reports_near(database: Database, sides: Iterable[tuple[str, str | None, str | None]]) -> list[Report]:
    """Return the stored mentions that share the type and a first-level unit with any (type, cn_id, pk_id) given."""
    stage(database, "sides", sides)
    return [_report(row) for row in database.rows(REPORTS)]


def sides_of_articles(database: Database, ids: Iterable[str]) -> list[tuple[Any, ...]]:
    """Return (type, cn_id, pk_id) of the stored mentions of these articles."""
    stage(database, "ids", ([article_id] for article_id in ids))
    return database.rows(SIDES_OF_ARTICLES)


def _report(row: tuple[Any, ...]) -> Report:
    mention = Mention(*row[:16])
    title, lang, published, fetched_at, authority, event_id = row[16:]
    return Report(mention, title, lang, published, moment(fetched_at), authority, event_id)
