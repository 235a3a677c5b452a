"""A run that is cut off costs nothing that it had fetched, and sources are asked at their own rhythm."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from commands import environment, query
from fetching import NOW
from fetching import source as a_source
from monitor.collect.archive_reading import read_pages
from monitor.collect.hosts import Hosts
from monitor.collect.rhythm import LONGEST, interval, is_due
from monitor.collect.robots_kept import KeptRobots
from monitor.errors import FetchError
from monitor.pipeline import open_run
from monitor.records import Source, Visited
from monitor.reprocess import reprocess
from monitor.settings import Home
from test_collect import MONDAY, TUESDAY, rss
from webserver import Reply, Web

STORY = (
    "<h1>{0}</h1><p>The mayors of Multan and Lanzhou signed a sister city agreement in Multan on 9 December 2021.</p>"
)
CUT_OFF = """
import asyncio, os, signal, sys
from test_resume import run
asyncio.run(run(sys.argv[1], sys.argv[2], lambda: os.kill(os.getpid(), signal.SIGKILL)))
"""
SOURCE = Source("gazette", "Gazette", "https://gazette.pk/", "PK", "en", "feed", "https://gazette.pk/feed")


async def run(folder: str, moment: str = "", then: Callable[[], None] = lambda: None) -> int:
    """What the flow does; `then` is called when it has `collected`, or `stored`. Returns how many pages it loaded."""
    with open_run("news", Home(Path(folder))) as opened:
        opened.resume()
        async with Hosts(opened.settings, KeptRobots(opened.home.robots_file)) as hosts:
            found = [await opened.collect(source_id, hosts) for source_id in opened.sources]
        if moment == "collected":
            then()
        if moment == "stored":
            opened.left_open.finish = then  # type: ignore[method-assign]
        pages = [page for collected in found for page in collected.pages]
        opened.load([opened.understand(pages)])
        opened.publish()
        return len(pages)


def test_pages_are_read_while_others_are_still_awaited(tmp_path: Path) -> None:
    held = threading.Event()

    async def first_is_read() -> None:
        with open_run("news", home) as opened:
            async with Hosts(opened.settings) as hosts:
                collecting = asyncio.create_task(opened.collect("gazette", hosts))
                while not any(answer.done() for answer in opened.asked.values()):
                    assert not collecting.done(), "all pages came, and none had been read"
                    await asyncio.sleep(0.01)
                held.set()
                collected = await collecting
            understood = opened.understand(collected.pages)
            assert [a.title for a in understood.articles] == [
                "Lanzhou and Multan now sister cities",
                "Multan and Lanzhou sign in Multan",
            ], understood.rejections

    with Web() as web:
        home = home_of(tmp_path, web)
        web.xml("/feed", rss(("/1", MONDAY), ("/2", TUESDAY)))
        web.html("/1", STORY.format("Lanzhou and Multan now sister cities"))
        web.put("/2", Reply(STORY.format("Multan and Lanzhou sign in Multan").encode(), held=held))
        asyncio.run(first_is_read())


def home_of(folder: Path, web: Web) -> Home:
    (folder / "monitor.toml").write_text("[fetch]\npackage_sources = false\nallow_loopback = true\n")
    (folder / "sources.toml").write_text(
        f'[[source]]\nsource_id = "gazette"\nname = "Gazette"\nhome = "{web.address}/"\nlang = "en"\nkind = "feed"\n'
        f'address = "{web.address}/feed"\ncountry = "PK"\ndelay_seconds = 0.0\n'
    )
    return Home(folder)


def kill(folder: Path, moment: str) -> None:
    """Run, and be killed at that moment."""
    command = [sys.executable, "-c", CUT_OFF, str(folder), moment]
    tests = Path(__file__).parent
    killed = subprocess.run(command, check=False, env=environment(), cwd=tests, capture_output=True, timeout=60)
    assert killed.returncode == -9, killed.stderr


@pytest.mark.parametrize("damage", [0, 1, 100, 2000])
def test_a_killed_run_is_taken_up_where_it_ended(tmp_path: Path, damage: int) -> None:
    paths = ["/1", "/2", "/3"]
    with Web() as web:
        home = home_of(tmp_path, web)
        web.xml("/feed", rss(*((path, MONDAY) for path in paths[:2]), (paths[2], TUESDAY)))
        for path in paths:
            web.html(path, STORY.format(f"Multan and Lanzhou, {path}"))
        kill(tmp_path, "collected")
        (left,) = home.archive.iterdir()
        whole = left.stat().st_size
        with left.open("r+b") as file:
            file.truncate(whole - damage)
        lost = 3 - len(list(pages_until_damage(left)))
        assert lost <= 2
        assert asyncio.run(run(str(tmp_path))) == 3
        assert sorted(len(web.asked(path)) for path in paths) == sorted([1] * (3 - lost) + [2] * lost)
        assert asyncio.run(run(str(tmp_path))) == 0, "each page has the mark that the feed gave it"
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(3,)]
    assert not list(home.archive.glob("*.open"))
    assert len(archived(home)) == 3


def archived(home: Home) -> list[str]:
    return sorted(page.url for path in home.archive.iterdir() for page in read_pages(path))


@pytest.mark.parametrize("moments", [("stored",), ("collected", "stored"), ("collected",) * 3, ("stored", "collected")])
def test_however_often_runs_are_killed_no_page_is_asked_for_or_kept_twice(
    tmp_path: Path, moments: Sequence[str]
) -> None:
    """Be it before anything is stored, or when all is, but the archive has not its name yet."""
    with Web() as web:
        home = home_of(tmp_path, web)
        paths: list[str] = []
        for number, moment in enumerate((*moments, ""), 1):
            paths.append(f"/{number}")
            web.html(paths[-1], STORY.format(f"Multan and Lanzhou, {number}"))
            web.xml("/feed", rss(*((path, MONDAY) for path in paths)))
            if moment:
                kill(tmp_path, moment)
            else:
                asyncio.run(run(str(tmp_path)))
        assert [len(web.asked(path)) for path in paths] == [1] * len(paths)
        assert archived(home) == [web.address + path for path in paths]
    assert query(tmp_path, "SELECT DISTINCT revision FROM articles") == [(1,)]
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(len(paths),)]


def test_older_pages_of_a_list_are_looked_through_all_the_same(tmp_path: Path) -> None:
    """Though all of the first page was had before the run was killed: that is where a run stops as a rule."""
    with Web() as web:
        home = home_of(tmp_path, web)
        home.sources_file.write_text(home.sources_file.read_text().replace('"feed"', '"listing"'))
        for path in ("/2021/12/09/multan-and-lanzhou", "/2021/12/09/lanzhou-and-multan"):
            web.html(path, STORY.format(f"Multan and Lanzhou, {path}"))
        first = "<a href='/2021/12/09/multan-and-lanzhou'>Multan and Lanzhou sign</a>"
        web.html("/feed", first)
        kill(tmp_path, "collected")
        web.html("/feed", first + "<a rel='next' href='/older'>Older</a>")
        web.html("/older", "<a href='/2021/12/09/lanzhou-and-multan'>Lanzhou and Multan sign</a>")
        asyncio.run(run(str(tmp_path)))
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(2,)]


def test_a_page_that_changed_since_is_stored_as_it_is_now(tmp_path: Path) -> None:
    with Web() as web:
        home_of(tmp_path, web)
        for moment, title in ((MONDAY, "Multan and Lanzhou as they were"), (TUESDAY, "Multan and Lanzhou as they are")):
            web.xml("/feed", rss(("/1", moment)))
            web.html("/1", STORY.format(title))
            if moment == MONDAY:
                kill(tmp_path, "collected")
            else:
                asyncio.run(run(str(tmp_path)))
    assert query(tmp_path, "SELECT title FROM articles") == [("Multan and Lanzhou as they are",)]


def test_a_run_that_fails_is_taken_up_like_one_that_is_killed(tmp_path: Path) -> None:
    def fail() -> None:
        raise RuntimeError("in the middle")

    with Web() as web:
        home = home_of(tmp_path, web)
        web.xml("/feed", rss(("/1", MONDAY)))
        web.html("/1", STORY.format("Multan and Lanzhou"))
        with pytest.raises(RuntimeError, match="in the middle"):
            asyncio.run(run(str(tmp_path), "collected", fail))
        with open_run("reprocess", home) as opened:
            reprocess(opened)
            assert opened.summary({}).articles == 1, "what is kept can be read before it is taken up"
        assert asyncio.run(run(str(tmp_path))) == 1
        assert len(web.asked("/1")) == 1
    assert query(tmp_path, "SELECT revision FROM articles") == [(1,)]
    assert len(archived(home)) == 1


def pages_until_damage(path: Path) -> list[str]:
    found: list[str] = []
    try:
        found.extend(page.url for page in read_pages(path))
    except Exception:
        return found
    return found


def asked(own: datetime, *pages: timedelta) -> Mapping[str, Visited]:
    """What is remembered of a source asked at `own`, and of pages fetched so long before."""
    rows = [Visited(SOURCE.address, None, None, 200, None, own)]
    rows += [Visited(f"https://gazette.pk/{n}", None, None, 200, None, own - ago) for n, ago in enumerate(pages)]
    return {row.url: row for row in rows}


HOURS, DAYS = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("visited", "expected"),
    [
        ({}, timedelta(minutes=30)),
        (asked(NOW), timedelta(minutes=30)),
        (asked(NOW, *[0 * HOURS] * 20), timedelta(minutes=30)),
        (asked(NOW, *(HOURS * n for n in range(100))), timedelta(minutes=30)),
        (asked(NOW, *(4 * HOURS * n for n in range(1, 85))), 2 * HOURS),
        (asked(NOW, *(DAYS * n for n in range(1, 15))), LONGEST),
        (asked(NOW, 30 * DAYS), LONGEST),
    ],
)
def test_rhythm(visited: Mapping[str, Visited], expected: timedelta) -> None:
    found = interval(SOURCE, visited)
    assert abs(found - expected) < 0.1 * expected
    assert is_due(SOURCE, visited, NOW + found)
    assert is_due(SOURCE, visited, NOW + 0.5 * found) == (not visited)


def test_what_a_source_states_is_the_shortest(tmp_path: Path) -> None:
    with Web() as web:
        daily = a_source(web, every_minutes=1440)
    rows = {daily.address: Visited(daily.address, None, None, 200, None, NOW)}
    assert interval(daily, rows | dict(asked(NOW, *(HOURS * n for n in range(100))))) == DAYS


def test_only_due_sources_are_asked(tmp_path: Path) -> None:
    with Web() as web:
        home = home_of(tmp_path, web)
        web.xml("/feed", rss())
        with open_run("news", home) as opened:
            assert opened.due() == ["gazette"]
        asyncio.run(run(str(tmp_path)))
        with open_run("news", home) as opened:
            assert opened.due() == []


URLS = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{0}</loc></url></urlset>'


def test_a_run_in_which_nothing_changed_costs_one_request_a_source_and_none_for_pages(tmp_path: Path) -> None:
    """Be it that a source has validators or none, is a feed, a sitemap or a list, or moved."""
    with Web() as web:
        kinds = {"feed": "feed", "bare": "feed", "moved": "feed", "map": "sitemap", "list": "listing"}
        tables = []
        for name, kind in kinds.items():
            web.html(f"/2021/12/09/lanzhou-signs-{name}", STORY.format(f"Multan and Lanzhou, {name}"))
            tables.append(
                f'[[source]]\nsource_id = "{name}"\nname = "{name}"\nhome = "{web.address}/"\nlang = "en"\n'
                f'kind = "{kind}"\naddress = "{web.address}/{name}"\ncountry = "PK"\ndelay_seconds = 0.0\n'
            )
        home = home_of(tmp_path, web)
        home.sources_file.write_text("\n".join(tables))
        web.xml("/feed", rss(("/2021/12/09/lanzhou-signs-feed", MONDAY)), etag='"1"')
        web.xml("/bare", rss(("/2021/12/09/lanzhou-signs-bare", MONDAY)))
        web.put("/moved", Reply(status=301, headers={"Location": "/new"}))
        web.xml("/new", rss(("/2021/12/09/lanzhou-signs-moved", MONDAY)), etag='"2"')
        web.xml("/map", URLS.format(web.address + "/2021/12/09/lanzhou-signs-map"))
        web.html("/list", "<a href='/2021/12/09/lanzhou-signs-list'>Multan and Lanzhou sign</a>")
        assert asyncio.run(run(str(tmp_path))) == len(kinds)
        before = len(web.requests)
        assert asyncio.run(run(str(tmp_path))) == 0
        again = sorted(request.path for request in web.requests[before:])
    assert again == ["/bare", "/feed", "/list", "/map", "/new"]


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', '{"a": ["x", "y"]}', '{"a": ["2024-01-01T00:00:00", "y"]}'])
def test_a_damaged_file_of_robots_is_made_anew(tmp_path: Path, content: str) -> None:
    path = tmp_path / "robots.json"
    path.write_text(content)
    (tmp_path / ".robots.json.0123abcd.tmp").write_text("of a run that was killed")
    KeptRobots(path).save()
    kept = KeptRobots(path)
    kept.keep("https://dawn.pk/", b"User-agent: *\nDisallow: /private")
    kept.keep("https://none.pk/", b"")
    kept.save()
    dawn, none = (KeptRobots(path).get(f"https://{name}.pk/") for name in ("dawn", "none"))
    assert dawn is not None
    with pytest.raises(FetchError, match="robots"):
        dawn.check("https://dawn.pk/private")
    assert none is not None
    none.check("https://none.pk/private")
    assert list(tmp_path.iterdir()) == [path]


def test_robots_older_than_a_day_are_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "robots.json"
    old, young = (datetime.now(UTC) - timedelta(hours=hours) for hours in (25, 23))
    path.write_text(
        json.dumps({"https://old.pk/": [old.isoformat(), ""], "https://young.pk/": [young.isoformat(), ""]})
    )
    kept = KeptRobots(path)
    assert kept.get("https://old.pk/") is None
    assert kept.get("https://young.pk/") is not None
