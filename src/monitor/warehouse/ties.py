"""The ties known from public lists, and the events that may only tell them again."""

from __future__ import annotations

from collections.abc import Iterable

from monitor.records import KNOWN_TIE_RULE
from monitor.warehouse.database import Database
from monitor.warehouse.staging import stage

KNOWN_TIES = """
SELECT DISTINCT cn_id, pk_id FROM store.mentions WHERE rule = ? AND relation <> 'cooperation' AND stage = 'signed'
"""
UNDATED_TIES = """
SELECT event_id FROM store.events
WHERE type = 'agreement' AND date IS NULL AND is_new AND redirected_to IS NULL
    AND (cn_id, pk_id) IN (SELECT (cn_id, pk_id) FROM staged_pairs)
"""


def known_ties(database: Database) -> set[tuple[str | None, str | None]]:
    """Return the (cn_id, pk_id) of the standing ties that were imported from public lists."""
    return set(database.rows(KNOWN_TIES, [KNOWN_TIE_RULE]))


def undated_ties(database: Database, pairs: Iterable[tuple[str | None, str | None]]) -> list[str]:
    """Return the events that tell a tie of one of these (cn_id, pk_id) as news that no article dates."""
    stage(database, "pairs", pairs)
    return [event_id for (event_id,) in database.rows(UNDATED_TIES)]
