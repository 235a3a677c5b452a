"""Prune: what expires from the archive, and what never does."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from commands import monitor, monitor_json, query
from conftest import DemoRuns
from monitor.collect.archive import Archive
from monitor.collect.archive_reading import read_pages
from monitor.parse import parse_page
from monitor.pipeline import import_files, open_run
from monitor.prune import prune
from monitor.records import Page
from monitor.settings import Home

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=31)
EVIDENCE = "SELECT DISTINCT article_id FROM mentions"


@pytest.fixture
def pruned_home(tmp_path: Path, demo: DemoRuns) -> Home:
    """A copy of the demo's home, to be pruned."""
    return Home(Path(shutil.copytree(demo.home, tmp_path / "home")))


def pages(home: Home) -> Iterator[Page]:
    for path in sorted(home.archive.glob("*.warc.gz")):
        yield from read_pages(path)


def articles(home: Home) -> set[str]:
    """The ids of the articles whose pages the archive holds, by reading every page."""
    found = set()
    for page in pages(home):
        try:
            found.add(parse_page(page, None).article_id)
        except Exception:
            found.add(page.url)
    return found


def archive_bytes(home: Home) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.archive.iterdir()}


def test_young_pages_stay(pruned_home: Home) -> None:
    before = archive_bytes(pruned_home)
    done = prune(pruned_home, NOW + timedelta(days=29))
    assert (done.dropped, done.bytes_freed, done.damaged) == (0, 0, ())
    assert archive_bytes(pruned_home) == before


def test_pages_with_evidence_never_go_and_others_do(pruned_home: Home) -> None:
    evidence = {article_id for (article_id,) in query(pruned_home.root, EVIDENCE)}
    before = articles(pruned_home)
    assert evidence < before
    size = sum(map(len, archive_bytes(pruned_home).values()))
    done = prune(pruned_home, LATER)
    assert articles(pruned_home) == evidence
    assert done.kept == sum(1 for _ in pages(pruned_home))
    assert done.bytes_freed == size - sum(map(len, archive_bytes(pruned_home).values())) > 0
    again = prune(pruned_home, LATER + timedelta(days=400))
    assert (again.dropped, again.kept) == (0, done.kept)


def test_the_events_can_be_read_again_from_what_stays(pruned_home: Home) -> None:
    prune(pruned_home, LATER)
    fresh = Home(pruned_home.root.parent / "fresh")
    fresh.root.mkdir()
    for name in ("monitor.toml", "sources.toml"):
        shutil.copy(pruned_home.root / name, fresh.root / name)
    with open_run("import", fresh) as run:
        import_files(run, sorted(pruned_home.archive.glob("*.warc.gz")))
        run.publish()
    sql = "SELECT event_id, stage, date, article_count FROM events ORDER BY event_id"
    assert query(fresh.root, sql) == query(pruned_home.root, sql)


def test_dry_run_changes_nothing_and_says_what_would_go(pruned_home: Home) -> None:
    before = archive_bytes(pruned_home)
    said = prune(pruned_home, LATER, dry_run=True)
    assert archive_bytes(pruned_home) == before
    assert prune(pruned_home, LATER) == said
    assert said.dropped > 0


def test_a_file_without_evidence_goes_altogether(home: Home) -> None:
    with Archive(home.archive, "quiet", NOW) as archive:
        for number in range(3):
            url = f"https://dawn.example/{number}"
            archive.write_page(Page(url, url, 200, {}, b"<html>Nothing.</html>", NOW, "dawn"), {})
    with open_run("news", home):
        pass
    assert prune(home, LATER).dropped == 3
    assert list(home.archive.iterdir()) == []


def test_how_long_is_a_setting(pruned_home: Home) -> None:
    with pruned_home.settings_file.open("a", encoding="utf-8") as file:
        file.write("\n[archive]\narchive_days = 400\n")
    assert prune(pruned_home, NOW + timedelta(days=399)).dropped == 0
    assert prune(pruned_home, NOW + timedelta(days=401)).dropped > 0


def test_damaged_file_stays_and_is_told_and_the_others_are_pruned(pruned_home: Home) -> None:
    (whole,) = pruned_home.archive.glob("*.warc.gz")
    cut = whole.with_name("00000000T000000-cut.warc.gz")
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 3 // 4])
    content = cut.read_bytes()
    done = prune(pruned_home, LATER)
    (told,) = done.damaged
    assert told.startswith(f"{cut}: record ")
    assert cut.read_bytes() == content
    assert done.dropped > 0
    command = monitor("prune", "--home", pruned_home.root)
    assert (command.returncode, str(cut) in command.stderr) == (1, True)


def test_command(pruned_home: Home) -> None:
    assert monitor_json("prune", "--home", pruned_home.root)["dropped"] == 0
    said = monitor("prune", "--dry-run", "--home", pruned_home.root).stdout
    assert said.startswith("would drop 0 pages of ")


def test_a_page_kept_under_another_address_is_known_by_reading_it(pruned_home: Home) -> None:
    """The demo has a page that calls itself by another address: both are archived, one article is stored."""
    prune(pruned_home, LATER)
    kept = {page.url.split("/", 3)[3] for page in pages(pruned_home)}
    assert "amp/kp-guizhou-become-sister-provinces.html" in kept
    assert "news/2026/10/kp-guizhou-become-sister-provinces/" in kept
