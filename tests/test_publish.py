"""The publish step: titles, bodies, feed, page and the files that hold them."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import PublishError
from monitor.publish import publish, render_feed, render_page
from monitor.publish.feed import FEED_DESCRIPTION, FEED_TITLE
from monitor.publish.markup import safe_link
from monitor.publish.wording import item_html, item_title
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


AGREEMENTS: list[tuple[dict[str, Any], str]] = [
    ({}, "Signed: Shenyang and Karachi become sister cities, 9 Dec 2021"),
    ({"relation": "sister_province", "cn": "Henan", "pk": "Punjab", "date": "2021"},
     "Signed: Henan and Punjab become sister provinces, 2021"),
    ({"relation": "cooperation", "cn": "Xuzhou", "pk": "Peshawar", "date": "2019-08"},
     "Signed: Xuzhou and Peshawar, cooperation agreement, Aug 2019"),
    ({"relation": None, "cn": "Xuzhou", "pk": "Peshawar", "date": None},
     "Signed: Xuzhou and Peshawar, agreement, date not given"),
    ({"stage": "letter_of_intent", "relation": "sister_province", "cn": "Tianjin", "pk": "Punjab", "date": "2021-09"},
     "Letter of intent: Tianjin and Punjab, sister provinces, Sep 2021"),
    ({"stage": "letter_of_intent", "date": "2021-05-30"},
     "Letter of intent: Shenyang and Karachi, sister cities, 30 May 2021"),
    ({"stage": "letter_of_intent", "relation": "cooperation", "date": "2021-05"},
     "Letter of intent: Shenyang and Karachi, cooperation, May 2021"),
    ({"stage": "letter_of_intent", "relation": None, "date": "2021"},
     "Letter of intent: Shenyang and Karachi, 2021"),
    ({"stage": "proposed", "cn": "Dalian", "pk": "Gwadar", "date": None},
     "Proposed: Dalian and Gwadar as sister cities, date not given"),
    ({"stage": "proposed", "relation": "sister_province", "cn": "Hunan", "pk": "Sindh", "date": "2020-01-01"},
     "Proposed: Hunan and Sindh as sister provinces, 1 Jan 2020"),
    ({"stage": "proposed", "relation": "cooperation", "date": "2020"},
     "Proposed: Shenyang and Karachi, cooperation agreement, 2020"),
    ({"pk": None}, "Signed: Shenyang and a Pakistani place become sister cities, 9 Dec 2021"),
    ({"cn": None, "cn_id": None}, "Signed: a Chinese place and Karachi become sister cities, 9 Dec 2021"),
    ({"cn": "Xi'an", "date": "2021-13-40"}, "Signed: Xi'an and Karachi become sister cities, 2021-13-40"),
    ({"cn": "Xi'an\x00\n ", "date": ""}, "Signed: Xi'an and Karachi become sister cities, date not given"),
]  # fmt: skip

VISITS: list[tuple[dict[str, Any], str]] = [
    ({"actor": "local", "cn": "Nanchang", "pk": "Islamabad", "date": "2018-10-23"},
     "Visit: delegations of Nanchang and Islamabad meet, 23 Oct 2018"),
    ({"actor": "local", "cn": "Nanchang", "pk": "Islamabad", "stage": "planned"},
     "Planned visit: delegations of Nanchang and Islamabad to meet, 9 Dec 2021"),
    ({"actor": "local", "cn": None, "pk": "Punjab"}, "Visit: delegation of Punjab in China, 9 Dec 2021"),
    ({"actor": "local", "cn": "Henan", "pk": None}, "Visit: delegation of Henan in Pakistan, 9 Dec 2021"),
    ({"actor": "local", "cn": None, "pk": "Punjab", "stage": "planned", "date": "2022-01"},
     "Planned visit: delegation of Punjab in China, Jan 2022"),
    ({"actor": "local", "cn": None, "pk": None}, "Visit: China and Pakistan, 9 Dec 2021"),
    ({"actor": "envoy", "cn": "Shanghai", "pk": None, "date": "2021-05-19"},
     "Visit: Pakistan's envoy meets the government of Shanghai, 19 May 2021"),
    ({"actor": "envoy", "cn": None, "pk": "Karachi", "date": "2023-09-14"},
     "Visit: China's envoy meets the government of Karachi, 14 Sep 2023"),
    ({"actor": "envoy", "cn": "Shanghai", "pk": None, "stage": "planned"},
     "Planned visit: Pakistan's envoy to meet the government of Shanghai, 9 Dec 2021"),
    ({"actor": "envoy", "cn": "Shanghai", "pk": "Karachi"}, "Envoy visit between Shanghai and Karachi, 9 Dec 2021"),
    ({"actor": "envoy", "cn": "Shanghai", "pk": "Karachi", "stage": "planned"},
     "Planned envoy visit between Shanghai and Karachi, 9 Dec 2021"),
    ({"actor": "envoy", "cn": None, "pk": None}, "Visit: envoy, China and Pakistan, 9 Dec 2021"),
    ({"actor": "national", "cn": None, "pk": "Lahore"}, "Visit: national delegation, Lahore, 9 Dec 2021"),
    ({"actor": None, "cn": "Nanchang", "pk": "Islamabad"}, "Visit: Nanchang and Islamabad, 9 Dec 2021"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "title"), AGREEMENTS)
def test_title_of_an_agreement(changes: dict[str, Any], title: str) -> None:
    assert item_title(make_event(**changes)) == title


@pytest.mark.parametrize(("changes", "title"), VISITS)
def test_title_of_a_visit(changes: dict[str, Any], title: str) -> None:
    event = make_event(**{"type": "visit", "stage": "took_place", "relation": None} | changes)
    assert item_title(event) == title


def test_body_tells_stage_date_evidence_and_sources() -> None:
    soup = soup_of(item_html(make_item()))
    assert soup.select("p")[0].get_text() == "Signed · sister cities · 9 Dec 2021"
    quote = one(soup, "blockquote")
    assert (quote["lang"], quote["dir"]) == ("en", "ltr")
    assert quote.get_text() == "Karachi and Shenyang signed a sister city agreement"
    link = one(soup, "li a")
    assert (link["href"], link["lang"], link["dir"]) == ("https://dawn.example/news/1?a=1&b=2", "en", "ltr")
    assert one(soup, "li").get_text() == "Karachi, Shenyang become sister cities (Dawn, English, 10 Dec 2021)"
    assert "disagree" not in soup.get_text()


@pytest.mark.parametrize(("lang", "direction", "evidence"), [("ur", "rtl", URDU), ("zh", "ltr", CHINESE)])
@pytest.mark.parametrize("cited", [True, False])
def test_evidence_has_its_language_and_direction(lang: str, direction: str, evidence: str, cited: bool) -> None:
    citation = make_citation(lang=lang, title=evidence, evidence=evidence if cited else "another span")
    soup = soup_of(item_html(make_item(1, citation, evidence=evidence)))
    quote = one(soup, "blockquote")
    assert (quote["lang"], quote["dir"], quote.get_text()) == (lang, direction, evidence)
    assert (one(soup, "li a")["dir"], one(soup, "li a").get_text()) == (direction, evidence)


def test_body_says_which_stages_contradicting_sources_give() -> None:
    citations = (
        make_citation(source_name="Xinhua", stage="letter_of_intent"),
        make_citation(source_name="Dawn"),
        make_citation(source_name="<APP>"),
        make_citation(source_name="Dawn"),
    )
    contested = soup_of(item_html(make_item(1, *citations, contested=True))).get_text()
    assert "Sources disagree on the stage: signed (Dawn, <APP>); letter of intent (Xinhua)." in contested
    assert "disagree" not in item_html(make_item(1, *citations))
    same_stage = soup_of(item_html(make_item(1, make_citation(), contested=True))).get_text()
    assert "Sources disagree about this event." in same_stage


def test_body_of_an_item_that_knows_little() -> None:
    bare = make_citation(title=" ", lang="", published=None, source_name="", url="ftp://x.example/1")
    soup = soup_of(item_html(make_item(1, bare, evidence=" ", relation=None, date=None)))
    assert not soup.select("blockquote, a")
    assert one(soup, "li").get_text() == "ftp://x.example/1 (dawn, date not given)"
    nothing = replace(make_item(), citations=())
    assert "Sources" not in item_html(nothing)


LINKS: list[tuple[str, bool]] = [
    ("https://dawn.example/1?a=b&c=d#e", True),
    (" http://dawn.example/新闻 ", True),
    ("HTTPS://DAWN.example", True),
    ("javascript:alert(1)", False),
    ("JavaScript://dawn.example/%0aalert(1)", False),
    ("java\tscript:alert(1)", False),
    ("\x01javascript:alert(1)", False),
    ("data:text/html,<script>alert(1)</script>", False),
    ("//dawn.example/1", False),
    ("/1", False),
    ("https:///1", False),
    ("https://[::1", False),
    ("https://dawn.example/\x00", False),
    ('https://dawn.example/"onclick="alert(1)', False),
    ("", False),
]


@pytest.mark.parametrize(("url", "safe"), LINKS)
def test_only_web_addresses_become_links(url: str, safe: bool) -> None:
    assert safe_link(url) == (url.strip() if safe else None)
    item = make_item(1, make_citation(url=url))
    links = soup_of(item_html(item)).select("a")
    assert [link["href"] for link in links] == ([url.strip()] if safe else [])
    assert "Karachi, Shenyang become sister cities" in soup_of(item_html(item)).get_text()


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
    assert texts["title"] == FEED_TITLE
    assert texts["link"] == "https://ties.example/news/index.html"
    assert texts["description"] == FEED_DESCRIPTION
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
    assert (parsed.feed.title, parsed.feed.language, parsed.feed.ttl) == (FEED_TITLE, "en", "30")
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
        "title": [one(body, "li a").get_text(), one(soup, "li a").get_text()],
        "source_name": [one(body, "li > bdi").get_text(), one(soup, "li > bdi").get_text()],
        "cn": [name_in(channel.findtext("item/title") or ""), name_in(one(soup, "h2").get_text())],
        "lang": [one(body, "li a")["lang"], one(soup, "li a")["lang"]],
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


def test_page() -> None:
    item = replace(make_item(), updated_at=datetime(2021, 12, 12, tzinfo=UTC))
    page = render_page([item], SETTINGS)
    soup = soup_of(page)
    assert page.startswith(b'<!DOCTYPE html>\n<html lang="en">')
    assert one(soup, "title").get_text() == one(soup, "h1").get_text() == FEED_TITLE
    alternate = one(soup, 'link[rel="alternate"]')
    assert (alternate["type"], alternate["href"]) == ("application/rss+xml", "https://ties.example/news/feed.xml")
    assert one(soup, 'meta[name="viewport"]')
    assert not soup.select("script, [style], img, link[rel=stylesheet]")
    article = one(soup, "article")
    assert article["id"] == "e1:signed"
    assert one(article, "h2").get_text() == "Signed: Shenyang and Karachi become sister cities, 9 Dec 2021"
    assert one(article, "blockquote")["dir"] == "ltr"
    assert one(article, "li a")["href"] == "https://dawn.example/news/1?a=1&b=2"
    assert one(article, ".announced").get_text() == "Announced 10 Dec 2021, updated 12 Dec 2021"
    assert article.select("time")[0]["datetime"] == "2021-12-10T06:30:00+00:00"


def test_publish_writes_both_files_for_everyone_to_read(tmp_path: Path) -> None:
    public = tmp_path / "new" / "public"
    changed = publish([make_item()], SETTINGS, public)
    assert set(changed) == {public / "feed.xml", public / "index.html"}
    assert (public / "feed.xml").read_bytes() == render_feed([make_item()], SETTINGS)
    assert (public / "index.html").read_bytes() == render_page([make_item()], SETTINGS)
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((public / "feed.xml").stat().st_mode) == 0o666 & ~umask
    assert sorted(path.name for path in public.iterdir()) == ["feed.xml", "index.html"]


def test_publish_leaves_unchanged_files_alone(tmp_path: Path) -> None:
    publish([make_item()], SETTINGS, tmp_path)
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tmp_path.iterdir()}
    assert publish([make_item()], SETTINGS, tmp_path) == ()
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tmp_path.iterdir()} == before
    (tmp_path / "index.html").write_text("damaged")
    assert publish([make_item()], SETTINGS, tmp_path) == (tmp_path / "index.html",)
    assert len(publish([make_item(), make_item(2)], SETTINGS, tmp_path)) == 2


def test_failed_replace_keeps_the_old_file_and_leaves_no_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish([], SETTINGS, tmp_path)
    old = (tmp_path / "index.html").read_bytes()

    def full_disk(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(PublishError, match=r"index\.html: cannot be written: No space left on device"):
        publish([make_item()], SETTINGS, tmp_path)
    assert (tmp_path / "index.html").read_bytes() == old
    assert sorted(path.name for path in tmp_path.iterdir()) == ["feed.xml", "index.html"]


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
    with pytest.raises(PublishError, match=rf"{read_only_folder}/index\.html: cannot be written: Permission denied"):
        publish([make_item()], SETTINGS, read_only_folder)


@pytest.mark.parametrize("in_the_way", ["public", "public/feed.xml/folder"])
def test_something_else_in_the_place_is_a_publish_error(tmp_path: Path, in_the_way: str) -> None:
    path = tmp_path / in_the_way
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("not a folder")
    with pytest.raises(PublishError, match="public"):
        publish([make_item()], SETTINGS, tmp_path / "public")
    assert not list(tmp_path.rglob("*.tmp"))
