"""Titles: what stands, where the heading, shared links, `<title>` and JSON-LD of a page do not agree."""

from __future__ import annotations

import json
from html import escape

import pytest

from monitor.parse import parse_page
from monitor.parse.sitename import is_site_only, strip_site_name
from parsing import page_of

PROSE = "".join(
    f"<p>The mayors of Haiwan and Danzhou spoke of the harbour and of pupils' letters for an hour in hall {number}, "
    "and each of them promised to send gardeners before the summer is over.</p>"
    for number in range(4)
)
HARBOUR = "Haiwan opens its harbour to gardeners from Danzhou"
SHORT = "Gardeners welcome in Haiwan harbour, mayor says"
OTHER = "Who will plant the trees? A town waits for its guests"


def title_of(
    h1: str, title: str, og: str = "", headline: str = "", tweeted: str = "", kind: str = "NewsArticle", under: str = ""
) -> str:
    linked = f"<script type='application/ld+json'>{json.dumps({'@type': kind, 'headline': headline})}</script>"
    head = f"<title>{escape(title)}</title>" + (linked if headline else "")
    for name, value in (("og:title", og), ("twitter:title", tweeted)):
        head += f'<meta property="{name}" content="{escape(value)}">' if value else ""
    html = f"<html lang='en'><head>{head}</head><body><article>{h1}{under}{PROSE}</article></body></html>"
    return parse_page(page_of(html), None).title


def heading(text: str) -> str:
    return f"<h1>{escape(text)}</h1>"


@pytest.mark.parametrize("kind", ["NewsArticle", "LiveBlogPosting"])
def test_news_goes_by_the_title_that_only_shared_links_have(kind: str) -> None:
    assert title_of(heading(SHORT), f"{SHORT} | Ravi Courier", HARBOUR, SHORT, kind=kind) == HARBOUR


def test_a_news_article_goes_by_the_headline_that_only_its_json_ld_has() -> None:
    assert title_of(heading(SHORT), f"{SHORT} | Ravi Courier", SHORT, HARBOUR) == HARBOUR


def test_a_news_article_goes_by_what_shared_links_and_json_ld_agree_on() -> None:
    assert title_of(heading(SHORT), f"{SHORT} | Ravi Courier", HARBOUR, HARBOUR) == HARBOUR


def test_words_made_for_social_media_are_no_title() -> None:
    assert title_of(heading(HARBOUR), HARBOUR, OTHER, HARBOUR, tweeted=OTHER) == HARBOUR
    nearly = "Haiwan opens harbour to gardeners from Danzhou"
    assert title_of(heading(HARBOUR), HARBOUR, nearly, HARBOUR, tweeted=nearly) == nearly


def test_a_heading_cut_down_gives_way_to_what_all_declare() -> None:
    cut = "Haiwan opens its harbour to gardeners"
    declared = f"{cut}: after the storm"
    assert title_of(heading(cut), declared, declared, declared) == declared


@pytest.mark.parametrize("kind", ["BlogPosting", "Article"])
def test_on_a_blog_the_heading_stands(kind: str) -> None:
    assert title_of(heading(SHORT), SHORT, HARBOUR, SHORT, kind=kind) == SHORT
    assert title_of(heading(SHORT), HARBOUR, HARBOUR, HARBOUR, kind=kind) == SHORT


def test_a_headline_cut_short_is_no_title() -> None:
    assert title_of(heading(HARBOUR), HARBOUR, HARBOUR, f"{HARBOUR[:30]} …") == HARBOUR


def test_where_declarations_differ_the_only_heading_stands() -> None:
    assert title_of(heading(SHORT), f"{OTHER} | Ravi Courier", HARBOUR, OTHER) == SHORT


def test_a_heading_that_speaks_of_nothing_told_does_not_stand() -> None:
    assert title_of(heading("Subscribe today with your telephone"), f"{OTHER} | Ravi Courier", HARBOUR) == HARBOUR


def test_the_sign_between_the_parts_of_a_heading_is_kept() -> None:
    parts = "<h1><span>Harbour</span> <span>Haiwan waits for gardeners</span></h1>"
    told = "Harbour: Haiwan waits for gardeners"
    assert title_of(parts, f"{told} | Ravi Courier", told, told) == told


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"<h4>{HARBOUR}</h4>", f"{HARBOUR} Haiwan Town Hall"),
        (f"<div class=title-text>{HARBOUR}</div>", f"Harbour Office--{HARBOUR}"),
        ("<td>海湾市与丹州市签署园艺合作备忘录</td>", "海湾市与丹州市签署园艺合作备忘录-外事"),
    ],
)
def test_a_line_shown_on_the_page_ends_the_declared_title(line: str, title: str) -> None:
    shown = line.split(">")[1].split("<", maxsplit=1)[0]
    assert title_of("", title, under=f"<div>{line}</div>") == shown


def test_a_page_title_of_section_and_site_is_none() -> None:
    assert is_site_only("新闻动态--江临园艺学会官网", set(), set())
    assert not is_site_only("江临市加快建设门户网站--市长座谈会召开", set(), set())


def test_what_stands_behind_a_bar_after_another_declared_title_goes() -> None:
    assert strip_site_name(f'"{HARBOUR}"-Towns', [], [f'"{HARBOUR}"', f'"{HARBOUR}"-Towns']) == f'"{HARBOUR}"'


def test_a_last_part_that_only_looks_like_a_site_stays_in_json_ld() -> None:
    told = "Fire in a workshop of the Haiwan harbour – Thick Smoke"
    assert title_of("", "Fire: warning of smoke", "Fire: warning of smoke", told) != told
    assert title_of(heading("Fire: warning of smoke"), "Fire: warning of smoke", "Fire: warning of smoke", told) == told


def test_words_set_over_the_title_go_where_the_shared_titles_lack_them() -> None:
    shared = "Multan council votes for a new water plant"
    head = (
        f'<meta property="og:title" content="{shared}"><meta name="twitter:title" content="{shared} - The Beacon">'
        '<meta property="og:site_name" content="The Beacon">'
    )
    story = "<p>" + "The council voted on Monday. " * 20 + "</p>"
    page = f"<html><head><title>{{0}}</title>{head}</head><body><h1>{{0}}</h1>{story}</body></html>"
    for shown, title in [
        (f"Water crisis - {shared}", shared),
        (f"Water crisis: {shared}", shared),
        (f"The {shared}", f"The {shared}"),
    ]:
        assert parse_page(page_of(page.format(shown)), None).title == title


def test_a_declared_section_goes_from_the_end_of_a_title() -> None:
    head = '<meta name="content_category" content="정치"><meta property="og:site_name" content="등불일보">'
    title = "시의회가 새 정수장 건설을 의결했다"
    story = f"<p>{'시의회가 의결했다. ' * 30}</p>"
    page = f"<html><head><title>{title}-정치ㅣ등불일보</title>{head}</head><body>{story}</body></html>"
    assert parse_page(page_of(page), None).title == title
