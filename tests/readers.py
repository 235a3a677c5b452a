"""People who read while a run writes: processes that open the database and poll the feed, and say what they saw.

Run as a program (`python readers.py HOME PORT LOG`) it is one such process; `crowd` starts many.
"""

from __future__ import annotations

import csv
import io
import json
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb

from commands import SCRIPT, environment
from monitor.pipeline import publish_all
from monitor.settings import Home, Settings
from monitor.warehouse import Load, Warehouse
from warehouse_rows import LATER, NOW, article, event, mention, resolved

AT_ONCE = 5
"""Articles, events and items of one load: whoever counts anything else has seen half of one."""
COUNTS = """
SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM articles), (SELECT count(*) FROM event_articles),
    (SELECT count(*) FROM events WHERE announced_at IS NOT NULL), (SELECT sum(article_count)::INTEGER FROM events)
"""
PAUSE_SECONDS = 0.2
"""Between two rounds of one process: people do not ask in a tight loop, and fifty that do would measure the machine."""
FEEDS = ("feed.xml", "feed.json", "events.csv")


def load_and_publish(warehouse: Warehouse, home: Home, number: int) -> None:
    """One more load: everything of it becomes visible at once, or nothing."""
    numbers = range(number * AT_ONCE, (number + 1) * AT_ONCE)
    said = {n: mention(f"a{n}", date=f"{1000 + n}") for n in numbers}
    decided = [(event(f"e{n}", one), [one]) for n, one in said.items()]
    warehouse.apply(
        Load(
            now=NOW if not number else LATER,
            articles=tuple(article(n) for n in numbers),
            mentions=tuple(said.values()),
            resolution=resolved(*decided),
            announcements=tuple((f"e{n}:signed", f"e{n}", "signed") for n in numbers),
        )
    )
    publish_all(warehouse, Settings(), home)
    warehouse.snapshot()


@dataclass(frozen=True)
class Saw:
    """What one process saw: reads and polls that went well, those answered by 304, whole loads seen one by one."""

    reads: int
    polls: int
    not_modified: int
    states: list[int]
    faults: list[str]


@dataclass(frozen=True)
class Crowd:
    """Running readers; `states` tells how many states each has seen so far."""

    logs: tuple[Path, ...]
    processes: tuple[subprocess.Popen[bytes], ...]

    def states(self) -> list[int]:
        return [len(log.read_text().splitlines()) if log.exists() else 0 for log in self.logs]

    def stop(self) -> list[Saw]:
        """End all of them and return what each saw."""
        for process in self.processes:
            process.stdin.close()  # type: ignore[union-attr]
        return [Saw(**json.loads(process.stdout.read())) for process in self.processes]  # type: ignore[union-attr]


@contextmanager
def crowd(home: Home, size: int) -> Iterator[Crowd]:
    """Start `monitor serve` and `size` readers of it and of the database; they end with the block."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        server = subprocess.Popen(
            [str(SCRIPT), "serve", "--port", "0", "--home", str(home.root)], stdout=subprocess.PIPE, env=environment()
        )
        started.append(server)
        port = server.stdout.readline().decode().split("/ (")[0].rpartition(":")[2]  # type: ignore[union-attr]
        logs = tuple(home.root / f"reader-{number}.log" for number in range(size))
        for log in logs:
            command = [sys.executable, __file__, str(home.root), port, str(log)]
            started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        yield Crowd(logs, tuple(started[1:]))
    finally:
        for process in started:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()


class Reader:
    """One process: reads and polls until its standard input ends."""

    def __init__(self, home: Home, port: int, log: Path) -> None:
        self._home, self._port, self._log = home, port, log
        self._tags: dict[str, str] = {}
        self._faults: list[str] = []
        self._states: list[int] = []
        self._reads = self._polls = self._not_modified = 0

    def read_database(self) -> None:
        """Open the snapshot anew and count what belongs together."""
        with duckdb.connect(str(self._home.snapshot_file), read_only=True) as database:
            (counts,) = database.execute(COUNTS).fetchall()
        if len(set(counts)) != 1 or counts[0] % AT_ONCE or (self._states and counts[0] < self._states[-1]):
            self._faults.append(f"torn: {counts} after {self._states[-1:]}")
        elif counts[0] not in self._states[-1:]:
            self._states.append(counts[0])
            with self._log.open("a") as log:
                log.write(f"{counts[0]}\n")
        self._reads += 1

    def poll(self, name: str) -> None:
        """Ask for a file as a feed reader does, and count its items."""
        connection = HTTPConnection("127.0.0.1", self._port, timeout=120)
        try:
            connection.request("GET", f"/{name}", headers={"If-None-Match": self._tags.get(name, '"none"')})
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        if answer.status == 304:
            self._not_modified += 1
        elif answer.status != 200:
            self._faults.append(f"{name}: {answer.status}")
        elif (items := _items(name, body)) % AT_ONCE or not items:
            self._faults.append(f"{name}: {items} items")
        self._tags[name] = answer.headers["ETag"]
        self._polls += 1

    def go(self) -> dict[str, Any]:
        """Read and poll until nobody listens any more; nothing that goes wrong ends it."""
        names = cycle(FEEDS)
        while not _ended():
            try:
                self.read_database()
                self.poll(next(names))
            except Exception as error:
                self._faults.append(f"{type(error).__name__}: {error}")
        return {
            "reads": self._reads,
            "polls": self._polls,
            "not_modified": self._not_modified,
            "states": self._states,
            "faults": self._faults[:20],
        }


def _items(name: str, body: bytes) -> int:
    if name == "feed.xml":
        return len({guid.text for guid in ElementTree.fromstring(body).iterfind("channel/item/guid")})
    if name == "feed.json":
        return len(json.loads(body)["items"])
    return len(list(csv.DictReader(io.StringIO(body.decode("utf-8")))))


def _ended() -> bool:
    ready, _, _ = select.select([sys.stdin], [], [], PAUSE_SECONDS)
    return bool(ready)


if __name__ == "__main__":
    print(json.dumps(Reader(Home(Path(sys.argv[1])), int(sys.argv[2]), Path(sys.argv[3])).go()))
