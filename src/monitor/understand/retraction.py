"""Notices by which an outlet takes an article back: in its headline, or at the beginning of its text."""

from __future__ import annotations

from monitor.records import Article
from monitor.understand.cues import load_cues
from monitor.understand.text import fold

NOTICE_CHARACTERS = 200
"""A notice stands first; further down a text tells of other papers' retractions."""


def retraction_notice(article: Article) -> str | None:
    """Return the words by which the outlet takes the article back, None where it stands."""
    title, text = fold(article.title).text, fold(article.text[:NOTICE_CHARACTERS]).text
    for lang in ("en", "zh", "ur"):
        cues = load_cues(lang)
        hit = cues["retracted_title"].match(title) or cues["retracted_text"].search(text)
        if hit:
            return hit.group()
    return None
