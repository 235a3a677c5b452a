"""robots.txt of the hosts asked before, kept for a day (RFC 9309, 2.4), so that not every run asks for it again."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor.collect.robots import Robots, read_robots
from monitor.replacing import remove_leftovers_of, replace_whole

LOG = logging.getLogger(__name__)
KEPT_FOR = timedelta(hours=24)
LARGEST = 100_000
"""Bytes of a robots.txt that is kept; there are hardly any larger ones."""


class KeptRobots:
    """The file in which they are kept; one that cannot be read or written is as good as none."""

    def __init__(self, path: Path | None = None) -> None:
        """Without a `path` nothing is kept."""
        self._path = path
        self._known = _read(path) if path else {}
        self._changed = False

    def get(self, origin: str) -> Robots | None:
        """Return what the origin (`https://dawn.com/`) states, None where it is to be asked."""
        known = self._known.get(origin)
        return read_robots(known[1].encode()) if known else None

    def keep(self, origin: str, body: bytes) -> None:
        """Keep what an origin answered; nothing (b"") where it has none."""
        if self._path and len(body) <= LARGEST:
            self._known[origin] = (datetime.now(UTC), body.decode("utf-8-sig", "replace"))
            self._changed = True

    def save(self) -> None:
        """Write the file if there is anything new."""
        if self._path is None or not self._changed:
            return
        rows = {origin: [asked_at.isoformat(), text] for origin, (asked_at, text) in self._known.items()}
        content = json.dumps(rows, ensure_ascii=False, indent=0)
        try:
            remove_leftovers_of(self._path)
            replace_whole(self._path, lambda temporary: temporary.write_text(content, "utf-8"))
        except OSError as error:
            LOG.warning("%s: cannot be written: %s", self._path, error)


def _read(path: Path) -> dict[str, tuple[datetime, str]]:
    oldest = datetime.now(UTC) - KEPT_FOR
    try:
        rows = json.loads(path.read_text("utf-8"))
        known = {
            str(origin): (datetime.fromisoformat(asked_at), str(text)) for origin, (asked_at, text) in rows.items()
        }
        return {origin: row for origin, row in known.items() if oldest < row[0] <= datetime.now(UTC)}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        LOG.warning("%s: cannot be read, and is made anew: %s", path, error)
        return {}
