-- One row per event of type agreement.
CREATE OR REPLACE VIEW main.agreements AS
SELECT * FROM main.events WHERE type = 'agreement';
