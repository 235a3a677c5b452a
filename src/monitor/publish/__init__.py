"""The last step: from the items that the warehouse announces to the files that people read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from monitor.errors import PublishError, said_by_system
from monitor.publish.channels import PLACE_FILE, PLACES_FOLDER, channels_with_items
from monitor.publish.feed import render_atom, render_feed
from monitor.publish.health import render_health
from monitor.publish.json_feed import render_json
from monitor.publish.opml import render_opml
from monitor.publish.page import render_page
from monitor.records import Item, Place, SourceHealth
from monitor.replacing import remove_leftovers, replace_whole
from monitor.settings import Settings

__all__ = ["publish", "render_atom", "render_feed", "render_health", "render_json", "render_opml", "render_page"]

NO_PLACES: Mapping[str, Place] = MappingProxyType({})


def publish(
    items: Sequence[Item],
    settings: Settings,
    public: Path,
    places: Mapping[str, Place] = NO_PLACES,
    health: Sequence[SourceHealth] = (),
) -> tuple[Path, ...]:
    """Write the feeds, their list and the page into the folder `public`, made where missing; return what changed.

    `items` are all that were announced: each feed shows its newest ones. There is a feed for each of `places` that has
    an item; those of places without any are removed. Each file is replaced whole, so that a reader never sees half of
    one; a file whose bytes would stay the same is not touched. Raises PublishError, which names the file, where one
    cannot be written.
    """
    rendered = _rendered(items, settings, places, health)
    try:
        remove_leftovers(public)
        changed = [public / name for name, content in rendered.items() if _replace(public / name, content)]
        return (*changed, *_remove_stale(public, rendered))
    except OSError as error:
        raise PublishError(f"{error.filename or public}: cannot be written: {said_by_system(error)}") from error


def _rendered(
    items: Sequence[Item], settings: Settings, places: Mapping[str, Place], health: Sequence[SourceHealth]
) -> dict[str, bytes]:
    """The page and the list of feeds come last: they lead to the others."""
    channels = channels_with_items(items, places)
    rendered = {"health.xml": render_health(health, settings)}
    for channel, told in channels.items():
        rendered[channel.file("rss")] = render_feed(told, settings, channel)
        rendered[channel.file("atom")] = render_atom(told, settings, channel)
        rendered[channel.file("json")] = render_json(told, settings, channel)
    return rendered | {
        "feeds.opml": render_opml(channels, settings),
        "index.html": render_page(items, settings, tuple(channels)),
    }


def _replace(path: Path, content: bytes) -> bool:
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        return replace_whole(path, lambda temporary: temporary.write_bytes(content))
    except OSError as error:
        raise PublishError(f"{path}: cannot be written: {said_by_system(error)}") from error


def _remove_stale(public: Path, rendered: Mapping[str, bytes]) -> list[Path]:
    """Remove the feeds of places that have no item any more, and nothing that we have not made ourselves."""
    stale = [
        path
        for path in sorted((public / PLACES_FOLDER).glob("*"))
        if PLACE_FILE.fullmatch(path.name)
        and f"{PLACES_FOLDER}/{path.name}" not in rendered
        and path.is_file()
        and not path.is_symlink()
    ]
    for path in stale:
        path.unlink()
    return stale
