-- What schema 006 adds: an address that has moved for good.
INSERT INTO store.visited BY NAME
SELECT source_id, 'http://moved.test/feed' AS url, 200 AS status, now() AS fetched_at,
    'https://moved.test/feed' AS moved_to
FROM store.sources LIMIT 1;
