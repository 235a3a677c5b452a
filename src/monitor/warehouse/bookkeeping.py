"""Sources, places and runs: what is stored beside the news itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256

from monitor.errors import WarehouseError
from monitor.records import Place, Source
from monitor.warehouse.database import Database
from monitor.warehouse.schema import FINGERPRINT, SAVE_FINGERPRINT
from monitor.warehouse.staging import COLUMNS, fields, stage

RETIRE_SOURCES = """
UPDATE store.sources SET configured = false
WHERE configured AND source_id NOT IN (SELECT source_id FROM staged_sources)
"""
UPSERT_SOURCES = """
INSERT INTO store.sources BY NAME SELECT *, true AS configured FROM staged_sources
ON CONFLICT (source_id) DO UPDATE SET
    name = excluded.name, home = excluded.home, country = excluded.country, lang = excluded.lang,
    kind = excluded.kind, address = excluded.address, authority = excluded.authority, configured = true
"""
DELETE_PLACES = "DELETE FROM store.places WHERE place_id NOT IN (SELECT place_id FROM staged_places)"
UPSERT_PLACES = """
INSERT INTO store.places BY NAME SELECT * FROM staged_places
ON CONFLICT (place_id) DO UPDATE SET
    name_en = excluded.name_en, name_zh = excluded.name_zh, name_ur = excluded.name_ur, level = excluded.level,
    parent_id = excluded.parent_id, unit_id = excluded.unit_id, country_code = excluded.country_code,
    latitude = excluded.latitude, longitude = excluded.longitude, iso_3166_2 = excluded.iso_3166_2,
    geonames_id = excluded.geonames_id
"""
START_RUN = "INSERT INTO store.runs (run_id, flow, started_at, status) VALUES (?, ?, ?, 'running')"
END_RUN = "UPDATE store.runs SET ended_at = ?, status = ? WHERE run_id = ?"
UPSERT_COUNTS = """
INSERT INTO store.run_counts SELECT ? AS run_id, name, value FROM staged_counts
ON CONFLICT (run_id, name) DO UPDATE SET value = excluded.value
"""
MARK_INTERRUPTED = "UPDATE store.runs SET status = 'interrupted' WHERE status = 'running'"


def record_sources(database: Database, sources: Iterable[Source]) -> None:
    """Store the configured sources; those stored before but not among them count as retired from now on."""
    latest = {source.source_id: fields(source, "sources") for source in sources}
    with database.transaction():
        stage(database, "sources", latest.values())
        database.run(RETIRE_SOURCES)
        database.run(UPSERT_SOURCES)


def record_places(database: Database, places: Iterable[Place]) -> None:
    """Store the gazetteer in place of the one stored before; does nothing where it is the same."""
    by_id = {place.place_id: place for place in places}
    digest = sha256(_text(by_id).encode()).hexdigest()
    if database.value(FINGERPRINT, ["places"]) == digest:
        return
    with database.transaction():
        stage(database, "places", (_place_row(place, by_id) for place in by_id.values()))
        database.run(DELETE_PLACES)
        database.run(UPSERT_PLACES)
        database.run(SAVE_FINGERPRINT, ["places", digest])


def start_run(database: Database, run_id: str, flow: str, started_at: datetime) -> None:
    """Store a run as running; a run_id used before raises WarehouseError."""
    database.run(START_RUN, [run_id, flow, started_at])


def end_run(database: Database, run_id: str, ended_at: datetime, status: str, counts: Mapping[str, int]) -> None:
    """Store how a run ended; a run that was never started raises WarehouseError."""
    with database.transaction():
        if not database.value("SELECT count(*) FROM store.runs WHERE run_id = ?", [run_id]):
            raise WarehouseError(f"{database.path}: run {run_id} was never started")
        database.run(END_RUN, [ended_at, status, run_id])
        stage(database, "counts", counts.items())
        database.run(UPSERT_COUNTS, [run_id])


def mark_interrupted(database: Database) -> None:
    """Mark runs left running: whoever holds the writer's lock knows that their process is gone."""
    database.run(MARK_INTERRUPTED)


def _text(places: Mapping[str, Place]) -> str:
    return "\n".join(repr(places[place_id]) for place_id in sorted(places))


def _place_row(place: Place, places: Mapping[str, Place]) -> list[object]:
    """The row of a place, with the first-level unit at the top of its chain of parents."""
    unit = place
    passed = {unit.place_id}
    while unit.parent_id and unit.parent_id in places and unit.parent_id not in passed:
        unit = places[unit.parent_id]
        passed.add(unit.place_id)
    return [unit.place_id if name == "unit_id" else getattr(place, name) for name in COLUMNS["places"]]
