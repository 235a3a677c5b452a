"""Reports of agreements and visits, made for tests of resolving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from monitor.records import Actor, Authority, Event, EventType, Mention, Place, Relation, Report, Resolution, Stage
from monitor.resolve import resolve

SURE = 0.5
FETCHED = datetime(2026, 1, 1, tzinfo=UTC)


def _place(place_id: str, parent_id: str | None = None) -> Place:
    name = place_id.rsplit("-", 1)[-1].title()
    country = "CN" if place_id.startswith("cn") else "PK"
    level = "city" if parent_id else "first_level"
    return Place(place_id, name, name, name, level, parent_id, country, 0.0, 0.0)  # type: ignore[arg-type]


PLACES: Mapping[str, Place] = {
    place.place_id: place
    for place in (
        _place("cn-henan"),
        _place("cn-henan-luoyang", "cn-henan"),
        _place("cn-hubei"),
        _place("cn-shanghai"),
        _place("cn-guangdong"),
        _place("pk-balochistan"),
        _place("pk-balochistan-quetta", "pk-balochistan"),
        _place("pk-sindh"),
        _place("pk-sindh-karachi", "pk-sindh"),
        _place("pk-punjab"),
    )
}


def report(
    article: str,
    kind: EventType,
    stage: Stage,
    cn: str | None,
    pk: str | None,
    *,
    day: str | None = None,
    published: str | None = None,
    new: bool = True,
    actor: Actor | None = None,
    relation: Relation | None = None,
    authority: Authority = "press",
    confidence: float = 0.9,
    title: str = "",
    lang: str = "en",
    fetched: datetime = FETCHED,
    event_id: str | None = None,
) -> Report:
    if kind == "visit":
        actor = actor or "local"
    else:
        relation = relation or "sister_city"
    names = [PLACES[place].name_en if place else None for place in (cn, pk)]
    mention = Mention(
        article, kind, stage, relation, actor, names[0], names[1], cn, pk, day, new,
        f"evidence of {article}", 0, 10, "rule", confidence,
    )  # fmt: skip
    return Report(mention, title or f"Title {article}", lang, published, fetched, authority, event_id)


def tie(article: str, stage: Stage, day: str | None = None, published: str | None = None, **more: object) -> Report:
    return report(article, "agreement", stage, "cn-hubei", "pk-sindh", day=day, published=published, **more)  # type: ignore[arg-type]


def visit(
    article: str,
    day: str | None = None,
    published: str | None = None,
    *,
    cn: str | None = "cn-shanghai",
    pk: str | None = "pk-sindh-karachi",
    stage: Stage = "took_place",
    **more: object,
) -> Report:
    return report(article, "visit", stage, cn, pk, day=day, published=published, **more)  # type: ignore[arg-type]


def resolved(*reports: Report) -> Resolution:
    return resolve(reports, PLACES, SURE)


def partition(resolution: Resolution) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for mention_id, event_id in resolution.members.items():
        groups.setdefault(event_id, set()).add(mention_id)
    return {frozenset(group) for group in groups.values()}


def groups(*reports: Report) -> list[list[str]]:
    """The articles of each event, to be compared at a glance."""
    members = resolved(*reports).members
    found: dict[str, list[str]] = {}
    for item in reports:
        found.setdefault(members[item.mention.mention_id], []).append(item.mention.article_id)
    return sorted(sorted(articles) for articles in found.values())


def only(*reports: Report) -> Event:
    (event,) = resolved(*reports).events
    return event


def bearing(resolution: Resolution, *reports: Report) -> list[Report]:
    """The reports as the warehouse gives them after the resolution was stored."""
    return [replace(item, event_id=resolution.members.get(item.mention.mention_id)) for item in reports]
