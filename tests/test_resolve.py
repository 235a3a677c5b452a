"""Which mentions are one event, what it says, which id it bears, and when it is announced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.records import Actor, Authority, Event, EventType, Mention, Place, Relation, Report, Resolution, Stage
from monitor.resolve import announcements, resolve

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


# Agreements: which mentions are one occasion


@pytest.mark.parametrize(
    "pair",
    [
        (tie("a", "signed", "2021-11-02"), tie("b", "signed", None, "2021-11-12")),
        (tie("a", "signed", "2021-11-02"), tie("b", "signed", "2021-10", "2021-11-21", new=False)),
        (tie("a", "signed", None, "2021-11-03"), tie("b", "letter_of_intent", None, "2021-11-20")),
        (tie("a", "letter_of_intent", "2021-07-17"), tie("b", "signed", "2021")),
        (tie("a", "proposed", None, "2021-11-01"), tie("b", "signed", None, "2021-11-05")),
        (tie("a", "signed", "1984", new=False), tie("b", "signed", "1984-02-15", new=False)),
        (tie("a", "signed", None, "2021-11-03"), tie("b", "signed")),
        (tie("a", "signed"), tie("b", "letter_of_intent")),
        (tie("a", "signed"), tie("b", "proposed")),
        (tie("a", "signed", "1984", new=False), tie("b", "signed", None, "2022-12-20", new=False)),
    ],
    ids=[
        "reported within two weeks", "history with a month nearly right", "letter of intent told as signed",
        "year and day", "headline says to become", "history of differing precision", "undated news",
        "all undated, loosely worded", "undated proposal fetched with the signing", "undated history",
    ],
)  # fmt: skip
def test_one_agreement(pair: tuple[Report, Report]) -> None:
    assert groups(*pair) == [["a", "b"]]


@pytest.mark.parametrize(
    "pair",
    [
        (tie("a", "letter_of_intent", "2021-05-10"), tie("b", "signed", "2021-11-02")),
        (tie("a", "proposed", "2021-04-06"), tie("b", "signed", None, "2021-11-03")),
        (tie("a", "proposed", "2021-11-01"), tie("b", "signed", "2021-11-08")),
        (tie("a", "proposed", "2021-04-06"), tie("b", "signed", "2021")),
        (tie("a", "proposed", None, "2021-04-07"), tie("b", "proposed", None, "2021-06-20")),
        (tie("a", "signed", "1984", new=False), tie("b", "signed", None, "2021-11-03")),
        (tie("a", "signed", "1984", new=False), tie("b", "signed")),
        (tie("a", "signed", None, "2021-11-03"), tie("b", "signed", None, "2020-01-05", new=False)),
        (tie("a", "proposed", None, "2021-11-03"), tie("b", "signed", None, "2022-01-05", new=False)),
        (
            tie("a", "proposed", fetched=datetime(2021, 4, 1, tzinfo=UTC)),
            tie("b", "signed", "2021-11-02", "2021-11-03"),
        ),
    ],
    ids=[
        "letter of intent, months later signed", "proposed, months later signed", "two days stated a week apart",
        "a year does not tell rungs apart", "proposed twice", "history and a renewal", "history and undated news",
        "history told before the signing", "history of a tie is no proposal", "proposal fetched before the signing",
    ],
)  # fmt: skip
def test_two_agreements(pair: tuple[Report, Report]) -> None:
    assert groups(*pair) == [["a"], ["b"]]


def test_an_agreement_of_a_province_is_not_that_of_its_city() -> None:
    province = report("a", "agreement", "signed", "cn-henan", "pk-balochistan", day="2023-12-11")
    city = report("b", "agreement", "signed", "cn-henan-luoyang", "pk-balochistan-quetta", day="2023-12-11")
    mixed = report("c", "agreement", "signed", "cn-henan-luoyang", "pk-balochistan", day="2023-12-11")
    assert groups(province, city, mixed) == [["a"], ["b"], ["c"]]


def test_undated_history_joins_the_first_tie_and_undated_news_the_latest() -> None:
    first = tie("first", "signed", "2009-01", "2009-01-20")
    latest = tie("latest", "signed", "2021-11-02", "2021-11-03")
    history = tie("history", "signed", None, "2022-05-01", new=False)
    news = tie("news", "signed")
    assert groups(first, latest, history, news) == [["first", "history"], ["latest", "news"]]


def test_undated_history_prefers_the_relation_it_names() -> None:
    paper = tie("paper", "signed", "2009-01", "2021-11-02", new=False, relation="cooperation")
    tied = tie("tied", "signed", "2021-11-02", "2021-11-03", relation="sister_province")
    history = tie("history", "signed", None, "2022-05-01", new=False, relation="sister_province")
    assert groups(paper, tied, history) == [["history", "tied"], ["paper"]]


def test_undated_history_alone_is_one_event_and_no_item() -> None:
    event = only(tie("a", "signed", new=False), tie("b", "signed", None, "2022-12-20", new=False))
    assert (event.is_new, event.in_feed, event.date) == (False, False, None)


def test_one_article_tells_history_and_news_apart() -> None:
    history = tie("a", "letter_of_intent", "2021-10-20", "2021-11-03", new=False)
    assert groups(history, tie("a", "signed", None, "2021-11-03")) == [["a"], ["a"]]


def test_agreements_do_not_grow_from_neighbour_to_neighbour() -> None:
    days = ["2021-01-01", "2021-02-10", "2021-03-20"]
    assert groups(*(tie(day, "signed", day) for day in days)) == [days[:2], days[2:]]


# Visits: which mentions are one occasion


@pytest.mark.parametrize(
    "pair",
    [
        (visit("a", "2025-04-23"), visit("b", "2025-04-26")),
        (visit("a", "2025-04-24"), visit("b", None, "2025-05-01")),
        (visit("a", "2025-04-24"), visit("b", None, "2025-05-13")),
        (visit("a", None, "2025-04-24"), visit("b", None, "2025-05-13")),
        (visit("a", "2025-04", "2025-04-27"), visit("b", "2025-04-24")),
        (visit("a", "2025-04-24"), visit("b")),
        (visit("a"), visit("b")),
        (visit("a", "2025-05-01", "2025-04-20", stage="planned"), visit("b", "2025-05-09")),
        (visit("a", None, "2025-04-01", stage="planned"), visit("b", "2025-05-09")),
        (visit("a", stage="planned"), visit("b", "2025-05-09")),
        (visit("a", "2025-04-24"), visit("b", "2025-04-24", pk=None, actor="envoy")),
        (visit("a", "2025-04-24"), visit("b", None, "2025-04-26", cn=None)),
        (visit("a", "2025-04-24", actor="envoy"), visit("b", pk=None, actor="envoy")),
        (
            visit("a", "2023-12-11", cn="cn-henan", pk="pk-balochistan"),
            visit("b", "2023-12-12", cn="cn-henan-luoyang", pk="pk-balochistan"),
        ),
        (
            visit("a", "2021-09-17", pk="pk-punjab", actor="envoy"),
            visit("b", None, "2021-09-19", pk="pk-sindh-karachi", actor="envoy"),
        ),
    ],
    ids=[
        "days of one visit", "reported within the week", "recently", "both recently", "month and day",
        "undated", "all undated", "plan shifted", "plan without a day", "plan without any date",
        "an envoy in one, a delegation in the other", "open side", "undated with an open side",
        "city and its province on the same days", "an envoy's partner told differently",
    ],
)  # fmt: skip
def test_one_visit(pair: tuple[Report, Report]) -> None:
    assert groups(*pair) == [["a", "b"]]


@pytest.mark.parametrize(
    "pair",
    [
        (visit("a", "2025-04-03"), visit("b", "2025-04-09")),
        (visit("a", None, "2025-04-01"), visit("b", None, "2025-04-24")),
        (visit("a", None, "2025-04-01", cn=None), visit("b", None, "2025-04-07", cn=None)),
        (visit("a", "2025-04-24"), visit("b", "2025-04-24", actor="national")),
        (visit("a", "2025-04-24"), visit("b", "2025-04-26", actor="envoy")),
        (visit("a", "2025-04-24"), visit("b", "2025-04-24", cn="cn-guangdong")),
        (visit("a", "2025-04-24", cn=None), visit("b", "2025-04-24", pk=None)),
        (visit("a", None, "2025-01-01", stage="planned"), visit("b", "2025-05-09")),
        (visit("a", "2025-06-01", "2025-04-20", stage="planned"), visit("b", "2025-05-09")),
        (visit("a", None, "2022-12-20", new=False), visit("b", "1984-02-08", "2012-09-20", new=False)),
        (visit("a", fetched=datetime(2025, 9, 1, tzinfo=UTC)), visit("b", fetched=datetime(2025, 5, 1, tzinfo=UTC))),
        (
            visit("a", None, "2023-12-08", cn="cn-henan", pk="pk-balochistan"),
            visit("b", None, "2023-12-11", cn="cn-henan-luoyang", pk="pk-balochistan"),
        ),
        (
            visit("a", "2023-12", "2024-02-01", cn="cn-henan", pk="pk-balochistan"),
            visit("b", "2023-12-11", cn="cn-henan-luoyang", pk="pk-balochistan"),
        ),
        (
            visit("a", "2023-12-11", cn="cn-henan", pk="pk-balochistan-quetta"),
            visit("b", "2023-12-11", cn="cn-henan-luoyang", pk="pk-balochistan"),
        ),
        (
            visit("a", "2021-04-06", cn="cn-henan", pk=None, actor="envoy"),
            visit("b", "2021-04-07", cn="cn-henan-luoyang", pk=None, actor="envoy"),
        ),
    ],
    ids=[
        "two days of one month", "four weeks apart", "an envoy calls weekly", "a minister's is another",
        "an envoy days later", "another host", "no place in common", "plan too old", "plan for later",
        "undated past visit", "undated, seen months later", "province and city on a tour",
        "a month is not the same days", "levels differ on both sides", "an envoy's tour",
    ],
)  # fmt: skip
def test_two_visits(pair: tuple[Report, Report]) -> None:
    assert groups(*pair) == [["a"], ["b"]]


def test_an_open_side_joins_one_host_and_does_not_bridge_two() -> None:
    shanghai = visit("a", "2024-12-08", pk="pk-punjab")
    guangdong = visit("b", "2024-12-08", pk="pk-punjab", cn="cn-guangdong")
    nowhere = visit("c", "2024-12-08", pk="pk-punjab", cn=None)
    assert len(resolved(shanghai, guangdong, nowhere).events) == 2


def test_a_report_joins_the_nearest_visit() -> None:
    early, late = visit("early", "2025-04-03"), visit("late", "2025-04-09")
    assert groups(early, late, visit("told", None, "2025-04-10")) == [["early"], ["late", "told"]]


def test_an_open_side_without_a_date_joins_nothing_where_two_fit() -> None:
    calls = [visit(day, day, cn=None, actor="envoy") for day in ("2025-04-03", "2025-04-29")]
    assert groups(*calls, visit("undated", cn=None, actor="envoy")) == [["2025-04-03"], ["2025-04-29"], ["undated"]]


def test_a_second_plan_of_one_article_is_another_visit() -> None:
    articles = [
        item
        for name in ("a", "b")
        for item in (
            visit(name, None, "2019-01-23"),
            visit(name, None, "2019-01-23", stage="planned"),
        )
    ]
    events = resolved(*articles).events
    assert sorted(event.stage for event in events) == ["planned", "took_place"]


def test_a_reading_repeated_in_one_article_is_one_event() -> None:
    twice = visit("a", "2025-04-24"), visit("a", "2025-04-24", pk=None)
    assert only(*twice).pk == "Karachi"


def test_a_place_without_id_goes_by_its_name() -> None:
    def shezai(article: str, name: str) -> Report:
        plain = visit(article, "2020-01-01")
        return replace(plain, mention=replace(plain.mention, cn=name, cn_id=None))

    assert groups(shezai("a", "Shezai"), shezai("b", "shezai"), shezai("c", "Shihezi")) == [["a", "b"], ["c"]]
    assert only(shezai("a", "Shezai")).cn == "Shezai"


# What the event says


def test_explicit_letter_of_intent_outranks_signed_and_is_contested() -> None:
    event = only(
        tie("a", "signed", "2021-07-17"), tie("b", "signed", "2021-07-17"), tie("c", "letter_of_intent", "2021-07-17")
    )
    assert (event.stage, event.contested) == ("letter_of_intent", True)


def test_a_doubtful_reading_does_not_decide() -> None:
    event = only(tie("a", "signed", "2021-07-17"), tie("b", "letter_of_intent", "2021-07-16", confidence=0.3))
    assert (event.stage, event.date, event.contested) == ("signed", "2021-07-17", False)


def test_plan_and_visit_are_one_visit_that_took_place() -> None:
    event = only(visit("a", "2025-04-23", "2025-04-20", stage="planned"), visit("b", "2025-04-24"))
    assert (event.stage, event.date, event.contested) == ("took_place", "2025-04-24", False)


def test_history_does_not_contest_news() -> None:
    event = only(tie("a", "letter_of_intent", "2021-07-17"), tie("b", "signed", "2021", new=False))
    assert (event.stage, event.date, event.contested, event.is_new) == ("letter_of_intent", "2021-07-17", False, True)


@pytest.mark.parametrize(
    ("dates", "decided"),
    [
        (["2021-11", "2021-11-02"], "2021-11-02"),
        (["2021-11-02", "2021-11-03", "2021-11-03"], "2021-11-03"),
        (["2021-11-03", "2021-11-02"], "2021-11-02"),
        (["2021-10-30", "2021-11", "2021-11"], "2021-11"),
        ([None, "2021"], "2021"),
        ([None, None], None),
    ],
)
def test_date(dates: list[str | None], decided: str | None) -> None:
    reports = (tie(f"a{index}", "signed", day, "2021-11-05") for index, day in enumerate(dates))
    assert only(*reports).date == decided


def test_the_weightier_source_dates_the_event_and_the_disagreement_is_said() -> None:
    event = only(tie("a", "signed", "2021-11-01"), tie("b", "signed", "2021-11-02", authority="official"))
    assert (event.date, event.contested) == ("2021-11-02", True)


def test_days_of_one_visit_do_not_contradict() -> None:
    event = only(visit("a", "2025-04-24"), visit("b", "2025-04-26"))
    assert (event.date, event.contested) == ("2025-04-24", False)


def test_the_more_specific_place_wins_a_tie_and_the_majority_otherwise() -> None:
    henan = visit("a", "2023-12-11", cn="cn-henan", pk="pk-balochistan")
    luoyang = visit("b", "2023-12-11", cn="cn-henan-luoyang", pk="pk-balochistan")
    again = visit("c", "2023-12-11", cn="cn-henan", pk="pk-balochistan")
    assert only(henan, luoyang).cn_id == "cn-henan-luoyang"
    assert only(henan, luoyang, again).cn_id == "cn-henan"


def test_an_envoys_partner_is_named_only_where_the_outlets_agree() -> None:
    def call(article: str, pk: str | None) -> Report:
        return visit(article, "2021-09-17", pk=pk, actor="envoy")

    assert only(call("a", "pk-punjab"), call("b", "pk-sindh")).pk is None
    assert only(call("a", None), call("b", None), call("c", "pk-sindh")).pk is None
    assert only(call("a", None), call("b", "pk-sindh")).pk_id == "pk-sindh"


def test_crossed_partners_are_contested() -> None:
    def signing(article: str, cn: str, pk: str) -> Report:
        return report(article, "agreement", "signed", cn, pk, published="2023-09-20")

    straight = [signing("a", "cn-hubei", "pk-sindh"), signing("a", "cn-henan", "pk-punjab")]
    swapped = [("cn-hubei", "pk-punjab"), ("cn-henan", "pk-sindh")]
    crossed = [signing("b", *pair) for pair in swapped]
    assert [event.contested for event in resolved(*straight, *crossed).events] == [True] * 4
    all_in_one = [signing("a", *pair) for pair in swapped]
    assert [event.contested for event in resolved(*straight, *all_in_one).events] == [False] * 4


@pytest.mark.parametrize(
    ("made", "in_feed"),
    [
        (visit("a", "2025-04-24"), True),
        (visit("a", "2025-04-24", new=False), False),
        (visit("a", "2025-04-24", actor="national"), False),
        (visit("a", "2025-04-24", confidence=0.4), False),
    ],
    ids=["news", "history", "national", "doubtful"],
)
def test_in_feed(made: Report, in_feed: bool) -> None:
    assert only(made).in_feed is in_feed


def test_sure_history_does_not_lend_its_confidence_to_doubtful_news() -> None:
    event = only(tie("a", "signed", "2021-11-02", new=False), tie("b", "signed", "2021-11-02", confidence=0.4))
    assert (event.is_new, event.in_feed, event.confidence) == (True, False, 0.9)


def test_the_headline_is_the_weightiest_report_of_the_stage() -> None:
    event = only(
        tie("a", "signed", "2021-11-02", authority="official"),
        tie("b", "letter_of_intent", "2021-11-02", lang="zh", authority="wire"),
        tie("c", "letter_of_intent", "2021-11-02", authority="wire"),
        tie("d", "letter_of_intent", "2021-11-02", authority="press"),
    )
    assert (event.headline, event.evidence) == ("Title c", "evidence of c")


# Which id it bears


def bearing(resolution: Resolution, *reports: Report) -> list[Report]:
    """The reports as the warehouse gives them after the resolution was stored."""
    return [replace(item, event_id=resolution.members.get(item.mention.mention_id)) for item in reports]


def test_an_id_stays_when_a_mention_joins_and_when_its_stage_is_read_better() -> None:
    first = tie("b", "signed", "2021-07-17", "2021-07-18")
    before = resolved(first)
    joined = resolved(*bearing(before, first), tie("a", "letter_of_intent", "2021-07-17", "2021-07-17"))
    assert [event.event_id for event in joined.events] == [before.events[0].event_id]
    better = replace(first, mention=replace(first.mention, stage="letter_of_intent", date="2021-07"))
    assert resolved(better).events[0].event_id == before.events[0].event_id


def test_merged_events_keep_the_id_seen_first_and_redirect_the_other() -> None:
    older = visit("b", "2025-04-24", fetched=datetime(2025, 4, 25, tzinfo=UTC), event_id="e-older")
    newer = visit("a", "2025-04-24", fetched=datetime(2025, 4, 26, tzinfo=UTC), event_id="e-newer")
    resolution = resolved(newer, older)
    assert [event.event_id for event in resolution.events] == ["e-older"]
    assert resolution.redirects == {"e-newer": "e-older"}


def test_a_split_event_leaves_its_id_to_the_part_with_the_founding_mention() -> None:
    founder = visit("b", "2025-04-24", "2025-04-25")
    event_id = resolved(founder).events[0].event_id
    stray = visit("a", "2025-02-01", "2025-02-02", event_id=event_id)
    resolution = resolved(stray, replace(founder, event_id=event_id))
    assert resolution.members[founder.mention.mention_id] == event_id
    assert resolution.members[stray.mention.mention_id] != event_id
    assert resolution.redirects == {}


def test_two_events_of_one_pair_told_by_one_article_have_two_ids() -> None:
    reports = [tie("a", "signed", "1984", new=False), tie("a", "signed", "2009", new=False)]
    resolution = resolved(*reports)
    assert len({event.event_id for event in resolution.events}) == 2
    assert resolved(*bearing(resolution, *reversed(reports))) == resolution


def test_a_mention_given_twice_counts_once_and_keeps_its_event() -> None:
    stored = visit("a", "2025-04-24", event_id="e-stored")
    again = replace(stored, event_id=None, mention=replace(stored.mention, confidence=0.95))
    resolution = resolved(again, stored)
    assert [(event.event_id, event.confidence) for event in resolution.events] == [("e-stored", 0.95)]


def test_nothing_resolves_to_nothing() -> None:
    assert resolved() == Resolution((), {}, {})


# Whatever the order

DAYS = [None, "2021", "2021-04", "2021-04-06", "2021-04-09", "2021-04-20", "2021-11-02", "not a date"]
STAGES: Mapping[EventType, list[Stage]] = {
    "agreement": ["proposed", "letter_of_intent", "signed"],
    "visit": ["planned", "took_place"],
}


@st.composite
def any_report(draw: st.DrawFn) -> Report:
    kind: EventType = draw(st.sampled_from(["agreement", "visit"]))
    stage = draw(st.sampled_from(STAGES[kind]))
    cn = draw(st.sampled_from(["cn-henan", "cn-henan-luoyang", "cn-hubei", None]))
    pk = draw(st.sampled_from(["pk-sindh", "pk-sindh-karachi", None])) if cn and kind == "visit" else "pk-sindh"
    actor: Actor = draw(st.sampled_from(["local", "envoy", "national"]))
    made = report(
        draw(st.sampled_from("abcdefghij")),
        kind,
        stage,
        cn or "cn-hubei" if kind == "agreement" else cn,
        pk,
        day=draw(st.sampled_from(DAYS)),
        published=draw(st.sampled_from([None, "2021-04-07", "2021-04-12", "2021-11-05T08:00+08:00"])),
        new=draw(st.booleans()),
        confidence=draw(st.sampled_from([0.4, 0.9])),
        authority=draw(st.sampled_from(["official", "wire", "press", "other"])),
        fetched=draw(st.sampled_from([FETCHED, datetime(2021, 4, 12, tzinfo=UTC)])),
    )
    return replace(made, mention=replace(made.mention, actor=actor)) if kind == "visit" else made


def one_each(reports: Iterable[Report]) -> list[Report]:
    return list({item.mention.mention_id: item for item in reports}.values())


@settings(max_examples=150, deadline=None)
@given(st.lists(any_report(), max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(reports: list[Report], random: Random) -> None:
    shuffled = reports[:]
    random.shuffle(shuffled)
    assert resolved(*shuffled) == resolved(*reports)


@settings(max_examples=150, deadline=None)
@given(st.lists(any_report(), max_size=14), st.integers(0, 14))
def test_resolving_in_two_steps_gives_the_same_events(reports: list[Report], cut: int) -> None:
    once = one_each(reports)
    half = resolved(*once[:cut])
    whole = resolved(*bearing(half, *once))
    assert partition(whole) == partition(resolved(*once))
    living = {event.event_id for event in whole.events}
    for event in half.events:
        assert (event.event_id in living) != (event.event_id in whole.redirects)
    assert set(whole.redirects.values()) <= living
    assert resolved(*bearing(whole, *once)) == replace(whole, redirects={})


# What is announced

TODAY = date(2025, 4, 30)


def announced(
    event: Event, items: list[tuple[str, str, str]], published: str | None = None, days: int | None = None
) -> list[str]:
    return [guid for guid, _, _ in announcements([event], items, {event.event_id: published}, TODAY, days)]


def test_an_eligible_event_is_announced_once() -> None:
    event = only(visit("a", "2025-04-24"))
    guid = f"{event.event_id}:took_place"
    assert announced(event, []) == [guid]
    assert announced(event, [(guid, event.event_id, "took_place")]) == []
    assert announced(replace(event, in_feed=False), []) == []


def test_a_planned_visit_is_announced_again_when_it_took_place() -> None:
    event = only(visit("a", "2025-04-24"))
    planned = (f"{event.event_id}:planned", event.event_id, "planned")
    both = [planned, (f"{event.event_id}:took_place", event.event_id, "took_place")]
    assert announced(event, [planned]) == [f"{event.event_id}:took_place"]
    assert announced(event, both) == []


def test_a_corrected_stage_is_no_second_item() -> None:
    event = only(tie("a", "letter_of_intent", "2021-07-17"))
    assert announced(event, [(f"{event.event_id}:signed", event.event_id, "signed")]) == []


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2025-04-01", True),
        ("2025-03-30", False),
        (None, False),
        ("2025-05-01T02:00+08:00", True),
        ("2026-01-01", False),
    ],
)
def test_a_bulk_import_announces_only_what_is_recent(published: str | None, told: bool) -> None:
    event = only(visit("a", "2025-04-24"))
    assert bool(announced(event, [], published, days=30)) is told
    assert announced(event, [], published) == [f"{event.event_id}:took_place"]
