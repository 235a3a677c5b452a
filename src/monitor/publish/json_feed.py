"""The feeds as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from monitor.publish.channels import MAIN, Channel
from monitor.publish.corrections import item_body, item_heading
from monitor.publish.feed import AUTHOR
from monitor.publish.markup import clean, utc
from monitor.publish.selection import item_link, newest_first, public_address
from monitor.records import Item
from monitor.settings import Settings

VERSION = "https://jsonfeed.org/version/1.1"


def render_json(items: Sequence[Item], settings: Settings, channel: Channel = MAIN) -> bytes:
    """Return the channel as JSON Feed: the items of the RSS feed in the same order, as UTF-8 JSON."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": public_address(settings, "index.html"),
        "feed_url": public_address(settings, channel.file("json")),
        "description": channel.description,
        "authors": [{"name": AUTHOR}],
        "language": "en",
        "items": [_item(item, settings) for item in newest_first(items, settings)],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _item(item: Item, settings: Settings) -> dict[str, str]:
    return {
        "id": clean(item.guid),
        "url": item_link(item, settings),
        "title": item_heading(item),
        "content_html": item_body(item),
        "date_published": utc(item.announced_at).isoformat(),
        "date_modified": utc(item.updated_at).isoformat(),
    }
