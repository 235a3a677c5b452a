"""Hands many rows to DuckDB at once, as temporary tables `staged_…`: one list a column, since row by row is slow."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from monitor.warehouse.database import Database

_EVENT_SIDES = {
    "type": "VARCHAR",
    "stage": "VARCHAR",
    "relation": "VARCHAR",
    "actor": "VARCHAR",
    "cn": "VARCHAR",
    "pk": "VARCHAR",
    "cn_id": "VARCHAR",
    "pk_id": "VARCHAR",
    "date": "VARCHAR",
    "is_new": "BOOLEAN",
}
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "article_id": "VARCHAR",
        "url": "VARCHAR",
        "source_id": "VARCHAR",
        "lang": "VARCHAR",
        "title": "VARCHAR",
        "text": "VARCHAR",
        "published": "VARCHAR",
        "modified": "VARCHAR",
        "byline": "VARCHAR",
        "credit": "VARCHAR",
        "fetched_at": "TIMESTAMPTZ",
    },
    "signatures": {"article_id": "VARCHAR", "text_hash": "VARCHAR", "length": "BIGINT", "minima": "BLOB"},
    "bands": {"article_id": "VARCHAR", "band_no": "UTINYINT", "band_hash": "UINTEGER"},
    "duplicates": {"article_id": "VARCHAR", "duplicate_of": "VARCHAR"},
    "mentions": {
        "mention_id": "VARCHAR",
        "article_id": "VARCHAR",
        **_EVENT_SIDES,
        "evidence": "VARCHAR",
        "evidence_start": "INTEGER",
        "evidence_end": "INTEGER",
        "rule": "VARCHAR",
        "confidence": "DOUBLE",
    },
    "members": {"mention_id": "VARCHAR", "event_id": "VARCHAR"},
    "events": {
        "event_id": "VARCHAR",
        **_EVENT_SIDES,
        "in_feed": "BOOLEAN",
        "contested": "BOOLEAN",
        "confidence": "DOUBLE",
        "headline": "VARCHAR",
        "evidence": "VARCHAR",
        "verdict": "VARCHAR",
        "date_from": "DATE",
        "date_to": "DATE",
    },
    "redirects": {"event_id": "VARCHAR", "heir": "VARCHAR"},
    "items": {"guid": "VARCHAR", "event_id": "VARCHAR", "stage": "VARCHAR"},
    "visited": {
        "source_id": "VARCHAR",
        "url": "VARCHAR",
        "etag": "VARCHAR",
        "last_modified": "VARCHAR",
        "status": "INTEGER",
        "updated": "VARCHAR",
        "fetched_at": "TIMESTAMPTZ",
        "moved_to": "VARCHAR",
    },
    "rejections": {"url": "VARCHAR", "step": "VARCHAR", "reason": "VARCHAR", "detail": "VARCHAR"},
    "collected": {"source_id": "VARCHAR", "error": "VARCHAR"},
    "sources": {
        "source_id": "VARCHAR",
        "name": "VARCHAR",
        "home": "VARCHAR",
        "country": "VARCHAR",
        "lang": "VARCHAR",
        "kind": "VARCHAR",
        "address": "VARCHAR",
        "authority": "VARCHAR",
    },
    "places": {
        "place_id": "VARCHAR",
        "name_en": "VARCHAR",
        "name_zh": "VARCHAR",
        "name_ur": "VARCHAR",
        "level": "VARCHAR",
        "parent_id": "VARCHAR",
        "unit_id": "VARCHAR",
        "country_code": "VARCHAR",
        "latitude": "DOUBLE",
        "longitude": "DOUBLE",
        "iso_3166_2": "VARCHAR",
        "geonames_id": "BIGINT",
    },
    "verdicts": {
        "position": "INTEGER",
        "event_id": "VARCHAR",
        "kind": "VARCHAR",
        "detail": "VARCHAR",
        "given_by": "VARCHAR",
        "date": "VARCHAR",
        "reason": "VARCHAR",
    },
    "counts": {"name": "VARCHAR", "value": "BIGINT"},
    "pairs": {"cn_id": "VARCHAR", "pk_id": "VARCHAR"},
    "sides": {
        "article_id": "VARCHAR",
        "type": "VARCHAR",
        "actor": "VARCHAR",
        "cn_id": "VARCHAR",
        "pk_id": "VARCHAR",
        "is_new": "BOOLEAN",
        "day_from": "DATE",
        "day_to": "DATE",
        "seen": "TIMESTAMPTZ",
    },
    "ids": {"id": "VARCHAR"},
}
"""The columns of each `staged_…` table, in the order in which their values are given."""


def stage(database: Database, table: str, rows: Iterable[Sequence[object]]) -> None:
    """Make the temporary table `staged_<table>` of these rows, in place of what it held before."""
    columns = COLUMNS[table]
    lists: list[list[object]] = [[] for _ in columns]
    for row in rows:
        for values, value in zip(lists, row, strict=True):
            values.append(_storable(value))
    unnested = ", ".join(f'unnest(?::{kind}[]) AS "{name}"' for name, kind in columns.items())
    database.run(f"CREATE OR REPLACE TEMP TABLE staged_{table} AS SELECT {unnested}", lists)


def fields(record: object, table: str, *, without: Collection[str] = ()) -> list[object]:
    """Return the record's values for the table's columns, which have the same names, except some."""
    return [getattr(record, name) for name in COLUMNS[table] if name not in without]


def date_span(text: str | None) -> tuple[date | None, date | None]:
    """Return the first and last day of `2021`, `2021-11` or `2021-11-09`; (None, None) for anything else."""
    try:
        parts = [int(part) for part in (text or "").split("-")]
        match parts:
            case [year]:
                return date(year, 1, 1), date(year, 12, 31)
            case [year, month]:
                return date(year, month, 1), date(year, month, monthrange(year, month)[1])
            case [year, month, day]:
                return date(year, month, day), date(year, month, day)
    except ValueError:
        pass
    return None, None


def _storable(value: object) -> object:
    """One broken character in one page must not keep a whole load out; its offsets stay as they are."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value
