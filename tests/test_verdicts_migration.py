"""Homes of earlier versions, opened by this one."""

from __future__ import annotations

from pathlib import Path

import duckdb

from monitor.settings import Home
from monitor.warehouse import open_warehouse, schema
from warehouse_rows import LATER, NOW, PLACES, ROOT, SOURCE, query

FIRST = ROOT / "warehouse" / "schema" / "001_initial.sql"
ROWS = f"""
INSERT INTO store.articles (article_id, url, source_id, title, text, fetched_at)
VALUES ('a1', 'https://dawn.test/1', 'dawn', 'Title', 'Henan and Punjab signed', '{NOW}');
INSERT INTO store.mentions BY NAME
SELECT 'm1' AS mention_id, 'a1' AS article_id, 'e1' AS event_id, 'agreement' AS type, 'signed' AS stage,
    'sister_province' AS relation, 'Henan' AS cn, 'Punjab' AS pk, 'cn-henan' AS cn_id, 'pk-punjab' AS pk_id,
    true AS is_new, 'signed' AS evidence, 17 AS evidence_start, 23 AS evidence_end, 'r' AS rule, 0.9 AS confidence;
INSERT INTO store.events BY NAME
SELECT id AS event_id, 'agreement' AS type, 'signed' AS stage, 'sister_province' AS relation, 'Henan' AS cn,
    'Punjab' AS pk, 'cn-henan' AS cn_id, 'pk-punjab' AS pk_id, true AS is_new, id = 'e1' AS in_feed,
    false AS contested, 0.9 AS confidence, 'Headline' AS headline, 'signed' AS evidence,
    '{NOW}'::TIMESTAMPTZ AS created_at, '{LATER}'::TIMESTAMPTZ AS updated_at, '{NOW}'::TIMESTAMPTZ AS announced_at
FROM (VALUES ('e1'), ('e2')) AS ids (id);
INSERT INTO store.items
SELECT event_id || ':signed', event_id, 'signed', announced_at, updated_at FROM store.events;
"""


def home_of_the_first_version(root: Path) -> Home:
    home = Home(root)
    home.writer_file.parent.mkdir()
    with duckdb.connect(str(home.writer_file)) as database:
        database.execute(schema.MIGRATIONS_TABLE)
        database.execute(FIRST.read_text("utf-8"))
        database.execute("INSERT INTO store.migrations VALUES (1, 'initial', ?, now())", [schema._digest(FIRST)])
        database.execute(ROWS)
    return home


def test_a_home_of_the_first_version_keeps_its_news(tmp_path: Path) -> None:
    home = home_of_the_first_version(tmp_path)
    with open_warehouse(home) as warehouse:
        warehouse.record_places(PLACES)
        warehouse.record_sources([SOURCE])
        assert warehouse.check() == []
        shown, withdrawn = warehouse.items(9, withdrawn_since=NOW)
        assert (shown.guid, shown.withdrawn, shown.told) == ("e1:signed", False, shown.event)
        assert (withdrawn.guid, withdrawn.withdrawn) == ("e2:signed", True)
        assert [item.guid for item in warehouse.items(9)] == ["e1:signed"]
        assert query(warehouse, "SELECT revision, retracted_at FROM articles") == [(1, None)]
        assert query(warehouse, "SELECT DISTINCT verdict FROM events") == [(None,)]
