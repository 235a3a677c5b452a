"""Ties told in a row, each with its own date: every one is signed, history, and as old as its entry says."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.records import Lang
from monitor.understand import read_mentions
from scoring import article

OF_LAHORE = [("Xi'an", "1992"), ("Chengdu", "2015"), ("Hangzhou", "2018")]
OPEN = [
    "Lahore's sister cities in China are {}.",
    "{} are sister cities of Lahore.",
    "Lahore is twinned with {}.",
    "Lahore became a sister city of {}.",
    "In China, Lahore is the sister city of {}.",
    "The city counts {} among its sister cities.",
    "Lahore has several sister cities in China. They are {}.",
]
ENTRIES = ["{} ({})", "{} since {}", "{} (since {})", "{} in {}"]
FOLLOWED = ["{} followed in {}", "{} joined the list in {}", "then came {}, in {}", "{} was next, in {}", "{} in {}"]
PAIRS: dict[Lang, list[tuple[str, str, str]]] = {
    "en": [("Shanghai", "Karachi", "1984"), ("Xi'an", "Lahore", "1992"), ("Puyang", "Gwadar", "2019")],
    "zh": [("上海", "卡拉奇", "1984"), ("西安", "拉合尔", "1992"), ("濮阳", "瓜达尔", "2019")],
    "ur": [("شنگھائی", "کراچی", "1984"), ("شیان", "لاہور", "1992"), ("پویانگ", "گوادر", "2019")],
}
TITLES: dict[Lang, str] = {"en": "Sister cities of the two countries", "zh": "中巴友好城市", "ur": "پاک چین جڑواں شہر"}
IN_PROSE: dict[Lang, list[tuple[str, str, str]]] = {
    "en": [
        ("Known sister cities include {}.", entry, between)
        for entry in ("{} and {} ({})", "{}-{} since {}", "{} with {} in {}")
        for between in (", ", "; ")
    ],
    "zh": [
        ("目前,两国已建立友好城市:{}。", entry, between)
        for entry in ("{}市与{}市({}年)", "{}—{}({}年)")
        for between in ("、", ";")
    ]
    + [("中巴两国友好城市包括{}。", "{2}年{0}市与{1}市", "、")],
    "ur": [("جڑواں شہر یہ ہیں: {}۔", "{} اور {} ({})", "، ")],
}
IN_LINES: list[tuple[Lang, str]] = [
    *(("en", line) for line in ("{2}: {0} and {1}", "{0} & {1}, since {2}", "{2} {0}, China; {1}, Pakistan")),
    *(("zh", line) for line in ("{2}年,{0}市与{1}市", "{2}年 {0}市 巴基斯坦{1}市")),
    *(("ur", line) for line in ("{1}: {0} ({2}ء)", "1۔ {0} – {1} ({2})", "{2}: {0} اور {1}")),
]


def ties(text: str, lang: Lang, title: str) -> set[tuple[str | None, ...]]:
    told = read_mentions(article(text, title, "2023-12-09", lang))
    assert all((m.type, m.stage, m.is_new) == ("agreement", "signed", False) for m in told)
    return {(m.cn, m.pk, m.date) for m in told}


@pytest.mark.parametrize(("sentence", "entry", "between"), list(product(OPEN, ENTRIES, [", ", "; "])))
def test_one_city_with_several(sentence: str, entry: str, between: str) -> None:
    row = between.join(entry.format(*one) for one in OF_LAHORE)
    told = ties(f"Visitors came to see the old town. {sentence.format(row)}", "en", "Lahore and its sister cities")
    assert told == {(cn, "Lahore", year) for cn, year in OF_LAHORE}


@pytest.mark.parametrize(("entry", "between"), list(product(FOLLOWED, [", ", ". "])))
def test_what_followed_is_a_tie_as_well(entry: str, between: str) -> None:
    rest = [entry.format(*one) for one in OF_LAHORE[1:]]
    rest = [one[0].upper() + one[1:] for one in rest] if between == ". " else rest
    text = between.join(["Lahore and Xi'an became sister cities in 1992", *rest])
    assert ties(text + ".", "en", "A mayor looks back") == {(cn, "Lahore", year) for cn, year in OF_LAHORE}


@pytest.mark.parametrize(("lang", "form"), [(lang, form) for lang, forms in IN_PROSE.items() for form in forms])
def test_pairs_in_a_sentence(lang: Lang, form: tuple[str, str, str]) -> None:
    sentence, entry, between = form
    text = sentence.format(between.join(entry.format(*one) for one in PAIRS[lang]))
    assert ties(text, lang, TITLES[lang]) == set(PAIRS["en"])


@pytest.mark.parametrize(("lang", "line"), IN_LINES)
def test_pairs_in_lines(lang: Lang, line: str) -> None:
    text = "\n".join(line.format(*one) for one in PAIRS[lang])
    assert ties(text, lang, TITLES[lang]) == set(PAIRS["en"])


def test_a_visit_that_opens_with_its_date_is_no_row() -> None:
    text = "2018年12月沈阳市代表团访问卡拉奇,参加建材展会。\n2019年3月,沈阳市举办友好城市图片展。"
    told = read_mentions(article(text, "沈阳市对外友好城市交流大事记", "2023-12-09", "zh"))
    assert [(m.type, m.cn, m.pk) for m in told] == [("visit", "Shenyang", "Karachi")]


def test_a_dated_row_is_no_wish_whatever_its_heading() -> None:
    first = "一、友好城市\n宜宾市 萨希瓦尔市 巴基斯坦 2012年5月18日"
    second = "二、友好交流城市\n宜宾市 拉希姆亚尔汗市 巴基斯坦 2017年"
    text = f"{first}\n{second}\n友好交流城市是指双方签署备忘录、开展往来的城市。名单每年更新。"
    assert ties(text, "zh", "宜宾市国际友好城市一览") == {
        ("Yibin", "Sahiwal", "2012-05-18"),
        ("Yibin", "Rahim Yar Khan", "2017"),
    }
