"""The main job without Prefect, to be killed: says on standard output which step begins.

Run: python one_run.py HOME
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from monitor.collect.hosts import Hosts
from monitor.collect.robots_kept import KeptRobots
from monitor.pipeline import Run, open_run
from monitor.records import Page
from monitor.settings import Home


async def collect(run: Run) -> list[Page]:
    """Ask all sources at once, as the flow does."""
    async with Hosts(run.settings, KeptRobots(run.home.robots_file)) as hosts:
        answers = await asyncio.gather(*(run.collect(source_id, hosts) for source_id in run.sources))
    return [page for collected in answers for page in collected.pages]


def main(home: Home) -> None:
    """Take the steps of `flows/news.py`."""
    print("open", flush=True)
    with open_run("news", home) as run:
        run.resume()
        print("collect", flush=True)
        pages = asyncio.run(collect(run))
        print("understand", flush=True)
        understood = run.understand(pages)
        print("load", flush=True)
        run.load([understood])
        print("publish", flush=True)
        run.publish()
        print("close", flush=True)
    print("done", flush=True)


if __name__ == "__main__":
    main(Home(Path(sys.argv[1])))
