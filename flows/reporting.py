"""What a run leaves in Prefect for people to read: its name, a summary and a table of the sources."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from prefect.artifacts import acreate_markdown_artifact, acreate_table_artifact
from prefect.runtime import flow_run

from monitor.pipeline import RunSummary
from monitor.reporting import source_rows, summary_markdown

LOG = logging.getLogger(__name__)


def run_name() -> str:
    """Return the flow's name and when it was due, such as `news 2026-11-22 06:30`, in UTC."""
    due = flow_run.scheduled_start_time or datetime.now(UTC)
    return f"{flow_run.flow_name} {due:%Y-%m-%d %H:%M}"


async def record(summary: RunSummary) -> None:
    """Store the artifacts `NAME-summary` (Markdown) and, where sources were asked, `NAME-sources` (a table).

    All that the run did is stored by now: a server that is gone costs the artifacts, not the run.
    """
    try:
        await _store(summary)
    except Exception:
        LOG.warning("run %s: its artifacts could not be stored", summary.run_id, exc_info=True)


async def _store(summary: RunSummary) -> None:
    await acreate_markdown_artifact(
        summary_markdown(summary), key=f"{summary.flow}-summary", description="What the run did"
    )
    if rows := source_rows(summary):
        await acreate_table_artifact(
            rows, key=f"{summary.flow}-sources", description="The sources, those with trouble first"
        )
