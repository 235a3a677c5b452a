"""Text made ready for matching: folded letter by letter with a way back to the original, and cut into sentences."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import opencc

_HAN = re.compile(r"[㐀-鿿豈-﫿]")
_ARABIC_LETTER = {
    "ي": "ی",
    "ى": "ی",
    "ئ": "ئ",
    "ك": "ک",
    "ه": "ہ",
    "ة": "ہ",
    "ۂ": "ہ",
    "ۃ": "ہ",
    "ھ": "ھ",
    "ؤ": "و",
    "أ": "ا",
    "إ": "ا",
}
_PLAIN = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "—": "-",
    "‑": "-",
    "−": "-",
    "·": "·",
    "\u00a0": " ",
    "\u3000": " ",
    "\u202f": " ",
    "\t": " ",
}
_JOINED = re.compile(
    r"(?<![آ-ۓ])(?:گورنر|میئر|کمشنر|سفیر|قونصل جنرل|وزیر ?اعلی[ٰ]?)(?=[آ-ۓ]{3})(?!وں|ان[ہے]|ہاؤس|ہاوس|ی[آ-ۓ])"
)
"""Urdu pages join a title to the name after it: گورنرسندھ."""
_AMPERSAND = re.compile(r"(?<=[A-Za-z,] )&(?= [A-Za-z])")
_DROPPED = frozenset("\u200b\u200d\u200e\u200f\u2060\ufeff\u00ad")

_YEAR_IN_HAN = re.compile(r"(?:一九|二[〇零○])[〇零○一二三四五六七八九]{2}(?=年)")
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")

_LONGEST = 1200
"""Characters after which a sentence is cut: no news has a longer one, and rules compare its words with each other."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|lt|col|maj|capt|brig|sen|gov|st|no|vs|jr|sr|co|ltd|inc|etc|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|rs|hon|engr|adv|syed|ch|h\.e|a\.m|p\.m|u\.s|i\.e|e\.g)|(?<!')\b[a-z])\.$",
    re.IGNORECASE,
)
_END_SPACED = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)")
_END_HAN = re.compile(r"[。!?;]+[\"')」』]*|】")
_END_URDU = re.compile(r"[۔؟!]+[”\"]*")


@lru_cache(maxsize=1)
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """Turn traditional Chinese characters into simplified ones without changing the length of the text."""
    if not _HAN.search(text):
        return text
    converted: str = _simplifier().convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(one if len(one) == 1 else char for char in text for one in (_simplifier().convert(char),))


def _fold_char(char: str) -> str:
    if char in _DROPPED or unicodedata.category(char) == "Mn":
        return ""
    if char in _PLAIN:
        return _PLAIN[char]
    if char in _ARABIC_LETTER:
        return _ARABIC_LETTER[char]
    if char == "\u200c":
        return " "
    if char.isascii():
        return char.lower()
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if unicodedata.category(c) != "Mn").lower()
    return plain if len(plain) == 1 and not "\u0600" <= char <= "\u06ff" else char


class _FoldTable(dict[int, str]):
    """A translation table that fills itself, since a text uses few different characters."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        self[code] = folded
        return folded


_FOLD = _FoldTable()


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` as it is matched against: lower case, plain letters and digits, simplified Chinese.

    `offsets` gives for each of its characters the offset in the original; None where they are the same.
    """

    text: str
    offsets: tuple[int, ...] | None
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of the folded text into a span of the original."""
        if self.offsets is None:
            return start, end
        if start >= len(self.offsets):
            return self.length, self.length
        return self.offsets[start], (self.offsets[end - 1] + 1 if end > start else self.offsets[start])


def fold(original: str) -> Folded:
    """Fold a text for matching; every match can be led back to the original."""
    text = _YEAR_IN_HAN.sub(lambda hit: hit.group().translate(_HAN_DIGITS), simplify(original))
    if _JOINED.search(text) or _AMPERSAND.search(text):
        return _fold_longer(text)
    folded = text.translate(_FOLD)
    if len(folded) == len(text):
        return Folded(folded, None, len(text))
    offsets = tuple(i for i, char in enumerate(text) for _ in _FOLD[ord(char)])
    return Folded(folded, offsets, len(text))


def _fold_longer(text: str) -> Folded:
    """Fold a text with a space after an Urdu title that is joined to a name, and "and" for an ampersand."""
    ends = {hit.end() for hit in _JOINED.finditer(text)}
    ands = {hit.start() for hit in _AMPERSAND.finditer(text)}
    letters = [
        (i, letter)
        for i, char in enumerate(text)
        for letter in (" " * (i in ends) + ("and" if i in ands else _FOLD[ord(char)]))
    ]
    return Folded("".join(letter for _, letter in letters), tuple(i for i, _ in letters), len(text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its offsets in the folded text; `line` counts the lines of the text from 0."""

    start: int
    end: int
    line: int
    index: int


def split_sentences(text: str, lang: str) -> tuple[Sentence, ...]:
    """Cut folded text into sentences; a line break always ends one."""
    ending = {"zh": _END_HAN, "ur": _END_URDU}.get(lang, _END_SPACED)
    found: list[Sentence] = []
    offset = 0
    for number, line in enumerate(text.split("\n")):
        for start, end in _cut_line(line, ending):
            found.append(Sentence(offset + start, offset + end, number, len(found)))
        offset += len(line) + 1
    return tuple(found)


_ITEM_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)۔。]\s*")
"""What counts the items of a list ends no sentence."""


def _cut_line(line: str, ending: re.Pattern[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for hit in ending.finditer(line):
        inside_brackets = "(" in line and line.count("(", start, hit.start()) > line.count(")", start, hit.start())
        if start == 0 and _ITEM_NUMBER.fullmatch(line, 0, hit.end()):
            continue
        if inside_brackets or (ending is _END_SPACED and _ABBREVIATION.search(line, max(0, hit.end() - 8), hit.end())):
            continue
        spans.append((start, hit.end()))
        start = hit.end()
    spans.append((start, len(line)))
    bounded = [(cut, min(cut + _LONGEST, b)) for a, b in spans for cut in range(a, b, _LONGEST)]
    return [(a + len(line[a:b]) - len(line[a:b].lstrip()), b) for a, b in bounded if line[a:b].strip()]
