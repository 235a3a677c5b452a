"""When an item says "Corrected:" or "Withdrawn:", and when it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from items import make_event, make_item
from monitor.publish.corrections import is_corrected, item_body, item_heading

VISIT: dict[str, Any] = {"type": "visit", "stage": "planned", "relation": None, "actor": "local"}


@pytest.mark.parametrize(
    ("told", "now", "corrected"),
    [
        ({}, {}, False),
        ({}, {"confidence": 0.6, "contested": True, "headline": "Another", "evidence": "Others"}, False),
        ({"date": None}, {"date": "2021-12-09"}, False),
        ({"date": "2021-12"}, {"date": "2021-12-09"}, False),
        ({"date": "2021-12-09"}, {"date": "2021-12"}, False),
        ({"date": "2021-12-09"}, {"date": "2021-12-08"}, True),
        ({"date": "2021-12-09"}, {"date": None}, True),
        ({"stage": "signed"}, {"stage": "letter_of_intent"}, True),
        ({"stage": "proposed"}, {"stage": "signed"}, True),
        ({"relation": "sister_city"}, {"relation": "cooperation"}, True),
        ({"cn": "Wuhan", "cn_id": "cn-wuhan"}, {}, True),
        ({**VISIT, "cn": None, "cn_id": None}, VISIT, False),
        (VISIT, {**VISIT, "cn": None, "cn_id": None}, True),
        (VISIT, {**VISIT, "stage": "took_place"}, False),
        ({**VISIT, "stage": "took_place"}, VISIT, True),
        (VISIT, {**VISIT, "actor": "envoy"}, True),
        ({"date": None}, {"date": "2021-12-09", "verdict": "corrected"}, True),
        ({}, {"verdict": "corrected"}, False),
        ({}, {"verdict": "accepted"}, False),
    ],
)
def test_what_is_a_correction(told: dict[str, Any], now: dict[str, Any], corrected: bool) -> None:
    item = replace(make_item(**now), told=make_event(**told))
    assert is_corrected(item) is corrected
    assert item_heading(item).startswith("Corrected: ") is corrected
    assert ("It was told as: " in item_body(item)) is corrected


def test_an_item_of_which_nothing_was_told_is_not_corrected() -> None:
    assert item_heading(make_item()).startswith("Signed: ")


def test_a_withdrawn_item_is_named_as_it_was_told() -> None:
    told = make_event(cn="Wuhan", cn_id="cn-wuhan")
    item = replace(make_item(), told=told, withdrawn=True, reason="<b>No</b> paper\nwas signed")
    assert item_heading(item) == "Withdrawn: Signed: Wuhan and Karachi become sister cities, 9 Dec 2021"
    assert "<strong>Withdrawn.</strong> &lt;b&gt;No&lt;/b&gt; paper was signed</p>" in item_body(item)
