-- One row per place of the gazetteer.
CREATE OR REPLACE VIEW main.places AS
SELECT
    place_id,
    name_en,
    name_zh,
    name_ur,
    level,
    parent_id,
    unit_id AS first_level_id,
    country_code,
    latitude,
    longitude,
    iso_3166_2,
    geonames_id
FROM store.places;
