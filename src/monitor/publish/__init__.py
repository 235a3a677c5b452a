"""The last step: from the items that the warehouse announces to the files that people read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from monitor.errors import PublishError
from monitor.files import write_whole
from monitor.publish.feed import render_feed
from monitor.publish.page import render_page
from monitor.records import Item
from monitor.settings import Settings

__all__ = ["publish", "render_feed", "render_page"]


def publish(items: Sequence[Item], settings: Settings, public: Path) -> tuple[Path, ...]:
    """Write `feed.xml` and `index.html` into the folder `public`, made where missing; return the paths that changed.

    Each file is replaced whole, so that a reader never sees half of one; a file whose bytes would stay the same is not
    touched. Raises PublishError, which names the file, where one cannot be written.
    """
    rendered = {"index.html": render_page(items, settings), "feed.xml": render_feed(items, settings)}
    return tuple(public / name for name, content in rendered.items() if _replace(public / name, content))


def _replace(path: Path, content: bytes) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == content:
            return False
        write_whole(path, content)
    except OSError as error:
        raise PublishError(f"{path}: cannot be written: {error.strerror or error}") from error
    return True
