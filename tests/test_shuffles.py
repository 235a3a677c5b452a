"""The labelled articles give the same events in whatever order and batches they come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from commands import query
from monitor.articles import read_articles
from monitor.pipeline import open_run
from monitor.records import Article, Understood
from monitor.settings import Home
from monitor.understanding import joined, understand_articles
from scoring import LABELLED

FILES = ("articles.jsonl", "own_mixed_b.jsonl", "own_mixed_c.jsonl")
EVENTS = """
SELECT {id} type, stage, relation, actor, cn, pk, date, is_new, in_feed, contested, confidence, headline, evidence,
    announced_at IS NOT NULL,
    (SELECT list(a.article_id ORDER BY a.article_id) FROM event_articles AS a WHERE a.event_id = events.event_id)
FROM events ORDER BY ALL
"""
COPIES = "SELECT article_id, duplicate_of FROM articles ORDER BY article_id"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [article for name in FILES for article in read_articles(LABELLED / name)]


@pytest.fixture(scope="module")
def read(articles: list[Article]) -> dict[str, Understood]:
    return {article.article_id: understand_articles([article]) for article in articles}


def loaded(home: Path, batches: Sequence[Understood], identity: str = "") -> tuple[list[tuple[Any, ...]], ...]:
    with open_run("import", Home(home)) as run:
        for batch in batches:
            run.load([batch], bulk=True)
        assert run.warehouse.check() == []
        run.publish()
    return query(home, EVENTS.format(id=identity)), query(home, COPIES)


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_at_once_gives_the_same_events_and_ids(
    tmp_path: Path, articles: list[Article], read: dict[str, Understood], seed: int
) -> None:
    shuffled = Random(seed).sample(articles, len(articles))
    first = loaded(tmp_path / "first", [joined(read.values())], "event_id,")
    assert loaded(tmp_path / "other", [joined(read[a.article_id] for a in shuffled)], "event_id,") == first


@pytest.mark.parametrize("size", [15, 60, 150])
def test_any_order_in_batches_gives_the_same_events(
    tmp_path: Path, articles: list[Article], read: dict[str, Understood], size: int
) -> None:
    shuffled = Random(size).sample(articles, len(articles))
    batches = [joined(read[a.article_id] for a in shuffled[n : n + size]) for n in range(0, len(shuffled), size)]
    assert loaded(tmp_path / "parts", batches) == loaded(tmp_path / "whole", [joined(read.values())])
