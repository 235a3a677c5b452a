"""Resolving does not depend on the order in which mentions come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.records import Actor, EventType, Report, Stage
from reports import FETCHED, bearing, partition, report, resolved

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
