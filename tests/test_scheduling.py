"""The schedule for real: a Prefect server, `prefect deploy --all`, a worker, and a scheduled run that publishes."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import feedparser
import httpx
import pytest

from commands import environment, query, write_lines
from monitor.demo import demo_web
from monitor.settings import Home
from warehouse_rows import ROOT

PREFECT = Path(sys.executable).with_name("prefect")
SECONDS = 300.0
"""How long to wait for what must come; generous, since nothing here is about speed."""
Found = TypeVar("Found")


@dataclass(frozen=True)
class Scheduler:
    """A running Prefect server with the checkout's deployments, and the folder of its logs."""

    api: str
    server: subprocess.Popen[bytes]
    folder: Path
    environment: Mapping[str, str]

    def prefect(self, *arguments: str) -> str:
        """Run `prefect …` in the checkout; it must succeed."""
        done = subprocess.run(
            [str(PREFECT), *arguments],
            check=False,
            capture_output=True,
            cwd=ROOT,
            env=self.environment,
            timeout=SECONDS,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def ask(self, path: str, **body: Any) -> Any:
        """Ask the server's API; as Prefect's own client does, again while its database is too busy to answer."""
        until = time.monotonic() + SECONDS
        answer = httpx.post(f"{self.api}/{path}", json=body, timeout=60.0, trust_env=False)
        while answer.status_code >= 500 and time.monotonic() < until:
            time.sleep(0.5)
            answer = httpx.post(f"{self.api}/{path}", json=body, timeout=60.0, trust_env=False)
        answer.raise_for_status()
        return answer.json()

    def deployment(self, name: str) -> dict[str, Any]:
        answer = httpx.get(f"{self.api}/deployments/name/{name}/{name}", timeout=60.0, trust_env=False)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found

    def runs(self, name: str) -> list[dict[str, Any]]:
        """The runs of a deployment, those due first before the others."""
        wanted = {"id": {"any_": [self.deployment(name)["id"]]}}
        found: list[dict[str, Any]] = self.ask(
            "flow_runs/filter", deployments=wanted, sort="EXPECTED_START_TIME_ASC", limit=200
        )
        return found


def eventually(ask: Callable[[], Found | None], alive: subprocess.Popen[bytes], log: Path) -> Found:
    """Wait until `ask` gives something, as long as the process that must bring it about is alive."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if (found := ask()) is not None:
            return found
        assert alive.poll() is None, log.read_text("utf-8")
        time.sleep(0.5)
    raise AssertionError(log.read_text("utf-8"))


@contextmanager
def started(log: Path, env: Mapping[str, str], *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run `prefect …` in the background until the block is left."""
    with log.open("wb") as out:
        process = subprocess.Popen([str(PREFECT), *arguments], stdout=out, stderr=out, cwd=ROOT, env=env)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def health(api: str) -> bool | None:
    try:
        return httpx.get(f"{api}/health", timeout=10.0, trust_env=False).status_code == 200 or None
    except httpx.TransportError:
        return None


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scheduler]:
    """The five lines of the README, up to the worker."""
    folder = tmp_path_factory.mktemp("prefect")
    port = free_port()
    api = f"http://127.0.0.1:{port}/api"
    env = {**environment(), "PREFECT_HOME": str(folder / "home"), "PREFECT_API_URL": api, "NO_COLOR": "1"}
    env["TMPDIR"] = str(folder)  # the worker's own folder there would be shared with every other user of the machine
    env["PATH"] = os.pathsep.join([str(PREFECT.parent), env.get("PATH", "")])
    log = folder / "server.log"
    with started(log, env, "server", "start", "--host", "127.0.0.1", "--port", str(port)) as server:
        eventually(lambda: health(api), server, log)
        running = Scheduler(api, server, folder, env)
        running.prefect("work-pool", "create", "--type", "process", "monitor")
        running.prefect("work-pool", "set-concurrency-limit", "monitor", "1")
        running.prefect("deploy", "--all", "--no-prompt")
        yield running


def test_every_deployment_is_registered(scheduler: Scheduler) -> None:
    news, imports, reprocess = (scheduler.deployment(name) for name in ("news", "import", "reprocess"))
    assert [schedule["schedule"]["interval"] for schedule in news["schedules"]] == [1800.0]
    assert imports["schedules"] == reprocess["schedules"] == []
    for deployment in (news, imports, reprocess):
        assert deployment["work_pool_name"] == "monitor"
        assert deployment["global_concurrency_limit"]["limit"] == 1
        assert deployment["enforce_parameter_schema"]
        schema = deployment["parameter_openapi_schema"]["properties"]
        assert all(parameter["description"] for parameter in schema.values())
    assert set(imports["parameter_openapi_schema"]["properties"]) == {"paths", "home"}
    assert imports["parameter_openapi_schema"]["required"] == ["paths"]


def test_parameters_are_checked_before_a_run_is_made(scheduler: Scheduler) -> None:
    path = f"deployments/{scheduler.deployment('import')['id']}/create_flow_run"
    file = ["a.jsonl"]
    refused: list[dict[str, object]] = [{}, {"paths": []}, {"paths": "a"}, {"paths": file, "home": 1}, {"path": file}]
    for wrong in refused:
        with pytest.raises(httpx.HTTPStatusError, match=r"409|422"):
            scheduler.ask(path, parameters=wrong)
    assert scheduler.runs("import") == []


def test_a_scheduled_run_publishes_the_feed(scheduler: Scheduler, tmp_path: Path) -> None:
    home = tmp_path / "home"
    due = eventually(lambda: scheduler.runs("news") or None, scheduler.server, scheduler.folder / "server.log")
    assert len(due) > 1
    with ExitStack() as stack:
        stack.enter_context(demo_web(Home(home)))
        # Half an hour is long: the run that is due next is asked for now, and stays the one that the scheduler made.
        first = next(run for run in due if run["state_type"] == "SCHEDULED")
        assert first["auto_scheduled"]
        state = {"type": "SCHEDULED", "state_details": {"scheduled_time": "2020-01-01T00:00:00Z"}}
        scheduler.ask(f"flow_runs/{first['id']}/set_state", state=state, force=True)
        log = scheduler.folder / "worker.log"
        env = {**scheduler.environment, "MONITOR_HOME": str(home)}
        worker = stack.enter_context(started(log, env, "worker", "start", "--pool", "monitor"))

        def ended(name: str, run_id: str) -> dict[str, Any] | None:
            run = next(run for run in scheduler.runs(name) if run["id"] == run_id)
            return run if run["state_type"] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED") else None

        run = eventually(lambda: ended("news", first["id"]), worker, log)
        assert run["state_type"] == "COMPLETED", log.read_text("utf-8")
        assert run["name"].startswith("news 20"), "a name that says when"
        file = write_lines(tmp_path / "a.jsonl", {"url": "https://dawn.example/1", "title": "T", "text": "Nothing."})
        by_hand: dict[str, dict[str, Any]] = {"import": {"paths": [str(file)]}, "reprocess": {}}
        for name, parameters in by_hand.items():
            path = f"deployments/{scheduler.deployment(name)['id']}/create_flow_run"
            asked = {"parameters": parameters, "state": {"type": "SCHEDULED"}, "idempotency_key": "once"}
            run_id = scheduler.ask(path, **asked)["id"]
            done = eventually(partial(ended, name, run_id), worker, log)
            assert done["state_type"] == "COMPLETED", log.read_text("utf-8")
            assert done["name"].startswith(f"{name} 20")
    feed = feedparser.parse((home / "public" / "feed.xml").read_bytes())
    assert len(feed.entries) >= 10
    runs = query(home, "SELECT flow, status FROM runs ORDER BY started_at")
    assert runs == [("news", "done"), ("import", "done"), ("reprocess", "done")]
    artifacts = {one["key"]: one for one in scheduler.ask("artifacts/filter")}
    assert set(artifacts) == {"news-summary", "news-sources", "import-summary", "reprocess-summary"}
    assert f"| Items announced | {len(feed.entries)} |" in artifacts["news-summary"]["data"]
    table = json.loads(artifacts["news-sources"]["data"])
    assert len(table) == 10
    assert sum(row["pages"] for row in table) == 58
