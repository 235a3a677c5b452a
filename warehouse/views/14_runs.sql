-- One row per run. A count that the run did not report is null, not zero.
CREATE OR REPLACE VIEW main.runs AS
SELECT
    r.run_id,
    r.flow,
    r.started_at,
    r.ended_at,
    r.status,
    max(c.value) FILTER (WHERE c.name = 'fetched')::INTEGER AS fetched,
    max(c.value) FILTER (WHERE c.name = 'kept')::INTEGER AS kept,
    max(c.value) FILTER (WHERE c.name = 'rejected')::INTEGER AS rejected,
    max(c.value) FILTER (WHERE c.name = 'articles_new')::INTEGER AS articles_new,
    max(c.value) FILTER (WHERE c.name = 'mentions')::INTEGER AS mentions,
    max(c.value) FILTER (WHERE c.name = 'events_new')::INTEGER AS events_new,
    max(c.value) FILTER (WHERE c.name = 'announced')::INTEGER AS announced
FROM store.runs AS r
LEFT JOIN store.run_counts AS c ON c.run_id = r.run_id
GROUP BY r.run_id, r.flow, r.started_at, r.ended_at, r.status;
