-- Every load reads all bands: with 32 bits of the hash, and a number for the article, a million articles take half the
-- time. Two of them agree by chance in one comparison of four thousand million, and a copy shares two at least.
ALTER TABLE store.signatures ADD COLUMN signature_no INTEGER;
UPDATE store.signatures SET signature_no = rowid;

-- By these a copy that the bands suggest is checked. Signatures of before have none until the next `reprocess`.
ALTER TABLE store.signatures ADD COLUMN minima BLOB;

ALTER TABLE store.bands RENAME TO wide_bands;
CREATE TABLE store.bands (
    signature_no INTEGER NOT NULL,
    band_no      UTINYINT NOT NULL,
    band_hash    UINTEGER NOT NULL
);
INSERT INTO store.bands
SELECT s.signature_no, b.band_no, b.band_hash >> 31
FROM store.wide_bands AS b JOIN store.signatures AS s ON s.article_id = b.article_id
ORDER BY s.signature_no, b.band_no;
DROP TABLE store.wide_bands;

-- When the article of a mention was fetched, so that what could join it is found without reading all articles.
ALTER TABLE store.mentions ADD COLUMN seen TIMESTAMPTZ;
UPDATE store.mentions AS m SET seen = a.fetched_at FROM store.articles AS a WHERE a.article_id = m.article_id;
