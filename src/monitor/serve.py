"""A small HTTP server for `public/`: whole regular files, strong validators, nothing else.

Made for loopback and for a reverse proxy; feed readers that ask again get `304 Not Modified` while nothing changed.
"""

from __future__ import annotations

import logging
import re
import socket
import socketserver
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import formatdate, parsedate_to_datetime
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os import fstat
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from monitor.errors import MonitorError

LOG = logging.getLogger(__name__)
IDLE_SECONDS = 30.0
"""How long a connection may be silent before its thread is freed."""

_ATOM = "application/atom+xml; charset=utf-8"
_BY_NAME: Mapping[str, str] = {"atom.xml": _ATOM}
_BY_SUFFIX: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
    ".atom": _ATOM,
    ".json": "application/feed+json",
    ".csv": "text/csv; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
}
_PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_ENTITY_TAG = re.compile(r'(?:W/)?("[^"]*")')


@dataclass(frozen=True, slots=True)
class PublicFile:
    """One file as it was read, whole; `modified` is seconds since 1970 UTC, `etag` a strong one with its quotes."""

    content: bytes
    content_type: str
    modified: int
    etag: str


def serve(public: Path, host: str = "127.0.0.1", port: int = 8780) -> None:
    """Serve `public` until interrupted. Raises MonitorError where the address cannot be had."""
    with make_server(public, host, port) as server:
        shown = f"[{host}]" if ":" in host else host
        print(f"serving {public} on http://{shown}:{server.server_port}/ (end with Ctrl-C)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            LOG.info("interrupted")


def make_server(public: Path, host: str = "127.0.0.1", port: int = 8780) -> PublicServer:
    """Return a server that listens but does not answer yet; port 0 takes a free one (`server_port` tells which).

    Raises MonitorError where the address cannot be had.
    """
    try:
        return PublicServer(public, host, port)
    except (OSError, OverflowError) as error:
        raise MonitorError(f"cannot listen on {host} port {port}: {error}; choose another host or port") from error


class PublicServer(ThreadingHTTPServer):
    """One thread a connection; all of them end with the program."""

    def __init__(self, public: Path, host: str, port: int) -> None:
        self.public = public
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), PublicHandler)

    def server_bind(self) -> None:
        """Bind without HTTPServer's look-up of the host's full name, which can wait for a name server."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Log what went wrong with one connection; a reader who went away is no fault."""
        if isinstance(sys.exception(), ConnectionError):
            LOG.debug("%s went away", client_address)
        else:
            LOG.exception("request from %s failed", client_address)


class PublicHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for files; all else with a short text."""

    protocol_version = "HTTP/1.1"
    server_version = "monitor"
    sys_version = ""
    timeout = IDLE_SECONDS
    disable_nagle_algorithm = True
    server: PublicServer

    def do_GET(self) -> None:
        """Answer with the file, with 304 where the client has it already, or with 404."""
        found = read_public(self.server.public, self.path)
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif self._has_already(found):
            self._answer(HTTPStatus.NOT_MODIFIED, _validators(found), None)
        else:
            headers = {"Content-Type": found.content_type, **_validators(found)}
            if found.content_type.startswith("text/html"):
                headers["Content-Security-Policy"] = _PAGE_POLICY
            self._answer(HTTPStatus.OK, headers, found.content)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the content."""
        self.do_GET()

    def parse_request(self) -> bool:
        """Read the request line and headers; False where it was answered already, as every other method is here."""
        if not super().parse_request():
            return False
        if self.command in ("GET", "HEAD"):
            return True
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)
        return False

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer with the status as a line of text and close; the base class would send a page of HTML."""
        status = HTTPStatus(code)
        headers = {"Content-Type": "text/plain; charset=utf-8", "Connection": "close"}
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = "GET, HEAD"
        self._answer(status, headers, f"{status.value} {status.phrase}\n".encode())

    def _answer(self, status: HTTPStatus, headers: Mapping[str, str], body: bytes | None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("X-Content-Type-Options", "nosniff")
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self._close_after_body()
        self.end_headers()
        if body is not None and self.command != "HEAD":
            self.wfile.write(body)

    def _close_after_body(self) -> None:
        # A body that nobody reads would be taken for the next request of the same connection.
        headers = getattr(self, "headers", None) or {}
        if "Content-Length" in headers or "Transfer-Encoding" in headers:
            self.close_connection = True

    def _has_already(self, found: PublicFile) -> bool:
        tags = self.headers.get_all("If-None-Match")
        if tags is not None:
            return _names_tag(", ".join(tags), found.etag)
        since = self.headers.get("If-Modified-Since")
        return since is not None and _not_modified_since(since, found.modified)

    def log_message(self, format: str, *args: Any) -> None:
        """Log by the `monitor.serve` logger; the request line is a stranger's text and shown quoted."""
        LOG.info("%s %r", self.address_string(), format % args)


def read_public(public: Path, target: str) -> PublicFile | None:
    """Return the file that a request target names, read whole once; None where there is none to be served.

    Folders, names that begin with a dot, and whatever leads out of `public`, by `..` or by a link, are not served.
    """
    try:
        names = unquote(urlsplit(target).path, errors="strict").removeprefix("/").split("/")
        names = ["index.html"] if names == [""] else names
        if any(not name or name.startswith(".") or "\\" in name for name in names):
            return None
        root = public.resolve(strict=True)
        path = root.joinpath(*names).resolve(strict=True)
        if not (path.is_relative_to(root) and path.is_file()):
            return None
        with path.open("rb") as file:
            # Of the open file: its name may by now belong to a newer one.
            content, modified = file.read(), int(fstat(file.fileno()).st_mtime)
    except (OSError, ValueError, RuntimeError):
        return None
    return PublicFile(content, _content_type(names[-1]), modified, f'"{sha256(content).hexdigest()[:32]}"')


def _content_type(name: str) -> str:
    return _BY_NAME.get(name) or _BY_SUFFIX.get(Path(name).suffix.lower(), "application/octet-stream")


def _validators(found: PublicFile) -> dict[str, str]:
    return {
        "ETag": found.etag,
        "Last-Modified": formatdate(found.modified, usegmt=True),
        "Cache-Control": "no-cache",
    }


def _names_tag(header: str, etag: str) -> bool:
    return header.strip() == "*" or etag in _ENTITY_TAG.findall(header)


def _not_modified_since(header: str, modified: int) -> bool:
    try:
        since = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return False
    return modified <= (since if since.tzinfo else since.replace(tzinfo=UTC)).timestamp()
