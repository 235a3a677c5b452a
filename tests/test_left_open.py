"""WARC files that runs left open which were killed."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.collect.archive import Archive, read_pages
from monitor.collect.left_open import LeftOpen
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


def taken_over(folder: Path) -> list[str]:
    """The pages that the next run takes over."""
    left = LeftOpen(folder, 10_000_000)
    left.read()
    left.finish()
    assert not list(folder.glob("*.open"))
    return [page.url[-1] for page, _ in left.not_stored("dawn", {}).values()]


def kept(folder: Path) -> list[str]:
    """The pages that the archive holds afterwards."""
    return [page.url[-1] for path in folder.glob("*.warc.gz") for page in read_pages(path)]


def test_whole_records_stay(left: Path) -> None:
    assert taken_over(left.parent) == kept(left.parent) == ["1", "2"]


@pytest.mark.parametrize(("part", "pages"), [(0.99, ["1", "2"]), (0.7, ["1"]), (0.3, [])])
def test_a_torn_record_goes(left: Path, part: float, pages: list[str]) -> None:
    os.truncate(left, int(left.stat().st_size * part))
    assert taken_over(left.parent) == kept(left.parent) == pages


def test_zeros_behind_whole_records_go(left: Path) -> None:
    whole = left.read_bytes()
    os.truncate(left, len(whole) + 100_000)
    assert taken_over(left.parent) == ["1", "2"]
    assert [path.read_bytes() for path in left.parent.iterdir()] == [whole]


@pytest.mark.parametrize("content", [b"", b"\0" * 100_000, b"\x1f\x8b\x08\0", None])
def test_a_file_without_a_page_goes_altogether(left: Path, content: bytes | None) -> None:
    left.write_bytes(left.read_bytes()[:100] if content is None else content)
    assert taken_over(left.parent) == []
    assert not list(left.parent.iterdir())


def test_a_damaged_one_stays_as_it_is_and_who_reads_it_says_where(left: Path) -> None:
    content = bytearray(left.read_bytes())
    content[len(content) * 3 // 4] ^= 0xFF
    left.write_bytes(content)
    assert taken_over(left.parent) == ["1"]
    with pytest.raises(ArchiveError, match=r"killed\.warc\.gz: record \d, from byte \d+ on: "):
        kept(left.parent)
    assert [path.read_bytes() for path in left.parent.iterdir()] == [bytes(content)]
