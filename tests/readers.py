"""People who read while a run writes: many processes of `one_reader.py`, and loads that they could see half of."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from commands import SCRIPT, environment
from monitor.pipeline import publish_all
from monitor.settings import Home, Settings
from monitor.warehouse import Load, Warehouse
from one_reader import AT_ONCE
from warehouse_rows import LATER, NOW, article, event, mention, resolved

ONE_READER = Path(__file__).with_name("one_reader.py")


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
def crowd(home: Home, size: int, pause_seconds: float) -> Iterator[Crowd]:
    """Start `monitor serve` and `size` readers of it and of the database, with a pause between two looks of each.

    They end with the block.
    """
    started: list[subprocess.Popen[bytes]] = []
    try:
        server = subprocess.Popen(
            [str(SCRIPT), "serve", "--port", "0", "--home", str(home.root)], stdout=subprocess.PIPE, env=environment()
        )
        started.append(server)
        port = server.stdout.readline().decode().split("/ (")[0].rpartition(":")[2]  # type: ignore[union-attr]
        logs = tuple(home.root / f"reader-{number}.log" for number in range(size))
        for log in logs:
            command = [sys.executable, str(ONE_READER), str(home.snapshot_file), port, str(log), str(pause_seconds)]
            started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        yield Crowd(logs, tuple(started[1:]))
    finally:
        for process in started:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
