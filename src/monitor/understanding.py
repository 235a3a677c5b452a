"""Pages to articles to mentions, many at a time: what one of them breaks is caught here, and becomes a rejection."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from monitor.errors import PageError
from monitor.parse import parse_page
from monitor.records import Article, Mention, Page, Rejection, Source, Step, Understood
from monitor.understand import Reading, read_article
from monitor.understand.retraction import retraction_notice

LOG = logging.getLogger(__name__)
T = TypeVar("T")

RETRACTED = "retracted"
"""Reason of the rejection of a page that says that its article is taken back."""
INTERNAL_ERROR = "internal_error"
"""Reason of the rejection of what a fault of ours kept from being read."""
GONE = "http_410"
"""Reason of the rejection of an address whose page was taken away on purpose; 404 may be mere disorder."""


def parsed(page: Page, sources: Mapping[str, Source]) -> Article | Rejection:
    """Parse one page."""
    return _or_rejection(page.url, "extract", partial(parse_page, page, sources.get(page.source_id)))


def understand_pages(pages: Iterable[Page], sources: Mapping[str, Source]) -> Understood:
    """Parse and read pages; one that fails costs itself only."""
    known = list(pages)
    return without_doubles(known, (_understood(page, sources) for page in known))


def without_doubles(pages: Iterable[Page], each: Iterable[Understood]) -> Understood:
    """Put together what was made of each of `pages`.

    Of several with one canonical URL the one that stands there counts, else the first by address, whichever was
    fetched first.
    """
    read = list(zip(pages, each, strict=True))
    counts: dict[str, int] = {}
    for number in sorted(range(len(read)), key=lambda number: _canonical_first(*read[number])):
        for article in read[number][1].articles:
            counts.setdefault(article.article_id, number)
    articles: list[Article] = []
    mentions: list[Mention] = []
    rejections: list[Rejection] = []
    for number, (page, found) in enumerate(read):
        repeated = next((article for article in found.articles if counts[article.article_id] != number), None)
        if repeated:
            rejections.append(Rejection(page.url, "extract", "same_article", f"its canonical URL is {repeated.url}"))
            continue
        articles.extend(found.articles)
        mentions.extend(found.mentions)
        rejections.extend(found.rejections)
    return Understood(tuple(articles), tuple(mentions), tuple(rejections))


def _canonical_first(page: Page, found: Understood) -> tuple[bool, str]:
    stands_there = any(article.url in (page.url, page.final_url) for article in found.articles)
    return not stands_there, page.url


def _understood(page: Page, sources: Mapping[str, Source]) -> Understood:
    article = parsed(page, sources)
    return Understood((), (), (article,)) if isinstance(article, Rejection) else understand_articles([article])


def understand_articles(articles: Iterable[Article]) -> Understood:
    """Read articles for events; one without any gets a rejection that says why.

    Of one that is given twice, the last revision counts. One that cannot be read, or is taken back by its outlet, is
    left out, so that what was stored of it before stays.
    """
    kept: list[Article] = []
    mentions: list[Mention] = []
    rejections: list[Rejection] = []
    for article in {article.article_id: article for article in articles}.values():
        if notice := retraction_notice(article):
            rejections.append(Rejection(article.url, "understand", RETRACTED, notice))
            continue
        reading = _or_rejection(article.url, "understand", partial(read_article, article))
        if isinstance(reading, Rejection):
            rejections.append(reading)
            continue
        kept.append(article)
        mentions.extend(reading.mentions)
        if not reading.mentions:
            reason, detail = why_none(reading)
            rejections.append(Rejection(article.url, "understand", reason, detail))
    return Understood(tuple(kept), tuple(mentions), tuple(rejections))


def _or_rejection(url: str, step: Step, work: Callable[[], T]) -> T | Rejection:
    """Return what `work` gives. Here, and only here, failing to parse or read is caught: it becomes a rejection."""
    try:
        return work()
    except PageError as error:
        return Rejection(url, step, error.reason, error.detail)
    except Exception as error:  # a fault of ours that one page brings to light must not cost the others
        LOG.exception("%s: step %s failed", url, step)
        return Rejection(url, step, INTERNAL_ERROR, f"{type(error).__name__}: {error}")


def why_none(reading: Reading) -> tuple[str, str]:
    """Name why an article tells no event: reason and detail of its rejection."""
    countries = {spot.country for spot in reading.spots}
    if not countries:
        return "off_topic", "names no place of either country"
    if reading.misses:
        return "no_event", reading.misses[0].reason
    missing = {"CN", "PK"} - countries
    return (
        ("one_country", f"names no place of {missing.pop()}")
        if missing
        else ("no_event", "tells of no tie and no visit")
    )


def joined(batches: Iterable[Understood]) -> Understood:
    """Put batches together; an article met twice counts once, as first read."""
    articles: dict[str, Article] = {}
    mentions: list[Mention] = []
    rejections: list[Rejection] = []
    for batch in batches:
        fresh = {a.article_id for a in batch.articles if a.article_id not in articles}
        articles.update({a.article_id: a for a in batch.articles if a.article_id in fresh})
        mentions.extend(m for m in batch.mentions if m.article_id in fresh)
        rejections.extend(batch.rejections)
    return Understood(tuple(articles.values()), tuple(mentions), tuple(rejections))
