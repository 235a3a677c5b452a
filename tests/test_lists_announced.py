"""Lists of pairs below, or beside, the sentence that tells what was done to all of them."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.understand import read_mentions
from scoring import article

PAIRS = [("Chongqing", "Karachi"), ("Xining", "Peshawar"), ("Zhengzhou", "Quetta"), ("Dongying", "Gujranwala")]
DATELINE = "BEIJING, Dec 9 (APP): "
DONE = [
    "The forum of friendly cities of China and Pakistan, held here on Thursday, ended with a row of new agreements.",
    "Four pairs of cities of China and Pakistan became sister cities at a forum held here on Thursday.",
    "Four sister-city agreements were signed between Chinese and Pakistani cities at a forum here on Thursday.",
    "Cities of the two countries signed agreements on Thursday to become sister cities.",
]
WISHED = [
    "The Punjab government plans to make four cities of the province sister cities of Chinese ones.",
    "The local department has drawn up a letter of intent that would give four cities a Chinese sister each.",
]
LISTS = """
New sister cities: {}.
The new sister cities are {}.
They are {}.
The pairs in it are {}.
The four pairs are: {}.
The agreements cover {}.
The cities are {}.
""".strip().splitlines()
SHAPES = ["{0}-{1}", "{1}-{0}", "{0} with {1}", "{1} with {0}"]


def listed(shape: str) -> str:
    entries = [shape.format(*pair) for pair in PAIRS]
    return f"{', '.join(entries[:-1])} and {entries[-1]}"


@pytest.mark.parametrize(("lead", "lines", "shape"), list(product(DONE, LISTS, SHAPES)))
def test_a_list_shares_the_act_before_it(lead: str, lines: str, shape: str) -> None:
    text = f"{DATELINE}{lead}\n\n{lines.format(listed(shape))} The visitors went home."
    told = read_mentions(article(text, published="2021-12-09"))
    assert {(m.cn, m.pk, m.stage, m.date, m.is_new) for m in told} == {
        (cn, pk, "signed", "2021-12-09", True) for cn, pk in PAIRS
    }


@pytest.mark.parametrize(("lead", "lines"), list(product(WISHED, ["They are {}.", "The pairs in it are {}."])))
def test_what_is_wished_for_a_list_is_no_more_than_proposed(lead: str, lines: str) -> None:
    told = read_mentions(article(f"LAHORE: {lead}\n\n{lines.format(listed('{1} with {0}'))}", published="2021-12-09"))
    assert {(m.cn, m.pk, m.stage) for m in told} == {(cn, pk, "proposed") for cn, pk in PAIRS}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "ISLAMABAD: Karachi, Gwadar and Multan each have a new sister city in China. At a forum on Thursday they "
            "were paired with Urumqi, Puyang and Xi'an, respectively.",
            {("Urumqi", "Karachi"), ("Puyang", "Gwadar"), ("Xi'an", "Multan")},
        ),
        (
            "In March 2019 Urumqi was declared a sister city of Karachi and Puyang one of Gwadar.",
            {("Urumqi", "Karachi"), ("Puyang", "Gwadar")},
        ),
        (
            "In March 2019 Puyang was declared the sister city of Gwadar and Urumqi that of Karachi.",
            {("Urumqi", "Karachi"), ("Puyang", "Gwadar")},
        ),
    ],
)
def test_each_has_a_partner_of_its_own(text: str, pairs: set[tuple[str, str]]) -> None:
    told = read_mentions(article(text, published="2019-03-29"))
    assert {(m.cn, m.pk) for m in told} == pairs
    assert {m.stage for m in told} == {"signed"}


def test_an_entry_is_dated_by_the_line_below_it() -> None:
    text = "一、瓜达尔市(巴基斯坦俾路支省)\n结好时间:2015年4月20日\n二、阿克套市(哈萨克斯坦)\n结好时间:2016年10月"
    told = read_mentions(article(text, "克拉玛依市国际友好城市一览", "2022-04-12", "zh"))
    assert [(m.cn, m.pk, m.date, m.is_new) for m in told] == [("Karamay", "Gwadar", "2015-04-20", False)]


def test_future_sisters_are_proposed() -> None:
    text = (
        "The paper names Rawalpindi and Wuhan, Bahawalpur and Nanjing, and Taxila and Datong as future sister cities."
    )
    assert {(m.cn, m.pk, m.stage) for m in read_mentions(article(text))} == {
        ("Wuhan", "Rawalpindi", "proposed"),
        ("Nanjing", "Bahawalpur", "proposed"),
        ("Datong", "Taxila", "proposed"),
    }


def test_a_row_of_a_register_has_several_entries() -> None:
    text = (
        "Karachi: Houston, United States (2009); Shanghai, China (1984); Urumqi, China (2019)\n"
        "Lahore: Bukhara, Uzbekistan; Chengdu, China (2015); Xi'an, China (1992)\n"
        "Sialkot: Bolingbrook, United States"
    )
    told = read_mentions(article(text, "List of twin towns and sister cities in Pakistan"))
    assert {(m.cn, m.pk, m.date) for m in told} == {
        ("Shanghai", "Karachi", "1984"),
        ("Urumqi", "Karachi", "2019"),
        ("Chengdu", "Lahore", "2015"),
        ("Xi'an", "Lahore", "1992"),
    }


def test_how_many_sisters_a_city_has_ties_it_to_none() -> None:
    text = "Kunming had 25 international sister cities by the end of 2021.\n6. Sukkur, Pakistan - September 12, 2016"
    told = read_mentions(article(text, "Sister Cities of Kunming"))
    assert [(m.cn, m.pk, m.date) for m in told] == [("Kunming", "Sukkur", "2016-09-12")]


def test_the_day_of_a_lead_that_adds_pairs_holds_for_them() -> None:
    text = (
        "ISLAMABAD: China and Pakistan on Tuesday added six pairs to their list of friendly cities at a forum.\n\n"
        "Agreements on sister cities were signed between Quanzhou and Gwadar."
    )
    told = read_mentions(article(text, published="2023-12-20"))
    assert [(m.cn, m.pk, m.date) for m in told] == [("Quanzhou", "Gwadar", "2023-12-19")]
