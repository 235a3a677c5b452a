"""The bytes of a page made text, as browsers do it, except that a declaration which is a lie is not believed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import Final

from trafilatura.utils import detect_encoding

from monitor.errors import ExtractError

_PRESCAN = 4096
_SAMPLE = 60_000
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SUPERSETS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "ms936", "gb18030", "chinese", "hz"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950", "big5hkscs"), "big5hkscs"),
    **dict.fromkeys(("windows-1256", "cp1256", "x-cp1256"), "cp1256"),
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252"), "cp1252"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode", "utf8", "utf-8", "unicode-1-1-utf-8"), "utf-8"),
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
_GUESSES: Final = ("gb18030", "big5hkscs", "cp1256", "cp1252")
_COMMON_HAN: Final = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "這個國為時來們對會發動過說產種後經進著裡現實兩體機當點從業應開還區關長與東巴市省友城委访問问书書記记月新代表団团團合际際"
    "。、“”《》\uff0c\uff1a\uff1b\uff08\uff09"
)
_LETTER_RUN = re.compile(r"[\u0620-\u064a\u0679-\u06d3]{2,}")
_WESTERN_WORD = re.compile(
    r"(?<=[A-Za-z])[\u00c0-\u00ff]{1,2}(?=[A-Za-z]|\b)|[\u2013-\u201d\u2022\u2026\u00a0\u00a9\u00ab\u00bb]"
)
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HTTP_DECLARED = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_XML_OPENING = re.compile(r"\A\s*<\?xml[^>]*>")
_HTML_SIGN = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta|p|div|table|article|h1)\b", re.IGNORECASE)
# Possessive, or the comments of a page would be parted in every possible way, which takes hours.
_FEED_SIGN = re.compile(r"\A\s*+(?><!--.*?-->\s*+)*+<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.DOTALL)
_NOT_TEXT: Final = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
)
_LOSSY_SHARE = 0.01


def decode_page(body: bytes, headers: Mapping[str, str]) -> str:
    """Return the text of an HTML page, without BOM or XML declaration.

    Raises ExtractError (`not_html`) for anything else that a server may send in a page's place.
    """
    if body.lstrip()[:5].startswith(_NOT_TEXT):
        raise ExtractError("not_html", "the bytes are those of a document, picture or archive")
    text = _XML_OPENING.sub("", _decode(body, _content_type(headers)).lstrip("\ufeff"))
    if _FEED_SIGN.match(text) or not _HTML_SIGN.search(text):
        raise ExtractError("not_html", "no HTML element found")
    return text.replace("\x00", "")


def _content_type(headers: Mapping[str, str]) -> str:
    return next((value for name, value in headers.items() if name.lower() == "content-type"), "")


def _decode(body: bytes, content_type: str) -> str:
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(encoding, errors="replace")
    if (wide := _wide_encoding(body)) is not None:
        return body.decode(wide, errors="replace")
    # Text that is valid UTF-8 beyond ASCII is nothing else, whatever the page declares.
    if (text := _strict(body, "utf-8")) is not None:
        return text
    declared = list(_declared(body, content_type))
    for encoding in declared:
        if (text := _believable(body, encoding)) is not None:
            return text
    return _best_guess(body, declared)


def _declared(body: bytes, content_type: str) -> Iterator[str]:
    http = _HTTP_DECLARED.search(content_type)
    in_page = _DECLARED.search(body[:_PRESCAN]) or _XML_DECLARED.match(body[:_PRESCAN])
    labels = [http.group(1) if http else "", in_page.group(1).decode("ascii") if in_page else ""]
    for label in filter(None, labels):
        yield _SUPERSETS.get(label.lower(), label.lower())


def _wide_encoding(body: bytes) -> str | None:
    """UTF-16 without a mark shows in the zero bytes of its ASCII half."""
    head = body[:400]
    if len(head) < 40 or head.count(0) < len(head) // 4:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _strict(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _lossy(body: bytes, encoding: str) -> str | None:
    """Decode with a few bad bytes, as old pages cut in mid-character have them; None when they are more."""
    try:
        text = body.decode(encoding, errors="replace")
    except (LookupError, UnicodeError, ValueError):
        return None
    beyond_ascii = sum(char > "\x7f" for char in text)
    return text if text.count("\ufffd") <= 1 + _LOSSY_SHARE * beyond_ascii else None


def _believable(body: bytes, encoding: str) -> str | None:
    text = _lossy(body, encoding)
    if text is None or encoding == "utf-8":
        return text
    # Almost any bytes decode as Latin-1, and Big5 as GBK: another reading must not be far more natural.
    claimed = _naturalness(text)
    rivals = (_naturalness(rival) for name in _GUESSES if name != encoding and (rival := _lossy(body, name)))
    return text if claimed >= 0.5 * max(rivals, default=0.0) else None


def _best_guess(body: bytes, declared: list[str]) -> str:
    readings = [text for encoding in ("utf-8", *_GUESSES) if (text := _lossy(body, encoding)) is not None]
    best = max(readings, key=_naturalness, default=None)
    if best is not None and _naturalness(best) > 0.05:
        return best
    for encoding in (*detect_encoding(body), *declared):
        if (text := _strict(body, encoding)) is not None:
            return text
    return best if best is not None else body.decode("utf-8", errors="replace")


def _naturalness(text: str) -> float:
    """The share of the characters beyond ASCII that are frequent in their language, 0 to 1."""
    beyond_ascii = [char for char in text[:_SAMPLE] if char > "\x7f"]
    if not beyond_ascii:
        return 0.0
    sample = text[:_SAMPLE]
    # A third of Chinese running text is of these characters, so they count threefold beside alphabets.
    common = 3 * sum(char in _COMMON_HAN for char in beyond_ascii)
    letters = sum(len(run) for run in _LETTER_RUN.findall(sample)) + len(_WESTERN_WORD.findall(sample))
    return min(1.0, max(common, letters) / len(beyond_ascii))
