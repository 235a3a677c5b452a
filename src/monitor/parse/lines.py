"""Small measures of a line of text, the same for Latin, Han and Arabic script."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_UNSEEN_SPACE = re.compile(r"[\u200b\ufeff]")
_SENTENCE_END = re.compile(r"[.!?。\uff01\uff1f…؟۔;\uff1b][\s\"'”’」』)\uff09\]】]*\Z")
_LETTERS = re.compile(r"[^\W_]+")
_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}
"""What `fold` drops from text in ASCII, which needs no more."""
_LONGEST_KEPT = 2000
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def collapse(text: str) -> str:
    """Return `text` on one line, each run of white space one blank, control characters gone."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return " ".join(_UNSEEN_SPACE.sub(" ", _UNPRINTABLE.sub("", text)).split())


def fold(text: str) -> str:
    """Return the letters and digits of `text` alone, in compatibility form and without case: for comparing."""
    return _kept_folded(text) if len(text) <= _LONGEST_KEPT else _folded(text)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower().translate(_SIGNS)
    return "".join(_LETTERS.findall(normalize("NFKC", text).casefold()))


_kept_folded = lru_cache(maxsize=4096)(_folded)
"""The lines of one page are folded again and again."""


def letter_count(text: str) -> int:
    """Return how many letters and digits `text` holds."""
    return sum(map(len, _LETTERS.findall(text)))


def han_count(text: str) -> int:
    """Return how many Han characters `text` holds."""
    return 0 if text.isascii() else len(_HAN.findall(text))


def width(text: str) -> int:
    """Return the length of `text` in Latin characters; a Han character counts two, since it says as much."""
    return len(text) + han_count(text)


def ends_sentence(line: str) -> bool:
    """Tell whether `line` ends as a sentence does (closing quotes and brackets may follow)."""
    return _SENTENCE_END.search(line) is not None
