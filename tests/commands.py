"""The console script as people run it, and what tests look up in a home afterwards."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

SCRIPT = Path(sys.executable).with_name("monitor")
SECONDS = 120.0


def environment() -> dict[str, str]:
    """Return an environment in which nobody's own home or Prefect server plays a part.

    All tests share one folder for Prefect: filling a new one takes it ten seconds.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "MONITOR_"))}
    return {**kept, "PYTHONUTF8": "1", "PREFECT_HOME": _prefect_home()}


@lru_cache(maxsize=1)
def _prefect_home() -> str:
    folder = tempfile.mkdtemp(prefix="monitor-tests-prefect-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def monitor(*arguments: object, stdin: str | None = None, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `monitor …` to its end."""
    return subprocess.run(
        [str(SCRIPT), *map(str, arguments)],
        check=False,
        capture_output=True,
        input=stdin,
        cwd=cwd,
        env=environment(),
        timeout=SECONDS,
        encoding="utf-8",
    )


def monitor_json(*arguments: object) -> Any:
    """Run a command that must succeed, and return the JSON it prints."""
    done = monitor(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def query(home: Path, sql: str) -> list[tuple[Any, ...]]:
    """Ask the file that people open."""
    with duckdb.connect(str(home / "warehouse" / "monitor.duckdb"), read_only=True) as database:
        return database.execute(sql).fetchall()


def write_lines(path: Path, *articles: dict[str, Any]) -> Path:
    """Write articles as JSON lines."""
    path.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), "utf-8")
    return path


def source_table(name: str, address: str) -> str:
    """Return the declaration of a feed on loopback."""
    home = address.rpartition("/")[0]
    return (
        f'[[source]]\nsource_id = "{name}"\nname = "{name}"\nhome = "{home}/"\naddress = "{address}"\n'
        'country = "PK"\nlang = "en"\nkind = "feed"\ndelay_seconds = 0.0\n'
    )
