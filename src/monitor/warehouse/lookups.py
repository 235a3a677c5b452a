"""What the steps before resolving need to know of what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.records import Authority, Signature, Visited
from monitor.resolve.duplicates import SHARED_BANDS
from monitor.warehouse.database import Database, moment
from monitor.warehouse.staging import fields, stage

VISITED = """
SELECT url, etag, last_modified, status, updated, epoch_us(fetched_at), moved_to
FROM store.visited WHERE source_id = ?
"""
ARTICLES_AT = """
SELECT article_id FROM store.articles WHERE url IN (SELECT id FROM staged_ids) ORDER BY article_id
"""
# One shared band in a million texts is chance, and the same text shares them all. The groups of what is found come
# along whole, each by its leader.
COPIES = """
WITH alike AS (
    SELECT b.signature_no FROM staged_bands AS n JOIN store.bands AS b ON b.band_hash = n.band_hash
    GROUP BY n.article_id, b.signature_no HAVING count(*) >= $shared
),
shared AS (
    SELECT article_id FROM store.signatures WHERE signature_no IN (SELECT signature_no FROM alike)
    UNION
    SELECT article_id FROM staged_signatures
),
leaders AS (
    SELECT DISTINCT coalesce(duplicate_of, article_id) AS article_id FROM store.articles
    WHERE article_id IN (SELECT article_id FROM shared)
),
grouped AS (
    SELECT article_id, source_id FROM store.articles WHERE article_id IN (SELECT article_id FROM leaders)
    UNION
    SELECT article_id, source_id FROM store.articles WHERE duplicate_of IN (SELECT article_id FROM leaders)
),
members AS (
    SELECT s.*, g.source_id FROM grouped AS g JOIN store.signatures AS s ON s.article_id = g.article_id
    WHERE g.article_id NOT IN (SELECT article_id FROM staged_signatures)
),
banded AS (
    SELECT signature_no, list(band_hash ORDER BY band_no) AS bands FROM store.bands
    WHERE signature_no IN (SELECT signature_no FROM members) GROUP BY signature_no
)
SELECT m.article_id, m.text_hash, m.length, b.bands, m.minima, coalesce(o.authority, 'other')
FROM members AS m
LEFT JOIN banded AS b ON b.signature_no = m.signature_no
LEFT JOIN store.sources AS o ON o.source_id = m.source_id
ORDER BY m.article_id
"""


def visited(database: Database, source_id: str) -> dict[str, Visited]:
    """Return what is remembered of the addresses asked for a source, by URL."""
    return {
        url: Visited(url, etag, last_modified, status, updated, moment(fetched_at), moved_to)
        for url, etag, last_modified, status, updated, fetched_at, moved_to in database.rows(VISITED, [source_id])
    }


def copies(database: Database, signatures: Sequence[Signature]) -> list[tuple[Signature, Authority]]:
    """Return the stored articles that may copy one given, and all that these were grouped with, of any authority."""
    stage(database, "signatures", (fields(s, "signatures") for s in signatures))
    stage(database, "bands", ((s.article_id, number, band) for s in signatures for number, band in enumerate(s.bands)))
    rows = database.rows(COPIES, {"shared": SHARED_BANDS})
    return [
        (Signature(name, text, length, tuple(bands or ()), minima or b""), authority)
        for name, text, length, bands, minima, authority in rows
    ]


def articles_at(database: Database, urls: Iterable[str]) -> list[str]:
    """Return the ids of the stored articles with these canonical URLs."""
    stage(database, "ids", ([url] for url in urls))
    return [article_id for (article_id,) in database.rows(ARTICLES_AT)]
