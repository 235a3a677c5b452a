"""The gzip members of a WARC file, each read whole before anything of it is used."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from monitor.collect.inflate import is_gzip

_CHUNK = 1 << 16
_KEPT_IN_MEMORY = 1 << 24


class DamageError(Exception):
    """A record does not hold what it announces; `offset` is where it begins, None for where its member does."""

    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Member:
    """The content of a gzip member, and the bytes of the file that hold it; or all of a file that is not compressed."""

    content: IO[bytes]
    start: int
    end: int
    compressed: bool


def members(file: IO[bytes]) -> Iterator[Member]:
    """Yield each gzip member once it is whole and its checksum right; a plain file as it is.

    One member is one record in a WARC file, as a rule; so damage in the next record never spoils this one.
    """
    first = file.read(_CHUNK)
    if is_gzip(first):
        yield from gzip_members(file, first)
    elif first:
        file.seek(0)
        yield Member(file, 0, 0, compressed=False)


def gzip_members(file: IO[bytes], rest: bytes) -> Iterator[Member]:
    """Yield each member, of which `rest` was read already; EOFError where the file ends within one."""
    start = 0
    while rest:
        if len(rest) < 2:
            raise EOFError("the file ends within a record")
        if not is_gzip(rest):
            raise DamageError("no gzip data where a record should begin")
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        content = tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY)  # noqa: SIM115 - the caller closes it
        try:
            rest = _inflate_member(file, stream, rest, content)
        except BaseException:
            content.close()
            raise
        content.seek(0)
        end = file.tell() - len(rest)
        yield Member(content, start, end, compressed=True)
        start = end


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
