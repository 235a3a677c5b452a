"""Side by side with Scrapy and trafilatura: `python -m venv X; X/bin/pip install scrapy trafilatura`, by who runs it.

2,000 pages on 20 loopback hosts, each answer 50 ms late, 2 connections a host: first fetching alone, then fetching with
title, text, date and author taken out of each page; we heed robots.txt as Scrapy does. Pages a second and processor
time a page of each, the children's included, the servers' not; the ratios are those of the medians of all rounds.
Run: .venv/bin/python benchmarks/fetching.py --scrapy X/bin/python [--rounds 3] [--pages 2000]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

FOLDER = Path(__file__).parent
KINDS = ("fetch", "extract")


def measure(python: str, script: str, kind: str, port: str, pages: int) -> dict[str, float]:
    """Run one side in a process of its own and return what it printed: `pages`, `seconds` and `cpu_seconds`."""
    command = [python, str(FOLDER / script), kind, port, str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{script}: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    if found["pages"] != pages:
        raise SystemExit(f"{script}: {found['pages']} of {pages} pages: no comparison")
    return found


def compare(kind: str, port: str, args: argparse.Namespace) -> None:
    """Measure both sides in turn, and print their medians and the ratios."""
    sides: dict[str, tuple[str, str]] = {
        "monitor": (sys.executable, "fetching_by_us.py"),
        "Scrapy": (args.scrapy, "fetching_by_scrapy.py"),
    }
    rounds = [
        {name: measure(*side, kind, port, args.pages) for name, side in sides.items()} for _ in range(args.rounds)
    ]
    rate, cpu = {}, {}
    for name in sides:
        rate[name] = median(each[name]["pages"] / each[name]["seconds"] for each in rounds)
        cpu[name] = median(each[name]["cpu_seconds"] / each[name]["pages"] for each in rounds) * 1000
        print(f"{kind:8} {name:8} {rate[name]:6.0f} pages/s  {cpu[name]:6.2f} ms of processor time a page", flush=True)
    print(
        f"{kind:8} ratio    {rate['monitor'] / rate['Scrapy']:6.2f} in pages/s  {cpu['monitor'] / cpu['Scrapy']:6.2f} "
        f"in processor time",
        flush=True,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print three lines for each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scrapy", required=True, help="a Python that has scrapy and trafilatura")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--kind", choices=KINDS, action="append")
    args = parser.parse_args(arguments)
    web = subprocess.Popen([sys.executable, str(FOLDER / "fetching_web.py")], stdout=subprocess.PIPE, text=True)
    try:
        assert web.stdout is not None
        port = web.stdout.readline().strip()
        for kind in args.kind or KINDS:
            compare(kind, port, args)
    finally:
        web.terminate()
        web.wait()


if __name__ == "__main__":
    main()
