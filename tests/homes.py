"""Homes filled as `import` fills them, and what readers and analysts see there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser

from commands import query, write_lines
from monitor.pipeline import RunSummary, import_files, open_run
from monitor.settings import Home
from monitor.warehouse import open_warehouse

TODAY = datetime.now(UTC).date()
SIGNED = TODAY - timedelta(days=6)
EVENTS = "SELECT * EXCLUDE (announced_at, updated_at), announced_at::VARCHAR FROM events ORDER BY event_id"


def words(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def signing(
    number: int = 1, day: date = SIGNED, cn: str = "Lanzhou", pk: str = "Multan", **changes: Any
) -> dict[str, Any]:
    """An article that tells a signing; each of another outlet."""
    row = {
        "url": f"https://outlet{number}.example/news",
        "source": f"outlet{number}",
        "lang": "en",
        "title": f"{pk}, {cn} become sister cities",
        "published": str(day + timedelta(days=1)),
        "text": f"The mayors of {pk} and {cn} signed a sister city agreement in {pk} on {words(day)}.",
    }
    return row | changes


def load(home: Path, *articles: dict[str, Any]) -> RunSummary:
    """What the command `import` does with these articles."""
    home.mkdir(exist_ok=True)
    file = write_lines(home / "articles.jsonl", *articles)
    with open_run("import", Home(home)) as run:
        import_files(run, [file])
        run.publish()
        return run.summary({})


def feed(home: Path) -> dict[str, str]:
    """The titles of the feed's items by guid, as a feed reader has them."""
    return {entry.id: entry.title for entry in entries(home)}


def entries(home: Path) -> Sequence[Any]:
    parsed = feedparser.parse((home / "public" / "feed.xml").read_bytes())
    assert not parsed.bozo, parsed.bozo_exception
    entries: Sequence[Any] = parsed.entries
    return entries


def feed_bytes(home: Path) -> bytes:
    return (home / "public" / "feed.xml").read_bytes()


def event_ids(home: Path) -> list[str]:
    """The ids of the events by date."""
    return [event_id for (event_id,) in query(home, "SELECT event_id FROM events ORDER BY date, event_id")]


def assert_sound(home: Path) -> None:
    with open_warehouse(Home(home)) as warehouse:
        assert warehouse.check() == []
