"""The warehouse as a file: opening, the snapshot, damage, a crash; on real DuckDB files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from monitor.errors import WarehouseBusyError, WarehouseError
from monitor.settings import Home
from monitor.warehouse import Load, Warehouse, open_warehouse, schema
from warehouse_rows import (
    NOW,
    PLACES,
    ROOT,
    SOURCE,
    TEXT,
    VIEWS,
    article,
    load_one,
    query,
    run_python,
)


def test_empty_home_is_migrated_and_second_open_applies_nothing(home: Home) -> None:
    with open_warehouse(home) as warehouse:
        first = query(warehouse, "SELECT version, name, sha256, applied_at::VARCHAR FROM store.migrations")
        files = sorted((ROOT / "warehouse" / "schema").glob("*.sql"))
        assert [row[:2] for row in first] == [(int(file.stem[:3]), file.stem[4:]) for file in files]
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
    (tmp_path / "sql" / "schema" / "999_broken.sql").write_text("CREATE TABLE store.half (i INTEGER); SELECT nonsense;")
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
