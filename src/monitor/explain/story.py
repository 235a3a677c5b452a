"""What `explain` hands back: facts for programs, lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from monitor.warehouse import Telling


@dataclass(frozen=True, slots=True)
class Story:
    """The facts about one event or page, and the same told in lines of text."""

    facts: Mapping[str, Any]
    lines: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return what JSON can hold: text, numbers, lists and objects."""
        return dict(self.facts)

    def as_text(self) -> str:
        """Return lines for a terminal."""
        return "\n".join(self.lines)


def section(title: str, lines: Iterable[str]) -> list[str]:
    """Return a titled block of indented lines; none where it would be empty."""
    indented = [f"  {line}" for line in lines]
    return ["", title, *indented] if indented else []


def telling_facts(telling: Telling) -> dict[str, Any]:
    """Return a mention and its article as JSON shows them."""
    mention = telling.report.mention
    return {
        "event_id": telling.report.event_id,
        "article_id": mention.article_id,
        "url": telling.url,
        "source_id": telling.source_id,
        "source": telling.source_name,
        "authority": telling.report.authority,
        "title": telling.report.title,
        "lang": telling.report.lang,
        "published": telling.report.published,
        "duplicate_of": telling.duplicate_of,
        "type": mention.type,
        "stage": mention.stage,
        "relation": mention.relation,
        "actor": mention.actor,
        "cn": mention.cn,
        "pk": mention.pk,
        "date": mention.date,
        "is_new": mention.is_new,
        "rule": mention.rule,
        "confidence": mention.confidence,
        "evidence": mention.evidence,
    }


def reading_line(telling: Telling) -> str:
    """Return what one mention says, in one line."""
    m = telling.report.mention
    kind = m.relation or m.actor
    return (
        f"{m.type} {m.stage}{f' ({kind})' if kind else ''}: {m.cn or '?'} - {m.pk or '?'}, {m.date or 'no date'}, "
        f"{'new' if m.is_new else 'history'}; rule {m.rule}, confidence {m.confidence:.2f}"
    )


def quoted(text: str) -> str:
    """Return text in quotation marks on one line."""
    return f'"{" ".join(text.split())}"'
