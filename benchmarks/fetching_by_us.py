"""Our side of benchmarks/fetching.py, which runs it: FETCH_OR_EXTRACT PORT PAGES."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime

from fetching_web import HOSTS, host, urls

from monitor.batches import ask
from monitor.collect.hosts import Hosts
from monitor.records import Page, Source
from monitor.settings import Settings
from monitor.workers import Told, Workers

SETTINGS = Settings(allow_loopback=True, connections_per_host=2)


async def fetch(port: str, pages: int, fetched: Callable[[Page], object]) -> int:
    """Fetch all pages as a run does, robots.txt included; return how many came."""
    sources = [_source(f"http://{host(number)}:{port}/") for number in range(HOSTS)]

    async def one(number: int, url: str) -> None:
        source = sources[number % HOSTS]
        answer = await hosts.get(url, source, html_only=True)
        fetched(
            Page(url, answer.final_url, answer.status, answer.headers, answer.body, datetime.now(UTC), source.source_id)
        )

    async with Hosts(SETTINGS) as hosts:
        return len(await asyncio.gather(*(one(number, url) for number, url in enumerate(urls(port, pages)))))


def extract(port: str, pages: int) -> int:
    """Have each page parsed in a worker as it comes, as a run does; return how many gave an article."""
    asked: list[Future[Told]] = []
    with Workers(SETTINGS) as workers:
        asyncio.run(fetch(port, pages, lambda page: asked.append(ask(workers, page, None, read=False))))
        return sum(bool(answer.result()["articles"]) for answer in asked)


def _source(home: str) -> Source:
    return Source("gazette", "Gazette", home, "PK", "en", "feed", home + "feed", delay_seconds=0.0)


def main(kind: str, port: str, pages: str) -> None:
    """Print what it took as JSON."""
    begun, cpu_before = time.perf_counter(), time.process_time()
    done = extract(port, int(pages)) if kind == "extract" else asyncio.run(fetch(port, int(pages), lambda _: None))
    seconds = time.perf_counter() - begun
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in usages) - cpu_before
    print(json.dumps({"pages": done, "seconds": seconds, "cpu_seconds": cpu}))


if __name__ == "__main__":
    main(*sys.argv[1:])
