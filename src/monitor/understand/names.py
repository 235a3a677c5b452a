"""Visitors named once with their office, and by name alone afterwards: "Consul General Zhao Shiren", then "Zhao"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from monitor.understand.document import Document
from monitor.understand.officials import Official
from monitor.understand.places import Spot
from monitor.understand.text import Sentence

_NAME = r"[A-Z][\w'’-]+(?: (?:ul|bin|ur|al)?-?[A-Z][\w'’-]+){0,3}"
_AFTER = re.compile(
    r"(?:(?:'s)? (?:of|in|to|for|at|designate)[^,.;:]{2,60}?)?,? (?:Mr\.? |Ms\.? |Mrs\.? |Dr\.? )?"
    rf"(?P<name>{_NAME})"
)
"""After a title in the article's own letters: "Consul General of China in Lahore, Zhao Shiren"."""
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?: \([^)]+\))?, (?:the |an? |China's |Pakistan's |Chinese |acting |new )*$")
"""Before a title: "Zhao Shiren, the Chinese Consul General"."""
_HAN = re.compile(r"[一-鿿·]{2,6}")
_SHORTEST = 4
"""Letters of an English name by which somebody is recognised again."""
_REACH = 70


class Names:
    """The names of an article's visitors. A name that two of them bear stands for neither."""

    def __init__(self, doc: Document, spots: Sequence[Spot]) -> None:
        self.doc = doc
        self._places = {word for spot in spots for word in spot.surface.split()}
        self._known: dict[str, Official | None] = {}

    def remember(self, officials: Iterable[Official]) -> None:
        """Keep the names of a sentence's visitors."""
        for one in officials:
            for word in self._words(one) if self._is_followed(one) else ():
                known = self._known.get(word, one)
                self._known[word] = one if known and known.country in (None, one.country) else None

    def _is_followed(self, one: Official) -> bool:
        """Of national figures only Chinese reports: elsewhere families share the names of prime ministers."""
        return one.kind == "envoy" or (one.kind == "national" and self.doc.lang == "zh")

    def found_in(self, where: Sentence) -> list[Official]:
        """Return the visitor of a sentence that only a name stands for."""
        first, last = self.doc.folded.original(where.start, where.end)
        text = self.doc.original[first:last]
        for word, one in self._known.items():
            hit = re.search(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word), text)
            if hit and one:
                start = where.start + hit.start()
                return [replace(one, start=start, end=start + len(word), surely=False)]
        return []

    def _words(self, one: Official) -> list[str]:
        """The words of a name beside a title, in the article's own letters."""
        doc = self.doc
        first, last = doc.folded.original(one.start, one.end)
        if doc.lang == "zh":
            hit = _HAN.match(doc.original, last, last + _REACH)
            return _recurring(doc.original, hit.group(), last) if hit else []
        if doc.lang != "en":
            return []
        told = _BEFORE.search(doc.original[max(0, first - _REACH) : first]) or _AFTER.match(
            doc.original[last : last + _REACH].split("\n")[0]
        )
        words = told["name"].split() if told else []
        return [word for word in words if len(word) >= _SHORTEST and word not in self._places]


def _recurring(text: str, run: str, at: int) -> list[str]:
    """The longest beginning of a run of Chinese characters that stands further on in the text too: a name."""
    longest = next((run[:n] for n in range(len(run), 1, -1) if text.find(run[:n], at + n) >= 0), None)
    return [longest] if longest else []
