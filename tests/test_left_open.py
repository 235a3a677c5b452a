"""WARC files that killed runs left open."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.collect.archive import Archive, read_pages
from monitor.collect.left_open import finish_left_open
from monitor.errors import ArchiveError
from monitor.records import Page

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """The file of a run that was killed when it had written two pages."""
    archive = Archive(tmp_path, "killed", NOW)
    for number in "12":
        url = f"https://dawn.example/{number}"
        archive.write_page(Page(url, url, 200, {"content-type": "text/html"}, b"<p>" * 200, NOW, "dawn"), {})
    archive.close()
    return archive.path.rename(archive.path.with_name(archive.path.name + ".open"))


def finished(folder: Path) -> list[str]:
    """The pages that can be read afterwards."""
    finish_left_open(folder)
    assert not list(folder.glob("*.open"))
    return [page.url[-1] for path in folder.glob("*.warc.gz") for page in read_pages(path)]


def test_whole_records_stay(left: Path) -> None:
    assert finished(left.parent) == ["1", "2"]


@pytest.mark.parametrize(("kept", "pages"), [(0.99, ["1", "2"]), (0.7, ["1"]), (0.3, [])])
def test_a_torn_record_goes(left: Path, kept: float, pages: list[str]) -> None:
    os.truncate(left, int(left.stat().st_size * kept))
    assert finished(left.parent) == pages


def test_a_file_without_a_page_goes_altogether(left: Path) -> None:
    left.write_bytes(left.read_bytes()[:100])
    assert finished(left.parent) == []
    assert not list(left.parent.iterdir())


def test_a_damaged_one_stays_as_it_is_and_who_reads_it_says_where(left: Path) -> None:
    content = bytearray(left.read_bytes())
    content[len(content) // 2] ^= 0xFF
    left.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"killed\.warc\.gz: record \d, from byte \d+ on: "):
        finished(left.parent)
    assert [path.read_bytes() for path in left.parent.iterdir()] == [bytes(content)]
