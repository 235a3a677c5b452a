"""A page: whether it was fetched, where it went no further, and what its article says when it is read again today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from monitor.explain.story import Story, quoted, reading_line, section, telling_facts
from monitor.publish.wording import item_title
from monitor.records import Visited
from monitor.understand import Reading, read_article
from monitor.warehouse import Reader, StoredEvent, Telling
from monitor.warehouse.reader import StoredArticle, StoredRejection

_OWN_NAME = "its page was read, but names another address as its own: explain that one"


def page_story(reader: Reader, wanted: str) -> Story | None:
    """Tell the story of a canonical URL or of an article's id; None where nothing of it is known."""
    stored = reader.article(wanted)
    url = stored.article.url if stored else wanted
    visited, rejections = reader.visited(url), reader.rejections(url)
    if not (stored or visited or rejections):
        return None
    facts: dict[str, Any] = {
        "url": url,
        "fetched": [{"source_id": who, "status": v.status, "at": v.fetched_at.isoformat()} for who, v in visited],
        "rejections": [_rejection_facts(rejection) for rejection in rejections],
        "article": None,
    }
    lines = [
        url,
        *section("Fetched", _visit_lines(visited) if visited else ["never from a source: its article was imported"]),
        *section("Went no further", (_rejection_line(rejection) for rejection in rejections)),
    ]
    if stored is None:
        if visited and not rejections:
            lines += section("Article", [_OWN_NAME])
        return Story(facts, tuple(lines))
    more_facts, more_lines = _article_story(reader, stored)
    return Story({**facts, **more_facts}, (*lines, *more_lines))


def _visit_lines(visited: Iterable[tuple[str, Visited]]) -> Iterator[str]:
    for source_id, row in visited:
        answer = f"status {row.status}" if row.status else "no usable answer, not asked again"
        yield f"{row.fetched_at:%Y-%m-%d %H:%M} UTC for {source_id}: {answer}"


def _rejection_facts(stored: StoredRejection) -> dict[str, str]:
    return {
        "step": stored.rejection.step,
        "reason": stored.rejection.reason,
        "detail": stored.rejection.detail,
        "first_seen_at": stored.first_seen_at.isoformat(),
        "last_seen_at": stored.last_seen_at.isoformat(),
    }


def _rejection_line(stored: StoredRejection) -> str:
    said = stored.rejection
    detail = f": {said.detail}" if said.detail else ""
    return f"step {said.step}, {said.reason}{detail} (last {stored.last_seen_at:%Y-%m-%d %H:%M} UTC)"


def _article_story(reader: Reader, stored: StoredArticle) -> tuple[dict[str, Any], list[str]]:
    article = stored.article
    reading = read_article(article)
    tellings = reader.tellings_in(article.article_id)
    ids = dict.fromkeys(t.report.event_id for t in tellings if t.report.event_id)
    events = [event for event in map(reader.event, ids) if event is not None]
    drift = _drift(reading, tellings)
    facts = {
        "article": {
            "article_id": article.article_id,
            "source_id": article.source_id,
            "lang": article.lang,
            "title": article.title,
            "published": article.published,
            "credit": article.credit,
            "duplicate_of": stored.duplicate_of,
        },
        "places": _places(reading),
        "findings": _findings(reading),
        "near_misses": _near_misses(reading),
        "mentions": [telling_facts(telling) for telling in tellings],
        "events": [{"event_id": e.event.event_id, "title": item_title(e.event)} for e in events],
        "read_differently_today": drift,
    }
    return facts, _article_lines(stored, facts, tellings, events)


def _article_lines(
    stored: StoredArticle, facts: dict[str, Any], tellings: Sequence[Telling], events: Sequence[StoredEvent]
) -> list[str]:
    article = stored.article
    head = [
        quoted(article.title),
        f"{article.article_id}, {article.source_id}, {article.lang}, published {article.published or 'unknown'}",
        *([f"reprints {stored.duplicate_of}"] if stored.duplicate_of else []),
        *([facts["read_differently_today"]] if facts["read_differently_today"] else []),
    ]
    told = [line for t in tellings for line in (reading_line(t), f"   {quoted(t.report.mention.evidence)}")]
    return [
        *section("Article", head),
        *section("Places", _place_lines(facts["places"])),
        *section("Findings", (line for finding in facts["findings"] for line in _finding_lines(finding))),
        *section("Near misses", (f"{quoted(m['sentence'])}: {m['reason']}" for m in facts["near_misses"])),
        *section("Mentions", told or ["none"]),
        *section("Events", (f"{e.event.event_id} {item_title(e.event)}" for e in events)),
    ]


def _places(reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "surface": spot.surface,
            "place": spot.place.name_en,
            "place_id": spot.place.place_id,
            "how": spot.how,
            "use": spot.use,
        }
        for spot in reading.spots
    ]


def _place_lines(places: Iterable[dict[str, Any]]) -> Iterator[str]:
    lines = (f"{quoted(p['surface'])} is {p['place']} ({p['place_id']}): {p['how']}, as {p['use']}" for p in places)
    for line, times in Counter(lines).items():
        yield line if times == 1 else f"{line}, {times} times"


def _findings(reading: Reading) -> list[dict[str, Any]]:
    return [
        {
            "sentence": _sentence(reading, finding.start, finding.end),
            "type": finding.type,
            "stage": finding.stage,
            "relation": finding.relation,
            "actor": finding.actor,
            "cn": finding.cn.place.name_en if finding.cn else None,
            "pk": finding.pk.place.name_en if finding.pk else None,
            "date": finding.date,
            "is_new": finding.is_new,
            "rule": finding.rule,
            "weight": round(finding.weight, 3),
            "in_title": finding.in_title,
            "why": list(finding.why),
        }
        for finding in reading.findings
    ]


def _finding_lines(finding: dict[str, Any]) -> Iterator[str]:
    pair = f"{finding['cn'] or '?'} - {finding['pk'] or '?'}"
    novelty = "new" if finding["is_new"] else "history"
    yield quoted(finding["sentence"])
    yield (
        f"   {finding['type']} {finding['stage']}: {pair}, {finding['date'] or 'no date'}, {novelty}; "
        f"rule {finding['rule']}, weight {finding['weight']:.2f}"
    )
    if finding["why"]:
        yield f"   because {'; '.join(finding['why'])}"


def _near_misses(reading: Reading) -> list[dict[str, str]]:
    return [{"sentence": _sentence(reading, m.start, m.end), "reason": m.reason} for m in reading.misses]


def _sentence(reading: Reading, start: int, end: int) -> str:
    """Return the whole sentence that a span of the folded text stands in, as the article has it."""
    around = reading.document.sentence_at(start)
    first, last = (min(start, around.start), max(end, around.end)) if around else (start, end)
    return reading.document.source_span(first, last)[0]


def _drift(reading: Reading, tellings: Sequence[Telling]) -> str | None:
    """Say where today's rules read the article otherwise than it was read when it was stored."""
    now = {mention.mention_id for mention in reading.mentions}
    then = {telling.report.mention.mention_id for telling in tellings}
    if now == then:
        return None
    return f"today's rules read it differently: {len(now - then)} mentions more, {len(then - now)} fewer than stored"
