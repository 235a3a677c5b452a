"""Groups the copies of one article: reprints, edited reprints, the same page under two addresses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from monitor.records import Authority, Signature
from monitor.resolve.signatures import SHORT_TEXT

SHARED_BANDS = 3
"""Of 20 bands of 3 rows: three shared mean that about half of the shingles are (0.53)."""
SHARED_BANDS_SAME_LENGTH = 2
"""Two (0.46) will do where the texts are nearly of one length."""
LENGTH_RATIO = 0.5
"""A copy cut to less than half is another article: a brief, or a page that quotes one."""
SAME_LENGTH_RATIO = 0.8

_WEIGHT: Mapping[Authority, int] = {"official": 0, "wire": 1, "press": 2, "other": 3}


def group_articles(
    signatures: Iterable[Signature], authorities: Mapping[str, Authority] | None = None
) -> dict[str, str]:
    """Return for each article that copies another the article that it copies (`duplicate_of`).

    `signatures` are those of the new articles and of the known ones that share a band or the text hash with them.
    The leader of a group is its longest text, then the most authoritative (`authorities` by article id), then the
    smallest id; it is never a copy itself. A known article may follow a new leader, so write what is returned
    over what was stored.
    """
    weight = authorities or {}
    unique = {signature.article_id: signature for signature in signatures}
    leaders = _Leaders()
    copies: dict[str, str] = {}
    for signature in sorted(unique.values(), key=lambda s: (-s.length, _weight(s, weight), s.article_id)):
        leader = leaders.of(signature)
        if leader:
            copies[signature.article_id] = leader.article_id
        else:
            leaders.add(signature)
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
    shared = sum(x == y for x, y in zip(a.bands, b.bands, strict=False))
    needed = SHARED_BANDS_SAME_LENGTH if ratio >= SAME_LENGTH_RATIO else SHARED_BANDS
    return ratio >= LENGTH_RATIO and shared >= needed


class _Leaders:
    """The articles that copy none, in order of rank, to be found by band."""

    def __init__(self) -> None:
        self._ranked: list[Signature] = []
        self._by_band: dict[int, list[int]] = defaultdict(list)
        self._by_hash: dict[str, int] = {}

    def add(self, signature: Signature) -> None:
        rank = len(self._ranked)
        self._ranked.append(signature)
        self._by_hash.setdefault(signature.text_hash, rank)
        for band in signature.bands:
            self._by_band[band].append(rank)

    def of(self, signature: Signature) -> Signature | None:
        """Return the leader that the text shares most with, the first in rank on a tie."""
        same = self._by_hash.get(signature.text_hash)
        if same is not None and is_copy(signature, self._ranked[same]):
            return self._ranked[same]
        shared = Counter(rank for band in signature.bands for rank in self._by_band.get(band, ()))
        for rank, _ in sorted(shared.items(), key=lambda found: (-found[1], found[0])):
            if is_copy(signature, self._ranked[rank]):
                return self._ranked[rank]
        return None


def _weight(signature: Signature, authorities: Mapping[str, Authority]) -> int:
    authority = authorities.get(signature.article_id)
    return _WEIGHT[authority] if authority else len(_WEIGHT)
