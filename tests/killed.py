"""Runs that are killed, what must hold in their home at whatever moment it was, and what after the next run."""

from __future__ import annotations

import csv
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
from warcio.archiveiterator import ArchiveIterator

from commands import SCRIPT, environment
from homes import feed
from monitor.collect.archive_reading import read_pages
from monitor.demo import demo_web
from monitor.errors import ArchiveError
from monitor.settings import Home
from monitor.warehouse import open_warehouse

ONE_RUN = (sys.executable, str(Path(__file__).with_name("one_run.py")))
STEPS = ("open", "collect", "understand", "load", "publish", "close")
HALF = 5
"""Sources of the demo that a home which is not new was filled from."""
# What all homes that saw the same web share, whatever happened in between.
CONTENT = (
    "SELECT * EXCLUDE (announced_at, updated_at) FROM events ORDER BY event_id",
    "SELECT * EXCLUDE (fetched_at) FROM articles ORDER BY article_id",
    "SELECT * FROM mentions ORDER BY ALL",
    "SELECT url, step, reason, detail FROM rejections ORDER BY url, step",
    "SELECT guid, event_id, stage FROM store.items ORDER BY guid",
    "SELECT source_id, url, etag, status FROM store.visited ORDER BY source_id, url",
)
Content = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Killing:
    """A new home and one that has half of the demo's web, seconds of each step, what an unkilled run leaves of each.

    Only the ids of some events differ between the two: an event keeps the id that its first articles gave it.
    """

    beginnings: tuple[Path, Path]
    seconds: Mapping[str, float]
    expected: tuple[Content, Content]
    folder: Path

    def check(self, steps: Sequence[str], seed: int) -> list[str]:
        """Kill a run somewhere in each of these steps in one home, then let one end; return where each was killed.

        Raises AssertionError, naming what is wrong, after whichever of them.
        """
        home = Path(shutil.copytree(self.beginnings[seed % 2], self.folder / "killed"))
        chance = random.Random(seed)
        killed = []
        try:
            for step in steps:
                killed.append(_kill(ONE_RUN, home, step, chance.random() * self.seconds[step]))
                check_after_kill(home)
            _run_to_its_end(home)
            self._check_after_next_run(home, self.expected[seed % 2])
        finally:
            shutil.rmtree(home)
        return killed

    def check_command(self, kills: int, seed: int, seconds: float) -> None:
        """The same with `monitor run`, killed anywhere in that many seconds."""
        home = Path(shutil.copytree(self.beginnings[seed % 2], self.folder / "killed"))
        chance = random.Random(seed)
        command = (str(SCRIPT), "run", "--home", str(home))
        try:
            for _ in range(kills):
                _kill(command, home, None, chance.random() * seconds)
                check_after_kill(home)
            subprocess.run(command, check=True, env=environment(), stdout=subprocess.DEVNULL, timeout=300)
            self._check_after_next_run(home, self.expected[seed % 2])
        finally:
            shutil.rmtree(home)

    @staticmethod
    def _check_after_next_run(home: Path, expected: Content) -> None:
        check_after_kill(home)
        for what, had in content(home).items():
            assert had == expected[what], f"{what}: {_difference(had, expected[what])}"
        left = [path for path in home.rglob("*") if ".tmp" in path.name or path.name.endswith(".open")]
        assert not left, f"left behind: {left}"
        archived = {(page.source_id, page.fetched_at) for path in _archive(home) for page in read_pages(path)}
        with open_warehouse(Home(home)) as warehouse:
            lost = [name for name, source_id, at in warehouse.fetches() if (source_id, at) not in archived]
        assert not lost, f"articles whose page is not in the archive: {lost}"


@contextmanager
def killing() -> Iterator[Killing]:
    """Serve the demo's web, and fill the homes from it."""
    with tempfile.TemporaryDirectory(prefix="monitor-killed-") as name:
        folder = Path(name)
        new, half = folder / "new", folder / "half"
        with demo_web(Home(new)):
            sources = (new / "sources.toml").read_text("utf-8")
            shutil.copytree(new, half)
            (half / "sources.toml").write_text("[[source]]".join(sources.split("[[source]]")[: HALF + 1]), "utf-8")
            _run_to_its_end(half)
            (half / "sources.toml").write_text(sources, "utf-8")
            for beginning in (half, new):
                shutil.copytree(beginning, folder / f"{beginning.name}-to-its-end")
                seconds = _run_to_its_end(folder / f"{beginning.name}-to-its-end")
            expected = content(folder / "new-to-its-end"), content(folder / "half-to-its-end")
            yield Killing((new, half), seconds, expected, folder)


def content(home: Path) -> Content:
    """What a home holds, by the query that tells it; without moments."""
    with duckdb.connect(str(home / "warehouse" / "monitor.duckdb"), read_only=True) as database:
        found: dict[str, Sequence[Any]] = {sql: database.execute(sql).fetchall() for sql in CONTENT}
    archived = sorted((page.source_id, page.url) for path in _archive(home) for page in read_pages(path))
    return {**found, "the feed": sorted(feed(home).items()), "the archive": archived}


def check_after_kill(home: Path) -> None:
    """What holds at whatever moment a run was killed."""
    for path in sorted((home / "public").rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            _read_whole(path)
    if (home / "warehouse" / "monitor.duckdb").exists():
        _read_whole(home / "warehouse" / "monitor.duckdb")
    for path in sorted((home / "archive").glob("*.warc.gz*")):
        _check_archive(path)
    with tempfile.TemporaryDirectory() as name:  # a copy: the next run shall find what the killed one left
        if (home / "warehouse").exists():
            shutil.copytree(home / "warehouse", Path(name) / "warehouse")
        with open_warehouse(Home(Path(name))) as warehouse:
            wrong = warehouse.check()
        assert not wrong, wrong


def _archive(home: Path) -> list[Path]:
    return sorted((home / "archive").glob("*.warc.gz"))


def _kill(command: Sequence[str], home: Path, step: str | None, seconds: float) -> str:
    """Kill a run that long after it began that step, or itself; return the step it had come to, `done` after all."""
    given = [*command, str(home)] if step else list(command)
    with subprocess.Popen(given, stdout=subprocess.PIPE, text=True, env=environment()) as run:
        assert run.stdout
        while step and run.stdout.readline().strip() != step:
            assert run.poll() is None, f"ended before it came to {step}"
        time.sleep(seconds)
        run.kill()
        said = run.stdout.read().split() if step else []
        run.wait()
    assert run.returncode in (-signal.SIGKILL, 0), f"failed with exit code {run.returncode}"
    if run.returncode == 0:
        return "done"
    return said[-1] if said else step or ""


def _run_to_its_end(home: Path) -> dict[str, float]:
    """Run once and return the seconds that each step took."""
    at: list[tuple[str, float]] = []
    with subprocess.Popen([*ONE_RUN, str(home)], stdout=subprocess.PIPE, text=True, env=environment()) as run:
        assert run.stdout
        for line in run.stdout:
            at.append((line.strip(), time.monotonic()))
    assert run.returncode == 0, f"failed with exit code {run.returncode}"
    return {step: end - begin for (step, begin), (_, end) in pairwise(at)}


def _read_whole(path: Path) -> None:
    """Read a file as people do; whatever it raises means that half of it is there."""
    match path.suffix:
        case ".xml" | ".atom" | ".opml":
            ElementTree.parse(path)
        case ".json":
            json.loads(path.read_text("utf-8"))
        case ".html":
            assert path.read_text("utf-8").rstrip().endswith("</html>"), path
        case ".csv":
            with path.open(encoding="utf-8", newline="") as file:
                widths = {len(row) for row in csv.reader(file, strict=True)}
            assert len(widths) == 1, path
        case ".parquet":
            with duckdb.connect() as database:
                database.execute(f"SELECT count(*) FROM '{path}'").fetchall()
        case ".duckdb":
            with duckdb.connect(str(path), read_only=True) as database:
                database.execute("SELECT count(*) FROM events").fetchall()
        case other:
            raise AssertionError(f"{path}: what is {other}?")


def _check_archive(path: Path) -> None:
    """Read a WARC file by warcio; one that was being written may end in a torn record, and be torn nowhere else."""
    if path.name.endswith(".open"):
        try:
            list(read_pages(path))
        except ArchiveError as error:
            if "the file ends within a record" not in str(error):
                raise
        return
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.content_stream().read()


def _difference(had: Sequence[Any], wanted: Sequence[Any]) -> str:
    missing, more = ([row for row in one if row not in other] for one, other in ((wanted, had), (had, wanted)))
    return f"{len(had)} rows, not {len(wanted)}; missing {missing[:3]}; more {more[:3]}"
