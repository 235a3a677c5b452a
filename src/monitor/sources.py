"""Which sources are asked: the package's `data/sources.toml`, with the home's `sources.toml` on top."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any, NoReturn, get_args
from urllib.parse import urlsplit

from monitor.declarations import Declaration, line_of
from monitor.errors import SourcesError
from monitor.records import Authority, Lang, Source, SourceKind, Topic
from monitor.settings import Home, Settings

PACKAGE_FILE = Path(__file__).parent / "data" / "sources.toml"
KNOWN_TIES = "known-ties"
RESERVED_IDS = ("import", KNOWN_TIES)
"""The sources of imported pages and articles and of imported ties: no declared source may have these ids."""

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "country": ("CN", "PK"),
    "lang": get_args(Lang),
    "kind": get_args(SourceKind),
    "authority": get_args(Authority),
    "topic": get_args(Topic),
}
_ADDRESSES = ("home", "address")
_REQUIRED = tuple(item.name for item in fields(Source) if item.default is MISSING and item.default_factory is MISSING)
_KEYS = (*(item.name for item in fields(Source)), "enabled")
_SELECTORS = ("link",)
_QUERY = "{query}"
_LINE = re.compile(r" \(at line (\d+), column \d+\)\Z")
_SOURCE_ID = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")


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


def _read(path: Path) -> dict[str, Declaration]:
    """Return the declarations of one file by source_id, each checked for itself."""
    text, content = _parsed(path)
    for key in content:
        if key != "source":
            raise SourcesError(
                f"{line_of(path, text, key)}: unknown key `{key}`; sources are declared under [[source]]"
            )
    tables = content.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SourcesError(
            f"{line_of(path, text, 'source')}: `source` must be written as [[source]], once for each source"
        )
    found: dict[str, Declaration] = {}
    for index, table in enumerate(tables):
        declaration = Declaration(path, text, "source", index, table)
        _check(declaration)
        if _source_id(declaration) in found:
            _fail(declaration, "source_id", "`source_id` is declared twice in this file")
        found[_source_id(declaration)] = declaration
    return found


def _parsed(path: Path) -> tuple[str, dict[str, Any]]:
    content = b""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
        return text, tomllib.loads(text)
    except OSError as error:
        raise SourcesError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourcesError(f"{path}:{line}: not UTF-8, save the file in that encoding: {error.reason}") from error
    except tomllib.TOMLDecodeError as error:  # says the line in words only
        said = str(error)
        line_said = _LINE.search(said)
        where = f"{path}:{line_said[1]}" if line_said else f"{path}"
        raise SourcesError(f"{where}: no TOML: {said}") from error


def _source_id(declaration: Declaration) -> str:
    return str(declaration.values.get("source_id", ""))


def _fail(declaration: Declaration, key: str, problem: str) -> NoReturn:
    """Raise SourcesError naming file, line, source and key."""
    source_id = _source_id(declaration)
    name = f"source `{source_id}`" if source_id else f"source number {declaration.index + 1}"
    raise SourcesError(f"{declaration.where(key)}: {name}: {problem}")


def _merged(base: Declaration | None, change: Declaration) -> Declaration:
    if base is None:
        return change
    return replace(change, values={**base.values, **change.values})


def _source(declaration: Declaration) -> Source:
    for key in _REQUIRED:
        if key not in declaration.values:
            _fail(declaration, key, f"missing key `{key}` (no source of this id is declared before that could have it)")
    values = {key: value for key, value in declaration.values.items() if key != "enabled"}
    if "queries" in values:
        values["queries"] = tuple(values["queries"])
    source = Source(**values)
    if (source.kind == "search") is not bool(source.queries):
        _fail(declaration, "queries", f"`queries` belong to a search, which needs them; this is a {source.kind}")
    if (source.kind == "search") is not (_QUERY in source.address):
        _fail(declaration, "address", f"`address` must hold {_QUERY} where a search puts its words, and only there")
    return source


def _check(declaration: Declaration) -> None:
    if "source_id" not in declaration.values:
        _fail(declaration, "source_id", "missing key `source_id`")
    for key, value in declaration.values.items():
        if key not in _KEYS:
            _fail(declaration, key, f"unknown key `{key}`; known are {', '.join(_KEYS)}")
        problem = _problem(key, value)
        if problem:
            _fail(declaration, key, f"`{key}` {problem}, not {value!r}")


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
        return _selectors_problem(value)
    if key == "queries":
        right = isinstance(value, list) and all(isinstance(query, str) and query.strip() for query in value)
        return None if right and value else "must be a list of words to search for, at least one"
    return _text_problem(key, value)


def _selectors_problem(value: object) -> str | None:
    import soupsieve  # noqa: PLC0415 - costs 0.1 s, and few sources need a selector

    if not isinstance(value, dict) or not all(isinstance(selector, str) for selector in value.values()):
        return "must be a table of CSS selectors as text"
    for name, selector in value.items():
        if name not in _SELECTORS:
            return f"knows {', '.join(_SELECTORS)} only"
        try:
            soupsieve.compile(selector)
        except (soupsieve.SelectorSyntaxError, NotImplementedError) as error:
            return f"`{name}` must be a CSS selector ({str(error).splitlines()[0]})"
    return None


def _text_problem(key: str, value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return "must be text"
    if key in _CHOICES and value not in _CHOICES[key]:
        return f"must be one of {', '.join(_CHOICES[key])}"
    if key == "source_id" and (not _SOURCE_ID.match(value) or value in RESERVED_IDS):
        return f"must be of a-z, 0-9, - and _, and none of {', '.join(RESERVED_IDS)}"
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
