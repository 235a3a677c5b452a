"""The warehouse, on real DuckDB files."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from monitor.errors import WarehouseBusyError, WarehouseError
from monitor.records import (
    Article,
    Collected,
    Event,
    Mention,
    Place,
    Rejection,
    Resolution,
    Signature,
    Source,
    Visited,
)
from monitor.settings import Home
from monitor.warehouse import Load, LoadCounts, Warehouse, open_warehouse, schema
from monitor.warehouse.staging import date_span

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
TEXT = "Yesterday 河南 and Punjab signed an agreement. The delegation was received in Lahore 😀 by the mayor."

# design.md, "The names users rely on".
EVENT_COLUMNS = (
    "event_id, type, stage, relation, actor, cn, pk, cn_id, pk_id, date, date_from, date_to, is_new, in_feed, "
    "contested, confidence, article_count, source_count, headline, evidence, announced_at, updated_at, verdict"
)
VIEWS = {
    "events": EVENT_COLUMNS,
    "agreements": EVENT_COLUMNS,
    "visits": EVENT_COLUMNS,
    "mentions": "event_id, article_id, type, stage, relation, actor, cn, pk, date, is_new, evidence, evidence_start, "
    "evidence_end, rule, confidence",
    "event_articles": "event_id, article_id, url, source_id, lang, title, published, stage, evidence",
    "ties": "cn, pk, cn_id, pk_id, relation, stage, proposed, letter_of_intent, signed, last_event, visit_count, "
    "event_count",
    "articles": "article_id, url, source_id, lang, title, published, fetched_at, text, duplicate_of",
    "rejections": "url, step, reason, detail, first_seen_at, last_seen_at",
    "sources": "source_id, name, last_success_at, last_new_article_at, consecutive_failures, health",
    "places": "place_id, name_en, name_zh, name_ur, level, parent_id, country_code, latitude, longitude",
    "runs": "run_id, flow, started_at, ended_at, status, fetched, kept, rejected, articles_new, mentions, events_new, "
    "announced",
}
NAMES = {
    "cn-henan": "Henan",
    "cn-henan-luoyang": "Luoyang",
    "cn-hebei": "Hebei",
    "pk-punjab": "Punjab",
    "pk-punjab-lahore": "Lahore",
    "pk-sindh": "Sindh",
    "pk-islamabad": "Islamabad",
}


def place(place_id: str) -> Place:
    country, *rest = place_id.split("-")
    below = len(rest) > 1
    return Place(
        place_id=place_id,
        name_en=NAMES[place_id],
        name_zh="",
        name_ur="",
        level="city" if below else "first_level",
        parent_id=f"{country}-{rest[0]}" if below else None,
        country_code="CN" if country == "cn" else "PK",
        latitude=30.0,
        longitude=70.0,
    )


PLACES = [place(place_id) for place_id in NAMES]
SOURCE = Source("dawn", "Dawn", "https://dawn.test/", "PK", "en", "feed", "https://dawn.test/feed", "press")
GAZETTE = Source("gov", "Henan Gov", "https://henan.test/", "CN", "zh", "listing", "https://henan.test/", "official")


def article(number: int, **changes: Any) -> Article:
    base = Article(
        article_id=f"a{number}",
        url=f"https://dawn.test/{number}",
        source_id="dawn",
        lang="en",
        title="Henan, Punjab become sister provinces",
        text=TEXT,
        published="2026-02-28",
        fetched_at=NOW,
    )
    return replace(base, **changes)


def mention(article_id: str, **changes: Any) -> Mention:
    evidence = changes.pop("evidence", "河南 and Punjab signed")
    start = TEXT.find(evidence)
    base = Mention(
        article_id=article_id,
        type="agreement",
        stage="signed",
        relation="sister_province",
        actor=None,
        cn="Henan",
        pk="Punjab",
        cn_id="cn-henan",
        pk_id="pk-punjab",
        date="2026-02-27",
        is_new=True,
        evidence=evidence,
        evidence_start=start,
        evidence_end=start + len(evidence),
        rule="signed",
        confidence=0.9,
    )
    return replace(base, **changes)


def visit(article_id: str, **changes: Any) -> Mention:
    fields: dict[str, Any] = {
        "type": "visit",
        "stage": "took_place",
        "relation": None,
        "actor": "local",
        "evidence": "received in Lahore 😀",
        **changes,
    }
    return mention(article_id, **fields)


def event(event_id: str, of: Mention, **changes: Any) -> Event:
    base = Event(
        event_id=event_id,
        type=of.type,
        stage=of.stage,
        relation=of.relation,
        actor=of.actor,
        cn=of.cn,
        pk=of.pk,
        cn_id=of.cn_id,
        pk_id=of.pk_id,
        date=of.date,
        is_new=of.is_new,
        in_feed=True,
        contested=False,
        confidence=of.confidence,
        headline=f"{of.cn} and {of.pk}",
        evidence=of.evidence,
    )
    return replace(base, **changes)


def resolved(*pairs: tuple[Event, list[Mention]], redirects: dict[str, str] | None = None) -> Resolution:
    members = {one.mention_id: decided.event_id for decided, mentions in pairs for one in mentions}
    return Resolution(tuple(decided for decided, _ in pairs), members, redirects or {})


def load_one(number: int, now: datetime = NOW, **changes: Any) -> Load:
    """One article with one agreement, as event `e<number>`, announced."""
    said = mention(f"a{number}")
    decided = event(f"e{number}", said)
    base = Load(
        now=now,
        articles=(article(number),),
        mentions=(said,),
        resolution=resolved((decided, [said])),
        announcements=((f"g{number}", f"e{number}", "signed"),),
    )
    return replace(base, **changes)


def query(warehouse: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    return warehouse._database.rows(sql)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def warehouse(home: Home) -> Iterator[Warehouse]:
    with open_warehouse(home) as opened:
        opened.record_places(PLACES)
        opened.record_sources([SOURCE, GAZETTE])
        yield opened


def run_python(code: str, *arguments: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True, env=environment
    )


# Opening


def test_empty_home_is_migrated_and_second_open_applies_nothing(home: Home) -> None:
    with open_warehouse(home) as warehouse:
        first = query(warehouse, "SELECT version, name, sha256, applied_at::VARCHAR FROM store.migrations")
        assert [row[:2] for row in first] == [(1, "initial")]
        assert schema.migrate(warehouse._database, schema.sql_folder()) == []
    with open_warehouse(home) as warehouse:
        assert query(warehouse, "SELECT version, name, sha256, applied_at::VARCHAR FROM store.migrations") == first
        assert warehouse.check() == []


def test_main_holds_only_views(warehouse: Warehouse) -> None:
    assert query(warehouse, "SELECT DISTINCT schema_name FROM duckdb_tables() WHERE NOT temporary") == [("store",)]
    views = query(warehouse, "SELECT view_name FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'")
    assert {name for (name,) in views} == set(VIEWS)


def test_views_are_made_anew_only_when_changed(warehouse: Warehouse, tmp_path: Path) -> None:
    folder = tmp_path / "sql"
    (folder / "views").mkdir(parents=True)
    (folder / "views" / "10_x.sql").write_text("CREATE OR REPLACE VIEW main.x AS SELECT 1 AS one;")
    schema.refresh_views(warehouse._database, folder)
    assert query(warehouse, "SELECT one FROM x") == [(1,)]
    query(warehouse, "DROP VIEW x")
    schema.refresh_views(warehouse._database, folder)
    with pytest.raises(WarehouseError):
        query(warehouse, "SELECT one FROM x")


def test_newer_database_is_refused(home: Home) -> None:
    with open_warehouse(home) as warehouse:
        query(warehouse, "INSERT INTO store.migrations VALUES (99, 'future', '', now())")
    with pytest.raises(WarehouseError, match=r"writer\.duckdb: written by a newer version"), open_warehouse(home):
        pass


def test_changed_migration_is_refused(home: Home) -> None:
    with open_warehouse(home) as warehouse:
        query(warehouse, "UPDATE store.migrations SET sha256 = 'other'")
    with pytest.raises(WarehouseError, match="changed after it was applied"), open_warehouse(home):
        pass


def test_failing_migration_leaves_nothing(home: Home, tmp_path: Path) -> None:
    (tmp_path / "sql" / "schema").mkdir(parents=True)
    (tmp_path / "sql" / "schema" / "002_broken.sql").write_text("CREATE TABLE store.half (i INTEGER); SELECT nonsense;")
    with open_warehouse(home) as warehouse:
        with pytest.raises(WarehouseError, match="nonsense"):
            schema.migrate(warehouse._database, tmp_path / "sql")
        assert query(warehouse, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'half'") == [(0,)]


def test_damaged_file_is_named_with_what_to_do(home: Home) -> None:
    home.writer_file.parent.mkdir()
    home.writer_file.write_bytes(b"not a database" * 1000)
    with pytest.raises(WarehouseError, match=r"writer\.duckdb: the database is damaged.*restore a backup"):
        open_warehouse(home).__enter__()
    assert home.writer_file.read_bytes().startswith(b"not a database"), "the evidence stays where it is"


def test_truncated_file_is_damaged(home: Home) -> None:
    with open_warehouse(home) as warehouse:
        warehouse.apply(Load(NOW, articles=tuple(article(i, text=f"{i} {TEXT}" * 50) for i in range(500))))
    os.truncate(home.writer_file, home.writer_file.stat().st_size // 2)
    with pytest.raises(WarehouseError, match=r"writer\.duckdb: .*damaged"), open_warehouse(home) as warehouse:
        query(warehouse, "SELECT max(text) FROM store.articles")


def test_file_left_empty_by_a_crash_is_made_anew(home: Home) -> None:
    home.writer_file.parent.mkdir()
    home.writer_file.touch()
    with open_warehouse(home) as warehouse:
        assert warehouse.check() == []


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "warehouse").write_text("a file")
    with pytest.raises(WarehouseError, match="warehouse"):
        open_warehouse(Home(tmp_path)).__enter__()


HOLD = """
import sys, time
from pathlib import Path
from monitor.settings import Home
from monitor.warehouse import open_warehouse
with open_warehouse(Home(Path(sys.argv[1]))):
    print("open", flush=True)
    time.sleep(60)
"""


def test_lock_is_held_across_processes_and_dies_with_its_holder(home: Home) -> None:
    with run_python(HOLD, home.root) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(WarehouseBusyError, match=r"writer\.lock"), open_warehouse(home):
            pass
        holder.send_signal(signal.SIGKILL)
    with open_warehouse(home) as warehouse:
        assert warehouse.check() == []


HOLD_DUCKDB = """
import sys, time, duckdb
connection = duckdb.connect(sys.argv[1])
print("open", flush=True)
time.sleep(60)
"""


def test_database_opened_by_another_program_is_busy(home: Home) -> None:
    with open_warehouse(home):
        pass
    with run_python(HOLD_DUCKDB, home.writer_file) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(WarehouseBusyError, match=r"writer\.duckdb: another process"), open_warehouse(home):
            pass
        holder.kill()


# Loading


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
    assert warehouse.known_article_ids(["a1", "a2"]) == {"a1"}
    assert warehouse.known_article_ids([]) == set()


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
        ({"signatures": (Signature("a2", "h", 1, (2**70,)),)}, "INT64"),
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


# Signatures and duplicates


def test_signature_candidates(warehouse: Warehouse) -> None:
    same = Signature("a1", "hash", 10, (1, 2, 2**62))
    near = Signature("a2", "other", 10, (9, 1, -5))
    far = Signature("a3", "far", 10, (7,))
    bare = Signature("a4", "hash", 3, ())
    warehouse.apply(Load(NOW, tuple(article(number) for number in (1, 2, 3, 4)), (same, near, far, bare)))
    assert warehouse.signature_candidates([Signature("new", "hash", 10, (-5,))]) == [same, near, bare]
    assert warehouse.signature_candidates([replace(same, bands=(2**62,))]) == [bare], "an article is not its own"
    assert warehouse.signature_candidates([]) == []
    changed = replace(same, text_hash="new", bands=(3,))
    warehouse.apply(Load(NOW, signatures=(changed,)))
    assert warehouse.signature_candidates([Signature("new", "x", 1, (2,))]) == []
    assert warehouse.signature_candidates([Signature("new", "x", 1, (3,))]) == [changed]
    assert warehouse.check() == []
    warehouse.apply(Load(NOW, articles=(article(3, text="changed"),)))
    assert warehouse.signature_candidates([Signature("new", "far", 1, (7,))]) == [], "of a text that is gone"


def duplicates(warehouse: Warehouse) -> list[tuple[Any, ...]]:
    return query(warehouse, "SELECT article_id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL ORDER BY 1")


def test_duplicates_name_the_leading_article(warehouse: Warehouse) -> None:
    articles = tuple(article(number) for number in (1, 2, 3, 4))
    warehouse.apply(Load(NOW, articles, duplicates={"a3": "a2", "a4": "a3"}))
    assert duplicates(warehouse) == [("a3", "a2"), ("a4", "a2")]
    warehouse.apply(Load(NOW, duplicates={"a2": "a1"}))
    assert duplicates(warehouse) == [("a2", "a1"), ("a3", "a1"), ("a4", "a1")]
    warehouse.apply(Load(NOW, signatures=(Signature("a3", "h", 1, ()),)))
    assert duplicates(warehouse) == [("a2", "a1"), ("a4", "a1")], "compared anew, and alone"
    warehouse.apply(Load(NOW, articles=(article(4, text="changed"),)))
    assert duplicates(warehouse) == [("a2", "a1")]
    warehouse.apply(Load(NOW, duplicates={"a1": "a2"}))
    assert duplicates(warehouse) == [], "contradictory: neither leads"
    assert warehouse.check() == []


# Reports near


def near(warehouse: Warehouse, *given: Mention) -> list[str]:
    return sorted(report.mention.article_id for report in warehouse.reports_near(given))


def test_reports_near_share_type_and_a_first_level_unit(warehouse: Warehouse) -> None:
    luoyang = mention(
        "a2", relation="sister_city", cn="Luoyang", cn_id="cn-henan-luoyang", pk="Sindh", pk_id="pk-sindh"
    )
    host_only = visit("a3", cn=None, cn_id=None, pk="Lahore", pk_id="pk-punjab-lahore")
    elsewhere = mention("a4", cn="Hebei", cn_id="cn-hebei", pk="Sindh", pk_id="pk-sindh")
    mentions = (mention("a1"), luoyang, host_only, elsewhere)
    pairs = [(event(f"e{number}", one), [one]) for number, one in enumerate(mentions, 1)]
    warehouse.apply(Load(NOW, tuple(article(n) for n in (1, 2, 3, 4)), mentions=mentions, resolution=resolved(*pairs)))
    assert warehouse.check() == []
    assert near(warehouse, mention("new")) == ["a1", "a2"]
    assert near(warehouse, visit("new")) == ["a3"]
    assert near(warehouse, visit("new", cn=None, cn_id=None, pk="Sindh", pk_id="pk-sindh")) == []
    assert near(warehouse, visit("new", cn=None, cn_id=None)) == ["a3"]
    assert near(warehouse, elsewhere) == ["a2", "a4"]
    assert near(warehouse, mention("new", cn_id="cn-unknown", pk_id=None)) == []
    assert near(warehouse) == []


def test_reports_near_bring_the_whole_event(warehouse: Warehouse) -> None:
    cn_only = visit("a1", pk=None, pk_id=None)
    pk_only = visit("a2", cn=None, cn_id=None)
    both = event("e1", visit("a1"))
    articles = (article(1), article(2, source_id="gov", lang="zh", published="2026-02-28T10:00:00+08:00"))
    warehouse.apply(Load(NOW, articles, mentions=(cn_only, pk_only), resolution=resolved((both, [cn_only, pk_only]))))
    reports = warehouse.reports_near([visit("new", pk=None, pk_id=None)])
    assert {report.mention for report in reports} == {cn_only, pk_only}
    (official,) = [report for report in reports if report.authority == "official"]
    assert (official.lang, official.published, official.fetched_at) == ("zh", "2026-02-28T10:00:00+08:00", NOW)
    assert (official.event_id, official.mention, official.title) == ("e1", pk_only, articles[1].title)
    assert {report.mention for report in warehouse.reports_of_articles(["a1"])} == {cn_only, pk_only}
    assert warehouse.reports_of_articles(["a9"]) == []


# Items


def test_items_order_citations_and_stable_guids(warehouse: Warehouse) -> None:
    for number, now in [(1, NOW), (2, LATER), (3, LATER), (4, LATER)]:
        day = {1: "2026-02-27", 2: "2026-02", 3: "2026-02-27", 4: None}[number]
        said = mention(f"a{number}", date=day)
        warehouse.apply(
            load_one(number, now=now, mentions=(said,), resolution=resolved((event(f"e{number}", said), [said])))
        )
    assert [item.guid for item in warehouse.items(10)] == ["g3", "g2", "g4", "g1"]
    assert [item.guid for item in warehouse.items(2)] == ["g3", "g2"]
    reprint, official = mention("b0"), mention("b9", stage="letter_of_intent")
    first = mention("a1")
    articles = (
        article(0, article_id="b0", published="2026-02-01", source_id="stray"),
        article(9, article_id="b9", source_id="gov", published=None),
    )
    members = resolved((event("e1", first), [first, reprint, official]))
    warehouse.apply(Load(LATER, articles, (), {"b0": "a1"}, (reprint, official), members))
    (item,) = [item for item in warehouse.items(10) if item.guid == "g1"]
    assert [(one.article_id, one.source_name, one.stage) for one in item.citations] == [
        ("a1", "Dawn", "signed"),
        ("b9", "Henan Gov", "letter_of_intent"),
        ("b0", "stray", "signed"),
    ]
    assert item.event == event("e1", first)
    assert warehouse.check() == []


def test_planned_visit_that_takes_place_is_two_items(warehouse: Warehouse) -> None:
    will, did = visit("a1", stage="planned"), visit("a2")
    warehouse.apply(
        Load(
            NOW, (article(1),), (), {}, (will,), resolved((event("v", will), [will])), (("v:planned", "v", "planned"),)
        )
    )
    took = resolved((event("v", did), [will, did]))
    warehouse.apply(Load(LATER, (article(2),), (), {}, (did,), took, (("v:took_place", "v", "took_place"),)))
    shown = [(item.guid, item.event.stage, item.announced_at, item.updated_at) for item in warehouse.items(5)]
    assert shown == [("v:took_place", "took_place", LATER, LATER), ("v:planned", "planned", NOW, NOW)]
    assert query(warehouse, "SELECT stage, epoch(announced_at) FROM visits") == [("took_place", NOW.timestamp())]
    assert warehouse.existing_items(["v"]) == [("v:planned", "v", "planned"), ("v:took_place", "v", "took_place")]
    assert warehouse.existing_items([]) == []


# Views


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


# Checks

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
    ("item of no live event", "UPDATE store.items SET event_id = 'none'"),
    (
        "announced event without item, or item of an event not announced",
        "UPDATE store.events SET announced_at = NULL",
    ),
    ("redirect to no live event", "UPDATE store.events SET redirected_to = 'none'"),
    ("duplicate of no leading article", "UPDATE store.articles SET duplicate_of = 'none'"),
    ("duplicate of no leading article", "UPDATE store.articles SET duplicate_of = 'a1' WHERE article_id = 'a1'"),
    ("signature or band without its article", "INSERT INTO store.signatures VALUES ('none', 'h', 1)"),
    ("band twice or without signature", "INSERT INTO store.bands VALUES ('a1', 0, 5)"),
    ("visited for an unknown source", "INSERT INTO store.visited VALUES ('none', 'u', NULL, NULL, 200, NULL, now())"),
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


# Snapshot

READ = """
import sys, duckdb
with duckdb.connect(sys.argv[1], read_only=True) as database:
    print(*database.execute("SELECT event_id FROM events ORDER BY event_id").fetchall())
with duckdb.connect() as database:
    database.execute("ATTACH '" + sys.argv[1] + "' AS other (READ_ONLY)")
    print(database.execute("SELECT count(*) FROM other.ties").fetchall())
"""
OPEN_WRITER = """
import sys, duckdb
try:
    duckdb.connect(sys.argv[1])
except duckdb.IOException:
    print("locked")
"""


def output(code: str, *arguments: object) -> str:
    with run_python(code, *arguments) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return said


def test_snapshot_is_readable_elsewhere_while_the_writer_stays_open(home: Home, warehouse: Warehouse) -> None:
    warehouse.apply(load_one(1))
    path = warehouse.snapshot()
    assert path == home.snapshot_file
    assert output(READ, path) == "('e1',)\n[(1,)]\n"
    with duckdb.connect(str(path), read_only=True) as reader:
        path.with_name("monitor.duckdb.wal").write_bytes(b"stale")
        warehouse.apply(load_one(2))
        assert warehouse.snapshot() == path
        assert reader.execute("SELECT count(*) FROM events").fetchall() == [(1,)], "readers keep their copy"
    assert output(READ, path) == "('e1',) ('e2',)\n[(1,)]\n"
    assert sorted(one.name for one in path.parent.iterdir() if one.name.startswith("monitor")) == ["monitor.duckdb"]


def test_snapshot_leaves_the_writers_file_locked(home: Home, warehouse: Warehouse) -> None:
    warehouse.snapshot()
    assert output(OPEN_WRITER, home.writer_file) == "locked\n"


def test_older_clients_can_read_the_file(warehouse: Warehouse) -> None:
    (tags,) = query(warehouse, "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal")[0]
    assert tags.startswith("v1.2.0")


def test_snapshot_that_cannot_be_written(home: Home, warehouse: Warehouse) -> None:
    home.snapshot_file.mkdir()
    with pytest.raises(WarehouseError, match=r"monitor\.duckdb"):
        warehouse.snapshot()


# Crash

CRASH = """
import sys
from pathlib import Path
from test_warehouse import NOW, article, load_one
from monitor.settings import Home
from monitor.warehouse import Load, apply, open_warehouse

def stall(*_: object) -> int:
    print("stalled", flush=True)
    sys.stdin.read()
    return 0

with open_warehouse(Home(Path(sys.argv[1]))) as warehouse:
    warehouse.apply(load_one(2))
    apply._rejections = stall
    many = tuple(article(number, text=f"{number} " * 2000) for number in range(100, 3100))
    warehouse.apply(load_one(3, articles=(article(3), *many)))
"""


def test_kill_in_the_middle_of_a_transaction(home: Home) -> None:
    with open_warehouse(home) as warehouse:
        warehouse.record_places(PLACES)
        warehouse.record_sources([SOURCE])
        warehouse.apply(load_one(1))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])}
    with subprocess.Popen(
        [sys.executable, "-c", CRASH, str(home.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "stalled\n"
        process.kill()
    with open_warehouse(home) as warehouse:
        assert query(warehouse, "SELECT event_id FROM events ORDER BY 1") == [("e1",), ("e2",)]
        assert query(warehouse, "SELECT count(*) FROM articles") == [(2,)]
        assert warehouse.check() == []
        assert warehouse.apply(load_one(3)).articles_new == 1
