"""Whole pages in, articles out: golden pages of invented outlets, and the seed articles wrapped as pages."""

from __future__ import annotations

import json
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

import pytest

from monitor.errors import ExtractError
from monitor.parse import parse_page
from monitor.parse.lines import fold
from monitor.records import Page, Source
from parsing import FETCHED, page_of, source_of

PAGES = Path(__file__).parent / "pages"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
GOLDEN_FIELDS = ("url", "title", "text", "published", "modified", "lang", "byline", "credit")


def golden(name: str) -> tuple[Page, Source | None, dict[str, Any]]:
    record = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    page = Page(
        url=record["url"],
        final_url=record["url"],
        status=200,
        headers=record["headers"],
        body=(PAGES / f"{name}.html").read_bytes(),
        fetched_at=datetime.fromisoformat(record["fetched_at"]),
        source_id="outlet",
    )
    return page, source_of(record["country"]) if record["country"] else None, record


NAMES = sorted(path.stem for path in PAGES.glob("*.json"))
ARTICLES = [name for name in NAMES if "article" in golden(name)[2]]
REJECTED = [name for name in NAMES if "reason" in golden(name)[2]]


@pytest.mark.parametrize("name", ARTICLES)
def test_golden_page(name: str) -> None:
    page, source, record = golden(name)
    article = parse_page(page, source)
    assert {field: getattr(article, field) for field in GOLDEN_FIELDS} == record["article"]
    assert (article.source_id, article.fetched_at) == (page.source_id, page.fetched_at)


@pytest.mark.parametrize("name", REJECTED)
def test_golden_rejection(name: str) -> None:
    page, source, record = golden(name)
    with pytest.raises(ExtractError) as caught:
        parse_page(page, source)
    assert caught.value.reason == record["reason"]


def test_the_same_address_gives_the_same_id() -> None:
    page, source, _ = golden("wordpress_sidebar")
    bare = Page(page.url, page.url.split("?")[0], 200, page.headers, page.body, FETCHED, "other")
    assert parse_page(page, source).article_id == parse_page(bare, None).article_id
    assert len(parse_page(page, source).article_id) == 17


# The seeds are real articles kept outside the repository; they are wrapped as pages in the shapes sites use.


def seed_lines(number: int) -> list[str]:
    found = sorted(SEEDS.glob(f"{number:03}_*.txt"))
    if not found:
        pytest.skip("../shared/seeds is not at hand")
    return [line.strip() for line in found[0].read_text(encoding="utf-8").splitlines() if line.strip()]


def wrapped(lines: list[str], tag: str) -> str:
    title = "Officials of both countries speak of ties"
    inner = "\n".join(f"<{tag}>{escape(line)}</{tag}>" for line in lines)
    inner = f"<ul>{inner}</ul>" if tag == "li" else inner
    nav = "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
    return f"<html lang='en'><head><title>{title}</title></head><body>{nav}<h1>{title}</h1>{inner}</body></html>"


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("tag", ["p", "div"])
def test_seed_survives_whole(number: int, tag: str) -> None:
    lines = seed_lines(number)
    if number == 4:
        lines = lines[: next(i for i, line in enumerate(lines) if line.startswith("PIA to gain"))]
    text = parse_page(page_of(wrapped(lines, tag)), None).text
    body = [line for line in lines if len(line) > 60]
    missing = [line for line in body if fold(line) not in fold(text)]
    assert len(body) > 3
    assert missing == []


@pytest.mark.parametrize("tag", ["p", "li", "div"])
def test_headlines_under_seed_4_are_cut(tag: str) -> None:
    lines = seed_lines(4)
    start = next(i for i, line in enumerate(lines) if line.startswith("PIA to gain"))
    body = "".join(f"<p>{escape(line)}</p>" for line in lines[:start])
    listed = "".join(f"<{tag}>{escape(line)}</{tag}>" for line in lines[start:])
    title = "Pakistan, China vow"
    head = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
    page = f"{head}<div>{body}{listed}</div></body></html>"
    text = parse_page(page_of(page), None).text
    assert text.split("\n")[-1] == lines[start - 1]
