"""The one writer of the database: what the flows call."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from monitor.errors import WarehouseBusyError
from monitor.records import Authority, Item, Place, Report, Signature, Source, SourceHealth, Verdict, Visited
from monitor.settings import Home
from monitor.warehouse import bookkeeping, candidates, items, lookups, replay, ties, verdicts
from monitor.warehouse.apply import apply_load
from monitor.warehouse.candidates import Neighbourhood
from monitor.warehouse.database import Database, translated
from monitor.warehouse.exports import export
from monitor.warehouse.health import sources_health
from monitor.warehouse.load import Load, LoadCounts
from monitor.warehouse.reader import Reader
from monitor.warehouse.schema import migrate, refresh_views, require_known, sql_folder
from monitor.warehouse.snapshot import write_snapshot

ARTICLES_WITH_EVIDENCE = "SELECT article_id, url FROM store.articles SEMI JOIN store.mentions USING (article_id)"


class Warehouse:
    """The open database. Every method raises WarehouseError, naming the file, where it cannot do what it says."""

    def __init__(self, database: Database, file: BinaryIO, snapshot_file: Path, folder: Path) -> None:
        """Take over an open database; `open_warehouse` is the way to get one."""
        self._database = database
        self._file = file
        self._snapshot_file = snapshot_file
        self._folder = folder

    def record_sources(self, sources: Iterable[Source]) -> None:
        """Store all configured sources; those stored before but not among them count as retired from now on."""
        bookkeeping.record_sources(self._database, sources)

    def record_places(self, places: Iterable[Place]) -> None:
        """Store the whole gazetteer in place of the former; does nothing where it did not change."""
        bookkeeping.record_places(self._database, places)

    def visited(self, source_id: str) -> dict[str, Visited]:
        """Return what is remembered of the addresses asked for a source, by URL."""
        return lookups.visited(self._database, source_id)

    def copies(self, signatures: Sequence[Signature]) -> list[tuple[Signature, Authority]]:
        """Return the stored articles that may copy one given, and all that these were grouped with.

        With those given they are all that their groups can be made of.
        """
        return lookups.copies(self._database, signatures)

    def neighbourhood(
        self, new: Sequence[Report], article_ids: Iterable[str], event_ids: Iterable[str] = ()
    ) -> Neighbourhood:
        """Return the stored mentions to resolve with `new` ones: those they could join, and what that could join.

        The stored mentions of `article_ids` and `event_ids` are among them, and so is what these could join: a
        correction or a verdict may move it.
        """
        return candidates.neighbourhood(self._database, new, article_ids, event_ids)

    def all_reports(self) -> list[Report]:
        """Return all stored mentions: what changed rules may move."""
        return candidates.all_reports(self._database)

    def articles_at(self, urls: Iterable[str]) -> list[str]:
        """Return the ids of the stored articles with these canonical URLs."""
        return lookups.articles_at(self._database, urls)

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return the verdicts that the last load heeded."""
        return verdicts.verdicts(self._database)

    def redirects(self) -> dict[str, str]:
        """Return the heir of each event id that was given up."""
        return verdicts.redirects(self._database)

    def known_ties(self) -> set[tuple[str | None, str | None]]:
        """Return the (cn_id, pk_id) of the standing ties that were imported from public lists."""
        return ties.known_ties(self._database)

    def undated_ties(self, pairs: Iterable[tuple[str | None, str | None]]) -> list[str]:
        """Return the events that tell a tie of one of these pairs as news that no article dates."""
        return ties.undated_ties(self._database, pairs)

    def fetches(self) -> list[tuple[str, str, datetime]]:
        """Return (article_id, source_id, fetched_at) of all articles."""
        return replay.fetches(self._database)

    def stored_readings(self, ids: Iterable[str]) -> dict[str, replay.StoredReading]:
        """Return what is stored of these articles, by their ids."""
        return replay.readings(self._database, ids)

    def rejections(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Return reason and detail of all rejections by URL and step."""
        return replay.rejections(self._database)

    def retracted(self) -> list[str]:
        """Return the ids of the articles that their outlets took back."""
        return replay.retracted(self._database)

    def existing_items(self, event_ids: Iterable[str]) -> list[tuple[str, str, str]]:
        """Return (guid, event_id, stage) of the items announced for these events."""
        return items.existing_items(self._database, event_ids)

    def items(self, limit: int | None = None, withdrawn_since: datetime | None = None) -> list[Item]:
        """Return the announced items of events in the feed or withdrawn since then, the newest first, at most `limit`.

        An item shows its event as it is now; only where a further item tells the event's present stage does it keep
        its own (the visit planned, then the visit paid). Reprints are cited after the articles they repeat.
        """
        return items.items(self._database, limit, withdrawn_since)

    def start_run(self, run_id: str, flow: str, started_at: datetime) -> None:
        """Store a run as running; a run_id used before is an error."""
        bookkeeping.start_run(self._database, run_id, flow, started_at)

    def end_run(self, run_id: str, ended_at: datetime, status: str, counts: Mapping[str, int]) -> None:
        """Store how a run ended; the view shows `fetched`, `kept`, `rejected` and the like of `counts`."""
        bookkeeping.end_run(self._database, run_id, ended_at, status, counts)

    def reader(self) -> Reader:
        """Return what answers questions about the database as it is now, not as the snapshot has it."""
        return Reader(self._database)

    def apply(self, load: Load) -> LoadCounts:
        """Store all of `load` in one transaction or, where anything fails, nothing of it."""
        return apply_load(self._database, load)

    def snapshot(self) -> Path:
        """Replace the file people open by a copy of the database as it is now, and return its path."""
        return write_snapshot(self._database, self._file, self._snapshot_file)

    def health(self) -> list[SourceHealth]:
        """Return how each source does, by its id."""
        return sources_health(self._database)

    def export(self, public: Path) -> tuple[Path, ...]:
        """Write all events as `events.csv` and `events.parquet`, and `register.duckdb`; return those that changed."""
        return export(self._database, public)

    def whole_file(self) -> BinaryIO:
        """Return the database file, all that was stored in it, open for reading at its start; it must not be closed."""
        self._database.run("CHECKPOINT")
        self._file.seek(0)
        return self._file

    def articles_with_evidence(self) -> dict[str, str]:
        """Return the URL of each article that mentions an event, by its id."""
        return dict(self._database.rows(ARTICLES_WITH_EVIDENCE))

    def check(self) -> list[str]:
        """Return what is wrong in the database, one `problem: offender` a line; empty where it is sound."""
        with translated(self._folder / "checks.sql"):
            checks = (self._folder / "checks.sql").read_text("utf-8")
        queries = self._database.statements(checks)
        return [f"{problem}: {offender}" for query in queries for problem, offender in self._database.rows(query)]


@contextmanager
def open_warehouse(home: Home) -> Iterator[Warehouse]:
    """Open the home's database for writing, made and migrated where needed; leaving the block closes it.

    Raises WarehouseBusyError where another process writes, WarehouseError for a damaged file or one written by a
    newer version. Runs that a dead process left running are marked interrupted.
    """
    path = home.writer_file
    folder = sql_folder()
    with locked(home), _opened(path) as (database, file):
        migrate(database, folder)
        refresh_views(database, folder)
        bookkeeping.mark_interrupted(database)
        yield Warehouse(database, file, home.snapshot_file, folder)


def require_usable(path: Path) -> None:
    """Raise WarehouseError where the database file at `path` is damaged or newer than this program."""
    with closing(Database(path, read_only=True)) as database:
        require_known(database, sql_folder())


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Hold the writer's lock; WarehouseBusyError where another process holds it."""
    with held(home.writer_file.with_name("writer.lock")):
        yield


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock on a file, made where missing.

    The system takes the lock back when the process ends in whatever way. Raises WarehouseBusyError where another
    process holds it.
    """
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with translated(path):
            _take(handle, path)
        yield
    finally:
        os.close(handle)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Database, BinaryIO]]:
    """Open the database, and its file beside it; `write_snapshot` says why the file may only be closed after it."""
    database = Database(path)
    with closing(database), path.open("rb") as file, closing(database):
        yield database, file


def _take(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise WarehouseBusyError(f"{path}: another run is writing; wait until it has ended") from error
