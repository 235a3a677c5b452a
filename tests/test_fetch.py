"""Fetching one address from a real server on loopback, and the addresses that are never asked."""

from __future__ import annotations

import asyncio
import gzip
import socket
import zlib
from dataclasses import replace

import pytest

from fetching import LOOPBACK, NOW, get, refused, source, with_hosts
from monitor.collect import robots
from monitor.collect.addresses import is_allowed
from monitor.collect.hosts import Hosts, user_agent
from monitor.collect.pace import retry_after_seconds
from monitor.errors import FetchError
from monitor.records import Visited
from monitor.settings import Settings
from webserver import Reply, Web


def test_answer_and_what_is_sent() -> None:
    with Web() as web:
        web.html("/a", etag='"1"', set_cookie="id=1")
        answer = get(web, "/a#part", replace(LOOPBACK, contact="https://me.example/bot"))
        (request,) = web.asked("/a")
    assert (answer.status, answer.final_url) == (200, web.address + "/a")
    assert answer.headers["etag"] == '"1"'
    assert "set-cookie" not in answer.headers
    assert request.headers["host"] == f"127.0.0.1:{web.port}"
    assert request.headers["user-agent"].startswith("china-pakistan-ties-monitor/")
    assert request.headers["user-agent"].endswith("(+https://me.example/bot)")
    assert answer.sent["user-agent"] == request.headers["user-agent"]


def test_user_agent_stays_one_line_of_ascii() -> None:
    assert "\n" not in user_agent("a\r\nX-Bad: 1 ü")
    assert user_agent("ü").isascii()


def test_cookies_are_not_kept() -> None:
    async def twice(hosts: Hosts) -> None:
        for _ in range(2):
            await hosts.get(web.address + "/a", source(web))

    with Web() as web:
        web.html("/a", set_cookie="id=1; Path=/")
        with_hosts(twice)
        assert all("cookie" not in request.headers for request in web.requests)


def test_host_name_is_sent_though_its_checked_address_is_asked() -> None:
    with Web() as web:
        web.html("/a")
        answer = get(web, f"http://localhost:{web.port}/a")
        assert web.asked("/a")[0].headers["host"] == f"localhost:{web.port}"
    assert answer.final_url == f"http://localhost:{web.port}/a"


def test_conditional_request() -> None:
    with Web() as web:
        web.html("/a", etag='"1"')
        known = Visited(web.address + "/a", '"1"', "Mon, 06 May 2024 00:00:00 GMT", 200, None, NOW)
        assert get(web, "/a", visited=known).status == 304
        assert get(web, "/a", visited=replace(known, etag='"old"')).status == 200
        assert get(web, "/a", visited=replace(known, etag='"\r\nX: ü"')).status == 200
    assert web.asked("/a")[0].headers["if-modified-since"] == "Mon, 06 May 2024 00:00:00 GMT"
    assert "if-none-match" not in web.asked("/a")[2].headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect(status: int) -> None:
    with Web() as web:
        web.put("/a", Reply(status=status, headers={"Location": "b?x=1"}))
        web.html("/b?x=1")
        assert get(web, "/a").final_url == web.address + "/b?x=1"


def test_redirects_that_lead_nowhere() -> None:
    with Web() as web:
        web.put("/loop", Reply(status=302, headers={"Location": "/pool"}))
        web.put("/pool", Reply(status=302, headers={"Location": "/loop"}))
        for number in range(9):
            web.put(f"/long{number}", Reply(status=302, headers={"Location": f"/long{number + 1}"}))
        web.put("/silent", Reply(status=302))
        assert refused(web, "/loop") == "bad_redirect"
        assert refused(web, "/long0") == "bad_redirect"
        assert len([request for request in web.requests if "long" in request.path]) == 6
        assert refused(web, "/silent") == "http_302"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "bad_scheme"),
        ("ftp://example.org/a", "bad_scheme"),
        ("gopher://127.0.0.1/", "bad_scheme"),
        ("http://169.254.169.254/latest/meta-data/", "forbidden_address"),
        ("http://10.0.0.1/", "forbidden_address"),
        ("//192.168.1.1/admin", "forbidden_address"),
        ("http://[fd00:ec2::254]/", "forbidden_address"),
        ("http://0177.0.0.1/", "bad_redirect"),
    ],
)
def test_redirects_that_must_not_be_followed(location: str, reason: str) -> None:
    with Web() as web:
        web.put("/a", Reply(status=302, headers={"Location": location}))
        assert refused(web, "/a") == reason


def test_robots_is_heeded_at_every_hop_and_asked_once() -> None:
    async def all_of_it(hosts: Hosts) -> list[str]:
        reasons = []
        for path in ("/private/a", "/to-private", "/open", "/open"):
            try:
                await hosts.get(web.address + path, source(web))
                reasons.append("")
            except FetchError as error:
                reasons.append(error.reason)
        return reasons

    with Web() as web:
        web.put("/robots.txt", Reply(b"User-agent: *\nDisallow: /private\n", "text/plain"))
        web.put("/to-private", Reply(status=302, headers={"Location": "/private/a"}))
        web.html("/private/a")
        web.html("/open")
        assert with_hosts(all_of_it) == ["robots", "robots", "", ""]
        assert len(web.asked("/robots.txt")) == 1
        assert not web.asked("/private/a")


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Reply(status=404), ""),
        (Reply(status=403), ""),
        (Reply(status=500), "robots_unreachable"),
        (Reply(status=503), "robots_unreachable"),
        (Reply(status=0), "robots_unreachable"),
        (Reply(b"<html>\x00\xff no rules</html>"), ""),
        (Reply(b"# " + b"x" * 600_000 + b"\nUser-agent: *\nDisallow: /", "text/plain"), ""),
        (Reply(b"User-agent: china-pakistan-ties-monitor\nDisallow: /", "text/plain"), "robots"),
    ],
)
def test_robots_file_in_all_states(reply: Reply, expected: str) -> None:
    with Web() as web:
        web.put("/robots.txt", reply)
        web.html("/a")
        if expected:
            assert refused(web, "/a") == expected
            assert not web.asked("/a")
        else:
            assert get(web, "/a").status == 200


def test_requests_to_a_host_start_the_delay_apart() -> None:
    async def spaced(hosts: Hosts) -> float:
        loop = asyncio.get_running_loop()
        began = loop.time()
        patient = source(web, delay_seconds=0.05)
        await asyncio.gather(*(hosts.get(web.address + "/a", patient) for _ in range(3)))
        return loop.time() - began

    with Web() as web:
        web.html("/a")
        assert with_hosts(spaced) >= 0.15, "robots.txt and three pages have three gaps between them"


def test_crawl_delay_is_capped() -> None:
    assert robots.read_robots(b"User-agent: *\nCrawl-delay: 7").delay_seconds == 7
    assert robots.read_robots(b"User-agent: *\nCrawl-delay: 86400").delay_seconds == 30
    assert robots.read_robots(b"User-agent: *\nCrawl-delay: soon").delay_seconds == 0


def test_size_limit() -> None:
    small = replace(LOOPBACK, max_page_bytes=1000)
    with Web() as web:
        web.put("/exact", Reply(b"x" * 1000))
        web.put("/large", Reply(b"x" * 1001))
        web.put("/bomb", Reply(gzip.compress(b"x" * 50_000_000), headers={"Content-Encoding": "gzip"}))
        web.put("/small", Reply(zlib.compress(b"x" * 1001), headers={"Content-Encoding": "deflate"}))
        assert len(get(web, "/exact", small).body) == 1000
        for path in ("/large", "/bomb", "/small"):
            assert refused(web, path, small) == "too_large"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"news")),
        ("x-gzip", gzip.compress(b"ne") + gzip.compress(b"ws")),
        ("deflate", zlib.compress(b"news")),
        ("deflate", zlib.compress(b"news")[2:-4]),
        ("identity", b"news"),
    ],
)
def test_compression(encoding: str, body: bytes) -> None:
    with Web() as web:
        web.put("/a", Reply(body, headers={"Content-Encoding": encoding}))
        answer = get(web, "/a")
    assert answer.body == b"news"
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("br", b"news"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"news"))),
        ("gzip", b"not compressed at all"),
        ("gzip", gzip.compress(b"news" * 1000)[:-12]),
    ],
)
def test_content_that_cannot_be_decoded(encoding: str, body: bytes) -> None:
    with Web() as web:
        web.put("/a", Reply(body, headers={"Content-Encoding": encoding}))
        assert refused(web, "/a") == "bad_content"


def test_html_only() -> None:
    with Web() as web:
        web.put("/pdf", Reply(b"%PDF", "application/pdf"))
        web.put("/none", Reply(b"<p>", ""))
        assert refused(web, "/pdf", html_only=True) == "not_html"
        assert get(web, "/none", html_only=True).body == b"<p>"


@pytest.mark.parametrize("status", [204, 400, 401, 404, 410, 500])
def test_other_answers_are_errors_at_once(status: int) -> None:
    with Web() as web:
        web.put("/a", Reply(status=status))
        assert refused(web, "/a") == f"http_{status}"
        assert len(web.asked("/a")) == 1


@pytest.mark.parametrize("status", [0, 429, 502, 503, 504])
def test_tried_again_until_it_answers(status: int) -> None:
    trouble = Reply(status=status, headers={"Retry-After": "0"})
    with Web() as web:
        web.put("/a", trouble, trouble, Reply(b"at last"))
        web.put("/b", trouble)
        assert get(web, "/a").body == b"at last"
        assert refused(web, "/b") == (f"http_{status}" if status else "connection")
        assert len(web.asked("/b")) == 3


def test_a_host_that_asks_for_a_long_pause_is_left_alone() -> None:
    async def twice(hosts: Hosts) -> list[str]:
        reasons = []
        for path in ("/a", "/b"):
            with pytest.raises(FetchError) as caught:
                await hosts.get(web.address + path, source(web))
            reasons.append(caught.value.reason)
        return reasons

    with Web() as web:
        web.put("/a", Reply(status=503, headers={"Retry-After": "3600"}))
        web.html("/b")
        assert with_hosts(twice) == ["http_503", "host_failing"]
        assert [request.path for request in web.requests] == ["/robots.txt", "/a"]


def test_retry_after_forms() -> None:
    assert retry_after_seconds("120", NOW) == 120
    assert retry_after_seconds("Mon, 06 May 2024 00:01:30 GMT", NOW) == 90
    assert retry_after_seconds("Sun, 05 May 2024 00:00:00 GMT", NOW) == 0
    for text in (None, "", "soon", "-5", "Mon, 99 May"):
        assert retry_after_seconds(text, NOW) is None


def test_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, Web() as web:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/a"
        assert refused(web, address, replace(LOOPBACK, timeout_seconds=0.1)) == "robots_unreachable"


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with Web() as web:
        assert refused(web, f"http://127.0.0.1:{port}/a") == "robots_unreachable"
        assert refused(web, "http://no-such-host.invalid/a") == "connection"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]"])
def test_loopback_needs_permission(host: str) -> None:
    with Web() as web:
        web.html("/a")
        assert refused(web, f"http://{host}:{web.port}/a", Settings()) == "forbidden_address"
        assert not web.requests
        assert get(web, f"http://{host}:{web.port}/a").status == 200


@pytest.mark.parametrize(
    "host",
    ["[::1]", "10.0.0.1", "169.254.169.254", "192.168.0.1", "172.16.0.1", "0.0.0.0", "100.100.100.200", "[fe80::1]"],
)
def test_forbidden_hosts(host: str) -> None:
    with Web() as web:
        assert refused(web, f"http://{host}/", Settings()) == "forbidden_address"
        assert refused(web, f"https://{host}/", Settings()) == "forbidden_address"


def test_strange_addresses() -> None:
    with Web() as web:
        assert refused(web, "file:///etc/passwd") == "bad_scheme"
        assert refused(web, "ftp://127.0.0.1/") == "bad_scheme"
        assert refused(web, "http://0177.0.0.1/") == "bad_url"
        assert refused(web, "http://127.0.0.1:99999/") == "bad_url"
        assert refused(web, "http://" + "a" * 70 + ".example/") in ("bad_url", "connection")


@pytest.mark.parametrize(
    "address",
    """
    0.0.0.0 10.1.2.3 100.64.0.1 168.63.129.16 169.254.0.1 172.31.255.255 192.0.0.192 192.168.1.1 198.18.0.1 224.0.0.1
    240.0.0.1 255.255.255.255 :: fc00::1 fe80::1 fe80::1%lo fec0::1 ff02::1 ::ffff:10.0.0.1 ::10.0.0.1 2002:a00:1::1
    64:ff9b::a00:1 2001:0:1::1 2001:db8::1 nonsense
    """.split(),  # noqa: SIM905 - a table of addresses
)
def test_addresses_never_allowed(address: str) -> None:
    assert not is_allowed(address, allow_loopback=False)
    assert not is_allowed(address, allow_loopback=True)


def test_addresses_allowed() -> None:
    for public in ("8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"):
        assert is_allowed(public, allow_loopback=False)
    for own in ("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"):
        assert is_allowed(own, allow_loopback=True)
        assert not is_allowed(own, allow_loopback=False)
