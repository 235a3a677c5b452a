-- The private tables. People query the views in schema main; these may change with any migration.
-- At most one key a table: a second one makes an upsert of many rows some ten times slower.

CREATE TABLE store.fingerprints (
    name   VARCHAR PRIMARY KEY,
    sha256 VARCHAR NOT NULL
);

CREATE TABLE store.places (
    place_id     VARCHAR PRIMARY KEY,
    name_en      VARCHAR NOT NULL,
    name_zh      VARCHAR NOT NULL,
    name_ur      VARCHAR NOT NULL,
    level        VARCHAR NOT NULL,
    parent_id    VARCHAR,
    unit_id      VARCHAR NOT NULL,
    country_code VARCHAR NOT NULL,
    latitude     DOUBLE NOT NULL,
    longitude    DOUBLE NOT NULL,
    iso_3166_2   VARCHAR,
    geonames_id  BIGINT
);

CREATE TABLE store.sources (
    source_id            VARCHAR PRIMARY KEY,
    name                 VARCHAR NOT NULL,
    home                 VARCHAR,
    country              VARCHAR,
    lang                 VARCHAR,
    kind                 VARCHAR,
    address              VARCHAR,
    authority            VARCHAR NOT NULL DEFAULT 'other',
    configured           BOOLEAN NOT NULL DEFAULT false,
    first_success_at     TIMESTAMPTZ,
    last_success_at      TIMESTAMPTZ,
    last_new_article_at  TIMESTAMPTZ,
    last_error           VARCHAR,
    consecutive_failures INTEGER NOT NULL DEFAULT 0
);

-- Keyed by source too: two sources may link to one address, and each asks for its own.
CREATE TABLE store.visited (
    source_id     VARCHAR NOT NULL,
    url           VARCHAR NOT NULL,
    etag          VARCHAR,
    last_modified VARCHAR,
    status        INTEGER NOT NULL,
    updated       VARCHAR,
    fetched_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (source_id, url)
);

CREATE TABLE store.articles (
    article_id   VARCHAR PRIMARY KEY,
    url          VARCHAR NOT NULL,
    source_id    VARCHAR NOT NULL,
    lang         VARCHAR,
    title        VARCHAR NOT NULL,
    text         VARCHAR NOT NULL,
    published    VARCHAR,
    modified     VARCHAR,
    byline       VARCHAR,
    credit       VARCHAR,
    fetched_at   TIMESTAMPTZ NOT NULL,
    duplicate_of VARCHAR
);

CREATE TABLE store.signatures (
    article_id VARCHAR PRIMARY KEY,
    text_hash  VARCHAR NOT NULL,
    length     BIGINT NOT NULL
);

-- Without a key: an index on it makes look-ups slower and the file five times larger.
CREATE TABLE store.bands (
    article_id VARCHAR NOT NULL,
    band_no    INTEGER NOT NULL,
    band_hash  BIGINT NOT NULL
);

CREATE TABLE store.events (
    event_id      VARCHAR PRIMARY KEY,
    type          VARCHAR NOT NULL,
    stage         VARCHAR NOT NULL,
    relation      VARCHAR,
    actor         VARCHAR,
    cn            VARCHAR,
    pk            VARCHAR,
    cn_id         VARCHAR,
    pk_id         VARCHAR,
    date          VARCHAR,
    date_from     DATE,
    date_to       DATE,
    is_new        BOOLEAN NOT NULL,
    in_feed       BOOLEAN NOT NULL,
    contested     BOOLEAN NOT NULL,
    confidence    DOUBLE NOT NULL,
    headline      VARCHAR NOT NULL,
    evidence      VARCHAR NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL,
    announced_at  TIMESTAMPTZ,
    redirected_to VARCHAR
);

CREATE TABLE store.mentions (
    mention_id     VARCHAR PRIMARY KEY,
    article_id     VARCHAR NOT NULL,
    event_id       VARCHAR,
    type           VARCHAR NOT NULL,
    stage          VARCHAR NOT NULL,
    relation       VARCHAR,
    actor          VARCHAR,
    cn             VARCHAR,
    pk             VARCHAR,
    cn_id          VARCHAR,
    pk_id          VARCHAR,
    date           VARCHAR,
    is_new         BOOLEAN NOT NULL,
    evidence       VARCHAR NOT NULL,
    evidence_start INTEGER,
    evidence_end   INTEGER,
    rule           VARCHAR NOT NULL,
    confidence     DOUBLE NOT NULL
);

CREATE TABLE store.items (
    guid         VARCHAR PRIMARY KEY,
    event_id     VARCHAR NOT NULL,
    stage        VARCHAR NOT NULL,
    announced_at TIMESTAMPTZ NOT NULL,
    updated_at   TIMESTAMPTZ NOT NULL
);

CREATE TABLE store.rejections (
    url           VARCHAR NOT NULL,
    step          VARCHAR NOT NULL,
    reason        VARCHAR NOT NULL,
    detail        VARCHAR NOT NULL,
    first_seen_at TIMESTAMPTZ NOT NULL,
    last_seen_at  TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (url, step)
);

CREATE TABLE store.runs (
    run_id     VARCHAR PRIMARY KEY,
    flow       VARCHAR NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at   TIMESTAMPTZ,
    status     VARCHAR NOT NULL
);

CREATE TABLE store.run_counts (
    run_id VARCHAR NOT NULL,
    name   VARCHAR NOT NULL,
    value  BIGINT NOT NULL,
    PRIMARY KEY (run_id, name)
);
