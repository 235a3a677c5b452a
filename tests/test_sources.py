"""The sources files: the package's own, the home's on top, and every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.errors import SourcesError
from monitor.settings import Home, Settings
from monitor.sources import PACKAGE_FILE, load_sources

WHOLE = """
[[source]]
source_id = "gazette"
name = "Gazette"
home = "https://gazette.pk/"
country = "PK"
lang = "en"
kind = "feed"
address = "https://gazette.pk/feed"
"""
ALONE = Settings(package_sources=False)


def home_with(folder: Path, text: str) -> Home:
    home = Home(folder)
    home.sources_file.write_text(text, "utf-8")
    return home


def test_package_sources_are_sound_and_marked_unverified(tmp_path: Path) -> None:
    sources = load_sources(Home(tmp_path), Settings())
    assert len(sources) >= 16
    assert {source.lang for source in sources} == {"en", "zh", "ur"}
    assert all(source.unverified for source in sources)
    assert PACKAGE_FILE.read_text("utf-8").startswith("#")


def test_home_adds_a_source(tmp_path: Path) -> None:
    (source,) = load_sources(home_with(tmp_path, WHOLE), ALONE)
    assert (source.source_id, source.kind, source.authority, source.delay_seconds) == ("gazette", "feed", "press", 1.0)
    with_package = load_sources(Home(tmp_path), Settings())
    assert with_package[-1] == source
    assert len(with_package) > 16


def test_home_changes_key_by_key_and_switches_off(tmp_path: Path) -> None:
    before = {source.source_id: source for source in load_sources(Home(tmp_path), Settings())}
    text = """
    [[source]]
    source_id = "dawn"
    address = "https://www.dawn.com/feeds/pakistan"
    unverified = false
    selectors = { link = "h2 a" }

    [[source]]
    source_id = "app"
    enabled = false
    """
    after = {source.source_id: source for source in load_sources(home_with(tmp_path, text), Settings())}
    assert set(before) - set(after) == {"app"}
    assert after["dawn"].address == "https://www.dawn.com/feeds/pakistan"
    assert after["dawn"].name == before["dawn"].name
    assert after["dawn"].selectors == {"link": "h2 a"}
    assert not after["dawn"].unverified


def test_no_sources_at_all(tmp_path: Path) -> None:
    assert load_sources(Home(tmp_path), ALONE) == ()
    assert load_sources(home_with(tmp_path, "\ufeff# nothing yet\n"), ALONE) == ()


MISTAKES = [
    ('colour = "red"', 9, "unknown key `colour`"),
    ("delay_seconds = -1", 9, "`delay_seconds`"),
    ("delay_seconds = nan", 9, "`delay_seconds`"),
    ("delay_seconds = true", 9, "`delay_seconds`"),
    ("every_minutes = 0", 9, "`every_minutes`"),
    ("every_minutes = 1.5", 9, "`every_minutes`"),
    ('unverified = "yes"', 9, "`unverified`"),
    ("enabled = 1", 9, "`enabled`"),
    ('selectors = ".a"', 9, "`selectors`"),
    ("selectors.link = 3", 9, "`selectors`"),
    ('authority = "king"', 9, "`authority` must be one of official"),
]


@pytest.mark.parametrize(("line", "number", "words"), MISTAKES)
def test_mistakes_name_file_line_source_and_key(tmp_path: Path, line: str, number: int, words: str) -> None:
    home = home_with(tmp_path, WHOLE.strip() + "\n" + line + "\n")
    with pytest.raises(SourcesError) as caught:
        load_sources(home, ALONE)
    message = str(caught.value)
    assert f"{home.sources_file}:{number}:" in message
    assert "`gazette`" in message
    assert words in message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('kind = "feed"', 'kind = "gopher"', "`kind` must be one of feed, sitemap, listing"),
        ('lang = "en"', 'lang = "fr"', "`lang` must be one of en, zh, ur"),
        ('country = "PK"', 'country = "IN"', "`country` must be one of CN, PK"),
        ('address = "https:', 'address = "file:', "`address` must be an http or https address"),
        ('home = "https://gazette.pk/"', 'home = "gazette.pk"', "`home` must be an http or https address"),
        ("https://gazette.pk/feed", "https://me:word@gazette.pk/feed", "must not hold a user name"),
        ("https://gazette.pk/feed", "https://gazette.pk:99999/feed", "must be an http or https address"),
        ('name = "Gazette"', "name = 5", "`name` must be text"),
        ('name = "Gazette"', "", "missing key `name`"),
        ('source_id = "gazette"', "", "missing key `source_id`"),
        ('"gazette"', '"Ga zette"', "`source_id` must be of a-z"),
        ('"gazette"', '"import"', "`source_id` must be of a-z"),
    ],
)
def test_wrong_values(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in WHOLE
    with pytest.raises(SourcesError, match=r"sources\.toml") as caught:
        load_sources(home_with(tmp_path, WHOLE.replace(old, new)), ALONE)
    assert words in str(caught.value)


def test_duplicate_id_in_one_file(tmp_path: Path) -> None:
    home = home_with(tmp_path, WHOLE + WHOLE)
    with pytest.raises(SourcesError, match=r"sources\.toml:12: source `gazette`: `source_id` is declared twice"):
        load_sources(home, ALONE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[source]\n", "line 1"),
        ("[feeds]\na = 1\n", "unknown key `feeds`"),
        ("source = 3\n", "must be written as"),
        ('[source]\nsource_id = "x"\n', "must be written as"),
        ('[[source]]\nsource_id = "typo"\nenabled = false\n', "missing key `name`"),
    ],
)
def test_unusable_files(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(SourcesError, match=r"sources\.toml") as caught:
        load_sources(home_with(tmp_path, text), ALONE)
    assert words in str(caught.value)


def test_file_in_another_encoding(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.sources_file.write_bytes(WHOLE.replace("Gazette", "中国").encode("gb18030"))
    with pytest.raises(SourcesError, match=r"sources\.toml"):
        load_sources(home, ALONE)
