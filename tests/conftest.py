"""What several test files share."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from commands import monitor_json
from monitor.demo import demo_web
from monitor.settings import Home
from monitor.warehouse import Warehouse, open_warehouse
from warehouse_rows import GAZETTE, PLACES, SOURCE


def pytest_configure() -> None:
    """Let what tests start be ended by Ctrl-C: a job in the background of a shell, and all it starts, ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a gzip stream shortly: it carries the clock, and all workers must collect tests of the same names."""
    return "gzipped" if isinstance(val, bytes) and val.startswith(b"\x1f\x8b") else None


@dataclass(frozen=True)
class DemoRuns:
    """The demo run twice in one home: what each run printed, what was asked the second time, what stood in public/."""

    home: Path
    first: Mapping[str, Any]
    second: Mapping[str, Any]
    asked_again: tuple[tuple[str, str, int], ...]
    published: tuple[Mapping[str, bytes], Mapping[str, bytes]]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoRuns:
    """The real demo, once for all tests: each run of a flow costs Prefect's start."""
    home = tmp_path_factory.mktemp("demo") / "home"
    first = monitor_json("demo", "--home", home)
    before = _published(home)
    with demo_web(Home(home)) as web:
        second = monitor_json("run", "--home", home)
        asked = tuple(web.requests)
    return DemoRuns(home, first, second, asked, (before, _published(home)))


def _published(home: Path) -> dict[str, bytes]:
    public = home / "public"
    return {str(path.relative_to(public)): path.read_bytes() for path in public.rglob("*") if path.is_file()}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return Home(tmp_path)


@pytest.fixture
def warehouse(home: Home) -> Iterator[Warehouse]:
    """A warehouse that knows the places and sources of `warehouse_rows`."""
    with open_warehouse(home) as opened:
        opened.record_places(PLACES)
        opened.record_sources([SOURCE, GAZETTE])
        yield opened
