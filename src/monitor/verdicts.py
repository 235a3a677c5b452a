"""People's verdicts on events: `verdicts.toml` of the home, read, checked, and added to.

The file is theirs: it is only ever appended to, so that comments, order and spelling stay.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, NoReturn, get_args

from monitor.declarations import Declaration
from monitor.errors import VerdictsError, said_by_system
from monitor.records import Actor, Relation, Stage, Verdict, VerdictKind
from monitor.replacing import replace_whole
from monitor.settings import Home
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.place_names import place_named

ACTIONS: Mapping[str, VerdictKind] = {
    "accept": "accepted",
    "reject": "rejected",
    "set": "corrected",
    "merge": "merged",
    "split": "split",
}
"""The key of a table that says what was decided, and the kind of verdict that it is."""
FIELDS = ("stage", "relation", "actor", "cn", "pk", "date", "is_new")
"""What `set` may correct."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "stage": get_args(Stage),
    "relation": get_args(Relation),
    "actor": get_args(Actor),
}
_COUNTRIES: Mapping[str, Literal["CN", "PK"]] = {"cn": "CN", "pk": "PK"}
_REQUIRED = ("event", "by", "date", "reason")
_EVENT_ID = re.compile(r"e[0-9a-z]+\Z")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")
_HEADING = """\
# What people decided about events; it outranks the rules for ever. `monitor review` adds to the end of this file.
# Edit it as you like: every run heeds what it says by then.
"""


def load_verdicts(home: Home, gazetteer: Gazetteer) -> tuple[Verdict, ...]:
    """Return the verdicts of the home in the order of the file; a home without one has none.

    Raises VerdictsError naming file, line and key.
    """
    path = home.verdicts_file
    if not path.exists():
        return ()
    return _read(path, _bytes(path), gazetteer)


@dataclass(frozen=True, slots=True)
class Draft:
    """The file as it would be with one verdict more, and the verdicts that it then holds."""

    path: Path
    content: bytes
    verdicts: tuple[Verdict, ...]

    def write(self) -> None:
        """Put it in the file's place, all at once; raises VerdictsError."""
        try:
            replace_whole(self.path, lambda temporary: temporary.write_bytes(self.content))
        except OSError as error:
            raise VerdictsError(f"{self.path}: cannot be written: {said_by_system(error)}") from error


def draft_verdict(home: Home, gazetteer: Gazetteer, table: Mapping[str, Any], told: str) -> Draft:
    """Return the file with one verdict added; `told` says of the event what a reader of the file wants to know.

    `table` has the keys of the file. Raises VerdictsError where the file as it is or as it would be cannot be used.
    """
    path = home.verdicts_file
    before = _bytes(path) if path.exists() else _HEADING.encode()
    _read(path, before, gazetteer)
    after = before + (b"" if before.endswith(b"\n") or not before else b"\n") + b"\n" + _as_text(table, told).encode()
    return Draft(path, after, _read(path, after, gazetteer))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise VerdictsError(f"{path}: cannot be read: {error.strerror or error}") from error


def _as_text(table: Mapping[str, Any], told: str) -> str:
    comment = "".join(char for char in " ".join(told.split()) if char.isprintable())
    lines = ["[[verdict]]", f"# {comment}", *(f"{key} = {_value(value)}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, date):
        return value.isoformat()
    # A JSON text, list or boolean is a TOML one, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(path: Path, content: bytes, gazetteer: Gazetteer) -> tuple[Verdict, ...]:
    try:
        text = content.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VerdictsError(f"{path}: {error}; every verdict is a table of its own, under [[verdict]]") from error
    for key in tables:
        if key != "verdict":
            raise VerdictsError(f"{path}: unknown key `{key}`; verdicts are written under [[verdict]]")
    given = tables.get("verdict", [])
    if not isinstance(given, list) or not all(isinstance(table, dict) for table in given):
        raise VerdictsError(f"{path}: `verdict` must be written as [[verdict]], once for each verdict")
    declared = (Declaration(path, text, "verdict", index, table) for index, table in enumerate(given))
    return tuple(_verdict(declaration, gazetteer) for declaration in declared)


def _verdict(table: Declaration, gazetteer: Gazetteer) -> Verdict:
    for key in table.values:
        if key not in (*_REQUIRED, *ACTIONS):
            _fail(table, key, f"unknown key; known are {', '.join((*_REQUIRED, *ACTIONS))}")
    for key in _REQUIRED:
        if key not in table.values:
            _fail(table, key, "is missing; a verdict says event, by (who), date and reason")
    actions = [key for key in ACTIONS if key in table.values]
    if len(actions) != 1:
        _fail(table, actions[-1] if actions else "event", f"needs exactly one of {', '.join(ACTIONS)}")
    action = actions[0]
    verdict = Verdict(
        event_id=_event_id(table, "event"),
        kind=ACTIONS[action],
        by=_line(table, "by"),
        date=_day(table),
        reason=_line(table, "reason"),
        where=table.where(action),
    )
    return _with_action(verdict, table, action, gazetteer)


def _with_action(verdict: Verdict, table: Declaration, action: str, gazetteer: Gazetteer) -> Verdict:
    value = table.values[action]
    match action:
        case "set":
            return replace(verdict, fields=_fields(table, value, gazetteer))
        case "merge":
            other = _event_id(table, "merge")
            if other == verdict.event_id:
                _fail(table, "merge", "an event cannot be merged with itself")
            return replace(verdict, other_id=other)
        case "split":
            if not (isinstance(value, list) and value and all(isinstance(one, str) and one for one in value)):
                _fail(table, "split", 'must be a list of article ids, such as ["a1f0…"]')
            return replace(verdict, articles=tuple(value))
    if value is not True:
        _fail(table, action, f"can only be `{action} = true`; take the table away to take the verdict back")
    return verdict


def _fields(table: Declaration, given: object, gazetteer: Gazetteer) -> tuple[tuple[str, str | bool | None], ...]:
    if not isinstance(given, dict) or not given:
        _fail(table, "set", 'must be like { stage = "letter_of_intent" }')
    values: dict[str, str | bool | None] = {}
    for key, value in given.items():
        if key not in FIELDS:
            _fail(table, "set", f"unknown field `{key}`; known are {', '.join(FIELDS)}")
        if key in _COUNTRIES:
            values |= _side(table, key, value, gazetteer)
        else:
            values[key] = _field(table, key, value)
    return tuple(values.items())


def _side(table: Declaration, key: str, value: object, gazetteer: Gazetteer) -> dict[str, str | bool | None]:
    if value == "":
        return {key: None, f"{key}_id": None}
    try:
        place = place_named(gazetteer, str(value), _COUNTRIES[key])
    except ValueError as error:
        _fail(table, "set", f"`{key}`: {error}")
    return {key: place.name_en, f"{key}_id": place.place_id}


def _field(table: Declaration, key: str, value: object) -> str | bool | None:
    if key == "is_new":
        if not isinstance(value, bool):
            _fail(table, "set", f"`is_new` must be true or false, not {value!r}")
        return value
    if key == "date":
        return _event_date(table, value)
    if value not in _CHOICES[key]:
        _fail(table, "set", f"`{key}` must be one of {', '.join(_CHOICES[key])}, not {value!r}")
    return str(value)


def _event_date(table: Declaration, value: object) -> str | None:
    text = value.isoformat() if isinstance(value, date) else value
    if text == "":
        return None
    if not isinstance(text, str) or not _DAY.match(text) or not _is_day(text + "-01-01"[len(text) - 4 :]):
        _fail(table, "set", f'`date` must be like 2021-12-09, 2021-12 or 2021, or "" for none, not {value!r}')
    return text


def _event_id(table: Declaration, key: str) -> str:
    value = table.values[key]
    if not isinstance(value, str) or not _EVENT_ID.match(value):
        _fail(table, key, f"must be the id of an event, such as e04fc733950aa8bfa, not {value!r}")
    return value


def _line(table: Declaration, key: str) -> str:
    value = table.values[key]
    if not isinstance(value, str) or not value.strip():
        _fail(table, key, f"must be text, not {value!r}")
    return " ".join(value.split())


def _day(table: Declaration) -> str:
    value = table.values["date"]
    text = value.isoformat() if isinstance(value, date) else value
    if not isinstance(text, str) or not _is_day(text[:10]):
        _fail(table, "date", f"must be the day of the verdict, such as 2026-11-22, not {value!r}")
    return text[:10]


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _fail(table: Declaration, key: str, problem: str) -> NoReturn:
    raise VerdictsError(f"{table.where(key)}: `{key}`: {problem}")
