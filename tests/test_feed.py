"""The feed, read by two parsers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from items import (
    CHINESE,
    HOSTILE,
    SETTINGS,
    URDU,
    channel_of,
    guids_of,
    make_citation,
    make_item,
    name_in,
    one,
    soup_of,
)
from monitor.publish import render_feed, render_page
from monitor.publish.channels import MAIN
from monitor.publish.wording import item_html


def test_feed_by_elementtree_field_by_field() -> None:
    item = replace(make_item(), updated_at=datetime(2021, 12, 12, tzinfo=UTC))
    feed = render_feed([item], SETTINGS)
    assert feed.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
    channel = channel_of(feed)
    texts = {child.tag: child.text for child in channel}
    self_link = channel.find("{http://www.w3.org/2005/Atom}link")
    assert self_link is not None
    assert self_link.attrib == {
        "href": "https://ties.example/news/feed.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }
    assert texts["title"] == MAIN.title
    assert texts["link"] == "https://ties.example/news/index.html"
    assert texts["description"] == MAIN.description
    assert (texts["language"], texts["ttl"], texts["generator"]) == ("en", "30", "python-feedgen")
    assert texts["lastBuildDate"] == texts["pubDate"] == "Sun, 12 Dec 2021 00:00:00 +0000"
    entry = channel.find("item")
    assert entry is not None
    assert {child.tag: child.text for child in entry} == {
        "title": "Signed: Shenyang and Karachi become sister cities, 9 Dec 2021",
        "link": "https://dawn.example/news/1?a=1&b=2",
        "description": item_html(item),
        "guid": "e1:signed",
        "pubDate": "Fri, 10 Dec 2021 06:30:00 +0000",
    }
    guid = entry.find("guid")
    assert guid is not None
    assert guid.attrib == {"isPermaLink": "false"}


def test_feed_by_feedparser() -> None:
    parsed = feedparser.parse(render_feed([make_item()], SETTINGS))
    assert not parsed.bozo
    assert (parsed.version, parsed.encoding) == ("rss20", "utf-8")
    assert (parsed.feed.title, parsed.feed.language, parsed.feed.ttl) == (MAIN.title, "en", "30")
    assert parsed.feed.link == "https://ties.example/news/index.html"
    assert parsed.feed.updated_parsed[:6] == parsed.feed.published_parsed[:6] == (2021, 12, 10, 6, 30, 0)
    (entry,) = parsed.entries
    assert (entry.id, entry.guidislink) == ("e1:signed", False)
    assert entry.title == "Signed: Shenyang and Karachi become sister cities, 9 Dec 2021"
    assert entry.link == "https://dawn.example/news/1?a=1&b=2"
    assert entry.published_parsed[:6] == (2021, 12, 10, 6, 30, 0)
    assert "<blockquote" in entry.summary


def test_item_without_a_web_address_links_to_the_page() -> None:
    unsafe = make_citation(url="javascript:alert(1)")
    links = [
        channel_of(render_feed([item], SETTINGS)).findtext("item/link")
        for item in (
            make_item(1, unsafe),
            make_item(1, unsafe, make_citation()),
            replace(make_item(), guid="e 1:signed", citations=()),
        )
    ]
    assert links == [
        "https://ties.example/news/index.html#e1:signed",
        "https://dawn.example/news/1?a=1&b=2",
        "https://ties.example/news/index.html#e%201:signed",
    ]


def test_times_are_told_in_utc_whatever_their_zone() -> None:
    beijing = datetime.fromisoformat("2021-12-10T03:00:00.999+08:00")
    item = replace(make_item(), announced_at=beijing, updated_at=beijing.replace(tzinfo=None))
    channel = channel_of(render_feed([item], SETTINGS))
    assert channel.findtext("item/pubDate") == "Thu, 09 Dec 2021 19:00:00 +0000"
    assert channel.findtext("lastBuildDate") == "Fri, 10 Dec 2021 03:00:00 +0000"


@pytest.mark.parametrize("field", ["evidence", "title", "source_name", "cn", "lang", "guid"])
def test_hostile_text_survives_escaped(field: str) -> None:
    visible = "<script>alert('x')</script> & ]]> \"quoted\" $title ${nothing}"
    event = {field: HOSTILE} if field in ("evidence", "cn") else {}
    citation = {field: HOSTILE} if field in ("title", "source_name", "lang") else {}
    item = make_item(1, make_citation(**citation), **event)
    item = replace(item, guid=HOSTILE) if field == "guid" else item
    feed, page = render_feed([item], SETTINGS), render_page([item], SETTINGS)
    channel, soup = channel_of(feed), soup_of(page)
    assert not feedparser.parse(feed).bozo
    assert not soup.select("script, article [onclick]")
    body = soup_of(channel.findtext("item/description") or "")
    assert not body.select("script")
    shown = {
        "evidence": [one(body, "blockquote").get_text(), one(soup, "blockquote").get_text()],
        "title": [one(body, "li a").get_text(), one(soup, "article li a").get_text()],
        "source_name": [one(body, "li > bdi").get_text(), one(soup, "li > bdi").get_text()],
        "cn": [name_in(channel.findtext("item/title") or ""), name_in(one(soup, "h2").get_text())],
        "lang": [one(body, "li a")["lang"], one(soup, "article li a")["lang"]],
        "guid": [channel.findtext("item/guid"), one(soup, "article")["id"]],
    }[field]
    assert shown == [visible, visible]


@given(st.text(st.characters(exclude_categories=[])))
def test_no_text_can_break_the_feed(text: str) -> None:
    item = make_item(1, make_citation(title=text, url=text, source_name=text, published=text), evidence=text, cn=text)
    parsed = channel_of(render_feed([item], SETTINGS))
    assert len(parsed.findall("item")) == 1
    assert not soup_of(render_page([item], SETTINGS)).select("script, img")


def test_chinese_and_urdu_stay_readable_in_the_bytes() -> None:
    items = [make_item(1, evidence=CHINESE), make_item(2, evidence=URDU)]
    for rendered in (render_feed(items, SETTINGS), render_page(items, SETTINGS)):
        assert CHINESE in rendered.decode()
        assert URDU in rendered.decode()


def test_same_items_give_same_bytes_in_whatever_order_they_come() -> None:
    items = [make_item(number) for number in range(1, 6)] + [replace(make_item(3), guid="e3:again")]
    feed, page = render_feed(items, SETTINGS), render_page(items, SETTINGS)
    assert render_feed(items, SETTINGS) == feed == render_feed(items[::-1], SETTINGS)
    assert render_page(items, SETTINGS) == page == render_page(items[::-1], SETTINGS)


def test_no_item() -> None:
    channel = channel_of(render_feed([], SETTINGS))
    assert channel.findall("item") == []
    assert channel.findtext("lastBuildDate") == channel.findtext("pubDate") == "Sat, 01 Jan 2000 00:00:00 +0000"
    soup = soup_of(render_page([], SETTINGS))
    assert not soup.select("article")
    assert one(soup, "main p").get_text().startswith("Nothing has been announced yet.")


def test_at_most_the_set_number_of_items_newest_first() -> None:
    items = [make_item(number) for number in range(1, 202)]
    wanted = [f"e{number}:signed" for number in range(201, 1, -1)]
    assert guids_of(render_feed(items, SETTINGS)) == wanted
    assert [article["id"] for article in soup_of(render_page(items, SETTINGS)).select("article")] == wanted
    assert guids_of(render_feed(items, replace(SETTINGS, feed_items=2))) == wanted[:2]


def test_items_announced_together_are_ordered_by_guid() -> None:
    items = [replace(make_item(), guid=guid) for guid in ("b", "c", "a")]
    assert guids_of(render_feed(items, SETTINGS)) == ["a", "b", "c"]
