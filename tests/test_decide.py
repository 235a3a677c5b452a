"""What an event says, and which id it bears."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitor.records import Report, Resolution
from monitor.resolve.dates import date_candidates
from monitor.resolve.ranking import decisive
from reports import bearing, only, report, resolved, tie, visit


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


@pytest.mark.parametrize(
    ("reports", "decided", "by"),
    [
        (
            (
                tie("a", "signed", "2021-11-01", "2021-11-02"),
                tie("b", "signed", "2021-11-01", "2021-11-02"),
                tie("c", "signed", "2021-11-02", "2021-11-03", authority="official"),
            ),
            "2021-11-02",
            "source",
        ),
        (
            (
                tie("a", "signed", "2021-11-01", "2021-11-02", authority="wire"),
                tie("b", "signed", "2021-11-02", "2021-11-03"),
            ),
            "2021-11-01",
            "source",
        ),
        (
            (
                tie("a", "signed", "2021-11-05", "2021-11-06"),
                tie("b", "signed", "2021-11-02", "2022-03-01", new=False),
                tie("c", "signed", "2021-11-02", "2022-04-01", new=False),
            ),
            "2021-11-05",
            "time",
        ),
        (
            (
                tie("a", "signed", "2021-11-02", "2021-11-03"),
                tie("b", "signed", "2021-11", "2021-11-03", authority="official"),
            ),
            "2021-11-02",
            "precision",
        ),
        (
            (
                tie("a", "proposed", "2021-11-02", "2021-11-02", authority="official"),
                tie("b", "signed", "2021-11-03", "2021-11-03"),
            ),
            "2021-11-03",
            "stage",
        ),
        (
            (
                tie("a", "signed", "2021-11-02", "2021-11-03"),
                tie("b", "signed", "2021-11-03", "2021-11-03"),
                tie("c", "signed", "2021-11-03", "2021-11-03"),
            ),
            "2021-11-03",
            "votes",
        ),
    ],
    ids=[
        "official over two of the press", "wire over press", "told at the time over looking back",
        "what an official month bears out is official", "of the stage decided", "more articles",
    ],
)  # fmt: skip
def test_reasons_for_a_date_are_ranked(reports: tuple[Report, ...], decided: str, by: str) -> None:
    event = only(*reports)
    assert event.date == decided
    reason = decisive(date_candidates(reports, event.stage))
    assert reason is not None
    assert reason.name == by


def test_one_letter_of_intent_outranks_an_official_signing_and_one_source_is_enough() -> None:
    official = [tie(name, "signed", "2021-07-17", authority="official") for name in "ab"]
    event = only(*official, tie("c", "letter_of_intent", "2021-07-17", authority="other"))
    assert (event.stage, event.in_feed, event.contested) == ("letter_of_intent", True, True)
    assert only(tie("c", "signed", "2021-07-17", authority="other")).in_feed


def test_a_wish_or_a_plan_does_not_undo_the_act() -> None:
    event = only(tie("a", "proposed", "2021-11-02", authority="official"), tie("b", "signed", "2021-11-02"))
    assert (event.stage, event.contested) == ("signed", True)


def test_an_official_place_outranks_the_press_and_news_outranks_history() -> None:
    henan = [visit(name, "2023-12-11", cn="cn-henan", pk="pk-balochistan") for name in "ab"]
    luoyang = visit("c", "2023-12-11", cn="cn-henan-luoyang", pk="pk-balochistan", authority="official")
    assert only(*henan, luoyang).cn_id == "cn-henan-luoyang"
    history = [replace(item, mention=replace(item.mention, is_new=False)) for item in henan]
    assert only(*history, replace(luoyang, authority="press")).cn_id == "cn-henan-luoyang"


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
