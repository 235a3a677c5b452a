"""What the warehouse tells the other steps: signatures and items."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from monitor.records import Signature
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


def copies(warehouse: Warehouse, *signatures: Signature) -> list[str]:
    return [signature.article_id for signature, _ in warehouse.copies(signatures)]


def test_copies_share_two_bands(warehouse: Warehouse) -> None:
    same = Signature("a1", "hash", 10, (1, 2, 2**32 - 1), b"\x00\xff")
    near = Signature("a2", "other", 10, (9, 1, 5))
    far = Signature("a3", "far", 10, (7,))
    again = Signature("a4", "hash", 10, (1, 2, 2**32 - 1))
    articles = (*(article(number) for number in (1, 2, 3)), article(4, source_id="gov"))
    warehouse.apply(Load(NOW, articles, (same, near, far, again)))
    assert warehouse.copies([Signature("new", "hash", 10, (1, 2, 2**32 - 1))]) == [(same, "press"), (again, "official")]
    assert copies(warehouse, Signature("new", "new", 10, (5, 9))) == ["a2"]
    assert copies(warehouse, Signature("new", "new", 10, (5, 7))) == [], "one band is chance"
    assert copies(warehouse, replace(same, bands=(2**32 - 1, 1))) == ["a4"], "an article is not its own"
    assert copies(warehouse) == []
    changed = replace(same, text_hash="new", bands=(3, 4), minima=b"\x01")
    warehouse.apply(Load(NOW, signatures=(changed,)))
    assert copies(warehouse, Signature("new", "x", 1, (1, 2))) == ["a4"]
    assert warehouse.copies([Signature("new", "x", 1, (3, 4))]) == [(changed, "press")]
    assert warehouse.check() == []
    warehouse.apply(Load(NOW, articles=(article(3, text="changed"),)))
    assert copies(warehouse, Signature("new", "far", 1, (7,))) == [], "of a text that is gone"


def test_copies_come_with_their_whole_group(warehouse: Warehouse) -> None:
    signatures = [Signature(f"a{n}", f"h{n}", 10, (10 * n, 10 * n + 1)) for n in (1, 2, 3, 4)]
    warehouse.apply(
        Load(NOW, tuple(article(n) for n in (1, 2, 3, 4)), tuple(signatures), {"a2": "a1", "a3": "a1", "a4": None})
    )
    assert copies(warehouse, Signature("new", "x", 10, (20, 21))) == ["a1", "a2", "a3"]
    assert copies(warehouse, replace(signatures[1], text_hash="corrected", bands=(7,))) == ["a1", "a3"]


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
