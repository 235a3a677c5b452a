-- One row per URL and step.
CREATE OR REPLACE VIEW main.rejections AS
SELECT url, step, reason, detail, first_seen_at, last_seen_at
FROM store.rejections;
