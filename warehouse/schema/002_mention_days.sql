-- The days on which a mention can have happened, so that what it could be joined to is found without reading all
-- mentions of its places: its date, or where it is undated news the weeks around its publication. Null where neither
-- tells it.
ALTER TABLE store.mentions ADD COLUMN day_from DATE;
ALTER TABLE store.mentions ADD COLUMN day_to DATE;

CREATE MACRO store.first_day(text) AS try_cast(text || substr('0001-01-01', length(text) + 1) AS DATE);

CREATE MACRO store.last_day(text) AS CASE length(text)
    WHEN 4 THEN (store.first_day(text) + INTERVAL 1 YEAR - INTERVAL 1 DAY)::DATE
    WHEN 7 THEN last_day(store.first_day(text))
    ELSE store.first_day(text)
END;

CREATE MACRO store.earliest_day(date, published, stage, is_new) AS coalesce(
    store.first_day(date),
    CASE WHEN is_new THEN store.first_day(left(published, 10)) - CASE WHEN stage = 'planned' THEN 0 ELSE 14 END END
);

CREATE MACRO store.latest_day(date, published, stage, is_new) AS coalesce(
    store.last_day(date),
    CASE WHEN is_new THEN store.last_day(left(published, 10)) + CASE WHEN stage = 'planned' THEN 45 ELSE 0 END END
);

UPDATE store.mentions AS m SET
    day_from = store.earliest_day(m.date, a.published, m.stage, m.is_new),
    day_to = store.latest_day(m.date, a.published, m.stage, m.is_new)
FROM store.articles AS a
WHERE a.article_id = m.article_id;
