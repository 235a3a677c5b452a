-- One row per source.
CREATE OR REPLACE VIEW main.sources AS
SELECT
    source_id,
    name,
    home,
    country,
    lang,
    kind,
    address,
    authority,
    last_success_at,
    last_new_article_at,
    last_error,
    consecutive_failures,
    CASE
        WHEN NOT configured THEN 'retired'
        WHEN consecutive_failures > 0 THEN 'failing'
        WHEN last_success_at IS NULL THEN 'never'
        -- Measured against the last success, not the clock: a snapshot says the same whenever it is read.
        WHEN coalesce(last_new_article_at, first_success_at) < last_success_at - INTERVAL 14 DAY THEN 'quiet'
        ELSE 'ok'
    END AS health
FROM store.sources;
