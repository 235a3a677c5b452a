"""The feed for operators: which sources need a look. Readers' feeds never show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from feedgen.entry import FeedEntry

from monitor.publish.feed import rss_channel
from monitor.publish.markup import clean, escape, one_line, safe_link, utc
from monitor.publish.selection import NEVER_CHANGED, public_address
from monitor.records import Health, SourceHealth
from monitor.settings import Settings

TITLE = "Health of the sources"
DESCRIPTION = "For operators: sources that fail, block, broke, are gone or have gone quiet"
FILE = "health.xml"
ADVICE: Mapping[Health, str] = {
    "failing": "It could not be reached or answered with an error; the next run tries again.",
    "blocked": "It refuses us (403, robots.txt or a captcha). Ask less often, name a contact in monitor.toml, or ask "
    "the outlet for permission.",
    "broken": "It answers, but no article is found in what it sends. Look at its page, and mend `address`, `kind` or "
    "`selectors` in sources.toml.",
    "gone": "Its address is not there any more (404 or 410). Find the new one, or set `enabled = false` in "
    "sources.toml.",
    "quiet": "It can be read, but has had nothing new for far longer than is usual for it. Look whether it moved or "
    "stopped.",
}
"""The states that need a look, and what to do."""


def render_health(sources: Sequence[SourceHealth], settings: Settings) -> bytes:
    """Return RSS with one item a source that needs a look, the latest trouble first; a lasting trouble is one item."""
    troubled = [source for source in sources if source.health in ADVICE]
    troubled.sort(key=lambda source: source.source_id)
    troubled.sort(key=lambda source: source.since or NEVER_CHANGED, reverse=True)
    changed = max((utc(source.since) for source in troubled if source.since), default=NEVER_CHANGED)
    feed = rss_channel(TITLE, DESCRIPTION, FILE, changed, settings)
    for source in troubled:
        feed.add_entry(_entry(source, settings), order="append")
    rendered: bytes = feed.rss_str(pretty=True)
    return rendered


def _entry(source: SourceHealth, settings: Settings) -> FeedEntry:
    since = utc(source.since or NEVER_CHANGED)
    entry = FeedEntry()
    entry.title(one_line(f"{source.health.capitalize()}: {source.name}"))
    entry.link(href=safe_link(source.address or "") or public_address(settings, FILE), rel="alternate")
    entry.guid(clean(f"{source.source_id}:{source.health}:{since:%Y%m%dT%H%M%SZ}"), permalink=False)
    entry.pubDate(since)
    entry.description(_html(source))
    return entry


def _html(source: SourceHealth) -> str:
    facts = [f"<p>{escape(ADVICE[source.health])}</p>", f"<p>Source: {escape(source.source_id)}</p>"]
    if source.last_error:
        facts.append(f"<p>Last error: {escape(one_line(source.last_error))}</p>")
    moments = {"Last new article": source.last_new_article_at}
    if source.last_error:  # of others the time of reading moves on with every run, and the file would with it
        moments["Last read"] = source.last_success_at
    facts += [f"<p>{words}: {utc(moment).isoformat()}</p>" for words, moment in moments.items() if moment]
    return "\n".join(facts)
