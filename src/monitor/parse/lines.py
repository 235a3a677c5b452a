"""Small measures of a line of text, the same for Latin, Han and Arabic script."""

from __future__ import annotations

import re
from unicodedata import normalize

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_UNSEEN_SPACE = re.compile(r"[\u200b\ufeff]")
_SENTENCE_END = re.compile(r"[.!?。\uff01\uff1f…؟۔;\uff1b][\s\"'”’」』)\uff09\]】]*\Z")
_LETTERS = re.compile(r"[^\W_]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def collapse(text: str) -> str:
    """Return `text` on one line, each run of white space one blank, control characters gone."""
    return " ".join(_UNSEEN_SPACE.sub(" ", _UNPRINTABLE.sub("", text)).split())


def fold(text: str) -> str:
    """Return the letters and digits of `text` alone, in compatibility form and without case: for comparing."""
    return "".join(_LETTERS.findall(normalize("NFKC", text).casefold()))


def letter_count(text: str) -> int:
    """Return how many letters and digits `text` holds."""
    return sum(map(len, _LETTERS.findall(text)))


def han_count(text: str) -> int:
    """Return how many Han characters `text` holds."""
    return len(_HAN.findall(text))


def width(text: str) -> int:
    """Return the length of `text` in Latin characters; a Han character counts two, since it says as much."""
    return len(text) + han_count(text)


def ends_sentence(line: str) -> bool:
    """Tell whether `line` ends as a sentence does (closing quotes and brackets may follow)."""
    return _SENTENCE_END.search(line) is not None
