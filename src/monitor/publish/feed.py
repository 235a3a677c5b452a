"""The feeds as RSS 2.0 and Atom. The same items give the same bytes, so that readers get `304 Not Modified`."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from monitor.publish.channels import MAIN, Channel
from monitor.publish.corrections import item_body, item_heading
from monitor.publish.markup import clean, utc
from monitor.publish.selection import item_link, last_change, newest_first, public_address
from monitor.records import Item
from monitor.settings import Settings

TTL_MINUTES = 30
AUTHOR = "China-Pakistan ties monitor"
RSS_TYPE = "application/rss+xml"
ATOM_TYPE = "application/atom+xml"

_IDS = uuid.UUID("5f0c3a52-8a6e-4f0e-9d52-2f6d1c7b8e40")
"""Namespace of the ids in Atom, which must be addresses: those of a base URL would change with it."""


def render_feed(items: Sequence[Item], settings: Settings, channel: Channel = MAIN) -> bytes:
    """Return the channel as RSS: the newest `settings.feed_items` items, the latest announced first, as UTF-8 XML."""
    shown = newest_first(items, settings)
    feed = rss_channel(channel.title, channel.description, channel.file("rss"), last_change(shown), settings)
    for item in shown:
        feed.add_entry(_rss_item(item, settings), order="append")
    rendered: bytes = feed.rss_str(pretty=True)
    return rendered


def render_atom(items: Sequence[Item], settings: Settings, channel: Channel = MAIN) -> bytes:
    """Return the channel as Atom: the same items in the same order, as UTF-8 XML."""
    shown = newest_first(items, settings)
    feed = FeedGenerator()
    feed.id(_id(channel.name))
    feed.title(channel.title)
    feed.subtitle(channel.description)
    feed.author(name=AUTHOR)
    feed.language("en")
    feed.link(href=public_address(settings, channel.file("atom")), rel="self", type=ATOM_TYPE)
    feed.link(href=public_address(settings, "index.html"), rel="alternate", type="text/html")
    feed.updated(last_change(shown))
    for item in shown:
        feed.add_entry(_atom_entry(item, settings), order="append")
    rendered: bytes = feed.atom_str(pretty=True)
    return rendered


def rss_channel(title: str, description: str, file: str, changed: datetime, settings: Settings) -> FeedGenerator:
    """Return an RSS feed without items, to be published as `file`, that changed last at that time."""
    feed = FeedGenerator()
    feed.title(title)
    feed.description(description)
    feed.language("en")
    feed.ttl(TTL_MINUTES)
    # The channel's own link is whichever feedgen was given last.
    feed.link(href=public_address(settings, file), rel="self", type=RSS_TYPE)
    feed.link(href=public_address(settings, "index.html"), rel="alternate")
    # feedgen puts the present moment where these two are not given.
    feed.lastBuildDate(changed)
    feed.pubDate(changed)
    return feed


def _rss_item(item: Item, settings: Settings) -> FeedEntry:
    entry = FeedEntry()
    entry.title(item_heading(item))
    entry.link(href=item_link(item, settings), rel="alternate")
    entry.guid(clean(item.guid), permalink=False)
    entry.pubDate(utc(item.announced_at))
    entry.description(item_body(item))
    return entry


def _atom_entry(item: Item, settings: Settings) -> FeedEntry:
    entry = FeedEntry()
    entry.id(_id(clean(item.guid)))
    entry.title(item_heading(item))
    entry.link(href=item_link(item, settings), rel="alternate")
    entry.published(utc(item.announced_at))
    entry.updated(utc(item.updated_at))
    entry.content(item_body(item), type="html")
    return entry


def _id(name: str) -> str:
    return uuid.uuid5(_IDS, name).urn
