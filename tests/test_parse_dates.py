"""The day of publication where a page tells it by programs' clocks, in its address, or around the title."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from monitor.parse import parse_page
from monitor.parse.dates import read_date
from monitor.parse.published import day_in_url
from parsing import FETCHED, page_of, source_of

TITLE = "Two mayors on a bridge"
PROSE = "".join(
    f"<p>The mayors of Haiwan and Danzhou spoke of the harbour and of pupils' letters for an hour in hall {number}.</p>"
    for number in range(4)
)
PLAIN = "https://outlet.example/news/1"


def published(head: str, under: str = "", url: str = PLAIN, country: str | None = None) -> str | None:
    body = f"<h1>{TITLE}</h1>{under}{PROSE}"
    html = f"<html lang='en'><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    return parse_page(page_of(html, url), source_of(country) if country else None).published


def told(instant: str, name: str = "article:published_time") -> str:
    return f"<meta property='{name}' content='{instant}'>"


UTC_NIGHT = told("2023-11-09T01:49:09Z")


def test_the_address_tells_the_outlets_day_of_an_instant_in_utc() -> None:
    assert published(UTC_NIGHT, url="https://outlet.example/2023/11/08/bridge") == "2023-11-08"
    assert published(UTC_NIGHT, url="https://outlet.example/2023/11/09/bridge") == "2023-11-09T01:49:09+00:00"


def test_the_line_under_the_title_tells_the_outlets_day_of_an_instant_in_utc() -> None:
    assert published(UTC_NIGHT, "<p>Published November 8, 2023</p>") == "2023-11-08"
    assert published(told("2023-11-08T19:00:00Z"), "<p>Published November 9, 2023</p>") == "2023-11-09"


def test_the_same_moment_in_the_outlets_zone_is_told() -> None:
    local = told("2023-11-08T20:49:09-05:00", "sailthru.date")
    assert published(UTC_NIGHT + local) == "2023-11-08T20:49:09-05:00"


def test_a_day_that_it_was_nowhere_is_another_date() -> None:
    noon = told("2023-11-09T12:00:00Z")
    assert published(noon, "<p>Published November 8, 2023</p>") == "2023-11-09T12:00:00+00:00"


def test_the_day_of_a_change_is_not_that_of_publication() -> None:
    evening = told("2023-11-08T19:00:00Z") + told("2023-11-09T09:00:00Z", "article:modified_time")
    assert published(evening, "<p>November 9, 2023</p>") == "2023-11-08T19:00:00+00:00"


def test_an_outlet_whose_zone_is_known_needs_no_second_sight() -> None:
    assert published(UTC_NIGHT, "<p>November 8, 2023</p>", country="PK") == "2023-11-09T06:49:09+05:00"


def test_of_an_instant_after_the_fetching_only_the_day_is_told() -> None:
    later = FETCHED + timedelta(hours=3)
    assert published(told(later.isoformat())) == later.date().isoformat()


def test_a_day_after_that_of_fetching_is_refused() -> None:
    tomorrow = (FETCHED + timedelta(days=1)).date().isoformat()
    assert published(told(tomorrow), country="PK") is None
    assert published(told(tomorrow)) is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2003/03/20030331_speech.html", date(2003, 3, 31)),
        ("/202105/t20210503_1234.html", date(2021, 5, 3)),
        ("/a/20210503143000.html", date(2021, 5, 3)),
        ("/2021/0503/c1.html", date(2021, 5, 3)),
        ("/web/20160218174457/http://outlet.example/2010/05/07/letters/", date(2010, 5, 7)),
        ("/web/20160218174457/http://outlet.example/letters/", None),
    ],
)
def test_days_in_addresses(path: str, day: date | None) -> None:
    assert day_in_url(f"https://outlet.example{path}") == day


def test_a_date_as_java_writes_it() -> None:
    found = read_date("Mon Oct 11 14:57:21 CST 2021")
    assert found is not None
    assert found.day == date(2021, 10, 11)


@pytest.mark.parametrize(
    "under",
    [
        "<p><span itemprop='datePublished' content='2022-01-14 10:31:00'>January</span></p>",
        "<p><abbr class='published' title='2022-01-14T17:06:45'>last winter</abbr></p>",
        "<ul class='nav meta'><li>14 January 2022 18:29</li></ul>",
    ],
)
def test_dates_beside_the_title(under: str) -> None:
    assert published("", under) == "2022-01-14"
