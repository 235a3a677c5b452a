-- One row per verdict that a person gave, in the order of verdicts.toml. An id since merged stands for its heir.
CREATE OR REPLACE VIEW main.verdicts AS
SELECT
    v.position + 1 AS verdict_no,
    coalesce(e.redirected_to, v.event_id) AS event_id,
    v.kind AS verdict,
    v.detail,
    v.given_by,
    v.date,
    v.reason
FROM store.verdicts AS v
LEFT JOIN store.events AS e ON e.event_id = v.event_id;
