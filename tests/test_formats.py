"""RSS, Atom and JSON Feed tell the same, read back by others' parsers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from items import CHINESE, HOSTILE, SETTINGS, URDU, make_citation, make_event, make_item, soup_of
from monitor.publish import render_atom, render_feed, render_json
from monitor.publish.channels import MAIN, TYPES
from monitor.publish.corrections import item_body, item_heading
from monitor.publish.json_feed import VERSION
from monitor.publish.selection import item_link
from monitor.records import Item

ATOM = "{http://www.w3.org/2005/Atom}"
RIGHT_TO_LEFT = "\u202eshould not turn the page round\u202c \u200f\u061c"
CORRECTED = replace(make_item(2), updated_at=datetime(2021, 12, 24, tzinfo=UTC), told=make_event(date="2021-12-08"))
WITHDRAWN = replace(make_item(3), withdrawn=True, reason=HOSTILE)
SETS: dict[str, Sequence[Item]] = {
    "none": [],
    "one": [make_item()],
    "corrected": [make_item(1), CORRECTED, WITHDRAWN],
    "200": [make_item(number) for number in range(1, 201)],
    "Chinese": [make_item(1, make_citation(title=CHINESE, lang="zh"), evidence=CHINESE, cn="沈阳")],
    "Urdu": [make_item(1, make_citation(title=URDU, lang="ur"), evidence=URDU, pk="کراچی")],
    "right to left": [make_item(1, make_citation(title=RIGHT_TO_LEFT), evidence=RIGHT_TO_LEFT, cn=RIGHT_TO_LEFT)],
    "hostile": [
        make_item(1, make_citation(url="javascript:alert(1)", title=HOSTILE, source_name=HOSTILE), evidence=HOSTILE),
        make_item(2, cn=HOSTILE, pk="]]>", date="<b>"),
        replace(make_item(3), guid=HOSTILE),
    ],
}
Told = list[tuple[str, str, str, tuple[int, ...]]]


def told(items: Sequence[Item]) -> Told:
    """Link, title, body and time of announcement of each item, the newest first: what every format must give back."""
    newest = sorted(items, key=lambda item: item.announced_at, reverse=True)
    return [(item_link(i, SETTINGS), item_heading(i), item_body(i), i.announced_at.timetuple()[:6]) for i in newest]


def by_feedparser(feed: bytes) -> Told:
    parsed = feedparser.parse(feed, sanitize_html=False, resolve_relative_uris=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return [
        (e.link, e.title, e.content[0].value if "content" in e else e.summary, e.published_parsed[:6])
        for e in parsed.entries
    ]


def by_json(feed: bytes) -> Told:
    return [
        (
            item["url"],
            item["title"],
            item["content_html"],
            datetime.fromisoformat(item["date_published"]).timetuple()[:6],
        )
        for item in json.loads(feed)["items"]
    ]


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(
    ("render", "read"), [(render_feed, by_feedparser), (render_atom, by_feedparser), (render_json, by_json)]
)
def test_read_back_to_the_same_values(render: Callable[..., bytes], read: Callable[[bytes], Told], name: str) -> None:
    assert read(render(SETS[name], SETTINGS)) == told(SETS[name])


@pytest.mark.parametrize("render", [render_feed, render_atom, render_json])
def test_what_became_of_an_item_is_said(render: Callable[..., bytes]) -> None:
    read = by_json if render is render_json else by_feedparser
    withdrawn, corrected, standing = read(render(SETS["corrected"], SETTINGS))
    assert [title.split(":")[0] for _, title, _, _ in (withdrawn, corrected, standing)] == [
        "Withdrawn",
        "Corrected",
        "Signed",
    ]
    assert "It was told as: Signed: Shenyang and Karachi become sister cities, 8 Dec 2021." in corrected[2]
    assert withdrawn[2].startswith("<p><strong>Withdrawn.</strong> ")


@pytest.mark.parametrize("render", [render_feed, render_atom, render_json])
def test_no_script_and_no_link_but_to_the_web(render: Callable[..., bytes]) -> None:
    feed = render(SETS["hostile"], SETTINGS)
    read = by_json if render is render_json else by_feedparser
    for link, _, body, _ in read(feed):
        addresses = [str(anchor["href"]) for anchor in soup_of(body).select("a[href]")]
        assert not soup_of(body).select("script")
        assert all(address.startswith(("http://", "https://")) for address in (link, *addresses))


@given(st.text(st.characters(exclude_categories=[])))
def test_no_text_can_break_atom_or_json(text: str) -> None:
    item = make_item(1, make_citation(title=text, url=text, source_name=text, published=text), evidence=text, cn=text)
    item = replace(item, guid=text)
    root = ElementTree.fromstring(render_atom([item], SETTINGS))
    assert len(root.findall(f"{ATOM}entry")) == len(json.loads(render_json([item], SETTINGS))["items"]) == 1


def test_atom_by_feedparser() -> None:
    parsed = feedparser.parse(render_atom([CORRECTED], SETTINGS))
    assert (parsed.version, parsed.encoding, parsed.feed.title) == ("atom10", "utf-8", MAIN.title)
    assert [(link.rel, link.href) for link in parsed.feed.links] == [
        ("self", "https://ties.example/news/atom.xml"),
        ("alternate", "https://ties.example/news/index.html"),
    ]
    assert parsed.feed.updated_parsed[:6] == (2021, 12, 24, 0, 0, 0)
    (entry,) = parsed.entries
    assert entry.updated_parsed[:6] == (2021, 12, 24, 0, 0, 0)
    assert entry.published_parsed[:6] == (2021, 12, 10, 7, 30, 0)
    assert entry.content[0].type == "text/html"


def test_an_id_in_atom_depends_on_the_guid_alone() -> None:
    def ids(*items: Item, base_url: str = SETTINGS.base_url) -> list[str]:
        feed = feedparser.parse(render_atom(items, replace(SETTINGS, base_url=base_url)))
        return [feed.feed.id, *(entry.id for entry in feed.entries)]

    changed = replace(CORRECTED, event=replace(CORRECTED.event, stage="proposed", date="2020"))
    assert ids(changed) == ids(CORRECTED) == ids(CORRECTED, base_url="https://moved.example")
    assert len(set(ids(make_item(1), make_item(2)))) == 3


def test_json_feed_field_by_field() -> None:
    feed: dict[str, Any] = json.loads(render_json([CORRECTED], SETTINGS, TYPES["visit"]))
    (item,) = feed.pop("items")
    assert feed == {
        "version": VERSION,
        "title": TYPES["visit"].title,
        "home_page_url": "https://ties.example/news/index.html",
        "feed_url": "https://ties.example/news/visits.json",
        "description": TYPES["visit"].description,
        "authors": [{"name": "China-Pakistan ties monitor"}],
        "language": "en",
    }
    assert item == {
        "id": "e2:signed",
        "url": "https://dawn.example/news/1?a=1&b=2",
        "title": "Corrected: Signed: Shenyang and Karachi become sister cities, 9 Dec 2021",
        "content_html": item_body(CORRECTED),
        "date_published": "2021-12-10T07:30:00+00:00",
        "date_modified": "2021-12-24T00:00:00+00:00",
    }


@pytest.mark.parametrize("render", [render_feed, render_atom, render_json])
def test_each_format_is_capped_and_the_same_in_whatever_order_items_come(render: Callable[..., bytes]) -> None:
    items = SETS["200"]
    assert render(items, SETTINGS) == render(items[::-1], SETTINGS)
    few = replace(SETTINGS, feed_items=3)
    assert render(items, few) == render(items[-3:], few)
