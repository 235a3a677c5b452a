"""The main job in this process, with a Prefect server of its own where none is configured."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from prefect.exceptions import TerminationSignal
from prefect.server.api.server import SubprocessASGIServer
from prefect.settings import get_current_settings

from flows.news import news
from monitor.errors import MonitorError
from monitor.pipeline import RunSummary

_SERVER = b"prefect.server.api.server"
MOST_TRIES = 3
_HOME = "MONITOR_RUN_OF"
_OF_PREFECT = ("prefect", "httpx", "httpcore")


def run_alone(home: Path) -> RunSummary:
    """Run the news flow once; the caller sees to it that a home has one such run at a time.

    Ctrl-C and SIGTERM end the process at once, and so does a Prefect server that is gone. Raises MonitorError.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end_at_once)
    try:
        if get_current_settings().api.url is None:
            _start_server(home)
        return asyncio.run(news(home=str(home)))
    except TerminationSignal:  # what Prefect makes of SIGTERM within a flow
        _end_at_once(signal.SIGTERM, None)
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in _OF_PREFECT:
            raise
        _end(f"Prefect's server failed ({type(error).__name__}: {error}); what is stored is whole: run again", 1)


def _start_server(home: Path) -> None:
    """Start the server that ends with this process, after that of a run which was killed and could not end its own."""
    os.environ[_HOME] = str(home)  # handed on to the server
    _end_orphans(f"{_HOME}={home}".encode())
    folder = get_current_settings().home
    try:
        _require_readable(folder / "prefect.db")
        _Server().start()
    except (RuntimeError, sqlite3.Error) as error:
        raise MonitorError(
            f"{folder}: Prefect's server does not start ({error}); move that folder away (it holds no news), "
            "then run again"
        ) from error


class _Server(SubprocessASGIServer):
    """One that fails to start is tried at other ports, as Prefect does, but not for ever."""

    tries = 0

    def find_available_port(self) -> int:
        self.tries += 1
        if self.tries > MOST_TRIES:
            raise RuntimeError(f"it ended {MOST_TRIES} times as it began")
        return super().find_available_port()


def _require_readable(database: Path) -> None:
    """Raise sqlite3.Error for a damaged database, of which the server itself would only leave pages of frames."""
    if database.exists():
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA quick_check(1)").fetchall()


def _end_orphans(mark: bytes) -> None:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended, or is somebody else's
            is_server = _SERVER in (process / "cmdline").read_bytes()
            if is_server and mark in (process / "environ").read_bytes().split(b"\0"):
                os.kill(int(process.name), signal.SIGKILL)


def _server_process() -> Any:
    return SubprocessASGIServer().server_process


def _end_at_once(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    _end("interrupted; what is stored is whole, and the next run goes on from there", 128 + number)


def _end(message: str, code: int) -> NoReturn:
    """End the process and its server there and then: whatever a run does, it may be killed at any moment.

    Prefect would try for minutes to tell a server that is gone how the run ended; Ctrl-C in a terminal ends it, too.
    """
    os.write(2, f"monitor: {message}\n".encode())
    if server := _server_process():
        server.kill()
    os._exit(code)
