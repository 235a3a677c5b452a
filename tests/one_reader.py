"""One process that opens the database and polls the feed until its standard input ends, then says what it saw.

Run: python one_reader.py DATABASE PORT LOG PAUSE_SECONDS. It imports little, since many of it are started at once.
"""

from __future__ import annotations

import csv
import io
import json
import select
import sys
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb

AT_ONCE = 5
"""Articles, events and items of one load: whoever counts anything else has seen half of one."""
COUNTS = """
SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM articles), (SELECT count(*) FROM event_articles),
    (SELECT count(*) FROM events WHERE announced_at IS NOT NULL), (SELECT sum(article_count)::INTEGER FROM events)
"""
FEEDS = ("feed.xml", "feed.json", "events.csv")


class Reader:
    """One process: reads and polls until its standard input ends."""

    def __init__(self, database: Path, port: int, log: Path, pause_seconds: float) -> None:
        self._database, self._port, self._log, self._pause = database, port, log, pause_seconds
        self._tags: dict[str, str] = {}
        self._faults: list[str] = []
        self._states: list[int] = []
        self._reads = self._polls = self._not_modified = 0

    def read_database(self) -> None:
        """Open the snapshot anew and count what belongs together.

        DuckDB opens a file by name more than once. One that was replaced in between is opened again: what came of it
        is the head of one snapshot and the body of another.
        """
        before = self._snapshot()
        try:
            with duckdb.connect(str(self._database), read_only=True) as database:
                opened = self._snapshot()
                (counts,) = database.execute(COUNTS).fetchall()
        except duckdb.IOException:
            if self._snapshot() == before:
                raise
            return
        if opened == before:
            self._check(counts)

    def _snapshot(self) -> tuple[int, int]:
        """Return what tells one snapshot from the next under its name."""
        status = self._database.stat()
        return status.st_ino, status.st_mtime_ns

    def _check(self, counts: tuple[int, ...]) -> None:
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
        while not self._ended():
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

    def _ended(self) -> bool:
        ready, _, _ = select.select([sys.stdin], [], [], self._pause)
        return bool(ready)


def _items(name: str, body: bytes) -> int:
    if name == "feed.xml":
        return len({guid.text for guid in ElementTree.fromstring(body).iterfind("channel/item/guid")})
    if name == "feed.json":
        return len(json.loads(body)["items"])
    return len(list(csv.DictReader(io.StringIO(body.decode("utf-8")))))


if __name__ == "__main__":
    database, port, log, pause = sys.argv[1:]
    print(json.dumps(Reader(Path(database), int(port), Path(log), float(pause)).go()))
