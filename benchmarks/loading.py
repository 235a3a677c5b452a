"""What loading 100 articles costs in a large warehouse against a small one: opening, loading and publishing apart.

The warehouses are synthetic: articles of 1.8 KB over ten years, one in `--telling` tells an event, pairs of places are
uneven as in the news, and of the bands of a signature one in twenty is shared with strangers, as common phrases are.
Both are loaded in turn, so that what else the machine does falls on both. Publishing copies the whole file, so its
time grows with the file; what is to stay the same is loading.
Needs nothing but the repository; a warehouse of a million takes 3 GB of disk.
Run: .venv/bin/python benchmarks/loading.py [--large 1000000]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from monitor.articles import read_articles
from monitor.pipeline import open_run
from monitor.records import Article, Understood
from monitor.settings import Home
from monitor.understanding import understand_articles
from monitor.warehouse.database import Database

LABELLED = Path(__file__).parents[1] / "tests" / "labelled"
SMALL = 10_000
LARGE = 100_000
LOADED = 100
ROUNDS = 5
TELLING = 100
STEPS = ("open", "load", "publish")

FILL = """
SELECT setseed(0.5);
CREATE TEMP TABLE cn AS SELECT row_number() OVER (ORDER BY hash(place_id)) - 1 AS n, place_id, name_en
FROM store.places WHERE country_code = 'CN' AND level IN ('first_level', 'prefecture');
CREATE TEMP TABLE pk AS SELECT row_number() OVER (ORDER BY hash(place_id)) - 1 AS n, place_id, name_en
FROM store.places WHERE country_code = 'PK';
INSERT INTO store.articles BY NAME
SELECT 'x' || i AS article_id, 'https://paper' || i % 50 || '.example/' || i AS url, 'paper' || i % 50 AS source_id,
    'en' AS lang, 'Story ' || i AS title,
    list_reduce([md5((i * 50 + k)::VARCHAR) FOR k IN range(54)], lambda a, b: a || ' ' || b) AS text,
    (DATE '2015-01-01' + (i * 3650 // $size)::INTEGER)::VARCHAR AS published,
    TIMESTAMPTZ '2015-01-01 12:00:00Z' + to_days((i * 3650 // $size)::INTEGER) AS fetched_at
FROM range($size) AS r(i);
INSERT INTO store.signatures BY NAME
SELECT 'x' || i AS article_id, sha256(i::VARCHAR) AS text_hash, 1500 + i % 500 AS length, i AS signature_no,
    unhex(list_reduce([md5((i * 8 + k)::VARCHAR) FOR k IN range(8)], lambda a, b: a || b)[:240]) AS minima
FROM range($size) AS r(i);
INSERT INTO store.bands BY NAME
SELECT i AS signature_no, b AS band_no,
    CASE WHEN hash(i, b) % 20 = 0 THEN hash('shared', b, hash(i) % 500) ELSE hash(i, b, 'own') END >> 32 AS band_hash
FROM range($size) AS r(i), range(20) AS s(b);
CREATE TEMP TABLE made AS
SELECT e, c.place_id AS cn_id, c.name_en AS cn, p.place_id AS pk_id, p.name_en AS pk,
    CASE WHEN e % 2 = 0 THEN 'agreement' ELSE 'visit' END AS type,
    CASE WHEN e % 2 = 0 THEN 'signed' ELSE 'took_place' END AS stage,
    CASE WHEN e % 2 = 0 THEN 'cooperation' END AS relation,
    CASE WHEN e % 2 = 1 THEN 'local' END AS actor,
    (DATE '2015-01-01' + (e * 3650 // ($size // (2 * $telling)))::INTEGER) AS day, e % 10 <> 0 AS is_new
FROM (SELECT e, (pow(random(), 3) * (SELECT count(*) FROM cn))::INTEGER AS c,
             (pow(random(), 3) * (SELECT count(*) FROM pk))::INTEGER AS p
      FROM range($size // (2 * $telling)) AS r(e)) AS drawn
JOIN cn AS c ON c.n = drawn.c JOIN pk AS p ON p.n = drawn.p;
INSERT INTO store.events BY NAME
SELECT 'y' || e AS event_id, * EXCLUDE (e, day), day::VARCHAR AS date, day AS date_from, day AS date_to,
    is_new AS in_feed, false AS contested, 0.9 AS confidence, 'Story' AS headline, 'evidence' AS evidence,
    day::TIMESTAMPTZ AS created_at, day::TIMESTAMPTZ AS updated_at,
    CASE WHEN is_new THEN day::TIMESTAMPTZ END AS announced_at
FROM made;
INSERT INTO store.items BY NAME
SELECT 'y' || e || ':' || stage AS guid, 'y' || e AS event_id, stage, day::TIMESTAMPTZ AS announced_at,
    day::TIMESTAMPTZ AS updated_at
FROM made WHERE is_new;
INSERT INTO store.mentions BY NAME
SELECT 'z' || e || '-' || k AS mention_id, 'x' || (e * 2 * $telling + k * 3) AS article_id, 'y' || e AS event_id,
    made.* EXCLUDE (e, day), CASE WHEN e % 5 = 0 THEN NULL ELSE day::VARCHAR END AS date,
    CASE WHEN is_new OR e % 5 <> 0 THEN day END AS day_from, CASE WHEN is_new OR e % 5 <> 0 THEN day END AS day_to,
    day::TIMESTAMPTZ AS seen, 'evidence' AS evidence, 0 AS evidence_start, 8 AS evidence_end, 'rule' AS rule,
    0.9 AS confidence
FROM made, range(2) AS s(k);
"""


def build(home: Home, size: int, telling: int) -> None:
    """Make a home whose warehouse holds `size` synthetic articles, past the code that loads them one by one."""
    with open_run("import", home) as run:
        run.publish()
    database = Database(home.writer_file)
    for statement in database.statements(FILL):
        given = {"size": size, "telling": telling}
        database.run(statement, {name: value for name, value in given.items() if f"${name}" in statement})
    database.run("CHECKPOINT")
    database.close()


class Clock(NamedTuple):
    """Seconds by the clock, and of processor time over all threads: a busy machine stretches the first."""

    wall: float
    processor: float


def now() -> Clock:
    """Return both clocks."""
    return Clock(time.perf_counter(), time.process_time())


def load_once(home: Home, understood: Understood) -> dict[str, Clock]:
    """Open the warehouse, load the articles, publish; return what each step took."""
    times = [now()]
    with open_run("import", home) as run:
        times.append(now())
        run.load([understood], bulk=True)
        times.append(now())
        run.publish()
        times.append(now())
    pairs = zip(STEPS, times, times[1:], strict=False)
    return {step: Clock(b.wall - a.wall, b.processor - a.processor) for step, a, b in pairs}


def batches(articles: Sequence[Article]) -> list[Understood]:
    """Read the articles, `LOADED` at a time: each round loads others, since what is known changes nothing."""
    return [understand_articles(articles[n * LOADED : (n + 1) * LOADED]) for n in range(ROUNDS + 1)]


def main() -> None:
    """Print the median seconds of each step for both sizes, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", type=int, default=LARGE, help="articles in the large warehouse")
    parser.add_argument("--telling", type=int, default=TELLING, help="of how many articles one tells an event")
    parser.add_argument("--folder", type=Path, default=None, help="where to put the warehouses")
    args = parser.parse_args()
    files = sorted(LABELLED.glob("*.jsonl"))
    rounds = batches([article for file in files for article in read_articles(file)])
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        homes = {size: Home(Path(folder) / str(size)) for size in (SMALL, args.large)}
        for size, home in homes.items():
            build(home, size, args.telling)
        taken = [{size: load_once(home, understood) for size, home in homes.items()} for understood in rounds]
        for size, home in homes.items():
            print(f"{size} articles, {home.writer_file.stat().st_size / 1e6:.0f} MB")
    for steps in (*((step,) for step in STEPS), ("load", "publish")):
        small, large = (_median(taken, size, steps) for size in homes)
        print(
            f"{' and '.join(steps)}: {small.wall:.2f} s and {large.wall:.2f} s, {large.wall / small.wall:.2f} times; "
            f"processor {small.processor:.2f} s and {large.processor:.2f} s, "
            f"{large.processor / small.processor:.2f} times"
        )


def _median(taken: Sequence[Mapping[int, Mapping[str, Clock]]], size: int, steps: Sequence[str]) -> Clock:
    """Return the median over all rounds but the first, which only warms up."""
    rounds = [[one[size][step] for step in steps] for one in taken[1:]]
    return Clock(*(statistics.median(sum(step[n] for step in one) for one in rounds) for n in (0, 1)))


if __name__ == "__main__":
    main()
