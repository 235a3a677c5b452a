-- Where an address has moved for good (HTTP 301 or 308): it is asked there from then on.
ALTER TABLE store.visited ADD COLUMN moved_to VARCHAR;
