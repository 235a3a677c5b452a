"""Discovery on the tests that kurtmckee/feedparser and GateNLP/ultimate-sitemap-parser keep on GitHub.

Brought by who runs it: checkouts of both, the latter installed (`pip install DIR`), with what its tests need:
requests-mock and pytest-mock.
Run: .venv/bin/python benchmarks/discovery.py --feedparser DIR --sitemaps DIR

Every document that their tests parse is read by us too. A reference's entry counts as found if we find its address, or
one that the document itself calls an alternate of it; entries without an address, as most of feedparser's tests have,
cannot be collected and do not count. Exit code 1 if our reading crashes or misses an entry.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from monitor.collect.discover import discover
from monitor.collect.links import Discovered
from monitor.errors import FetchError
from monitor.records import Source, SourceKind
from monitor.urls import canonical_url

FEED_ADDRESS = "http://127.0.0.1:8097/feed"
_REFERENCE = """
import json, sys, warnings
warnings.simplefilter("ignore")
folder = sys.argv[1]
sys.path.insert(0, folder)
import feedparser
links = {}
for name, headers in json.load(sys.stdin).items():
    with open(f"{folder}/{name}", "rb") as file:
        entries = feedparser.parse(file, response_headers=headers).entries
    links[name] = [
        [entry.get("link"), *(link.get("href") for link in entry.get("links", ()) if link.get("rel") == "alternate")]
        for entry in entries
    ]
json.dump(links, sys.stdout)
"""
_CAUGHT = re.compile(r"\w+(?:Error|Exception): ")
"""How `discover` reports an exception that a parser of others raised: it is caught, and counts here all the same."""
_HEADER = re.compile(rb"^Header:\s+([^:]+):(.*)$", re.MULTILINE)


@dataclass
class Score:
    """Counts over the documents of one checkout."""

    documents: int = 0
    crashes: list[str] = field(default_factory=list)
    expected: int = 0
    missed: list[str] = field(default_factory=list)
    more: int = 0

    def add(self, name: str, wanted: list[set[str]], found: set[str]) -> None:
        """Count a document. Each entry is wanted at one of its addresses: it may have several that are alternates."""
        self.documents += 1
        self.expected += len(wanted)
        self.missed += [f"{name}: {sorted(addresses)[0]}" for addresses in wanted if not addresses & found]
        self.more += len(found - set().union(*wanted))

    def line(self, name: str) -> str:
        return (
            f"{name}: {self.documents} documents, {len(self.crashes)} crashes, "
            f"{self.expected - len(self.missed)} of {self.expected} entries found, {self.more} that only we find"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feedparser", type=Path, metavar="DIR")
    parser.add_argument("--sitemaps", type=Path, metavar="DIR")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    scores = {}
    if options.feedparser:
        scores["feedparser"] = feeds(options.feedparser)
    if options.sitemaps:
        scores["ultimate-sitemap-parser"] = sitemaps(options.sitemaps)
    for name, score in scores.items():
        for trouble in (*score.crashes, *score.missed):
            print("   ", trouble)
        print(score.line(name))
    return 1 if any(score.crashes or score.missed for score in scores.values()) else 0


def feeds(checkout: Path) -> Score:
    """Read feedparser's test feeds; the reference is the checkout's own feedparser, in a process of its own."""
    paths = sorted((checkout / "tests").rglob("*.xml"))
    documents = {str(path.relative_to(checkout)): (path.read_bytes(), _headers(path.read_bytes())) for path in paths}
    asked = json.dumps({name: headers for name, (_, headers) in documents.items()})
    answer = subprocess.run(
        [sys.executable, "-c", _REFERENCE, str(checkout)], input=asked, capture_output=True, text=True, check=True
    )
    score = Score()
    for name, links in json.loads(answer.stdout).items():
        body, headers = documents[name]
        base = headers["content-location"]
        _compare(score, name, body, headers, _entries(links, base), "feed", base)
    return score


def _headers(body: bytes) -> dict[str, str]:
    """Return the headers that a test feed says it is served with."""
    stated = {name.decode().strip().lower(): value.decode().strip() for name, value in _HEADER.findall(body)}
    return {"content-location": FEED_ADDRESS} | stated


def sitemaps(checkout: Path) -> Score:
    """Run the tests of ultimate-sitemap-parser, and read again what they made it read."""
    sys.path.insert(0, str(checkout))
    pytest, fetch_parse = import_module("pytest"), import_module("usp.fetch_parse")
    score = Score()
    parse = fetch_parse.SitemapFetcher.sitemap
    answers: dict[int, Any] = {}

    def comparing_parse(self: Any) -> Any:
        sitemap = parse(self)
        answer = answers.pop(id(self), None)
        url = str(self._url)
        if hasattr(answer, "raw_data") and not url.endswith("/robots.txt"):
            body = answer.raw_data()
            body = body.encode() if isinstance(body, str) else body
            pages = [[page.url, *dict(page.alternates or ()).values()] for page in getattr(sitemap, "pages", ())]
            children = [[child.url] for child in getattr(sitemap, "sub_sitemaps", ())]
            _compare(score, url, body, {}, _entries([*pages, *children], url), "sitemap", url)
        return sitemap

    for reader in (fetch_parse.SitemapFetcher, fetch_parse.SitemapStrParser):
        reader._fetch = _remembering(reader._fetch, answers)
    fetch_parse.SitemapFetcher.sitemap = comparing_parse
    options = ["-p", "no:terminal", "-p", "no:cacheprovider", "-W", "ignore", "--rootdir", str(checkout)]
    status = pytest.main([*options, str(checkout / "tests" / "tree")])
    if status:
        sys.exit(f"the tests of {checkout} fail by themselves ({status!r})")
    return score


def _remembering(fetch: Callable[[Any], Any], answers: dict[int, Any]) -> Callable[[Any], Any]:
    def remembering(reader: Any) -> Any:
        answers[id(reader)] = fetch(reader)
        return answers[id(reader)]

    return remembering


def _compare(
    score: Score, name: str, body: bytes, headers: Mapping[str, str], wanted: list[set[str]], kind: SourceKind, url: str
) -> None:
    found = Discovered()
    try:
        found = discover(body, headers, url, Source("reference", "Reference", url, "PK", "en", kind, url))
    except Exception as error:
        expected = isinstance(error, FetchError) and not _CAUGHT.match(error.detail)
        if not expected:
            score.crashes.append(f"{name}: {error!r}")
    score.add(name, wanted, {link.url for link in (*found.links, *found.more)})


def _entries(entries: Iterable[Iterable[str | None]], base: str) -> list[set[str]]:
    """Return the addresses of each entry that has one on the web."""
    found = [set(_canonical(urls, base)) for urls in entries]
    return [addresses for addresses in found if addresses]


def _canonical(urls: Iterable[str | None], base: str) -> Iterator[str]:
    for url in urls:
        try:
            if url:
                yield canonical_url(url, base)
        except ValueError:
            continue


if __name__ == "__main__":
    sys.exit(main())
