-- What schema 004 adds: verdicts, what items told, and texts that were revised or taken back.
INSERT INTO store.verdicts VALUES (0, 'e2', 'rejected', '{}', 'A. Khan', '2026-02-03', 'The visit was called off.');
UPDATE store.events SET verdict = 'rejected' WHERE event_id = 'e2';
UPDATE store.items SET date = '2026' WHERE guid = 'e1:signed';
UPDATE store.articles SET revision = 2, retracted_at = '2026-02-03 00:00:00+00' WHERE article_id = 'a2';
