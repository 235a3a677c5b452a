"""Copies of articles that are found: of edited ones made from our labelled articles, and of labelled public sets.

Retellings and translations are no copies: those must come together as one event, and how many do is counted too.
Public sets are brought by hand, from github.com/chrisjmccormick/MinHash (`--minhash`: the folder `data`) and
github.com/marziehoghbaie/NDD_DocSets (`--ndd`: the archive unpacked). NEWS-COPY and CORE publish their labels outside
of their repositories, behind links that a clone does not bring.
Run: .venv/bin/python benchmarks/duplicates.py [--minhash FOLDER] [--ndd FOLDER]
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

from monitor.articles import read_articles
from monitor.pipeline import open_run
from monitor.records import Article
from monitor.resolve import group_articles, sign
from monitor.resolve.signatures import SHORT_TEXT, fold
from monitor.settings import Home
from monitor.understanding import understand_articles
from monitor.warehouse.database import Database

LABELLED = Path(__file__).parents[1] / "tests" / "labelled"
LANGUAGES = {"en": "English", "zh": "Chinese", "ur": "Urdu"}
CREDIT = {
    "en": "The writer is our correspondent. With inputs from agencies.",
    "zh": "本报记者综合报道 责任编辑",
    "ur": "یہ خبر ہمارے نامہ نگار نے ایجنسیوں کی مدد سے تیار کی",
}
NDD_LABELLED = {f"file{number:02d}" for number in range(50)}
TOLD = "SELECT event_id, list(article_id) FROM event_articles GROUP BY event_id"

Pairs = set[frozenset[str]]
Edit = Callable[[Article, Sequence[str], Random], str]
"""Of an article, with words of others to choose from."""


def pairs(groups: Iterable[Collection[str]]) -> Pairs:
    """Return all pairs within the groups."""
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def copies(articles: Sequence[Article]) -> list[list[str]]:
    """Return the ids of the articles that are grouped with another."""
    groups = defaultdict(list)
    leaders = group_articles([sign(article) for article in articles])
    for article_id in {*leaders, *leaders.values()}:
        groups[leaders.get(article_id, article_id)].append(article_id)
    return list(groups.values())


def tokens(article: Article) -> list[str]:
    """Return the words of a text, or pairs of characters where words are not spaced."""
    text = article.text
    return [text[at : at + 2] for at in range(0, len(text), 2)] if article.lang == "zh" else text.split()


def joined(article: Article, words: Iterable[str]) -> str:
    """Return the text of such tokens."""
    return ("" if article.lang == "zh" else " ").join(words)


def reworded(every: int) -> Edit:
    """Return the edit that puts other articles' words for one word in so many."""

    def edit(article: Article, others: Sequence[str], random: Random) -> str:
        words = tokens(article)
        for at in random.sample(range(len(words)), len(words) // every):
            words[at] = random.choice(others)
        return joined(article, words)

    return edit


def begun_anew(article: Article, others: Sequence[str], random: Random) -> str:
    """Return the text with other articles' words for its first fifth."""
    words = tokens(article)
    words[: len(words) // 5] = random.choices(others, k=len(words) // 5)
    return joined(article, words)


EDITS: Mapping[str, Edit] = {
    "another address and headline": lambda article, *_: article.text,
    "a credit added": lambda article, *_: f"{article.text}\n{CREDIT[article.lang]}",
    "the last quarter cut": lambda article, *_: article.text[: len(article.text) * 3 // 4],
    "the first fifth written anew": begun_anew,
    "one word in ten replaced": reworded(10),
    "one word in six replaced": reworded(6),
    "one word in four replaced": reworded(4),
}


def print_edited(paths: Sequence[Path]) -> None:
    """Print of edited copies how many are grouped with their original, and of how many pairs that tell nothing alike.

    Two articles that are labelled with one occasion may retell one page, so such a pair is not counted as wrong.
    """
    articles = [article for path in paths for article in read_articles(path)]
    related = pairs(occasions(paths))
    for lang, language in LANGUAGES.items():
        own = [one for one in articles if one.lang == lang and len(fold(one.text).encode()) >= SHORT_TEXT]
        words = [word for article in own for word in tokens(article)]
        for name, edit in EDITS.items():
            random = Random(name)  # noqa: S311
            edited = [
                replace(one, article_id=f"{one.article_id}+", title="Other", text=edit(one, words, random))
                for one in own
            ]
            found = pairs(copies([*own, *edited]))
            same = sum(frozenset((one.article_id, f"{one.article_id}+")) in found for one in own)
            others = {frozenset(name.removesuffix("+") for name in pair) for pair in found}
            wrong = sum(len(pair) == 2 for pair in others - related)
            print(f"  {language}, {name}: {same} of {len(own)} found ({same / len(own):.1%}), {wrong} pairs wrong")


def told(path: Path) -> list[set[str]]:
    """Import a labelled file into an empty home; return for each event the ids of the articles that tell it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        with open_run("import", home) as run:
            run.load([understand_articles(list(read_articles(path)))], bulk=True)
            run.publish()
        database = Database(home.snapshot_file, read_only=True)
        events = [set(articles) for _, articles in database.rows(TOLD)]
        database.close()
    return events


def occasions(paths: Iterable[Path]) -> list[set[str]]:
    """Return the ids of the articles of each labelled occasion. Events that are not scored are none (codebook)."""
    articles = defaultdict(set)
    for line in (line for path in paths for line in path.read_text("utf-8").splitlines()):
        row = json.loads(line)
        for event in row["events"]:
            if event.get("occasion") and not event["ambiguous"] and not event["optional"]:
                articles[event["occasion"]].add(row["id"])
    return list(articles.values())


def print_retold(paths: Iterable[Path]) -> None:
    """Print how many pairs of articles that are labelled with one occasion come together, by text and as events.

    Two occasions of one pair of places within a month share a label, so not all pairs should.
    """
    counts = {"rewrites": [0] * 4, "translations": [0] * 4}
    others = [0, 0]
    for path in paths:
        articles = {article.article_id: article for article in read_articles(path)}
        events = told(path)
        telling = set().union(*events)
        by_text, by_event, same = pairs(copies(list(articles.values()))), pairs(events), pairs(occasions([path]))
        for pair in same:
            kind = "rewrites" if len({articles[name].lang for name in pair}) == 1 else "translations"
            pair_is = (True, pair in by_text, pair <= telling, pair in by_event)
            counts[kind] = [n + one for n, one in zip(counts[kind], pair_is, strict=True)]
        others = [n + len(found - same) for n, found in zip(others, (by_text, by_event), strict=True)]
    for kind, (total, text, read, one) in counts.items():
        print(f"  {kind}: {total} pairs, {text} copies by text; an event is read in both of {read}, one in {one}")
    print(f"  pairs without an occasion in common: {others[0]} copies by text, one event in {others[1]}")


def stray(article_id: str, text: str) -> Article:
    """Return an English article that has nothing but a text."""
    return Article(article_id, f"https://example.org/{article_id}", "brought", "en", article_id, text)


def print_minhash(folder: Path) -> None:
    """Print for each collection of the first public set how many of its labelled pairs are found."""
    for path in sorted(folder.glob("articles_*.train"), key=lambda path: (len(path.name), path.name)):
        lines = [line.partition(" ") for line in path.read_text("utf-8", "replace").splitlines() if line.strip()]
        labelled = {frozenset(line.split()) for line in path.with_suffix(".truth").read_text().splitlines() if line}
        found = pairs(copies([stray(name, text) for name, _, text in lines]))
        _print_found(f"MinHash, {len(lines)} articles, pairs", len(labelled), len(found), len(found & labelled))


def print_ndd(folder: Path) -> None:
    """Print for both collections of the second public set how many documents labelled as having copies are found."""
    for part in ("R8", "webkb"):
        articles = [stray(path.stem, path.read_text("utf-8", "replace")) for path in sorted(folder.glob(f"{part}/*"))]
        found = {name for group in copies(articles) for name in group}
        right = len(found & NDD_LABELLED)
        _print_found(f"NDD {part}, {len(articles)} documents, with copies", len(NDD_LABELLED), len(found), right)


def _print_found(what: str, labelled: int, found: int, right: int) -> None:
    print(f"  {what}: {labelled} labelled, {found} found, precision {right / found:.3f}, recall {right / labelled:.3f}")


def main() -> None:
    """Print where brought data come from, then each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minhash", type=Path, help="folder of articles_N.train and .truth")
    parser.add_argument("--ndd", type=Path, help="folder of R8 and webkb")
    args = parser.parse_args()
    brought = {"github.com/chrisjmccormick/MinHash": args.minhash, "github.com/marziehoghbaie/NDD_DocSets": args.ndd}
    print("Brought data:", ", ".join(name for name, folder in brought.items() if folder) or "none")
    if args.minhash:
        print_minhash(args.minhash)
    if args.ndd:
        print_ndd(args.ndd)
    print("Our labelled articles, edited by chance:")
    paths = sorted(LABELLED.glob("*.jsonl"))
    print_edited(paths)
    print("Our labelled articles, retold:")
    print_retold(paths)


if __name__ == "__main__":
    main()
