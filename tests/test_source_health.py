"""How sources do: told apart for operators, in the view, `health.xml` and `monitor sources`; never told to readers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import pytest

from commands import monitor, monitor_json, query
from items import HOSTILE, SETTINGS
from monitor.collect.challenge import is_challenge
from monitor.collect.hosts import Hosts
from monitor.pipeline import open_run
from monitor.publish import render_health
from monitor.publish.health import ADVICE
from monitor.records import Collected, Health, SourceHealth
from monitor.settings import Home
from monitor.warehouse import Load, Warehouse, open_warehouse
from warehouse_rows import NOW, SOURCE, article
from warehouse_rows import query as rows_of
from webserver import Reply, Web

CAPTCHA = b'<html><title>Security check</title><div class="g-recaptcha"></div><p>Verify you are human</p></html>'
FEED = (
    "<rss version='2.0'><channel><title>x</title><item><title>x</title><link>/1</link></item>"
    "<item><title>y</title><link>/2</link></item></channel></rss>"
)
REDESIGNED = "<ul class='new-design'><li>nothing that the selector knows</li></ul>"
SINCE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SOURCE_HEALTH = SourceHealth(
    "dawn", "Dawn", "https://dawn.example/feed", "blocked", SINCE, "http_403: no", SINCE - timedelta(days=1), None, 2
)


def declared(source_id: str, web: Web, kind: str = "feed") -> str:
    selectors = 'selectors = { link = "a.story" }\n' if kind == "listing" else ""
    return (
        f'[[source]]\nsource_id = "{source_id}"\nname = "{source_id}"\nhome = "{web.address}/"\nlang = "en"\n'
        f'address = "{web.address}/start"\ncountry = "PK"\nkind = "{kind}"\ndelay_seconds = 0.0\n{selectors}'
    )


async def collect(home: Home) -> None:
    """One run without Prefect."""
    with open_run("news", home) as run:
        async with Hosts(run.settings, backoff_seconds=0.001) as hosts:
            for source_id in run.sources:
                await run.collect(source_id, hosts)
        run.load([])
        run.publish()


@pytest.fixture
def troubled(home: Home) -> Mapping[str, str]:
    """A home after a run over one source of each kind of trouble; returns what each one's health should be."""
    answers: Mapping[str, tuple[str, str, Reply]] = {
        "down": ("failing", "feed", Reply(status=500)),
        "hangs-up": ("failing", "feed", Reply(status=0)),
        "forbids": ("blocked", "feed", Reply(status=403)),
        "asks-if-human": ("blocked", "listing", Reply(CAPTCHA)),
        "asks-if-human-for-its-feed": ("blocked", "feed", Reply(CAPTCHA)),
        "lists-but-refuses": ("blocked", "feed", Reply(FEED.encode(), "application/xml")),
        "by-robots": ("blocked", "feed", Reply(FEED.encode(), "application/xml")),
        "redesigned": ("broken", "listing", Reply(REDESIGNED.encode())),
        "no-feed-any-more": ("broken", "feed", Reply(b"<html><p>Welcome to our new site.</p></html>")),
        "moved": ("gone", "feed", Reply(status=404)),
        "closed": ("gone", "listing", Reply(status=410)),
        "well": ("ok", "feed", Reply(b"<rss version='2.0'><channel><title>x</title></channel></rss>", "text/xml")),
    }
    home.settings_file.write_text("[sources]\npackage_sources = false\n[fetch]\nallow_loopback = true\n")
    webs = {name: Web() for name in answers}
    tables = []
    for name, (_, kind, reply) in answers.items():
        webs[name].put("/start", reply)
        tables.append(declared(name, webs[name], kind))
    for path in ("/1", "/2"):
        webs["lists-but-refuses"].put(path, Reply(status=403))
    webs["by-robots"].put("/robots.txt", Reply(b"User-agent: *\nDisallow: /", "text/plain"))
    home.sources_file.write_text("\n".join(tables))
    for web in webs.values():
        web.__enter__()
    try:
        asyncio.run(collect(home))
        return {name: health for name, (health, _, _) in answers.items()}
    finally:
        for web in webs.values():
            web.__exit__(None, None, None)


def test_every_trouble_is_told_apart_everywhere(home: Home, troubled: Mapping[str, str]) -> None:
    assert dict(query(home.root, "SELECT source_id, health FROM sources")) == troubled
    listed = monitor_json("sources", "--home", home.root)
    assert {row["source_id"]: row["health"] for row in listed} == troubled
    in_trouble = {name: health for name, health in troubled.items() if health != "ok"}
    feed = feedparser.parse((home.public / "health.xml").read_bytes())
    assert not feed.bozo
    assert {entry.id.split(":")[0]: entry.id.split(":")[1] for entry in feed.entries} == in_trouble
    assert {entry.title for entry in feed.entries} == {f"{h.capitalize()}: {name}" for name, h in in_trouble.items()}
    lines = monitor("sources", "--home", home.root).stdout.splitlines()
    told = next(line for line in lines if line.startswith("redesigned"))
    assert "broken since 20" in told
    assert "no_links" in told


def test_readers_are_told_nothing_of_it(home: Home, troubled: Mapping[str, str]) -> None:
    for path in home.public.rglob("*.*"):
        if path.name not in ("health.xml", "places"):
            content = path.read_bytes()
            assert not [name for name in troubled if name.encode() in content and "-" in name], path
    for name in ("feed.xml", "atom.xml", "agreements.xml", "visits.xml"):
        assert feedparser.parse((home.public / name).read_bytes()).entries == []


def test_a_lasting_trouble_stays_one_item_and_a_mended_one_goes(home: Home) -> None:
    home.settings_file.write_text("[sources]\npackage_sources = false\n[fetch]\nallow_loopback = true\n")
    with Web() as web:
        home.sources_file.write_text(declared("moved", web))
        seen = []
        for _ in range(2):
            asyncio.run(collect(home))
            seen.append((home.public / "health.xml").read_bytes())
        assert seen[0] == seen[1]
        assert len(feedparser.parse(seen[0]).entries) == 1
        web.put("/start", Reply(b"<rss version='2.0'><channel><title>x</title></channel></rss>", "text/xml"))
        asyncio.run(collect(home))
    assert feedparser.parse((home.public / "health.xml").read_bytes()).entries == []


def silent(warehouse: Warehouse, days: list[int], today: int) -> tuple[str, int]:
    """The health and patience of a source that brought news on these days and was last read today."""
    for day in days:
        at = NOW + timedelta(days=day)
        warehouse.apply(Load(at, articles=(article(day, fetched_at=at),)))
    read = Collected(SOURCE.source_id, (), (), (), 0, not_modified=True)
    warehouse.apply(Load(NOW + timedelta(days=today), collected=(read,)))
    sql = f"SELECT health, patience_days FROM sources WHERE source_id = '{SOURCE.source_id}'"
    ((health, patience),) = rows_of(warehouse, sql)
    return health, patience


@pytest.mark.parametrize(
    ("days", "today", "health", "patience"),
    [
        (list(range(10)), 12, "ok", 4),
        (list(range(10)), 14, "quiet", 4),
        ([0, 10, 20, 30, 40], 79, "ok", 40),
        ([0, 10, 20, 30, 40], 81, "quiet", 40),
        ([0], 13, "ok", 14),
        ([0], 15, "quiet", 14),
    ],
)
def test_quiet_is_silence_beyond_a_sources_own_rhythm(
    warehouse: Warehouse, days: list[int], today: int, health: str, patience: int
) -> None:
    assert silent(warehouse, days, today) == (health, patience)


def test_since_when_a_source_is_quiet_does_not_move(home: Home, warehouse: Warehouse) -> None:
    silent(warehouse, list(range(10)), 20)
    (first,) = [source for source in warehouse.health() if source.source_id == SOURCE.source_id]
    assert first.since == NOW + timedelta(days=9 + 4)
    feed = render_health(warehouse.health(), SETTINGS)
    silent(warehouse, [], 30)
    assert render_health(warehouse.health(), SETTINGS) == feed


@pytest.mark.parametrize("health", ADVICE)
def test_an_item_says_what_to_do(health: Health) -> None:
    source = replace(SOURCE_HEALTH, health=health)
    (entry,) = feedparser.parse(render_health([source], SETTINGS)).entries
    assert entry.id == f"dawn:{health}:20260102T030405Z"
    assert entry.published_parsed[:6] == (2026, 1, 2, 3, 4, 5)
    assert entry.link == "https://dawn.example/feed"
    assert ADVICE[health].split(".")[0].split("`")[0] in entry.summary
    assert "http_403: no" in entry.summary


def test_hostile_words_of_a_source_stay_words() -> None:
    source = replace(SOURCE_HEALTH, name=HOSTILE, last_error=HOSTILE, address="javascript:alert(1)", source_id=HOSTILE)
    parsed = feedparser.parse(render_health([source], SETTINGS), sanitize_html=False)
    assert not parsed.bozo
    (entry,) = parsed.entries
    assert "<script" not in entry.summary
    assert entry.link == "https://ties.example/news/health.xml"


def test_sources_that_do_well_are_no_items() -> None:
    states: tuple[Health, ...] = ("ok", "never", "retired")
    well = [replace(SOURCE_HEALTH, health=health) for health in states]
    assert feedparser.parse(render_health(well, SETTINGS)).entries == []


@pytest.mark.parametrize(
    ("body", "challenge"),
    [
        (CAPTCHA, True),
        ("<title>安全验证</title><p>请完成验证后继续访问</p>".encode(), True),
        (b"<script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>Just a moment", True),
        (b"<p>Our new site.</p>", False),
        (b"<div class='g-recaptcha'></div>" + b"<p>A long page with a form at its end. </p>" * 100, False),
        (b"", False),
    ],
)
def test_a_challenge_is_told_from_a_changed_page(body: bytes, challenge: bool) -> None:
    assert is_challenge(body) is challenge


def test_sources_before_the_first_run(tmp_path: Path) -> None:
    assert {row["health"] for row in monitor_json("sources", "--home", tmp_path)} == {"never"}
    with open_warehouse(Home(tmp_path)) as warehouse:
        assert warehouse.health() == []
