"""The main job: collect from the configured sources, understand, load, publish."""

from __future__ import annotations

import asyncio

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.reporting import record, run_name
from monitor.collect.hosts import Hosts
from monitor.collect.robots_kept import KeptRobots
from monitor.pipeline import PAGES_A_BATCH, Run, RunSummary, all_failed, open_run
from monitor.records import Page, Understood
from monitor.settings import find_home


@task(name="collect", task_run_name="collect {source_id}", cache_policy=NO_CACHE, persist_result=False)
async def collect(run: Run, hosts: Hosts, source_id: str) -> tuple[list[Page], str | None]:
    """Ask one source; its failure costs its own pages only."""
    collected = await run.collect(source_id, hosts)
    return list(collected.pages), collected.error


@task(name="understand", task_run_name="understand {number}", cache_policy=NO_CACHE, persist_result=False)
def understand(run: Run, pages: list[Page], number: int) -> Understood:  # noqa: ARG001
    """Read one batch of pages; `number` names the task."""
    return run.understand(pages)


@task(name="load", cache_policy=NO_CACHE, persist_result=False)
def load(run: Run, batches: list[Understood]) -> None:
    """Resolve and store in one transaction."""
    run.load(batches)


# The one step that a second try can help: what was loaded is not to wait for the next run because a disk was busy.
@task(name="publish", cache_policy=NO_CACHE, persist_result=False, retries=2, retry_delay_seconds=1)
def publish(run: Run, status: str) -> None:
    """Write `public/` and the snapshot, in which the run has this status."""
    run.publish(status)


@flow(name="news", flow_run_name=run_name, validate_parameters=True)
async def news(home: str | None = None, only_due: bool = False) -> RunSummary:
    """Run the main job once.

    Args:
        home: The folder that holds what runs make; else MONITOR_HOME of the worker, else the folder it started in.
        only_due: Leave out the sources that have news seldom and were asked lately.
    """
    with open_run("news", find_home(home)) as run:
        run.resume()
        asked = run.due() if only_due else list(run.sources)
        async with Hosts(run.settings, KeptRobots(run.home.robots_file)) as hosts:
            answers = await asyncio.gather(*(collect(run, hosts, source_id) for source_id in asked))
        failed = {name: error for name, (_, error) in zip(asked, answers, strict=True) if error}
        pages = [page for found, _ in answers for page in found]
        starts = range(0, len(pages), PAGES_A_BATCH)
        batches = [understand(run, pages[at : at + PAGES_A_BATCH], n) for n, at in enumerate(starts, 1)]
        load(run, batches)
        error = all_failed(failed, run.sources)
        status = "failed" if error else "done"
        publish(run, status)
        summary = run.summary(failed, status)
        await record(summary)
        if error:
            raise error
        return summary
