"""Pages and a source for tests of parsing."""

from __future__ import annotations

from datetime import UTC, datetime

from monitor.records import Page, Source

FETCHED = datetime(2026, 11, 20, 6, tzinfo=UTC)


def page_of(body: bytes | str, url: str = "https://outlet.example/news/1", **headers: str) -> Page:
    content = body.encode() if isinstance(body, str) else body
    return Page(url, url, 200, headers, content, FETCHED, "outlet")


def source_of(country: str) -> Source:
    return Source("outlet", "Outlet", "https://outlet.example/", country, "en", "feed", "https://outlet.example/feed")  # type: ignore[arg-type]
