-- One row per pair of places and relation, both places known.
-- Events whose reports were all withdrawn, or that a person rejected, prove no tie, so they do not count here.
CREATE OR REPLACE VIEW main.ties AS
WITH proven AS (
    SELECT * FROM main.events
    WHERE (article_count > 0 OR verdict IN ('accepted', 'corrected'))
        AND verdict IS DISTINCT FROM 'rejected'
        AND cn_id IS NOT NULL AND pk_id IS NOT NULL
),
pairs AS (
    SELECT
        any_value(cn) AS cn,
        any_value(pk) AS pk,
        cn_id,
        pk_id,
        relation,
        CASE max(CASE stage WHEN 'signed' THEN 2 WHEN 'letter_of_intent' THEN 1 ELSE 0 END)
            WHEN 2 THEN 'signed'
            WHEN 1 THEN 'letter_of_intent'
            ELSE 'proposed'
        END AS stage,
        first(date ORDER BY date_from, date_to, date)
            FILTER (WHERE stage = 'proposed' AND date IS NOT NULL) AS proposed,
        first(date ORDER BY date_from, date_to, date)
            FILTER (WHERE stage = 'letter_of_intent' AND date IS NOT NULL) AS letter_of_intent,
        first(date ORDER BY date_from, date_to, date)
            FILTER (WHERE stage = 'signed' AND date IS NOT NULL) AS signed,
        count(*) AS agreement_count
    FROM proven
    WHERE type = 'agreement' AND relation IS NOT NULL
    GROUP BY cn_id, pk_id, relation
),
occasions AS (
    SELECT cn_id, pk_id, relation, date, date_from, date_to FROM proven WHERE type = 'agreement'
    UNION ALL
    SELECT p.cn_id, p.pk_id, p.relation, v.date, v.date_from, v.date_to
    FROM pairs AS p
    JOIN proven AS v ON v.cn_id = p.cn_id AND v.pk_id = p.pk_id AND v.type = 'visit'
),
latest AS (
    SELECT cn_id, pk_id, relation, last(date ORDER BY date_to, date_from, date) AS last_event
    FROM occasions
    WHERE date IS NOT NULL
    GROUP BY cn_id, pk_id, relation
),
visited AS (
    SELECT cn_id, pk_id, count(*) AS visit_count FROM proven WHERE type = 'visit' GROUP BY cn_id, pk_id
)
SELECT
    p.cn,
    p.pk,
    p.cn_id,
    p.pk_id,
    p.relation,
    p.stage,
    p.proposed,
    p.letter_of_intent,
    p.signed,
    l.last_event,
    coalesce(v.visit_count, 0)::INTEGER AS visit_count,
    (p.agreement_count + coalesce(v.visit_count, 0))::INTEGER AS event_count
FROM pairs AS p
LEFT JOIN latest AS l ON l.cn_id = p.cn_id AND l.pk_id = p.pk_id AND l.relation = p.relation
LEFT JOIN visited AS v ON v.cn_id = p.cn_id AND v.pk_id = p.pk_id;
