"""Read everything kept anew with today's rules, without the network."""

from __future__ import annotations

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from monitor.pipeline import Run, RunSummary, open_run
from monitor.reprocess import reprocess as replay
from monitor.settings import find_home


@task(name="replay", cache_policy=NO_CACHE, persist_result=False)
def replay_all(run: Run) -> None:
    """Read the archive and the stored articles, and store what comes out otherwise."""
    replay(run)


@flow(name="reprocess", flow_run_name="reprocess", validate_parameters=True)
def reprocess(home: str | None = None) -> RunSummary:
    """Replay what `home` keeps (else MONITOR_HOME, else the current folder) and publish what changed."""
    with open_run("reprocess", find_home(home)) as run:
        replay_all(run)
        run.publish()
        return run.summary({})
