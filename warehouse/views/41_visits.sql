-- One row per event of type visit.
CREATE OR REPLACE VIEW main.visits AS
SELECT * FROM main.events WHERE type = 'visit';
