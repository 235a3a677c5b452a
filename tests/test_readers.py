"""Readers are never blocked, and never see half of a load, while a run loads and publishes."""

from __future__ import annotations

from monitor.settings import Home
from monitor.warehouse import open_warehouse
from readers import crowd, load_and_publish
from warehouse_rows import PLACES, SOURCE

READERS = 4
STATES = 4
MOST_LOADS = 500


def test_readers_go_on_while_loads_are_published(home: Home) -> None:
    with open_warehouse(home) as warehouse:
        warehouse.record_places(PLACES)
        warehouse.record_sources([SOURCE])
        load_and_publish(warehouse, home, 0)
        with crowd(home, READERS, pause_seconds=0.05) as readers:
            loads = 1
            # Until each reader has come in between some loads, however slow the machine.
            while min(readers.states()) < STATES and loads < MOST_LOADS:
                load_and_publish(warehouse, home, loads)
                loads += 1
            saw = readers.stop()
        assert warehouse.check() == []
    assert [one.faults for one in saw] == [[]] * READERS
    assert all(len(one.states) >= STATES for one in saw)
    assert all(one.reads and one.polls for one in saw)
    assert all(count <= loads * 5 for one in saw for count in one.states)
