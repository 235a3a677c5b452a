"""The page for people without a feed reader: one HTML file without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from string import Template

from monitor.publish.channels import MAIN, PLACES_FOLDER, Channel, Format
from monitor.publish.corrections import item_body, item_heading
from monitor.publish.markup import escape, utc
from monitor.publish.selection import newest_first, public_address
from monitor.publish.wording import date_words
from monitor.records import Item
from monitor.settings import Settings

_EMPTY = '<p class="empty">Nothing has been announced yet. New agreements and visits will appear here.</p>'


_FORMATS: tuple[tuple[Format, str], ...] = (("rss", "RSS"), ("atom", "Atom"), ("json", "JSON Feed"))


def render_page(items: Sequence[Item], settings: Settings, channels: Sequence[Channel] = (MAIN,)) -> bytes:
    """Return the page as UTF-8 HTML: the items of the feed, in the feed's order, or a sentence that there are none.

    It leads to the feeds of `channels`, to their list, and to the files with all events.
    """
    template = Template(files(__package__).joinpath("page.html").read_text("utf-8"))
    shown = newest_first(items, settings)
    page = template.substitute(
        title=escape(MAIN.title),
        description=escape(MAIN.description),
        rss=escape(public_address(settings, MAIN.file("rss"))),
        atom=escape(public_address(settings, MAIN.file("atom"))),
        json=escape(public_address(settings, MAIN.file("json"))),
        feeds="\n".join(_feeds(c) for c in channels if not _is_place(c)),
        places=_places([c for c in channels if _is_place(c)]),
        items="\n".join(_article(item) for item in shown) or _EMPTY,
    )
    return page.encode("utf-8")


def _is_place(channel: Channel) -> bool:
    return channel.name.startswith(f"{PLACES_FOLDER}/")


def _feeds(channel: Channel) -> str:
    links = " · ".join(f'<a href="{escape(channel.file(kind))}">{words}</a>' for kind, words in _FORMATS)
    return f"<li>{escape(channel.label)}: {links}</li>"


def _places(channels: Sequence[Channel]) -> str:
    if not channels:
        return ""
    lines = "\n".join(_feeds(channel) for channel in channels)
    return f"<li><details><summary>By place ({len(channels)})</summary>\n<ul>\n{lines}\n</ul>\n</details></li>"


def _article(item: Item) -> str:
    return (
        f'<article id="{escape(item.guid)}">\n<h2>{escape(item_heading(item))}</h2>\n'
        f'{item_body(item)}\n<p class="announced">{_announced(item)}</p>\n</article>'
    )


def _announced(item: Item) -> str:
    announced, updated = utc(item.announced_at), utc(item.updated_at)
    words = f"Announced {_time(announced.isoformat())}"
    return f"{words}, updated {_time(updated.isoformat())}" if updated.date() > announced.date() else words


def _time(instant: str) -> str:
    return f'<time datetime="{instant}">{date_words(instant[:10])}</time>'
