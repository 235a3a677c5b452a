"""Load files into the warehouse: articles as JSON lines, pages as WARC."""

from __future__ import annotations

from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from monitor.pipeline import Run, RunSummary, import_files, open_run
from monitor.settings import find_home


@task(name="import files", cache_policy=NO_CACHE, persist_result=False)
def load_files(run: Run, paths: list[str]) -> None:
    """Read, resolve and store each file."""
    import_files(run, [Path(path) for path in paths])


@flow(name="import", flow_run_name="import", validate_parameters=True)
def imports(paths: list[str], home: str | None = None) -> RunSummary:
    """Load `paths` (`.jsonl` articles, `.warc.gz` pages) into `home` and publish what is recent."""
    with open_run("import", find_home(home)) as run:
        load_files(run, paths)
        run.publish()
        return run.summary({})
