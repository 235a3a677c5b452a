"""People named once with their office, and by name alone afterwards: "Consul General Zhao Shiren", then "Zhao"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from monitor.understand.cues import load_place_cues
from monitor.understand.document import Document
from monitor.understand.misspellings import surname_pattern
from monitor.understand.officials import Official
from monitor.understand.places import Spot
from monitor.understand.text import Sentence

_NAME = r"[A-Z][\w'’-]+(?: (?:ul|bin|ur|al)?-?[A-Z][\w'’-]+){0,3}"
_AFTER = re.compile(
    r"(?:(?:'s)? (?:of|in|to|for|at|designate)(?:[^,.;:]{2,60},|[^,.;:]{2,60}?))?,? (?:Mr\.? |Ms\.? |Mrs\.? |Dr\.? )?"
    rf"(?P<name>{_NAME})"
)
"""After a title in the article's own letters: "Consul General of China in Lahore, Zhao Shiren"."""
_BEFORE = re.compile(
    rf"(?P<name>{_NAME})(?: \([^)]+\))?, (?:(?:China's|Pakistan's|Chinese|Pakistani|[a-z-]+) ){{0,4}}$"
)
"""Before a title: "Zhao Shiren, the Chinese Consul General"."""
_HAN = re.compile(r"[一-鿿·]{2,6}")
_SHORTEST = 4
"""Letters of an English name by which somebody is recognised again, unless it is a Chinese surname."""
_REACH = 70
_LED_BY = re.compile(rf"[^.;]{{0,60}}?(?:led|headed) by [^.;A-Z]{{0,40}}(?P<name>{_NAME})")
"""After a delegation: who leads it, with the titles before the name."""
_LEADS_ZH = re.compile(r"(?:长|书记|主席|主任)(?P<name>[\u4e00-\u9fff]{2,3}?)(?:率|率领|带领)[^,，。]{0,12}\Z")
_MEETS_ZH = "(?=与|同|和|会见|会晤|拜会|拜访)"
"""Before a delegation, who leads it; and behind his name alone, what makes him a guest: 张锦刚与首席部长会谈."""
_WORD_BEFORE = re.compile(
    r"(?!(?:Mr|Ms|Mrs|Dr|[A-Z][a-z]+day|Later|Earlier|Then|There|Here|Also|Meanwhile|Afterwards|When|While|Before|After"
    r"|Today|Yesterday|Where) \Z)\b(?P<word>[A-Z][\w'’-]*) \Z"
)
"""A word with a capital right before a name: part of it, unless it is a place."""
_NAME_AFTER = re.compile(r" (?P<word>[A-Z][\w-]+)")

_GIVEN = r"(?P<surname>[A-Z][a-z]{1,5}) [A-Z][a-z]{1,11}(?:[ -][A-Za-z][a-z]{1,5})?"
_CHINESE_BEFORE = re.compile(rf"(?<![A-Za-z] )\b{_GIVEN}, (?:the )?\Z")
_CHINESE_AFTER = re.compile(rf",? (?:Mr\.? |Ms\.? )?{_GIVEN}\b(?! [A-Z])")
_FULL_NAME = re.compile(
    r",? (?:(?:Mr|Ms|Dr|Mrs|Barrister|Justice|retd)\.? )*(?P<name>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3})"
)
"""A name before or behind a title."""
_LONGEST = 32


@dataclass(frozen=True, slots=True)
class _Bearer:
    official: Official
    words: frozenset[str]


class Names:
    """The names of an article's people. A name that two of them bear stands for neither."""

    def __init__(self, doc: Document, spots: Sequence[Spot]) -> None:
        self.doc = doc
        self._places = {word for spot in spots for word in spot.surface.split()}
        self._known: dict[str, _Bearer | None] = {}

    def remember(self, officials: Iterable[Official]) -> None:
        """Keep the names of a sentence's people."""
        for one in officials:
            words = self._words(one) if self._is_followed(one) else []
            for word in words:
                known = self._known.get(word, _Bearer(one, frozenset(words)))
                self._known[word] = _Bearer(one, frozenset(words)) if known and _are_one(known.official, one) else None

    def _is_followed(self, one: Official) -> bool:
        """Of national figures only Chinese reports: elsewhere families share the names of prime ministers."""
        if one.kind == "delegation" and self.doc.lang == "zh":
            return one.place is not None
        if one.kind in ("head", "delegation"):  # in Chinese a name in front of any verb would be taken for the guest
            return one.place is not None and self.doc.lang == "en"
        return one.kind == "envoy" or self.doc.lang == "zh"

    def found_in(self, where: Sentence, people: Sequence[Official]) -> list[Official]:
        """Return those of a sentence whom only a name stands for, beside the `people` whose titles stand there."""
        first, last = self.doc.folded.original(where.start, where.end)
        text = self.doc.original[first:last]
        found: list[Official] = []
        for word, bearer in self._known.items():
            if bearer is None or any(self._stands_for(one, bearer.official, word) for one in [*people, *found]):
                continue
            meets = _MEETS_ZH if bearer.official.kind == "delegation" else ""
            if word not in text:
                continue
            hit = re.search(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) + meets, text)
            if hit and (bearer.official.kind == "envoy" or self._is_whole(text, hit, bearer)):
                start = where.start + hit.start()
                found.append(replace(bearer.official, start=start, end=start + len(word), surely=False, by_name=True))
        return found

    def _stands_for(self, one: Official, named: Official, word: str) -> bool:
        """Tell whether a person told by title may be the one whom a name stands for."""
        if named.kind == "envoy":
            return one.kind == "envoy"
        return one.kind in ("head", "delegation") and (one.country == named.country or word in self._words(one))

    def _is_whole(self, text: str, hit: re.Match[str], bearer: _Bearer) -> bool:
        """Tell whether a name is not part of somebody else's: "Khan" in "Imran Khan"."""
        before, after = _WORD_BEFORE.search(text, 0, hit.start()), _NAME_AFTER.match(text, hit.end())
        apart = before is None or before["word"] in bearer.words or before["word"] in self._places
        return apart and (after is None or after["word"] in bearer.words)

    def _words(self, one: Official) -> list[str]:
        """The words of a name beside a title, in the article's own letters."""
        doc = self.doc
        first, last = doc.folded.original(one.start, one.end)
        if doc.lang == "zh" and one.kind == "delegation":
            leader = _LEADS_ZH.search(doc.original, max(0, first - _REACH), first)
            return [leader["name"]] if leader else []
        if doc.lang == "zh":
            hit = _HAN.match(doc.original, last, last + _REACH)
            return _recurring(doc.original, hit.group(), last) if hit else []
        if doc.lang != "en":
            return []
        behind = doc.original[last : last + _REACH].split("\n")[0]
        if one.kind == "delegation":
            told = _LED_BY.match(doc.original[last : last + 2 * _REACH].split("\n")[0])
        else:
            told = _BEFORE.search(doc.original[max(0, first - _REACH) : first]) or _AFTER.match(behind)
        words = told["name"].split() if told else []
        words = [word for word in words if len(word) >= _SHORTEST or surname_pattern().fullmatch(f"{word} ")]
        return [word for word in words if word not in self._places]


def _are_one(one: Official, other: Official) -> bool:
    """Tell whether two titles may be those of one person."""
    return (one.kind == other.kind and None in (one.country, other.country)) or one.country == other.country


def _recurring(text: str, run: str, at: int) -> list[str]:
    """The longest beginning of a run of Chinese characters that stands further on in the text too: a name."""
    longest = next((run[:n] for n in range(len(run), 1, -1) if text.find(run[:n], at + n) >= 0), None)
    return [longest] if longest else []


def country_by_name(doc: Document, one: Official) -> str | None:
    """ "Consul General Yang Yundong", "Governor Faisal Karim Kundi": whose country his name tells, in English."""
    if doc.lang != "en":
        return None
    first, last = doc.folded.original(one.start, one.end)
    name = _CHINESE_AFTER.match(doc.original, last)
    name = name or _CHINESE_BEFORE.search(doc.original, max(0, first - _LONGEST), first)
    surname = name["surname"].lower() if name else ""
    cues = load_place_cues("en")
    if surname_pattern().fullmatch(f"{surname} ") or cues["surname_after_title"].fullmatch(surname):
        return "CN"
    full = _FULL_NAME.match(doc.original, last)
    return "PK" if full and cues["pakistani_name"].match(full["name"].lower()) else None
