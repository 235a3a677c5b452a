"""The sources files: the package's own, the home's on top, and every mistake named."""

from __future__ import annotations

from collections import Counter
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
    assert len(sources) >= 40
    assert all(source.unverified for source in sources)
    assert len({source.address for source in sources}) == len(sources), "each address is asked once"
    assert {source.kind for source in sources} == {"feed", "sitemap", "listing", "search"}
    assert all(source.delay_seconds >= 2 for source in sources)
    assert PACKAGE_FILE.read_text("utf-8").startswith("#")


def test_package_sources_cover_every_kind_of_teller(tmp_path: Path) -> None:
    """What the issue of collecting from the real web asks for, by country, language and authority."""
    sources = load_sources(Home(tmp_path), Settings())
    tellers = Counter((source.country, source.lang, source.authority) for source in sources)
    assert tellers["PK", "en", "press"] >= 8
    assert tellers["PK", "en", "wire"] >= 2
    assert tellers["PK", "ur", "press"] >= 5
    assert tellers["CN", "en", "press"] + tellers["CN", "en", "wire"] >= 7
    assert tellers["CN", "zh", "official"] >= 12
    assert tellers["CN", "zh", "press"] >= 6
    assert tellers["CN", "en", "official"] >= 3, "the embassy and both consulates of China"
    assert tellers["PK", "en", "official"] >= 4, "the embassy and the consulates of Pakistan"
    assert {"gwadarpro", "cpaffc", "app-ur"} <= {source.source_id for source in sources}


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
    ('"source-id" = "x"', 9, "unknown key `source-id`"),
    ("delay_seconds = -1", 9, "`delay_seconds`"),
    ("delay_seconds = nan", 9, "`delay_seconds`"),
    ("delay_seconds = inf", 9, "`delay_seconds`"),
    ("delay_seconds = true", 9, "`delay_seconds`"),
    ('delay_seconds = "2"', 9, "`delay_seconds`"),
    ("every_minutes = 0", 9, "`every_minutes`"),
    ("every_minutes = 1.5", 9, "`every_minutes`"),
    ("every_minutes = 12:30:00", 9, "`every_minutes`"),
    ('unverified = "yes"', 9, "`unverified`"),
    ("enabled = 1", 9, "`enabled`"),
    ('selectors = ".a"', 9, "`selectors`"),
    ("selectors.link = 3", 9, "`selectors`"),
    ('selectors = { link = "a[[" }', 9, "`selectors` `link` must be a CSS selector"),
    ('selectors = { link = "" }', 9, "`selectors` `link` must be a CSS selector"),
    ('selectors = { titel = "h1" }', 9, "`selectors` knows link only"),
    ('\n[source.selectors]\nlink = "a:nth(2"', 10, "`selectors` `link` must be a CSS selector"),
    ('authority = "king"', 9, "`authority` must be one of official"),
    ('topic = "sport"', 9, "`topic` must be one of any, ties"),
    ("topic = true", 9, "`topic` must be text"),
    ('queries = "sister city"', 9, "`queries` must be a list"),
    ("queries = []", 9, "`queries` must be a list"),
    ('queries = ["友城", ""]', 9, "`queries` must be a list"),
    ('queries = ["友城", 3]', 9, "`queries` must be a list"),
    ('queries = ["友城"]', 9, "`queries` belong to a search"),
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
        ('kind = "feed"', 'kind = "gopher"', "`kind` must be one of feed, sitemap, listing, search"),
        ('kind = "feed"', 'kind = ["feed"]', "`kind` must be text"),
        ('kind = "feed"', 'kind = "search"', "`queries` belong to a search, which needs them"),
        ('kind = "feed"', 'kind = "search"\nqueries = ["x"]', "`address` must hold {query}"),
        ("https://gazette.pk/feed", "https://gazette.pk/?s={query}", "`address` must hold {query} where a search"),
        ('lang = "en"', 'lang = "fr"', "`lang` must be one of en, zh, ur"),
        ('country = "PK"', 'country = "IN"', "`country` must be one of CN, PK"),
        ("https://gazette.pk/feed", "https://gazette.pk/feed ", "`address` must be an http or https address"),
        ("https://gazette.pk/feed", "https:///feed", "`address` must be an http or https address"),
        ("https://gazette.pk/feed", "https://[gazette/feed", "`address` must be an http or https address"),
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
    ("text", "line", "words"),
    [
        ("# mine\n[[source]\n", 2, "no TOML"),
        ('[[source]]\nsource_id = "x\n', 2, "no TOML"),
        ('[[source]]\nsource_id = "x"\nsource_id = "y"\n', 3, "no TOML"),
        ("[feeds]\na = 1\n", 1, "unknown key `feeds`"),
        (WHOLE + "\n[[sources]]\nname = 'x'\n", 11, "unknown key `sources`"),
        ("\nsource = 3\n", 2, "must be written as"),
        ('\n\n[source]\nsource_id = "x"\n', 3, "must be written as"),
        ('[[source]]\nsource_id = "typo"\nenabled = false\n', 1, "missing key `name`"),
    ],
)
def test_unusable_files(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(SourcesError) as caught:
        load_sources(home_with(tmp_path, text), ALONE)
    assert str(caught.value).startswith(f"{tmp_path / 'sources.toml'}:{line}: ")
    assert words in str(caught.value)


def test_file_in_another_encoding(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.sources_file.write_bytes(WHOLE.replace("Gazette", "中国").encode("gb18030"))
    with pytest.raises(SourcesError, match=r"sources\.toml:4: not UTF-8"):
        load_sources(home, ALONE)


def test_file_that_is_none(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.sources_file.mkdir()
    with pytest.raises(SourcesError, match=r"sources\.toml: Is a directory"):
        load_sources(home, ALONE)


def test_a_change_that_does_not_fit_the_package_source_names_the_home_file(tmp_path: Path) -> None:
    home = home_with(tmp_path, '[[source]]\nsource_id = "dawn"\n\nkind = "search"\n')
    with pytest.raises(SourcesError, match=r"sources\.toml:1: source `dawn`: `queries` belong to a search"):
        load_sources(home, Settings())


def test_search(tmp_path: Path) -> None:
    text = WHOLE.replace("https://gazette.pk/feed", "https://gazette.pk/?s={query}&o=date").replace(
        '"feed"', '"search"'
    )
    (source,) = load_sources(home_with(tmp_path, text + 'queries = ["sister city", "友城"]\ntopic = "ties"\n'), ALONE)
    assert (source.queries, source.topic) == (("sister city", "友城"), "ties")
    assert source.addresses == (
        "https://gazette.pk/?s=sister%20city&o=date",
        "https://gazette.pk/?s=%E5%8F%8B%E5%9F%8E&o=date",
    )
