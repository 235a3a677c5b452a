"""Reading pages back from WARC files: our own, and foreign ones such as Common Crawl News."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from warcio.archiveiterator import ArchiveIterator

from monitor.collect.members import DamageError, Member, members
from monitor.collect.origin import TRANSPORT_HEADERS, is_html
from monitor.errors import ArchiveError
from monitor.records import Page

SOURCE_ID = "X-Source-Id"
ASKED_URL = "X-Asked-Url"
MARK = "X-Mark"
FOREIGN_SOURCE = "import"

_CHUNK = 1 << 16
_DECODED_ENCODINGS = ("", "identity", "gzip", "deflate")


def read_pages(path: Path, max_page_bytes: int = 10_000_000) -> Iterator[Page]:
    """Yield the HTML pages of a `.warc` or `.warc.gz` file: response records with HTTP status 200, bodies decoded.

    Pages of archives that are not ours have the source `import`; pages above `max_page_bytes` are left out. Raises
    ArchiveError naming file, record number and offset in bytes at the first damage, after all pages before it.
    """
    return (page for page, _ in read_marked_pages(path, max_page_bytes))


def read_marked_pages(path: Path, max_page_bytes: int = 10_000_000) -> Iterator[tuple[Page, str | None]]:
    """Yield what `read_pages` does, each page with the mark of its version that its source gave, None without one."""
    number, offset = 0, 0
    try:
        with path.open("rb") as file:
            for member in members(file):
                with member.content:
                    for record, begin in _records(member):
                        offset = begin
                        page = page_of(record, max_page_bytes)
                        mark = record.rec_headers.get_header(MARK)
                        _drain(record)
                        number += 1
                        if page is not None:
                            yield page, unquote(mark) if mark else None
                offset = member.end
    except DamageError as error:
        at = offset if error.offset is None else error.offset
        raise ArchiveError(f"{path}: record {number + 1}, from byte {at} on: {error}") from error
    except (OSError, EOFError, zlib.error) as error:
        said = error.strerror if isinstance(error, OSError) else None
        where = f"record {number + 1}, from byte {offset} on"
        raise ArchiveError(f"{path}: {where}: {said or error or type(error).__name__}") from error


def _records(member: Member) -> Iterator[tuple[Any, int]]:
    """Yield each record of a member and its offset in the file; of a compressed one, that of its member."""
    records = ArchiveIterator(member.content)
    while True:
        try:
            record = next(records, None)
        except (OSError, EOFError, zlib.error):
            raise
        except Exception as error:  # warcio raises whatever a damaged header makes it stumble over
            raise DamageError(str(error).strip() or type(error).__name__, _begin(records, member)) from error
        if records.err_count:
            raise DamageError("a record is longer or shorter than it announces")
        if record is None:
            return
        yield record, _begin(records, member)


def _begin(records: ArchiveIterator, member: Member) -> int:
    return member.start if member.compressed else int(records.offset)


def page_of(record: Any, max_page_bytes: int) -> Page | None:
    """Return the page that a record holds, None if it holds none that concerns us."""
    if record.rec_type != "response" or not record.http_headers or record.http_headers.get_statuscode() != "200":
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    headers = {name.lower(): value for name, value in record.http_headers.headers}
    fetched_at = record_moment(record)
    decodable = headers.get("content-encoding", "").lower() in _DECODED_ENCODINGS
    if not url.startswith(("http://", "https://")) or fetched_at is None or not is_html(headers) or not decodable:
        return None
    body = record.content_stream().read(max_page_bytes + 1)
    if len(body) > max_page_bytes:
        return None
    return Page(
        url=record.rec_headers.get_header(ASKED_URL) or url,
        final_url=url,
        status=200,
        headers={name: value for name, value in headers.items() if name not in TRANSPORT_HEADERS},
        body=body,
        fetched_at=fetched_at,
        source_id=record.rec_headers.get_header(SOURCE_ID) or FOREIGN_SOURCE,
    )


def _drain(record: Any) -> None:
    """Read the record to its end; raise DamageError if it is shorter than it announces."""
    while record.raw_stream.read(_CHUNK):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise DamageError(f"{record.raw_stream.limit} bytes are missing")


def record_moment(record: Any) -> datetime | None:
    """Return the UTC time of a record, None where it tells none."""
    try:
        moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
