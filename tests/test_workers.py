"""Pages read in processes of their own: the same articles, and no page that keeps the others from being read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.batches import parse_batch, understand_batch
from monitor.records import Article, Page, Source
from monitor.settings import Settings
from monitor.understanding import understand_pages
from monitor.workers import Workers

PAGES = Path(__file__).parent / "pages"
SOURCE = Source("gazette", "Gazette", "https://gazette.pk/", "PK", "en", "feed", "https://gazette.pk/feed")
STORY = "<p>The mayors of Multan and Lanzhou signed a sister city agreement in Multan on 9 December 2021.</p>" * 3
MANY_ATTRIBUTES = "<p " + "".join(f'a{number}="x" ' for number in range(150_000)) + ">" + STORY
"""libxml2 compares every attribute with all before it, for minutes."""


def page(number: int, html: str = STORY) -> Page:
    url = f"https://gazette.pk/{number}"
    body = f"<html><title>Multan and Lanzhou, {number}</title><h1>Multan and Lanzhou, {number}</h1>{html}</html>"
    return Page(url, url, 200, {"content-type": "text/html"}, body.encode(), datetime.now(UTC), "gazette")


def golden(path: Path) -> Page:
    url = f"https://gazette.pk/{path.stem}"
    return Page(url, url, 200, {"content-type": "text/html"}, path.read_bytes(), datetime.now(UTC), "gazette")


def test_what_workers_read_is_what_is_read_here() -> None:
    pages = [golden(path) for path in sorted(PAGES.glob("*.html"))] + [page(1), page(1)]
    sources = {SOURCE.source_id: SOURCE}
    with Workers(Settings()) as workers:
        understood = understand_batch(workers, pages, sources)
        assert understood == understand_pages(pages, sources)
        assert len(parse_batch(workers, pages, sources)) == len(pages)
    assert understood.mentions
    assert {rejection.reason for rejection in understood.rejections} > {"same_article"}


def test_a_page_that_takes_too_long_costs_itself_only() -> None:
    with Workers(Settings(page_seconds=1.0), count=1) as workers:
        found = parse_batch(workers, [page(1), page(2, MANY_ATTRIBUTES), page(3)], {})
    first, slow, third = found
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert not isinstance(slow, Article)
    assert (slow.url, slow.step, slow.reason) == ("https://gazette.pk/2", "extract", "too_slow")
    assert slow.detail == "more than 1 s of processor time"


@pytest.mark.parametrize("memory", [350_000_000, 20_000_000])
def test_a_page_that_wants_too_much_memory_costs_itself_only(memory: int) -> None:
    heavy = page(1, "".join(f"<p>{number}</p>" for number in range(600_000)))
    with Workers(Settings(page_memory_bytes=memory), count=1) as workers:
        (found,) = parse_batch(workers, [heavy], {})
    assert not isinstance(found, Article)
    assert found.reason in ("too_heavy", "unparsable")
    assert "MemoryError" in found.detail or "its worker ended with" in found.detail


def test_nothing_is_started_without_pages() -> None:
    with Workers(Settings()) as workers:
        assert understand_batch(workers, [], {}).articles == ()
