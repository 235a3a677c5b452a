-- One row per event and article that reports it. Where an article mentions the event twice, its news outranks its
-- history, then its surer reading the other.
CREATE OR REPLACE VIEW main.event_articles AS
SELECT
    m.event_id,
    m.article_id,
    a.url,
    a.source_id,
    a.lang,
    a.title,
    a.published,
    m.stage,
    m.evidence,
    a.duplicate_of,
    a.retracted_at
FROM store.mentions AS m
JOIN store.articles AS a ON a.article_id = m.article_id
WHERE m.event_id IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY m.event_id, m.article_id ORDER BY m.is_new DESC, m.confidence DESC, m.mention_id
) = 1;
