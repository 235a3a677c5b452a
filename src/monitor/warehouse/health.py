"""How the sources do, for operators."""

from __future__ import annotations

from monitor.records import SourceHealth
from monitor.warehouse.database import Database, moment_or_none

SOURCES = """
SELECT source_id, name, address, health, epoch_us(health_since), last_error, epoch_us(last_success_at),
    epoch_us(last_new_article_at), consecutive_failures
FROM main.sources ORDER BY source_id
"""


def sources_health(database: Database) -> list[SourceHealth]:
    """Return how each source does, by its id."""
    return [
        SourceHealth(
            source_id=source_id,
            name=name,
            address=address,
            health=health,
            since=moment_or_none(since),
            last_error=error,
            last_success_at=moment_or_none(success),
            last_new_article_at=moment_or_none(news),
            consecutive_failures=failures,
        )
        for source_id, name, address, health, since, error, success, news, failures in database.rows(SOURCES)
    ]
