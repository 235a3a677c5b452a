"""How much a link promises before its page is fetched: what its headline and its address tell of our subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from monitor.errors import DataError
from monitor.records import Link
from monitor.understand.cues import compiled_words, load_cues, read_words
from monitor.understand.gazetteer import load_gazetteer
from monitor.understand.text import fold

ELSEWHERE, UNKNOWN, OF_TIES, OF_THE_OTHER, OF_BOTH = range(5)
"""What `promise` returns, the least promising first."""

_PATH = Path(__file__).parents[1] / "data" / "topic.toml"
_WRITTEN_IN = {"en": re.compile("[a-z]"), "zh": re.compile("[一-鿿]"), "ur": re.compile("[آ-ۓ]")}
_COUNTRIES = {"china": "CN", "pakistan": "PK"}
_TIES = ("tie_city", "tie_province", "tie_any", "letter_of_intent", "instrument", "delegation", "envoy")
_BETWEEN_WORDS = re.compile(r"[-_/+.]+")
_LONGEST = 500
"""Characters of a headline and of an address that are read: no news has longer ones, but a hostile list may."""


def promise(link: Link, country: str) -> int:
    """Return how promising a link is that a source of `country` (CN or PK) shows: ELSEWHERE to OF_BOTH.

    Only what speaks of sport, shows or shares (`data/topic.toml`) and names neither the other country or its places
    nor anything of a tie is ELSEWHERE; a headline that tells nothing is UNKNOWN.
    """
    path = unquote(urlsplit(link.url).path)[:_LONGEST]
    text = fold(f"{(link.title or '')[:_LONGEST]}\n{_BETWEEN_WORDS.sub(' ', path)}").text
    langs = [lang for lang, script in _WRITTEN_IN.items() if script.search(text)]
    hints, elsewhere, sections = _words()
    countries = {*_countries_by_word(text, langs), *_countries_by_place(text)}
    of_ties = any(_found(group, text, langs) for group in _TIES) or any(hints[lang].search(text) for lang in langs)
    if countries - {country}:
        return OF_BOTH if of_ties or country in countries else OF_THE_OTHER
    if of_ties:
        return OF_TIES
    leads_away = any(elsewhere[lang].search(text) for lang in langs)
    return ELSEWHERE if leads_away or not sections.isdisjoint(path.lower().split("/")) else UNKNOWN


def _found(group: str, text: str, langs: Iterable[str]) -> bool:
    return any(load_cues(lang)[group].search(text) for lang in langs)


def _countries_by_word(text: str, langs: Iterable[str]) -> Iterator[str]:
    return (country for group, country in _COUNTRIES.items() if _found(group, text, langs))


def _countries_by_place(text: str) -> Iterator[str]:
    gazetteer = load_gazetteer()
    return (gazetteer.places[name.place_id].country_code for hit in gazetteer.find(text) for name in hit.firm)


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]], frozenset[str]]:
    """Return the hints and the words that lead elsewhere, a pattern a language, and the sections that do."""
    table = read_words(_PATH)
    hints, elsewhere = table.get("hints"), table.get("elsewhere")
    if (
        not isinstance(hints, dict)
        or not isinstance(elsewhere, dict)
        or not isinstance(elsewhere.get("sections"), list)
    ):
        raise DataError(f"{_PATH}: a table [hints], and a table [elsewhere] with `sections` were expected")
    patterns = [{lang: _pattern(group, lang) for lang in _WRITTEN_IN} for group in (hints, elsewhere)]
    return patterns[0], patterns[1], frozenset(elsewhere["sections"])


def _pattern(words: Mapping[str, object], lang: str) -> re.Pattern[str]:
    return compiled_words(_PATH, {lang: words.get(lang)}, lang)[lang]
