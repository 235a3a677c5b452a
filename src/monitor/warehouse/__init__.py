"""The database: known events and what they could be joined to, one transaction a load, and the snapshot people open."""

from monitor.warehouse.candidates import Neighbourhood
from monitor.warehouse.load import Load, LoadCounts, surest
from monitor.warehouse.reader import Reader, StoredEvent, Telling, health_of, open_reader
from monitor.warehouse.replay import StoredReading
from monitor.warehouse.writer import Warehouse, held, locked, open_warehouse, require_usable

__all__ = [
    "Load",
    "LoadCounts",
    "Neighbourhood",
    "Reader",
    "StoredEvent",
    "StoredReading",
    "Telling",
    "Warehouse",
    "health_of",
    "held",
    "locked",
    "open_reader",
    "open_warehouse",
    "require_usable",
    "surest",
]
