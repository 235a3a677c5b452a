"""A warehouse of every earlier schema, with data in it, is brought up to today's and loses nothing."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import feedparser
import pytest

from monitor.pipeline import republish
from monitor.settings import Home
from monitor.warehouse import Warehouse, open_warehouse, schema
from monitor.warehouse.database import Database
from warehouse_rows import LATER, PLACES, ROOT, load_one, query

FILES = {int(path.name[:3]): path for path in sorted((ROOT / "warehouse" / "schema").glob("*.sql"))}
ROWS = {int(path.stem): path for path in (ROOT / "tests" / "schemas").glob("*.sql")}
"""What a schema adds to be stored: a new table or column brings its own file here."""
HISTORIES = [*(tuple(number for number in FILES if number <= version) for version in FILES), (1, 2, 4)]
"""The migrations that a database may have had; some were begun with 004 before there was 003."""
every_history = pytest.mark.parametrize("had", HISTORIES, ids=str)


def build(home: Home, had: Sequence[int], folder: Path) -> None:
    """Make a database that had these migrations, as the program of its day left it, with rows in each table."""
    (folder / "schema").mkdir(parents=True)
    home.writer_file.parent.mkdir(parents=True)
    with closing(Database(home.writer_file)) as database:
        for number in had:
            shutil.copy(FILES[number], folder / "schema")
            assert schema.migrate(database, folder) == [number]
            if number in ROWS:
                database.run(ROWS[number].read_text("utf-8"))


def tables(warehouse: Warehouse) -> set[str]:
    return {name for (name,) in query(warehouse, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'store'")}


@every_history
def test_data_of_every_schema_comes_through(home: Home, tmp_path: Path, had: Sequence[int]) -> None:
    build(home, had, tmp_path / "sql")
    with open_warehouse(home) as warehouse:
        applied = query(warehouse, "SELECT version FROM store.migrations ORDER BY version")
        assert applied == [(number,) for number in FILES]
        assert warehouse.check() == []
        assert query(warehouse, "SELECT event_id, date, date_to::VARCHAR, article_count FROM events ORDER BY 1") == [
            ("e1", "2026-01", "2026-01-31", 2),
            ("e2", None, None, 1),
        ]
        assert query(warehouse, "SELECT article_id, text, byline, credit, duplicate_of FROM articles ORDER BY 1") == [
            ("a1", "Henan and Punjab signed.", "A Writer", None, None),
            ("a2", "Henan and Punjab signed.", None, "APP", "a1"),
        ]
        assert query(warehouse, "SELECT cn, pk, relation, stage, signed FROM ties") == [
            ("Henan", "Punjab", "sister_province", "signed", "2026-01")
        ]
        assert query(warehouse, "SELECT source_id, health, consecutive_failures FROM sources ORDER BY 1") == [
            ("dawn", "ok", 0),
            ("gov", "broken", 7),
        ]
        assert query(warehouse, "SELECT run_id, status, fetched FROM runs ORDER BY 1") == [
            ("r1", "done", 2),
            ("r2", "interrupted", None),
        ]
        counts = {"mentions": 3, "rejections": 1, "places": 2, "event_articles": 3, "agreements": 1, "visits": 1}
        assert {view: query(warehouse, f"SELECT count(*) FROM {view}")[0][0] for view in counts} == counts
        assert warehouse.visited("dawn")["https://dawn.test/1"].etag == '"tag"'
        (item,) = warehouse.items()
        assert (item.guid, item.event.event_id, len(item.citations)) == ("e1:signed", "e1", 2)
        assert item.told
        later = 4 in had
        assert (item.told.date, item.told.cn, item.withdrawn) == ("2026" if later else "2026-01", "Henan", False)
        revised = query(warehouse, "SELECT article_id, revision, epoch(retracted_at) FROM articles ORDER BY 1")
        assert revised == [("a1", 1, None), ("a2", 2, 1770076800.0) if later else ("a2", 1, None)]
        given = [("e2", "rejected", "The visit was called off.")] if later else []
        assert query(warehouse, "SELECT event_id, verdict, reason FROM verdicts") == given
        assert query(warehouse, "SELECT verdict FROM events WHERE event_id = 'e2'") == [
            ("rejected" if later else None,)
        ]


@every_history
def test_work_goes_on_after_the_migration(home: Home, tmp_path: Path, had: Sequence[int]) -> None:
    build(home, had, tmp_path / "sql")
    with open_warehouse(home) as warehouse:
        warehouse.record_places(PLACES)
        assert warehouse.apply(load_one(7, LATER)).events_new == 1
        assert warehouse.check() == []
    republish(home)
    feed = feedparser.parse((home.public / "feed.xml").read_bytes())
    assert [entry.id for entry in feed.entries] == ["g7", "e1:signed"]


def test_rows_are_stored_in_every_table(home: Home, tmp_path: Path) -> None:
    """Else a migration that loses a table's rows would go unnoticed."""
    build(home, tuple(FILES), tmp_path / "sql")
    with open_warehouse(home) as warehouse:
        empty = [name for name in tables(warehouse) if query(warehouse, f"SELECT count(*) FROM store.{name}") == [(0,)]]
    assert empty == []


def test_failing_sources_of_an_older_schema_tell_since_when(home: Home, tmp_path: Path) -> None:
    build(home, (1,), tmp_path / "sql")
    with open_warehouse(home) as warehouse:
        assert query(warehouse, "SELECT source_id, epoch(health_since) FROM sources WHERE health = 'broken'") == [
            ("gov", 1767312000.0)
        ]
