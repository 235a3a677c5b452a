-- One row per event mention of an article.
CREATE OR REPLACE VIEW main.mentions AS
SELECT
    event_id,
    article_id,
    type,
    stage,
    relation,
    actor,
    cn,
    pk,
    cn_id,
    pk_id,
    date,
    is_new,
    evidence,
    evidence_start,
    evidence_end,
    rule,
    confidence,
    mention_id
FROM store.mentions;
