"""The sources as `monitor sources` lists them: what is declared, and how each does. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from monitor.records import Source, SourceHealth


def listed_sources(
    sources: Iterable[Source], health: Mapping[str, SourceHealth], answers: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return one row a source, in their order; `answers` is what each said when asked just now, if it was."""
    return [
        {
            **asdict(source),
            **_health_columns(health.get(source.source_id)),
            **({"answer": answers[source.source_id]} if source.source_id in answers else {}),
        }
        for source in sources
    ]


def source_line(row: Mapping[str, Any]) -> str:
    """Return a row as one line for people."""
    health = row["health"] + (f" since {row['health_since'][:10]}" if row["health_since"] else "")
    note = row.get("answer") or row["last_error"] or ("unverified" if row["unverified"] else "")
    return f"{row['source_id']:<24} {row['lang']}  {row['kind']:<8} {health:<8} {row['address']}  {note}".rstrip()


def gives_links(row: Mapping[str, Any]) -> bool:
    """Tell whether a source that was asked just now answered with links."""
    answer = str(row.get("answer", "error"))
    return not answer.startswith("error") and ", 0 links" not in answer


def _health_columns(health: SourceHealth | None) -> dict[str, Any]:
    if health is None:
        return {"health": "never", "health_since": None, "last_error": None, "last_success_at": None}
    return {
        "health": health.health,
        "health_since": health.since.isoformat() if health.since else None,
        "last_error": health.last_error,
        "last_success_at": health.last_success_at.isoformat() if health.last_success_at else None,
    }
