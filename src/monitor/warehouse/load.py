"""What one transaction stores, and what it then says it stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from monitor.records import Article, Collected, Mention, Rejection, Resolution, Signature, Verdict


@dataclass(frozen=True, slots=True)
class Load:
    """Everything that one `Warehouse.apply` stores, or nothing of it.

    `now` is the UTC time of all that happens in it. `articles` bring all their mentions: a stored mention of such an
    article that is not in `mentions` is withdrawn. `duplicates` maps an article_id to its leading article, to None
    where it leads or stands alone, as an article does that has a signature but no entry. `resolution` tells the event
    of each mention, of stored ones too. `announcements` are (guid, event_id, stage) of the items to publish from now
    on. The rejections and visited addresses within `collected` are stored as well. `retracted` are the ids of stored
    articles that their outlets took back. `verdicts` are all that `resolution` heeded, None where it heeded none anew.
    """

    now: datetime
    articles: tuple[Article, ...] = ()
    signatures: tuple[Signature, ...] = ()
    duplicates: Mapping[str, str | None] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    resolution: Resolution | None = None
    announcements: tuple[tuple[str, str, str], ...] = ()
    collected: tuple[Collected, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    retracted: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] | None = None


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """Rows that one load touched. `events_changed` moved their `updated_at`; `events_withdrawn` lost all mentions."""

    articles_new: int
    articles_changed: int
    mentions: int
    events_new: int
    events_changed: int
    events_withdrawn: int
    announced: int
    rejected: int


def surest(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """Return mentions by id: of several with one id, which read the same event twice, the surest."""
    kept: dict[str, Mention] = {}
    for mention in mentions:
        known = kept.setdefault(mention.mention_id, mention)
        if mention.confidence > known.confidence:
            kept[mention.mention_id] = mention
    return kept
