"""Rows to fill a warehouse with, and ways to look into it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from monitor.records import (
    Article,
    Event,
    Mention,
    Place,
    Resolution,
    Source,
)
from monitor.warehouse import Load, Warehouse

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
TEXT = "Yesterday 河南 and Punjab signed an agreement. The delegation was received in Lahore 😀 by the mayor."
# design.md, "The names users rely on".
EVENT_COLUMNS = (
    "event_id, type, stage, relation, actor, cn, pk, cn_id, pk_id, date, date_from, date_to, is_new, in_feed, "
    "contested, confidence, article_count, source_count, headline, evidence, announced_at, updated_at, verdict"
)
VIEWS = {
    "events": EVENT_COLUMNS,
    "agreements": EVENT_COLUMNS,
    "visits": EVENT_COLUMNS,
    "mentions": "event_id, article_id, type, stage, relation, actor, cn, pk, date, is_new, evidence, evidence_start, "
    "evidence_end, rule, confidence",
    "event_articles": "event_id, article_id, url, source_id, lang, title, published, stage, evidence",
    "ties": "cn, pk, cn_id, pk_id, relation, stage, proposed, letter_of_intent, signed, last_event, visit_count, "
    "event_count",
    "articles": "article_id, url, source_id, lang, title, published, fetched_at, text, duplicate_of",
    "rejections": "url, step, reason, detail, first_seen_at, last_seen_at",
    "sources": "source_id, name, last_success_at, last_new_article_at, consecutive_failures, health",
    "places": "place_id, name_en, name_zh, name_ur, level, parent_id, country_code, latitude, longitude",
    "verdicts": "verdict_no, event_id, verdict, detail, given_by, date, reason",
    "runs": "run_id, flow, started_at, ended_at, status, fetched, kept, rejected, articles_new, mentions, events_new, "
    "announced",
}
NAMES = {
    "cn-henan": "Henan",
    "cn-henan-luoyang": "Luoyang",
    "cn-hebei": "Hebei",
    "pk-punjab": "Punjab",
    "pk-punjab-lahore": "Lahore",
    "pk-sindh": "Sindh",
    "pk-islamabad": "Islamabad",
}


def place(place_id: str) -> Place:
    country, *rest = place_id.split("-")
    below = len(rest) > 1
    return Place(
        place_id=place_id,
        name_en=NAMES[place_id],
        name_zh="",
        name_ur="",
        level="city" if below else "first_level",
        parent_id=f"{country}-{rest[0]}" if below else None,
        country_code="CN" if country == "cn" else "PK",
        latitude=30.0,
        longitude=70.0,
    )


PLACES = [place(place_id) for place_id in NAMES]
SOURCE = Source("dawn", "Dawn", "https://dawn.test/", "PK", "en", "feed", "https://dawn.test/feed", "press")
GAZETTE = Source("gov", "Henan Gov", "https://henan.test/", "CN", "zh", "listing", "https://henan.test/", "official")


def article(number: int, **changes: Any) -> Article:
    base = Article(
        article_id=f"a{number}",
        url=f"https://dawn.test/{number}",
        source_id="dawn",
        lang="en",
        title="Henan, Punjab become sister provinces",
        text=TEXT,
        published="2026-02-28",
        fetched_at=NOW,
    )
    return replace(base, **changes)


def mention(article_id: str, **changes: Any) -> Mention:
    evidence = changes.pop("evidence", "河南 and Punjab signed")
    start = TEXT.find(evidence)
    base = Mention(
        article_id=article_id,
        type="agreement",
        stage="signed",
        relation="sister_province",
        actor=None,
        cn="Henan",
        pk="Punjab",
        cn_id="cn-henan",
        pk_id="pk-punjab",
        date="2026-02-27",
        is_new=True,
        evidence=evidence,
        evidence_start=start,
        evidence_end=start + len(evidence),
        rule="signed",
        confidence=0.9,
    )
    return replace(base, **changes)


def visit(article_id: str, **changes: Any) -> Mention:
    fields: dict[str, Any] = {
        "type": "visit",
        "stage": "took_place",
        "relation": None,
        "actor": "local",
        "evidence": "received in Lahore 😀",
        **changes,
    }
    return mention(article_id, **fields)


def event(event_id: str, of: Mention, **changes: Any) -> Event:
    base = Event(
        event_id=event_id,
        type=of.type,
        stage=of.stage,
        relation=of.relation,
        actor=of.actor,
        cn=of.cn,
        pk=of.pk,
        cn_id=of.cn_id,
        pk_id=of.pk_id,
        date=of.date,
        is_new=of.is_new,
        in_feed=True,
        contested=False,
        confidence=of.confidence,
        headline=f"{of.cn} and {of.pk}",
        evidence=of.evidence,
    )
    return replace(base, **changes)


def resolved(*pairs: tuple[Event, list[Mention]], redirects: dict[str, str] | None = None) -> Resolution:
    members = {one.mention_id: decided.event_id for decided, mentions in pairs for one in mentions}
    return Resolution(tuple(decided for decided, _ in pairs), members, redirects or {})


def load_one(number: int, now: datetime = NOW, **changes: Any) -> Load:
    """One article with one agreement, as event `e<number>`, announced."""
    said = mention(f"a{number}")
    decided = event(f"e{number}", said)
    base = Load(
        now=now,
        articles=(article(number),),
        mentions=(said,),
        resolution=resolved((decided, [said])),
        announcements=((f"g{number}", f"e{number}", "signed"),),
    )
    return replace(base, **changes)


def query(warehouse: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    return warehouse._database.rows(sql)


def run_python(code: str, *arguments: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdout=subprocess.PIPE, text=True, env=environment
    )
