"""Servers on loopback that do what no server should, byte by byte: each case is a host of its own."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Self

Speak = Callable[["Talk"], None]


class Talk:
    """One connection after its request: `say` sends bytes, `base` is the address of the host."""

    def __init__(self, connection: socket.socket, path: str, base: str) -> None:
        self._connection = connection
        self.path = path
        self.base = base
        self.said = 0

    def say(self, data: bytes) -> None:
        self._connection.sendall(data)
        self.said += len(data)

    def say_for_ever(self, data: bytes, pause_seconds: float = 0.0) -> None:
        """Repeat `data` until the other side has had enough; a test that waits for that in vain ends after a minute."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            self.say(data)
            time.sleep(pause_seconds)

    def reset(self) -> None:
        """Hang up so that the other side sees a reset, not an end."""
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def keep_silent(self) -> None:
        """Say nothing until the other side hangs up."""
        while self._connection.recv(65536):
            pass


class HostileWeb:
    """Hosts `127.0.1.1`, `127.0.1.2`, … on one port; what each says is given by host and path.

    `asked` are the requests as (host, path), `said` the bytes that each host got rid of.
    """

    def __init__(self) -> None:
        self._says: dict[str, dict[str, Speak]] = {}
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._closing = False
        self._lock = threading.Lock()
        self.port = 0
        self.said: dict[str, int] = {}
        self.asked: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing = True
        for listening in self._sockets:
            with contextlib.suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()
        for thread in self._threads:
            thread.join()

    def host(self, paths: Mapping[str, Speak]) -> str:
        """Start a further host, which answers each path by the function given for it; return its address."""
        name = f"127.0.1.{len(self._sockets) + 1}"
        listening = socket.create_server((name, self.port))
        self.port = int(listening.getsockname()[1])
        self._sockets.append(listening)
        self._says[name] = dict(paths)
        self._start(self._listen, listening, name)
        return f"http://{name}:{self.port}"

    def _start(self, work: Callable[..., None], *given: object) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        with self._lock:
            self._threads.append(thread)
        thread.start()

    def _listen(self, listening: socket.socket, host: str) -> None:
        while not self._closing:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            self._start(self._talk, connection, host)

    def _talk(self, connection: socket.socket, host: str) -> None:
        connection.settimeout(30)
        with connection, contextlib.suppress(OSError):
            path = _asked_path(connection)
            if path is None:
                return
            with self._lock:
                self.asked.append((host, path))
            talk = Talk(connection, path, f"http://{host}:{self.port}")
            try:
                self._says[host].get(path, missing)(talk)
            finally:
                with self._lock:
                    self.said[host] = self.said.get(host, 0) + talk.said


def _asked_path(connection: socket.socket) -> str | None:
    head = b""
    while b"\r\n\r\n" not in head:
        data = connection.recv(65536)
        if not data or (not head and not data.startswith(b"GET ")):  # a TLS handshake, for one
            return None
        head += data
    return head.split(b" ", 2)[1].decode()


def answer(
    body: bytes = b"", status: str = "200 OK", headers: bytes = b"", kind: bytes = b"text/html; charset=utf-8"
) -> bytes:
    """Return a well-formed answer that ends the connection."""
    return (
        b"HTTP/1.1 "
        + status.encode()
        + b"\r\nContent-Type: "
        + kind
        + b"\r\nContent-Length: %d\r\n" % len(body)
        + headers
        + b"Connection: close\r\n\r\n"
        + body
    )


def says(data: bytes) -> Speak:
    """Return what says these bytes and hangs up."""
    return lambda talk: talk.say(data)


def answers(body: bytes, kind: bytes = b"text/html; charset=utf-8") -> Speak:
    """Return what gives a well-formed answer; `{base}` in it is the address of the host."""
    return lambda talk: talk.say(answer(body.replace(b"{base}", talk.base.encode()), kind=kind))


def says_for_ever(begin: bytes, more: bytes, pause_seconds: float = 0.0) -> Speak:
    """Return what says `begin` and then `more` again and again."""

    def speak(talk: Talk) -> None:
        talk.say(begin)
        talk.say_for_ever(more, pause_seconds)

    return speak


def breaks_off(data: bytes) -> Speak:
    """Return what says these bytes and resets the connection."""

    def speak(talk: Talk) -> None:
        talk.say(data)
        talk.reset()

    return speak


def missing(talk: Talk) -> None:
    talk.say(answer(b"not here", "404 Not Found"))


def moved(location: str, status: str = "302 Found") -> Speak:
    """Return a redirect."""
    return says(answer(b"", status, b"Location: " + location.encode() + b"\r\n"))


def feed(*paths: str) -> Speak:
    """Return an RSS feed of these paths of the host (or whole addresses)."""

    def speak(talk: Talk) -> None:
        items = "".join(f"<item><title>{path}</title><link>{path}</link></item>" for path in _absolute(talk, paths))
        body = f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>"
        talk.say(answer(body.encode(), kind=b"application/xml"))

    return speak


def _absolute(talk: Talk, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        yield path if "://" in path else talk.base + path
