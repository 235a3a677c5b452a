-- What must never hold in a sound warehouse. Each SELECT returns the offending rows as (problem, offender).

SELECT 'mention without article' AS problem, m.mention_id AS offender
FROM store.mentions AS m ANTI JOIN store.articles AS a ON a.article_id = m.article_id;

SELECT 'mention in no live event' AS problem, m.mention_id AS offender
FROM store.mentions AS m ANTI JOIN main.events AS e ON e.event_id = m.event_id;

SELECT 'mention of another type than its event' AS problem, m.mention_id AS offender
FROM store.mentions AS m JOIN store.events AS e ON e.event_id = m.event_id WHERE e.type <> m.type;

SELECT 'event without mention' AS problem, event_id AS offender
FROM main.events WHERE article_count = 0 AND (in_feed OR announced_at IS NULL) AND verdict IS NULL;

SELECT 'both sides null' AS problem, id AS offender
FROM (
    SELECT event_id AS id, cn, pk FROM store.events UNION ALL SELECT mention_id, cn, pk FROM store.mentions
) WHERE cn IS NULL AND pk IS NULL;

SELECT 'name without id, or id without name' AS problem, id AS offender
FROM (
    SELECT event_id AS id, cn, pk, cn_id, pk_id FROM store.events
    UNION ALL SELECT mention_id, cn, pk, cn_id, pk_id FROM store.mentions
) WHERE (cn IS NULL) <> (cn_id IS NULL) OR (pk IS NULL) <> (pk_id IS NULL);

SELECT 'place unknown or of the other country' AS problem, s.id || ' ' || s.place_id AS offender
FROM (
    SELECT event_id AS id, cn_id AS place_id, 'CN' AS country_code FROM store.events
    UNION ALL SELECT event_id, pk_id, 'PK' FROM store.events
    UNION ALL SELECT mention_id, cn_id, 'CN' FROM store.mentions
    UNION ALL SELECT mention_id, pk_id, 'PK' FROM store.mentions
) AS s
ANTI JOIN store.places AS p ON p.place_id = s.place_id AND p.country_code = s.country_code
WHERE s.place_id IS NOT NULL;

SELECT 'relation not set exactly on agreements' AS problem, id AS offender
FROM (
    SELECT event_id AS id, type, relation FROM store.events
    UNION ALL SELECT mention_id, type, relation FROM store.mentions
) WHERE (type = 'agreement') <> (relation IS NOT NULL)
    OR relation NOT IN ('sister_province', 'sister_city', 'cooperation');

SELECT 'actor not set exactly on visits' AS problem, id AS offender
FROM (
    SELECT event_id AS id, type, actor FROM store.events
    UNION ALL SELECT mention_id, type, actor FROM store.mentions
) WHERE (type = 'visit') <> (actor IS NOT NULL) OR actor NOT IN ('local', 'envoy', 'national');

SELECT 'stage does not fit type' AS problem, id AS offender
FROM (
    SELECT event_id AS id, type, stage FROM store.events
    UNION ALL SELECT mention_id, type, stage FROM store.mentions
    UNION ALL SELECT i.guid, e.type, i.stage FROM store.items AS i JOIN store.events AS e ON e.event_id = i.event_id
) WHERE (type, stage) NOT IN (
    ('agreement', 'proposed'), ('agreement', 'letter_of_intent'), ('agreement', 'signed'),
    ('visit', 'planned'), ('visit', 'took_place')
);

-- Codebook, Agreements 6: Islamabad is a first-level unit that counts as a city.
SELECT 'relation does not follow the levels of the places' AS problem, s.id AS offender
FROM (
    SELECT event_id AS id, relation, cn_id, pk_id FROM store.events
    UNION ALL SELECT mention_id, relation, cn_id, pk_id FROM store.mentions
) AS s
JOIN store.places AS c ON c.place_id = s.cn_id
JOIN store.places AS p ON p.place_id = s.pk_id
WHERE s.relation IN ('sister_province', 'sister_city')
    AND (s.relation = 'sister_province')
        <> (c.level = 'first_level' AND p.level = 'first_level' AND p.name_en <> 'Islamabad');

SELECT 'date is no day, month or year' AS problem, id AS offender
FROM (
    SELECT event_id AS id, date FROM store.events UNION ALL SELECT mention_id, date FROM store.mentions
) WHERE date IS NOT NULL
    AND (
        NOT regexp_full_match(date, '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?')
        OR try_cast(date || substr('0001-01-01', length(date) + 1) AS DATE) IS NULL
    );

SELECT 'date_from and date_to do not fit date' AS problem, event_id AS offender
FROM store.events
WHERE (date IS NULL) <> (date_from IS NULL) OR (date IS NULL) <> (date_to IS NULL)
    OR date_from > date_to
    OR NOT starts_with(strftime(date_from, '%Y-%m-%d'), date)
    OR NOT starts_with(strftime(date_to, '%Y-%m-%d'), date);

SELECT 'evidence is not the text at its offsets' AS problem, m.mention_id AS offender
FROM store.mentions AS m
JOIN store.articles AS a ON a.article_id = m.article_id
WHERE m.evidence = '' OR CASE
    WHEN m.evidence_start IS NULL AND m.evidence_end IS NULL THEN NOT contains(a.title, m.evidence)
    ELSE substr(a.text, m.evidence_start + 1, m.evidence_end - m.evidence_start) IS DISTINCT FROM m.evidence
END;

SELECT 'confidence outside 0 to 1' AS problem, id AS offender
FROM (
    SELECT event_id AS id, confidence FROM store.events UNION ALL SELECT mention_id, confidence FROM store.mentions
) WHERE NOT confidence BETWEEN 0 AND 1;

SELECT 'in the feed without a new mention' AS problem, e.event_id AS offender
FROM main.events AS e
ANTI JOIN (SELECT event_id FROM store.mentions WHERE is_new) AS m ON m.event_id = e.event_id
WHERE e.in_feed AND e.verdict IS NULL;

SELECT 'in the feed though national' AS problem, event_id AS offender
FROM main.events WHERE in_feed AND actor = 'national';

SELECT 'rejected by a person, yet in the feed' AS problem, event_id AS offender
FROM main.events WHERE in_feed AND verdict = 'rejected';

SELECT 'withdrawn item of an event in the feed, or the other way round' AS problem, i.guid AS offender
FROM store.items AS i JOIN main.events AS e ON e.event_id = i.event_id
WHERE e.in_feed <> (i.withdrawn_at IS NULL);

SELECT 'item of no live event' AS problem, i.guid AS offender
FROM store.items AS i ANTI JOIN main.events AS e ON e.event_id = i.event_id;

SELECT 'announced event without item, or item of an event not announced' AS problem, e.event_id AS offender
FROM main.events AS e
LEFT JOIN (SELECT DISTINCT event_id FROM store.items) AS i ON i.event_id = e.event_id
WHERE (e.announced_at IS NULL) <> (i.event_id IS NULL);

SELECT 'redirect to no live event' AS problem, r.event_id AS offender
FROM store.events AS r ANTI JOIN main.events AS e ON e.event_id = r.redirected_to
WHERE r.redirected_to IS NOT NULL;

SELECT 'duplicate of no leading article' AS problem, a.article_id AS offender
FROM store.articles AS a
LEFT JOIN store.articles AS b ON b.article_id = a.duplicate_of
WHERE a.duplicate_of IS NOT NULL
    AND (b.article_id IS NULL OR b.duplicate_of IS NOT NULL OR a.duplicate_of = a.article_id);

SELECT 'verdict of no known kind' AS problem, event_id || ' ' || kind AS offender
FROM (SELECT event_id, kind FROM store.verdicts UNION ALL SELECT event_id, verdict FROM store.events)
WHERE kind NOT IN ('accepted', 'rejected', 'corrected', 'merged', 'split');

SELECT 'signature without its article' AS problem, s.article_id AS offender
FROM store.signatures AS s
ANTI JOIN store.articles AS a ON a.article_id = s.article_id;

SELECT 'signature without a number of its own' AS problem, min(article_id) AS offender
FROM store.signatures GROUP BY signature_no HAVING count(*) > 1 OR signature_no IS NULL;

SELECT 'band twice or without signature' AS problem, coalesce(s.article_id, b.signature_no::VARCHAR) AS offender
FROM store.bands AS b
LEFT JOIN store.signatures AS s ON s.signature_no = b.signature_no
GROUP BY b.signature_no, b.band_no, s.article_id
HAVING count(*) > 1 OR s.article_id IS NULL;

SELECT 'visited for an unknown source' AS problem, v.url AS offender
FROM store.visited AS v ANTI JOIN store.sources AS s ON s.source_id = v.source_id;

SELECT 'first-level unit unknown' AS problem, p.place_id AS offender
FROM store.places AS p ANTI JOIN store.places AS u ON u.place_id = p.unit_id AND u.level = 'first_level';

SELECT 'time runs backwards' AS problem, id AS offender
FROM (
    SELECT url || ' ' || step AS id, first_seen_at AS earlier, last_seen_at AS later FROM store.rejections
    UNION ALL SELECT run_id, started_at, ended_at FROM store.runs
    UNION ALL SELECT event_id, created_at, updated_at FROM store.events
    UNION ALL SELECT guid, announced_at, updated_at FROM store.items
) WHERE earlier > later;

SELECT 'count of an unknown run' AS problem, c.run_id || ' ' || c.name AS offender
FROM store.run_counts AS c ANTI JOIN store.runs AS r ON r.run_id = c.run_id;
