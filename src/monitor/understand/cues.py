"""The cue words of the three languages: data in `data/cues/`, compiled once to one pattern a group."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from monitor.errors import DataError

_FOLDER = Path(__file__).parents[1] / "data" / "cues"
_BORDER = "(?!"
"""In what follows a pattern: it matches whole words only."""
_BORDERS = {
    "en": (r"(?<![a-z0-9])(?:", r")(?![a-z0-9])"),
    "zh": ("(?:", ")"),
    "ur": (r"(?<![آ-ۓ])(?:", r")(?![آ-ۓ])"),
}
_UNIT = re.compile(r"\(\?<[!=][^)]*\)|\[[^\]]*\]|\\.|(?P<word>[آ-ۓ]{4,})")
OPEN_LETTER = re.compile(r"([اآدڈذرڑزژو])(?=[آ-ۓ])")
"""A letter that never joins the next one: Urdu pages break words behind it (سیکر یٹری), and nobody sees it."""


Cues = Mapping[str, re.Pattern[str]]
"""The groups of one language, each a pattern that matches any of its entries, the longest first."""


def _with_breaks(pattern: str) -> str:
    """Let each longer word of an Urdu pattern be broken behind an open letter."""
    return _UNIT.sub(
        lambda hit: OPEN_LETTER.sub(r"\1 ?", hit["word"]) if hit["word"] else hit.group(),
        pattern,
    )


def read_words(path: Path) -> dict[str, object]:
    """Return a file of words as it stands; raises DataError where it cannot be read."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path}: {error}") from error


def _listed(path: Path, group: str, entries: object) -> list[str]:
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        raise DataError(f"{path}: `{group}` must be a list of strings")
    return entries


def _compile(
    path: Path, group: str, entries: object, before: str, after: str, write: Callable[[str], str] = str
) -> re.Pattern[str]:
    entries = _listed(path, group, entries)
    if not entries:
        return re.compile(r"(?!)")
    if (hanging := [entry for entry in entries if entry.endswith(" ")]) and _BORDER in after:
        raise DataError(f"{path}: `{group}`: {hanging[0]!r} ends in a space, where no word ends: nothing would match")
    try:
        return re.compile(before + "|".join(write(entry) for entry in sorted(entries, key=len, reverse=True)) + after)
    except re.error as error:
        raise DataError(f"{path}: `{group}` is no regular expression: {error}") from error


@lru_cache(maxsize=3)
def load_cues(lang: str) -> Cues:
    """Load the cue words of `en`, `zh` or `ur`.

    Raises DataError naming the file and group for an entry that cannot be used.
    """
    path = _FOLDER / f"{lang}.toml"
    return compiled_words(path, read_words(path), lang)


def cue_entries(lang: str) -> Mapping[str, Sequence[str]]:
    """Return the entries of each group as they are compiled; raises DataError as `load_cues` does."""
    write = _writer(lang)
    path = _FOLDER / f"{lang}.toml"
    return {
        group: [write(entry) for entry in _listed(path, group, entries)] for group, entries in read_words(path).items()
    }


def compiled_words(path: Path, groups: Mapping[str, object], lang: str) -> dict[str, re.Pattern[str]]:
    """Return one pattern a group of words of a language, matched between word borders; DataError names `path`."""
    before, after = _BORDERS[lang]
    return {group: _compile(path, group, entries, before, after, _writer(lang)) for group, entries in groups.items()}


def _writer(lang: str) -> Callable[[str], str]:
    return _with_breaks if lang == "ur" else str


@lru_cache(maxsize=3)
def load_place_cues(lang: str) -> Mapping[str, re.Pattern[str]]:
    """Load what may stand before (`…_before`, anchored at its end) or after (`…_after`) a place name."""
    path = _FOLDER / "places.toml"
    table = read_words(path).get(lang)
    if not isinstance(table, dict):
        raise DataError(f"{path}: no table [{lang}]")
    return {group: _compile_beside(path, group, entries) for group, entries in table.items()}


def _compile_beside(path: Path, group: str, entries: Sequence[str]) -> re.Pattern[str]:
    return _compile(path, group, entries, "(?:", ")$" if group.endswith("_before") else ")")
