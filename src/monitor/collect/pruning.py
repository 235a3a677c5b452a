"""Thinning a WARC file of ours: pages that are neither young nor wanted go, the others stay byte for byte."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator

from monitor.collect.archive_reading import page_of, read_pages, record_moment
from monitor.errors import ArchiveError, said_by_system
from monitor.records import Page
from monitor.replacing import replace_whole

ANY_SIZE = 1 << 62


@dataclass(frozen=True, slots=True)
class _Record:
    """Where a record lies in its file, and whether it stays. A request goes with the answer that it names."""

    kind: str
    record_id: str
    answer_id: str | None
    offset: int
    length: int
    keep: bool


@dataclass(frozen=True, slots=True)
class Thinned:
    """What thinning one file did, or would do: answers kept and dropped, and the bytes that it takes less."""

    kept: int
    dropped: int
    bytes_freed: int


def thin_archive(path: Path, before: datetime, wanted: Callable[[Page], bool], *, dry_run: bool = False) -> Thinned:
    """Drop from the file at `path` the answers fetched before that time that are no page that is `wanted`.

    The file is replaced whole, removed where no answer is left, and not touched where all stay. Raises ArchiveError,
    having changed nothing, where it is damaged or cannot be written.
    """
    deque(read_pages(path, ANY_SIZE), maxlen=0)  # of a damaged file nothing goes
    try:
        with path.open("rb") as file:
            records = list(_records(file, before, wanted))
            answers = [record for record in records if record.kind in ("response", "revisit")]
            dropped = {record.record_id for record in answers if not record.keep}
            stay = [r for r in records if r.keep and r.record_id not in dropped and r.answer_id not in dropped]
            freed = sum(r.length for r in records) - sum(r.length for r in stay)
            if dropped and len(dropped) == len(answers):
                freed = path.stat().st_size
                if not dry_run:
                    path.unlink()
            elif dropped and not dry_run:
                replace_whole(path, lambda temporary: _copy(file, stay, temporary))
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be thinned: {said_by_system(error)}") from error
    return Thinned(len(answers) - len(dropped), len(dropped), freed)


def _records(file: IO[bytes], before: datetime, wanted: Callable[[Page], bool]) -> Iterator[_Record]:
    records = ArchiveIterator(file)
    for record in records:
        header = record.rec_headers.get_header
        keep = record.rec_type not in ("response", "revisit") or _stays(record, before, wanted)
        records.read_to_end(record)
        yield _Record(
            kind=record.rec_type,
            record_id=header("WARC-Record-ID"),
            answer_id=header("WARC-Concurrent-To"),
            offset=records.get_record_offset(),
            length=records.get_record_length(),
            keep=keep,
        )


def _stays(record: Any, before: datetime, wanted: Callable[[Page], bool]) -> bool:
    fetched_at = record_moment(record)
    if fetched_at is None or fetched_at >= before:
        return True
    page = page_of(record, ANY_SIZE)
    return page is not None and wanted(page)


def _copy(file: IO[bytes], records: list[_Record], target: Path) -> None:
    with target.open("wb") as out:
        for record in records:
            file.seek(record.offset)
            out.write(file.read(record.length))
    deque(read_pages(target, ANY_SIZE), maxlen=0)
