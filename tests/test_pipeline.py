"""The steps in a row, as `import` takes them: from files to events, feed and snapshot."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

from commands import query, write_lines
from conftest import DemoRuns
from monitor import understanding
from monitor.errors import ArchiveError
from monitor.explain import explain
from monitor.parse import parse_page
from monitor.pipeline import RunSummary, all_failed, import_files, open_run
from monitor.records import Article, Page, Rejection, Source, Understood
from monitor.settings import Home
from monitor.understand import read_article
from monitor.warehouse import open_warehouse

TODAY = datetime.now(UTC).date()
SIGNED = TODAY - timedelta(days=6)
EVENTS = (
    "SELECT event_id, type, stage, relation, actor, cn, pk, date, is_new, in_feed, contested FROM events ORDER BY ALL"
)


def words(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def signing(day: date = SIGNED, **changes: Any) -> dict[str, Any]:
    """An article that tells a signing of this week."""
    row = {
        "url": "https://dawn.example/news/1",
        "source": "Dawn",
        "lang": "en",
        "title": "Multan, Lanzhou become sister cities",
        "published": str(SIGNED + timedelta(days=1)),
        "text": f"The mayors of Multan and Lanzhou signed a sister city agreement in Multan on {words(day)}.",
    }
    return row | changes


ARTICLES = (
    signing(),
    signing(
        url="https://nation.example/2",
        source="Nation",
        title="Lanzhou is now a sister of Multan",
        published=str(SIGNED + timedelta(days=2)),
        text=f"Lanzhou and Multan have become sister cities, after an agreement signed on {words(SIGNED)}.",
    ),
    signing(
        url="https://nation.example/old",
        source="Nation",
        title="Karachi and Shenyang agree",
        published="2021-12-10",
        text="Karachi and Shenyang signed a sister city agreement on December 9, 2021.",
    ),
    signing(url="https://dawn.example/cricket", title="A fine innings", text="He batted all day, and then some."),
)


def load(home: Path, *files: Path) -> RunSummary:
    """What the command `import` does."""
    with open_run("import", Home(home)) as run:
        import_files(run, files)
        run.publish()
        return run.summary({})


def guids(home: Path) -> list[str]:
    return [entry.id for entry in feedparser.parse((home / "public" / "feed.xml").read_bytes()).entries]


def test_import_into_an_empty_home(tmp_path: Path) -> None:
    summary = load(tmp_path, write_lines(tmp_path / "a.jsonl", *ARTICLES))
    assert (summary.kept, summary.events_new, summary.announced) == (3, 2, 1)
    assert summary.dropped == {"off_topic": 1}
    assert query(
        tmp_path, "SELECT cn, pk, stage, date, in_feed, article_count, source_count FROM events ORDER BY date"
    ) == [
        ("Shenyang", "Karachi", "signed", "2021-12-09", True, 1, 1),
        ("Lanzhou", "Multan", "signed", str(SIGNED), True, 2, 2),
    ]
    assert query(tmp_path, "SELECT url, step, reason FROM rejections") == [
        ("https://dawn.example/cricket", "understand", "off_topic")
    ]
    ((fresh,),) = query(tmp_path, "SELECT event_id FROM events WHERE announced_at IS NOT NULL")
    assert guids(tmp_path) == [f"{fresh}:signed"], "old news of a bulk import does not flood readers"
    assert "Lanzhou and Multan become sister cities" in (tmp_path / "public" / "index.html").read_text("utf-8")
    with open_warehouse(Home(tmp_path)) as warehouse:
        assert warehouse.check() == []


def test_the_same_import_again_changes_nothing(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", *ARTICLES)
    load(tmp_path, file)
    sql = "SELECT * FROM events ORDER BY event_id"
    before, feed = query(tmp_path, sql), (tmp_path / "public" / "feed.xml").read_bytes()
    again = load(tmp_path, file)
    assert (again.events_new, again.events_changed, again.announced) == (0, 0, 0)
    assert query(tmp_path, sql) == before
    assert (tmp_path / "public" / "feed.xml").read_bytes() == feed
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(len(ARTICLES),)]


def test_one_by_one_gives_the_events_of_all_at_once(tmp_path: Path) -> None:
    load(tmp_path / "at_once", write_lines(tmp_path / "a.jsonl", *ARTICLES))
    files = [write_lines(tmp_path / f"{number}.jsonl", row) for number, row in enumerate(reversed(ARTICLES))]
    load(tmp_path / "one_by_one", *files)
    sql = EVENTS.replace("event_id, ", "")
    assert query(tmp_path / "one_by_one", sql) == query(tmp_path / "at_once", sql)


def test_a_corrected_article_corrects_its_event(tmp_path: Path) -> None:
    load(tmp_path, write_lines(tmp_path / "a.jsonl", signing()))
    ((event_id, announced_at),) = query(tmp_path, "SELECT event_id, announced_at::VARCHAR FROM events")
    corrected = write_lines(tmp_path / "b.jsonl", signing(day=SIGNED - timedelta(days=1)))
    summary = load(tmp_path, corrected)
    assert (summary.events_new, summary.events_changed, summary.announced) == (0, 1, 0)
    assert query(tmp_path, "SELECT event_id, announced_at::VARCHAR, date FROM events") == [
        (event_id, announced_at, str(SIGNED - timedelta(days=1)))
    ]
    assert guids(tmp_path) == [f"{event_id}:signed"]


def test_an_article_that_takes_its_news_back(tmp_path: Path) -> None:
    load(tmp_path, write_lines(tmp_path / "a.jsonl", signing()))
    taken_back = write_lines(tmp_path / "b.jsonl", signing(title="A fair", text="Multan and Lanzhou hold a fair."))
    load(tmp_path, taken_back)
    assert query(tmp_path, "SELECT article_count, in_feed FROM events") == [(0, False)]
    ((event_id,),) = query(tmp_path, "SELECT event_id FROM events")
    assert guids(tmp_path) == [f"{event_id}:signed"]
    (entry,) = feedparser.parse((tmp_path / "public" / "feed.xml").read_bytes()).entries
    assert entry.title.startswith("Withdrawn: Signed: Lanzhou and Multan")
    assert "taken back, or are read otherwise" in entry.description
    assert "take it back" in explain(Home(tmp_path), event_id).facts["why"]["mentions"]


def test_importing_the_archive_of_a_run_gives_the_same_events(tmp_path: Path, demo: DemoRuns) -> None:
    for name in ("monitor.toml", "sources.toml"):
        shutil.copy(demo.home / name, tmp_path / name)
    archives = sorted((demo.home / "archive").glob("*.warc.gz"))
    assert archives
    load(tmp_path, *archives)
    assert query(tmp_path, EVENTS) == query(demo.home, EVENTS)
    articles = "SELECT article_id, url, source_id, published, duplicate_of FROM articles ORDER BY article_id"
    assert query(tmp_path, articles) == query(demo.home, articles)


def test_nothing_is_stored_of_a_damaged_archive(tmp_path: Path, demo: DemoRuns) -> None:
    whole = next((demo.home / "archive").glob("*.warc.gz")).read_bytes()
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(whole[: len(whole) * 3 // 4])
    articles = write_lines(tmp_path / "a.jsonl", *ARTICLES)
    with pytest.raises(ArchiveError, match=r"cut\.warc\.gz: record \d+, from byte \d+ on: .* nothing was imported"):
        load(tmp_path / "home", articles, cut)
    with open_warehouse(Home(tmp_path / "home")) as warehouse:
        warehouse.snapshot()
    assert query(tmp_path / "home", "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM rejections)") == [
        (0, 0)
    ]


def fail_on(words: str, work: Callable[..., Any], text_of: Callable[[Any], str]) -> Callable[..., Any]:
    """Return `work`, which fails as a fault of ours would where its first argument's text holds `words`."""

    def failing(first: Any, *others: Any) -> Any:
        if words in text_of(first):
            raise ZeroDivisionError(f"at {words}")
        return work(first, *others)

    return failing


def test_a_fault_that_one_article_brings_to_light_costs_that_article_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    file = write_lines(tmp_path / "a.jsonl", *ARTICLES)
    load(tmp_path, file)
    before = query(tmp_path, EVENTS)
    monkeypatch.setattr(understanding, "read_article", fail_on("Shenyang", read_article, lambda a: a.text))
    assert load(tmp_path, file).dropped == {"off_topic": 1, "internal_error": 1}
    assert query(tmp_path, EVENTS) == before, "what was stored of it before stays"
    assert query(tmp_path, "SELECT url, step, detail FROM rejections WHERE reason = 'internal_error'") == [
        ("https://nation.example/old", "understand", "ZeroDivisionError: at Shenyang")
    ]
    assert "https://nation.example/old: step understand failed" in caplog.text


def test_a_fault_that_one_page_brings_to_light_costs_that_page_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def page(number: int) -> Page:
        body = f"<html><title>News {number}</title><article><p>{'All is quiet. ' * 30}</p></article></html>"
        url = f"https://dawn.example/{number}"
        return Page(url, url, 200, {}, body.encode(), datetime.now(UTC), "dawn")

    monkeypatch.setattr(understanding, "parse_page", fail_on("/1", parse_page, lambda p: p.url))
    understood = understanding.understand_pages([page(1), page(2)], {})
    assert [article.url for article in understood.articles] == ["https://dawn.example/2"]
    assert understood.rejections[0] == Rejection(
        "https://dawn.example/1", "extract", "internal_error", "ZeroDivisionError: at /1"
    )


def test_of_the_pages_of_one_article_that_at_its_own_address_counts_whichever_came_first() -> None:
    def page(path: str) -> Page:
        url, text = f"https://dawn.example/{path}", f"<p>{'The mayors met again. ' * 9}So says {path}.</p>"
        body = f'<html><link rel="canonical" href="https://dawn.example/1"><h1>Two mayors met</h1>{text}</html>'
        return Page(url, url, 200, {}, body.encode(), datetime.now(UTC), "dawn")

    own, amp, mobile = page("1"), page("0/amp"), page("2/mobile")
    for pages, counts, left_out in [
        ((own, amp, mobile), "1", {amp.url, mobile.url}),
        ((mobile, amp, own), "1", {amp.url, mobile.url}),
        ((mobile, amp), "0/amp", {mobile.url}),
        ((amp, mobile), "0/amp", {mobile.url}),
    ]:
        understood = understanding.understand_pages(pages, {})
        (article,) = understood.articles
        assert article.text.endswith(f"So says {counts}.")
        assert {r.url for r in understood.rejections if r.reason == "same_article"} == left_out


def test_an_article_met_in_two_batches_counts_once() -> None:
    article = Article("a1", "https://dawn.example/1", "dawn", "en", "Title", "Text")
    dropped = Rejection(article.url, "understand", "off_topic")
    whole = understanding.joined([Understood((article,), (), (dropped,)), Understood((article,), (), ())])
    assert (whole.articles, whole.rejections) == ((article,), (dropped,))


def test_a_run_fails_only_if_every_source_did() -> None:
    sources = {
        name: Source(name, name, "https://a.example/", "PK", "en", "feed", "https://a.example/feed")
        for name in ("a", "b")
    }
    assert all_failed({"a": "timeout"}, sources) is None
    assert "no source is enabled" in str(all_failed({}, {}))
    assert "none of the 2 sources could be read: a: timeout; b: http_500" in str(
        all_failed({"a": "timeout", "b": "http_500"}, sources)
    )


def test_a_run_does_not_announce_what_a_bulk_import_kept_back(tmp_path: Path) -> None:
    old = signing(published="2021-12-10", text="Multan and Lanzhou signed a sister city agreement on December 9, 2021.")
    load(tmp_path, write_lines(tmp_path / "a.jsonl", old))
    assert guids(tmp_path) == []
    article = Article(
        "a1", "https://nation.example/1", "Nation", "en", "Today", signing()["text"], signing()["published"]
    )
    with open_run("news", Home(tmp_path)) as run:
        run.load([understanding.understand_articles([article])])
        run.publish()
    assert query(tmp_path, "SELECT date, announced_at IS NULL FROM events ORDER BY date") == [
        ("2021-12-09", True),
        (str(SIGNED), False),
    ]


def test_the_last_of_two_revisions_in_one_file_counts(tmp_path: Path) -> None:
    load(tmp_path, write_lines(tmp_path / "a.jsonl", signing(), signing(title="A fair", text="Multan has a fair.")))
    assert query(tmp_path, "SELECT title FROM articles") == [("A fair",)]
    assert query(tmp_path, "SELECT count(*) FROM mentions") == [(0,)]
