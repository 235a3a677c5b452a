"""The archive: what was fetched, as WARC 1.1 (ISO 28500), the format that web archives and their tools share."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import quote, urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from monitor.collect.archive_reading import ASKED_URL, MARK, SOURCE_ID, read_pages
from monitor.collect.left_open import OPEN, finish
from monitor.errors import ArchiveError, said_by_system
from monitor.records import Page

__all__ = ["Archive", "read_pages"]

LARGEST_FILE = 1_000_000_000
"""Bytes after which a run goes on in a further file, as the WARC standard advises (ISO 28500, annex C)."""
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class Archive:
    """The WARC file of one run, and further ones where it grows large.

    A file is made with its first record; `path` is that of the last. All have their names without `.open` once
    closed; where a run fails they stay open, as if it had been killed, for the next one to take over (left_open.py).
    """

    def __init__(self, folder: Path, run_id: str, started_at: datetime) -> None:
        """Write into `folder` (`Home.archive`); `started_at` must have a zone."""
        moment = started_at.astimezone(UTC).strftime("%Y%m%dT%H%M%S")
        self._folder = folder
        self._name = f"{moment}-{re.sub(r'[^A-Za-z0-9_-]', '_', run_id)}"
        self._number = 1
        self._left: list[Path] = []
        self._file: BinaryIO | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        elif self._file is not None:
            self._file.close()

    @property
    def path(self) -> Path:
        return self._folder / f"{self._name}{f'-{self._number}' if self._number > 1 else ''}.warc.gz"

    @property
    def _open_path(self) -> Path:
        return self.path.with_name(self.path.name + OPEN)

    def write_page(self, page: Page, request_headers: Mapping[str, str], mark: str | None = None) -> None:
        """Write the answer and the request of one page; an answer 304 becomes a revisit record.

        `mark` is the source's own mark of the page's version, kept for a run that is cut off (left_open.py). Call it
        from one thread. Raises ArchiveError; the records before stay readable then.
        """
        buffer = io.BytesIO()
        writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
        date = _warc_date(page.fetched_at)
        answer = writer.create_warc_record(
            page.final_url,
            "revisit" if page.status == HTTPStatus.NOT_MODIFIED else "response",
            payload=io.BytesIO(page.body),
            length=len(page.body),
            warc_headers_dict=_record_headers(page, date, mark),
            http_headers=_status_and_headers(page),
        )
        request = writer.create_warc_record(
            page.final_url,
            "request",
            warc_headers_dict={"WARC-Date": date},
            http_headers=_request(page, request_headers),
        )
        writer.write_request_response_pair(request, answer)
        self._append(buffer.getvalue())

    def sync(self) -> None:
        """Have what was written outlast a power cut: the database must never know of a page that is not kept."""
        if self._file is not None:
            try:
                os.fsync(self._file.fileno())
            except OSError as error:
                raise ArchiveError(f"{self._open_path}: cannot be written: {said_by_system(error)}") from error

    def close(self) -> None:
        """Give the files their final names; nothing happens if nothing was written. Raises ArchiveError."""
        self._closed = True
        self._end_file()
        for path in self._left:
            finish(path)
        self._left = []

    def _end_file(self) -> None:
        if self._file is None:
            return
        self._left.append(self._open_path)
        try:
            self.sync()
        finally:
            self._file.close()
            self._file = None

    def _append(self, records: bytes) -> None:
        if self._closed:
            raise ArchiveError(f"{self.path}: is closed already")
        try:
            if self._file is not None and self._file.tell() + len(records) > LARGEST_FILE:
                self._end_file()
                self._number += 1
            if self._file is None:
                self._file = self._begin()
            self._write(self._file, records)
        except OSError as error:
            raise ArchiveError(f"{self._open_path}: cannot be written: {said_by_system(error)}") from error

    def _begin(self) -> BinaryIO:
        self._open_path.parent.mkdir(parents=True, exist_ok=True)
        if self.path.exists():
            raise ArchiveError(f"{self.path}: exists already; a run must not write over the archive of another")
        file = self._open_path.open("xb", buffering=0)
        buffer = io.BytesIO()
        writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
        information = {"software": "china-pakistan-ties-monitor", "format": "WARC File Format 1.1"}
        writer.write_record(writer.create_warcinfo_record(self.path.name, information))
        try:
            self._write(file, buffer.getvalue())
        except OSError:
            file.close()
            raise
        return file

    @staticmethod
    def _write(file: BinaryIO, records: bytes) -> None:
        """Write all or nothing: half a record, left by a full disk, would hide all that follow it."""
        start = file.tell()
        rest = memoryview(records)
        try:
            while rest:
                rest = rest[file.write(rest) :]
        except OSError:
            file.truncate(start)
            file.seek(start)
            raise


def _record_headers(page: Page, date: str, mark: str | None) -> dict[str, str]:
    headers = {"WARC-Date": date, SOURCE_ID: page.source_id}
    if mark:
        headers[MARK] = quote(mark, safe=" :,+-./")
    if page.url != page.final_url:
        headers[ASKED_URL] = page.url
    if page.status == HTTPStatus.NOT_MODIFIED:
        headers |= {"WARC-Profile": _NOT_MODIFIED, "WARC-Refers-To-Target-URI": page.final_url}
    return headers


def _status_and_headers(page: Page) -> StatusAndHeaders:
    """The answer as if it had come uncompressed and in one piece, which is how its body is stored."""
    headers = list(page.headers.items())
    if page.status != HTTPStatus.NOT_MODIFIED:
        headers.append(("content-length", str(len(page.body))))
    known = page.status in HTTPStatus.__members__.values()
    phrase = HTTPStatus(page.status).phrase if known else ""
    return StatusAndHeaders(f"{page.status} {phrase}".strip(), headers, protocol="HTTP/1.1")


def _request(page: Page, headers: Mapping[str, str]) -> StatusAndHeaders:
    parts = urlsplit(page.final_url)
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    return StatusAndHeaders(f"GET {target} HTTP/1.1", list(headers.items()), is_http_request=True)


def _warc_date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
