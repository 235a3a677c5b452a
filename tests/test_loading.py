"""One load into the warehouse: all of it or nothing, and what it does to what was stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from monitor.errors import WarehouseError
from monitor.records import (
    Collected,
    Rejection,
    Resolution,
    Signature,
    Visited,
)
from monitor.warehouse import Load, LoadCounts, Warehouse
from warehouse_rows import (
    GAZETTE,
    LATER,
    NOW,
    TEXT,
    article,
    event,
    load_one,
    mention,
    query,
    resolved,
)


def test_first_load_and_its_views(warehouse: Warehouse) -> None:
    counts = warehouse.apply(load_one(1))
    assert counts == LoadCounts(1, 0, 1, 1, 0, 0, 1, 0)
    assert warehouse.check() == []
    ((date_from, date_to, articles, sources, verdict),) = query(
        warehouse, "SELECT date_from, date_to, article_count, source_count, verdict FROM agreements"
    )
    assert (date_from, date_to, articles, sources, verdict) == (date(2026, 2, 27), date(2026, 2, 27), 1, 1, None)
    assert query(warehouse, "SELECT epoch(announced_at) FROM events") == [(NOW.timestamp(),)]
    assert query(warehouse, "SELECT count(*) FROM visits") == [(0,)]


def test_same_load_again_changes_nothing(warehouse: Warehouse) -> None:
    warehouse.apply(load_one(1))
    before = query(warehouse, "SELECT * EXCLUDE (fetched_at), epoch(fetched_at) FROM store.articles")
    items = warehouse.items(10)
    assert warehouse.apply(load_one(1, now=LATER)) == LoadCounts(0, 0, 1, 0, 0, 0, 0, 0)
    assert query(warehouse, "SELECT * EXCLUDE (fetched_at), epoch(fetched_at) FROM store.articles") == before
    assert warehouse.items(10) == items


def test_empty_load(warehouse: Warehouse) -> None:
    assert warehouse.apply(Load(NOW)) == LoadCounts(0, 0, 0, 0, 0, 0, 0, 0)


def test_article_without_mention_is_kept(warehouse: Warehouse) -> None:
    warehouse.apply(Load(NOW, articles=(article(1, fetched_at=None),)))
    assert query(warehouse, "SELECT text, epoch(fetched_at) FROM articles") == [(TEXT, NOW.timestamp())]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mentions": (mention("unknown"),)}, "mention of an unknown article"),
        ({"signatures": (Signature("unknown", "h", 1, (1,)),)}, "signature of an unknown article"),
        ({"duplicates": {"a2": "unknown"}}, "duplicate of an unknown article"),
        ({"duplicates": {"a2": "a2"}}, "leads back to itself"),
        ({"resolution": Resolution((), {mention("a2").mention_id: "unknown"}, {})}, "member of an unknown event"),
        ({"resolution": resolved((event("e2", mention("a2")), []), redirects={"e2": "x"})}, "redirect to an unknown"),
        ({"announcements": (("g", "unknown", "signed"),)}, "announcement of an unknown event"),
        ({"articles": (article(2, text=None),)}, "NOT NULL"),
        ({"rejections": (Rejection("u", "collect", None),)}, "NOT NULL"),  # type: ignore[arg-type]
        ({"signatures": (Signature("a2", "h", 1, (2**70,)),)}, "UINT32"),
    ],
)
def test_a_load_that_fails_stores_nothing(warehouse: Warehouse, changes: dict[str, Any], message: str) -> None:
    warehouse.apply(load_one(1))
    tables = [name for (name,) in query(warehouse, "SELECT table_name FROM duckdb_tables() WHERE schema_name='store'")]
    before = {name: query(warehouse, f"SELECT hash(t) FROM store.{name} AS t") for name in tables}
    seen = Visited("https://dawn.test/feed", None, None, 200, None, NOW)
    collected = (Collected("dawn", (), (seen,), (Rejection("x", "collect", "http_404"),), 1, False),)
    with pytest.raises(WarehouseError, match=message) as raised:
        warehouse.apply(load_one(2, now=LATER, collected=collected, **changes))
    assert str(warehouse._database.path) in str(raised.value)
    assert {name: query(warehouse, f"SELECT hash(t) FROM store.{name} AS t") for name in tables} == before
    assert warehouse.apply(load_one(2)).events_new == 1, "the next load goes through"


def test_corrected_article_replaces_its_text_and_mentions(warehouse: Warehouse) -> None:
    warehouse.apply(load_one(1))
    corrected = "No: 河南 and Punjab signed nothing, a letter of intent was all."
    evidence = "letter of intent"
    start = corrected.index(evidence)
    said = replace(
        mention("a1", stage="letter_of_intent"),
        evidence=evidence,
        evidence_start=start,
        evidence_end=start + len(evidence),
    )
    decided = event("e1", said)
    counts = warehouse.apply(
        Load(LATER, articles=(article(1, text=corrected),), mentions=(said,), resolution=resolved((decided, [said])))
    )
    assert counts == LoadCounts(0, 1, 1, 0, 1, 0, 0, 0)
    assert query(warehouse, "SELECT stage FROM mentions") == [("letter_of_intent",)]
    assert query(warehouse, "SELECT text FROM articles") == [(corrected,)]
    (item,) = warehouse.items(5)
    assert (item.guid, item.event.stage, item.announced_at, item.updated_at) == ("g1", "letter_of_intent", NOW, LATER)
    assert warehouse.check() == []


def test_event_that_lost_its_last_mention(warehouse: Warehouse) -> None:
    warehouse.apply(load_one(1))
    warehouse.apply(load_one(2, announcements=()))
    counts = warehouse.apply(Load(LATER, articles=(article(1, text="Sorry."), article(2, text="Sorry."))))
    assert (counts.articles_changed, counts.events_withdrawn) == (2, 2)
    assert query(warehouse, "SELECT event_id, in_feed, article_count FROM events") == [("e1", False, 0)]
    assert warehouse.items(5) == []
    assert warehouse.existing_items(["e1"]) == [("g1", "e1", "signed")]
    assert query(warehouse, "SELECT count(*) FROM ties") == [(0,)]
    assert warehouse.check() == []
    assert warehouse.apply(Load(LATER)).events_withdrawn == 0, "it is withdrawn once"
    warehouse.apply(load_one(1, now=LATER))
    assert [(item.guid, item.announced_at) for item in warehouse.items(5)] == [("g1", NOW)]


def test_updated_at_moves_only_with_what_readers_see(warehouse: Warehouse) -> None:
    warehouse.apply(load_one(1))
    said, second = mention("a1"), mention("a2")
    surer = event("e1", said, confidence=0.99)
    more = Load(LATER, (article(2),), mentions=(second,), resolution=resolved((surer, [said, second])))
    warehouse.apply(more)
    assert query(warehouse, "SELECT confidence, epoch(updated_at), article_count FROM events") == [
        (0.99, NOW.timestamp(), 2)
    ]
    warehouse.apply(Load(LATER, resolution=resolved((replace(surer, contested=True), [said, second]))))
    assert query(warehouse, "SELECT epoch(updated_at) FROM events") == [(LATER.timestamp(),)]
    assert [(item.announced_at, item.updated_at) for item in warehouse.items(1)] == [(NOW, LATER)]


def test_membership_of_stored_mentions_moves(warehouse: Warehouse) -> None:
    warehouse.apply(load_one(1))
    said = mention("a1")
    warehouse.apply(Load(LATER, resolution=resolved((event("e9", said, in_feed=False), [said]))))
    assert query(warehouse, "SELECT event_id FROM mentions") == [("e9",)]
    assert query(warehouse, "SELECT event_id, in_feed FROM events ORDER BY 1") == [("e1", False), ("e9", False)]


def test_merged_events_keep_the_first_item_and_leave_the_views(warehouse: Warehouse) -> None:
    warehouse.apply(load_one(1))
    warehouse.apply(load_one(2, now=LATER))
    first, second = mention("a1"), mention("a2")
    merged = resolved((event("e2", second), [first, second]), redirects={"e1": "e2"})
    warehouse.apply(Load(LATER, resolution=merged))
    assert query(warehouse, "SELECT event_id, article_count, epoch(announced_at) FROM events") == [
        ("e2", 2, NOW.timestamp())
    ]
    assert warehouse.existing_items(["e2"]) == [("g1", "e2", "signed"), ("g2", "e2", "signed")]
    assert [item.guid for item in warehouse.items(5)] == ["g1"]
    assert warehouse.check() == []
    warehouse.apply(load_one(3, now=LATER))
    third = mention("a3")
    warehouse.apply(
        Load(LATER, resolution=resolved((event("e3", third), [first, second, third]), redirects={"e2": "e3"}))
    )
    assert query(warehouse, "SELECT event_id, redirected_to FROM store.events ORDER BY 1") == [
        ("e1", "e3"),
        ("e2", "e3"),
        ("e3", None),
    ]
    assert warehouse.check() == []


def test_split_event_comes_back(warehouse: Warehouse) -> None:
    for number in (1, 2):
        warehouse.apply(load_one(number, announcements=()))
    first, second = mention("a1"), mention("a2")
    warehouse.apply(Load(NOW, resolution=resolved((event("e2", second), [first, second]), redirects={"e1": "e2"})))
    warehouse.apply(Load(NOW, resolution=resolved((event("e1", first), [first]), (event("e2", second), [second]))))
    assert query(warehouse, "SELECT event_id, article_count FROM events ORDER BY 1") == [("e1", 1), ("e2", 1)]
    assert warehouse.check() == []


def test_two_readings_of_one_id_keep_the_surer(warehouse: Warehouse) -> None:
    said, surer = mention("a1"), mention("a1", confidence=0.95, rule="better")
    load = load_one(1, mentions=(said, surer), articles=(article(1), article(1)))
    assert warehouse.apply(load).mentions == 1
    assert query(warehouse, "SELECT rule FROM mentions") == [("better",)]


def test_broken_characters_do_not_keep_a_load_out(warehouse: Warehouse) -> None:
    warehouse.apply(Load(NOW, articles=(article(1, text="a\ud800b\x00c"),)))
    assert query(warehouse, "SELECT text FROM articles") == [("a?b\x00c",)]


def test_rejections_keep_first_and_last_time(warehouse: Warehouse) -> None:
    found = Rejection("https://x.test/", "collect", "http_404", "gone")
    warehouse.apply(Load(NOW, rejections=(found, found)))
    other = replace(found, step="extract", reason="no_text")
    counts = warehouse.apply(
        Load(LATER, collected=(Collected("dawn", (), (), (replace(found, reason="robots"), other), 0, False),))
    )
    assert counts.rejected == 2
    assert query(warehouse, "SELECT step, reason, epoch(first_seen_at), epoch(last_seen_at) FROM rejections") == [
        ("collect", "robots", NOW.timestamp(), LATER.timestamp()),
        ("extract", "no_text", LATER.timestamp(), LATER.timestamp()),
    ]


def test_visited_is_kept_for_each_source(warehouse: Warehouse) -> None:
    first = Visited("https://x.test/", '"tag"', None, 200, "v1", NOW)
    second = replace(first, etag=None, last_modified="Mon", status=304, fetched_at=LATER)
    for now, source_id, seen in [(NOW, "dawn", first), (NOW, "gov", first), (LATER, "dawn", second)]:
        warehouse.apply(Load(now, collected=(Collected(source_id, (), (seen,), (), 0, False),)))
    assert warehouse.visited("dawn") == {first.url: second}
    assert warehouse.visited("gov") == {first.url: first}
    assert warehouse.visited("unknown") == {}


def test_source_health(warehouse: Warehouse) -> None:
    def health(source_id: str) -> list[tuple[Any, ...]]:
        columns = "health, consecutive_failures, epoch(last_success_at), epoch(last_new_article_at), last_error"
        return query(warehouse, f"SELECT {columns} FROM sources WHERE source_id = '{source_id}'")

    def collect(now: datetime, error: str | None = None, **more: Any) -> None:
        warehouse.apply(Load(now, collected=(Collected("dawn", (), (), (), 0, False, error),), **more))

    assert health("dawn") == [("never", 0, None, None, None)]
    collect(NOW, articles=(article(1),))
    assert health("dawn") == [("ok", 0, NOW.timestamp(), NOW.timestamp(), None)]
    collect(LATER, "timed out", articles=(article(1),))
    collect(LATER, "timed out")
    assert health("dawn") == [("failing", 2, NOW.timestamp(), NOW.timestamp(), "timed out")]
    collect(NOW + timedelta(days=15))
    assert health("dawn")[0][:2] == ("quiet", 0)
    warehouse.record_sources([GAZETTE])
    assert health("dawn")[0][0] == "retired"
    warehouse.apply(Load(NOW, collected=(Collected("new", (), (), (), 0, False),)))
    assert health("new")[0][1] == 0


def test_ten_thousand_articles_load_in_bulk(warehouse: Warehouse) -> None:
    texts = tuple(article(number, text=f"{number} {TEXT}" * 30) for number in range(10_000))
    signatures = tuple(Signature(one.article_id, one.article_id, 1, (number,)) for number, one in enumerate(texts))
    assert warehouse.apply(Load(NOW, texts, signatures)).articles_new == 10_000
