"""The files with all events, read back by DuckDB and the standard library."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import duckdb
import pytest

from monitor.errors import WarehouseError
from monitor.warehouse import Load, Warehouse
from warehouse_rows import LATER, NOW, TEXT, article, event, load_one, mention, query, resolved

NAMES = ("events.csv", "events.parquet", "register.duckdb")
ODD = "\"Henan\", said\r\n=cmd() 河南 کراچی 😀; 'x'"


@pytest.fixture
def public(tmp_path: Path, warehouse: Warehouse) -> Path:
    """A folder with the exports of two events, one of them with an awkward text."""
    said = mention("a2", date="2025", evidence=ODD)
    odd = Load(NOW, (article(2),), mentions=(said,), resolution=resolved((event("e2", said), [said])))
    warehouse.apply(load_one(1))
    warehouse.apply(odd)
    folder = tmp_path / "it's public"
    assert [path.name for path in warehouse.export(folder)] == list(NAMES)
    return folder


def test_each_file_holds_the_events_of_the_view(public: Path, warehouse: Warehouse) -> None:
    events = "SELECT * REPLACE (epoch_us(announced_at) AS announced_at, epoch_us(updated_at) AS updated_at) FROM"
    wanted = query(warehouse, f"{events} events ORDER BY date_from DESC, event_id")
    assert [row[0] for row in wanted] == ["e1", "e2"]
    with duckdb.connect(str(public / "register.duckdb"), read_only=True) as register:
        assert register.execute(f"{events} events").fetchall() == wanted
        assert register.execute(f"{events} '{public / 'events.parquet'}'".replace("it's", "it''s")).fetchall() == wanted
        columns = [column[0] for column in register.description]
    with (public / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == columns
    assert rows[1]["evidence"] == ODD
    assert (rows[0]["announced_at"], rows[1]["announced_at"]) == ("2026-03-01T08:30:00Z", "")


def test_register_has_events_ties_and_places_and_no_article_text(public: Path, warehouse: Warehouse) -> None:
    with duckdb.connect(str(public / "register.duckdb"), read_only=True) as register:
        tables = register.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
        assert tables == [("events",), ("places",), ("ties",)]
        for name in ("ties", "places"):
            found = register.execute(f"FROM {name} ORDER BY ALL").fetchall()
            assert found == query(warehouse, f"FROM {name} ORDER BY ALL") != []
    assert all(TEXT.encode() not in (public / name).read_bytes() for name in NAMES)


def test_unchanged_data_leaves_every_file_alone(public: Path, warehouse: Warehouse) -> None:
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()) for path in public.iterdir()}
    assert warehouse.export(public) == ()
    warehouse.apply(Load(LATER, articles=(article(9, title="Another", text="Nothing of interest."),)))
    assert warehouse.export(public) == ()
    assert {
        path: (path.stat().st_ino, path.stat().st_mtime_ns, path.read_bytes()) for path in public.iterdir()
    } == before


def test_what_changed_is_written_anew(public: Path, warehouse: Warehouse) -> None:
    warehouse.apply(load_one(3, LATER))
    assert [path.name for path in warehouse.export(public)] == list(NAMES)
    (public / "events.csv").unlink()
    assert [path.name for path in warehouse.export(public)] == ["events.csv"]


@pytest.mark.parametrize("damage", [b"", b"not a database", None])
def test_damaged_register_is_written_anew(public: Path, warehouse: Warehouse, damage: bytes | None) -> None:
    register = public / "register.duckdb"
    if damage is None:
        with duckdb.connect(str(register)) as other:
            other.execute("ALTER TABLE ties DROP COLUMN visit_count")
    else:
        register.write_bytes(damage)
    assert warehouse.export(public) == (register,)
    with duckdb.connect(str(register), read_only=True) as read:
        assert len(read.execute("FROM ties").fetchall()) == 1


def test_readers_of_the_former_register_go_on(public: Path, warehouse: Warehouse) -> None:
    with duckdb.connect(str(public / "register.duckdb"), read_only=True) as reader:
        warehouse.apply(load_one(3, LATER))
        warehouse.export(public)
        assert reader.execute("SELECT count(*) FROM events").fetchall() == [(2,)]


@pytest.mark.parametrize("name", NAMES)
def test_what_cannot_be_written_is_named_and_nothing_half_written_stays(
    public: Path, warehouse: Warehouse, name: str
) -> None:
    (public / name).unlink()
    (public / name).mkdir()
    with pytest.raises(WarehouseError, match=rf"public/{name}"):
        warehouse.export(public)
    assert sorted(path.name for path in public.iterdir()) == sorted(NAMES)
    shutil.rmtree(public / name)
    assert [path.name for path in warehouse.export(public)] == [name], "and the warehouse goes on"
