-- One row per event. Events merged into another are left out: their mentions stand under the heir.
CREATE OR REPLACE VIEW main.events AS
SELECT
    e.event_id,
    e.type,
    e.stage,
    e.relation,
    e.actor,
    e.cn,
    e.pk,
    e.cn_id,
    e.pk_id,
    e.date,
    e.date_from,
    e.date_to,
    e.is_new,
    e.in_feed,
    e.contested,
    e.confidence,
    coalesce(n.article_count, 0)::INTEGER AS article_count,
    coalesce(n.source_count, 0)::INTEGER AS source_count,
    e.headline,
    e.evidence,
    e.announced_at,
    e.updated_at,
    e.verdict
FROM store.events AS e
LEFT JOIN (
    SELECT event_id, count(*) AS article_count, count(DISTINCT source_id) AS source_count
    FROM main.event_articles
    GROUP BY event_id
) AS n ON n.event_id = e.event_id
WHERE e.redirected_to IS NULL;
