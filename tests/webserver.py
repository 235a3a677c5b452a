"""A small web server on loopback, for tests that fetch for real: it answers as told and notes what was asked."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass(frozen=True)
class Reply:
    """One answer. A status of 0 hangs up without a word; `held` back it comes once that is set."""

    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    held: threading.Event | None = None


@dataclass(frozen=True)
class Request:
    """What was asked; `headers` by lower-case name."""

    path: str
    headers: Mapping[str, str]


class Web:
    """A web site at `address` for the time of a `with` block."""

    def __init__(self) -> None:
        self._replies: dict[str, list[Reply]] = {}
        self.requests: list[Request] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.web = self
        self.port = int(self._server.server_address[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def put(self, path: str, *replies: Reply) -> None:
        """Answer `path` with each reply in turn, and with the last one from then on."""
        self._replies[path] = list(replies)

    def html(self, path: str, text: str = "An article.", **headers: str) -> None:
        """Answer `path` with a small HTML page; `etag="x"` and the like become headers."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.put(path, Reply(f"<html><body><p>{text}</p></body></html>".encode(), headers=named))

    def xml(self, path: str, text: str, **headers: str) -> None:
        """Answer `path` with an XML document."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.put(path, Reply(text.encode(), "application/xml", headers=named))

    def asked(self, path: str) -> list[Request]:
        """Return the requests for `path` so far."""
        return [request for request in self.requests if request.path == path]

    def reply(self, path: str) -> Reply:
        """Return the answer whose turn it is."""
        replies = self._replies.get(path, [Reply(b"not here", status=404)])
        return replies.pop(0) if len(replies) > 1 else replies[0]


class _Server(ThreadingHTTPServer):
    web: Web

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up: some of the tests are about that."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        headers = {name.lower(): value for name, value in self.headers.items()}
        server.web.requests.append(Request(self.path, headers))
        reply = server.web.reply(self.path)
        if reply.held:
            reply.held.wait(300)
        etag = {name.lower(): value for name, value in reply.headers.items()}.get("etag")
        if not reply.status:
            self.close_connection = True
        elif etag and headers.get("if-none-match") == etag:
            self._send(Reply(status=304, headers=reply.headers))
        else:
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 304:
            if reply.content_type:
                self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        try:
            self.wfile.write(reply.body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
