"""The steps in a row: what a flow runs. Holds no rule of its own about news, places or events."""

from __future__ import annotations

import uuid
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from monitor.articles import read_articles
from monitor.batches import ask, understand_batch
from monitor.collect.archive import Archive
from monitor.collect.archive_reading import read_pages
from monitor.collect.hosts import Hosts
from monitor.collect.left_open import LeftOpen
from monitor.collect.rhythm import is_due
from monitor.collect.run import collect_source
from monitor.errors import ArchiveError, ImportFileError, MonitorError, WarehouseError
from monitor.known_ties import read_ties
from monitor.loading import store
from monitor.publish import publish
from monitor.records import Collected, Page, Rejection, Source, Understood, Verdict
from monitor.settings import Home, Settings, load_settings
from monitor.sources import load_sources
from monitor.understand.gazetteer import load_gazetteer
from monitor.understand.promise import promise
from monitor.understanding import joined, understand_articles
from monitor.verdicts import load_verdicts
from monitor.warehouse import LoadCounts, Warehouse, open_warehouse
from monitor.workers import Told, Workers

PAGES_A_BATCH = 200
ARTICLES_A_BATCH = 2_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What one run did, for people.

    `fetched` counts pages, `articles` those read, `kept` those that tell events, `dropped` rejections by reason;
    `sources` has the pages of each source asked, `failed` names those that could not be read and why.
    """

    run_id: str
    flow: str
    status: str
    fetched: int
    articles: int
    kept: int
    dropped: Mapping[str, int]
    events_new: int
    events_changed: int
    announced: int
    sources: Mapping[str, int]
    failed: Mapping[str, str]
    feed: str
    page: str
    database: str


class Run:
    """One run of a flow over an open warehouse: each method is a step, to be called in order."""

    def __init__(
        self, flow: str, home: Home, settings: Settings, warehouse: Warehouse, archive: Archive, workers: Workers
    ) -> None:
        self.flow = flow
        self.home = home
        self.settings = settings
        self.warehouse = warehouse
        self.archive = archive
        self.left_open = LeftOpen(home.archive, settings.max_page_bytes)
        self.workers = workers
        self.started_at = datetime.now(UTC)
        self.run_id = uuid.uuid4().hex[:12]
        self.sources: Mapping[str, Source] = {s.source_id: s for s in load_sources(home, settings)}
        self.verdicts = load_verdicts(home, load_gazetteer())
        self.collected: list[Collected] = []
        self.asked: dict[tuple[str, str], Future[Told]] = {}
        """What workers read while other pages are still being fetched, until `understand` takes it."""
        self._counts: Counter[str] = Counter()
        self._dropped: Counter[str] = Counter()
        self._pages: dict[str, int] = {}

    def resume(self) -> None:
        """Take over what runs that ended early had fetched but not stored, to be loaded with what is collected now."""
        self.left_open.read()

    def due(self) -> list[str]:
        """Return the ids of the sources that are worth asking now by their own rhythm, or of which pages were left."""
        visited = self.warehouse.visited
        now = datetime.now(UTC)
        sources, left = self.sources.items(), self.left_open.sources()
        return [name for name, source in sources if name in left or is_due(source, visited(name), now)]

    async def collect(self, source_id: str, hosts: Hosts) -> Collected:
        """Ask one source and fetch what is new there; what an earlier run left of it comes along."""
        source, visited = self.sources[source_id], self.warehouse.visited(source_id)
        left = self.left_open.not_stored(source_id, visited)
        promised = partial(promise, country=source.country)
        collected = await collect_source(
            source, visited, hosts, self.archive, self.settings, left=left, promise=promised, fetched=self._read_ahead
        )
        self.collected.append(collected)
        self._pages[source_id] = len(collected.pages)
        self._counts["fetched"] += len(collected.pages)
        self._drop(collected.rejections)
        return collected

    def understand(self, pages: Sequence[Page]) -> Understood:
        """Read a batch of pages; those just fetched are being read, or have been, since they came."""
        return understand_batch(self.workers, pages, self.sources, self.asked)

    def _read_ahead(self, page: Page) -> None:
        self.asked[page.source_id, page.url] = ask(self.workers, page, self.sources.get(page.source_id))

    def load(self, batches: Iterable[Understood], *, bulk: bool = False, whole: bool = False) -> LoadCounts:
        """Resolve and store what was read, in one transaction; `bulk` and `whole` as in `store`.

        With `whole` the batches are but what changed, and who calls counts what was read.
        """
        understood = joined(batches)
        self.archive.sync()
        counts = store(
            self.warehouse,
            self.settings,
            understood,
            self.collected,
            self.sources,
            self.verdicts,
            now=datetime.now(UTC),
            bulk=bulk,
            whole=whole,
        )
        self.collected = []
        self.left_open.finish()
        self._drop(understood.rejections)
        if not whole:
            kept = {mention.article_id for mention in understood.mentions}
            self.count(articles=len(understood.articles), kept=len(kept))
        self._counts.update(asdict(counts))
        return counts

    def publish(self, status: str = "done") -> tuple[Path, ...]:
        """Write `public/`, then the database that people open, in which the run has ended as `status`."""
        changed = publish_all(self.warehouse, self.settings, self.home)
        self.warehouse.end_run(self.run_id, datetime.now(UTC), status, self._run_counts())
        self.warehouse.snapshot()
        return changed

    def summary(self, failed: Mapping[str, str], status: str = "done") -> RunSummary:
        """Return what the run did so far."""
        return RunSummary(
            run_id=self.run_id,
            flow=self.flow,
            status=status,
            fetched=self._counts["fetched"],
            articles=self._counts["articles"],
            kept=self._counts["kept"],
            dropped=dict(self._dropped.most_common()),
            events_new=self._counts["events_new"],
            events_changed=self._counts["events_changed"],
            announced=self._counts["announced"],
            sources=dict(self._pages),
            failed=dict(failed),
            feed=str(self.home.public / "feed.xml"),
            page=str(self.home.public / "index.html"),
            database=str(self.home.snapshot_file),
        )

    def count(self, **numbers: int) -> None:
        """Add to the counts of the summary."""
        self._counts.update(numbers)

    def _drop(self, rejections: Iterable[Rejection]) -> None:
        self._dropped.update(rejection.reason for rejection in rejections)

    def _run_counts(self) -> dict[str, int]:
        return {**self._counts, "rejected": self._dropped.total()}


@contextmanager
def open_run(flow: str, home: Home) -> Iterator[Run]:
    """Open warehouse and archive for a run; a run that fails is stored as failed.

    What a killed run left of its archive is cut to whole records first. Raises SettingsError, SourcesError,
    WarehouseBusyError, WarehouseError or ArchiveError where it cannot begin.
    """
    settings = load_settings(home)
    with ExitStack() as stack:
        warehouse = stack.enter_context(open_warehouse(home))
        started_at = datetime.now(UTC)
        archive = stack.enter_context(Archive(home.archive, uuid.uuid4().hex[:8], started_at))
        run = Run(flow, home, settings, warehouse, archive, stack.enter_context(Workers(settings)))
        warehouse.record_sources(run.sources.values())
        warehouse.record_places(load_gazetteer().places.values())
        warehouse.start_run(run.run_id, flow, run.started_at)
        try:
            yield run
        except BaseException:
            # Where not even that can be stored, the next run finds it interrupted; what went wrong first is told.
            with suppress(WarehouseError):
                warehouse.end_run(run.run_id, datetime.now(UTC), "failed", {})
            raise


def republish(home: Home) -> tuple[Path, ...]:
    """Heed `verdicts.toml`, write `public/` and snapshot anew, and return the files that changed in `public/`.

    Raises SettingsError, SourcesError, VerdictsError, WarehouseError where nothing was stored yet, PublishError.
    """
    settings = load_settings(home)
    with open_stored(home) as warehouse:
        return heed_verdicts(warehouse, settings, home)


@contextmanager
def open_stored(home: Home) -> Iterator[Warehouse]:
    """Open the warehouse of a home in which something is stored already; WarehouseError in another."""
    if not home.writer_file.exists():
        raise WarehouseError(f"{home.writer_file}: nothing is stored yet; `monitor run` first")
    with open_warehouse(home) as warehouse:
        yield warehouse


def heed_verdicts(warehouse: Warehouse, settings: Settings, home: Home) -> tuple[Path, ...]:
    """Apply what changed in `verdicts.toml`, publish, and return the files that changed in `public/`."""
    verdicts = load_verdicts(home, load_gazetteer())
    if verdicts != warehouse.verdicts():
        store_verdicts(warehouse, settings, verdicts)
    changed = publish_all(warehouse, settings, home)
    warehouse.snapshot()
    return changed


def store_verdicts(warehouse: Warehouse, settings: Settings, verdicts: Sequence[Verdict]) -> None:
    """Decide the events anew that these verdicts are about, or were about before; VerdictsError where one is unfit."""
    store(warehouse, settings, Understood((), (), ()), (), {}, verdicts, now=datetime.now(UTC), bulk=True)


def publish_all(warehouse: Warehouse, settings: Settings, home: Home) -> tuple[Path, ...]:
    """Write exports, feeds and page, and return the files that changed: first what the page leads to, then the page."""
    exported = warehouse.export(home.public)
    items = warehouse.items(withdrawn_since=datetime.now(UTC) - timedelta(days=settings.withdrawn_days))
    return (*exported, *publish(items, settings, home.public, load_gazetteer().places, warehouse.health()))


def all_failed(failed: Mapping[str, str], sources: Mapping[str, Source]) -> MonitorError | None:
    """Return the error of a run in which no source could be read, None where one could."""
    if not sources:
        return MonitorError("no source is enabled: add one to the home's sources.toml, see `monitor sources`")
    if len(failed) < len(sources):
        return None
    reasons = "; ".join(f"{source_id}: {error}" for source_id, error in sorted(failed.items())[:5])
    return MonitorError(f"none of the {len(sources)} sources could be read: {reasons}")


def import_files(run: Run, paths: Sequence[Path]) -> None:
    """Load articles (`.jsonl`) and archived pages (`.warc.gz`) after each file was found readable to its end.

    Raises ImportFileError naming file and line, or ArchiveError naming file, record and offset, before anything of
    any file is stored.
    """
    for path in paths:
        _check_importable(path)
    for path in paths:
        for batch in _import_batches(run, path):
            run.load([batch], bulk=True)


def import_ties(run: Run, paths: Sequence[Path]) -> None:
    """Load known ties (`.csv`) as background; ImportFileError, naming file and line, before any is stored."""
    run.load([read_ties(path, load_gazetteer()) for path in paths], bulk=True)


def _check_importable(path: Path) -> None:
    if path.name.endswith((".warc", ".warc.gz")):
        if not path.is_file():
            raise ImportFileError(f"{path}: no such file")
        try:
            deque(read_pages(path), maxlen=0)
        except ArchiveError as error:
            raise ArchiveError(f"{error}; nothing was imported: get the file whole, then import again") from error
    elif path.suffix == ".jsonl":
        deque(read_articles(path), maxlen=0)
    else:
        raise ImportFileError(f"{path}: only .jsonl articles and .warc.gz pages can be imported")


def _import_batches(run: Run, path: Path) -> Iterator[Understood]:
    if path.suffix == ".jsonl":
        for articles in batched(read_articles(path), ARTICLES_A_BATCH):
            yield understand_articles(articles)
        return
    for pages in batched(read_pages(path, run.settings.max_page_bytes), PAGES_A_BATCH):
        yield run.understand(pages)


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists of at most `size`."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
