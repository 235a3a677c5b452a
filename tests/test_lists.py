"""Lists of pairs below a sentence that tells the act: in whatever layout, the same pairs, stage and day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from _pytest.mark.structures import ParameterSet

from monitor.records import Lang, Stage
from monitor.understand import read_mentions
from scoring import article

Pairs = Sequence[tuple[str, str]]

PAIRS = {("Zhengzhou", "Quetta"), ("Pingdingshan", "Multan"), ("Dongying", "Gujranwala")}
NAMES: dict[Lang, Pairs] = {
    "en": [("Zhengzhou", "Quetta"), ("Pingdingshan", "Multan"), ("Dongying", "Gujranwala")],
    "zh": [("郑州", "奎达"), ("平顶山", "木尔坦"), ("东营", "古吉兰瓦拉")],
    "ur": [("ژینگ ژو", "کوئٹہ"), ("پنگ ڈنگ شان", "ملتان"), ("ڈونگ ینگ", "گوجرانوالہ")],
}
TITLES: dict[Lang, str] = {
    "en": "Cities of China and Pakistan in new ties",
    "zh": "中巴城市结好",
    "ur": "پاک چین سسٹر سٹی",
}
LEADS: dict[Lang, list[tuple[Stage, str]]] = {
    "en": [
        ("signed", "Pakistan and China signed three agreements on sister cities in Beijing on Thursday."),
        ("signed", "Three pairs of cities of China and Pakistan became sister cities at an online forum on Thursday."),
        (
            "letter_of_intent",
            "Three letters of intent on sister-city ties were signed by Pakistan and China on Thursday.",
        ),
        ("proposed", "The cabinet on Thursday approved drafts of sister-city agreements with three Chinese cities."),
    ],
    "zh": [
        ("signed", "12月9日,中巴双方在北京签署三份友好城市协议。"),
        ("signed", "9日,中国和巴基斯坦三对城市在线结为友好城市。"),
        ("letter_of_intent", "12月9日,中巴三对城市签署建立友好城市关系意向书。"),
    ],
    "ur": [
        ("signed", "جمعرات کو پاکستان اور چین نے تین سسٹر سٹی معاہدوں پر دستخط کیے۔"),
        ("letter_of_intent", "جمعرات کو تین شہروں نے سسٹر سٹی تعلقات کے لیٹر آف انٹینٹ پر دستخط کیے۔"),
    ],
}
INTRODUCTIONS: dict[Lang, str] = {"en": "The pairs are:", "zh": "名单如下:", "ur": "فہرست یہ ہے:"}


def _lines(form: str, marks: Sequence[str] = ("", "", "")) -> Callable[[Pairs], str]:
    return lambda pairs: "\n" + "\n".join(form.format(a=a, b=b, n=n) for (a, b), n in zip(pairs, marks, strict=True))


def _joined(before: str, form: str, between: str, after: str) -> Callable[[Pairs], str]:
    return lambda pairs: before + between.join(form.format(a=a, b=b) for a, b in pairs) + after


def _both_lists(form: str, comma: str, last: str) -> Callable[[Pairs], str]:
    def write(pairs: Pairs) -> str:
        (*firsts, end), (*seconds, other_end) = zip(*pairs, strict=True)
        return form.format(a=comma.join(firsts) + last + end, b=comma.join(seconds) + last + other_end)

    return write


LAYOUTS: dict[Lang, dict[str, Callable[[Pairs], str]]] = {
    "en": {
        "- A and B": _lines("- {a} and {b}"),
        "• A with B": _lines("• {a} with {b}"),
        "* A – B": _lines("* {a} – {b}"),
        "- A / B": _lines("- {a} / {b}"),
        "- A (China) and B (Pakistan)": _lines("- {a} (China) and {b} (Pakistan)"),
        "1. A and B": _lines("{n}. {a} and {b}", "123"),
        "(i) A and B": _lines("({n}) {a} and {b}", ("i", "ii", "iii")),
        "a) A - B": _lines("{n}) {a} - {b}", "abc"),
        "A - B": _lines("{a} - {b}"),
        "A and B": _lines("{a} and {b}"),
        "| A | B |": lambda pairs: "\n| China | Pakistan |" + _lines("| {a} | {b} |")(pairs),
        "- sister city relationship between A and B": _lines("- Sister city relationship between {a} and {b}"),
        "1. agreement between A and B": _lines("{n}. Agreement on sister-city relations between {a} and {b}", "123"),
        "they are A and B, …": _joined("They are ", "{a} and {b}", ", ", "."),
        "the pairs are A-B, …": _joined("The pairs are ", "{a}-{b}", ", ", "."),
        "the pairs: A – B, …": _joined("The pairs: ", "{a} – {b}", ", ", "."),
        "A with B; …": _joined("", "{a} with {b}", "; ", "."),
        "they are: A and B; …": _joined("They are: ", "{a} and {b}", "; ", "."),
        "the pairs, namely A-B, …": _joined("The pairs, namely ", "{a}-{b}", ", ", ", will work on trade."),
        "the agreements are between A and B, …": _joined("The agreements are between ", "{a} and {b}", ", ", "."),
        "respectively": _both_lists("{a} were joined with {b} respectively.", ", ", " and "),
    },
    "zh": {
        "分别是A与B、…": _joined("分别是", "{a}与{b}", "、", "。"),
        "包括A市和B市、…": _joined("包括", "{a}市和{b}市", "、", "。"),
        "具体为:A-B、…": _joined("具体为:", "{a}-{b}", "、", "。"),
        "具体为:A—B;…": _joined("具体为:", "{a}—{b}", ";", "。"),
        "A——B": _lines("{a}——{b}"),
        "1.A与B": _lines("{n}.{a}与{b}", "123"),
        "一、A市与B市": _lines("{n}、{a}市与{b}市", "一二三"),
    },
    "ur": {
        "یہ شہر": _joined("یہ شہر ", "{a} اور {b}", "، ", " ہیں۔"),
        "ان میں شامل": _joined("ان میں ", "{a}-{b}", "، ", " شامل ہیں۔"),
        "- A اور B": _lines("- {a} اور {b}"),
        "1۔ A اور B": _lines("{n}۔ {a} اور {b}", "123"),
    },
}


def _cases() -> Iterator[ParameterSet]:
    for lang, layouts in LAYOUTS.items():
        for name, write in layouts.items():
            written = write(NAMES[lang])
            for number, (stage, lead) in enumerate(LEADS[lang]):
                between = ["", INTRODUCTIONS[lang]] if written.startswith("\n") else [""]
                for words in between:
                    case = f"{lang}: {stage} {number}, {name}{', introduced' if words else ''}"
                    yield pytest.param(lang, stage, f"{lead} {words}{written}", id=case)


@pytest.mark.parametrize(("lang", "stage", "text"), list(_cases()))
def test_pairs_listed_below_an_act_share_its_stage_and_day(lang: Lang, stage: Stage, text: str) -> None:
    read = read_mentions(article(text, TITLES[lang], "2021-12-10", lang))
    assert {(m.cn, m.pk): (m.stage, m.date, m.is_new) for m in read} == dict.fromkeys(
        PAIRS, (stage, "2021-12-09", True)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan and China signed agreements on sister cities on Thursday. Karachi and Shanghai are friends of old.",
        "Pakistan and China signed agreements on sister cities on Thursday.\nRead more: Karachi and Shanghai by train",
        "Sister-city papers were signed on Thursday. He said:\nLahore and Chengdu people will gain from it.",
    ],
)
def test_what_only_follows_an_act_is_no_entry_of_its_list(text: str) -> None:
    assert [m for m in read_mentions(article(text, "In brief", "2021-12-10")) if m.is_new] == []
