"""Groups the copies of one article: reprints, edited reprints, the same page under two addresses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from monitor.records import Authority, Signature
from monitor.resolve.signatures import BANDS, BINS, ROWS, SHORT_TEXT

SHARED_BANDS = 2
"""Of 20 bands of 3 rows: of copies alike by half three in four share two, by two thirds all but one in fifty."""
ALIKE = 0.4
"""Of the shingles of both texts. Bands alone would give every fourth of a million articles on one subject a stranger,
which shares a twentieth of its shingles."""
LENGTH_RATIO = 0.5
"""A copy cut to less than half is another article: a brief, or a page that quotes one."""
FULL_RATIO = 0.9
"""A text that lacks less than a tenth of the longest is no worse to read, and its source then decides."""

_WEIGHT: Mapping[Authority, int] = {"official": 0, "wire": 1, "press": 2, "other": 3}


def group_articles(
    signatures: Iterable[Signature], authorities: Mapping[str, Authority] | None = None
) -> dict[str, str]:
    """Return for each article that copies another the article that leads its group (`duplicate_of`).

    `signatures` are those of the new articles, of all that may copy them, and of all that these were grouped with.
    Articles are of one group where copies lead from one to the other, so it does not matter which came first. Of the
    fullest texts of a group (`FULL_RATIO`) the most authoritative (`authorities` by article id) leads, then the
    longest, then the smallest id. A known article may follow a new leader, so write what is returned over what was
    stored.
    """
    weight = authorities or {}
    copies: dict[str, str] = {}
    for group in _groups({signature.article_id: signature for signature in signatures}):
        full = FULL_RATIO * max(signature.length for signature in group)
        leader = min(group, key=lambda s: (s.length < full, _weight(s, weight), -s.length, s.article_id))
        copies |= {s.article_id: leader.article_id for s in group if s is not leader}
    return dict(sorted(copies.items()))


def is_copy(a: Signature, b: Signature) -> bool:
    """Tell whether one text is a copy of the other: word for word or, where it is long enough to tell, edited."""
    if a.length == 0 or b.length == 0:
        return False
    if a.text_hash == b.text_hash:
        return True
    if min(a.length, b.length) < SHORT_TEXT:
        return False
    ratio = min(a.length, b.length) / max(a.length, b.length)
    return ratio >= LENGTH_RATIO and _shared_bands(a, b) >= SHARED_BANDS and _likeness(a, b) >= ALIKE


def _shared_bands(a: Signature, b: Signature) -> int:
    """Return how many bands two signatures share."""
    return sum(x == y for x, y in zip(a.bands, b.bands, strict=False))


def _likeness(a: Signature, b: Signature) -> float:
    """Return the share of both texts' shingles that is in both, as their MinHashes tell it, or the bands alone."""
    if a.minima and b.minima:
        ours, theirs = (memoryview(signature.minima).cast("H") for signature in (a, b))
        return sum(x == y for x, y in zip(ours, theirs, strict=True)) / BINS
    return float((_shared_bands(a, b) / BANDS) ** (1 / ROWS))


def _groups(signatures: Mapping[str, Signature]) -> Iterator[list[Signature]]:
    """Yield the articles that copies lead from one to the other, each group once."""
    beside = _copies_by_article(signatures)
    left = set(beside)
    while left:
        group, reached = set[str](), {left.pop()}
        while reached:
            group |= reached
            reached = {other for article_id in reached for other in beside[article_id]} - group
        left -= group
        yield [signatures[article_id] for article_id in group]


def _copies_by_article(signatures: Mapping[str, Signature]) -> dict[str, set[str]]:
    by_key: dict[int | str, list[str]] = defaultdict(list)
    beside: dict[str, set[str]] = defaultdict(set)
    for article_id, signature in signatures.items():
        others = Counter(other for key in signature.bands for other in by_key[key])
        alike = [other for other, shared in others.items() if shared >= SHARED_BANDS]
        for other in (*alike, *by_key[signature.text_hash][:1]):
            if is_copy(signature, signatures[other]):
                beside[article_id].add(other)
                beside[other].add(article_id)
        keys: tuple[int | str, ...] = (*signature.bands, signature.text_hash)
        for key in keys:
            by_key[key].append(article_id)
    return beside


def _weight(signature: Signature, authorities: Mapping[str, Authority]) -> int:
    authority = authorities.get(signature.article_id)
    return _WEIGHT[authority] if authority else len(_WEIGHT)
