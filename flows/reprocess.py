"""Read everything kept anew with today's rules, without the network."""

from __future__ import annotations

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.news import publish
from flows.reporting import record, run_name
from monitor.pipeline import Run, RunSummary, open_run
from monitor.reprocess import reprocess as replay
from monitor.settings import find_home


@task(name="replay", cache_policy=NO_CACHE, persist_result=False)
def replay_all(run: Run) -> None:
    """Read the archive and the stored articles, and store what comes out otherwise."""
    replay(run)


@flow(name="reprocess", flow_run_name=run_name, validate_parameters=True)
async def reprocess(home: str | None = None) -> RunSummary:
    """Replay what a home keeps and publish what changed.

    Args:
        home: The folder that holds what runs make; else MONITOR_HOME of the worker, else the folder it started in.
    """
    with open_run("reprocess", find_home(home)) as run:
        replay_all(run)
        publish(run, "done")
        summary = run.summary({})
        await record(summary)
        return summary
