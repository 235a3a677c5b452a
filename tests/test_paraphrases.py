"""The same told in other words, with other marks or in another layout reads the same."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from monitor.records import Article, Lang
from monitor.understand import read_mentions
from monitor.understand.word_weights import HOW
from scoring import load

SETS = ("articles.jsonl", "retold_mixed.jsonl", "own_mixed_d.jsonl")
WORDS: list[tuple[Lang, str, str]] = [
    ("en", r"\bsister[- ]cit(y|ies)\b", r"sister cit\1"),
    ("en", r"\bsigned\b", "inked"),
    ("en", r"\bwas signed\b", "has been signed"),
    ("en", r"\bcalled on\b", "met with"),
    ("en", r"\bcalled on\b", "paid a courtesy call on"),
    ("en", r"\bConsul General\b", "CG"),
    ("en", r"\bChief Minister\b", "CM"),
    ("en", r"\bGovernor\b(?!['’])(?! of)", "Gov."),
    ("en", r"\bsaid\b", "stated"),
    ("en", r" and ", " & "),
    ("en", r"'", "’"),
    ("en", r"\b(January|March|July|November) (\d{1,2}), (\d{4})", r"\2 \1 \3"),
    ("zh", "会见", "会晤"),
    ("zh", "签署", "签订"),
    ("zh", "友好城市", "姐妹城市"),
    ("zh", "拜会", "会见"),
    ("zh", r"(?<=\d)日(?=[上下,，在与同至])", "号"),
    ("ur", "سسٹر سٹی", "سسٹرسٹی"),
    ("ur", "دستخط کیے", "دستخط کئے"),
    ("ur", "قونصل جنرل", "قونصلر جنرل"),
    ("ur", "وزیراعلیٰ", "وزیر اعلی"),
]
LAYOUTS: dict[str, Callable[[str], str]] = {
    "line breaks of Windows": lambda text: text.replace("\n", "\r\n"),
    "spaces that do not break": lambda text: text.replace(" ", "\u00a0"),
    "empty lines": lambda text: re.sub(r"\n+", "\n\n\n", text),
}


@cache
def _articles() -> tuple[Article, ...]:
    return tuple(article for name in SETS for article, _ in load(name, None))


def _told(article: Article) -> list[tuple[object, ...]]:
    """What rules read; what only the weights of words tell may hang on one of them."""
    mentions = [m for m in read_mentions(article) if HOW not in m.rule]
    return sorted((m.type, m.stage, str(m.cn), str(m.pk), str(m.date), m.is_new) for m in mentions)


def _retold(article: Article, pattern: str, words: str) -> Article:
    return replace(article, text=re.sub(pattern, words, article.text), title=re.sub(pattern, words, article.title))


@pytest.mark.parametrize(("lang", "pattern", "words"), WORDS, ids=[f"{row[0]}: {row[1]}" for row in WORDS])
def test_other_words_for_the_same(lang: Lang, pattern: str, words: str) -> None:
    concerned = [a for a in _articles() if a.lang == lang and re.search(pattern, a.text)]
    changed = [article.article_id for article in concerned if _told(article) != _told(_retold(article, pattern, words))]
    assert concerned
    assert changed == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_layout(layout: str) -> None:
    change = LAYOUTS[layout]
    changed = [a.article_id for a in _articles() if _told(a) != _told(replace(a, text=change(a.text)))]
    assert changed == []


@pytest.mark.parametrize("layout", ["as written", *LAYOUTS, "columns"])
def test_evidence_is_cut_from_the_article_as_it_is(layout: str) -> None:
    layouts: dict[str, Callable[[str], str]] = {"as written": str, "columns": lambda text: textwrap.fill(text, 72)}
    change = (layouts | LAYOUTS)[layout]
    for one in (replace(a, text=change(a.text)) for a in _articles()):
        for mention in read_mentions(one):
            source = one.title if mention.evidence_start is None else one.text
            start, end = mention.evidence_start or 0, mention.evidence_end or len(source)
            assert mention.evidence in source[start:end]
