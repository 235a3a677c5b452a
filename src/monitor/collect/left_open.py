"""What a killed run left of its WARC file: whole records, and at most a torn one behind them."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from monitor.collect.members import DamageError, gzip_members
from monitor.errors import ArchiveError, said_by_system
from monitor.replacing import remove_leftovers

OPEN = ".open"
"""Ends the name of a WARC file while a run writes it."""
_CHUNK = 1 << 16


def finish_left_open(folder: Path) -> None:
    """Give the WARC files that killed runs left in `folder` their final names; only for who alone writes there.

    Every whole record stays; a torn one at the end goes, since it was never known to be stored. A file without any
    page goes altogether. One that is damaged otherwise gets its name as it is: who reads it will say where. Raises
    ArchiveError.
    """
    remove_leftovers(folder)
    for path in sorted(folder.glob(f"*.warc.gz{OPEN}")):
        try:
            _finish(path)
        except OSError as error:
            raise ArchiveError(f"{path}: cannot be finished: {said_by_system(error)}") from error


def _finish(path: Path) -> None:
    records, length = _whole_records(path)
    if length is not None and records <= 1:  # that is the record about the file itself
        path.unlink()
        return
    if length is not None:
        os.truncate(path, length)
    path.rename(path.with_name(path.name.removesuffix(OPEN)))


def _whole_records(path: Path) -> tuple[int, int | None]:
    """Return how many records are whole, and the offset behind the last; None where more than its end is damaged."""
    count, end = 0, 0
    with path.open("rb") as file:
        try:
            for member in gzip_members(file, file.read(_CHUNK)):
                member.content.close()
                count, end = count + 1, member.end
        except EOFError:
            pass
        except (DamageError, zlib.error):
            return count, None
    return count, end
