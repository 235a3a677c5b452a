"""The HTTP server, asked over a real loopback socket."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest

from conftest import DemoRuns
from monitor import serve as serve_module
from monitor.errors import MonitorError
from monitor.serve import PublicServer, make_server, serve

FEED = '<?xml version="1.0"?><rss>新闻</rss>'.encode()
PAGE = b"<!DOCTYPE html><title>Ties</title>"
MODIFIED = 1_639_000_000


@pytest.fixture
def public(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    (folder / "place").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "public-too").mkdir()
    (tmp_path / "public-too" / "secret.txt").write_text("secret")
    (folder / "feed.xml").write_bytes(FEED)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "place" / "karachi.xml").write_bytes(FEED)
    (folder / ".hidden").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder / "loop")
    os.mkfifo(folder / "fifo")
    os.utime(folder / "feed.xml", (MODIFIED, MODIFIED))
    return folder


@contextmanager
def running(public: Path) -> Iterator[PublicServer]:
    with make_server(public, port=0) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def client_of(server: PublicServer) -> httpx.Client:
    return httpx.Client(base_url=f"http://127.0.0.1:{server.server_port}", trust_env=False)


@pytest.fixture
def server(public: Path) -> Iterator[PublicServer]:
    with running(public) as server:
        yield server


@pytest.fixture
def client(server: PublicServer) -> Iterator[httpx.Client]:
    with client_of(server) as opened:
        yield opened


def ask_raw(server: PublicServer, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_feed(client: httpx.Client) -> None:
    answer = client.get("/feed.xml")
    assert (answer.status_code, answer.content) == (200, FEED)
    assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(FEED))
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["ETag"].startswith('"')
    assert parsedate_to_datetime(answer.headers["Last-Modified"]).timestamp() == MODIFIED
    assert "Content-Security-Policy" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/index.html", "/?utm_source=x", "/index.html?q#top", "/%69ndex.html"])
def test_page(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content) == (200, PAGE)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "script" not in policy


def test_file_in_a_folder(client: httpx.Client) -> None:
    answer = client.get("/place/karachi.xml")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("atom.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json"),
        ("visits.atom", "application/atom+xml; charset=utf-8"),
        ("place/visits.json", "application/feed+json"),
        ("health.xml", "application/rss+xml; charset=utf-8"),
        ("feeds.opml", "text/x-opml; charset=utf-8"),
        ("events.parquet", "application/vnd.apache.parquet"),
        ("events.csv", "text/csv; charset=utf-8"),
        ("register.duckdb", "application/octet-stream"),
    ],
)
def test_content_types(client: httpx.Client, public: Path, name: str, content_type: str) -> None:
    (public / name).write_bytes(b"x")
    assert client.get(f"/{name}").headers["Content-Type"] == content_type


@pytest.mark.parametrize("path", ["/feed.xml", "/", "/missing"])
def test_head_is_get_without_the_content(client: httpx.Client, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    ignored = {"date"}
    assert {k: v for k, v in head.headers.items() if k not in ignored} == {
        k: v for k, v in get.headers.items() if k not in ignored
    }


def test_if_none_match(client: httpx.Client) -> None:
    tag = client.get("/feed.xml").headers["ETag"]
    same = [tag, f"W/{tag}", "*", f'"other", {tag}', f'W/"a,b" ,W/{tag}', f'{tag},"x"']
    other = ['"other"', tag.strip('"'), f'W/"{tag[1:5]}"', "", '"*"']
    for header in same:
        answer = client.get("/feed.xml", headers={"If-None-Match": header})
        assert (answer.status_code, answer.content) == (304, b""), header
        assert answer.headers["ETag"] == tag
        assert "Last-Modified" in answer.headers
        assert "Content-Type" not in answer.headers
    for header in other:
        assert client.get("/feed.xml", headers={"If-None-Match": header}).status_code == 200, header
    assert client.head("/feed.xml", headers={"If-None-Match": tag}).status_code == 304
    split = client.get("/feed.xml", headers=[("If-None-Match", '"other"'), ("If-None-Match", tag)])
    assert split.status_code == 304


def test_every_published_file_has_its_type_and_is_not_sent_twice(demo: DemoRuns) -> None:
    types = {
        ".xml": "application/rss+xml; charset=utf-8",
        ".atom": "application/atom+xml; charset=utf-8",
        ".json": "application/feed+json",
        ".opml": "text/x-opml; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".parquet": "application/vnd.apache.parquet",
        ".duckdb": "application/octet-stream",
    }
    names = set(demo.published[1])
    assert {Path(name).suffix for name in names} == set(types)
    with running(demo.home / "public") as server, client_of(server) as client:
        for name in names:
            first = client.get(f"/{name}")
            assert first.content == demo.published[1][name]
            wanted = types[".atom"] if name == "atom.xml" else types[Path(name).suffix]
            assert first.headers["Content-Type"] == wanted
            for header, validator in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
                again = client.get(f"/{name}", headers={header: first.headers[validator]})
                assert (again.status_code, again.content) == (304, b""), (name, header)


def test_if_modified_since(client: httpx.Client) -> None:
    def status(header: str, **more: str) -> int:
        return client.get("/feed.xml", headers={"If-Modified-Since": header, **more}).status_code

    assert status(formatdate(MODIFIED, usegmt=True)) == 304
    assert status(formatdate(MODIFIED + 60)) == 304
    assert status(formatdate(MODIFIED - 1, usegmt=True)) == 200
    assert [status(header) for header in ("yesterday", "", "Thu, 99 Dec 2021 00:00:00 GMT", "0")] == [200] * 4
    newer = formatdate(MODIFIED, usegmt=True)
    assert status(newer, **{"If-None-Match": '"other"'}) == 200, "the tag decides where both are given"


def test_missing_file_is_no_match_for_any_tag(client: httpx.Client) -> None:
    assert client.get("/missing.xml", headers={"If-None-Match": "*"}).status_code == 404


def test_tag_follows_the_content_not_the_time(client: httpx.Client, public: Path) -> None:
    before = client.get("/feed.xml").headers["ETag"]
    (public / "feed.xml").touch()
    assert client.get("/feed.xml").headers["ETag"] == before
    (public / "feed.xml").write_bytes(FEED + b" ")
    assert client.get("/feed.xml").headers["ETag"] != before


@pytest.mark.parametrize(
    "target",
    [
        "/missing.xml", "/place", "/place/", "/.hidden", "/%2ehidden", "/link.txt", "/loop", "/fifo", "/../secret.txt",
        "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/place/../../secret.txt", "/place/..%2f..%2fsecret.txt",
        "/..%5csecret.txt", "/..\\secret.txt", "/%2fetc/passwd", "//etc/passwd", "/../public-too/secret.txt",
        "/place/../feed.xml", "/feed.xml/", "/./feed.xml", "/feed.xml%00", "/%ff", "/feed.xml/x", "/" + "a" * 5000,
        "http://127.0.0.1/../secret.txt", "..", "../secret.txt", "*",
    ],
)  # fmt: skip
def test_nothing_else_is_served(server: PublicServer, target: str) -> None:
    answer = ask_raw(server, f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 404 Not Found\r\n")
    assert b"Content-Type: text/plain; charset=utf-8" in head
    assert body == b"404 Not Found\n"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(client: httpx.Client, method: str) -> None:
    answer = client.request(method, "/feed.xml")
    assert (answer.status_code, answer.text) == (405, "405 Method Not Allowed\n")
    assert answer.headers["Allow"] == "GET, HEAD"
    assert client.get("/feed.xml").status_code == 200


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_a_body_is_never_taken_for_a_request(server: PublicServer, method: str) -> None:
    inner = b"GET /index.html HTTP/1.1\r\nHost: x\r\n\r\n"
    head = f"{method} /feed.xml HTTP/1.1\r\nHost: x\r\nContent-Length: {len(inner)}\r\n\r\n".encode()
    assert ask_raw(server, head + inner).count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    ("request_line", "status"),
    [(b"nonsense", b"400"), (b"GET / HTTP/9.9", b"505"), (b"GET /" + b"a" * 70_000 + b" HTTP/1.1", b"414")],
)
def test_broken_requests_get_a_line_of_text(server: PublicServer, request_line: bytes, status: bytes) -> None:
    answer = ask_raw(server, request_line + b"\r\n\r\n")
    assert status in answer
    assert b"<" not in answer


def test_connection_is_kept_for_the_next_request(server: PublicServer) -> None:
    both = b"GET /feed.xml HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n"
    assert ask_raw(server, both).count(b"HTTP/1.1 200 OK") == 2


def test_folder_that_does_not_exist_yet(tmp_path: Path) -> None:
    assert serve_module.read_public(tmp_path / "public", "/") is None


def test_an_atomic_replace_never_tears_an_answer(client: httpx.Client, public: Path) -> None:
    versions = [letter * size for letter, size in ((b"a", 200_000), (b"b", 50_000), (b"c", 150_000))]
    done = Event()
    asked = Event()

    def swap() -> None:
        while not done.is_set():
            for version in versions:
                (public / "new").write_bytes(version)
                (public / "new").replace(public / "feed.xml")
            asked.set()

    swapping = Thread(target=swap)
    swapping.start()
    asked.wait(10)
    try:
        bodies = [client.get("/feed.xml").content for _ in range(60)]
    finally:
        done.set()
        swapping.join()
    assert set(bodies) <= set(versions)


def test_address_in_use_is_told(server: PublicServer, public: Path) -> None:
    with pytest.raises(MonitorError, match=f"port {server.server_port}: .*choose another"):
        serve(public, port=server.server_port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("no such host.invalid", 0)])
def test_impossible_address_is_told(public: Path, host: str, port: int) -> None:
    with pytest.raises(MonitorError, match="cannot listen on"):
        make_server(public, host, port)


def test_serve_says_where_and_ends_when_interrupted(
    public: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_server: PublicServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PublicServer, "serve_forever", interrupted)
    serve(public, port=0)
    assert "http://127.0.0.1:" in capsys.readouterr().out
