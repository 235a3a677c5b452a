-- One row per article.
CREATE OR REPLACE VIEW main.articles AS
SELECT
    article_id,
    url,
    source_id,
    lang,
    title,
    published,
    modified,
    byline,
    credit,
    fetched_at,
    text,
    duplicate_of,
    revision,
    retracted_at
FROM store.articles;
