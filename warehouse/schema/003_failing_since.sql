-- When the first failure after the last success was, so that a lasting trouble is told once.
ALTER TABLE store.sources ADD COLUMN failing_since TIMESTAMPTZ;
UPDATE store.sources SET failing_since = coalesce(last_success_at, now()) WHERE consecutive_failures > 0;
