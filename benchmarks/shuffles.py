"""The labelled articles loaded in random orders, whole and in batches: events, items and copies must come out the same.

Event ids are those of the first article that told an event, so they are compared where all articles came at once, and
left aside where they came in batches.
Run: .venv/bin/python benchmarks/shuffles.py [--orders 20] [FILE.jsonl …]; exit code 1 where anything differs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from monitor.articles import read_articles
from monitor.pipeline import open_run
from monitor.records import Article, Understood
from monitor.settings import Home
from monitor.understanding import joined, understand_articles
from monitor.warehouse.database import Database

LABELLED = Path(__file__).parents[1] / "tests" / "labelled"
LARGEST_BATCHES = (10, 40, 150, 400)
EVENTS = """
SELECT {id}, e.type, e.stage, e.relation, e.actor, e.cn, e.pk, e.date, e.is_new, e.in_feed, e.contested, e.confidence,
    e.headline, e.evidence, e.announced_at IS NOT NULL,
    (SELECT list(a.article_id ORDER BY a.article_id) FROM event_articles AS a WHERE a.event_id = e.event_id)
FROM events AS e ORDER BY ALL
"""
COPIES = "SELECT article_id, duplicate_of FROM articles ORDER BY article_id"
Loaded = tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]


def load(home: Home, batches: Iterable[Understood], *, ids: bool) -> Loaded:
    """Load the batches one by one into an empty home; return its events, with their ids or without, and its copies."""
    with open_run("import", home) as run:
        for batch in batches:
            run.load([batch], bulk=True)
        run.publish()
        problems = run.warehouse.check()
    if problems:
        raise SystemExit(f"the warehouse is not sound: {problems[:3]}")
    database = Database(home.snapshot_file, read_only=True)
    found = database.rows(EVENTS.format(id="e.event_id" if ids else "''")), database.rows(COPIES)
    database.close()
    return found


def batches(articles: Sequence[Article], read: dict[str, Understood], random: Random) -> Iterable[Understood]:
    """Yield the articles in batches of random sizes."""
    largest, rest = random.choice(LARGEST_BATCHES), list(articles)
    while rest:
        size = random.randint(1, largest)
        yield joined(read[article.article_id] for article in rest[:size])
        rest = rest[size:]


def main() -> int:
    """Print a line for each order and return 1 where any differs from the first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(LABELLED.glob("*.jsonl")))
    parser.add_argument("--orders", type=int, default=20)
    args = parser.parse_args()
    articles = [article for path in args.files for article in read_articles(path)]
    read = {article.article_id: understand_articles([article]) for article in articles}
    differing = 0
    with tempfile.TemporaryDirectory() as folder:
        whole = [joined(read.values())]
        at_once = {ids: load(Home(Path(folder) / f"at_once_{ids}"), whole, ids=ids) for ids in (True, False)}
        print(f"{len(articles)} articles, {len(at_once[True][0])} events")
        for number in range(args.orders):
            random = Random(number)  # noqa: S311
            shuffled = random.sample(articles, len(articles))
            reordered = [joined(read[article.article_id] for article in shuffled)]
            same = load(Home(Path(folder) / f"{number}"), reordered, ids=True) == at_once[True]
            parts = list(batches(shuffled, read, random))
            same_in_parts = load(Home(Path(folder) / f"{number}b"), parts, ids=False) == at_once[False]
            print(f"order {number}: whole {same}, in {len(parts)} batches {same_in_parts}", flush=True)
            differing += not (same and same_in_parts)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
