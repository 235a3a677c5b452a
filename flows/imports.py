"""Load files into the warehouse: articles as JSON lines, pages as WARC."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from pydantic import Field

from flows.news import publish
from flows.reporting import record, run_name
from monitor.pipeline import Run, RunSummary, import_files, open_run
from monitor.settings import find_home


@task(name="import files", cache_policy=NO_CACHE, persist_result=False)
def load_files(run: Run, paths: list[str]) -> None:
    """Read, resolve and store each file."""
    import_files(run, [Path(path) for path in paths])


@flow(name="import", flow_run_name=run_name, validate_parameters=True)
async def imports(paths: Annotated[list[str], Field(min_length=1)], home: str | None = None) -> RunSummary:
    """Load files and publish what is recent.

    Args:
        paths: Files of `.jsonl` articles or `.warc.gz` pages, where the worker finds them.
        home: The folder that holds what runs make; else MONITOR_HOME of the worker, else the folder it started in.
    """
    with open_run("import", find_home(home)) as run:
        load_files(run, paths)
        publish(run, "done")
        summary = run.summary({})
        await record(summary)
        return summary
