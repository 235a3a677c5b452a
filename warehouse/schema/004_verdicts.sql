-- People's verdicts; what each item told its readers, so that a correction can say so; retracted articles.

ALTER TABLE store.articles ADD COLUMN revision INTEGER DEFAULT 1;
ALTER TABLE store.articles ADD COLUMN retracted_at TIMESTAMPTZ;
ALTER TABLE store.events ADD COLUMN verdict VARCHAR;

CREATE TABLE store.verdicts (
    position INTEGER PRIMARY KEY,
    event_id VARCHAR NOT NULL,
    kind     VARCHAR NOT NULL,
    detail   VARCHAR NOT NULL,
    given_by VARCHAR NOT NULL,
    date     VARCHAR NOT NULL,
    reason   VARCHAR NOT NULL
);

ALTER TABLE store.items ADD COLUMN relation VARCHAR;
ALTER TABLE store.items ADD COLUMN actor VARCHAR;
ALTER TABLE store.items ADD COLUMN cn VARCHAR;
ALTER TABLE store.items ADD COLUMN pk VARCHAR;
ALTER TABLE store.items ADD COLUMN cn_id VARCHAR;
ALTER TABLE store.items ADD COLUMN pk_id VARCHAR;
ALTER TABLE store.items ADD COLUMN date VARCHAR;
ALTER TABLE store.items ADD COLUMN withdrawn_at TIMESTAMPTZ;

-- What the items of before told is not known: they are taken to have told what their events say now.
UPDATE store.items AS i SET
    relation = e.relation, actor = e.actor, cn = e.cn, pk = e.pk, cn_id = e.cn_id, pk_id = e.pk_id, date = e.date,
    withdrawn_at = CASE WHEN NOT e.in_feed THEN e.updated_at END
FROM store.events AS e WHERE e.event_id = i.event_id;
