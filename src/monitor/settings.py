"""Where a run keeps its files (the home) and what its operator may set (`monitor.toml`)."""

from __future__ import annotations

import math
import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from monitor.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """Values of `monitor.toml`, flat: the table names in the file are for the reader only.

    Times are seconds unless the name says otherwise, sizes are bytes.
    """

    base_url: str = "http://127.0.0.1:8780"
    contact: str = ""
    allow_loopback: bool = False
    package_sources: bool = True
    connections_per_host: int = 2
    timeout_seconds: float = 20.0
    max_page_bytes: int = 10_000_000
    links_per_source: int = 200
    seconds_per_source: float = 600.0
    page_seconds: float = 20.0
    page_memory_bytes: int = 2_000_000_000
    min_confidence: float = 0.5
    feed_items: int = 200
    announce_days: int = 30
    withdrawn_days: int = 30
    review_confidence: float = 0.75
    archive_days: int = 30


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds what a run makes and what its operator writes."""

    root: Path

    @property
    def settings_file(self) -> Path:
        return self.root / "monitor.toml"

    @property
    def sources_file(self) -> Path:
        return self.root / "sources.toml"

    @property
    def verdicts_file(self) -> Path:
        return self.root / "verdicts.toml"

    @property
    def writer_file(self) -> Path:
        return self.root / "warehouse" / "writer.duckdb"

    @property
    def snapshot_file(self) -> Path:
        return self.root / "warehouse" / "monitor.duckdb"

    @property
    def robots_file(self) -> Path:
        return self.root / "robots.json"

    @property
    def archive(self) -> Path:
        return self.root / "archive"

    @property
    def public(self) -> Path:
        return self.root / "public"


def find_home(given: str | None) -> Home:
    """Return the home: `--home`, else `MONITOR_HOME`, else the current folder; SettingsError where that is a file."""
    root = Path(given or os.environ.get("MONITOR_HOME") or ".").resolve()
    if root.exists() and not root.is_dir():
        raise SettingsError(f"{root}: is no folder; --home or MONITOR_HOME must name one")
    return Home(root)


def load_settings(home: Home) -> Settings:
    """Read `monitor.toml` of the home; a home without one has the defaults.

    Raises SettingsError for unreadable TOML, an unknown key or a value that cannot be used.
    """
    path = home.settings_file
    if not path.exists():
        return Settings()
    try:
        tables = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    values: dict[str, Any] = {}
    known = {item.name: item.type for item in fields(Settings)}
    for table, content in tables.items():
        if not isinstance(content, dict):
            raise SettingsError(
                f"{path}: `{table}` stands outside a table; put it under [site], [fetch], [feed], [review] or [archive]"
            )
        for key, value in content.items():
            if key not in known:
                raise SettingsError(f"{path}: unknown key `{key}` in [{table}]; known are {', '.join(sorted(known))}")
            values[key] = _checked(path, key, value, known[key])
    return Settings(**values)


def _checked(path: Path, key: str, value: object, kind: object) -> object:
    kinds: dict[str, tuple[type, ...]] = {"str": (str,), "bool": (bool,), "int": (int,), "float": (int, float)}
    wanted = kinds[str(kind)]
    if not isinstance(value, wanted) or (isinstance(value, bool) and kind != "bool"):
        raise SettingsError(f"{path}: `{key}` must be of type {kind}, not {value!r}")
    if isinstance(value, int | float) and not 0 <= value < math.inf:
        raise SettingsError(f"{path}: `{key}` must be a number from 0 up, not {value!r}")
    if key == "base_url" and not str(value).startswith(("http://", "https://")):
        raise SettingsError(f"{path}: `base_url` must be an http or https address, not {value!r}")
    return value
