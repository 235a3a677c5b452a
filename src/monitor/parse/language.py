"""The language of a text, told by its letters: no model is needed where scripts differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_SAMPLE = 20_000
_SCRIPTS: Final[Mapping[str, re.Pattern[str]]] = {
    "han": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+"),
    "kana": re.compile(r"[\u3041-\u30ff]+"),
    "hangul": re.compile(r"[\uac00-\ud7a3]+"),
    "arabic": re.compile(r"[\u0621-\u064a\u066e-\u06d3\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]+"),
    "devanagari": re.compile(r"[\u0900-\u097f]+"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]+"),
}
# Letters that only this language, of those written in Arabic script near us, uses often.
_ARABIC_SCRIPT: Final[Mapping[str, frozenset[str]]] = {
    "ur": frozenset("ٹڈڑںےۓ"),
    "sd": frozenset("ٻڀٺڄڃڇڌڏڊڙڳڱڻڪ"),
    "ps": frozenset("ټډړږښڼېۍ"),
    "ug": frozenset("ۆۇۈۋېەڭ"),
}
_PERSIAN: Final = frozenset("پچژگکی")
_ARABIC: Final = frozenset("ةىيك")
_LEFT_TO_DECLARE: Final[Mapping[str, str]] = {"cyrillic": "ru", "devanagari": "hi"}
_NOT_LATIN: Final = frozenset({"zh", "ja", "ko", "ur", "ar", "fa", "sd", "ps", "ug", "ru", "hi"})
_CODE = re.compile(r"[a-z]{2,3}(?![a-z])")


def detect_language(text: str, declared: str | None) -> str:
    """Return the ISO 639 code of the language of `text`: "zh", "ur", "en" or another, "und" where there is no letter.

    `declared` is what the page says (`en-US`); it is believed only among languages that share the text's script.
    """
    sample = text[:_SAMPLE]
    scripts = ["latin"] if sample.isascii() else list(_SCRIPTS)
    counts = {name: sum(map(len, _SCRIPTS[name].findall(sample))) for name in scripts}
    # One Han character or kana says about as much as a short word.
    weighted = {name: count * (3 if name in ("han", "kana", "hangul") else 1) for name, count in counts.items()}
    script = max(weighted, key=lambda name: weighted[name])
    if not weighted[script]:
        return "und"
    if script in ("han", "kana"):
        return "ja" if counts["kana"] > 0.1 * (counts["han"] + counts["kana"]) else "zh"
    if script == "arabic":
        return _of_arabic_script(sample)
    code = language_code(declared)
    if script == "hangul":
        return "ko"
    if script == "latin":
        return code if code and code not in _NOT_LATIN else "en"
    return code if code and code not in ("en", "zh", "ur") else _LEFT_TO_DECLARE[script]


def language_code(declared: str | None) -> str | None:
    """Return the bare lower-case language code of a tag such as `zh-CN` or `en_US`, None where there is none."""
    found = _CODE.match((declared or "").strip().lower())
    return found.group() if found else None


def _of_arabic_script(text: str) -> str:
    counts = {name: sum(char in letters for char in text) for name, letters in _ARABIC_SCRIPT.items()}
    best = max(counts, key=lambda name: counts[name])
    # An Urdu text quoting a Sindhi name must not change its language, nor a Persian text one Urdu name.
    if counts[best] >= max(1, 0.01 * len(text)):
        return best
    persian = sum(char in _PERSIAN for char in text)
    arabic = sum(char in _ARABIC for char in text)
    return "fa" if persian > arabic else "ar"
