"""The errors that a caller may want to tell apart; each message names the file, line or URL and what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

_FULL = "make room there, then run again: what is stored is whole"
_FORBIDDEN = "give this user the right to it, then run again"
_WHAT_TO_DO: Mapping[int, str] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "raise the limit of file sizes (`ulimit -f`), then run again: what is stored is whole",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: "have it mounted writable, or choose another --home",
}


class MonitorError(Exception):
    """Whatever this program raises on purpose; the command line prints it and ends with exit code 1."""


class UsageError(MonitorError):
    """The command was called wrongly (exit code 2)."""


class SettingsError(MonitorError):
    """`monitor.toml` cannot be used: the message names the file and the key."""


class SourcesError(MonitorError):
    """A sources file cannot be used: the message names the file, the source and the key."""


class VerdictsError(MonitorError):
    """`verdicts.toml` cannot be used: the message names the file, the line and the key."""


class DataError(MonitorError):
    """A data file of the package (gazetteer, cue words) or of the home is damaged."""


class ImportFileError(MonitorError):
    """A file given to `import` or `extract` cannot be read: the message names the file and line."""


class PageError(MonitorError):
    """One page goes no further. Caught in one place, which records a rejection and goes on.

    `reason` is a short stable name (`http_404`, `robots`, `no_text`); `detail` says more for a person.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class FetchError(PageError):
    """The page could not be had: network, status, size, robots.txt, forbidden address."""


class ExtractError(PageError):
    """The page was had but holds no usable article."""


class ArchiveError(MonitorError):
    """A WARC file cannot be written or read: the message names it."""


class WarehouseError(MonitorError):
    """The database cannot be opened, migrated, written or copied: the message names the file."""


class WarehouseBusyError(WarehouseError):
    """Another run holds the writer's lock."""


class BackupError(MonitorError):
    """A backup cannot be written, read or restored: the message names the file."""


class PublishError(MonitorError):
    """`public/` cannot be written: the message names the file."""


def said_by_system(error: OSError) -> str:
    """Return in words what the system says, and what to do where a person can do something about it."""
    said = error.strerror or str(error)
    advice = _WHAT_TO_DO.get(error.errno or 0)
    return f"{said}; {advice}" if advice else said


def advice_on(said: str) -> str | None:
    """Return what to do about an error of the system that a library quotes, None where it quotes none such."""
    return next((advice for number, advice in _WHAT_TO_DO.items() if os.strerror(number) in said), None)
