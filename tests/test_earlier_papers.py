"""The paper before the one that a report is about: history of the same pair, whatever verb dates it."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.records import Lang
from monitor.understand import read_mentions
from scoring import article

LEADS = [
    "XI'AN: Shaanxi and Sindh on Wednesday renewed their sister-province agreement.",
    "KARACHI: Sindh and Shaanxi signed a new memorandum of understanding on agriculture on Wednesday. "
    "Farm schools will exchange teachers.",
]
PAPERS = ["original agreement", "first text", "earlier memorandum of understanding", "previous sister-province pact"]
DATED = """
was signed in 2012
was signed in 2012 but saw little activity after 2016
dates from 2012
had been concluded in 2012
of 2012 had run out
was reached in March 2012
goes back to 2012
""".strip().splitlines()


@pytest.mark.parametrize(("lead", "paper", "dated"), list(product(LEADS, PAPERS, DATED)))
def test_an_earlier_paper_is_history(lead: str, paper: str, dated: str) -> None:
    told = read_mentions(article(f"{lead} The {paper} {dated}. Farmers were pleased.", published="2022-09-30"))
    news, history = sorted(told, key=lambda m: m.date or "", reverse=True)
    assert (news.cn, news.pk, news.stage, news.date, news.is_new) == ("Shaanxi", "Sindh", "signed", "2022-09-28", True)
    assert (history.cn, history.pk, history.stage, history.is_new) == ("Shaanxi", "Sindh", "signed", False)
    assert history.date is not None
    assert history.date.startswith("2012")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ur", "شنگھائی اور کراچی نے منگل کو سسٹر سٹی معاہدے کی تجدید پر دستخط کیے؛ پہلا معاہدہ 1984 میں ہوا تھا۔"),
        ("en", "Shanghai and Karachi renewed their sister-city pact on Tuesday; the first agreement was made in 1984."),
        ("zh", "上海市与卡拉奇市10日续签友好城市协议。最初的协议签署于1984年。"),
    ],
)
def test_also_in_a_clause_and_in_other_languages(lang: Lang, text: str) -> None:
    told = read_mentions(article(text, published="2024-12-12", lang=lang))
    assert {(m.cn, m.pk, m.date, m.is_new) for m in told} == {
        ("Shanghai", "Karachi", "2024-12-10", True),
        ("Shanghai", "Karachi", "1984", False),
    }


def test_a_first_paper_without_a_year_is_news() -> None:
    text = "MULTAN: Multan and Jining signed a memorandum on Tuesday. The first agreement of its kind, it is on cotton."
    told = read_mentions(article(text, published="2022-09-30"))
    assert [(m.cn, m.pk, m.is_new) for m in told] == [("Jining", "Multan", True)]
