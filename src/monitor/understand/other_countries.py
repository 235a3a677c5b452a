"""Envoys of other countries than the two: whose meetings with local governments are none of ours."""

from __future__ import annotations

import re
from functools import lru_cache

from monitor.understand.document import Document
from monitor.understand.gazetteer import rows_of
from monitor.understand.text import fold

OTHER = "XX"
"""Stands for any other country where a country's code is asked for; ISO 3166 leaves it to users."""
_REACH = 60
"""Characters on either side of a title in which its country is named."""
_INITIALS = re.compile(r"\b(?:US|U\.S\.|UK|U\.K\.|UAE|EU)(?:'s)? (?:[Aa]cting |[Dd]eputy )?$")
_BESIDE = {
    "en": (
        r"(?<![a-z])(?:{names})(?:'s|n|an|ian|ese|i|ish)? (?:acting |deputy )*$",
        r",? of (?:the )?(?:[a-z']+ ){{0,3}}?(?:{names})(?![a-z])",
    ),
    "zh": (
        r"(?:{names})(?:[^,。、和与]{{0,6}}共和国)?(?:驻[^,。、和与]{{1,8}})?(?:特命全权|临时|新任|前任|前)*$",
        r"(?!)",
    ),
    "ur": (r"(?<![آ-ۓ])(?:{names}) (?:کے|کی|کا) (?:[آ-ۓ]+ )?$", r" (?:{names})(?![آ-ۓ])"),
}


def serves_other_country(doc: Document, start: int, end: int) -> bool:
    """Tell whether the words beside an envoy's title at `start` to `end` name a country that is neither of the two."""
    before, after = _patterns(doc.lang)
    first, _ = doc.folded.original(start, end)
    if _INITIALS.search(doc.original, max(0, first - _REACH), first):
        return True
    return bool(before.search(doc.text, max(0, start - _REACH), start) or after.match(doc.text, end, end + _REACH))


def names_of_countries(lang: str) -> list[str]:
    """Return what the other countries are called in a language, as the shipped table writes them."""
    return [name for _, _, (name, of) in rows_of("other_countries.csv", 2) if of == lang]


@lru_cache(maxsize=3)
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    told = (re.escape(fold(name).text) for name in names_of_countries(lang))
    names = "|".join(sorted(told, key=len, reverse=True))
    before, after = (pattern.format(names=names) for pattern in _BESIDE[lang])
    return re.compile(before), re.compile(after)
