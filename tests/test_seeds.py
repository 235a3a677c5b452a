"""Real articles, served as a site of our own and collected by the real flow.

The articles are not ours to publish: they lie beside the repository, and where they do not, these tests are skipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import feedparser
import pytest

from commands import monitor_json, query, source_table
from webserver import Reply, Web

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
PUBLISHED = {"000": "2023-12-05", "002": "2021-12-10", "004": "2023-05-05"}
OWN_TITLES = {"000": "Balochistan, Henan to strengthen sister province friendship"}
"""000 comes without its headline."""

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the seed articles are not there: {SEEDS}")


def page_of(number: str) -> tuple[str, str]:
    """Return a seed's title, and the seed as an HTML page."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    title = OWN_TITLES.get(number) or lines.pop(0)
    body = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    return title, (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta property="article:published_time" content="{PUBLISHED[number]}"></head>\n'
        f"<body><article><h1>{escape(title)}</h1>\n{body}\n</article></body></html>"
    )


def publish_seeds(web: Web) -> None:
    """Put the seeds and a feed of them on the site."""
    items = []
    for number in PUBLISHED:
        title, html = page_of(number)
        web.put(f"/news/{number}", Reply(html.encode()))
        items.append(f"<item><title>{escape(title)}</title><link>{web.address}/news/{number}</link></item>")
    web.xml("/feed", f'<rss version="2.0"><channel><title>Seeds</title>{"".join(items)}</channel></rss>')


@pytest.fixture(scope="module")
def seeds_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after `monitor run` over the site."""
    home = tmp_path_factory.mktemp("seeds")
    (home / "monitor.toml").write_text("[fetch]\nallow_loopback = true\n[sources]\npackage_sources = false\n")
    with Web() as web:
        publish_seeds(web)
        (home / "sources.toml").write_text(source_table("seeds", f"{web.address}/feed"))
        summary = monitor_json("run", "--home", home)
    assert (summary["fetched"], summary["failed"]) == (3, {})
    return home


def events_of(home: Path, number: str) -> list[Mapping[str, Any]]:
    """Return the events that a seed tells."""
    names = ("type", "stage", "relation", "actor", "cn", "pk", "date", "is_new", "in_feed")
    rows = query(
        home,
        f"SELECT {', '.join(f'e.{name}' for name in names)} FROM events AS e JOIN event_articles AS a USING (event_id) "
        f"WHERE a.url LIKE '%/news/{number}' ORDER BY e.date, e.type",
    )
    return [dict(zip(names, row, strict=True)) for row in rows]


def matching(events: list[Mapping[str, Any]], **wanted: object) -> list[Mapping[str, Any]]:
    return [event for event in events if wanted.items() <= event.items()]


def test_000_tells_a_visit(seeds_home: Path) -> None:
    (visit,) = matching(events_of(seeds_home, "000"), type="visit", cn="Luoyang", pk="Balochistan")
    assert (visit["stage"], visit["actor"], visit["is_new"], visit["in_feed"]) == ("took_place", "local", True, True)


def test_000_tells_an_older_tie(seeds_home: Path) -> None:
    (tie,) = matching(events_of(seeds_home, "000"), type="agreement", cn="Henan", pk="Balochistan", date="2023-07")
    assert (tie["stage"], tie["relation"], tie["is_new"]) == ("signed", "sister_province", False)


def test_000_tells_nothing_else_as_news(seeds_home: Path) -> None:
    assert len(matching(events_of(seeds_home, "000"), is_new=True)) == 1


def test_002_tells_a_signing(seeds_home: Path) -> None:
    (tie,) = matching(events_of(seeds_home, "002"), type="agreement", cn="Shenyang", pk="Karachi", date="2021-12-09")
    assert (tie["stage"], tie["relation"], tie["is_new"]) == ("signed", "sister_city", True)


def test_002_tells_the_older_tie_of_the_pair(seeds_home: Path) -> None:
    (tie,) = matching(events_of(seeds_home, "002"), type="agreement", cn="Shenyang", pk="Karachi", date="2018-08")
    assert (tie["stage"], tie["is_new"], tie["in_feed"]) == ("signed", False, False)


def test_002_tells_an_older_visit(seeds_home: Path) -> None:
    (visit,) = matching(events_of(seeds_home, "002"), type="visit", cn="Shenyang", pk="Karachi", date="2018-12")
    assert (visit["stage"], visit["actor"], visit["is_new"]) == ("took_place", "local", False)


def test_002_tells_nothing_else_as_news(seeds_home: Path) -> None:
    assert len(matching(events_of(seeds_home, "002"), is_new=True)) == 1


def test_004_tells_nothing_for_the_feed(seeds_home: Path) -> None:
    assert matching(events_of(seeds_home, "004"), in_feed=True) == []


def test_headlines_under_004_tell_nothing(seeds_home: Path) -> None:
    told = {event["pk"] for event in events_of(seeds_home, "004")} | {
        event["cn"] for event in events_of(seeds_home, "004")
    }
    assert not told & {"Karachi", "Lahore"}
    assert query(
        seeds_home, "SELECT count(*) FROM articles WHERE text LIKE '%Saim Ayub%' OR text LIKE '%Plane crash%'"
    ) == [(0,)]


def test_feed(seeds_home: Path) -> None:
    feed = feedparser.parse((seeds_home / "public" / "feed.xml").read_bytes())
    assert sorted(entry.title for entry in feed.entries) == [
        "Signed: Shenyang and Karachi become sister cities, 9 Dec 2021",
        "Visit: delegations of Luoyang and Balochistan meet, date not given",
    ]
