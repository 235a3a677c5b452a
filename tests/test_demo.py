"""The demo, end to end: served on loopback, collected by the flow, published; then the same again."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup

from commands import monitor, query
from conftest import DemoRuns
from monitor import demo as bundled
from monitor.demo import demo_web
from monitor.demo.server import HOST
from monitor.errors import MonitorError
from monitor.settings import Home
from monitor.warehouse import open_warehouse

LABELS = [json.loads(line) for line in (Path(bundled.__file__).parent / "labels.jsonl").read_text("utf-8").splitlines()]
ARTICLES = {label["path"].removesuffix("index.html") for label in LABELS if label["kind"] == "article"}
"""The pages of the demo's web that hold an article, as outlet/path."""


def test_what_the_first_run_did(demo: DemoRuns) -> None:
    assert demo.first["status"] == "done"
    assert demo.first["failed"] == {}
    assert demo.first["fetched"] == 58
    assert {"not_html", "http_404", "robots", "same_article", "no_text"} <= set(demo.first["dropped"])
    assert demo.first["kept"] >= 20
    assert demo.first["events_new"] >= 15
    assert 10 <= demo.first["announced"] <= demo.first["events_new"]


def test_feed(demo: DemoRuns) -> None:
    feed = feedparser.parse(demo.published[0]["feed.xml"])
    assert not feed.bozo
    assert len(feed.entries) == demo.first["announced"]
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    titles = [entry.title for entry in feed.entries]
    assert "Signed: Lanzhou and Multan become sister cities, 3 Nov 2026" in titles
    assert "Signed: Guizhou and Khyber Pakhtunkhwa become sister provinces, 23 Oct 2026" in titles


def test_one_signing_in_three_languages_is_one_event(demo: DemoRuns) -> None:
    ((articles, langs),) = query(
        demo.home,
        "SELECT count(*), count(DISTINCT lang) FROM event_articles JOIN events USING (event_id) "
        "WHERE cn = 'Lanzhou' AND pk = 'Multan' AND type = 'agreement'",
    )
    assert articles >= 4
    assert langs == 3
    assert query(demo.home, "SELECT count(*) FROM ties WHERE cn = 'Lanzhou' AND pk = 'Multan'") == [(1,)]


def test_events_are_those_that_the_pages_tell(demo: DemoRuns) -> None:
    told, must = set(), set()
    for event in (event for label in LABELS for event in label.get("events", [])):
        accept = event.get("accept", {})
        sides = [{event[side], *accept.get(side, [])} for side in ("cn", "pk")]
        told |= {(event["type"], cn, pk) for cn in sides[0] for pk in sides[1]}
        must |= set() if event["optional"] or event.get("ambiguous") else {(event["type"], event["cn"], event["pk"])}
    found = set(query(demo.home, "SELECT type, cn, pk FROM events"))
    assert found - told == set()
    assert must - found == set()


def test_page(demo: DemoRuns) -> None:
    page = BeautifulSoup(demo.published[0]["index.html"], "lxml")
    assert len(page.select("article")) == demo.first["announced"]


def test_snapshot_and_warehouse_are_sound(demo: DemoRuns) -> None:
    assert query(demo.home, "SELECT count(*) FROM events") == [(demo.first["events_new"],)]
    assert query(demo.home, "SELECT count(*) FROM events WHERE announced_at IS NOT NULL") == [
        (demo.first["announced"],)
    ]
    assert query(demo.home, "SELECT count(*) FROM sources WHERE health = 'ok'") == [(10,)]
    assert query(demo.home, "SELECT flow, status FROM runs") == [("news", "done")] * 2
    with open_warehouse(Home(demo.home)) as warehouse:
        assert warehouse.check() == []


def test_every_page_has_an_outcome(demo: DemoRuns) -> None:
    """Nothing is dropped silently: each page is an article, or a rejection says why it is none."""
    known = query(demo.home, "SELECT url FROM articles UNION SELECT url FROM rejections")
    told = {url.split("/", 3)[3] for (url,) in known}
    assert {path for path in ARTICLES if path.split("/", 1)[1] not in told} == set()


def test_second_run_asks_for_no_page_and_changes_nothing(demo: DemoRuns) -> None:
    assert (demo.second["fetched"], demo.second["events_new"], demo.second["announced"]) == (0, 0, 0)
    assert len(demo.asked_again) == 10, "one request a source"
    assert {f"{outlet}{path}" for outlet, path, _ in demo.asked_again} & ARTICLES == set()
    assert demo.published[0] == demo.published[1]


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        (tmp_path / "port").write_text(str(port))
        with pytest.raises(MonitorError, match=f"needs ports {port} to"), demo_web(Home(tmp_path)):
            pass


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = monitor("demo", "--home", tmp_path / "file" / "home")
    assert done.returncode == 1
    assert done.stderr.startswith(f"monitor: {tmp_path}/file/home/port: cannot be written")


@pytest.mark.parametrize("name", ["monitor.toml", "sources.toml", "warehouse/writer.duckdb"])
def test_the_demo_keeps_out_of_a_real_home(tmp_path: Path, name: str) -> None:
    mine = tmp_path / name
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("# mine")
    with pytest.raises(MonitorError, match="choose another --home"), demo_web(Home(tmp_path)):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [Path(name).parts[0]]
    assert mine.read_text() == "# mine"
