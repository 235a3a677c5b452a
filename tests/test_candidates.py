"""Which stored mentions are resolved with new ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.records import Mention, Report
from monitor.resolve.readings import moment_of
from monitor.warehouse import Load, Warehouse
from warehouse_rows import NOW, article, event, mention, query, resolved, visit


def report(said: Mention, published: str | None = "2026-02-28", **changes: object) -> Report:
    return replace(Report(said, "", "en", published, NOW, "press"), **changes)  # type: ignore[arg-type]


def stored(warehouse: Warehouse, *mentions: Mention, published: str | None = "2026-02-28") -> None:
    """Store each mention as an event of its own."""
    pairs = [(event(f"e-{one.mention_id}", one), [one]) for one in mentions]
    articles = [article(0, article_id=name, published=published) for name in {m.article_id for m in mentions}]
    warehouse.apply(Load(NOW, tuple(articles), mentions=mentions, resolution=resolved(*pairs)))


def reached(warehouse: Warehouse, *given: Report) -> list[Report]:
    """Return what new mentions could join, without what that could join in turn."""
    around = warehouse.neighbourhood(given, [])
    return [found for found in around.reports if found.mention.mention_id not in around.context]


def near(warehouse: Warehouse, *given: Report) -> list[str]:
    return sorted({found.mention.article_id for found in reached(warehouse, *given)})


def test_agreements_are_near_by_the_pair_within_reach(warehouse: Warehouse) -> None:
    stored(
        warehouse,
        mention("same"),
        mention("undated", date=None, is_new=False),
        mention("year", date="2026"),
        mention("long-ago", date="2021-03-01", is_new=False),
        mention("other-host", pk="Sindh", pk_id="pk-sindh"),
        mention("city", cn="Luoyang", cn_id="cn-henan-luoyang", relation="sister_city"),
        visit("visit"),
    )
    assert near(warehouse, report(mention("new"))) == ["same", "undated", "year"]
    assert near(warehouse, report(mention("new", date=None), None)) == ["long-ago", "same", "undated", "year"]
    assert near(warehouse, report(mention("new", date="2021-03-15"))) == ["long-ago", "undated"]
    assert near(warehouse) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (visit("x"), True),
        (visit("x", date="2026-04-10"), True),
        (visit("x", date="2026-06-10"), False),
        (visit("x", cn=None, cn_id=None), True),
        (visit("x", cn=None, cn_id=None, date="2026-03-20"), False),
        (visit("x", cn="Luoyang", cn_id="cn-henan-luoyang"), True),
        (visit("x", pk="Lahore", pk_id="pk-punjab-lahore", cn=None, cn_id=None), True),
        (visit("x", cn="Hebei", cn_id="cn-hebei"), False),
        (visit("x", pk="Sindh", pk_id="pk-sindh"), False),
        (visit("x", date=None, is_new=False), False),
    ],
    ids=[
        "one day", "one pair, weeks later", "one pair, months later", "open side", "open side, weeks later",
        "city and province", "city and open side", "another guest", "another host", "undated history",
    ],
)  # fmt: skip
def test_visits_are_near_by_places_in_reach_and_time(warehouse: Warehouse, said: Mention, found: bool) -> None:
    stored(warehouse, said)
    assert near(warehouse, report(visit("new"))) == (["x"] if found else [])


def test_an_envoy_is_near_at_one_host_whatever_the_partner(warehouse: Warehouse) -> None:
    stored(warehouse, visit("x", actor="envoy", cn="Hebei", cn_id="cn-hebei"))
    assert near(warehouse, report(visit("new", actor="envoy"))) == ["x"]
    assert near(warehouse, report(visit("new"))) == []


def test_without_a_time_news_is_near_by_when_it_was_seen_and_history_by_its_pair(warehouse: Warehouse) -> None:
    stored(warehouse, visit("news", date=None), visit("history", date=None, is_new=False), published=None)
    undated = report(visit("new", date=None), None)
    assert near(warehouse, undated) == ["history", "news"]
    assert near(warehouse, replace(undated, fetched_at=NOW + timedelta(days=90))) == ["history", "news"]
    other_level = report(visit("new", date=None, pk="Lahore", pk_id="pk-punjab-lahore"), None)
    assert near(warehouse, other_level) == ["news"]
    assert near(warehouse, replace(other_level, fetched_at=NOW + timedelta(days=90))) == []


def test_a_whole_event_comes_along(warehouse: Warehouse) -> None:
    cn_only, pk_only = visit("a1", pk=None, pk_id=None), visit("a2", cn=None, cn_id=None)
    both = event("e1", visit("a1"))
    articles = (article(1), article(2, source_id="gov", lang="zh", published="2026-02-28T10:00:00+08:00"))
    warehouse.apply(Load(NOW, articles, mentions=(cn_only, pk_only), resolution=resolved((both, [cn_only, pk_only]))))
    found = reached(warehouse, report(visit("new", pk=None, pk_id=None)))
    assert {one.mention for one in found} == {cn_only, pk_only}
    (official,) = [one for one in found if one.authority == "official"]
    assert (official.lang, official.published, official.fetched_at) == ("zh", "2026-02-28T10:00:00+08:00", NOW)
    assert (official.event_id, official.mention, official.title) == ("e1", pk_only, articles[1].title)


def test_what_may_be_told_crosswise_comes_along(warehouse: Warehouse) -> None:
    straight = [mention("a"), mention("a", cn="Hebei", cn_id="cn-hebei", pk="Sindh", pk_id="pk-sindh")]
    swapped = [mention("b", pk="Sindh", pk_id="pk-sindh"), mention("b", cn="Hebei", cn_id="cn-hebei")]
    stored(warehouse, *straight, *swapped, mention("c", pk="Islamabad", pk_id="pk-islamabad"))
    assert near(warehouse, report(mention("new"))) == ["a", "b"]


def test_what_only_competes_is_told_apart(warehouse: Warehouse) -> None:
    """A visit of April competes for one of March, which a report of February may draw to itself."""
    february, march, april = (
        visit("feb", date="2026-02-10"),
        visit("mar", date="2026-04-01"),
        visit("apr", date="2026-05-20"),
    )
    stored(warehouse, march, april)
    around = warehouse.neighbourhood([report(february)], [])
    assert {one.mention for one in around.reports} == {march, april}
    assert around.context == {april.mention_id}


def test_a_corrected_article_brings_what_its_former_mentions_stood_beside(warehouse: Warehouse) -> None:
    former, beside = visit("a1"), visit("a2")
    articles = (article(1), article(2))
    warehouse.apply(
        Load(NOW, articles, mentions=(former, beside), resolution=resolved((event("e1", former), [former, beside])))
    )
    around = warehouse.neighbourhood([], ["a1"])
    assert {one.mention for one in around.reports} == {former, beside}
    assert around.context == frozenset()
    assert warehouse.neighbourhood([], ["a9"]).reports == ()


@pytest.mark.parametrize("day", ["2025-11-02", "2025-11", "2025", None, "unknown"])
@pytest.mark.parametrize("published", ["2025-11-05", "2025-11-05T23:00:00+05:00", "2026-02-20", None])
@pytest.mark.parametrize("planned", [False, True])
@pytest.mark.parametrize("new", [False, True])
def test_the_days_stored_hold_those_resolved_by(
    warehouse: Warehouse, day: str | None, published: str | None, planned: bool, new: bool
) -> None:
    """What is looked up by the days stored must not miss what resolving would join."""
    said = visit("a1", date=day, is_new=new, stage="planned" if planned else "took_place")
    stored(warehouse, said, published=published)
    when = moment_of(report(said, published))
    ((first, last),) = query(warehouse, "SELECT day_from, day_to FROM store.mentions")
    if when.first is None or when.last is None:
        assert (first, last) == (None, None)
    else:
        assert first <= date.fromordinal(when.first)
        assert last >= date.fromordinal(when.last)
