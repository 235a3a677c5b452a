"""The copy that people open while the writer goes on."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from monitor.warehouse.database import Database, translated

_AT_ONCE = 1 << 24


def write_snapshot(database: Database, source: BinaryIO, target: Path) -> Path:
    """Put a copy of the database at `target`, all at once, and return `target`; WarehouseError where that fails.

    `source` is the database file, open for reading for as long as the database is: when a process closes any handle
    of a file, the system drops all its locks on it, DuckDB's too.
    """
    database.run("CHECKPOINT")
    copy = target.with_name(target.name + ".tmp")
    with translated(target):
        try:
            with copy.open("wb") as out:
                _copy(source, out)
                os.fsync(out.fileno())
        except OSError:
            copy.unlink(missing_ok=True)  # half a copy must not keep a full disk full
            raise
        # The log of someone who wrote to the former copy would be replayed over the new one.
        target.with_name(target.name + ".wal").unlink(missing_ok=True)
        copy.replace(target)
        _sync_folder(target.parent)
    return target


def _copy(source: BinaryIO, out: BinaryIO) -> None:
    """Copy within the system, which shares the blocks where the file system can, and else by reading and writing."""
    source.seek(0)
    with suppress(OSError):
        while os.copy_file_range(source.fileno(), out.fileno(), _AT_ONCE):
            pass
    shutil.copyfileobj(source, out, _AT_ONCE)
    out.flush()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
