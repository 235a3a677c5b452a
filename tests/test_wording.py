"""How an event is told to people."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from items import (
    CHINESE,
    URDU,
    make_citation,
    make_event,
    make_item,
    one,
    soup_of,
)
from monitor.publish.markup import safe_link
from monitor.publish.wording import item_html, item_title

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


def test_body_marks_a_place_that_all_reports_misspell() -> None:
    guessed, sure = make_citation(misspelt=True), make_citation(source_name="Xinhua")
    assert "Unconfirmed: one of the places" in soup_of(item_html(make_item(1, guessed, guessed))).get_text()
    assert "Unconfirmed" not in item_html(make_item(1, guessed, sure))


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
