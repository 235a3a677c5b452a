"""Undoing compression without trusting it: a few kilobytes can stand for gigabytes."""

from __future__ import annotations

import zlib

from monitor.errors import FetchError

_GZIP_MAGIC = b"\x1f\x8b"


class Inflater:
    """Decompresses a body as it arrives, never giving more bytes than asked for."""

    def __init__(self, encoding: str) -> None:
        """Take a Content-Encoding; raises FetchError `bad_content` for one that was not offered."""
        name = encoding.strip().lower().removeprefix("x-")
        if name not in ("", "identity", "gzip", "deflate"):
            raise FetchError("bad_content", f"content encoding {encoding!r} was not asked for")
        self._kind = name if name in ("gzip", "deflate") else ""
        self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16 if name == "gzip" else zlib.MAX_WBITS)
        self._begun = False

    def feed(self, data: bytes, room: int) -> bytes:
        """Return the next bytes, `room` (above 0) at most: as many as `room` may mean that more was cut off."""
        if not self._kind:
            return data[:room]
        try:
            return self._inflate(data, room)
        except zlib.error as error:
            raise FetchError("bad_content", f"broken {self._kind}: {error}") from error

    def finish(self) -> None:
        """Raise FetchError `bad_content` if the compressed data ended too early."""
        if self._kind and self._begun and not self._stream.eof:
            raise FetchError("bad_content", f"{self._kind} data is cut short")

    def _inflate(self, data: bytes, room: int) -> bytes:
        if not self._begun and data and self._kind == "deflate":
            self._stream = _deflate_stream(data)
        self._begun = self._begun or bool(data)
        out = self._stream.decompress(data, room)
        while self._stream.eof and self._stream.unused_data.startswith(_GZIP_MAGIC) and len(out) < room:
            rest = self._stream.unused_data
            self._stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
            out += self._stream.decompress(rest, room - len(out))
        return out


def gunzip(body: bytes, limit: int) -> bytes:
    """Return the content of a gzip file; raises FetchError `too_large` above `limit` bytes, or `bad_content`."""
    inflater = Inflater("gzip")
    content = inflater.feed(body, limit + 1)
    if len(content) > limit:
        raise FetchError("too_large", f"more than {limit} bytes when decompressed")
    inflater.finish()
    return content


def is_gzip(body: bytes) -> bool:
    """Whether `body` begins as gzip files do."""
    return body.startswith(_GZIP_MAGIC)


def _deflate_stream(data: bytes) -> zlib._Decompress:
    """Servers disagree whether `deflate` has zlib's two-byte header: look for it."""
    has_header = data[0] & 0x0F == 8 and (len(data) < 2 or int.from_bytes(data[:2], "big") % 31 == 0)
    return zlib.decompressobj(zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS)
