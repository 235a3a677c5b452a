"""Envoys of other countries than the two: whose meetings with local governments are none of ours."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from monitor.errors import DataError
from monitor.understand.document import Document
from monitor.understand.text import fold

OTHER = "XX"
"""Stands for any other country where a country's code is asked for; ISO 3166 leaves it to users."""
_NAMES = Path(__file__).parents[1] / "data" / "gazetteer" / "other_countries.csv"
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


@lru_cache(maxsize=3)
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    try:
        with _NAMES.open(encoding="utf-8", newline="") as lines:
            rows = [(row["name"], row["lang"]) for row in csv.DictReader(lines)]
    except (OSError, KeyError, csv.Error) as error:
        raise DataError(f"{_NAMES}: must be a table with the columns name,lang ({error})") from error
    names = "|".join(sorted((re.escape(fold(name).text) for name, of in rows if of == lang), key=len, reverse=True))
    before, after = (pattern.format(names=names) for pattern in _BESIDE[lang])
    return re.compile(before), re.compile(after)
