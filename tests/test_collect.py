"""Collecting a source from a real server on loopback."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from fetching import LOOPBACK, NOW, source, with_hosts
from monitor.collect import asking
from monitor.collect.archive import Archive, read_pages
from monitor.collect.choosing import NO_STATUS, Promise, equal_promise
from monitor.collect.hosts import Hosts
from monitor.collect.pace import GIVE_UP_AFTER
from monitor.collect.robots import Robots
from monitor.collect.run import check_source, collect_source
from monitor.errors import ArchiveError
from monitor.records import Collected, Link, Source, Topic, Visited
from monitor.settings import Settings
from webserver import Reply, Web


class Rounds:
    """Collects a source again and again, remembering as the warehouse would."""

    def __init__(
        self, folder: Path, asked: Source, settings: Settings = LOOPBACK, promise: Promise = equal_promise
    ) -> None:
        self.folder = folder
        self.source = asked
        self.settings = settings
        self.promise = promise
        self.visited: dict[str, Visited] = {}
        self.count = 0

    def collect(self) -> Collected:
        self.count += 1
        with Archive(self.folder, f"run{self.count}", NOW) as archive:
            collected = with_hosts(
                lambda hosts: collect_source(
                    self.source, self.visited, hosts, archive, self.settings, promise=self.promise
                )
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
        assert rounds.visited[web.address + "/private"].status == NO_STATUS
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
        (Reply(b"<html><p>Checking your browser</p></html>"), "captcha"),
        (Reply(b"<html><p>Welcome to our new site</p></html>"), "bad_content"),
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


def test_a_slow_source_is_left_and_the_next_run_goes_on(tmp_path: Path) -> None:
    page = b"<html><p>An article.</p></html>"
    with Web() as web:
        held = threading.Event()
        never = Reply(page, held=held)
        web.xml("/feed", rss(("/1", MONDAY), ("/2", MONDAY)), etag='"f"')
        web.html("/1")
        web.put("/2", never, Reply(page))
        rounds = Rounds(tmp_path, source(web), replace(LOOPBACK, seconds_per_source=2.0))
        first = rounds.collect()
        assert ([page.url for page in first.pages], first.error) == ([web.address + "/1"], None)
        second = rounds.collect()
        assert ([page.url for page in second.pages], second.not_modified) == ([web.address + "/2"], False)
        for path in ("/3", "/feed"):
            web.xml("/feed", rss(("/3", TUESDAY)))
            web.put(path, never)
            assert rounds.collect().error == "timeout: not one article in 2 s"
        held.set()


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
        web.xml("/map", sitemap("sitemapindex", ("/old.xml", "2024-04"), ("/new.gz", "2024-05")), etag='"i"')
        web.xml("/old.xml", sitemap("urlset", ("/1", "2024-04-20")))
        child = gzip.compress(sitemap("urlset", ("/2", "2024-05-01"), ("/3", "2024-05-02")).encode())
        web.put("/new.gz", Reply(child, "application/gzip"))
        for path in ("/1", "/2", "/3", "/4"):
            web.html(path)
        rounds = Rounds(tmp_path, source(web, "sitemap", "/map"))
        first = rounds.collect()
        assert [page.url[-1] for page in first.pages] == ["3", "2", "1"], "the newest come first"
        assert rounds.collect().pages == ()
        web.xml("/map", sitemap("sitemapindex", ("/old.xml", "2024-04"), ("/new.gz", "2024-06")), etag='"i"')
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


def test_index_of_indexes_is_followed_to_the_newest_and_no_further(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/map", sitemap("sitemapindex", ("/2023.xml", "2023-12"), ("/2024.xml", "2024-05")))
        months = [(f"/2024-{month:02}.xml", f"2024-{month:02}") for month in range(1, 8)]
        web.xml("/2024.xml", sitemap("sitemapindex", *months, ("/map", "2024-05"), ("/2024.xml", "2024-05")))
        for month, (path, date) in enumerate(months, 1):
            web.xml(path, sitemap("urlset", (f"/{month}", date + "-01")))
            web.html(f"/{month}")
        rounds = Rounds(tmp_path, source(web, "sitemap", "/map"))
        assert [page.url[-1] for page in rounds.collect().pages] == ["7", "6", "5"]
        assert sum(request.path.endswith(".xml") for request in web.requests) == asking.MORE_SITEMAPS
        assert len(web.asked("/map")) == 1
        web.xml("/2024-07.xml", sitemap("urlset", ("/8", "2024-07-09"), ("/7", "2024-07-01")))
        web.html("/8")
        months[6] = ("/2024-07.xml", "2024-07-09")
        web.xml("/2024.xml", sitemap("sitemapindex", *months))
        web.xml("/map", sitemap("sitemapindex", ("/2024.xml", "2024-07-09")))
        assert [page.url[-1] for page in rounds.collect().pages] == ["8"]


def test_a_feed_in_the_place_of_a_sitemap_is_dated_by_its_own_dates(tmp_path: Path) -> None:
    with Web() as web:
        dates = ("Wed, 01 May 2024 10:00:00 GMT", TUESDAY, MONDAY)
        web.xml("/map", rss(*((f"/{number}", date) for number, date in enumerate(dates))))
        for number in range(3):
            web.html(f"/{number}")
        rounds = Rounds(tmp_path, source(web, "sitemap", "/map"))
        assert [page.url[-1] for page in rounds.collect().pages] == ["1", "2", "0"]


def test_history_in_a_sitemap_is_left_out_and_says_so(tmp_path: Path) -> None:
    with Web() as web:
        rows = [(f"/{number}", f"20{number}-05-01") for number in range(10, 24)]
        web.xml("/map", sitemap("urlset", *rows), etag='"m"')
        web.html("/23")
        rounds = Rounds(tmp_path, source(web, "sitemap", "/map"))
        first = rounds.collect()
        assert [page.url for page in first.pages] == [web.address + "/23"]
        (left,) = first.rejections
        assert (left.url, left.reason) == (web.address + "/map", "old_links")
        assert left.detail.startswith("13 articles")
        assert rounds.collect().not_modified, "what is left out does not keep the source from being asked conditionally"


def test_links_beyond_any_measure_are_left_out_and_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_LINKS", 3)
    with Web() as web:
        rows = [(f"/{number}", f"2024-05-0{number}") for number in range(1, 6)]
        web.xml("/map", sitemap("sitemapindex", ("/b", "2024-05-05"), ("/a", "2024-05-01")))
        web.xml("/b", sitemap("urlset", *rows[1:3]))
        web.xml("/a", sitemap("urlset", *rows))
        for path, _ in rows:
            web.html(path)
        collected = Rounds(tmp_path, source(web, "sitemap", "/map")).collect()
        assert sorted(page.url[-1] for page in collected.pages) == ["1", "2", "3"]
        (left,) = collected.rejections
        assert (left.url, left.reason, left.detail) == (web.address + "/a", "too_many_links", "2 links beyond 3")


def search(web: Web, *queries: str) -> Source:
    return replace(source(web, "search", "/?s={query}&feed=rss2"), queries=queries)


def test_search_asks_each_query_and_fetches_each_article_once(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/?s=sister%20city%26&feed=rss2", rss(("/1", MONDAY), ("/2", TUESDAY)), etag='"a"')
        web.xml("/?s=%E5%8F%8B%E5%9F%8E&feed=rss2", rss(("/2", TUESDAY), ("/3", MONDAY)), etag='"b"')
        for path in ("/1", "/2", "/3"):
            web.html(path)
        rounds = Rounds(tmp_path, search(web, "sister city&", "友城"))
        assert sorted(page.url[-1] for page in rounds.collect().pages) == ["1", "2", "3"]
        assert rounds.collect().not_modified
        web.xml("/?s=%E5%8F%8B%E5%9F%8E&feed=rss2", rss(("/4", TUESDAY), ("/3", MONDAY)))
        web.html("/4")
        third = rounds.collect()
        assert [page.url[-1] for page in third.pages] == ["4"]
        assert not third.not_modified


def test_search_fails_only_if_all_queries_do(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/?s=a&feed=rss2", rss(("/1", MONDAY)))
        web.html("/1")
        rounds = Rounds(tmp_path, search(web, "a", "b"))
        first = rounds.collect()
        assert first.error is None
        assert [(row.url, row.reason) for row in first.rejections] == [(f"{web.address}/?s=b&feed=rss2", "http_404")]
        assert len(first.pages) == 1
        assert str(Rounds(tmp_path / "b", search(web, "b", "c")).collect().error).startswith("http_404")


def test_a_search_that_asks_whether_one_is_human_is_refused_and_one_that_finds_nothing_is_not(tmp_path: Path) -> None:
    with Web() as web:
        web.html("/?s=a&feed=rss2", "<p>Nothing was found.</p>")
        web.html("/?s=b&feed=rss2", "<p>Are you a robot?</p>")
        assert Rounds(tmp_path, search(web, "a")).collect().error is None
        assert str(Rounds(tmp_path, search(web, "b")).collect().error).startswith("captcha")


def by_number(link: Link) -> int:
    return int(link.url[-1])


def test_the_most_promising_links_are_fetched_first(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/feed", rss(*((f"/{number}", MONDAY) for number in (1, 3, 2, 4)), ("/a3", TUESDAY)))
        for path in ("/1", "/2", "/3", "/4", "/a3"):
            web.html(path)
        rounds = Rounds(tmp_path, source(web), replace(LOOPBACK, links_per_source=3), by_number)
        assert [page.url.rpartition("/")[2] for page in rounds.collect().pages] == ["4", "3", "a3"]
        assert [page.url.rpartition("/")[2] for page in rounds.collect().pages] == ["2", "1"]


@pytest.mark.parametrize("topic", ["any", "ties"])
def test_links_off_the_topic_are_left_out_once_and_for_all(tmp_path: Path, topic: Topic) -> None:
    with Web() as web:
        web.xml("/feed", rss(("/0", MONDAY), ("/1", TUESDAY)), etag='"f"')
        web.html("/0")
        web.html("/1")
        rounds = Rounds(tmp_path, replace(source(web), topic=topic), LOOPBACK, by_number)
        first = rounds.collect()
        asked = [] if topic == "ties" else ["/0"]
        assert [request.path for request in web.asked("/0")] == asked
        assert [(row.url, row.step, row.reason) for row in first.rejections] == (
            [(web.address + "/0", "collect", "link_off_topic")] if topic == "ties" else []
        )
        assert rounds.collect().not_modified
        web.xml("/feed", rss(("/0", MONDAY), ("/1", TUESDAY)))
        assert (rounds.collect().rejections, len(web.asked("/0"))) == ((), len(asked))


def test_a_page_met_at_another_of_its_addresses_is_not_fetched_again(tmp_path: Path) -> None:
    with Web() as web:
        web.xml("/feed", rss(("/story/1/", MONDAY), ("/gone", MONDAY), ("/2", TUESDAY)))
        web.html("/story/1/")
        web.html("/2")
        rounds = Rounds(tmp_path, source(web))
        assert len(rounds.collect().pages) == 2
        for path in ("/story/1", "/story/1/index.html", "/gone/"):
            web.html(path)
        web.xml("/feed", rss(("/story/1", MONDAY), ("/gone/", MONDAY), ("/3", TUESDAY)))
        web.html("/3")
        second = rounds.collect()
        assert [page.url.removeprefix(web.address) for page in second.pages] == ["/gone/", "/3"]
        web.xml("/feed", rss(("/story/1/index.html", TUESDAY), ("/3", TUESDAY), ("/2", MONDAY)))
        assert web.address + "/story/1/index.html" in [page.url for page in rounds.collect().pages], "it has changed"


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


def test_a_fault_that_one_page_brings_to_light_costs_that_page_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(robots: Robots, url: str) -> None:
        if url.endswith("/1"):
            raise ZeroDivisionError(url)

    monkeypatch.setattr(Robots, "check", check)
    with Web() as web:
        web.xml("/feed", rss(("/1", MONDAY), ("/2", TUESDAY)))
        web.html("/2")
        collected = Rounds(tmp_path, source(web)).collect()
        assert collected.error is None
        assert [page.url for page in collected.pages] == [f"{web.address}/2"]
        (dropped,) = collected.rejections
        assert (dropped.url, dropped.reason) == (f"{web.address}/1", "internal_error")
        assert dropped.detail == f"ZeroDivisionError: {web.address}/1"
        assert dropped.url not in {row.url for row in collected.visited}, "it is asked again by the next run"
        failing = Rounds(tmp_path / "failing", source(web, path="/1")).collect()
        assert failing.error == f"internal_error: ZeroDivisionError: {web.address}/1"


def test_check_source() -> None:
    with Web() as web:
        web.xml("/feed", rss(("/1", MONDAY), ("/2", TUESDAY)))
        assert with_hosts(lambda hosts: check_source(source(web), hosts)) == "200, 2 links, newest 2024-05-07"
        web.xml("/feed", rss(("/1", "some day")))
        assert with_hosts(lambda hosts: check_source(source(web), hosts)) == "200, 1 links"
        assert with_hosts(lambda hosts: check_source(source(web, path="/no"), hosts)).startswith("error: http_404")
        assert not web.asked("/1")


def nothing_visited(source_id: str) -> Mapping[str, Visited]:
    return {}


def test_twelve_sources_of_one_host(tmp_path: Path) -> None:
    async def collect(sources: list[Source]) -> list[Collected]:
        async with Hosts(LOOPBACK) as hosts:
            return await asyncio.gather(*(collect_source(one, {}, hosts, archive, LOOPBACK) for one in sources))

    with Web() as web, Archive(tmp_path, "all", NOW) as archive:
        sources = []
        for number in range(12):
            web.xml(f"/feed{number}", rss((f"/article{number}", MONDAY)))
            web.html(f"/article{number}")
            sources.append(replace(source(web, path=f"/feed{number}"), source_id=f"s{number}"))
        sources.append(replace(source(web, path="/dead"), source_id="dead"))
        done = {collected.source_id: collected for collected in asyncio.run(collect(sources))}
        assert len(web.asked("/robots.txt")) == 1
    assert len(done) == 13
    assert done["dead"].error is not None
    assert sum(len(collected.pages) for collected in done.values()) == 12
    assert len(list(read_pages(archive.path))) == 12


def test_a_source_that_moved_for_good_is_asked_at_its_new_place(tmp_path: Path) -> None:
    with Web() as web:
        web.put("/feed", Reply(status=301, headers={"Location": "/new"}))
        web.put("/new", Reply(status=308, headers={"Location": "/newer"}))
        web.put("/newer", Reply(status=302, headers={"Location": "/today"}))
        web.xml("/today", rss(("/1", MONDAY)), etag='"f"')
        web.html("/1")
        rounds = Rounds(tmp_path, source(web))
        assert len(rounds.collect().pages) == 1
        assert rounds.visited[web.address + "/feed"].moved_to == web.address + "/newer"
        assert rounds.collect().not_modified
        assert [len(web.asked(path)) for path in ("/feed", "/new", "/newer", "/today")] == [1, 1, 2, 2]
        web.put("/newer", Reply(status=410))
        web.xml("/feed", rss(("/1", MONDAY)))
        assert rounds.collect().links == 1, "the old address is asked where the new one is gone"
        assert rounds.visited[web.address + "/feed"].moved_to is None


def test_a_source_that_is_elsewhere_today_is_asked_where_it_is_declared(tmp_path: Path) -> None:
    with Web() as web:
        web.put("/feed", Reply(status=302, headers={"Location": "/today"}))
        web.put("/today", Reply(status=301, headers={"Location": "/other"}))
        web.xml("/other", rss(), etag='"f"')
        rounds = Rounds(tmp_path, source(web))
        rounds.collect()
        rounds.collect()
        assert [len(web.asked(path)) for path in ("/feed", "/today", "/other")] == [2, 2, 2]
