"""Prune: pages without evidence expire from the archive, pages with evidence never do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.batches import FAULTS, parse_batch
from monitor.collect.pruning import thin_archive
from monitor.errors import ArchiveError
from monitor.records import Page, Rejection, Source
from monitor.settings import Home, load_settings
from monitor.sources import load_sources
from monitor.urls import canonical_url
from monitor.warehouse import open_warehouse
from monitor.workers import Workers


@dataclass(frozen=True, slots=True)
class Pruned:
    """What pruning did: WARC files read, answers kept and dropped, bytes freed; `damaged` says why files stayed."""

    files: int
    kept: int
    dropped: int
    bytes_freed: int
    damaged: tuple[str, ...]


def prune(home: Home, now: datetime, *, dry_run: bool = False) -> Pruned:
    """Drop pages older than `archive_days` that hold no evidence of any stored event from the home's archive.

    With `dry_run` nothing is changed. Each file is replaced whole; a damaged one stays as it is and is told. Raises
    SettingsError, SourcesError, WarehouseError, WarehouseBusyError while a run writes.
    """
    settings = load_settings(home)
    sources = {source.source_id: source for source in load_sources(home, settings)}
    before = now - timedelta(days=settings.archive_days)
    done, damaged = [], []
    files = sorted(home.archive.glob("*.warc.gz")) if home.archive.is_dir() else []
    with open_warehouse(home) as warehouse, Workers(settings, count=1) as workers:
        wanted = _holds_evidence(warehouse.articles_with_evidence(), sources, workers)
        for path in files:
            try:
                done.append(thin_archive(path, before, wanted, dry_run=dry_run))
            except ArchiveError as error:
                damaged.append(str(error))
    return Pruned(
        files=len(files),
        kept=sum(thinned.kept for thinned in done),
        dropped=sum(thinned.dropped for thinned in done),
        bytes_freed=sum(thinned.bytes_freed for thinned in done),
        damaged=tuple(damaged),
    )


def _holds_evidence(
    articles: Mapping[str, str], sources: Mapping[str, Source], workers: Workers
) -> Callable[[Page], bool]:
    """Return a test for pages of these articles (URL by id): by address, else by reading what the page calls itself."""
    urls = set(articles.values())

    def test(page: Page) -> bool:
        with suppress(ValueError):
            if {canonical_url(page.url), canonical_url(page.final_url)} & urls:
                return True
        (found,) = parse_batch(workers, [page], sources)
        if isinstance(found, Rejection):
            return found.reason in FAULTS  # a fault of ours must not cost a page
        return found.article_id in articles

    return test
