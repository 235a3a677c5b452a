"""The page as a real browser shows it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from items import CHINESE, SETTINGS, URDU, make_citation, make_item
from monitor.publish import publish

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS = 60.0

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no chromium, chromium-browser or google-chrome on PATH: the page is not rendered"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of three items in three languages, one of them contested."""
    chinese = make_citation(
        title=CHINESE, lang="zh", source_name="新华社", url="https://xinhua.example/1", stage="letter_of_intent"
    )
    urdu = make_citation(title=URDU, lang="ur", source_name="جنگ", url="https://jang.example/1", evidence=URDU)
    items = [
        make_item(1, make_citation(), chinese, contested=True),
        replace(make_item(2, urdu, evidence=URDU, stage="letter_of_intent", date="2021-09"), guid="e2"),
        make_item(3, chinese, type="visit", stage="planned", actor="envoy", relation=None, pk=None, evidence=CHINESE),
    ]
    publish(items, SETTINGS, tmp_path / "public")
    return tmp_path / "public" / "index.html"


def browse(page: Path, profile: Path, *flags: str) -> str:
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={profile}", *flags, page.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, timeout=SECONDS, encoding="utf-8").stdout


def test_titles_stand_in_the_document(page: Path, tmp_path: Path) -> None:
    document = browse(page, tmp_path / "profile", "--dump-dom")
    assert "Signed: Shenyang and Karachi become sister cities, 9 Dec 2021</h2>" in document
    assert f'<blockquote lang="ur" dir="rtl">{URDU}</blockquote>' in document
    assert document.count("<article id=") == 3
    assert "<script" not in document


@pytest.mark.parametrize("size", ["1000,1400", "500,1400"])
def test_picture_of_the_page(page: Path, tmp_path: Path, size: str) -> None:
    picture = tmp_path / "page.png"
    browse(page, tmp_path / "profile", f"--screenshot={picture}", f"--window-size={size}", "--hide-scrollbars")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000, "a blank page is far smaller"
