"""Scrapy's side of benchmarks/fetching.py, which runs it with a Python that has scrapy: FETCH_OR_EXTRACT PORT PAGES."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import AsyncIterator
from typing import Any

import scrapy
import trafilatura
from fetching_web import HOSTS, urls
from scrapy.crawler import CrawlerProcess

SETTINGS = {
    "CONCURRENT_REQUESTS": HOSTS * 2,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
    "DOWNLOAD_DELAY": 0,
    "ROBOTSTXT_OBEY": True,
    "COOKIES_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "ERROR",
}


class Pages(scrapy.Spider):
    """Asks for all pages; `kind`, `port` and `pages` are the arguments of the script."""

    name = "pages"
    found = 0

    async def start(self) -> AsyncIterator[Any]:
        """Yield a request for each page."""
        for url in urls(self.port, int(self.pages)):
            yield scrapy.Request(url)

    def parse(self, response: Any) -> None:
        """Count a page; with `extract` only one that gave a text."""
        if self.kind == "extract" and not trafilatura.bare_extraction(response.text, with_metadata=True).text:
            return
        type(self).found += 1


def main(kind: str, port: str, pages: str) -> None:
    """Print what it took as JSON."""
    process = CrawlerProcess(SETTINGS)
    process.crawl(Pages, kind=kind, port=port, pages=pages)
    begun, cpu_before = time.perf_counter(), time.process_time()
    process.start()
    seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu_before
    print(json.dumps({"pages": Pages.found, "seconds": seconds, "cpu_seconds": cpu}))


if __name__ == "__main__":
    main(*sys.argv[1:])
