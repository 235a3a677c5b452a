"""Fetching for real, from a web server on loopback: politeness, safety, and what is asked again."""

from __future__ import annotations

import asyncio
import gzip
import socket
import zlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest

from monitor.collect import asking, robots, run
from monitor.collect.addresses import is_allowed
from monitor.collect.archive import Archive, read_pages
from monitor.collect.hosts import Hosts, user_agent
from monitor.collect.origin import Answer
from monitor.collect.pace import GIVE_UP_AFTER, retry_after_seconds
from monitor.collect.run import check_source, collect_all, collect_source
from monitor.errors import ArchiveError, FetchError
from monitor.records import Collected, Source, SourceKind, Visited
from monitor.settings import Settings
from webserver import Reply, Web

LOOPBACK = Settings(allow_loopback=True, timeout_seconds=5.0)
NOW = datetime(2024, 5, 6, tzinfo=UTC)
Given = TypeVar("Given")


def source(web: Web, kind: SourceKind = "feed", path: str = "/feed", **changes: Any) -> Source:
    values: dict[str, Any] = {
        "name": "Gazette",
        "home": web.address + "/",
        "country": "PK",
        "lang": "en",
        "delay_seconds": 0.0,
    }
    return Source(source_id="gazette", kind=kind, address=web.address + path, **(values | changes))


def with_hosts(work: Callable[[Hosts], Awaitable[Given]], settings: Settings = LOOPBACK) -> Given:
    async def whole() -> Given:
        async with Hosts(settings, backoff_seconds=0.001) as hosts:
            return await work(hosts)

    return asyncio.run(whole())


def get(web: Web, url: str, settings: Settings = LOOPBACK, **options: Any) -> Answer:
    address = url if "://" in url else web.address + url
    return with_hosts(lambda hosts: hosts.get(address, source(web), **options), settings)


def refused(web: Web, url: str, settings: Settings = LOOPBACK, **options: Any) -> str:
    with pytest.raises(FetchError) as caught:
        get(web, url, settings, **options)
    return caught.value.reason


# One address


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


# Addresses


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


# A source


class Rounds:
    """Collects a source again and again, remembering as the warehouse would."""

    def __init__(self, folder: Path, asked: Source, settings: Settings = LOOPBACK) -> None:
        self.folder = folder
        self.source = asked
        self.settings = settings
        self.visited: dict[str, Visited] = {}
        self.count = 0

    def collect(self) -> Collected:
        self.count += 1
        with Archive(self.folder, f"run{self.count}", NOW) as archive:
            collected = with_hosts(
                lambda hosts: collect_source(self.source, self.visited, hosts, archive, self.settings)
            )
        self.visited |= {row.url: row for row in collected.visited}
        return collected

    def archived(self) -> list[str]:
        files = sorted(self.folder.glob("*.warc.gz"))
        return [page.url for file in files for page in read_pages(file)]


def rss(*items: tuple[str, str]) -> str:
    entries = "".join(
        f"<item><title>x</title><link>{url}</link><pubDate>{date}</pubDate></item>" for url, date in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{entries}</channel></rss>'


MONDAY, TUESDAY = "Mon, 06 May 2024 10:00:00 GMT", "Tue, 07 May 2024 10:00:00 GMT"


def test_second_run_fetches_nothing_again(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/feed", rss(("/1", MONDAY), ("/2", TUESDAY)), etag='"f1"')
        web.html("/1", etag='"1"')
        web.html("/2")
        rounds = Rounds(tmp_path, source(web))
        first = rounds.collect()
        assert [page.url for page in first.pages] == [web.address + "/1", web.address + "/2"]
        assert (first.links, first.not_modified, first.error, first.rejections) == (2, False, None, ())
        assert sorted(rounds.archived()) == [page.url for page in first.pages]
        second = rounds.collect()
        assert (second.not_modified, second.pages, second.links) == (True, (), 0)
        web.xml("/feed", rss(("/1", MONDAY), ("/2", TUESDAY)), etag='"f2"')
        third = rounds.collect()
        assert (third.not_modified, third.pages, third.links) == (False, (), 2)
        assert len(web.asked("/1")) == len(web.asked("/2")) == 1


def test_updated_link_is_asked_again_conditionally(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/feed", rss(("/1", MONDAY), ("/2", MONDAY), ("/3", TUESDAY)))
        for path in ("/1", "/2", "/3"):
            web.html(path, etag='"1"')
        rounds = Rounds(tmp_path, source(web))
        rounds.collect()
        web.xml("/feed", rss(("/1", TUESDAY), ("/2", TUESDAY), ("/3", MONDAY)))
        web.html("/2", "Corrected.", etag='"2"')
        second = rounds.collect()
        assert [page.url for page in second.pages] == [web.address + "/2"]
        assert web.asked("/1")[1].headers["if-none-match"] == '"1"'
        assert rounds.visited[web.address + "/1"].updated == TUESDAY
        assert rounds.visited[web.address + "/1"].etag == '"1"'
        assert rounds.collect().pages == ()
        assert len(web.asked("/1")) == 2
        assert len(rounds.archived()) == 4


def test_hopeless_links_are_remembered_and_transient_ones_are_not(tmp_path: Path) -> None:
    paths = ["/gone", "/pdf", "/private", "/broken", "/good"]
    with Web() as web:
        web.put("/robots.txt", Reply(b"User-agent: *\nDisallow: /private", "text/plain"))
        web.xml("/feed", rss(*((path, MONDAY) for path in paths), ("/late", TUESDAY)), etag='"f"')
        web.put("/gone", Reply(status=410))
        web.put("/pdf", Reply(b"%PDF", "application/pdf"))
        web.put("/broken", Reply(status=500))
        web.html("/good")
        web.html("/late")
        rounds = Rounds(tmp_path, source(web))
        first = rounds.collect()
        assert {rejection.url.rpartition("/")[2]: rejection.reason for rejection in first.rejections} == {
            "gone": "http_410",
            "pdf": "not_html",
            "private": "robots",
            "broken": "http_500",
        }
        assert {rejection.step for rejection in first.rejections} == {"collect"}
        assert rounds.visited[web.address + "/gone"].status == 410
        assert rounds.visited[web.address + "/private"].status == run.NO_STATUS
        web.html("/broken")
        second = rounds.collect()
        assert [page.url for page in second.pages] == [web.address + "/broken"]
        assert not second.not_modified, "a 304 would have hidden the page that failed"
        assert rounds.collect().not_modified
        assert len(web.asked("/gone")) == len(web.asked("/pdf")) == 1


def test_cut_list_is_finished_by_the_next_runs(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/feed", rss(("/1", MONDAY), ("/2", MONDAY), ("/3", TUESDAY)), etag='"f"')
        for path in ("/1", "/2", "/3"):
            web.html(path)
        rounds = Rounds(tmp_path, source(web), replace(LOOPBACK, links_per_source=2))
        assert [len(rounds.collect().pages) for _ in range(2)] == [2, 1]
        assert rounds.collect().not_modified


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=404), "http_404"),
        (Reply(status=503, headers={"Retry-After": "0"}), "http_503"),
        (Reply(b"<html><p>Checking your browser</p></html>"), "bad_content"),
        (Reply(status=302, headers={"Location": "http://10.0.0.1/feed"}), "forbidden_address"),
    ],
)
def test_source_that_fails(tmp_path: Path, reply: Reply, reason: str) -> None:
    with Web() as web:
        web.put("/feed", reply)
        rounds = Rounds(tmp_path, source(web))
        collected = rounds.collect()
    assert collected.error is not None
    assert collected.error.startswith(reason)
    assert (collected.pages, collected.visited, collected.not_modified) == ((), (), False)
    assert not list(tmp_path.iterdir())


def test_dead_host_is_given_up(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/feed", rss(*((f"/{number}", f"{number}") for number in range(50))))
        for number in range(50):
            web.put(f"/{number}", Reply(status=500))
        collected = Rounds(tmp_path, source(web)).collect()
        reasons = [rejection.reason for rejection in collected.rejections]
        assert len(reasons) == 50
        assert reasons.count("http_500") < GIVE_UP_AFTER + LOOPBACK.connections_per_host
        assert len(web.requests) < 12


def sitemap(kind: str, *entries: tuple[str, str]) -> str:
    name = {"urlset": "url", "sitemapindex": "sitemap"}[kind]
    inner = "".join(f"<{name}><loc>{url}</loc><lastmod>{date}</lastmod></{name}>" for url, date in entries)
    return f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</{kind}>'


def test_sitemap_index_with_gzipped_child(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/map", sitemap("sitemapindex", ("/old.xml", "2024-01"), ("/new.gz", "2024-05")), etag='"i"')
        web.xml("/old.xml", sitemap("urlset", ("/1", "2024-01-01")))
        child = gzip.compress(sitemap("urlset", ("/2", "2024-05-01"), ("/3", "2024-05-02")).encode())
        web.put("/new.gz", Reply(child, "application/gzip"))
        for path in ("/1", "/2", "/3", "/4"):
            web.html(path)
        rounds = Rounds(tmp_path, source(web, "sitemap", "/map"))
        first = rounds.collect()
        assert [page.url[-1] for page in first.pages] == ["3", "2", "1"], "the newest come first"
        assert rounds.collect().pages == ()
        web.xml("/map", sitemap("sitemapindex", ("/old.xml", "2024-01"), ("/new.gz", "2024-06")), etag='"i"')
        web.xml("/new.gz", sitemap("urlset", ("/4", "2024-06-01"), ("/2", "2024-05-01")))
        assert [page.url[-1] for page in rounds.collect().pages] == ["4"]
        assert len(web.asked("/old.xml")) == 1
        assert len(web.asked("/new.gz")) == 2


def test_child_sitemap_that_fails_is_a_rejection_and_asked_again(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/map", sitemap("sitemapindex", ("/a.xml", "2024-01"), ("/b.xml", "2024-02")))
        web.xml("/a.xml", sitemap("urlset", ("/1", "2024-01-01")))
        web.html("/1")
        web.html("/2")
        rounds = Rounds(tmp_path, source(web, "sitemap", "/map"))
        first = rounds.collect()
        assert [rejection.reason for rejection in first.rejections] == ["http_404"]
        assert len(first.pages) == 1
        assert first.error is None
        web.xml("/b.xml", sitemap("urlset", ("/2", "2024-02-01")))
        assert [page.url[-1] for page in rounds.collect().pages] == ["2"]


def listing(following: str, *paths: str) -> bytes:
    anchors = "".join(f'<a href="{path}">Karachi and Shanghai sign accord</a>' for path in paths)
    return f'<html><body>{anchors}<a rel="next" href="{following}">older</a></body></html>'.encode()


def test_listing_goes_on_to_older_pages_only_while_all_is_new(tmp_path: Path) -> None:
    with Web() as web:
        for number in range(1, 9):
            path = "/news" if number == 1 else f"/news?p={number}"
            web.put(path, Reply(listing(f"/news?p={number + 1}", f"/news/1000{number}")))
            web.html(f"/news/1000{number}")
        web.html("/news/20000")
        rounds = Rounds(tmp_path, source(web, "listing", "/news"))
        assert len(rounds.collect().pages) == 1 + asking.MORE_PAGES
        web.put("/news", Reply(listing("/news?p=2", "/news/20000", "/news/10001")))
        assert [page.url for page in rounds.collect().pages] == [web.address + "/news/20000"]
        assert len(web.asked("/news?p=2")) == 1


def test_listing_whose_selector_no_longer_fits_is_an_error(tmp_path: Path) -> None:
    with Web() as web:
        web.html("/news")
        assert "no_links" in str(Rounds(tmp_path, source(web, "listing", "/news")).collect().error)


def test_archive_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file stands in the way")
    with Web() as web:
        web.xml("/feed", rss(("/1", MONDAY)))
        web.html("/1")
        with pytest.raises(ArchiveError):
            Rounds(tmp_path / "archive", source(web)).collect()


def test_check_source() -> None:
    with Web() as web:
        web.xml("/feed", rss(("/1", MONDAY), ("/2", MONDAY)))
        assert with_hosts(lambda hosts: check_source(source(web), hosts)) == "200, 2 links"
        assert with_hosts(lambda hosts: check_source(source(web, path="/no"), hosts)).startswith("error: http_404")
        assert not web.asked("/1")


def nothing_visited(source_id: str) -> Mapping[str, Visited]:
    return {}


def test_collect_all(tmp_path: Path) -> None:
    done: dict[str, Collected] = {}

    def note(collected: Collected) -> None:
        done[collected.source_id] = collected

    with Web() as web, Archive(tmp_path, "all", NOW) as archive:
        sources = []
        for number in range(12):
            web.xml(f"/feed{number}", rss((f"/article{number}", MONDAY)))
            web.html(f"/article{number}")
            sources.append(replace(source(web, path=f"/feed{number}"), source_id=f"s{number}"))
        sources.append(replace(source(web, path="/dead"), source_id="dead"))
        asyncio.run(collect_all(sources, nothing_visited, archive, LOOPBACK, note))
        assert len(web.asked("/robots.txt")) == 1
    assert len(done) == 13
    assert done["dead"].error is not None
    assert sum(len(collected.pages) for collected in done.values()) == 12
    assert len(list(read_pages(archive.path))) == 12


def test_a_callback_that_fails_ends_collect_all_with_its_own_error(tmp_path: Path) -> None:
    def fail(collected: Collected) -> None:
        raise ArchiveError("no room")

    with Web() as web, Archive(tmp_path, "all", NOW) as archive:
        web.xml("/feed", rss(("/1", MONDAY)))
        web.html("/1")
        with pytest.raises(ArchiveError, match="no room"):
            asyncio.run(collect_all([source(web)] * 3, nothing_visited, archive, LOOPBACK, fail))
