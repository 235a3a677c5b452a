"""The list of all feeds as OPML 2.0, which feed readers import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from email.utils import format_datetime
from xml.etree import ElementTree

from monitor.publish.channels import MAIN, PLACES_FOLDER, Channel
from monitor.publish.selection import last_change, public_address
from monitor.records import Item
from monitor.settings import Settings


def render_opml(channels: Mapping[Channel, Sequence[Item]], settings: Settings) -> bytes:
    """Return the list as UTF-8 XML: the feeds of everything and of each type, then those of places in a folder."""
    opml = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(opml, "head")
    ElementTree.SubElement(head, "title").text = MAIN.title
    ElementTree.SubElement(head, "dateModified").text = format_datetime(last_change(channels[MAIN]), usegmt=True)
    body = ElementTree.SubElement(opml, "body")
    places = [channel for channel in channels if channel.name.startswith(f"{PLACES_FOLDER}/")]
    for channel in channels:
        if channel not in places:
            _outline(body, channel, settings)
    if places:
        folder = ElementTree.SubElement(body, "outline", text="By place")
        for channel in places:
            _outline(folder, channel, settings)
    ElementTree.indent(opml)
    rendered: bytes = ElementTree.tostring(opml, encoding="utf-8", xml_declaration=True)
    return rendered + b"\n"


def _outline(parent: ElementTree.Element, channel: Channel, settings: Settings) -> None:
    ElementTree.SubElement(
        parent,
        "outline",
        text=channel.title,
        title=channel.title,
        type="rss",
        version="RSS2",
        language="en",
        description=channel.description,
        xmlUrl=public_address(settings, channel.file("rss")),
        htmlUrl=public_address(settings, "index.html"),
    )
