"""The files with all events, for people who want the data: CSV, Parquet and a small DuckDB file. No article text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from monitor.errors import WarehouseError
from monitor.replacing import replace_whole
from monitor.warehouse.database import CONFIG, Database, translated

# Sorted to the last column, so that the same events give the same bytes.
REGISTER: Mapping[str, str] = {
    "events": "FROM main.events ORDER BY date_from DESC NULLS LAST, event_id",
    "ties": "FROM main.ties ORDER BY cn_id, pk_id, relation",
    "places": "FROM main.places ORDER BY place_id",
}
CSV = "FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%SZ'"


def export(database: Database, public: Path) -> tuple[Path, ...]:
    """Write `events.csv`, `events.parquet` and `register.duckdb` (events, ties, places) into the folder `public`.

    Returns the files that changed; each is replaced whole. Raises WarehouseError naming the file that cannot be
    written.
    """
    written = {
        "events.csv": _replace(public / "events.csv", lambda path: _copy_events(database, path, CSV)),
        "events.parquet": _replace(
            public / "events.parquet", lambda path: _copy_events(database, path, "FORMAT parquet")
        ),
        # DuckDB never writes a file with the same bytes again.
        "register.duckdb": not _is_current(database, public / "register.duckdb")
        and _replace(public / "register.duckdb", lambda path: _write_register(database, path)),
    }
    return tuple(public / name for name, changed in written.items() if changed)


def _replace(path: Path, write: Callable[[Path], None]) -> bool:
    with translated(path):
        return replace_whole(path, write)


def _copy_events(database: Database, path: Path, options: str) -> None:
    database.run(f"COPY ({REGISTER['events']}) TO {_quoted(path)} ({options})")


def _write_register(database: Database, path: Path) -> None:
    with _attached(database, path, f"STORAGE_VERSION '{CONFIG['storage_compatibility_version']}'"):
        for name, query in REGISTER.items():
            database.run(f"CREATE TABLE register.{name} AS {query}")


def _is_current(database: Database, path: Path) -> bool:
    """Whether the register at `path` holds what it would hold if it were written now; a damaged one does not."""
    if not path.is_file():
        return False
    try:
        with _attached(database, path, "READ_ONLY"):
            return all(_is_same(database, f"main.{name}", f"register.{name}") for name in REGISTER)
    except WarehouseError:
        return False


def _is_same(database: Database, one: str, other: str) -> bool:
    columns, others = ([row[:2] for row in database.rows(f"DESCRIBE {table}")] for table in (one, other))
    if columns != others:
        return False
    both_ways = f"(FROM {one} EXCEPT ALL FROM {other}) UNION ALL (FROM {other} EXCEPT ALL FROM {one})"
    return not database.rows(f"FROM ({both_ways}) LIMIT 1")


@contextmanager
def _attached(database: Database, path: Path, options: str) -> Iterator[None]:
    database.run(f"ATTACH {_quoted(path)} AS register ({options})")
    try:
        yield
    finally:
        database.run("DETACH register")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
