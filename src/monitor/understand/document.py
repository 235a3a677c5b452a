"""An article laid out for reading: title and text in one folded string, its sentences, what kind each is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monitor.records import Article
from monitor.understand.cues import Cues, load_cues
from monitor.understand.text import Folded, Sentence, fold, split_sentences

READ_LANGS = ("en", "zh", "ur")
_LONG_ENOUGH = {"en": 80, "ur": 70, "zh": 28}
"""A line of so many characters is prose: from it on, a marker such as "Related" ends the article."""


@dataclass(frozen=True, slots=True)
class Document:
    """`original` is title, line break, text; `body_start` the offset in `text` (folded) where the article begins."""

    article: Article
    original: str
    folded: Folded
    body_start: int
    sentences: tuple[Sentence, ...]
    title_end: int
    lang: str
    cues: Cues
    published: date | None

    @property
    def text(self) -> str:
        return self.folded.text

    def is_title(self, sentence: Sentence) -> bool:
        return sentence.start < self.title_end

    def source_span(self, start: int, end: int) -> tuple[str, int | None, int | None]:
        """Return the evidence of a folded span, and its offsets in the article's text (None for the title's)."""
        first, last = self.folded.original(start, end)
        evidence = self.original[first:last].strip()
        shift = len(self.article.title) + 1
        if first < shift:
            return evidence, None, None
        first += len(self.original[first:last]) - len(self.original[first:last].lstrip())
        return evidence, first - shift, first - shift + len(evidence)

    def sentence_at(self, offset: int) -> Sentence | None:
        return next((s for s in self.sentences if s.start <= offset < s.end), None)


def lay_out(article: Article) -> Document:
    """Prepare an article for reading."""
    original = f"{article.title}\n{article.text}"
    folded = fold(original)
    lang = article.lang if article.lang in READ_LANGS else "en"
    cues = load_cues(lang)
    title_end = folded.text.index("\n")
    sentences = split_sentences(folded.text, lang)
    kept = _without_furniture(folded.text, sentences, cues, lang)
    return Document(
        article=article,
        original=original,
        folded=folded,
        body_start=title_end + 1,
        sentences=kept,
        title_end=_end_of_title_lines(folded.text, title_end),
        lang=lang,
        cues=cues,
        published=_day(article.published_day),
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _end_of_title_lines(text: str, title_end: int) -> int:
    """Many pages repeat the title above the text, once or more; those lines are title too."""
    title = text[:title_end].strip(" .")
    end = title_end
    for line in text[title_end + 1 :].split("\n"):
        if line.strip(" .") and line.strip(" .") != title:
            break
        end += len(line) + 1
    return min(end, len(text))


def _without_furniture(text: str, sentences: tuple[Sentence, ...], cues: Cues, lang: str) -> tuple[Sentence, ...]:
    prose_seen = False
    kept: list[Sentence] = []
    seen: set[str] = set()
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        marker = cues["furniture"].match(text, sentence.start)
        if (
            prose_seen
            and marker
            and (len(words) < 60 or text[marker.end() : marker.end() + 2].strip(" ")[:1] in (":", "|"))
        ):
            break
        if len(words) >= _LONG_ENOUGH[lang]:
            prose_seen = True
        if words not in seen or sentence.start == 0:
            kept.append(sentence)
        seen.add(words)
    return tuple(kept)
