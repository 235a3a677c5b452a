"""The page, and how files are put in place."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from items import (
    SETTINGS,
    make_item,
    one,
    soup_of,
)
from monitor.errors import PublishError
from monitor.publish import publish, render_atom, render_feed, render_json, render_page
from monitor.publish.channels import MAIN

FILES = {"feeds.opml", "health.xml", "index.html"} | {
    *("feed.xml", "atom.xml", "feed.json"),
    *(f"{kind}.{suffix}" for kind in ("agreements", "visits") for suffix in ("xml", "atom", "json")),
}


def test_page() -> None:
    item = replace(make_item(), updated_at=datetime(2021, 12, 12, tzinfo=UTC))
    page = render_page([item], SETTINGS)
    soup = soup_of(page)
    assert page.startswith(b'<!DOCTYPE html>\n<html lang="en">')
    assert one(soup, "title").get_text() == one(soup, "h1").get_text() == MAIN.title
    assert [(link["type"], link["href"]) for link in soup.select('link[rel="alternate"]')] == [
        ("application/rss+xml", "https://ties.example/news/feed.xml"),
        ("application/atom+xml", "https://ties.example/news/atom.xml"),
        ("application/feed+json", "https://ties.example/news/feed.json"),
    ]
    assert one(soup, 'meta[name="viewport"]')
    assert not soup.select("script, [style], img, link[rel=stylesheet]")
    article = one(soup, "article")
    assert article["id"] == "e1:signed"
    assert one(article, "h2").get_text() == "Signed: Shenyang and Karachi become sister cities, 9 Dec 2021"
    assert one(article, "blockquote")["dir"] == "ltr"
    assert one(article, "li a")["href"] == "https://dawn.example/news/1?a=1&b=2"
    assert one(article, ".announced").get_text() == "Announced 10 Dec 2021, updated 12 Dec 2021"
    assert article.select("time")[0]["datetime"] == "2021-12-10T06:30:00+00:00"


def test_publish_writes_all_files_for_everyone_to_read(tmp_path: Path) -> None:
    public = tmp_path / "new" / "public"
    changed = publish([make_item()], SETTINGS, public)
    assert {str(path.relative_to(public)) for path in changed} == FILES
    assert (public / "feed.xml").read_bytes() == render_feed([make_item()], SETTINGS)
    assert (public / "atom.xml").read_bytes() == render_atom([make_item()], SETTINGS)
    assert (public / "feed.json").read_bytes() == render_json([make_item()], SETTINGS)
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((public / "feed.xml").stat().st_mode) == 0o666 & ~umask
    assert {path.name for path in public.iterdir()} == FILES


def test_a_link_is_followed_and_a_mode_kept(tmp_path: Path) -> None:
    public, served = tmp_path / "public", tmp_path / "served.xml"
    public.mkdir()
    served.write_text("former")
    served.chmod(0o640)
    (public / "feed.xml").symlink_to(served)
    publish([make_item()], SETTINGS, public)
    assert (public / "feed.xml").is_symlink()
    assert served.read_bytes() == render_feed([make_item()], SETTINGS)
    assert stat.S_IMODE(served.stat().st_mode) == 0o640


def test_publish_leaves_unchanged_files_alone(tmp_path: Path) -> None:
    publish([make_item()], SETTINGS, tmp_path)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tmp_path.iterdir()}
    assert publish([make_item()], SETTINGS, tmp_path) == ()
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tmp_path.iterdir()} == before
    (tmp_path / "index.html").write_text("damaged")
    assert publish([make_item()], SETTINGS, tmp_path) == (tmp_path / "index.html",)
    assert len(publish([make_item(), make_item(2)], SETTINGS, tmp_path)) == 8, "all but visits and health"


def test_failed_replace_keeps_the_old_file_and_leaves_no_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish([], SETTINGS, tmp_path)
    old = (tmp_path / "feed.xml").read_bytes()

    def full_disk(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(PublishError, match=r"feed\.xml: cannot be written: No space left on device"):
        publish([make_item()], SETTINGS, tmp_path)
    assert (tmp_path / "feed.xml").read_bytes() == old
    assert {path.name for path in tmp_path.iterdir()} == FILES


def test_what_a_killed_run_left_is_cleared_away(tmp_path: Path) -> None:
    publish([make_item()], SETTINGS, tmp_path)
    (tmp_path / "places").mkdir()
    for name in (".feed.xml.0123abcd.tmp", "places/.cn-a.xml.0123abcd.tmp", ".register.duckdb.0123abcd.tmp.wal"):
        (tmp_path / name).write_text("half a file")
    (tmp_path / ".htaccess").write_text("the operator's own")
    assert publish([make_item()], SETTINGS, tmp_path) == ()
    assert {path.name for path in tmp_path.rglob("*")} == FILES | {".htaccess", "places"}


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder that this process may read but not write: root gives up its rights until the test is over."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(user)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_read_only_folder_is_a_publish_error_that_names_the_file(read_only_folder: Path) -> None:
    with pytest.raises(PublishError, match=rf"{read_only_folder}/health\.xml: cannot be written: Permission denied"):
        publish([make_item()], SETTINGS, read_only_folder)


@pytest.mark.parametrize("in_the_way", ["public", "public/feed.xml/folder"])
def test_something_else_in_the_place_is_a_publish_error(tmp_path: Path, in_the_way: str) -> None:
    path = tmp_path / in_the_way
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("not a folder")
    with pytest.raises(PublishError, match="public"):
        publish([make_item()], SETTINGS, tmp_path / "public")
    assert not list(tmp_path.rglob("*.tmp"))
