"""Articles read a second on one core: texts that name no place of either country, and the labelled ones.

Needs nothing but the repository: the labelled articles are in tests/labelled/.
Run: .venv/bin/python benchmarks/reading.py
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from monitor.articles import read_articles
from monitor.records import Article
from monitor.understand import read_mentions

LABELLED = Path(__file__).parents[1] / "tests" / "labelled" / "articles.jsonl"
NO_PLACE = "The council met on Tuesday and heard from farmers about the price of wheat, seed and diesel.\n" * 30
ROUNDS = 3


def articles_a_second(articles: Sequence[Article]) -> float:
    """Read all articles, after one to warm up, and return how many were read a second; the best of three rounds."""
    read_mentions(articles[0])
    best = 0.0
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for article in articles:
            read_mentions(article)
        best = max(best, len(articles) / (time.perf_counter() - begun))
    return best


def main() -> None:
    """Print both rates."""
    off_topic = [Article(f"a{n}", "u", "s", "en", f"Farmers ask for seed {n}", NO_PLACE) for n in range(300)]
    print(
        f"no place of either country, {len(NO_PLACE)} characters: {articles_a_second(off_topic):.0f} articles a second"
    )
    labelled = list(read_articles(LABELLED))
    mean = sum(len(article.text) for article in labelled) // len(labelled)
    print(f"labelled articles, {mean} characters on average: {articles_a_second(labelled):.0f} articles a second")


if __name__ == "__main__":
    main()
