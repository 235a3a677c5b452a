"""Pages are parsed and read in processes of their own: on every core, and so that one page can do no harm to others.

A page of a few kilobytes can keep a parser busy for hours, and nothing within a process can stop it. The system ends a
worker that takes more processor time or memory than the settings allow; its page becomes a rejection, and a new worker
takes the next one. What goes to a worker and comes back is JSON, one line a page, so that a worker that a page took
over could say nothing worse than a wrong article.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self

from monitor.records import Article, Mention, Page, Rejection, Source, Understood
from monitor.settings import Settings
from monitor.understanding import INTERNAL_ERROR, in_order, parsed, understand_pages

TOO_SLOW = "too_slow"
"""Reason of the rejection of a page that took more processor time than `page_seconds`."""
TOO_HEAVY = "too_heavy"
"""Reason of the rejection of a page whose worker ended otherwise: as a rule for want of memory."""

FAULTS = (INTERNAL_ERROR, TOO_SLOW, TOO_HEAVY)
"""Reasons that say nothing of a page but that it could not be read now; what is stored of it stays."""

_PATIENCE_SECONDS = 10.0


class Workers:
    """As many worker processes as cores; they start with the first page. To be used in a `with` block."""

    def __init__(self, settings: Settings, count: int | None = None) -> None:
        """`count` is by default the number of cores."""
        self._settings = settings
        self._count = count or os.cpu_count() or 1
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="worker")
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
        for _ in range(self._count):
            self._idle.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
        for _ in range(self._count):
            worker = self._idle.get()
            if worker is not None:
                worker.stop()

    def understand(self, pages: Iterable[Page], sources: Mapping[str, Source]) -> Understood:
        """Parse and read pages, as `understand_pages` does."""
        known = list(pages)
        return in_order(known, self._threads.map(lambda page: self._ask(page, sources, read=True), known))

    def parsed(self, pages: Iterable[Page], sources: Mapping[str, Source]) -> list[Article | Rejection]:
        """Parse pages only; one answer for each, in their order."""
        found = self._threads.map(lambda page: self._ask(page, sources, read=False), pages)
        return [one.articles[0] if one.articles else one.rejections[0] for one in found]

    def _ask(self, page: Page, sources: Mapping[str, Source], *, read: bool) -> Understood:
        worker = self._idle.get()
        try:
            worker = worker or _Worker(self._settings)
            line = worker.ask(_request(page, sources.get(page.source_id), read=read))
            if line:
                return _understood(line, page)
            rejection = Rejection(page.url, "extract", *worker.cause_of_death())
            worker = None
            return Understood((), (), (rejection,))
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, seen from outside."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        limits = [str(settings.page_seconds), str(settings.page_memory_bytes)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "monitor.workers", *limits], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def ask(self, request: bytes) -> bytes:
        """Return the answer, nothing if the process died of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(request)
            self._process.stdin.flush()
        except BrokenPipeError:
            return b""
        line = self._process.stdout.readline()
        return line if line.endswith(b"\n") else b""

    def cause_of_death(self) -> tuple[str, str]:
        """Return reason and detail for the page that ended the process."""
        self.stop()
        status = self._process.returncode
        if status == -signal.SIGXCPU:
            return TOO_SLOW, f"more than {self._settings.page_seconds:g} s of processor time"
        ended = f"signal {signal.Signals(-status).name}" if status < 0 else f"exit code {status}"
        return TOO_HEAVY, f"its worker ended with {ended}; the limit is {self._settings.page_memory_bytes} bytes"

    def stop(self) -> None:
        """End the process; idle ones end by themselves when nothing more can come."""
        try:
            with suppress(BrokenPipeError, subprocess.TimeoutExpired):
                self._process.communicate(timeout=_PATIENCE_SECONDS)
        finally:
            self._process.kill()
            self._process.wait()


def _request(page: Page, source: Source | None, *, read: bool) -> bytes:
    """Return a page as a line of JSON."""
    told = asdict(page) | {"body": base64.b64encode(page.body).decode(), "fetched_at": page.fetched_at.isoformat()}
    return json.dumps({"page": told, "source": asdict(source) if source else None, "read": read}).encode() + b"\n"


def _understood(line: bytes, page: Page) -> Understood:
    """Return what a worker answered."""
    told: dict[str, list[dict[str, Any]]] = json.loads(line)
    return Understood(
        articles=tuple(Article(**row, fetched_at=page.fetched_at) for row in told["articles"]),
        mentions=tuple(Mention(**row) for row in told["mentions"]),
        rejections=tuple(Rejection(**row) for row in told["rejections"]),
    )


def _answer(line: bytes) -> bytes:
    """Return what a worker makes of a request."""
    told = json.loads(line)
    moment = datetime.fromisoformat(told["page"]["fetched_at"])
    page = Page(**(told["page"] | {"body": base64.b64decode(told["page"]["body"]), "fetched_at": moment}))
    sources = {page.source_id: Source(**told["source"])} if told["source"] else {}
    if told["read"]:
        found = understand_pages([page], sources)
    else:
        one = parsed(page, sources)
        found = Understood((), (), (one,)) if isinstance(one, Rejection) else Understood((one,), (), ())
    rows = asdict(replace(found, articles=()))
    rows["articles"] = [_without_moment(article) for article in found.articles]
    return json.dumps(rows).encode() + b"\n"


def _without_moment(article: Article) -> dict[str, Any]:
    row = asdict(article)
    del row["fetched_at"]
    return row


def main(arguments: Sequence[str]) -> None:
    """Be a worker: answer each line until there are no more. `arguments` are the limits: seconds and bytes."""
    seconds, memory = float(arguments[0]), int(float(arguments[1]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupted run ends its workers itself
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):  # macOS knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    for line in sys.stdin.buffer:
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, hard))
        sys.stdout.buffer.write(_answer(line))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
