"""What the words of a sentence weigh: the likelihood that it tells of two places what no rule reads in it.

A linear model. `data/word_weights/` has a weight for each word, for each two words near each other, and for what is
known of the two places, which are masked; `weights/learn.py` learns them from the labelled articles.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from monitor.errors import DataError
from monitor.records import Place
from monitor.understand.places import Spot
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence

Kind = Literal["agreement", "visit", "call"]
"""What sentences are weighed for; a call is the visit of an envoy, of which only the host is a place."""
FOLDER = Path(__file__).parents[1] / "data" / "word_weights"
HOW = "words alone"
"""How what is told was found, in the rule of its finding."""
_TOKEN = re.compile(r"[a-z']+|#|[\u0600-\u06ff]+|[\u4e00-\u9fff]|[^\s\w]")
_DIGITS = re.compile(r"\d+")
_STEM = 6
"""Letters of an English word that count."""
_NAMED = 4
"""Features that an explanation names."""
_APART = (2, 3)
"""How far two words may stand apart that count together."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log odds that a sentence tells an event, and that the event is still to come.

    "" is what both start from.
    """

    told: Mapping[str, float]
    planned: Mapping[str, float]

    def likelihood(self, features: Iterable[str]) -> float:
        """How likely, 0 to 1, a sentence of these features tells an event of its places."""
        return _share(self.told, features)

    def why(self, features: Iterable[str]) -> str:
        """Say how likely it is, and by which features most."""
        known = sorted(features, key=lambda feature: (-self.told.get(feature, 0.0), feature))
        return f"likelihood {self.likelihood(known):.2f} by its words: {', '.join(known[:_NAMED])}"

    def is_planned(self, features: Iterable[str]) -> bool:
        """Tell whether the event that a sentence of these features tells is likely still to come."""
        return _share(self.planned, features) > 0.5


def _share(weights: Mapping[str, float], features: Iterable[str]) -> float:
    odds = weights.get("", 0.0) + sum(weights.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-odds))


@lru_cache(maxsize=3)
def load_weights(kind: Kind) -> Weights:
    """Load the weights of one kind of event; raises DataError naming the file and the line that cannot be used."""
    path = FOLDER / f"{kind}.csv"
    told: dict[str, float] = {}
    planned: dict[str, float] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise DataError(f"{path}: {error}") from error
    for line, row in enumerate(rows, start=2):
        try:
            told[row["feature"]] = float(row["told"])
            planned[row["feature"]] = float(row["planned"])
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(f"{path}, line {line}: {error!r}; `make weights` writes the file anew") from error
    return Weights(told, planned)


def features_of(scene: Scene, where: Sentence, *places: Place) -> set[str]:
    """The features of a sentence about places: words, words near each other, and on which side of the places."""
    words = list(_masked(scene.doc.text, scene.spots, where, places))
    found = set(words)
    found.update(f"{a} {b}" for a, b in pairwise(words))
    for apart in _APART:
        found.update(f"{a} .. {b}" for a, b in zip(words, words[apart:], strict=False))
    named = [n for n, word in enumerate(words) if word in ("CN1", "PK1")]
    if named:
        first, last = named[0], named[-1]
        found.update(("<" if n < first else ">" if n > last else "=") + word for n, word in enumerate(words))
    return found


def words_of(text: str) -> Iterator[str]:
    """The words of a text as the weights know them: the first letters of English ones, numbers by a mark."""
    return (word[:_STEM] if word.isascii() else word for word in _TOKEN.findall(_DIGITS.sub("#", text)))


def _masked(text: str, spots: Sequence[Spot], where: Sentence, places: Sequence[Place]) -> Iterator[str]:
    """The words of a sentence, those places by one mark and others by another."""
    position = where.start
    for spot in spots:
        if position <= spot.start < where.end:
            yield from words_of(text[position : spot.start])
            yield spot.country + ("1" if spot.place in places else "2")
            position = spot.end
    yield from words_of(text[position : where.end])
