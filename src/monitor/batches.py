"""Batches of pages, read by workers: on every core, and so that one page that never ends costs itself only."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from monitor.errors import PageError
from monitor.records import Article, Mention, Page, Rejection, Source, Understood
from monitor.understanding import INTERNAL_ERROR, parsed, understand_pages, without_doubles
from monitor.workers import TOO_HEAVY, TOO_SLOW, Told, Workers

FAULTS = (INTERNAL_ERROR, TOO_SLOW, TOO_HEAVY)
"""Reasons that say nothing of a page but that it could not be read now; what is stored of it stays."""


Asked = dict[tuple[str, str], Future[Told]]
"""What workers were already asked, by a page's source and URL; an answer is taken out when it is wanted."""


def ask(workers: Workers, page: Page, source: Source | None, *, read: bool = True) -> Future[Told]:
    """Have a page parsed, and its article read for events, as soon as a worker is free."""
    return workers.submit(__name__, partial(_told, page, source, read=read))


def understand_batch(
    workers: Workers, pages: Iterable[Page], sources: Mapping[str, Source], asked: Asked | None = None
) -> Understood:
    """Parse and read pages, as `understand_pages` does; those that were `asked` before are only waited for."""
    known = list(pages)
    return without_doubles(known, _asked(workers, known, sources, asked or {}, read=True))


def parse_batch(workers: Workers, pages: Iterable[Page], sources: Mapping[str, Source]) -> list[Article | Rejection]:
    """Parse pages only; one answer for each, in their order."""
    found = _asked(workers, list(pages), sources, {}, read=False)
    return [one.articles[0] if one.articles else one.rejections[0] for one in found]


def answer(told: Told) -> Told:
    """Do the work in a worker."""
    body = base64.b64decode(told["page"].pop("body"))
    page = Page(**told["page"] | {"body": body, "fetched_at": datetime.fromisoformat(told["page"]["fetched_at"])})
    sources = {page.source_id: Source(**told["source"])} if told["source"] else {}
    if told["read"]:
        found = understand_pages([page], sources)
    else:
        one = parsed(page, sources)
        found = Understood((), (), (one,)) if isinstance(one, Rejection) else Understood((one,), (), ())
    rows = asdict(found)
    for row in rows["articles"]:
        del row["fetched_at"]  # the page's own
    return rows


def _asked(
    workers: Workers, pages: list[Page], sources: Mapping[str, Source], asked: Asked, *, read: bool
) -> Iterable[Understood]:
    waiting = [asked.pop((page.source_id, page.url), None) for page in pages]
    answers = [
        found or ask(workers, page, sources.get(page.source_id), read=read)
        for page, found in zip(pages, waiting, strict=True)
    ]
    return (_understood(page, found) for page, found in zip(pages, answers, strict=True))


def _told(page: Page, source: Source | None, *, read: bool) -> Told:
    row: dict[str, Any] = {name: getattr(page, name) for name in ("url", "final_url", "status", "source_id")}
    row["headers"] = dict(page.headers)
    row["body"] = base64.b64encode(page.body).decode()
    row["fetched_at"] = page.fetched_at.isoformat()
    return {"page": row, "source": asdict(source) if source else None, "read": read}


def _understood(page: Page, found: Future[Told]) -> Understood:
    try:
        told = found.result()
    except PageError as error:
        return Understood((), (), (Rejection(page.url, "extract", error.reason, error.detail),))
    return Understood(
        articles=tuple(Article(**row, fetched_at=page.fetched_at) for row in told["articles"]),
        mentions=tuple(Mention(**row) for row in told["mentions"]),
        rejections=tuple(Rejection(**row) for row in told["rejections"]),
    )
