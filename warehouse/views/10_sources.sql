-- One row per source.
-- Silence is measured against the last success, not the clock: a snapshot says the same whenever it is read.
CREATE OR REPLACE VIEW main.sources AS
WITH news AS (
    SELECT source_id, count(DISTINCT day) AS days, max(day) - min(day) AS span
    FROM (SELECT source_id, epoch(fetched_at)::BIGINT // 86400 AS day FROM store.articles)
    GROUP BY source_id
),
rhythm AS (
    -- A source may be silent for four times its usual gap, for three days at least; 14 days while it is little known.
    SELECT
        s.*,
        CASE WHEN n.days >= 5 THEN greatest(3, ceil(4 * n.span / (n.days - 1))) ELSE 14 END::INTEGER AS patience_days,
        coalesce(s.last_new_article_at, s.first_success_at) AS silent_since,
        split_part(s.last_error, ':', 1) AS reason
    FROM store.sources AS s
    LEFT JOIN news AS n ON n.source_id = s.source_id
),
judged AS (
    SELECT
        *,
        CASE
            WHEN NOT configured THEN 'retired'
            WHEN consecutive_failures > 0 THEN CASE
                WHEN reason IN ('http_401', 'http_403', 'http_429', 'http_451', 'robots', 'captcha') THEN 'blocked'
                WHEN reason IN ('http_404', 'http_410') THEN 'gone'
                WHEN reason IN ('no_links', 'bad_selector', 'bad_content', 'bad_url', 'bad_scheme') THEN 'broken'
                ELSE 'failing'
            END
            WHEN last_success_at IS NULL THEN 'never'
            WHEN silent_since < last_success_at - to_days(patience_days) THEN 'quiet'
            ELSE 'ok'
        END AS health
    FROM rhythm
)
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
    health,
    CASE
        WHEN health IN ('failing', 'blocked', 'broken', 'gone') THEN failing_since
        WHEN health = 'quiet' THEN silent_since + to_days(patience_days)
    END AS health_since,
    patience_days
FROM judged;
