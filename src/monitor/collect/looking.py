"""Looking through what a source answered without being held up by it: a large body is left to a worker."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import asdict

from monitor.collect.discover import discover
from monitor.collect.links import Discovered
from monitor.collect.origin import Answer
from monitor.errors import FetchError, PageError
from monitor.records import Link, Source
from monitor.workers import Told, Workers

SMALL_BYTES = 100_000
"""So much is read here: the worst that feedparser can be given of that size takes it a second."""


async def look_through(workers: Workers, given: Answer, source: Source) -> Discovered:
    """Do what `discover` does; FetchError as there, and `too_slow` or `too_heavy` where a worker had to be ended."""
    if len(given.body) <= SMALL_BYTES:
        return discover(given.body, given.headers, given.final_url, source)
    told = {
        "body": base64.b64encode(given.body).decode(),
        "headers": dict(given.headers),
        "base_url": given.final_url,
        "source": asdict(source),
    }
    try:
        found = await asyncio.wrap_future(workers.submit(__name__, lambda: told))
    except PageError as error:
        raise FetchError(error.reason, error.detail) from error
    if "reason" in found:
        raise FetchError(found["reason"], found["detail"])
    return Discovered(
        links=tuple(Link(**row) for row in found["links"]), more=tuple(Link(**row) for row in found["more"])
    )


def answer(told: Told) -> Told:
    """Do the work in a worker."""
    try:
        body = base64.b64decode(told["body"])
        return asdict(discover(body, told["headers"], told["base_url"], Source(**told["source"])))
    except FetchError as error:
        return {"reason": error.reason, "detail": error.detail}
