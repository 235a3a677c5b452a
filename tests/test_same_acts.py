"""Two more places of which a sentence tells only that they did the same: the act before is theirs too."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.records import Lang
from monitor.understand import read_mentions
from scoring import article

FIRST: dict[Lang, list[str]] = {
    "en": [
        "LAHORE, May 14 (APP): Lahore and Xi'an signed a sister-city agreement here on Monday.",
        "A sister-city agreement between Xi'an and Lahore was signed at the town hall on 13 May 2024.",
        "The mayors of Lahore and Xi'an on Monday put their names to an agreement making the two sister cities.",
    ],
    "zh": ["5月13日,西安市与拉合尔市签署友好城市协议。"],
    "ur": ["لاہور اور شیان کے درمیان پیر کو سسٹر سٹی معاہدے پر دستخط ہوئے۔"],
}
BETWEEN: dict[Lang, list[str]] = {
    "en": ["", "The two will exchange students and experts."],
    "zh": ["", "双方将互派学生。"],
    "ur": ["", "طلبہ کے تبادلے ہوں گے۔"],
}
SIGNED: dict[Lang, list[str]] = {
    "en": [
        "Multan and Kaifeng signed one a day later.",
        "Multan and Kaifeng did the same on Tuesday.",
        "Multan and Kaifeng did so a day later.",
        "Multan and Kaifeng followed on Tuesday.",
        "So did Multan and Kaifeng on Tuesday.",
        "Multan and Kaifeng were next, on Tuesday.",
        "Two more cities, Multan and Kaifeng, signed on Tuesday.",
        "A similar agreement was reached between Multan and Kaifeng on Tuesday.",
        "A second pact, signed on Tuesday, links Multan with Kaifeng.",
        "Another, between Multan and Kaifeng, was signed on Tuesday.",
        "On Tuesday it was the turn of Multan and Kaifeng.",
        "An identical text was signed by Multan and Kaifeng on Tuesday.",
    ],
    "zh": [
        "次日,开封市与木尔坦市也签署了同样的协议。",
        "开封市与木尔坦市亦于次日签约。",
        "次日,另一份协议由开封市与木尔坦市签署。",
    ],
    "ur": [
        "منگل کو ملتان اور کائیفنگ نے بھی ایسا ہی معاہدہ کیا۔",
        "اسی طرح کا معاہدہ منگل کو ملتان اور کائیفنگ کے درمیان بھی طے پایا۔",
        "ملتان اور کائیفنگ نے بھی منگل کو دستخط کر دیے۔",
    ],
}
TO_COME: dict[Lang, list[str]] = {
    "en": [
        "Multan and Kaifeng will follow next month.",
        "Multan and Kaifeng are to sign next month.",
        "A similar proposal for Multan and Kaifeng is under study.",
        "The same is proposed for Multan and Kaifeng.",
        "Multan hopes to have one with Kaifeng soon.",
        "Multan is in talks with Kaifeng on a similar pact.",
    ],
    "zh": ["开封市与木尔坦市将于下月签署同样的协议。", "开封与木尔坦下月也将签约。"],
    "ur": [],
}
NOTHING = [
    "Similar exhibitions were held in Multan and Kaifeng.",
    "Officials from Multan and Kaifeng followed in a second car.",
    "Delegates from Kaifeng and Multan did the same quiz.",
    "Universities in Multan and Kaifeng signed one too.",
    "A similar document on schools was signed by colleges in Multan and Kaifeng.",
    "Multan and Kaifeng have no such agreement.",
    "A second ceremony, for students from Multan and Kaifeng, was held on Tuesday.",
    "Trade between Kaifeng and Multan followed the same path.",
    "Kaifeng sent two more singers to Multan.",
    "A similar tie between Multan and Rome dates from 1999.",
    "Multan and Kaifeng did not follow.",
    "The parks of Multan and Kaifeng did the same.",
]


def told_of_multan(lang: Lang, *sentences: str) -> list[tuple[str | None, ...]]:
    """Return what is told of the second pair, after making sure of the first."""
    mentions = [m for m in read_mentions(article(" ".join(sentences), "", "2024-05-15", lang)) if m.type == "agreement"]
    first = [m for m in mentions if (m.cn, m.pk) == ("Xi'an", "Lahore")]
    assert [(m.stage, m.date) for m in first] == [("signed", "2024-05-13")]
    return [(m.stage, m.relation, m.cn, m.pk, m.date) for m in mentions if m not in first]


def cases(of: dict[Lang, list[str]]) -> list[tuple[Lang, str, str, str]]:
    return [(lang, *three) for lang in FIRST for three in product(FIRST[lang], BETWEEN[lang], of[lang])]


@pytest.mark.parametrize(("lang", "first", "between", "other"), cases(SIGNED))
def test_others_signed_the_next_day(lang: Lang, first: str, between: str, other: str) -> None:
    told = told_of_multan(lang, first, between, other)

    assert told == [("signed", "sister_city", "Kaifeng", "Multan", "2024-05-14")]


@pytest.mark.parametrize(("lang", "first", "between", "other"), cases(TO_COME))
def test_others_are_to_follow(lang: Lang, first: str, between: str, other: str) -> None:
    told = told_of_multan(lang, first, between, other)

    assert [one[:4] for one in told] == [("proposed", "sister_city", "Kaifeng", "Multan")]


@pytest.mark.parametrize(("first", "other"), list(product(FIRST["en"], NOTHING)))
def test_what_only_sounds_alike_is_no_act(first: str, other: str) -> None:
    assert told_of_multan("en", first, other) == []


@pytest.mark.parametrize("paper", ["a memorandum of understanding on farming", "a sister-province agreement"])
@pytest.mark.parametrize(
    "other",
    [
        "Hunan signed a similar document with Punjab on Tuesday.",
        "A similar document with Punjab was signed on Tuesday.",
        "On Tuesday the visitors signed another with Punjab.",
    ],
)
def test_the_partner_told_before_signs_again(paper: str, other: str) -> None:
    mentions = read_mentions(article(f"Hunan and Sindh on Monday signed {paper}. {other}", "", "2024-05-15", "en"))

    told = {(m.pk, m.stage, m.relation, m.date) for m in mentions if m.cn == "Hunan"}
    relation = "cooperation" if "farming" in paper else "sister_province"
    assert told == {("Sindh", "signed", relation, "2024-05-13"), ("Punjab", "signed", relation, "2024-05-14")}


def test_the_tie_told_before_is_renewed() -> None:
    tie = "The sister-city agreement which Larkana and Nanning first signed in 2014 ran out this summer."
    told = read_mentions(article(f"{tie} On Tuesday it was signed again, for ten more years.", "", "2024-05-15", "en"))

    assert {(m.cn, m.pk, m.date, m.is_new) for m in told} == {
        ("Nanning", "Larkana", "2014", False),
        ("Nanning", "Larkana", "2024-05-14", True),
    }


def test_a_road_that_was_extended_is_no_tie() -> None:
    road = "The road to Hassanabdal is broad now. It was extended on Tuesday."
    told = read_mentions(article(f"{FIRST['en'][0]} {road}", "", "2024-05-15", "en"))

    assert [(m.cn, m.pk, m.date) for m in told if m.type == "agreement"] == [("Xi'an", "Lahore", "2024-05-13")]


def test_a_tie_of_others_that_stands_since_a_year_is_history() -> None:
    since = "Multan and Kaifeng have had such a tie since 2019."

    assert told_of_multan("en", FIRST["en"][0], since) == [("signed", "sister_city", "Kaifeng", "Multan", "2019")]
