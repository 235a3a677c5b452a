"""Items of the feed, and ways to look into what was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

from bs4 import BeautifulSoup, Tag

from monitor.records import Citation, Event, Item
from monitor.settings import Settings

ANNOUNCED = datetime(2021, 12, 10, 6, 30, tzinfo=UTC)
SETTINGS = Settings(base_url="https://ties.example/news/")
HOSTILE = "<script>alert('x')</script> & ]]> \x00\x08\x1b\x7f\ud800\ufffe\"quoted\" $title ${nothing}"
CHINESE = "沈阳市与卡拉奇市签署友好城市协议"
URDU = "کراچی اور شینیانگ کے درمیان معاہدے پر دستخط"


def make_event(**changes: Any) -> Event:
    event = Event(
        event_id="e1",
        type="agreement",
        stage="signed",
        relation="sister_city",
        actor=None,
        cn="Shenyang",
        pk="Karachi",
        cn_id="cn-shenyang",
        pk_id="pk-karachi",
        date="2021-12-09",
        is_new=True,
        in_feed=True,
        contested=False,
        confidence=0.9,
        headline="Karachi, Shenyang become sister cities",
        evidence="Karachi and Shenyang signed a sister city agreement",
    )
    return replace(event, **changes)


def make_citation(**changes: Any) -> Citation:
    citation = Citation(
        article_id="a1",
        url="https://dawn.example/news/1?a=1&b=2",
        title="Karachi, Shenyang become sister cities",
        source_id="dawn",
        source_name="Dawn",
        lang="en",
        published="2021-12-10T09:00:00+05:00",
        stage="signed",
        evidence="Karachi and Shenyang signed a sister city agreement",
    )
    return replace(citation, **changes)


def make_item(number: int = 1, *citations: Citation, **event_changes: Any) -> Item:
    announced = ANNOUNCED + timedelta(hours=number - 1)
    return Item(
        guid=f"e{number}:signed",
        event=make_event(event_id=f"e{number}", **event_changes),
        announced_at=announced,
        updated_at=announced,
        citations=citations or (make_citation(),),
    )


def channel_of(feed: bytes) -> ElementTree.Element:
    channel = ElementTree.fromstring(feed).find("channel")
    assert channel is not None
    return channel


def guids_of(feed: bytes) -> list[str | None]:
    return [guid.text for guid in channel_of(feed).findall("item/guid")]


def soup_of(markup: str | bytes) -> BeautifulSoup:
    return BeautifulSoup(markup.decode() if isinstance(markup, bytes) else markup, "lxml")


def name_in(title: str) -> str:
    """The Chinese name in the title of `make_event()`."""
    return title.removeprefix("Signed: ").removesuffix(" and Karachi become sister cities, 9 Dec 2021")


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    found = soup.select(selector)
    assert len(found) == 1, (selector, found)
    return found[0]
