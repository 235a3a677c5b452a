"""Reading pages back from WARC files: our own, and foreign ones such as Common Crawl News."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator

from monitor.collect.inflate import is_gzip
from monitor.collect.origin import TRANSPORT_HEADERS, is_html
from monitor.errors import ArchiveError
from monitor.records import Page

SOURCE_ID = "X-Source-Id"
ASKED_URL = "X-Asked-Url"
FOREIGN_SOURCE = "import"

_CHUNK = 1 << 16
_KEPT_IN_MEMORY = 1 << 24
_DECODED_ENCODINGS = ("", "identity", "gzip", "deflate")


def read_pages(path: Path, max_page_bytes: int = 10_000_000) -> Iterator[Page]:
    """Yield the HTML pages of a `.warc` or `.warc.gz` file: response records with HTTP status 200, bodies decoded.

    Pages of archives that are not ours have the source `import`; pages above `max_page_bytes` are left out. Raises
    ArchiveError naming file and record number at the first damage, after all pages before it.
    """
    number = 0
    try:
        with path.open("rb") as file:
            for member in _members(file):
                with member:
                    for record in _records(member):
                        page = page_of(record, max_page_bytes)
                        _drain(record)
                        number += 1
                        if page is not None:
                            yield page
    except (OSError, EOFError, zlib.error, _DamageError) as error:
        raise ArchiveError(f"{path}: record {number + 1}: {error or type(error).__name__}") from error


class _DamageError(Exception):
    """A record does not hold what it announces."""


def _members(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """Yield the content of each gzip member once it is whole and its checksum right; a plain file as it is.

    One member is one record in a WARC file, as a rule; so damage in the next record never spoils this one.
    """
    rest = file.read(_CHUNK)
    if not is_gzip(rest):
        file.seek(0)
        if rest:
            yield file
        return
    while rest:
        if not is_gzip(rest):
            raise _DamageError("no gzip data where a record should begin")
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        content = tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY)  # noqa: SIM115 - the caller closes it
        try:
            rest = _inflate_member(file, stream, rest, content)
        except BaseException:
            content.close()
            raise
        content.seek(0)
        yield content


def _inflate_member(file: IO[bytes], stream: Any, rest: bytes, content: IO[bytes]) -> bytes:
    """Write one member's content into `content`; return what was read of the members behind it."""
    while not stream.eof:
        data = stream.unconsumed_tail or rest or file.read(_CHUNK)
        rest = b""
        out = stream.decompress(data, _CHUNK * 16)
        if not data and not out:
            raise EOFError("the file ends within a record")
        content.write(out)
    behind: bytes = stream.unused_data
    while len(behind) < 2 and (more := file.read(_CHUNK)):
        behind += more
    return behind


def _records(member: IO[bytes]) -> Iterator[Any]:
    records = ArchiveIterator(member)
    while True:
        try:
            record = next(records, None)
        except (OSError, EOFError, zlib.error):
            raise
        except Exception as error:  # warcio raises whatever a damaged header makes it stumble over
            raise _DamageError(str(error).strip() or type(error).__name__) from error
        if records.err_count:
            raise _DamageError("a record is longer or shorter than it announces")
        if record is None:
            return
        yield record


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
    """Read the record to its end; raise _DamageError if it is shorter than it announces."""
    while record.raw_stream.read(_CHUNK):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise _DamageError(f"{record.raw_stream.limit} bytes are missing")


def record_moment(record: Any) -> datetime | None:
    """Return the UTC time of a record, None where it tells none."""
    try:
        moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
