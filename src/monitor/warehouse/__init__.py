"""The database: known events and what they could be joined to, one transaction a load, and the snapshot people open."""

from monitor.warehouse.load import Load, LoadCounts
from monitor.warehouse.reader import Reader, StoredEvent, Telling, open_reader
from monitor.warehouse.writer import Warehouse, open_warehouse

__all__ = [
    "Load",
    "LoadCounts",
    "Reader",
    "StoredEvent",
    "Telling",
    "Warehouse",
    "open_reader",
    "open_warehouse",
]
