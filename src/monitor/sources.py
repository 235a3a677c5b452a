"""Which sources are asked: the package's `data/sources.toml`, with the home's `sources.toml` on top."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, NoReturn, get_args
from urllib.parse import urlsplit

from monitor.errors import SourcesError
from monitor.records import Authority, Lang, Source, SourceKind
from monitor.settings import Home, Settings

PACKAGE_FILE = Path(__file__).parent / "data" / "sources.toml"
RESERVED_ID = "import"
"""The source of imported pages and articles: no declared source may have this id."""

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "country": ("CN", "PK"),
    "lang": get_args(Lang),
    "kind": get_args(SourceKind),
    "authority": get_args(Authority),
}
_ADDRESSES = ("home", "address")
_REQUIRED = tuple(item.name for item in fields(Source) if item.default is MISSING and item.default_factory is MISSING)
_KEYS = (*(item.name for item in fields(Source)), "enabled")
_SOURCE_ID = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")
_HEADER = re.compile(r"\s*\[\[\s*source\s*\]\]")


@dataclass(frozen=True, slots=True)
class _Declaration:
    """One `[[source]]` table as it stands in a file, able to say where."""

    path: Path
    text: str
    index: int
    values: Mapping[str, Any]

    @property
    def source_id(self) -> str:
        return str(self.values.get("source_id", ""))

    def fail(self, key: str, problem: str) -> NoReturn:
        """Raise SourcesError naming file, line, source and key."""
        name = f"source `{self.source_id}`" if self.source_id else f"source number {self.index + 1}"
        raise SourcesError(f"{self.path}:{self._line(key)}: {name}: {problem}")

    def _line(self, key: str) -> int:
        """Return the line of `key`, or of the table's header if it is not found: tomllib does not tell."""
        header, table = 1, -1
        for number, line in enumerate(self.text.splitlines(), 1):
            if _HEADER.match(line):
                table += 1
                header = number if table == self.index else header
            elif table == self.index and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]", line):
                return number
        return header


def load_sources(home: Home, settings: Settings) -> tuple[Source, ...]:
    """Return the sources to ask, in the order of their declaration.

    The package's are left out if `settings.package_sources` is false. A source of the home with the id of one of the
    package's changes the keys it states; `enabled = false` switches a source off. Raises SourcesError.
    """
    declared = _read(PACKAGE_FILE) if settings.package_sources else {}
    if home.sources_file.exists():
        for source_id, declaration in _read(home.sources_file).items():
            declared[source_id] = _merged(declared.get(source_id), declaration)
    sources = [(_source(declaration), declaration.values.get("enabled", True)) for declaration in declared.values()]
    return tuple(source for source, enabled in sources if enabled)


def _read(path: Path) -> dict[str, _Declaration]:
    """Return the declarations of one file by source_id, each checked for itself."""
    try:
        text = path.read_text("utf-8-sig")
        content = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SourcesError(f"{path}: {error}") from error
    for key in content:
        if key != "source":
            raise SourcesError(f"{path}: unknown key `{key}`; sources are declared under [[source]]")
    tables = content.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SourcesError(f"{path}: `source` must be written as [[source]], once for each source")
    found: dict[str, _Declaration] = {}
    for index, table in enumerate(tables):
        declaration = _Declaration(path, text, index, table)
        _check(declaration)
        if declaration.source_id in found:
            declaration.fail("source_id", "`source_id` is declared twice in this file")
        found[declaration.source_id] = declaration
    return found


def _merged(base: _Declaration | None, change: _Declaration) -> _Declaration:
    if base is None:
        return change
    return _Declaration(change.path, change.text, change.index, {**base.values, **change.values})


def _source(declaration: _Declaration) -> Source:
    for key in _REQUIRED:
        if key not in declaration.values:
            declaration.fail(key, f"missing key `{key}` (no source of this id is declared before that could have it)")
    return Source(**{key: value for key, value in declaration.values.items() if key != "enabled"})


def _check(declaration: _Declaration) -> None:
    if "source_id" not in declaration.values:
        declaration.fail("source_id", "missing key `source_id`")
    for key, value in declaration.values.items():
        if key not in _KEYS:
            declaration.fail(key, f"unknown key `{key}`; known are {', '.join(_KEYS)}")
        problem = _problem(key, value)
        if problem:
            declaration.fail(key, f"`{key}` {problem}, not {value!r}")


def _problem(key: str, value: object) -> str | None:
    """Return what `value` should have been, None if it is right."""
    if key in ("unverified", "enabled"):
        return None if isinstance(value, bool) else "must be true or false"
    if key == "delay_seconds":
        right = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")
        return None if right else "must be a number of seconds, 0 or above"
    if key == "every_minutes":
        right = isinstance(value, int) and not isinstance(value, bool) and value >= 1
        return None if right else "must be a whole number of minutes, 1 or above"
    if key == "selectors":
        right = isinstance(value, dict) and all(isinstance(selector, str) for selector in value.values())
        return None if right else "must be a table of CSS selectors as text"
    return _text_problem(key, value)


def _text_problem(key: str, value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return "must be text"
    if key in _CHOICES and value not in _CHOICES[key]:
        return f"must be one of {', '.join(_CHOICES[key])}"
    if key == "source_id" and (not _SOURCE_ID.match(value) or value == RESERVED_ID):
        return f"must be of a-z, 0-9, - and _, and not `{RESERVED_ID}`"
    return _address_problem(value) if key in _ADDRESSES else None


def _address_problem(value: str) -> str | None:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable or value != value.strip():
        return "must be an http or https address"
    return "must not hold a user name or password" if parts.username or parts.password else None
