"""Which items are shown, in which order, and when they last changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from monitor.publish.markup import clean, safe_link, utc
from monitor.records import Item
from monitor.settings import Settings

NEVER_CHANGED = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the last change where there is no item: a clock here would change the file at every run."""


def newest_first(items: Sequence[Item], settings: Settings) -> list[Item]:
    """Return at most `settings.feed_items` items: the latest announced first, of one run the latest event first."""
    by_guid = sorted(items, key=lambda item: item.guid)
    by_event = sorted(by_guid, key=lambda item: item.event.date or "", reverse=True)
    return sorted(by_event, key=lambda item: utc(item.announced_at), reverse=True)[: settings.feed_items]


def last_change(items: Sequence[Item]) -> datetime:
    """Return the newest `updated_at` in UTC, `NEVER_CHANGED` where there is no item."""
    return max((utc(item.updated_at) for item in items), default=NEVER_CHANGED)


def public_address(settings: Settings, name: str) -> str:
    """Return the address under which readers reach a file of `public/`."""
    return f"{clean(settings.base_url).rstrip('/')}/{name}"


def item_address(item: Item, settings: Settings) -> str:
    """Return where the item stands on the page."""
    return f"{public_address(settings, 'index.html')}#{quote(clean(item.guid), safe=':')}"


def item_link(item: Item, settings: Settings) -> str:
    """Return where an item leads: to the first article with a web address, else to its place on the page."""
    links = (safe_link(citation.url) for citation in item.citations)
    return next((link for link in links if link), None) or item_address(item, settings)
