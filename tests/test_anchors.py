"""Anchors: what a pattern cannot do without, and that nothing is missed where they are missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitor.articles import read_articles
from monitor.understand.anchors import Anchors, anchors_of, stands_between
from monitor.understand.date_words import COMPILED
from monitor.understand.dates import patterns_for
from monitor.understand.document import Document, lay_out
from monitor.understand.text import fold

LABELLED = Path(__file__).parent / "labelled"
ARTICLES = [article for name in sorted(LABELLED.glob("*.jsonl")) for article in read_articles(name)]


@pytest.mark.parametrize(
    ("pattern", "anchors"),
    [
        ("signed", {"signed"}),
        ("agreements?", {"agreement"}),
        ("ink(?:ed|s)?", {"ink"}),
        ("(?:sister|twin)[- ](?:city|town)", {"sister", "twin"}),
        ("(?:sister|twin)s? of", {"sister", "twin"}),
        (r"mou|memoranda", {"mou", "memoranda"}),
        (r"(?<=will )sign(?= )(?! off)", {"sign"}),
        (r"(?P<month>jan(?:uary)?|feb) (?P<day>\d{1,2})", {"jan", "feb"}),
        (r"(?:go|went)+ home", {" home"}),
        (r"sign{2}ed", {"sig"}),
        (r"(?P<mark>[-/])\d(?P=mark)of(?P=mark)", {"of"}),
        (r"\d{4}[-/.]", set()),
        (r"(?:now)?", set()),
        (r"(?:now|\d)", set()),
        (r"(?i)now", set()),
    ],
)
def test_the_anchors_of_a_pattern_are_what_each_match_holds(pattern: str, anchors: set[str]) -> None:
    assert anchors_of(pattern) == anchors


def test_groups_are_found_by_their_anchors_and_those_without_are_always_searched_for() -> None:
    anchors = Anchors({"sign": ["sign", "ink(?:ed)?"], "draft": ["drafts?"], "year": [r"\d{4}"]}, shortest=2)
    assert anchors.find("they inked and signed") == {"sign": [5, 15], "year": None}


@pytest.mark.parametrize(("start", "end", "stands"), [(0, 5, False), (0, 6, True), (5, 6, True), (6, 14, False)])
def test_an_anchor_counts_where_it_begins_in_the_span(start: int, end: int, stands: bool) -> None:
    assert stands_between([5, 14], start, end) is stands


def test_no_cue_of_a_labelled_article_is_missed_for_its_anchors() -> None:
    asked = 0
    for doc in map(lay_out, ARTICLES):
        for group, pattern in doc.cues.items():
            for sentence in doc.sentences:
                hits = tuple(hit.span() for hit in pattern.finditer(doc.text, sentence.start, sentence.end))
                assert doc.cue_spans(group, sentence.start, sentence.end) == hits, (group, _words(doc, *hits[0]))
                asked += bool(hits)
    assert asked > len(ARTICLES)


@pytest.mark.parametrize("lang", ["en", "zh", "ur"])
def test_no_date_of_a_labelled_article_is_missed_for_its_anchors(lang: str) -> None:
    matched = 0
    for text in (fold(f"{article.title}\n{article.text}").text for article in ARTICLES):
        tried = patterns_for(lang).that_may_match(text)
        skipped = [pattern for pattern in (*COMPILED[lang], *COMPILED["en"]) if pattern not in tried]
        assert [pattern.pattern for pattern in skipped if pattern.search(text)] == []
        matched += any(pattern.search(text) for pattern in tried)
    assert matched > len(ARTICLES) / 2


def _words(doc: Document, start: int, end: int) -> str:
    return re.sub(r"\s+", " ", doc.text[start:end])
