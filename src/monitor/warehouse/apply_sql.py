"""The statements of one load, in the order in which `apply` runs them.

Rows are upserted rather than deleted and inserted: within one transaction DuckDB would still see the deleted keys.
"""

from __future__ import annotations

ARTICLE_CHANGES = """
CREATE OR REPLACE TEMP TABLE article_changes AS
SELECT s.article_id, s.source_id, a.article_id IS NULL AS is_new
FROM staged_articles AS s
LEFT JOIN store.articles AS a ON a.article_id = s.article_id
WHERE a.article_id IS NULL
    OR (a.url, a.source_id, a.lang, a.title, a.text, a.published, a.modified, a.byline, a.credit)
        IS DISTINCT FROM (s.url, s.source_id, s.lang, s.title, s.text, s.published, s.modified, s.byline, s.credit)
"""
UPSERT_ARTICLES = """
INSERT INTO store.articles BY NAME
SELECT * FROM staged_articles WHERE article_id IN (SELECT article_id FROM article_changes)
ON CONFLICT (article_id) DO UPDATE SET
    url = excluded.url, source_id = excluded.source_id, lang = excluded.lang, title = excluded.title,
    text = excluded.text, published = excluded.published, modified = excluded.modified, byline = excluded.byline,
    credit = excluded.credit, fetched_at = excluded.fetched_at, duplicate_of = NULL, revision = articles.revision + 1
"""
UNRETRACT_ARTICLES = """
UPDATE store.articles SET retracted_at = NULL
WHERE retracted_at IS NOT NULL AND article_id IN (SELECT article_id FROM staged_articles)
    AND article_id NOT IN (SELECT id FROM staged_ids)
"""
RETRACT_ARTICLES = """
UPDATE store.articles SET retracted_at = $now::TIMESTAMPTZ
WHERE retracted_at IS NULL AND article_id IN (SELECT id FROM staged_ids)
"""
COUNT_ARTICLE_CHANGES = """
SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM article_changes
"""

# Semi-joined to what was staged, a table is read once past a small set; a bare NOT IN would make a set of the table.
SIGNATURES_WITHOUT_ARTICLE = """
SELECT article_id FROM staged_signatures
WHERE article_id NOT IN (
    SELECT article_id FROM store.articles WHERE article_id IN (SELECT article_id FROM staged_signatures)
)
"""
STALE_SIGNATURES = """
CREATE OR REPLACE TEMP TABLE stale_signatures AS
SELECT article_id, signature_no FROM store.signatures
WHERE article_id IN (
    SELECT article_id FROM article_changes WHERE NOT is_new UNION SELECT article_id FROM staged_signatures
)
"""
DELETE_BANDS = "DELETE FROM store.bands WHERE signature_no IN (SELECT signature_no FROM stale_signatures)"
DELETE_SIGNATURES = """
DELETE FROM store.signatures
WHERE article_id IN (SELECT article_id FROM stale_signatures)
    AND article_id NOT IN (SELECT article_id FROM staged_signatures)
"""
UPSERT_SIGNATURES = """
INSERT INTO store.signatures BY NAME
SELECT *, (SELECT coalesce(max(signature_no), 0) FROM store.signatures) + row_number() OVER () AS signature_no
FROM staged_signatures
ON CONFLICT (article_id) DO UPDATE SET text_hash = excluded.text_hash, length = excluded.length,
    minima = excluded.minima
"""
INSERT_BANDS = """
INSERT INTO store.bands BY NAME
SELECT s.signature_no, b.band_no, b.band_hash
FROM staged_bands AS b JOIN store.signatures AS s ON s.article_id = b.article_id
"""

DUPLICATES_WITHOUT_ARTICLE = """
WITH named AS (
    SELECT article_id FROM staged_duplicates
    UNION SELECT duplicate_of FROM staged_duplicates WHERE duplicate_of IS NOT NULL
)
SELECT article_id FROM named
WHERE article_id NOT IN (SELECT article_id FROM store.articles WHERE article_id IN (SELECT article_id FROM named))
"""
SET_DUPLICATES = """
UPDATE store.articles AS a SET duplicate_of = d.duplicate_of
FROM staged_duplicates AS d
WHERE d.article_id = a.article_id AND a.duplicate_of IS DISTINCT FROM d.duplicate_of
"""
COUNT_CHAINS = """
SELECT count(*) FROM (
    SELECT article_id FROM store.articles
    WHERE duplicate_of IN (SELECT article_id FROM staged_duplicates WHERE duplicate_of IS NOT NULL)
    UNION ALL
    SELECT article_id FROM store.articles
    WHERE duplicate_of IS NOT NULL AND article_id IN (SELECT duplicate_of FROM staged_duplicates)
)
"""
SHORTEN_CHAINS = """
UPDATE store.articles AS a SET duplicate_of = nullif(b.duplicate_of, a.article_id)
FROM store.articles AS b
WHERE b.article_id = a.duplicate_of AND b.duplicate_of IS NOT NULL
"""

CUT_CHAINS = """
UPDATE store.articles AS a SET duplicate_of = NULL
FROM store.articles AS b
WHERE b.article_id = a.duplicate_of AND b.duplicate_of IS NOT NULL
"""

MENTIONS_WITHOUT_ARTICLE = """
SELECT article_id FROM staged_mentions
WHERE article_id NOT IN (
    SELECT article_id FROM store.articles WHERE article_id IN (SELECT article_id FROM staged_mentions)
)
"""
# An event may end without a mention only where one was withdrawn from it, went to another event, or never came.
LEFT_EVENTS = """
CREATE OR REPLACE TEMP TABLE left_events AS
SELECT DISTINCT event_id FROM store.mentions
WHERE event_id IS NOT NULL AND article_id IN (SELECT article_id FROM staged_articles)
    AND mention_id NOT IN (SELECT mention_id FROM staged_mentions)
"""
DELETE_MENTIONS = """
DELETE FROM store.mentions
WHERE article_id IN (SELECT article_id FROM staged_articles)
    AND mention_id NOT IN (SELECT mention_id FROM staged_mentions)
"""
UPSERT_MENTIONS = """
INSERT INTO store.mentions BY NAME
SELECT m.*,
    store.earliest_day(m.date, a.published, m.stage, m.is_new) AS day_from,
    store.latest_day(m.date, a.published, m.stage, m.is_new) AS day_to,
    a.fetched_at AS seen
FROM staged_mentions AS m JOIN store.articles AS a ON a.article_id = m.article_id
ON CONFLICT (mention_id) DO UPDATE SET
    relation = excluded.relation, actor = excluded.actor, cn = excluded.cn, pk = excluded.pk,
    evidence = excluded.evidence, evidence_start = excluded.evidence_start, evidence_end = excluded.evidence_end,
    rule = excluded.rule, confidence = excluded.confidence, day_from = excluded.day_from, day_to = excluded.day_to,
    seen = excluded.seen
"""

# Confidence is no visible change: it grows with every further report, and readers would see the item as updated.
EVENT_CHANGES = """
CREATE OR REPLACE TEMP TABLE event_changes AS
SELECT s.event_id, e.event_id IS NULL AS is_new
FROM staged_events AS s
LEFT JOIN store.events AS e ON e.event_id = s.event_id
WHERE e.event_id IS NULL
    OR e.redirected_to IS NOT NULL
    OR (e.type, e.stage, e.relation, e.actor, e.cn, e.pk, e.cn_id, e.pk_id, e.date, e.is_new, e.in_feed, e.contested,
        e.headline, e.evidence, e.verdict)
        IS DISTINCT FROM (s.type, s.stage, s.relation, s.actor, s.cn, s.pk, s.cn_id, s.pk_id, s.date, s.is_new,
        s.in_feed, s.contested, s.headline, s.evidence, s.verdict)
"""
# An event that was merged and stands alone again takes back the items that were its own.
REVIVED_EVENTS = """
CREATE OR REPLACE TEMP TABLE revived_events AS
SELECT e.event_id, e.redirected_to AS heir
FROM store.events AS e
WHERE e.redirected_to IS NOT NULL AND e.event_id IN (SELECT event_id FROM staged_events)
"""
RETURN_ITEMS = """
UPDATE store.items AS i SET event_id = r.event_id
FROM revived_events AS r WHERE i.event_id = r.heir AND starts_with(i.guid, r.event_id || ':')
"""
RESET_ANNOUNCED = """
UPDATE store.events AS e SET announced_at = i.first_at
FROM (
    SELECT p.event_id, min(o.announced_at) AS first_at
    FROM (SELECT event_id FROM revived_events UNION SELECT heir FROM revived_events) AS p
    LEFT JOIN store.items AS o ON o.event_id = p.event_id
    GROUP BY p.event_id
) AS i
WHERE i.event_id = e.event_id AND e.announced_at IS DISTINCT FROM i.first_at
"""
UPSERT_EVENTS = """
INSERT INTO store.events BY NAME
SELECT
    s.*,
    $now::TIMESTAMPTZ AS created_at,
    CASE WHEN c.event_id IS NULL THEN e.updated_at ELSE greatest($now::TIMESTAMPTZ, e.updated_at) END AS updated_at
FROM staged_events AS s
LEFT JOIN event_changes AS c ON c.event_id = s.event_id
LEFT JOIN store.events AS e ON e.event_id = s.event_id
ON CONFLICT (event_id) DO UPDATE SET
    type = excluded.type, stage = excluded.stage, relation = excluded.relation, actor = excluded.actor,
    cn = excluded.cn, pk = excluded.pk, cn_id = excluded.cn_id, pk_id = excluded.pk_id, date = excluded.date,
    is_new = excluded.is_new, in_feed = excluded.in_feed, contested = excluded.contested,
    confidence = excluded.confidence, headline = excluded.headline, evidence = excluded.evidence,
    date_from = excluded.date_from, date_to = excluded.date_to, updated_at = excluded.updated_at,
    verdict = excluded.verdict, redirected_to = NULL
"""
COUNT_EVENT_CHANGES = """
SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM event_changes
"""

REDIRECT_EVENTS = """
UPDATE store.events AS e SET redirected_to = r.heir, in_feed = false
FROM staged_redirects AS r WHERE r.event_id = e.event_id
"""
REDIRECTS_WITHOUT_HEIR = """
SELECT heir FROM staged_redirects
WHERE heir NOT IN (SELECT event_id FROM store.events WHERE redirected_to IS NULL)
"""
HAND_ON_REDIRECTS = """
UPDATE store.events AS e SET redirected_to = r.heir
FROM staged_redirects AS r WHERE r.event_id = e.redirected_to
"""
HAND_ON_MENTIONS = """
UPDATE store.mentions AS m SET event_id = r.heir
FROM staged_redirects AS r WHERE r.event_id = m.event_id
"""
HAND_ON_ITEMS = """
UPDATE store.items AS i SET event_id = r.heir
FROM staged_redirects AS r WHERE r.event_id = i.event_id
"""
HAND_ON_ANNOUNCED = """
UPDATE store.events AS e SET announced_at = i.first_at
FROM (
    SELECT event_id, min(announced_at) AS first_at FROM store.items
    WHERE event_id IN (SELECT heir FROM staged_redirects) GROUP BY event_id
) AS i
WHERE i.event_id = e.event_id
"""

MEMBERS_WITHOUT_EVENT = """
SELECT event_id FROM staged_members
WHERE event_id NOT IN (SELECT event_id FROM store.events WHERE redirected_to IS NULL)
"""
LEFT_FOR_OTHERS = """
INSERT INTO left_events
SELECT m.event_id FROM store.mentions AS m JOIN staged_members AS s ON s.mention_id = m.mention_id
WHERE m.event_id <> s.event_id
UNION SELECT event_id FROM staged_events
"""
SET_MEMBERS = """
UPDATE store.mentions AS m SET event_id = s.event_id
FROM staged_members AS s
WHERE s.mention_id = m.mention_id AND m.event_id IS DISTINCT FROM s.event_id
"""

EVENTS_WITHOUT_MENTION = """
CREATE OR REPLACE TEMP TABLE unreported_events AS
SELECT event_id, announced_at FROM store.events
WHERE (event_id IN (SELECT event_id FROM left_events) OR event_id IN (SELECT event_id FROM staged_events))
    AND redirected_to IS NULL AND (in_feed OR announced_at IS NULL)
    AND coalesce(verdict NOT IN ('accepted', 'corrected'), true)
    AND event_id NOT IN (
        SELECT event_id FROM store.mentions
        WHERE event_id IN (SELECT event_id FROM left_events) OR event_id IN (SELECT event_id FROM staged_events)
    )
"""
WITHDRAW_EVENTS = """
UPDATE store.events SET in_feed = false, updated_at = greatest(updated_at, $now::TIMESTAMPTZ)
WHERE event_id IN (SELECT event_id FROM unreported_events WHERE announced_at IS NOT NULL)
"""
DELETE_EVENTS = """
DELETE FROM store.events
WHERE event_id IN (SELECT event_id FROM unreported_events WHERE announced_at IS NULL)
"""
DELETE_LOST_REDIRECTS = """
DELETE FROM store.events
WHERE redirected_to IN (SELECT event_id FROM unreported_events WHERE announced_at IS NULL)
"""
ITEMS_WITHOUT_EVENT = """
SELECT event_id FROM staged_items
WHERE event_id NOT IN (SELECT event_id FROM store.events WHERE redirected_to IS NULL)
"""
COUNT_NEW_ITEMS = "SELECT count(*) FROM staged_items WHERE guid NOT IN (SELECT guid FROM store.items)"
INSERT_ITEMS = """
INSERT INTO store.items BY NAME
SELECT
    s.*, e.relation, e.actor, e.cn, e.pk, e.cn_id, e.pk_id, e.date,
    $now::TIMESTAMPTZ AS announced_at, $now::TIMESTAMPTZ AS updated_at
FROM staged_items AS s
JOIN store.events AS e ON e.event_id = s.event_id
ON CONFLICT (guid) DO NOTHING
"""
# What was left open and is known by now, or is known more precisely, corrects nothing: readers have it as told.
REFINE_ITEMS = """
UPDATE store.items AS i SET
    cn = coalesce(i.cn, e.cn), cn_id = coalesce(i.cn_id, e.cn_id),
    pk = coalesce(i.pk, e.pk), pk_id = coalesce(i.pk_id, e.pk_id),
    date = CASE WHEN i.date IS NULL OR starts_with(e.date, i.date) THEN e.date ELSE i.date END
FROM store.events AS e
WHERE e.event_id = i.event_id AND e.in_feed AND e.verdict IS DISTINCT FROM 'corrected'
    AND e.event_id IN (SELECT event_id FROM event_changes)
"""
WITHDRAW_ITEMS = """
UPDATE store.items AS i SET withdrawn_at = $now::TIMESTAMPTZ, updated_at = greatest(i.updated_at, $now::TIMESTAMPTZ)
FROM store.events AS e
WHERE e.event_id = i.event_id AND NOT e.in_feed AND i.withdrawn_at IS NULL
"""
RESTORE_ITEMS = """
UPDATE store.items AS i SET withdrawn_at = NULL, updated_at = greatest(i.updated_at, $now::TIMESTAMPTZ)
FROM store.events AS e
WHERE e.event_id = i.event_id AND e.in_feed AND i.withdrawn_at IS NOT NULL
"""
SET_ANNOUNCED = """
UPDATE store.events AS e SET announced_at = i.announced_at
FROM (
    SELECT event_id, min(announced_at) AS announced_at FROM store.items
    WHERE event_id IN (SELECT event_id FROM staged_items) GROUP BY event_id
) AS i
WHERE i.event_id = e.event_id AND e.announced_at IS NULL
"""

# The item of a planned visit stays as it was once the visit has an item of its own.
TOUCH_ITEMS = """
UPDATE store.items AS i SET updated_at = greatest(i.updated_at, $now::TIMESTAMPTZ)
FROM store.events AS e
WHERE e.event_id = i.event_id
    AND e.event_id IN (SELECT event_id FROM event_changes)
    AND (i.stage = e.stage OR NOT EXISTS (
        SELECT 1 FROM store.items AS o WHERE o.event_id = i.event_id AND o.stage = e.stage
    ))
"""

UPSERT_REJECTIONS = """
INSERT INTO store.rejections BY NAME
SELECT *, $now::TIMESTAMPTZ AS first_seen_at, $now::TIMESTAMPTZ AS last_seen_at FROM staged_rejections
ON CONFLICT (url, step) DO UPDATE SET
    reason = excluded.reason, detail = excluded.detail,
    last_seen_at = greatest(rejections.last_seen_at, excluded.last_seen_at)
"""

INSERT_COLLECTED_SOURCES = """
INSERT INTO store.sources (source_id, name) SELECT source_id, source_id FROM staged_collected
ON CONFLICT (source_id) DO NOTHING
"""
SET_HEALTH = """
UPDATE store.sources AS s SET
    first_success_at = CASE WHEN c.error IS NULL THEN coalesce(s.first_success_at, $now::TIMESTAMPTZ)
        ELSE s.first_success_at END,
    last_success_at = CASE WHEN c.error IS NULL THEN $now::TIMESTAMPTZ ELSE s.last_success_at END,
    last_error = c.error,
    failing_since = CASE WHEN c.error IS NOT NULL THEN coalesce(s.failing_since, $now::TIMESTAMPTZ) END,
    consecutive_failures = CASE WHEN c.error IS NULL THEN 0 ELSE s.consecutive_failures + 1 END
FROM staged_collected AS c WHERE c.source_id = s.source_id
"""
SET_NEWEST_ARTICLE = """
UPDATE store.sources SET last_new_article_at = $now::TIMESTAMPTZ
WHERE source_id IN (SELECT source_id FROM article_changes WHERE is_new)
"""
UPSERT_VISITED = """
INSERT INTO store.visited BY NAME SELECT * FROM staged_visited
ON CONFLICT (source_id, url) DO UPDATE SET
    etag = excluded.etag, last_modified = excluded.last_modified, status = excluded.status,
    updated = excluded.updated, fetched_at = excluded.fetched_at, moved_to = excluded.moved_to
"""

DELETE_VERDICTS = "DELETE FROM store.verdicts WHERE position >= (SELECT count(*) FROM staged_verdicts)"
UPSERT_VERDICTS = """
INSERT INTO store.verdicts BY NAME SELECT * FROM staged_verdicts
ON CONFLICT (position) DO UPDATE SET
    event_id = excluded.event_id, kind = excluded.kind, detail = excluded.detail, given_by = excluded.given_by,
    date = excluded.date, reason = excluded.reason
"""
