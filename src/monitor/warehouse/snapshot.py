"""The copy that people open while the writer goes on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO

from monitor.warehouse.database import Database, translated


def write_snapshot(database: Database, source: BinaryIO, target: Path) -> Path:
    """Put a copy of the database at `target`, all at once, and return `target`; WarehouseError where that fails.

    `source` is the database file, open for reading for as long as the database is: when a process closes any handle
    of a file, the system drops all its locks on it, DuckDB's too.
    """
    database.run("CHECKPOINT")
    copy = target.with_name(target.name + ".tmp")
    with translated(target):
        source.seek(0)
        with copy.open("wb") as out:
            shutil.copyfileobj(source, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
        # The log of someone who wrote to the former copy would be replayed over the new one.
        target.with_name(target.name + ".wal").unlink(missing_ok=True)
        copy.replace(target)
        _sync_folder(target.parent)
    return target


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
