"""What a run that ended early left of its archive: whole records, and at most a torn one behind them.

The next run takes over the pages that are not stored yet: none is asked for, or kept, twice.
"""

from __future__ import annotations

import os
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from monitor.collect.archive_reading import read_marked_pages
from monitor.collect.members import DamageError, gzip_members
from monitor.errors import ArchiveError, said_by_system
from monitor.records import Collected, Page, Visited
from monitor.replacing import remove_leftovers

OPEN = ".open"
"""Ends the name of a WARC file until all of its pages are stored."""
_CHUNK = 1 << 16

PagesLeft = Mapping[str, tuple[Page, Visited]]
"""Pages of one source by the address that was asked, with what is to be remembered of it."""


class LeftOpen:
    """The files left open in a folder: cut to whole records at once, and finished when what they hold is stored."""

    def __init__(self, folder: Path, max_page_bytes: int) -> None:
        """For who alone writes in `folder`.

        A torn record at the end goes, since it was never known to be stored. A file without any page goes altogether.
        One that is damaged otherwise stays as it is: who reads it will say where. Raises ArchiveError.
        """
        remove_leftovers(folder)
        self.paths = [path for path in sorted(folder.glob(f"*.warc.gz{OPEN}")) if _cut(path)]
        self._max_page_bytes = max_page_bytes
        self._read: list[Path] = []
        self._pages: dict[str, dict[str, tuple[Page, Visited]]] = defaultdict(dict)

    def read(self) -> None:
        """Read the pages of all files, of each up to the first damage; of one address the last counts."""
        for path in self.paths:
            with suppress(ArchiveError):
                for page, mark in read_marked_pages(path, self._max_page_bytes):
                    self._pages[page.source_id][page.url] = page, _visited(page, mark)
        self._read = self.paths

    def sources(self) -> Set[str]:
        """Return the ids of the sources of which pages were read."""
        return self._pages.keys()

    def not_stored(self, source_id: str, stored: Mapping[str, Visited]) -> PagesLeft:
        """Return what was read and was fetched since what is remembered of its address (`stored`, by URL)."""
        return {
            url: (page, visited)
            for url, (page, visited) in self._pages.get(source_id, {}).items()
            if url not in stored or stored[url].fetched_at < page.fetched_at
        }

    def finish(self) -> None:
        """Give the files that were read their final names, what they hold being stored; ArchiveError."""
        for path in self._read:
            finish(path)
        self._read = []


def finish(path: Path) -> None:
    """Give a file its final name; ArchiveError."""
    with _translated(path):
        path.rename(path.with_name(path.name.removesuffix(OPEN)))


def taken_over(left: PagesLeft, collected: Collected) -> Collected:
    """Return what was collected from a source now, with what was left of it before; what is newer counts."""
    fetched = {page.url for page in collected.pages}
    before = [page for url, (page, _) in left.items() if url not in fetched]
    visited = {row.url: row for row in (*(row for _, row in left.values()), *collected.visited)}
    return replace(collected, pages=(*before, *collected.pages), visited=tuple(visited.values()))


def _visited(page: Page, mark: str | None) -> Visited:
    etag, modified = page.headers.get("etag"), page.headers.get("last-modified")
    return Visited(page.url, etag, modified, page.status, mark, page.fetched_at)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be finished: {said_by_system(error)}") from error


def _cut(path: Path) -> bool:
    """Cut a file to its whole records; False where there was nothing to keep, and it is gone."""
    with _translated(path), path.open("r+b") as file:
        records, length = _whole_records(file)
        if length is None:
            return True
        if records > 1:  # the first is about the file itself
            file.truncate(length)
            os.fsync(file.fileno())  # the database must never know of a page that is not kept
            return True
        path.unlink()
        return False


def _whole_records(file: BinaryIO) -> tuple[int, int | None]:
    """Return how many records are whole, and the offset behind the last; None where more than its end is damaged."""
    records, end = 0, 0
    try:
        for member in gzip_members(file, file.read(_CHUNK)):
            member.content.close()
            records, end = records + 1, member.end
    except EOFError:
        pass
    except (DamageError, zlib.error):
        return records, end if _is_blank(file, end) else None
    return records, end


def _is_blank(file: BinaryIO, start: int) -> bool:
    """Whether nothing but zeros follow, as a power cut may leave them."""
    file.seek(start)
    return not any(chunk.strip(b"\0") for chunk in iter(lambda: file.read(_CHUNK), b""))
