"""Urdu spellings of Chinese names, made from their pinyin by a table of initials and finals.

The Urdu press has no agreed spelling of Chinese names: it writes what it hears. The table gives the usual letters, the
first of each as the spelling by rule; a name that the press spells otherwise has that spelling among the aliases.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path

_TABLE = Path(__file__).parent / "pinyin_urdu.csv"
_FINAL_TO_MEDIAL = {"ے": "ی"}
"""Letters that stand at the end of a word only."""


def read_letters() -> dict[str, dict[str, list[str]]]:
    """Return Urdu letters by part of a syllable (initial, final, whole syllable) and pinyin, the usual ones first."""
    letters: dict[str, dict[str, list[str]]] = {"initial": {}, "final": {}, "syllable": {}}
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            letters[row["part"]][row["pinyin"]] = row["urdu"].split(" ")
    return letters


def spell(syllables: Sequence[str], letters: Mapping[str, Mapping[str, Sequence[str]]]) -> list[str]:
    """Return the Urdu spellings of a name by its pinyin syllables, the usual one first.

    Each is given with a space between the syllables, which the reader of the gazetteer also takes without, unless that
    would change a letter.
    """
    spellings: dict[str, None] = {}
    for parts in product(*(_spell_syllable(syllable, letters) for syllable in syllables)):
        joined = "".join([*(_within_a_word(part) for part in parts[:-1]), parts[-1]])
        spellings.setdefault(joined)
        spellings.setdefault(" ".join(parts))
    return list(spellings)


def _within_a_word(part: str) -> str:
    return part[:-1] + _FINAL_TO_MEDIAL.get(part[-1], part[-1])


def _spell_syllable(syllable: str, letters: Mapping[str, Mapping[str, Sequence[str]]]) -> list[str]:
    whole = letters["syllable"].get(syllable)
    if whole:
        return list(whole)
    initial = next((syllable[:n] for n in (2, 1) if syllable[:n] in letters["initial"]), "")
    finals = letters["final"][syllable[len(initial) :]]
    return [a + b for a in letters["initial"].get(initial, [""]) for b in finals]
