"""Work on what came from the web is done in processes of their own, which the system ends when they take too much.

A page of a few kilobytes can keep a parser busy for hours, and nothing within a process can stop it. A worker that
takes more processor time or memory than the settings allow is ended, and costs its page only; a new one goes on with
the next. What goes to a worker and comes back is JSON, one line a job: nothing that a worker says can be run here.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self

from monitor.errors import PageError
from monitor.settings import Settings

TOO_SLOW = "too_slow"
"""Reason why a page goes no further that took more processor time than `page_seconds`."""
TOO_HEAVY = "too_heavy"
"""Reason why a page goes no further whose worker ended otherwise: as a rule for want of memory."""

Told = dict[str, Any]


class Workers:
    """As many worker processes as cores; they start with the first job. To be used in a `with` block."""

    def __init__(self, settings: Settings, count: int | None = None) -> None:
        """`count` is by default the number of cores."""
        self._settings = settings
        self._count = count or os.cpu_count() or 1
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="worker")
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for _ in range(self._count):
            self._idle.put(_Worker(settings))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
        for _ in range(self._count):
            self._idle.get().stop()

    def submit(self, module: str, tell: Callable[[], Told]) -> Future[Told]:
        """Have `answer(tell())` of this module called in a worker; what waits for one is not told yet.

        The future raises PageError, `too_slow` or `too_heavy`, where the worker had to be ended.
        """
        return self._threads.submit(self._ask, module, tell)

    def _ask(self, module: str, tell: Callable[[], Told]) -> Told:
        worker = self._idle.get()
        try:
            line = worker.ask(json.dumps([module, tell()]).encode() + b"\n")
        finally:
            self._idle.put(worker)
        answer: Told = json.loads(line)
        return answer


class _Worker:
    """One process, seen from outside; a new one where it has ended."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: bytes) -> bytes:
        """Return the answer; PageError where the process ends instead of giving one."""
        process = self._process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError):
            process.stdin.write(request)
            process.stdin.flush()
        line = process.stdout.readline()
        if not line.endswith(b"\n"):
            self.stop()
            raise PageError(*self._cause(process.returncode))
        return line

    def stop(self) -> None:
        """End the process: it holds nothing that could be lost."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(BrokenPipeError):
                process.communicate()

    def _start(self) -> subprocess.Popen[bytes]:
        limits = [str(self._settings.page_seconds), str(self._settings.page_memory_bytes)]
        command = [sys.executable, "-m", "monitor.workers", *limits]
        # In a group of its own, as Ctrl-C is for the run to answer, which ends its workers or is gone.
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0)

    def _cause(self, status: int) -> tuple[str, str]:
        """Return reason and detail of the end of a worker."""
        if status == -signal.SIGXCPU:
            return TOO_SLOW, f"more than {self._settings.page_seconds:g} s of processor time"
        ended = signal.Signals(-status).name if status < 0 else f"exit code {status}"
        return TOO_HEAVY, f"its worker ended with {ended}; the limit is {self._settings.page_memory_bytes} bytes"


def main(arguments: Sequence[str]) -> None:
    """Be a worker: answer each line until there are no more. `arguments` are the limits: seconds and bytes.

    Where the run is gone, a line that was cut off and an answer that nobody reads end it without a word.
    """
    seconds, memory = float(arguments[0]), int(arguments[1])
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(ValueError, OSError):  # macOS knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # whatever a library prints must not be taken for an answer
    for line in sys.stdin.buffer:
        if not line.endswith(b"\n"):
            break
        module, told = json.loads(line)
        work = import_module(module).answer
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, hard))
        answers.write(json.dumps(work(told)).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
