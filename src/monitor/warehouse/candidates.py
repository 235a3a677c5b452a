"""Stored mentions that could belong to the same events as new ones, found by place and time.

What a new mention could join is looked up, and what that could join in turn: a mention that the new one draws out of
its event may go to another. Where that would move others in turn, loading asks once more, from them on
(`resolve.unsettled`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitor.records import Mention, Report
from monitor.resolve.readings import moment_of
from monitor.resolve.windows import PLAN_SHIFT_DAYS, REACH_DAYS, UNDATED_SEEN_DAYS
from monitor.warehouse.database import Database, moment
from monitor.warehouse.staging import stage

# Agreements are joined by the pair alone; visits where no side differs by more than a level, or an envoy's other side.
# Without a time, news is joined by when it was seen, history to undated mentions of its pair.
_NEAR = """
CREATE OR REPLACE TEMP TABLE near AS
WITH given AS (
    SELECT g.*, coalesce(c.unit_id, g.cn_id) AS cn_unit, coalesce(p.unit_id, g.pk_id) AS pk_unit
    FROM staged_sides AS g
    LEFT JOIN store.places AS c ON c.place_id = g.cn_id
    LEFT JOIN store.places AS p ON p.place_id = g.pk_id
    WHERE g.type = 'visit'
),
known AS (
    SELECT m.mention_id, m.event_id, m.actor, m.cn_id, m.pk_id, m.day_from, m.day_to, m.is_new, m.seen,
        coalesce(c.unit_id, m.cn_id) AS cn_unit, coalesce(p.unit_id, m.pk_id) AS pk_unit
    FROM store.mentions AS m
    LEFT JOIN store.places AS c ON c.place_id = m.cn_id
    LEFT JOIN store.places AS p ON p.place_id = m.pk_id
    WHERE m.type = 'visit'
),
agreements AS (
    SELECT m.mention_id, m.event_id FROM store.mentions AS m
    JOIN staged_sides AS g ON g.type = m.type AND g.cn_id = m.cn_id AND g.pk_id = m.pk_id
    WHERE m.type = 'agreement'
        AND coalesce(m.day_from <= g.day_to + $reach AND g.day_from <= m.day_to + $reach, true)
),
meeting AS (
    SELECT k.*, g.day_from AS other_from, g.day_to AS other_to, g.seen AS other_seen, k.is_new AND g.is_new AS are_new,
        k.cn_id IS NOT DISTINCT FROM g.cn_id AND k.pk_id IS NOT DISTINCT FROM g.pk_id AS one_pair
    FROM known AS k JOIN given AS g ON g.cn_unit = k.cn_unit
        AND coalesce(k.day_from <= g.day_to + $reach AND g.day_from <= k.day_to + $reach, true)
        AND (coalesce(k.pk_unit = g.pk_unit, true) OR k.actor = 'envoy' AND g.actor = 'envoy' AND k.cn_id = g.cn_id)
    UNION ALL
    SELECT k.*, g.day_from, g.day_to, g.seen, k.is_new AND g.is_new,
        k.cn_id IS NOT DISTINCT FROM g.cn_id AND k.pk_id IS NOT DISTINCT FROM g.pk_id
    FROM known AS k JOIN given AS g ON g.pk_unit = k.pk_unit
        AND coalesce(k.day_from <= g.day_to + $reach AND g.day_from <= k.day_to + $reach, true)
        AND (coalesce(k.cn_unit = g.cn_unit, true) OR k.actor = 'envoy' AND g.actor = 'envoy' AND k.pk_id = g.pk_id)
),
visits AS (
    SELECT mention_id, event_id FROM meeting
    WHERE (day_from <= other_to + $other_reach AND other_from <= day_to + $other_reach)
        OR (one_pair AND cn_id IS NOT NULL AND pk_id IS NOT NULL AND day_from IS NOT NULL AND other_from IS NOT NULL)
    UNION
    SELECT mention_id, event_id FROM meeting WHERE one_pair AND day_from IS NULL AND other_from IS NULL
    UNION
    SELECT mention_id, event_id FROM meeting
    WHERE are_new AND (day_from IS NULL OR other_from IS NULL)
        AND abs(date_diff('day', seen, other_seen)) <= $seen_apart
)
SELECT * FROM agreements UNION SELECT * FROM visits
"""
# An event is decided from the whole set of its mentions.
_WHOLE = """
CREATE OR REPLACE TEMP TABLE whole AS
SELECT mention_id, event_id, article_id, type, cn_id, pk_id, is_new FROM store.mentions
WHERE mention_id IN (SELECT mention_id FROM near)
    OR event_id IN (SELECT event_id FROM near WHERE event_id IS NOT NULL)
"""
# Whether partners are told crosswise shows only beside the other pairs of an article and those with partners swapped.
_BESIDE = """
CREATE OR REPLACE TEMP TABLE beside AS
WITH told AS (
    SELECT article_id, cn_id, pk_id FROM store.mentions
    WHERE type = 'agreement' AND is_new
        AND article_id IN (SELECT article_id FROM whole WHERE type = 'agreement' AND is_new)
    UNION
    SELECT article_id, cn_id, pk_id FROM staged_sides WHERE type = 'agreement' AND is_new
)
SELECT a.cn_id AS a_cn, a.pk_id AS a_pk, b.cn_id AS b_cn, b.pk_id AS b_pk
FROM told AS a JOIN told AS b ON b.article_id = a.article_id AND b.cn_id <> a.cn_id AND b.pk_id <> a.pk_id
"""
_CROSSING = """
INSERT INTO near
SELECT m.mention_id, m.event_id FROM store.mentions AS m
JOIN (SELECT a_cn AS cn_id, a_pk AS pk_id FROM beside UNION SELECT a_cn, b_pk FROM beside) AS p
    ON p.cn_id = m.cn_id AND p.pk_id = m.pk_id
WHERE m.type = 'agreement' AND m.is_new
"""
_NOTHING_REACHED = "CREATE OR REPLACE TEMP TABLE reached (mention_id VARCHAR, hop INTEGER)"
_OF_ARTICLES = """
INSERT INTO reached
SELECT mention_id, 0 FROM store.mentions WHERE article_id IN (SELECT id FROM staged_ids)
"""
_OF_EVENTS = """
INSERT INTO reached
SELECT mention_id, 0 FROM store.mentions
WHERE event_id IN (
    SELECT id FROM staged_ids
    UNION SELECT redirected_to FROM store.events WHERE event_id IN (SELECT id FROM staged_ids)
)
"""
# The days stored hold those that resolving goes by, and are as good to look things up by.
_SIDES_REACHED = """
INSERT INTO staged_sides BY NAME
SELECT article_id, type, actor, cn_id, pk_id, is_new, day_from, day_to, seen FROM store.mentions
WHERE mention_id IN (SELECT mention_id FROM reached WHERE hop = $hop)
"""
_REACH = """
INSERT INTO reached
SELECT mention_id, $hop FROM whole WHERE mention_id NOT IN (SELECT mention_id FROM reached)
"""
ALL_REPORTS = """
SELECT m.article_id, m.type, m.stage, m.relation, m.actor, m.cn, m.pk, m.cn_id, m.pk_id, m.date, m.is_new,
    m.evidence, m.evidence_start, m.evidence_end, m.rule, m.confidence,
    a.title, a.lang, a.published, epoch_us(a.fetched_at), coalesce(s.authority, 'other'), m.event_id,
    a.retracted_at IS NOT NULL
FROM store.mentions AS m
JOIN store.articles AS a ON a.article_id = m.article_id
LEFT JOIN store.sources AS s ON s.source_id = a.source_id
"""
_REPORTS = f"""{ALL_REPORTS}
WHERE m.mention_id IN (SELECT mention_id FROM reached) ORDER BY m.mention_id
"""  # noqa: S608
HOPS = 2


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Stored mentions to resolve with new ones. `context` are those that nothing new can reach: they only compete."""

    reports: tuple[Report, ...]
    context: frozenset[str]


def neighbourhood(
    database: Database, new: Sequence[Report], article_ids: Iterable[str], event_ids: Iterable[str] = ()
) -> Neighbourhood:
    """Return the stored mentions of these articles and events, what they and `new` ones could join, and that in turn.

    All mentions of an event come along as soon as one does.
    """
    database.run(_NOTHING_REACHED)
    for ids, statement in ((article_ids, _OF_ARTICLES), (event_ids, _OF_EVENTS)):
        stage(database, "ids", ([found] for found in ids))
        database.run(statement)
    given: Iterable[Report] = new
    for hop in range(1, HOPS + 1):
        stage(database, "sides", (_side(report) for report in given))
        database.run(_SIDES_REACHED, {"hop": hop - 1})
        if not database.value("SELECT count(*) FROM staged_sides"):
            break
        _find_near(database)
        database.run(_REACH, {"hop": hop})
        given = ()
    context = database.rows("SELECT mention_id FROM reached WHERE hop = $hop", {"hop": HOPS})
    return Neighbourhood(_reports(database), frozenset(mention_id for (mention_id,) in context))


def _find_near(database: Database) -> None:
    """Make `whole` of the stored mentions that could tell the same events as `staged_sides`, and of their events."""
    reach = {"reach": REACH_DAYS, "other_reach": PLAN_SHIFT_DAYS, "seen_apart": UNDATED_SEEN_DAYS}
    database.run(_NEAR, reach)
    for statement in (_WHOLE, _BESIDE, _CROSSING, _WHOLE):
        database.run(statement)


def _reports(database: Database) -> tuple[Report, ...]:
    """Return the mentions reached; where there are none, no article needs to be looked through."""
    found = database.value("SELECT count(*) FROM reached")
    return tuple(_report(row) for row in database.rows(_REPORTS)) if found else ()


def all_reports(database: Database) -> list[Report]:
    """Return all stored mentions."""
    return [_report(row) for row in database.rows(f"{ALL_REPORTS} ORDER BY m.mention_id")]


def _side(report: Report) -> tuple[object, ...]:
    """Return the row of `staged_sides`: what a mention is found by."""
    mention, when = report.mention, moment_of(report)
    days = [None if day is None else date.fromordinal(day) for day in (when.first, when.last)]
    return (
        mention.article_id,
        mention.type,
        mention.actor,
        mention.cn_id,
        mention.pk_id,
        mention.is_new,
        *days,
        report.fetched_at,
    )


def _report(row: tuple[Any, ...]) -> Report:
    mention = Mention(*row[:16])
    title, lang, published, fetched_at, authority, event_id, retracted = row[16:]
    return Report(mention, title, lang, published, moment(fetched_at), authority, event_id, retracted)
