"""The RSS 2.0 feed. The same items give the same bytes, so that readers are answered `304 Not Modified`."""

from __future__ import annotations

from collections.abc import Sequence

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from monitor.publish.corrections import item_body, item_heading
from monitor.publish.markup import clean, safe_link, utc
from monitor.publish.selection import item_address, last_change, newest_first, public_address
from monitor.records import Item
from monitor.settings import Settings

FEED_TITLE = "Sister ties and visits between China and Pakistan"
FEED_DESCRIPTION = (
    "Agreements and visits between Chinese and Pakistani cities and provinces, as reported in English, Chinese and Urdu"
)
TTL_MINUTES = 30


def render_feed(items: Sequence[Item], settings: Settings) -> bytes:
    """Return the feed as UTF-8 XML: the newest `settings.feed_items` items, the latest announced first."""
    shown = newest_first(items, settings)
    feed = _channel(settings)
    changed = last_change(shown)
    # feedgen puts the present moment where these two are not given.
    feed.lastBuildDate(changed)
    feed.pubDate(changed)
    for item in shown:
        feed.add_entry(_entry(item, settings), order="append")
    rendered: bytes = feed.rss_str(pretty=True)
    return rendered


def _channel(settings: Settings) -> FeedGenerator:
    feed = FeedGenerator()
    feed.title(FEED_TITLE)
    feed.description(FEED_DESCRIPTION)
    feed.language("en")
    feed.ttl(TTL_MINUTES)
    # The channel's own link is whichever feedgen was given last.
    feed.link(href=public_address(settings, "feed.xml"), rel="self", type="application/rss+xml")
    feed.link(href=public_address(settings, "index.html"), rel="alternate")
    return feed


def _entry(item: Item, settings: Settings) -> FeedEntry:
    entry = FeedEntry()
    entry.title(item_heading(item))
    entry.link(href=_item_link(item, settings), rel="alternate")
    entry.guid(clean(item.guid), permalink=False)
    entry.pubDate(utc(item.announced_at))
    entry.description(item_body(item))
    return entry


def _item_link(item: Item, settings: Settings) -> str:
    links = (safe_link(citation.url) for citation in item.citations)
    return next((link for link in links if link), None) or item_address(item, settings)
