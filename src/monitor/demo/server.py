"""The demo's news web on loopback: one small HTTP server an outlet, so that each has its own host and port."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
LAST_MODIFIED = "Wed, 18 Nov 2026 12:00:00 GMT"
PLACEHOLDER = b"{base}"
TYPES = {
    ".html": "text/html",  # no charset: the page's own declaration counts, as on many real sites
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".pdf": "application/pdf",
    ".gz": "application/gzip",
}
TEXT_SUFFIXES = {".html", ".xml", ".txt"}
NOT_FOUND = b"<!doctype html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"


class _Server(ThreadingHTTPServer):
    """One outlet: its files, its base URL and the log that it shares with the others."""

    daemon_threads = True

    def __init__(self, outlet_id: str, root: Path, port: int, web: DemoWeb) -> None:
        self.outlet_id, self.root, self.web = outlet_id, root.resolve(), web
        super().__init__((HOST, port), _Handler)  # binds the port: OSError where it is taken
        self.base = f"http://{HOST}:{self.server_address[1]}"

    def server_bind(self) -> None:
        """Bind without the reverse name look-up of HTTPServer, which can be slow."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet: a client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the files of the outlet."""

    protocol_version = "HTTP/1.1"
    server_version = "DemoWeb"
    wbufsize = -1  # headers and body leave together, which spares the wait between two small packets
    timeout = 10
    server: _Server

    def do_GET(self) -> None:
        """Answer with a file, 304, 404, or a redirect of a folder to its slash."""
        path = unquote(urlsplit(self.path).path)
        if (file := self._file(path)) is None:
            self._answer(HTTPStatus.NOT_FOUND, NOT_FOUND, {"Content-Type": "text/html"})
        elif file.is_dir():
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"{self.server.base}{path}/"})
        else:
            self._answer_file(file)

    do_HEAD = do_GET  # noqa: N815 - the name is http.server's

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing to stderr; `DemoWeb.requests` keeps what tests ask for."""

    def _file(self, path: str) -> Path | None:
        """Return the file (or slashless folder) that a path names, None where there is none or it lies outside."""
        try:
            file = (self.server.root / path.lstrip("/")).resolve()
        except ValueError:  # a NUL in the path
            return None
        file = file / "index.html" if path.endswith("/") else file
        inside = file.is_relative_to(self.server.root)
        return file if inside and (file.is_file() or (file / "index.html").is_file()) else None

    def _answer_file(self, file: Path) -> None:
        body = file.read_bytes()
        if file.suffix in TEXT_SUFFIXES:
            body = body.replace(PLACEHOLDER, self.server.base.encode())
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Last-Modified": LAST_MODIFIED}
        if self._unchanged(etag):
            self._answer(HTTPStatus.NOT_MODIFIED, b"", headers)
        else:
            self._answer(HTTPStatus.OK, body, headers | {"Content-Type": TYPES.get(file.suffix, "text/plain")})

    def _unchanged(self, etag: str) -> bool:
        """Tell whether the client's copy is current; an ETag outranks a date, as HTTP says."""
        if (wanted := self.headers.get("If-None-Match")) is not None:
            return wanted.strip() == "*" or etag in (tag.strip().removeprefix("W/") for tag in wanted.split(","))
        try:
            since = parsedate_to_datetime(self.headers.get("If-Modified-Since", ""))
            return since >= parsedate_to_datetime(LAST_MODIFIED)
        except (TypeError, ValueError):  # no date, or one without a zone
            return False

    def _answer(self, status: HTTPStatus, body: bytes, headers: Mapping[str, str]) -> None:
        with self.server.web.lock:
            self.server.web.requests.append((self.server.outlet_id, self.path, int(status)))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class DemoWeb:
    """Serves `web_root/<outlet>` for each outlet while entered; `requests` lists (outlet, path, status) under `lock`.

    Outlets take the ports `port, port + 1, ...` in the order given; port 0 takes free ones.
    """

    def __init__(self, web_root: Path, outlet_ids: Sequence[str], port: int) -> None:
        """Remember what to serve; the ports are taken on entering."""
        self._root, self._ids, self._port, self._stack = web_root, tuple(outlet_ids), port, ExitStack()
        self.lock = threading.Lock()
        self.requests: list[tuple[str, str, int]] = []
        self.bases: Mapping[str, str] = {}

    def __enter__(self) -> DemoWeb:
        """Start every outlet, or none: OSError where a port is in use."""
        with ExitStack() as stack:
            self.bases = {outlet: self._start(stack, outlet, place) for place, outlet in enumerate(self._ids)}
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        """Stop every outlet and free its port."""
        self._stack.close()

    def _start(self, stack: ExitStack, outlet: str, place: int) -> str:
        server = _Server(outlet, self._root / outlet, self._port + place if self._port else 0, self)
        stack.callback(server.server_close)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        stack.callback(thread.join)
        stack.callback(server.shutdown)
        return server.base
