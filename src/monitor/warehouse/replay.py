"""What `reprocess` compares today's reading with: everything stored, some thousand articles at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from monitor.records import Article, Mention, Signature
from monitor.warehouse.database import Database, moment
from monitor.warehouse.staging import stage

FETCHES = "SELECT article_id, source_id, epoch_us(fetched_at) FROM store.articles ORDER BY article_id"
RETRACTED = "SELECT article_id FROM store.articles WHERE retracted_at IS NOT NULL ORDER BY article_id"
REJECTIONS = "SELECT url, step, reason, detail FROM store.rejections"
ARTICLES = """
SELECT article_id, url, source_id, lang, title, text, published, modified, byline, credit, epoch_us(fetched_at)
FROM store.articles WHERE article_id IN (SELECT id FROM staged_ids)
"""
MENTIONS = """
SELECT article_id, type, stage, relation, actor, cn, pk, cn_id, pk_id, date, is_new, evidence, evidence_start,
    evidence_end, rule, confidence
FROM store.mentions WHERE article_id IN (SELECT id FROM staged_ids)
"""
SIGNATURES = """
SELECT s.article_id, s.text_hash, s.length, s.minima,
    list(b.band_hash ORDER BY b.band_no) FILTER (WHERE b.band_no IS NOT NULL)
FROM store.signatures AS s
LEFT JOIN store.bands AS b ON b.signature_no = s.signature_no
WHERE s.article_id IN (SELECT id FROM staged_ids)
GROUP BY s.article_id, s.text_hash, s.length, s.minima
"""


@dataclass(frozen=True, slots=True)
class StoredReading:
    """An article as it is stored, with the mentions and the signature that were made of it."""

    article: Article
    mentions: frozenset[Mention]
    signature: Signature | None


def fetches(database: Database) -> list[tuple[str, str, datetime]]:
    """Return (article_id, source_id, fetched_at) of all articles."""
    return [(article_id, source_id, moment(at)) for article_id, source_id, at in database.rows(FETCHES)]


def retracted(database: Database) -> list[str]:
    """Return the ids of the articles that their outlets took back."""
    return [article_id for (article_id,) in database.rows(RETRACTED)]


def rejections(database: Database) -> dict[tuple[str, str], tuple[str, str]]:
    """Return reason and detail of all rejections by URL and step."""
    return {(url, step): (reason, detail) for url, step, reason, detail in database.rows(REJECTIONS)}


def readings(database: Database, ids: Iterable[str]) -> dict[str, StoredReading]:
    """Return what is stored of these articles, by their ids."""
    stage(database, "ids", ([article_id] for article_id in ids))
    mentions: dict[str, set[Mention]] = defaultdict(set)
    for row in database.rows(MENTIONS):
        mentions[row[0]].add(Mention(*row))
    signatures = {
        article_id: Signature(article_id, text_hash, length, tuple(bands or ()), minima or b"")
        for article_id, text_hash, length, minima, bands in database.rows(SIGNATURES)
    }
    articles = (Article(*(*row[:10], moment(row[10]))) for row in database.rows(ARTICLES))
    return {
        a.article_id: StoredReading(a, frozenset(mentions[a.article_id]), signatures.get(a.article_id))
        for a in articles
    }
