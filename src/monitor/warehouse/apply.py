"""Stores one load in one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from monitor.errors import WarehouseError
from monitor.warehouse import apply_sql as sql
from monitor.warehouse.database import Database
from monitor.warehouse.load import Load, LoadCounts, surest
from monitor.warehouse.staging import date_span, fields, stage
from monitor.warehouse.verdicts import verdict_detail


def apply_load(database: Database, load: Load) -> LoadCounts:
    """Store all of `load` or, where anything fails, nothing of it (WarehouseError)."""
    with database.transaction():
        articles_new, articles_changed = _articles(database, load)
        _retractions(database, load)
        _signatures(database, load)
        _duplicates(database, load)
        mentions = _mentions(database, load)
        events_new, events_changed = _events(database, load)
        _redirects(database, load)
        _members(database, load)
        withdrawn = _withdraw(database, load)
        announced = _announce(database, load)
        _verdicts(database, load)
        rejected = _rejections(database, load)
        _health(database, load)
    return LoadCounts(
        articles_new, articles_changed, mentions, events_new, events_changed, withdrawn, announced, rejected
    )


def _articles(database: Database, load: Load) -> tuple[int, int]:
    latest = {article.article_id: article for article in load.articles}
    rows = [
        [*fields(article, "articles", without=("fetched_at",)), article.fetched_at or load.now]
        for article in latest.values()
    ]
    stage(database, "articles", rows)
    database.run(sql.ARTICLE_CHANGES)
    database.run(sql.UPSERT_ARTICLES)
    ((new, changed),) = database.rows(sql.COUNT_ARTICLE_CHANGES)
    return new, changed


def _retractions(database: Database, load: Load) -> None:
    """Mark what outlets took back; an article that is there again stands."""
    stage(database, "ids", ([article_id] for article_id in load.retracted))
    database.run(sql.UNRETRACT_ARTICLES)
    database.run(sql.RETRACT_ARTICLES, {"now": load.now})


def _signatures(database: Database, load: Load) -> None:
    latest = {signature.article_id: signature for signature in load.signatures}.values()
    stage(database, "signatures", (fields(signature, "signatures") for signature in latest))
    stage(database, "bands", ((s.article_id, number, band) for s in latest for number, band in enumerate(s.bands)))
    _require_none(database, sql.SIGNATURES_WITHOUT_ARTICLE, "a signature of an unknown article")
    database.run(sql.STALE_SIGNATURES)
    if database.value("SELECT count(*) FROM stale_signatures"):
        database.run(sql.DELETE_SIGNATURES)
        database.run(sql.DELETE_BANDS)
    for statement in (sql.UPSERT_SIGNATURES, sql.INSERT_BANDS):
        database.run(statement)


def _duplicates(database: Database, load: Load) -> None:
    leaders = _followed(database, {copy: leader for copy, leader in load.duplicates.items() if leader})
    compared = dict.fromkeys((*load.duplicates, *(signature.article_id for signature in load.signatures)))
    stage(database, "duplicates", {**compared, **leaders}.items())
    _require_none(database, sql.DUPLICATES_WITHOUT_ARTICLE, "a duplicate of an unknown article")
    database.run(sql.SET_DUPLICATES)
    # A stored leader that now follows another hands its copies on, until every copy names one that leads.
    for _ in range(8):
        if not database.value(sql.COUNT_CHAINS):
            return
        database.run(sql.SHORTEN_CHAINS)
    database.run(sql.CUT_CHAINS)


def _mentions(database: Database, load: Load) -> int:
    kept = surest(load.mentions)
    stage(database, "mentions", (fields(mention, "mentions") for mention in kept.values()))
    _require_none(database, sql.MENTIONS_WITHOUT_ARTICLE, "a mention of an unknown article")
    database.run(sql.LEFT_EVENTS)
    database.run(sql.DELETE_MENTIONS)
    database.run(sql.UPSERT_MENTIONS)
    return len(kept)


def _events(database: Database, load: Load) -> tuple[int, int]:
    events = {event.event_id: event for event in load.resolution.events} if load.resolution else {}
    rows = (
        [*fields(event, "events", without=("date_from", "date_to")), *date_span(event.date)]
        for event in events.values()
    )
    stage(database, "events", rows)
    database.run(sql.EVENT_CHANGES)
    database.run(sql.REVIVED_EVENTS)
    database.run(sql.UPSERT_EVENTS, {"now": load.now})
    database.run(sql.RETURN_ITEMS)
    database.run(sql.RESET_ANNOUNCED)
    ((new, changed),) = database.rows(sql.COUNT_EVENT_CHANGES)
    return new, changed


def _redirects(database: Database, load: Load) -> None:
    given = load.resolution.redirects if load.resolution else {}
    stage(database, "redirects", _followed(database, given).items())
    database.run(sql.REDIRECT_EVENTS)
    _require_none(database, sql.REDIRECTS_WITHOUT_HEIR, "a redirect to an unknown event")
    for statement in (sql.HAND_ON_REDIRECTS, sql.HAND_ON_MENTIONS, sql.HAND_ON_ITEMS, sql.HAND_ON_ANNOUNCED):
        database.run(statement)


def _members(database: Database, load: Load) -> None:
    stage(database, "members", load.resolution.members.items() if load.resolution else ())
    _require_none(database, sql.MEMBERS_WITHOUT_EVENT, "a member of an unknown event")
    database.run(sql.LEFT_FOR_OTHERS)
    database.run(sql.SET_MEMBERS)


def _withdraw(database: Database, load: Load) -> int:
    """Take out of the feed what no article reports any more; what nobody ever saw goes altogether."""
    database.run(sql.EVENTS_WITHOUT_MENTION)
    withdrawn = database.value("SELECT count(*) FROM unreported_events")
    if withdrawn:
        database.run(sql.WITHDRAW_EVENTS, {"now": load.now})
        database.run(sql.DELETE_EVENTS)
        database.run(sql.DELETE_LOST_REDIRECTS)
    return int(withdrawn)


def _announce(database: Database, load: Load) -> int:
    stage(database, "items", {guid: (guid, event_id, rung) for guid, event_id, rung in load.announcements}.values())
    _require_none(database, sql.ITEMS_WITHOUT_EVENT, "an announcement of an unknown event")
    announced = database.value(sql.COUNT_NEW_ITEMS)
    database.run(sql.INSERT_ITEMS, {"now": load.now})
    database.run(sql.SET_ANNOUNCED)
    database.run(sql.REFINE_ITEMS)
    for statement in (sql.TOUCH_ITEMS, sql.WITHDRAW_ITEMS, sql.RESTORE_ITEMS):
        database.run(statement, {"now": load.now})
    return int(announced)


def _verdicts(database: Database, load: Load) -> None:
    """Keep the verdicts that this load heeded, so that the next one knows which have changed since."""
    if load.verdicts is None:
        return
    rows = ((n, v.event_id, v.kind, verdict_detail(v), v.by, v.date, v.reason) for n, v in enumerate(load.verdicts))
    stage(database, "verdicts", rows)
    database.run(sql.DELETE_VERDICTS)
    database.run(sql.UPSERT_VERDICTS)


def _rejections(database: Database, load: Load) -> int:
    found = [rejection for collected in load.collected for rejection in collected.rejections]
    latest = {(rejection.url, rejection.step): rejection for rejection in (*found, *load.rejections)}
    stage(database, "rejections", (fields(rejection, "rejections") for rejection in latest.values()))
    database.run(sql.UPSERT_REJECTIONS, {"now": load.now})
    return len(latest)


def _health(database: Database, load: Load) -> None:
    stage(database, "collected", {c.source_id: (c.source_id, c.error) for c in load.collected}.values())
    visited = {
        (c.source_id, v.url): [c.source_id, *fields(v, "visited", without=("source_id",))]
        for c in load.collected
        for v in c.visited
    }
    stage(database, "visited", visited.values())
    database.run(sql.INSERT_COLLECTED_SOURCES)
    database.run(sql.SET_HEALTH, {"now": load.now})
    database.run(sql.SET_NEWEST_ARTICLE, {"now": load.now})
    database.run(sql.UPSERT_VISITED)


def _require_none(database: Database, query: str, what: str) -> None:
    offender = database.value(query)
    if offender is not None:
        raise WarehouseError(f"{database.path}: {what} ({offender}) cannot be stored; nothing of this load was")


def _followed(database: Database, mapping: Mapping[str, str]) -> dict[str, str]:
    """Map every key to the end of its chain; a chain that bites its tail has none (WarehouseError)."""
    ends = {}
    for start in mapping:
        passed = {start}
        end = mapping[start]
        while end in mapping and end not in passed:
            passed.add(end)
            end = mapping[end]
        if end in passed:
            raise WarehouseError(f"{database.path}: {start} leads back to itself; nothing of this load was stored")
        ends[start] = end
    return ends
