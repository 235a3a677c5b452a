"""What one run did, told for people. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from monitor.pipeline import RunSummary

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+.!|<>~&-])")


def summary_markdown(summary: RunSummary) -> str:
    """Return the run's counts, what was dropped and which sources failed, as Markdown; texts of strangers escaped."""
    counts: Mapping[str, int | str] = {
        "Status": summary.status,
        "Pages fetched": summary.fetched,
        "Articles read": summary.articles,
        "Articles that tell of an agreement or a visit": summary.kept,
        "New events": summary.events_new,
        "Changed events": summary.events_changed,
        "Items announced": summary.announced,
    }
    parts = [
        f"## {summary.flow.capitalize()} run {summary.run_id}",
        "\n".join(["| | |", "| --- | ---: |", *(f"| {name} | {value} |" for name, value in counts.items())]),
        *_listed("Dropped", {reason: f"{count} pages or articles" for reason, count in summary.dropped.items()}),
        *_listed("Sources that failed", summary.failed),
    ]
    return "\n\n".join(parts) + "\n"


def source_rows(summary: RunSummary) -> list[dict[str, str | int]]:
    """Return one row a source asked: its id, the pages fetched of it, and what went wrong; those with trouble first."""
    rows: list[dict[str, str | int]] = [
        {"source": name, "pages": pages, "error": summary.failed.get(name, "")}
        for name, pages in sorted(summary.sources.items())
    ]
    return sorted(rows, key=lambda row: not row["error"])


def _listed(title: str, lines: Mapping[str, str]) -> list[str]:
    told = "\n".join(f"- **{_escaped(name)}**: {_escaped(words)}" for name, words in lines.items())
    return [f"### {title}", told] if lines else []


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
