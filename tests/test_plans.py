"""What is to be done, told by a verb far from its "will": no report of it as done."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.understand import read_mentions
from scoring import article

GUESTS = [
    "A delegation from Jiangsu will arrive on Monday and {act}.",
    "The vice governor of Jiangsu, Fang Wei, will visit Pakistan next week. During the stay he will {act}.",
    "A Jiangsu government delegation, led by Vice Governor Fang Wei, reaches Lahore on Monday and will {act}.",
    "Vice Governor Fang Wei of Jiangsu will spend three days in Lahore from Monday, look at two farms and {act}.",
    "Jiangsu Vice Governor Fang Wei is expected to tour Faisalabad and {act} on Tuesday.",
    "Jiangsu's vice governor, who heads a 12-member team, is scheduled to {act} on Monday.",
]
ACTS = [
    "meet Punjab Chief Minister Maryam Nawaz",
    "have a meeting with the chief minister of Punjab",
    "call on Punjab Governor Sardar Saleem",
    "be received by the chief minister of Punjab",
    "sit down with Punjab's chief secretary",
    "have talks with Punjab Chief Minister Maryam Nawaz",
    "be the guest of the governor of Punjab",
    "exchange views with the governor of Punjab",
    "attend a dinner hosted by the chief minister of Punjab",
]


@pytest.mark.parametrize(("guest", "act"), list(product(GUESTS, ACTS)))
def test_a_plan_is_no_visit_that_took_place(guest: str, act: str) -> None:
    told = read_mentions(article("LAHORE: " + guest.format(act=act), published="2023-06-15"))
    assert {m.stage for m in told if m.pk == "Punjab"} == {"planned"}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "Farming will remain a common task, Punjab Chief Minister Khattak told a delegation from Gansu here.",
            "took_place",
        ),
        ("The mayor of Chongqing will visit Karachi in the second week of June as guest of the mayor.", "planned"),
        ("PESHAWAR: Sindh's agriculture minister will go to Hainan on June 20 at the head of a delegation.", "planned"),
    ],
)
def test_whose_verb_it_is(text: str, stage: str) -> None:
    assert {m.stage for m in read_mentions(article(text, published="2023-06-15"))} == {stage}


def test_a_call_is_made_besides_going_to_an_expo() -> None:
    text = "Tianjin's vice mayor will visit Karachi from May 4 to 7 to attend the expo and call on the mayor."
    found = read_mentions(article(text, published="2019-04-24"))
    assert {(m.cn, m.pk, m.stage, m.date) for m in found} == {("Tianjin", "Karachi", "planned", "2019-05-04")}


def test_what_is_prepared_has_not_taken_place() -> None:
    text = "The KP chief minister chaired a meeting on preparations for the visit of the Chinese ambassador to Swat."
    assert {m.stage for m in read_mentions(article(text))} == {"planned"}


def test_the_days_of_a_trip_date_what_happened_on_it() -> None:
    text = (
        "Ambassador Khalil Hashmi travelled to Urumqi in Xinjiang on 25-30 June 2024 for an expo. In Urumqi he had "
        "talks with Erkin Tuniyaz, governor of Xinjiang."
    )
    assert {(m.cn, m.date) for m in read_mentions(article(text))} == {("Xinjiang", "2024-06-25")}


def test_last_march_lies_behind() -> None:
    text = "Last March, at a forum, Puyang was declared the sister city of Gwadar."
    assert [m.date for m in read_mentions(article(text, published="2020-01-29"))] == ["2019-03"]
