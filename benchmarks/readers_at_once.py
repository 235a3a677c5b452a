"""Fifty processes read the database and poll the feed through `monitor serve` while fifty loads are published.

Prints what they saw, and how long a load takes with them and without them.
Run: .venv/bin/python benchmarks/readers_at_once.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from monitor.settings import Home
from monitor.warehouse import Warehouse, open_warehouse
from readers import crowd, load_and_publish
from warehouse_rows import PLACES, SOURCE

PROCESSES = 50
PAUSE_SECONDS = 2.0
LOADS = 50


def seconds_a_load(warehouse: Warehouse, home: Home, first: int) -> float:
    """Load and publish `LOADS` times and return the mean time of one."""
    begun = time.perf_counter()
    for number in range(first, first + LOADS):
        load_and_publish(warehouse, home, number)
    return (time.perf_counter() - begun) / LOADS


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        with open_warehouse(home) as warehouse:
            warehouse.record_places(PLACES)
            warehouse.record_sources([SOURCE])
            alone = seconds_a_load(warehouse, home, 0)
            with crowd(home, PROCESSES, PAUSE_SECONDS) as readers:
                while not all(readers.states()):
                    time.sleep(0.1)
                crowded = seconds_a_load(warehouse, home, LOADS)
                saw = readers.stop()
        faults = [fault for one in saw for fault in one.faults]
        states = [len(one.states) for one in saw]
        print(f"{PROCESSES} processes: {sum(one.reads for one in saw)} reads of the database,")
        print(f"{sum(one.polls for one in saw)} polls, {sum(one.not_modified for one in saw)} answered 304;")
        print(f"each saw {min(states)} to {max(states)} of the {LOADS} loads; {len(faults)} errors or torn reads")
        print(f"a load with its publishing: {alone:.2f} s alone, {crowded / alone:.1f} times that among them")
        for fault in sorted(set(faults))[:10]:
            print(fault)


if __name__ == "__main__":
    main()
