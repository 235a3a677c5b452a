"""Keeps the libraries that read pages from writing to the program's log while a page is parsed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

_PARSING: ContextVar[bool] = ContextVar("monitor_parsing", default=False)
_LIBRARIES: Final = ("trafilatura", "htmldate")


class _NotWhileParsing(logging.Filter):
    """Lets nothing through while this thread parses; what others ask of the same library is logged as ever."""

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002
        return not _PARSING.get()


_FILTER: Final = _NotWhileParsing()


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """Hold back what trafilatura and htmldate log: an empty page is no news to whoever runs the monitor."""
    # A filter counts for its own logger only, not for those below it, and modules may have been loaded since.
    for name in list(logging.Logger.manager.loggerDict):
        if name.split(".", 1)[0] in _LIBRARIES:
            logging.getLogger(name).addFilter(_FILTER)
    token = _PARSING.set(True)
    try:
        yield
    finally:
        _PARSING.reset(token)
