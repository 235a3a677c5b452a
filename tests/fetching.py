"""How tests fetch: a source on a loopback web, and one address of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest

from monitor.collect.hosts import Hosts
from monitor.collect.origin import Answer
from monitor.errors import FetchError
from monitor.records import Source, SourceKind
from monitor.settings import Settings
from webserver import Web

LOOPBACK = Settings(allow_loopback=True, timeout_seconds=5.0)
NOW = datetime(2024, 5, 6, tzinfo=UTC)
Given = TypeVar("Given")


def source(web: Web, kind: SourceKind = "feed", path: str = "/feed", **changes: Any) -> Source:
    values: dict[str, Any] = {
        "name": "Gazette",
        "home": web.address + "/",
        "country": "PK",
        "lang": "en",
        "delay_seconds": 0.0,
    }
    return Source(source_id="gazette", kind=kind, address=web.address + path, **(values | changes))


def with_hosts(work: Callable[[Hosts], Awaitable[Given]], settings: Settings = LOOPBACK) -> Given:
    async def whole() -> Given:
        async with Hosts(settings, backoff_seconds=0.001) as hosts:
            return await work(hosts)

    return asyncio.run(whole())


def get(web: Web, url: str, settings: Settings = LOOPBACK, **options: Any) -> Answer:
    address = url if "://" in url else web.address + url
    return with_hosts(lambda hosts: hosts.get(address, source(web), **options), settings)


def refused(web: Web, url: str, settings: Settings = LOOPBACK, **options: Any) -> str:
    with pytest.raises(FetchError) as caught:
        get(web, url, settings, **options)
    return caught.value.reason
