"""Brings a database up to the code's migrations and views."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from monitor.errors import WarehouseError
from monitor.warehouse.database import Database

MIGRATIONS_TABLE = """
CREATE SCHEMA IF NOT EXISTS store;
CREATE TABLE IF NOT EXISTS store.migrations (
    version    INTEGER PRIMARY KEY,
    name       VARCHAR NOT NULL,
    sha256     VARCHAR NOT NULL,
    applied_at TIMESTAMPTZ NOT NULL
);
"""
FINGERPRINT = "SELECT sha256 FROM store.fingerprints WHERE name = ?"
SAVE_FINGERPRINT = """
INSERT INTO store.fingerprints (name, sha256) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256
"""


def sql_folder() -> Path:
    """Return the folder of the SQL files: within the package in a wheel, else the checkout's `warehouse`."""
    here = Path(__file__).resolve()
    for folder in (here.parents[1] / "_warehouse", here.parents[3] / "warehouse"):
        if (folder / "schema").is_dir():
            return folder
    raise WarehouseError(f"{here}: the SQL files that belong to it are missing; install the program again")


def migrate(database: Database, folder: Path) -> list[int]:
    """Apply the migrations not yet applied, one transaction each, and return their versions.

    Raises WarehouseError where the database is newer than the code, or a migration was changed after it was applied.
    """
    with database.transaction():
        database.run(MIGRATIONS_TABLE)
    applied = require_known(database, folder)
    files = _files(folder)
    due = [version for version in files if version not in applied]
    for version in due:
        _apply(database, version, files[version])
    return due


def refresh_views(database: Database, folder: Path) -> None:
    """Create the views anew where their files changed since."""
    text = "\n".join(path.read_text("utf-8") for path in sorted((folder / "views").glob("*.sql")))
    digest = sha256(text.encode()).hexdigest()
    if database.value(FINGERPRINT, ["views"]) == digest:
        return
    with database.transaction():
        database.run(text)
        database.run(SAVE_FINGERPRINT, ["views", digest])


def require_known(database: Database, folder: Path) -> set[int]:
    """Return the migrations that the database has had; WarehouseError where the code does not know one, or other."""
    applied: dict[int, str] = dict(database.rows("SELECT version, sha256 FROM store.migrations"))
    files = _files(folder)
    newest = max(files, default=0)
    if max(applied, default=0) > newest:
        raise WarehouseError(
            f"{database.path}: written by a newer version of this program (its schema is {max(applied)}, "
            f"this one knows {newest}); update the program"
        )
    for version, digest in applied.items():
        if version in files and digest != _digest(files[version]):
            raise WarehouseError(
                f"{files[version]}: changed after it was applied to {database.path}; put it back, and add a migration"
            )
    return set(applied)


def _files(folder: Path) -> dict[int, Path]:
    return {int(path.name[:3]): path for path in sorted((folder / "schema").glob("[0-9][0-9][0-9]_*.sql"))}


def _apply(database: Database, version: int, path: Path) -> None:
    with database.transaction():
        database.run(path.read_text("utf-8"))
        database.run("INSERT INTO store.migrations VALUES (?, ?, ?, now())", [version, path.stem[4:], _digest(path)])


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
