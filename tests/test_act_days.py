"""The day of a signing that a later sentence tells, next to it or further down, and days that are of something else."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.records import Lang
from monitor.understand import read_mentions
from scoring import article

SIGNED: dict[Lang, list[str]] = {
    "en": [
        "Kaifeng and Multan have become sister cities under an agreement signed by their mayors.",
        "A letter of intent on sister-city ties has been signed between Kaifeng and Multan.",
        "MULTAN: Kaifeng in Henan and Multan have set up relations as friendly exchange cities.",
    ],
    "zh": ["开封市与木尔坦市签署友好城市协议。", "开封市与巴基斯坦木尔坦市正式缔结友好城市关系。"],
    "ur": ["ملتان اور کائیفنگ نے سسٹر سٹی معاہدے پر دستخط کر دیے ہیں۔"],
}
BETWEEN: dict[Lang, list[str]] = {
    "en": ["", "Multan is known for mangoes. The Chinese city has five million people."],
    "zh": ["", "木尔坦以芒果闻名。"],
    "ur": ["", "ملتان آموں کے لیے مشہور ہے۔"],
}
ON_MONDAY: dict[Lang, list[str]] = {
    "en": [
        "The signing took place on Monday.",
        "It was signed on Monday.",
        "The agreement bears the date of May 13, 2024.",
        "The paper is dated 13 May.",
        "Mayor Li Ming and Commissioner Maryam Khan signed on Monday.",
        "The two mayors put their names to it on Monday.",
        "The ceremony was held at the town hall on Monday.",
        "The pact, signed on Monday, runs for five years.",
        "Signed on Monday, it runs for five years.",
        "Monday's ceremony was attended by students.",
        "The deed was done on Monday evening.",
        "The two sides concluded it on 13 May.",
    ],
    "zh": [
        "签字仪式于5月13日在木尔坦举行。",
        "签约仪式5月13日举行。",
        "该协议签署于5月13日。",
        "5月13日,两市市长共同签署协议书。",
    ],
    "ur": ["دستخط 13 مئی کو ہوئے۔", "دستخط کی تقریب 13 مئی کو ملتان میں ہوئی۔", "یہ معاہدہ 13 مئی کو طے پایا۔"],
}
NOT_ITS_DAY: dict[Lang, list[str]] = {
    "en": [
        "The agreement will take effect on June 1.",
        "The first students are to travel on May 20.",
        "It was announced on Tuesday by the commissioner's office.",
        "The delegation had arrived in Pakistan on Saturday.",
        "A spokesman said on Tuesday that more would follow.",
        "A separate agreement of two firms was signed on 3 May.",
        "The council debates its budget on Monday.",
    ],
    "zh": ["协议将于6月1日生效。", "首批学生将于5月20日启程。", "5月14日,外办发布了这一消息。"],
    "ur": ["معاہدہ یکم جون سے نافذ ہوگا۔", "ترجمان نے منگل کو بتایا کہ مزید معاہدے ہوں گے۔"],
}


def days(lang: Lang, *sentences: str) -> list[str | None]:
    told = read_mentions(article(" ".join(sentences), "", "2024-05-15", lang))
    assert [(m.cn, m.pk, m.is_new) for m in told if m.type == "agreement"] == [("Kaifeng", "Multan", True)]
    return [m.date for m in told if m.type == "agreement"]


def cases(of: dict[Lang, list[str]]) -> list[tuple[Lang, str, str, str]]:
    return [(lang, *three) for lang in SIGNED for three in product(SIGNED[lang], BETWEEN[lang], of[lang])]


@pytest.mark.parametrize(("lang", "signed", "between", "later"), cases(ON_MONDAY))
def test_a_later_sentence_dates_the_signing(lang: Lang, signed: str, between: str, later: str) -> None:
    assert days(lang, signed, between, later) == ["2024-05-13"]


@pytest.mark.parametrize(("lang", "signed", "between", "later"), cases(NOT_ITS_DAY))
def test_other_days_date_something_else(lang: Lang, signed: str, between: str, later: str) -> None:
    assert days(lang, signed, between, later) == [None]


@pytest.mark.parametrize("later", ["It was done at a hotel here on Monday.", "That was on Monday."])
def test_what_was_just_told_was_done_that_day(later: str) -> None:
    assert days("en", SIGNED["en"][0], later) == ["2024-05-13"]


def test_the_signing_of_others_dates_theirs() -> None:
    others = "Officials of Lahore and Xi'an signed their agreement on Monday."
    told = read_mentions(article(f"{SIGNED['en'][0]} {others}", "", "2024-05-15", "en"))

    assert [m.date for m in told if m.cn == "Kaifeng" and m.type == "agreement"] == [None]
