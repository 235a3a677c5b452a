"""Signs an article's text, so that copies of it are found without comparing texts.

The signature is a MinHash by one permutation: each shingle is hashed once and falls into one of 60 bins, each bin
keeps its smallest value, an empty bin borrows another's. That costs a hash a shingle instead of sixty.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b, sha256
from struct import pack

from monitor.records import Article, Signature

BANDS = 20
ROWS = 3
BINS = BANDS * ROWS
WORDS = 2
"""Words a shingle: true copies in edited news share too few longer ones."""
CHARACTERS = 4
"""Characters a shingle where words are not spaced."""
SHORT_TEXT = 200
"""Bytes of folded text below which a text may be a notice that many pages share, so the title is signed with it."""

_SPACES = re.compile(r"[\W_]+")
_UNSPACED = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff]")


def sign(article: Article) -> Signature:
    """Return the signature of an article's text: the same in every process and for every spelling of spaces."""
    text = fold(article.text)
    if len(text.encode()) < SHORT_TEXT:
        text = f"{fold(article.title)} {text}".strip()
    rows = _filled(_bins(shingles(text, WORDS, CHARACTERS)))
    return Signature(
        article_id=article.article_id,
        text_hash=sha256(text.encode()).hexdigest(),
        length=len(text.encode()),
        bands=_bands(rows),
        minima=pack(f">{len(rows)}H", *(row & 0xFFFF for row in rows)),
    )


def fold(text: str) -> str:
    """Return the text without case, compatibility forms and punctuation, its words parted by one space."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def shingles(text: str, words: int, characters: int) -> set[str]:
    """Return the runs of so many words in a folded text, of so many characters where words are not spaced."""
    if len(_UNSPACED.findall(text)) * 2 > len(text):
        solid = text.replace(" ", "")
        return {solid[i : i + characters] for i in range(max(1, len(solid) - characters + 1))}
    spaced = text.split()
    return {" ".join(spaced[i : i + words]) for i in range(max(1, len(spaced) - words + 1))} if spaced else set()


def _bands(rows: Sequence[int]) -> tuple[int, ...]:
    """Return the bands of a MinHash, 32 bits each, none for that of an empty text."""
    if not rows:
        return ()
    return tuple(
        _number(pack(f">H{ROWS}Q", band, *rows[band * ROWS : (band + 1) * ROWS])) >> 32 for band in range(BANDS)
    )


def _bins(shingles: set[str]) -> list[int | None]:
    bins: list[int | None] = [None] * BINS
    for shingle in shingles:
        value, index = divmod(_number(shingle.encode()), BINS)
        smallest = bins[index]
        if smallest is None or value < smallest:
            bins[index] = value
    return bins


def _filled(bins: list[int | None]) -> list[int]:
    """Let each empty bin borrow from a full one, the same for every text in which both are so."""
    full = [value for value in bins if value is not None]
    if not full:
        return []
    rows = []
    for index, value in enumerate(bins):
        borrowed, attempt = value, 0
        while borrowed is None:
            attempt += 1
            borrowed = bins[_number(pack(">HH", index, attempt)) % BINS]
        rows.append(borrowed)
    return rows


def _number(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")
