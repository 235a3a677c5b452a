"""Letters that a cue cannot do without: where none of a group's stand, its pattern need not be tried.

Most sentences hold no cue of most groups, and rules ask of each sentence about a hundred times. One pass over the
article for all anchors at once tells nearly every "no" without a search.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import ahocorasick_rs

from monitor.understand.cues import cue_entries

_SHORTEST = {"en": 2, "zh": 1, "ur": 2}
"""Characters of an anchor; a shorter one stands everywhere and tells nothing."""
_EVERYWHERE = frozenset(
    ("a", "an", "and", "city", "cities", "for", "from", "in", "of", "on", "said", "the", "to", "was", "with")
)
_TOKEN = re.compile(
    r"(?P<escape>\\.|\(\?P=\w+\))|(?P<set>\[\^?\]?[^\]]*\])|(?P<look>\(\?<?[=!])"
    r"|(?P<open>\((?:\?:|\?P<\w+>|(?!\?)))|(?P<unread>\(\?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<repeat>[*?+]\??|\{\d*,?\d*\}\??)|(?P<wild>[.^$])|(?P<letter>.)",
    re.DOTALL,
)
_MAY_BE_ABSENT = re.compile(r"[*?]|\{(?:0|,)")


Key = TypeVar("Key", str, int)


class Anchors(Generic[Key]):
    """The anchors of groups of patterns.

    A group one of whose patterns has none of `shortest` characters must be searched for in any text.
    """

    def __init__(self, groups: Mapping[Key, Sequence[str]], shortest: int) -> None:
        by_anchor: dict[str, set[Key]] = defaultdict(set)
        anchored = set()
        for group, entries in groups.items():
            anchors = [anchors_of(entry) for entry in entries]
            if all(each and min(map(len, each)) >= shortest for each in anchors):
                anchored.add(group)
                for anchor in set().union(*anchors):
                    by_anchor[anchor].add(group)
        self._unanchored: dict[Key, None] = dict.fromkeys(groups.keys() - anchored)
        self._groups_of: list[tuple[Key, ...]] = [tuple(sorted(names)) for names in by_anchor.values()]
        self._matcher = ahocorasick_rs.AhoCorasick(by_anchor, matchkind=ahocorasick_rs.MatchKind.Standard)

    def find(self, text: str) -> Mapping[Key, Sequence[int] | None]:
        """Return for each group where in folded text its anchors begin, from left to right.

        A group none of whose anchors stands in the text is left out; one without anchors is there with None.
        """
        found: dict[Key, list[int]] = {}
        for anchor, start, _ in self._matcher.find_matches_as_indexes(text, overlapping=True):
            for group in self._groups_of[anchor]:
                found.setdefault(group, []).append(start)
        for starts in found.values():
            starts.sort()
        return {**self._unanchored, **found}


def stands_between(starts: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of the offsets, from left to right, lies in `start` to `end`."""
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < end


@lru_cache(maxsize=3)
def load_cue_anchors(lang: str) -> Anchors[str]:
    """Return the anchors of the cues of `en`, `zh` or `ur`; raises DataError as `load_cues` does."""
    return Anchors(cue_entries(lang), _SHORTEST[lang])


def anchors_of(pattern: str) -> frozenset[str]:
    """Return literals of which each match of a pattern holds one, none where the pattern promises none.

    Of several that would do it takes those whose shortest is longest.
    """
    tokens = [(hit.lastgroup or "", hit.group()) for hit in _TOKEN.finditer(pattern)]
    return frozenset() if any(kind == "unread" for kind, _ in tokens) else _alternatives(tokens)


_Tokens = Sequence[tuple[str, str]]


def _alternatives(tokens: _Tokens) -> frozenset[str]:
    depth, begin = 0, 0
    parts = []
    for at, (kind, _) in enumerate(tokens):
        depth += (kind in ("open", "look")) - (kind == "close")
        if kind == "bar" and depth == 0:
            parts.append(tokens[begin:at])
            begin = at + 1
    found = [_sequence(part) for part in (*parts, tokens[begin:])]
    return frozenset().union(*found) if all(found) else frozenset()


def _sequence(tokens: _Tokens) -> frozenset[str]:
    """The best anchors of a pattern without alternatives on its top level."""
    offers: list[frozenset[str]] = []
    run = ""
    at = 0
    while at < len(tokens):
        kind, words = tokens[at]
        end = _end_of_unit(tokens, at)
        repeat = tokens[end][1] if end < len(tokens) and tokens[end][0] == "repeat" else ""
        if kind == "letter" and not repeat:
            run += words
        else:
            offers += [frozenset({run})] if run else []
            run = ""
            if not _MAY_BE_ABSENT.match(repeat):
                offers += _offer(kind, words, tokens[at + 1 : end - 1])
        at = end + bool(repeat)
    return _best([*offers, *([frozenset({run})] if run else [])])


def _offer(kind: str, words: str, within: _Tokens) -> list[frozenset[str]]:
    if kind == "letter":
        return [frozenset({words})]
    return [anchors] if kind == "open" and (anchors := _alternatives(within)) else []


def _end_of_unit(tokens: _Tokens, at: int) -> int:
    """Where the letter, set or bracket ends that begins at a token."""
    depth = 0
    for end, (kind, _) in enumerate(tokens[at:], at + 1):
        depth += (kind in ("open", "look")) - (kind == "close")
        if depth == 0:
            return end
    return len(tokens)


def _best(offers: Iterable[frozenset[str]]) -> frozenset[str]:
    return max(offers, key=lambda each: min(map(_telling, each)), default=frozenset())


def _telling(anchor: str) -> int:
    """How much an anchor tells: its letters, those of words that stand everywhere aside."""
    return sum(len(word) for word in anchor.split(" ") if word not in _EVERYWHERE)
