"""A DuckDB connection that raises only this program's errors, each naming the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from monitor.errors import WarehouseBusyError, WarehouseError, advice_on
from monitor.settings import Home

# Extensions are never fetched: a run must not depend on, or load code from, the network.
CONFIG: Mapping[str, str] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    # Of new files only. People's clients are older than ours: any DuckDB from 1.2 on opens the copies.
    "storage_compatibility_version": "v1.2.0",
}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COPY = Home(Path()).snapshot_file.name
_MEND_COPY = "`monitor publish` writes it anew"
_MEND = "restore a backup, or move it away and `monitor import` the files in archive/"
Parameters = Sequence[object] | Mapping[str, object]


class Database:
    """One open file. Every method raises WarehouseError where DuckDB fails."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the file at `path`, created where missing unless `read_only`.

        A file held by another process raises WarehouseBusyError.
        """
        self.path = path
        with translated(path):
            # A crash while the file was made leaves it empty, which DuckDB takes for damage.
            if not read_only and path.exists() and path.stat().st_size == 0:
                path.unlink()
            self._connection = duckdb.connect(str(path), read_only=read_only, config=dict(CONFIG))
            self._connection.execute("SET TimeZone = 'UTC'")

    def close(self) -> None:
        """Close the file; what was not committed is gone."""
        with translated(self.path):
            self._connection.close()

    def run(self, sql: str, parameters: Parameters = ()) -> None:
        """Execute statements whose result is of no interest."""
        with translated(self.path):
            self._connection.execute(sql, parameters or None)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        with translated(self.path):
            return self._connection.execute(sql, parameters or None).fetchall()

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """Return the first column of the first row, None where there is none."""
        found = self.rows(sql, parameters)
        return found[0][0] if found else None

    def statements(self, sql: str) -> list[str]:
        """Split a script into its statements."""
        with translated(self.path):
            return [statement.query for statement in self._connection.extract_statements(sql)]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what is done inside, or nothing of it where anything is raised."""
        self.run("BEGIN")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # A failed COMMIT has rolled back already, and a fatal error leaves nothing to roll back.
            with suppress(duckdb.Error):
                self._connection.execute("ROLLBACK")
            raise


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn DuckDB's and the system's errors into WarehouseError naming `path` and what to do."""
    try:
        yield
    except (duckdb.Error, OSError) as error:
        raise _explained(path, error) from error


def _explained(path: Path, error: Exception) -> WarehouseError:
    said = (error.strerror if isinstance(error, OSError) else None) or str(error).strip()
    if "Could not set lock" in said:
        return WarehouseBusyError(f"{path}: another process has it open ({said}); close it, then run again")
    if advice := advice_on(said):  # a full disk, say, which DuckDB may call fatal, too
        return WarehouseError(f"{path}: {said}; {advice}")
    damaged = ("not a valid DuckDB", "orrupt", "Could not read enough bytes", "Failed to deserialize", "replaying WAL")
    if any(sign in said for sign in damaged) or isinstance(error, duckdb.InternalException | duckdb.FatalException):
        what_to_do = _MEND_COPY if path.name == _COPY else _MEND
        return WarehouseError(f"{path}: the database is damaged ({said}); {what_to_do}")
    return WarehouseError(f"{path}: {said}")


def moment(microseconds: int) -> datetime:
    """Return the UTC time of `epoch_us(...)`: fetching a TIMESTAMPTZ itself would need pytz."""
    return EPOCH + timedelta(microseconds=microseconds)


def moment_or_none(microseconds: int | None) -> datetime | None:
    """Return `moment`, None for SQL's null."""
    return None if microseconds is None else moment(microseconds)
