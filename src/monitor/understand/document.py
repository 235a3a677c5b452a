"""An article laid out for reading: title and text in one folded string, its sentences, what kind each is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from monitor.records import Article
from monitor.understand.anchors import load_cue_anchors, stands_between
from monitor.understand.cues import Cues, load_cues
from monitor.understand.date_words import EN_MONTHS
from monitor.understand.text import Folded, Sentence, fold, split_sentences

READ_LANGS = ("en", "zh", "ur")
_DATELINE = {
    "en": re.compile(
        r"(?!(?:claim|fact|verdict|rating|note|caption|photo|question|answer|update|correction|twinned)\b)"
        r"[a-z][a-z'.]{2,16}(?:[ -][a-z'.]{2,16}){0,3}(?:"
        r"(?:, ?[^:()\n]{0,30})?\s?\((?!(?:since |from )?\d{4}\))[^)@\n]{2,90}\)\s*(?::|--?|\.)*:?\s?"
        r"|, [^:()\n]{3,28}:\s"  # Karachi, Apr 23:
        r"|: ?(?:\([^)\n]{2,90}\))?\s?"  # Karachi: (APP)
        r"|(?:, [^:()\n]{3,28})?\s?--\s?|(?:, [^:()\n]{3,20})?\s+-\s+|-(?=[a-z]+ ))"
    ),
    "zh": re.compile(
        r"[^\n,。;]{0,24}?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:电(?![力子商话视网影动器站厂池信])|讯|消息)(?:员)?\s?(?:\([^)\n]*\))?[:\s]*"
    ),
    "ur": re.compile(
        r"[آ-ۓ' ]{2,24}(?:\s?\([^)\n]{2,110}\)\s*[:۔-]*|\s?۔\s?(?:\([^)\n]{2,110}\)"
        r"|\d{1,2} ?[آ-ۓ]+ ?\([^)\n]{2,40}\)\s?:?)|، ?\d{1,2} ?[آ-ۓ]{2,8}:\s"
        r"|(?<! ہیں)(?<! شہر):(?![^\n]{2,40}(?:\n|$)))\s?"
    ),
}
"""What a report opens with: the place it was sent from, the day, the agency. It tells no event."""
_AGENCY_OR_DAY = re.compile(r"\([^)]*(?:\d|[A-Z]{3})[^)]*\)|\)\s*[:-]")
"""In brackets or before a colon: what tells a dateline from a name with a remark, such as "Naqvi, minister (CM)"."""
_GLUED = re.compile(r"[—–](?=[A-Z])|-(?=(?:Mr|Ms|The|A|An)\\b)")
_ARTICLE = len("The ")
"""A dateline's dash with no space behind it: "Mithi—Five officials"."""
_PLACE_AND_DAY = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?, ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, ?\d{4})?\s*-+\s*")
_PLACE_AND_COLON = re.compile(r"[A-Z][a-z]+: +")
_PROSE = {"en": 50, "zh": 18, "ur": 40}
"""A line shorter than this is a heading or a credit, not a sentence of the report."""
_LONG_ENOUGH = {"en": 80, "ur": 70, "zh": 28}
"""A line of so many characters is prose: from it on, a marker such as "Related" ends the article."""
_WRAPPED = re.compile(
    r"\n(?:(?:(?<=[a-z,]\n)|(?<=[a-z,] \n))(?=[a-z])|(?<=[^\n]{39}[a-z,]\n)\n(?=[a-z])|(?<=[^\n]{40},\n)\n?(?=[A-Z]))"
)
"""A line break in the middle of an English sentence: some pages wrap their lines."""
_COLUMN = 40
_WRAPS = 2
"""A text of which so many lines break off within a word group is set in columns: there each line of so many characters
that ends without a stop goes on."""
_WRAPPED_ANYWHERE = re.compile(rf"(?<=[^\n]{{{_COLUMN}}})(?<=[A-Za-z0-9,'’)])\n(?=[A-Z0-9(])")
_SHORTEST_TITLE = 20
"""Characters of a line that can be the title without what its page puts behind it."""
_OTHER_SCRIPT = {
    "en": re.compile(r"(?!)"),
    "zh": re.compile(r"[^㐀-鿿\d]*[a-z]{3}[^㐀-鿿\d]*"),
    "ur": re.compile(r"[^آ-ۓ\d]*[a-z]{3}[^آ-ۓ\d]*"),
}
"""A line of Latin letters only is no part of a Chinese or Urdu report: "Share on Facebook"."""
_SPACES = {ord("\u00a0"): " ", ord("\r"): " "}
_TOLD_IN_BRACKETS = re.compile(r"\((?:twinned|paired|linked|since|sister|twin|a sister)\b")
"""No agency stands in such brackets: "Xi'an (twinned with Lahore in 1992), …"."""
_READ_TO = 30_000
"""Characters of title and of text that are read: no news is longer, and a hostile page must not hold up a run."""
_FIRST_YEAR = 1900
"""A page that says it was published before is wrong about it."""


@dataclass(frozen=True)
class Document:
    """`original` is title, line break, text, and `text` that folded; `body_start` is where in it the article begins."""

    article: Article
    original: str
    folded: Folded
    text: str
    body_start: int
    sentences: tuple[Sentence, ...]
    datelines: tuple[tuple[int, int], ...]
    title_end: int
    lang: str
    cues: Cues
    published: date | None
    _said: dict[tuple[str, int, int], bool] = field(default_factory=dict, compare=False, repr=False)
    _spans: dict[tuple[str, int, int], tuple[tuple[int, int], ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What was asked of the cues: rules ask the same again and again."""

    @property
    def prose(self) -> list[Sentence]:
        """The sentences of the report proper: neither title nor heading nor credit."""
        shortest = _PROSE[self.lang]
        return [s for s in self.sentences if not self.is_title(s) and s.end - s.start >= shortest]

    def says(self, group: str, start: int, end: int) -> bool:
        """Tell whether a cue of the group stands in `text[start:end]`."""
        asked = (group, start, end)
        if asked not in self._said:
            found = self._spans.get(asked)
            self._said[asked] = bool(found) if found is not None else self._may_say(*asked) and self._search(*asked)
        return self._said[asked]

    def cue_spans(self, group: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return where cues of the group stand in `text[start:end]`."""
        asked = (group, start, end)
        if self._said.get(asked) is False:
            return ()
        if asked not in self._spans:
            hits = self.cues[group].finditer(self.text, start, end) if self._may_say(*asked) else ()
            self._spans[asked] = tuple(hit.span() for hit in hits)
        return self._spans[asked]

    def _search(self, group: str, start: int, end: int) -> bool:
        return self.cues[group].search(self.text, start, end) is not None

    def _may_say(self, group: str, start: int, end: int) -> bool:
        starts = self._anchored.get(group, ())
        return starts is None or stands_between(starts, start, end)

    @cached_property
    def _anchored(self) -> Mapping[str, Sequence[int] | None]:
        """Where the anchors of each group begin, None for a group that must be searched for."""
        return load_cue_anchors(self.lang).find(self.text)

    def in_dateline(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self.datelines)

    def is_title(self, sentence: Sentence) -> bool:
        return sentence.start < self.title_end

    def source_span(self, start: int, end: int) -> tuple[str, int | None, int | None]:
        """Return the evidence of a folded span, and its offsets in the article's text (None for the title's)."""
        first, last = self.folded.original(start, end)
        shift = self.original.index("\n") + 1
        source, moved = (self.article.title, 0) if first < shift else (self.article.text, shift)
        words = source[first - moved : last - moved]
        evidence = words.strip()
        if first < shift:
            return evidence, None, None
        first += len(words) - len(words.lstrip()) - shift
        return evidence, first, first + len(evidence)

    def sentence_at(self, offset: int) -> Sentence | None:
        return next((s for s in self.sentences if s.start <= offset < s.end), None)


def lay_out(article: Article) -> Document:
    """Prepare an article for reading."""
    title, text = (part[:_READ_TO].translate(_SPACES) for part in (article.title, article.text))
    original = f"{title}\n{_unwrapped(text)}"
    folded = fold(original)
    lang = article.lang if article.lang in READ_LANGS else "en"
    cues = load_cues(lang)
    title_end = folded.text.index("\n")
    sentences = split_sentences(folded.text, lang)
    kept = _without_furniture(folded.text, sentences, cues, lang)
    datelines = _datelines(original, folded, kept, lang, title_end)
    return Document(
        article=article,
        original=original,
        folded=folded,
        text=folded.text,
        body_start=title_end + 1,
        sentences=tuple(_after_dateline(s, datelines) for s in kept),
        datelines=datelines,
        title_end=_end_of_title_lines(folded.text, title_end),
        lang=lang,
        cues=cues,
        published=_day(article.published_day),
    )


def _unwrapped(text: str) -> str:
    joined, count = _WRAPPED.subn(_spaces, text)
    return _WRAPPED_ANYWHERE.sub(_spaces, joined) if count >= _WRAPS else joined


def _spaces(breaks: re.Match[str]) -> str:
    return " " * len(breaks.group())


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day and day.year >= _FIRST_YEAR else None


def _datelines(
    original: str, folded: Folded, sentences: Sequence[Sentence], lang: str, title_end: int
) -> tuple[tuple[int, int], ...]:
    """The datelines of an article: in English only where the place is in capitals or agency and day follow."""
    found = []
    line = -1
    for sentence in sentences:
        opens, line = sentence.line != line, sentence.line
        if not opens or sentence.start <= title_end:
            continue
        hit = _DATELINE[lang].match(folded.text, sentence.start, min(sentence.end, sentence.start + 150))
        if hit is None or (
            lang == "en" and hit.end() >= sentence.end and "\n" in folded.text[hit.end() - 1 : hit.end() + 1]
        ):
            continue  # a row of its own opens nothing
        told = folded.text[slice(*hit.span())]
        if told.strip(" :-") in EN_MONTHS or _TOLD_IN_BRACKETS.search(told):
            continue  # an entry of a chronicle, or prose
        first, last = folded.original(hit.start(), hit.end())
        words = original[first:last]
        letters = re.match(r"[^\W\d_]+(?:['’][^\W\d_]+)?", words)
        if (
            lang == "en"
            and not _AGENCY_OR_DAY.search(words)
            and ("(" in words or not (letters and letters.group().isupper() and len(letters.group()) > 2))
            and "--" not in words
            and not _GLUED.search(original, first, last + _ARTICLE)
            and not _PLACE_AND_DAY.fullmatch(words)
            and not (_PLACE_AND_COLON.fullmatch(words) and sentence.end - hit.end() > _LONG_ENOUGH[lang])
        ):
            continue
        found.append(hit.span())
    return tuple(found)


def _after_dateline(sentence: Sentence, datelines: Sequence[tuple[int, int]]) -> Sentence:
    for start, end in datelines:
        if start == sentence.start:
            return replace(sentence, start=min(end, sentence.end))
    return sentence


def _end_of_title_lines(text: str, title_end: int) -> int:
    """Many pages repeat the title above the text, once or more; those lines are title too."""
    title = text[:title_end].strip(" .")
    end = title_end
    for line in text[title_end + 1 :].split("\n"):
        words = line.strip(" .\r")
        whole = len(words) >= _SHORTEST_TITLE and title.startswith(words)  # the title has the paper's name behind it
        if words and words != title and not whole:
            break
        end += len(line) + 1
    return min(end, len(text))


def _without_furniture(text: str, sentences: tuple[Sentence, ...], cues: Cues, lang: str) -> tuple[Sentence, ...]:
    prose_seen = False
    title = text[: text.index("\n")] or "\n"
    kept: list[Sentence] = []
    seen: set[str] = set()
    in_links = False
    for sentence in sentences:
        words = text[sentence.start : sentence.end].strip()
        if cues["inline"].match(text, sentence.start):
            in_links = True
        if in_links and len(words) < _LONG_ENOUGH[lang]:
            continue
        in_links = False
        marker = cues["furniture"].match(text, sentence.start)
        if (
            prose_seen
            and marker
            and (len(words) < 60 or text[marker.end() : marker.end() + 2].strip(" ")[:1] in (":", "|"))
        ):
            break
        if len(words) >= _LONG_ENOUGH[lang] and title not in words:  # a trail of links ends with the title
            prose_seen = True
        if sentence.start == 0 or (words not in seen and not _OTHER_SCRIPT[lang].fullmatch(words)):
            kept.append(sentence)
        seen.add(words)
    return tuple(kept)
