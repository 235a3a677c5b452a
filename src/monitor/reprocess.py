"""Reads everything kept anew with today's rules, without the network: archived pages, and imported articles.

Only what is read otherwise than it is stored goes into the load, so that the same rules change nothing. An article
keeps its id even where its page names another address by now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from monitor.batches import FAULTS, parse_batch
from monitor.collect.archive_reading import read_pages
from monitor.errors import ArchiveError
from monitor.pipeline import ARTICLES_A_BATCH, PAGES_A_BATCH, Run, batched
from monitor.records import Article, Mention, Page, Rejection, Understood
from monitor.resolve import sign
from monitor.sources import KNOWN_TIES
from monitor.understand.retraction import retraction_notice
from monitor.understanding import RETRACTED, understand_articles
from monitor.warehouse import LoadCounts, StoredReading, surest


def reprocess(run: Run) -> LoadCounts:
    """Replay the archive and the stored articles, and store what comes out otherwise, in one transaction.

    Raises ArchiveError, naming file, record and offset, for a damaged archive; nothing is stored then.
    """
    archived = _Archived(run)
    for path in sorted([*run.home.archive.glob("*.warc.gz"), *run.left_open.paths]):
        try:
            archived.add(batched(read_pages(path, run.settings.max_page_bytes), PAGES_A_BATCH))
        except ArchiveError as error:
            raise ArchiveError(
                f"{error}; nothing was changed: restore the file from a backup, or move it out of {path.parent}: its "
                "articles are read as they are stored then"
            ) from error
    changes = [_changes(run, archived, ids) for ids in batched(archived.all_ids(), ARTICLES_A_BATCH)]
    known = run.warehouse.rejections()
    rejections = [*archived.rejections, *(r for batch in changes for r in batch.rejections)]
    fresh = [r for r in rejections if known.get((r.url, r.step)) != (r.reason, r.detail)]
    told = [replace(batch, rejections=()) for batch in changes]
    return run.load([*told, Understood((), (), tuple(fresh))], bulk=True, whole=True)


class _Archived:
    """What the archive's pages say, where that differs from what is stored."""

    def __init__(self, run: Run) -> None:
        self._run = run
        fetches = run.warehouse.fetches()
        self._fetched = {article_id: at for article_id, _, at in fetches}
        self._by_fetch = {(source_id, at): article_id for article_id, source_id, at in fetches}
        self._imported_ties = {article_id for article_id, source_id, _ in fetches if source_id == KNOWN_TIES}
        self.changed: dict[str, Article] = {}
        self.unreadable: set[str] = set()
        self.rejections: list[Rejection] = []

    def all_ids(self) -> list[str]:
        """Return the ids of all articles to read: those stored and those that the archive has beside them."""
        return sorted({*self._fetched, *self.changed} - self._imported_ties)

    def add(self, pages: Iterable[list[Page]]) -> None:
        """Take in the archive of one run. Of its pages of one article the one counts that was stored, or the first."""
        chosen: dict[str, Article] = {}
        for batch in pages:
            for article in self._articles(batch):
                first = article.article_id not in chosen
                if first or article.fetched_at == self._fetched.get(article.article_id):
                    chosen[article.article_id] = article
        stored = self._run.warehouse.stored_readings(chosen)
        for article_id, article in chosen.items():
            held = stored.get(article_id)
            if held and same_content(article, held.article):
                self.changed.pop(article_id, None)
            else:
                self.changed[article_id] = article

    def _articles(self, pages: list[Page]) -> Iterator[Article]:
        """Yield what is no older than the revision that is stored; an import may have brought a later one."""
        for page, found in zip(pages, parse_batch(self._run.workers, pages, self._run.sources), strict=True):
            stored_id = self._by_fetch.get((page.source_id, page.fetched_at))
            if isinstance(found, Rejection):
                self.rejections.append(found)
                if stored_id and found.reason not in FAULTS:
                    self.unreadable.add(stored_id)
                continue
            article = replace(found, article_id=stored_id) if stored_id else found
            if notice := retraction_notice(article):
                self.rejections.append(Rejection(article.url, "understand", RETRACTED, notice))
            elif _at(article) >= self._fetched.get(article.article_id, _at(article)):
                yield article


def _at(article: Article) -> datetime:
    if article.fetched_at is None:
        raise AssertionError(f"{article.url}: an archived page has a time of fetching")
    return article.fetched_at


def same_content(a: Article, b: Article) -> bool:
    """Tell whether two readings of an article say the same, whenever they were fetched."""
    return replace(a, fetched_at=None) == replace(b, fetched_at=None)


def _changes(run: Run, archived: _Archived, ids: list[str]) -> Understood:
    """Read these articles; return those that say otherwise than is stored, and all rejections."""
    stored = run.warehouse.stored_readings(ids)
    articles = [archived.changed.get(article_id) or stored[article_id].article for article_id in ids]
    read = understand_articles(a for a in articles if a.article_id not in archived.unreadable)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in read.mentions:
        mentions[mention.article_id].append(mention)
    run.count(articles=len(articles), kept=len(mentions))
    emptied = [a for a in articles if a.article_id in archived.unreadable]
    changed = [a for a in (*read.articles, *emptied) if _differs(a, mentions[a.article_id], stored.get(a.article_id))]
    told = tuple(mention for article in changed for mention in mentions[article.article_id])
    return Understood(tuple(changed), told, read.rejections)


def _differs(article: Article, mentions: Iterable[Mention], stored: StoredReading | None) -> bool:
    if stored is None or not same_content(article, stored.article):
        return True
    return frozenset(surest(mentions).values()) != stored.mentions or sign(article) != stored.signature
