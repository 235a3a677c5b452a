"""The demo: a small invented news web on loopback, collected into a home of its own by the same flow as `run`."""

from __future__ import annotations

import socket
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from monitor.demo.server import HOST, DemoWeb
from monitor.errors import MonitorError
from monitor.settings import Home

_FOLDER = Path(__file__).parent
_FIRST_PORT = 8701
_PORT_TRIES = 20
_MARK = "# written by `monitor demo`"


@contextmanager
def demo_web(home: Home) -> Iterator[DemoWeb]:
    """Serve the demo's outlets, and write the home's `monitor.toml` and `sources.toml` that point to them.

    A home keeps its port, so that a second run meets the same addresses. Raises MonitorError where its port is taken,
    or the home is another's or cannot be written.
    """
    _require_own(home)
    outlets: list[dict[str, Any]] = tomllib.loads((_FOLDER / "outlets.toml").read_text("utf-8"))["outlet"]
    ids = [outlet["source_id"] for outlet in outlets]
    port = _port(home, len(ids))
    with ExitStack() as stack:
        try:
            web = stack.enter_context(DemoWeb(_FOLDER / "web", ids, port))
        except OSError as error:
            raise MonitorError(f"the demo needs ports {port} to {port + len(ids) - 1} of {HOST}: {error}") from error
        _write(home.settings_file, _settings())
        _write(home.sources_file, _sources(outlets, web))
        yield web


def _require_own(home: Home) -> None:
    """Keep the demo's news out of a real warehouse, and its files off an operator's."""
    for path in (home.settings_file, home.sources_file):
        if path.exists() and not path.read_bytes().startswith(_MARK.encode()):
            raise MonitorError(f"{path}: not written by the demo, which would overwrite it; choose another --home")
    if home.writer_file.exists() and not home.settings_file.exists():
        raise MonitorError(f"{home.writer_file}: holds real news; choose another --home for the demo")


def _port(home: Home, wanted: int) -> int:
    file = home.root / "port"
    if file.exists() and (kept := file.read_text("utf-8").strip()).isdecimal():
        return int(kept)
    for attempt in range(_PORT_TRIES):
        first = _FIRST_PORT + attempt * 100
        if all(_is_free(port) for port in range(first, first + wanted)):
            _write(file, str(first))
            return first
    raise MonitorError(f"the demo found no {wanted} free ports on {HOST} from {_FIRST_PORT} on")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise MonitorError(f"{path}: cannot be written: {error.strerror or error}") from error


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _settings() -> str:
    return f"{_MARK}\n[fetch]\nallow_loopback = true\n\n[sources]\npackage_sources = false\n"


def _sources(outlets: list[dict[str, Any]], web: DemoWeb) -> str:
    lines = [_MARK]
    for outlet in outlets:
        base = web.bases[outlet["source_id"]]
        lines += [
            "",
            "[[source]]",
            *(f'{key} = "{outlet[key]}"' for key in ("source_id", "name", "country", "lang", "kind", "authority")),
        ]
        lines += [f'home = "{base}{outlet["home"]}"', f'address = "{base}{outlet["address"]}"', "delay_seconds = 0.0"]
    return "\n".join(lines) + "\n"
