"""Keeps what a public list of ties knows already from being told as news."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from monitor.records import KNOWN_TIE_RULE, Event, Mention

Pair = tuple[str | None, str | None]
"""The ids of a Chinese and a Pakistani place."""


def known_pairs(mentions: Iterable[Mention]) -> set[Pair]:
    """Return the pairs of the standing ties among these mentions that were imported from public lists."""
    return {
        (mention.cn_id, mention.pk_id)
        for mention in mentions
        if mention.rule == KNOWN_TIE_RULE and mention.relation != "cooperation" and mention.stage == "signed"
    }


def as_background(event: Event, known: Collection[Pair]) -> Event:
    """Return a sister tie that is known already, and that no article dates, as history told again.

    One that articles date is news: ties are renewed, and lists may be ahead of the news.
    """
    retold = event.type == "agreement" and event.relation != "cooperation" and event.date is None
    if retold and event.is_new and (event.cn_id, event.pk_id) in known:
        return replace(event, is_new=False, in_feed=False)
    return event
