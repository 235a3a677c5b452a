"""What headlines promise: the labelled ones of tests/labelled/ (needs nothing else), and any list of others.

Run: .venv/bin/python benchmarks/headlines.py [--headlines FILE]

Of articles with events none may be left out by the topic filter, and most should be fetched before what tells nothing.
`FILE` holds headlines, one a line, as of a feed: how many of them would be left out, and how long each takes to read.
Exit code 1 if the headline of an event is left out. The words of the filter were chosen in sight of these headlines.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from monitor.records import Link
from monitor.understand.promise import ELSEWHERE, UNKNOWN, promise

LABELLED = Path(__file__).parents[1] / "tests" / "labelled"
COUNTRIES = ("CN", "PK")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--headlines", type=Path, metavar="FILE")
    options = parser.parse_args()
    lost = 0
    rows = [json.loads(line) for file in sorted(LABELLED.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    for lang in ("en", "zh", "ur"):
        for has_events in (True, False):
            titles = [row["title"] for row in rows if row["lang"] == lang and bool(row["events"]) is has_events]
            left_out = report(f"{lang}, {'with' if has_events else 'without'} events", [t for t in titles if t])
            lost += left_out if has_events else 0
    if options.headlines:
        report(str(options.headlines), [line for line in options.headlines.read_text("utf-8").splitlines() if line])
    return 1 if lost else 0


def report(name: str, titles: Sequence[str]) -> int:
    """Print what the headlines promise to sources of both countries; return how many are left out by either."""
    links = [Link("https://daily.example/1", "daily", title) for title in titles]
    promise(links[0], COUNTRIES[0])  # loads the words and places
    started = time.perf_counter()
    promised = Counter(promise(link, country) for country in COUNTRIES for link in links)
    each = (time.perf_counter() - started) / promised.total()
    ahead = sum(count for how_much, count in promised.items() if how_much > UNKNOWN)
    print(
        f"{name}: {len(titles)} headlines, {promised[ELSEWHERE]} of {promised.total()} readings left out, "
        f"{ahead / promised.total():.1%} before those that tell nothing, {each * 1e6:.0f} microseconds each"
    )
    return promised[ELSEWHERE]


if __name__ == "__main__":
    sys.exit(main())
