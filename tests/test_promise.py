"""What a headline promises before its page is fetched; the filter on it must not cost a single labelled event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from monitor.records import Link
from monitor.understand.promise import ELSEWHERE, OF_BOTH, OF_THE_OTHER, OF_TIES, UNKNOWN, promise

LABELLED = Path(__file__).parent / "labelled"
RANKED_FIRST = 0.85
"""Share of the headlines of articles with events that are to promise more than a headline that tells nothing."""


def of(title: str | None, country: str = "PK", url: str = "https://gazette.example/1") -> int:
    return promise(Link(url, "gazette", title), country)


def headlines_with_events() -> list[str]:
    files = sorted(LABELLED.glob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [row["title"] for row in rows if row["events"] and row["title"]]


@pytest.mark.parametrize("country", ["CN", "PK"])
def test_no_labelled_event_is_left_out(country: str) -> None:
    headlines = headlines_with_events()
    assert len(headlines) > 1300
    assert [headline for headline in headlines if of(headline, country) == ELSEWHERE] == []


@pytest.mark.parametrize("country", ["CN", "PK"])
def test_labelled_events_are_fetched_before_what_tells_nothing(country: str) -> None:
    promises = [of(headline, country) for headline in headlines_with_events()]
    assert sum(each > UNKNOWN for each in promises) / len(promises) >= RANKED_FIRST


@pytest.mark.parametrize(
    ("title", "country", "expected"),
    [
        ("Karachi and Shanghai sign accord", "PK", OF_BOTH),
        ("Karachi and Shanghai sign accord", "CN", OF_BOTH),
        ("Chinese delegation calls on mayor", "PK", OF_BOTH),
        ("Henan opens new railway", "PK", OF_THE_OTHER),
        ("Henan opens new railway", "CN", UNKNOWN),
        ("Mayor receives foreign guests", "PK", OF_TIES),
        ("Lahore gets new buses", "PK", UNKNOWN),
        ("Lahore gets new buses", "CN", OF_THE_OTHER),
        ("Notice", "PK", UNKNOWN),
        (None, "PK", UNKNOWN),
        ("Selectors name T20 squad for the tour", "PK", ELSEWHERE),
        ("Chinese coach takes over cricket squad", "PK", OF_THE_OTHER),
        ("KSE-100 loses 300 points", "PK", ELSEWHERE),
        ("濮阳市长会见瓜达尔代表团", "CN", OF_BOTH),
        ("市领导会见外国客人", "CN", OF_TIES),
        ("信德省遭遇洪水", "CN", OF_THE_OTHER),
        ("我市新增两条公交线路", "CN", UNKNOWN),
        ("世界杯今晚开赛", "CN", ELSEWHERE),
        ("巴基斯坦足球队来访", "CN", OF_THE_OTHER),
        ("لاہور اور شیان جڑواں شہر", "PK", OF_BOTH),
        ("میئر سے مہمانوں کی ملاقات", "PK", OF_TIES),
        ("ورلڈ کپ کا فائنل آج", "PK", ELSEWHERE),
        ("شہر میں نئی سڑک", "PK", UNKNOWN),
    ],
)
def test_what_a_headline_promises(title: str | None, country: str, expected: int) -> None:
    assert of(title, country) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/news/1234567/henan-delegation-visits-lahore", OF_BOTH),
        ("/sports/1234567/great-day", ELSEWHERE),
        ("/sports/1234567/great-day-for-chinese-guests", OF_BOTH),
        ("/transport/1234567/great-day", UNKNOWN),
        ("/%D9%86%DB%8C%D9%86%DA%AF%D8%A8%D9%88-%DA%86%DB%8C%D9%86", OF_THE_OTHER),
        ("/a/%B3%C7/1", UNKNOWN),
        ("/yunbao/NBA/1", ELSEWHERE),
    ],
)
def test_what_an_address_promises(path: str, expected: int) -> None:
    assert of(None, "PK", "https://www.gazette.example" + path) == expected


def test_a_word_within_the_spelling_of_another_tells_nothing() -> None:
    assert of("我市新增两条公交线路", "CN", "https://www.gazette.example/yunbao/1.html") == UNKNOWN
    assert of("NBA今日开赛", "CN") == ELSEWHERE


def test_a_hostile_headline_is_read_no_further_than_a_headline_goes() -> None:
    assert of("x" * 500 + " Karachi and Shanghai sign accord") == UNKNOWN


def test_the_host_promises_nothing() -> None:
    assert of(None, "PK", "https://www.china.example/1") == UNKNOWN
