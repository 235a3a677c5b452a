-- What a warehouse of schema 001 may hold: one row at least in each table, and each kind of event.
INSERT INTO store.fingerprints VALUES ('places', 'of an older gazetteer'), ('views', 'of older views');
INSERT INTO store.places VALUES
    ('cn-henan', 'Henan', '河南', 'ہینان', 'first_level', NULL, 'cn-henan', 'CN', 34, 113, 'CN-HA', NULL),
    ('pk-punjab', 'Punjab', '旁遮普', 'پنجاب', 'first_level', NULL, 'pk-punjab', 'PK', 31, 73, 'PK-PB', 1167710);
INSERT INTO store.sources VALUES
    ('dawn', 'Dawn', 'https://dawn.test/', 'PK', 'en', 'feed', 'https://dawn.test/feed', 'press', true,
        '2026-01-01 00:00:00+00', '2026-02-01 00:00:00+00', '2026-01-31 00:00:00+00', NULL, 0),
    ('gov', 'Gov', 'https://gov.test/', 'CN', 'zh', 'listing', 'https://gov.test/', 'official', true,
        '2026-01-01 00:00:00+00', '2026-01-02 00:00:00+00', NULL, 'no_links: no articles found', 7);
INSERT INTO store.visited VALUES
    ('dawn', 'https://dawn.test/1', '"tag"', NULL, 200, NULL, '2026-02-01 00:00:00+00');
INSERT INTO store.articles VALUES
    ('a1', 'https://dawn.test/1', 'dawn', 'en', 'Sisters', 'Henan and Punjab signed.', '2026-01-31', NULL, 'A Writer',
        NULL, '2026-02-01 00:00:00+00', NULL),
    ('a2', 'https://dawn.test/2', 'dawn', 'en', 'Sisters', 'Henan and Punjab signed.', NULL, NULL, NULL, 'APP',
        '2026-02-01 00:00:00+00', 'a1');
INSERT INTO store.signatures VALUES ('a1', 'hash', 24), ('a2', 'hash', 24);
INSERT INTO store.bands VALUES ('a1', 0, 17), ('a2', 0, 17);
INSERT INTO store.events VALUES
    ('e1', 'agreement', 'signed', 'sister_province', NULL, 'Henan', 'Punjab', 'cn-henan', 'pk-punjab', '2026-01',
        '2026-01-01', '2026-01-31', true, true, false, 0.9, 'Sisters', 'Henan and Punjab signed',
        '2026-02-01 00:00:00+00', '2026-02-02 00:00:00+00', '2026-02-01 00:00:00+00', NULL),
    ('e2', 'visit', 'planned', NULL, 'local', 'Henan', NULL, 'cn-henan', NULL, NULL, NULL, NULL, false, false, false,
        0.4, 'A visit', 'Henan', '2026-02-01 00:00:00+00', '2026-02-01 00:00:00+00', NULL, NULL),
    ('e0', 'agreement', 'signed', 'sister_province', NULL, 'Henan', 'Punjab', 'cn-henan', 'pk-punjab', NULL,
        NULL, NULL, true, false, false, 0.9, 'Sisters', 'Henan and Punjab signed',
        '2026-02-01 00:00:00+00', '2026-02-01 00:00:00+00', NULL, 'e1');
INSERT INTO store.mentions VALUES
    ('m1', 'a1', 'e1', 'agreement', 'signed', 'sister_province', NULL, 'Henan', 'Punjab', 'cn-henan', 'pk-punjab',
        '2026-01', true, 'Henan and Punjab signed', 0, 23, 'signed', 0.9),
    ('m2', 'a2', 'e1', 'agreement', 'signed', 'sister_province', NULL, 'Henan', 'Punjab', 'cn-henan', 'pk-punjab',
        '2026-01', true, 'Henan and Punjab signed', 0, 23, 'signed', 0.9),
    ('m3', 'a1', 'e2', 'visit', 'planned', NULL, 'local', 'Henan', NULL, 'cn-henan', NULL, NULL, false, 'Henan',
        0, 5, 'visit', 0.4);
INSERT INTO store.items VALUES ('e1:signed', 'e1', 'signed', '2026-02-01 00:00:00+00', '2026-02-02 00:00:00+00');
INSERT INTO store.rejections VALUES
    ('https://dawn.test/3', 'understand', 'off_topic', '', '2026-02-01 00:00:00+00', '2026-02-01 00:00:00+00');
INSERT INTO store.runs VALUES
    ('r1', 'news', '2026-02-01 00:00:00+00', '2026-02-01 00:01:00+00', 'done'),
    ('r2', 'news', '2026-02-02 00:00:00+00', NULL, 'running');
INSERT INTO store.run_counts VALUES ('r1', 'fetched', 2);
