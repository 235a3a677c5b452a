"""What the warehouse tells the other steps: signatures, reports near, items."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from monitor.records import (
    Mention,
    Signature,
)
from monitor.warehouse import Load, Warehouse
from warehouse_rows import (
    LATER,
    NOW,
    article,
    event,
    load_one,
    mention,
    query,
    resolved,
    visit,
)


def test_signature_candidates(warehouse: Warehouse) -> None:
    same = Signature("a1", "hash", 10, (1, 2, 2**62))
    near = Signature("a2", "other", 10, (9, 1, -5))
    far = Signature("a3", "far", 10, (7,))
    bare = Signature("a4", "hash", 3, ())
    warehouse.apply(Load(NOW, tuple(article(number) for number in (1, 2, 3, 4)), (same, near, far, bare)))
    assert warehouse.signature_candidates([Signature("new", "hash", 10, (-5,))]) == [same, near, bare]
    assert warehouse.signature_candidates([replace(same, bands=(2**62,))]) == [bare], "an article is not its own"
    assert warehouse.signature_candidates([]) == []
    changed = replace(same, text_hash="new", bands=(3,))
    warehouse.apply(Load(NOW, signatures=(changed,)))
    assert warehouse.signature_candidates([Signature("new", "x", 1, (2,))]) == []
    assert warehouse.signature_candidates([Signature("new", "x", 1, (3,))]) == [changed]
    assert warehouse.check() == []
    warehouse.apply(Load(NOW, articles=(article(3, text="changed"),)))
    assert warehouse.signature_candidates([Signature("new", "far", 1, (7,))]) == [], "of a text that is gone"


def duplicates(warehouse: Warehouse) -> list[tuple[Any, ...]]:
    return query(warehouse, "SELECT article_id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL ORDER BY 1")


def test_duplicates_name_the_leading_article(warehouse: Warehouse) -> None:
    articles = tuple(article(number) for number in (1, 2, 3, 4))
    warehouse.apply(Load(NOW, articles, duplicates={"a3": "a2", "a4": "a3"}))
    assert duplicates(warehouse) == [("a3", "a2"), ("a4", "a2")]
    warehouse.apply(Load(NOW, duplicates={"a2": "a1"}))
    assert duplicates(warehouse) == [("a2", "a1"), ("a3", "a1"), ("a4", "a1")]
    warehouse.apply(Load(NOW, signatures=(Signature("a3", "h", 1, ()),)))
    assert duplicates(warehouse) == [("a2", "a1"), ("a4", "a1")], "compared anew, and alone"
    warehouse.apply(Load(NOW, articles=(article(4, text="changed"),)))
    assert duplicates(warehouse) == [("a2", "a1")]
    warehouse.apply(Load(NOW, duplicates={"a1": "a2"}))
    assert duplicates(warehouse) == [], "contradictory: neither leads"
    assert warehouse.check() == []


def near(warehouse: Warehouse, *given: Mention) -> list[str]:
    return sorted(report.mention.article_id for report in warehouse.reports_near(given))


def test_reports_near_share_type_and_a_first_level_unit(warehouse: Warehouse) -> None:
    luoyang = mention(
        "a2", relation="sister_city", cn="Luoyang", cn_id="cn-henan-luoyang", pk="Sindh", pk_id="pk-sindh"
    )
    host_only = visit("a3", cn=None, cn_id=None, pk="Lahore", pk_id="pk-punjab-lahore")
    elsewhere = mention("a4", cn="Hebei", cn_id="cn-hebei", pk="Sindh", pk_id="pk-sindh")
    mentions = (mention("a1"), luoyang, host_only, elsewhere)
    pairs = [(event(f"e{number}", one), [one]) for number, one in enumerate(mentions, 1)]
    warehouse.apply(Load(NOW, tuple(article(n) for n in (1, 2, 3, 4)), mentions=mentions, resolution=resolved(*pairs)))
    assert warehouse.check() == []
    assert near(warehouse, mention("new")) == ["a1", "a2"]
    assert near(warehouse, visit("new")) == ["a3"]
    assert near(warehouse, visit("new", cn=None, cn_id=None, pk="Sindh", pk_id="pk-sindh")) == []
    assert near(warehouse, visit("new", cn=None, cn_id=None)) == ["a3"]
    assert near(warehouse, elsewhere) == ["a2", "a4"]
    assert near(warehouse, mention("new", cn_id="cn-unknown", pk_id=None)) == []
    assert near(warehouse) == []


def test_reports_near_bring_the_whole_event(warehouse: Warehouse) -> None:
    cn_only = visit("a1", pk=None, pk_id=None)
    pk_only = visit("a2", cn=None, cn_id=None)
    both = event("e1", visit("a1"))
    articles = (article(1), article(2, source_id="gov", lang="zh", published="2026-02-28T10:00:00+08:00"))
    warehouse.apply(Load(NOW, articles, mentions=(cn_only, pk_only), resolution=resolved((both, [cn_only, pk_only]))))
    reports = warehouse.reports_near([visit("new", pk=None, pk_id=None)])
    assert {report.mention for report in reports} == {cn_only, pk_only}
    (official,) = [report for report in reports if report.authority == "official"]
    assert (official.lang, official.published, official.fetched_at) == ("zh", "2026-02-28T10:00:00+08:00", NOW)
    assert (official.event_id, official.mention, official.title) == ("e1", pk_only, articles[1].title)
    assert {report.mention for report in warehouse.reports_of_articles(["a1"])} == {cn_only, pk_only}
    assert warehouse.reports_of_articles(["a9"]) == []


def test_items_order_citations_and_stable_guids(warehouse: Warehouse) -> None:
    for number, now in [(1, NOW), (2, LATER), (3, LATER), (4, LATER)]:
        day = {1: "2026-02-27", 2: "2026-02", 3: "2026-02-27", 4: None}[number]
        said = mention(f"a{number}", date=day)
        warehouse.apply(
            load_one(number, now=now, mentions=(said,), resolution=resolved((event(f"e{number}", said), [said])))
        )
    assert [item.guid for item in warehouse.items(10)] == ["g3", "g2", "g4", "g1"]
    assert [item.guid for item in warehouse.items(2)] == ["g3", "g2"]
    reprint, official = mention("b0"), mention("b9", stage="letter_of_intent")
    first = mention("a1")
    articles = (
        article(0, article_id="b0", published="2026-02-01", source_id="stray"),
        article(9, article_id="b9", source_id="gov", published=None),
    )
    members = resolved((event("e1", first), [first, reprint, official]))
    warehouse.apply(Load(LATER, articles, (), {"b0": "a1"}, (reprint, official), members))
    (item,) = [item for item in warehouse.items(10) if item.guid == "g1"]
    assert [(one.article_id, one.source_name, one.stage) for one in item.citations] == [
        ("a1", "Dawn", "signed"),
        ("b9", "Henan Gov", "letter_of_intent"),
        ("b0", "stray", "signed"),
    ]
    assert item.event == event("e1", first)
    assert warehouse.check() == []


def test_planned_visit_that_takes_place_is_two_items(warehouse: Warehouse) -> None:
    will, did = visit("a1", stage="planned"), visit("a2")
    warehouse.apply(
        Load(
            NOW, (article(1),), (), {}, (will,), resolved((event("v", will), [will])), (("v:planned", "v", "planned"),)
        )
    )
    took = resolved((event("v", did), [will, did]))
    warehouse.apply(Load(LATER, (article(2),), (), {}, (did,), took, (("v:took_place", "v", "took_place"),)))
    shown = [(item.guid, item.event.stage, item.announced_at, item.updated_at) for item in warehouse.items(5)]
    assert shown == [("v:took_place", "took_place", LATER, LATER), ("v:planned", "planned", NOW, NOW)]
    assert query(warehouse, "SELECT stage, epoch(announced_at) FROM visits") == [("took_place", NOW.timestamp())]
    assert warehouse.existing_items(["v"]) == [("v:planned", "v", "planned"), ("v:took_place", "v", "took_place")]
    assert warehouse.existing_items([]) == []
