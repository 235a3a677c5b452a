"""Parsing of old pages: tables that lay out the page, titles without a heading, tails without a marker."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

import pytest

from monitor.parse import parse_page
from monitor.parse.metaline import is_meta_line
from monitor.parse.sitename import is_site_only, names_of_host, strip_site_name
from monitor.parse.tail import without_headlines_behind
from monitor.records import Article, Page, Source

FETCHED = datetime(2026, 11, 20, 6, tzinfo=UTC)
URL = "https://desk.example/notes/1"
FIRST = "The two mayors met on a bridge on Monday and spoke of water, trams and schools for an hour, an official said."
SECOND = "They will meet again in spring, and each of them will bring two engineers and a teacher of music with him."
TITLE = "Two mayors meet on a bridge over the river"
NAVIGATION = (
    "<a href='/'>Home</a><br><a href='/n'>Notes</a><br><b>Latest</b><br><a href='/2'>Haiwan signs with Gwadar</a>"
)


def source_named(name: str) -> Source:
    return Source("desk", name, "https://desk.example/", "PK", "en", "listing", "https://desk.example/notes/")


def parsed(html: str, source: Source | None = None) -> Article:
    return parse_page(Page(URL, URL, 200, {}, html.encode(), FETCHED, "desk"), source)


def in_tables(heading: str, body: str = f"{FIRST}<br><br>{SECOND}", title: str = "Press Desk :: Notes") -> str:
    banner = (
        "<tr><td colspan=2><font size=6><b>Press Desk</b></font></td></tr><tr><td>Friday, November 20, 2026</td></tr>"
    )
    row = f"<tr><td>{NAVIGATION}</td><td>{heading}{body}</td></tr>"
    return f"<html><head><title>{title}</title></head><body><table>{banner}{row}</table></body></html>"


@pytest.mark.parametrize(
    "heading",
    [
        f"<center><b><font size=4>{TITLE}</font></b></center>",
        f"<p class=title>{TITLE}</p>",
        f"<h3>{TITLE}</h3>",
        f"<p align=center><strong>{TITLE}</strong></p>",
        f"<div style='font-size:20px;text-align:center'>{TITLE}</div>",
        f"<b>{TITLE}</b><br>",
    ],
)
@pytest.mark.parametrize("source", [None, source_named("Press Desk")])
def test_the_line_that_stands_out_is_the_title(heading: str, source: Source | None) -> None:
    article = parsed(in_tables(heading), source)
    assert article.title == TITLE
    assert article.text.split("\n") == [FIRST, SECOND]


@pytest.mark.parametrize(
    "body",
    [
        f"{FIRST}<br>&nbsp;&nbsp;&nbsp;{SECOND}",
        f"<font face=Arial>{FIRST}<br><br>{SECOND}</font>",
        f"<span>{FIRST}<br/><br/></span><div>{SECOND}</div>",
        f"{FIRST.replace(' of ', '<br>of ')}<br><br>{SECOND}",
        f"<table><tr><td>{FIRST}</td></tr><tr><td>{SECOND}</td></tr></table>",
    ],
)
def test_breaks_in_a_cell_part_paragraphs(body: str) -> None:
    article = parsed(in_tables(f"<h2>{TITLE}</h2>", body, TITLE))
    assert article.text.split("\n") == [FIRST, SECOND]


def test_a_box_of_links_in_the_cell_of_the_text_goes() -> None:
    box = (
        "<b>Related</b><br><a href='/3'>Rain expected in the hills</a><br><a href='/4'>Mills call off their strike</a>"
    )
    for body in (f"<div>{box}</div>{FIRST}<br><br>{SECOND}", f"{FIRST}<br><br>{SECOND}<br><br>{box}"):
        assert parsed(in_tables(f"<h2>{TITLE}</h2>", body, TITLE)).text.split("\n") == [FIRST, SECOND]


def test_a_page_wrapped_in_a_form_is_read() -> None:
    html = in_tables(f"<h3>{TITLE}</h3>").replace("<body>", "<body><form>").replace("</body>", "</form></body>")
    assert parsed(html).title == TITLE


@pytest.mark.parametrize(
    ("claim", "alone"),
    [
        ("Press Desk :: Notes", True),
        ("Press Desk", True),
        ("Press Releases", True),
        ("Press Desk - Handouts", True),
        ("Two mayors meet - Press Desk", False),
        ("Notes", False),
    ],
)
def test_titles_that_name_the_site_only(claim: str, alone: bool) -> None:
    assert is_site_only(claim, {"pressdesk"}, {"notes"}) is alone


def test_the_name_before_a_headline() -> None:
    title = "Makran Herald - Mayors meet - and part"
    assert names_of_host("https://www.makran-herald.example/1", [title]) == ["Makran Herald"]
    assert strip_site_name(title, ["Makran Herald"]) == "Mayors meet - and part"
    assert strip_site_name("Mayors meet - city appeals for calm", ["APP"]) == "Mayors meet - city appeals for calm"


HEADLINES = [
    "Haiwan signs pact with Gwadar Kalan",
    "Onion growers ask for a floor price",
    "Trains to run late all week",
]


def test_bare_headlines_at_the_end_go() -> None:
    assert without_headlines_behind([FIRST, *HEADLINES]) == [FIRST]
    chinese = ["海湾市与古城市签署建立友好城市协议", "春季植树活动在南山公园举行", "外国友人体验端午节传统习俗"]
    assert without_headlines_behind(["市长会见了代表团。", *chinese]) == ["市长会见了代表团。"]


@pytest.mark.parametrize(
    "tail",
    [
        HEADLINES[:2],
        ["The papers signed:", *HEADLINES],
        [f"{number}. {line}" for number, line in enumerate(HEADLINES, 1)],
        [
            "Hengzhou and Lahore since 2015 by letter",
            "Danzhou and Quetta since 2018 by pact",
            "Haiwan and Gwadar since 2020",
        ],
        ["The city of Hengzhou and Lahore", "The city of Danzhou and Quetta", "The city of Haiwan and Gwadar"],
    ],
)
def test_what_may_be_the_articles_own_list_stays(tail: list[str]) -> None:
    assert without_headlines_behind([FIRST, *tail]) == [FIRST, *tail]


def test_a_date_with_the_name_of_the_outlet_is_no_text() -> None:
    assert is_meta_line("7 May 2022 | Chenab Mirror Report", ["Chenab Mirror"])
    assert not is_meta_line("7 May 2022 | Hengzhou and Lahore", ["Chenab Mirror"])


def test_teasers_are_a_listing() -> None:
    items = "".join(
        f"<div><h3><a href='/{i}'>{line} in the city</a></h3><p>{FIRST[:90]} {i}…</p></div>"
        for i, line in enumerate(HEADLINES)
    )
    with pytest.raises(Exception, match="listing_page"):
        parsed(f"<html><head><title>City desk</title></head><body><h1>City desk</h1>{items}</body></html>")


def test_libraries_are_quiet_while_a_page_is_parsed_only(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    parsed(in_tables(f"<h3>{TITLE}</h3>"))
    logger = logging.getLogger("trafilatura.core")
    assert not [record for record in caplog.records if record.name.startswith(("trafilatura", "htmldate"))]
    logger.warning("said outside")
    assert "said outside" in caplog.text
