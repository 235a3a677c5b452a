"""The views that people query, and the checks of what must never hold."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from monitor.errors import WarehouseError
from monitor.records import (
    Signature,
)
from monitor.settings import Home
from monitor.warehouse import Load, Warehouse, open_warehouse
from monitor.warehouse.staging import date_span
from warehouse_rows import (
    LATER,
    NOW,
    PLACES,
    ROOT,
    VIEWS,
    article,
    event,
    load_one,
    mention,
    query,
    resolved,
    visit,
)


@pytest.mark.parametrize("view", VIEWS)
def test_views_have_the_promised_columns_and_are_documented(warehouse: Warehouse, view: str) -> None:
    actual = [name for (name, *_) in query(warehouse, f"DESCRIBE {view}")]
    assert [name for name in VIEWS[view].split(", ") if name not in actual] == []
    section = (ROOT / "warehouse" / "README.md").read_text("utf-8").split(f"\n## {view}\n")[1].split("\n## ")[0]
    assert section.startswith("One row per ")
    assert [name for name in actual if f"`{name}`" not in section] == []
    (example,) = re.findall(r"```sql\n(.*?)```", section, re.DOTALL)
    query(warehouse, example)


def test_ties(warehouse: Warehouse) -> None:
    mentions = (
        mention("a1", stage="letter_of_intent", date="2021-05"),
        mention("a2", stage="signed", date="2021-11-09"),
        mention("a3", stage="signed", date="2019", is_new=False),
        mention("a4", stage="signed", date=None),
        visit("a5", date="2022"),
        visit("a6", pk="Sindh", pk_id="pk-sindh"),
        mention("a7", relation="cooperation", stage="proposed", date=None),
    )
    pairs = [(event(f"e{n}", one, in_feed=one.is_new), [one]) for n, one in enumerate(mentions, 1)]
    articles = tuple(article(number) for number in range(1, 8))
    warehouse.apply(Load(NOW, articles, mentions=mentions, resolution=resolved(*pairs)))
    assert query(warehouse, "SELECT * EXCLUDE (cn_id, pk_id) FROM ties ORDER BY relation DESC") == [
        ("Henan", "Punjab", "sister_province", "signed", None, "2021-05", "2019", "2022", 1, 5),
        ("Henan", "Punjab", "cooperation", "proposed", None, None, None, "2022", 1, 2),
    ]
    assert warehouse.check() == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-11", date(2021, 11, 1), date(2021, 11, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021-11-09", date(2021, 11, 9), date(2021, 11, 9)),
        (None, None, None),
        ("2021-13", None, None),
        ("soon", None, None),
    ],
)
def test_date_span(text: str | None, first: date | None, last: date | None) -> None:
    assert date_span(text) == (first, last)


def test_runs(home: Home, warehouse: Warehouse) -> None:
    warehouse.start_run("r1", "news", NOW)
    warehouse.end_run("r1", LATER, "done", {"fetched": 12, "announced": 0, "novel": 3})
    warehouse.start_run("r2", "news", LATER)
    assert query(warehouse, "SELECT run_id, status, fetched, kept, announced FROM runs ORDER BY 1") == [
        ("r1", "done", 12, None, 0),
        ("r2", "running", None, None, None),
    ]
    with pytest.raises(WarehouseError, match="r1"):
        warehouse.start_run("r1", "news", NOW)
    with pytest.raises(WarehouseError, match="never started"):
        warehouse.end_run("r9", NOW, "done", {})


def test_run_whose_process_died_is_marked(home: Home) -> None:
    with open_warehouse(home) as warehouse:
        warehouse.start_run("r1", "news", NOW)
    with open_warehouse(home) as warehouse:
        assert query(warehouse, "SELECT status, ended_at FROM runs") == [("interrupted", None)]


def test_places_are_stored_once_and_follow_the_gazetteer(warehouse: Warehouse) -> None:
    units = dict(query(warehouse, "SELECT place_id, first_level_id FROM places"))
    assert (units["cn-henan-luoyang"], units["cn-henan"]) == ("cn-henan", "cn-henan")
    query(warehouse, "UPDATE store.places SET name_ur = 'touched'")
    warehouse.record_places(reversed(PLACES))
    assert query(warehouse, "SELECT DISTINCT name_ur FROM places") == [("touched",)]
    warehouse.record_places(PLACES[:-1])
    assert query(warehouse, "SELECT DISTINCT name_ur, count(*) FROM places GROUP BY ALL") == [("", len(PLACES) - 1)]


INSERT_MENTION = "INSERT INTO store.mentions BY NAME SELECT * REPLACE ({}) FROM store.mentions LIMIT 1"
INSERT_EVENT = "INSERT INTO store.events BY NAME SELECT * REPLACE ({}) FROM store.events LIMIT 1"
BROKEN = [
    ("mention without article", INSERT_MENTION.format("'m' AS mention_id, 'none' AS article_id")),
    ("mention in no live event", "UPDATE store.mentions SET event_id = NULL"),
    ("mention of another type than its event", "UPDATE store.events SET type = 'visit'"),
    ("event without mention", INSERT_EVENT.format("'e' AS event_id")),
    ("both sides null", "UPDATE store.mentions SET cn = NULL, pk = NULL"),
    ("name without id, or id without name", "UPDATE store.events SET cn_id = NULL"),
    ("place unknown or of the other country", "UPDATE store.mentions SET cn_id = 'pk-punjab'"),
    ("relation not set exactly on agreements", "UPDATE store.mentions SET relation = NULL"),
    ("relation not set exactly on agreements", "UPDATE store.events SET relation = 'twin'"),
    ("actor not set exactly on visits", "UPDATE store.mentions SET actor = 'local'"),
    ("stage does not fit type", "UPDATE store.events SET stage = 'planned'"),
    ("stage does not fit type", "UPDATE store.items SET stage = 'nonsense'"),
    ("relation does not follow the levels of the places", "UPDATE store.events SET relation = 'sister_city'"),
    (
        "relation does not follow the levels of the places",
        "UPDATE store.events SET pk = 'Islamabad', pk_id = 'pk-islamabad'",
    ),
    ("date is no day, month or year", "UPDATE store.mentions SET date = 'May 2021'"),
    ("date is no day, month or year", "UPDATE store.mentions SET date = '2021-13'"),
    ("date_from and date_to do not fit date", "UPDATE store.events SET date_from = NULL"),
    ("date_from and date_to do not fit date", "UPDATE store.events SET date = '2020'"),
    (
        "date_from and date_to do not fit date",
        "UPDATE store.events SET date = '2026', date_from = '2026-12-31', date_to = '2026-01-01'",
    ),
    ("evidence is not the text at its offsets", "UPDATE store.mentions SET evidence_start = evidence_start + 1"),
    ("evidence is not the text at its offsets", "UPDATE store.mentions SET evidence_start = NULL"),
    (
        "evidence is not the text at its offsets",
        "UPDATE store.mentions SET evidence_start = NULL, evidence_end = NULL, evidence = 'not in the title'",
    ),
    ("confidence outside 0 to 1", "UPDATE store.events SET confidence = 1.5"),
    ("in the feed without a new mention", "UPDATE store.mentions SET is_new = false"),
    ("in the feed though national", "UPDATE store.events SET actor = 'national'"),
    ("rejected by a person, yet in the feed", "UPDATE store.events SET verdict = 'rejected'"),
    ("withdrawn item of an event in the feed, or the other way round", "UPDATE store.items SET withdrawn_at = now()"),
    ("verdict of no known kind", "UPDATE store.events SET verdict = 'approved'"),
    ("verdict of no known kind", "INSERT INTO store.verdicts VALUES (0, 'e1', 'accept', '{}', 'A', '2026', 'R')"),
    ("item of no live event", "UPDATE store.items SET event_id = 'none'"),
    (
        "announced event without item, or item of an event not announced",
        "UPDATE store.events SET announced_at = NULL",
    ),
    ("redirect to no live event", "UPDATE store.events SET redirected_to = 'none'"),
    ("duplicate of no leading article", "UPDATE store.articles SET duplicate_of = 'none'"),
    ("duplicate of no leading article", "UPDATE store.articles SET duplicate_of = 'a1' WHERE article_id = 'a1'"),
    ("signature without its article", "INSERT INTO store.signatures VALUES ('none', 'h', 1, 9, '')"),
    ("signature without a number of its own", "INSERT INTO store.signatures VALUES ('none', 'h', 1, NULL, '')"),
    ("band twice or without signature", "INSERT INTO store.bands SELECT * FROM store.bands"),
    ("band twice or without signature", "INSERT INTO store.bands VALUES (9, 0, 5)"),
    (
        "visited for an unknown source",
        "INSERT INTO store.visited VALUES ('none', 'u', NULL, NULL, 200, NULL, now(), NULL)",
    ),
    ("first-level unit unknown", "UPDATE store.places SET unit_id = 'cn-henan-luoyang'"),
    ("time runs backwards", "UPDATE store.items SET updated_at = announced_at - INTERVAL 1 DAY"),
    ("count of an unknown run", "INSERT INTO store.run_counts VALUES ('none', 'fetched', 1)"),
]


@pytest.mark.parametrize(("problem", "damage"), BROKEN)
def test_each_check_catches_a_broken_row(warehouse: Warehouse, problem: str, damage: str) -> None:
    warehouse.apply(load_one(1, signatures=(Signature("a1", "h", 1, (1,)),)))
    assert warehouse.check() == []
    query(warehouse, damage)
    assert problem in {line.split(": ")[0] for line in warehouse.check()}


def test_every_check_is_tested() -> None:
    named = re.findall(r"^SELECT '([^']+)' AS problem", (ROOT / "warehouse" / "checks.sql").read_text("utf-8"), re.M)
    assert set(named) == {problem for problem, _ in BROKEN}


def test_evidence_in_the_title_is_sound(warehouse: Warehouse) -> None:
    said = replace(mention("a1"), evidence="become sister provinces", evidence_start=None, evidence_end=None)
    warehouse.apply(load_one(1, mentions=(said,)))
    assert warehouse.check() == []
