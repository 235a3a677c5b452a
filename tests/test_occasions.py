"""Which mentions tell one occasion."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitor.records import Report
from reports import groups, only, report, resolved, tie, visit


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


def test_undated_news_prefers_the_relation_it_names_to_a_later_paper() -> None:
    tied = tie("tied", "signed", "2019-03-28", "2019-03-29")
    paper = tie("paper", "signed", "2019-12-04", "2019-12-04", relation="cooperation")
    assert groups(tied, paper, tie("news", "signed")) == [["news", "tied"], ["paper"]]


def test_undated_news_prefers_what_is_told_in_its_words_to_a_later_renewal() -> None:
    def signing(article: str, told: str, day: str | None = None) -> Report:
        one = tie(article, "signed", day, day, title=told)
        return replace(one, mention=replace(one.mention, evidence=told))

    ceremony = "Karachi, Gwadar and Multan sign with Urumqi, Puyang and Xi'an at a ceremony in Beijing"
    first = signing("first", ceremony, "2019-03-28")
    renewed = signing("renewed", "The metropolitan corporation has renewed its pact for five years", "2024-03-30")
    copied = signing("copied", "At Beijing ceremony Karachi, Gwadar, Multan sign with Urumqi, Puyang, Xi'an")
    assert groups(first, renewed, copied) == [["copied", "first"], ["renewed"]]
    assert groups(first, renewed, signing("other", "Cities become twins")) == [["first"], ["other", "renewed"]]


def test_undated_history_alone_is_one_event_and_no_item() -> None:
    event = only(tie("a", "signed", new=False), tie("b", "signed", None, "2022-12-20", new=False))
    assert (event.is_new, event.in_feed, event.date) == (False, False, None)


def test_one_article_tells_history_and_news_apart() -> None:
    history = tie("a", "letter_of_intent", "2021-10-20", "2021-11-03", new=False)
    assert groups(history, tie("a", "signed", None, "2021-11-03")) == [["a"], ["a"]]


def test_agreements_do_not_grow_from_neighbour_to_neighbour() -> None:
    days = ["2021-01-01", "2021-02-10", "2021-03-20"]
    assert groups(*(tie(day, "signed", day) for day in days)) == [days[:2], days[2:]]


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
        (visit("a", "2025-04-24", cn=None, actor="envoy"), visit("b", "2025-04-25", cn=None, actor="envoy")),
        (visit("a", "2025-04-24", pk=None, actor="envoy"), visit("b", "2025-04-27", pk=None, actor="envoy")),
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
        "an envoy in one, a delegation in the other", "open side", "a call dated a day apart",
        "days of an envoy's journey", "undated with an open side",
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
        (visit("a", "2022-05-31", cn=None, actor="envoy"), visit("b", "2022-06-02", cn=None, actor="envoy")),
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
        "two days of one month", "four weeks apart", "an envoy calls weekly",
        "two calls of one week", "a minister's is another",
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


def test_of_two_that_fit_an_open_side_without_a_date_joins_the_one_told_in_the_same_words() -> None:
    def call(article: str, title: str, day: str | None = None, lang: str = "en") -> Report:
        one = visit(article, day, day, cn=None, actor="envoy", title=title, lang=lang)
        return replace(one, mention=replace(one.mention, evidence=title))

    farewell = call(
        "farewell", "Consul General Zhao Shiren pays farewell call on Home Secretary Ahmad Qazi", "2025-01-23"
    )
    security = call("security", "Consul General Zhao Shiren and Home Secretary Ahmad Qazi on security", "2025-04-29")
    copied = "Farewell call: Consul General Zhao Shiren at Home Secretary Ahmad Qazi"
    assert groups(farewell, security, call("copy", copied)) == [["copy", "farewell"], ["security"]]
    assert groups(farewell, security, call("copy", copied, lang="ur")) == [["copy"], ["farewell"], ["security"]]
    other = call("other", "Consul General Zhao Shiren gives Home Secretary Ahmad Qazi a car")
    assert groups(farewell, security, other) == [["farewell"], ["other"], ["security"]]


def test_an_envoy_received_by_two_hosts_in_the_same_days_made_two_visits() -> None:
    hosts = ("cn-shanghai", "cn-guangdong")
    one_article = [visit("a", "2024-03-23", cn=cn, pk=None, actor="envoy") for cn in hosts]
    other = [visit(f"b-{cn}", None, "2024-03-26", cn=cn, pk=None, actor="envoy") for cn in hosts]
    assert groups(*one_article, *other) == [["a", "b-cn-guangdong"], ["a", "b-cn-shanghai"]]


def test_a_late_report_of_the_province_does_not_keep_one_of_its_capital_out() -> None:
    province = [visit("a", "2023-09-18", "2023-09-25", pk="pk-sindh"), visit("b", None, "2023-09-23", pk="pk-sindh")]
    assert groups(*province, visit("capital", None, "2023-09-20")) == [["a", "b", "capital"]]
    assert groups(*province, visit("capital", "2023-09-22", "2023-09-23")) == [["a", "b"], ["capital"]]
    assert groups(province[1], visit("capital", None, "2023-09-20")) == [["b"], ["capital"]], "no day in common"


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


def test_an_envoys_call_told_in_the_same_days_is_one_though_only_one_report_dates_it() -> None:
    dated = visit("dated", "2024-03-23", "2024-04-01", cn="cn-shanghai", pk=None, actor="envoy")
    undated = visit("undated", None, "2024-04-02", cn="cn-shanghai", pk=None, actor="envoy")
    later = visit("later", None, "2024-04-09", cn="cn-shanghai", pk=None, actor="envoy")
    assert groups(dated, undated) == [["dated", "undated"]]
    assert groups(dated, later) == [["dated"], ["later"]]


def test_an_article_without_a_day_of_its_own_keeps_no_late_report_of_an_envoys_call_out() -> None:
    unpublished = visit("unpublished", "2024-01-10", None, cn="cn-henan", pk=None, actor="envoy")
    published = visit("published", "2024-01-10", "2024-01-15", cn="cn-henan", pk=None, actor="envoy")
    late = visit("late", "2024-01", "2024-01-17", cn="cn-henan", pk=None, actor="envoy")
    assert groups(unpublished, published, late) == [["late", "published", "unpublished"]]
    assert groups(unpublished, late) == [["late"], ["unpublished"]], "nothing says that the two appeared together"


def test_a_plan_without_a_date_is_not_the_visit_that_was_before_it() -> None:
    before = visit("before", "2017-10-18", title="Municipal guests end their tour")
    plan = visit("plan", stage="planned", title="Team to travel next spring for bus contracts")
    announced = visit("announced", "2026-04-08", "2026-03-30", stage="planned", title="Going in April")
    told = replace(plan, mention=replace(plan.mention, evidence="will be received by the transport office"))
    assert groups(before, told) == [["before"], ["plan"]]
    assert groups(before, told, announced) == [["announced", "plan"], ["before"]]


def test_a_visit_without_a_date_is_the_one_that_took_place_before_the_one_that_is_planned() -> None:
    done, planned = visit("done", "2023-09-18"), visit("planned", "2023-11-20", "2023-09-20", stage="planned")
    assert groups(done, planned, visit("undated")) == [["done", "undated"], ["planned"]]


def test_an_open_side_without_a_date_joins_no_visit_told_in_other_words() -> None:
    full = visit("full", "2015-08-25", title="Mayor of Shanghai in Karachi")
    half = visit("half", cn=None, title="Guests at the city hall")
    told = replace(half, mention=replace(half.mention, evidence="a nine-member team was welcomed"))
    assert groups(full, told) == [["full"], ["half"]]


@pytest.mark.parametrize("later", ["b", "c", "d", "e", "f", "g"])
def test_city_and_province_that_each_receive_an_envoy_are_two_hosts_whichever_is_read_first(later: str) -> None:
    def call(article: str, pk: str) -> Report:
        return visit(article, "2022-06-23", "2022-06-24", cn=None, pk=pk, actor="envoy")

    reports = [call("a", "pk-sindh-karachi"), call(later, "pk-sindh"), call(later, "pk-sindh-karachi")]
    assert groups(*reports) == [["a", later], [later]]
    assert sorted(str(event.pk) for event in resolved(*reports).events) == ["Karachi", "Sindh"]


def test_an_undated_call_is_none_of_an_envoy_of_another_name() -> None:
    def call(article: str, title: str, day: str | None = None) -> Report:
        return visit(article, day, cn="cn-shanghai", pk=None, actor="envoy", title=title)

    dated = call("dated", "Ambassador Moin ul Haque meets mayor of Shanghai", "2022-06-23")
    assert groups(dated, call("same", "Mayor receives Ambassador Moinul Haque")) == [["dated", "same"]]
    assert groups(dated, call("nobody", "Mayor receives ambassador")) == [["dated", "nobody"]]
    assert groups(dated, call("other", "Pakistan's Consul General Naeem Khan in Shanghai")) == [["dated"], ["other"]]


def test_a_paper_on_cooperation_is_not_the_sister_tie_that_is_hoped_for() -> None:
    hoped, paper = tie("hoped", "proposed"), tie("paper", "signed", relation="cooperation")
    assert groups(hoped, paper) == [["hoped"], ["paper"]]
    assert groups(hoped, tie("made", "signed")) == [["hoped", "made"]]
    days = tie("hoped", "proposed", "2021-11-01"), tie("paper", "signed", "2021-11-02", relation="cooperation")
    assert groups(*days) == [["hoped"], ["paper"]]
