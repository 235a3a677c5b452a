"""Why things are as they are: an event's fields, or what became of a page. Reads the snapshot; changes nothing."""

from __future__ import annotations

from monitor.errors import MonitorError
from monitor.explain.event import event_story
from monitor.explain.page import page_story
from monitor.explain.story import Story
from monitor.settings import Home, load_settings
from monitor.urls import canonical_url
from monitor.warehouse import open_reader

__all__ = ["Story", "explain"]


def explain(home: Home, subject: str) -> Story:
    """Tell the story of `subject`: an event's id, an article's id, or a URL in any spelling.

    Raises MonitorError saying what was looked for where nothing of it is known, WarehouseError where nothing was
    stored yet.
    """
    settings = load_settings(home)
    with open_reader(home) as reader:
        if "://" in subject:
            try:
                url = canonical_url(subject)
            except ValueError as error:
                raise MonitorError(f"{subject!r} is no http or https address: {error}") from error
            story = page_story(reader, url)
            looked_for = f"an address fetched, dropped or imported: {url}"
        else:
            story = event_story(reader, subject, settings.min_confidence) or page_story(reader, subject)
            looked_for = f"an event or article of the id {subject!r} (an address begins with http:// or https://)"
    if story is None:
        raise MonitorError(f"{home.snapshot_file} knows nothing of it. Looked for {looked_for}")
    return story
