"""How alike the words are in which two mentions are told, for those that tell nothing better: no time, one place."""

from __future__ import annotations

from functools import lru_cache

from monitor.resolve.readings import Reading
from monitor.resolve.signatures import fold, shingles

SAME_WORDS = 0.75
"""More than three quarters of the shorter one's words: of the reports in `tests/labelled` of which one is undated, 14
pairs of 42 of one call of an envoy share so much of headline and evidence, and none of 266 of different calls."""
MOST_WORDS = 0.5
"""Enough to choose between agreements of one pair: there all that share more than half are of one occasion."""


def told_alike(a: Reading, b: Reading, share: float = SAME_WORDS) -> bool:
    """Tell whether headline and evidence of two mentions in one language are so much (0 to 1) the same words."""
    if a.report.lang != b.report.lang:
        return False
    one, other = _words(a), _words(b)
    return len(one & other) > share * min(len(one), len(other))


def _words(reading: Reading) -> frozenset[str]:
    return _folded(f"{reading.report.title} {reading.mention.evidence}")


@lru_cache(maxsize=10_000)
def _folded(text: str) -> frozenset[str]:
    return frozenset(shingles(fold(text), words=1, characters=2))
