"""One agreement in the many ways that reporters tell it, in three languages: always the same event, or none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from _pytest.mark.structures import ParameterSet

from monitor.records import Lang, Stage
from monitor.understand import read_mentions
from scoring import article

PAIRS: dict[Lang, list[tuple[str, str, str, str]]] = {
    "en": [
        ("Lahore", "Chengdu", "Chengdu", "Lahore"),
        ("Chengdu", "Lahore", "Chengdu", "Lahore"),
        ("Multan", "Xi'an", "Xi'an", "Multan"),
    ],
    "zh": [
        ("成都市", "巴基斯坦拉合尔市", "Chengdu", "Lahore"),
        ("濮阳市", "瓜达尔市", "Puyang", "Gwadar"),
        ("青岛市", "巴基斯坦费萨拉巴德市", "Qingdao", "Faisalabad"),
    ],
    "ur": [
        ("چینگڈو", "لاہور", "Chengdu", "Lahore"),
        ("پویانگ", "گوادر", "Puyang", "Gwadar"),
        ("چنگ ڈاؤ", "فیصل آباد", "Qingdao", "Faisalabad"),
    ],
}
"""Both names as they are put in, and the Chinese and the Pakistani place."""
TOLD: dict[Lang, dict[Stage | None, list[str]]] = {
    "en": {
        "signed": [
            "{A} and {B} signed a sister-city agreement on Monday.",
            "A sister-city agreement between {A} and {B} was signed on Monday.",
            "{A} and {B} became sister cities on Monday.",
            "{A} became a sister city of {B} on Monday.",
            "{A} has been declared the sister city of {B} on Monday.",
            "{A} and {B} were twinned on Monday.",
            "{A} was twinned with {B} on Monday.",
            "{A} and {B} entered into sister-city relations on Monday.",
            "{A} established sister-city ties with {B} on Monday.",
            "The mayors of {A} and {B} signed a memorandum of understanding on sister-city relations on Monday.",
            "{A} inked a sister-city accord with {B} on Monday.",
            "{A}, {B} ink sister-city pact on Monday.",
            "An MoU to make {A} and {B} sister cities was inked on Monday.",
            "{A} formally joined {B} as its sister city on Monday.",
            "{A} gets sister-city status with {B} on Monday, officials announced.",
            "{A} and {B} sealed a sister-city deal on Monday.",
            "{A} and {B} on Monday formalised their sister-city relationship.",
            "The {A}-{B} sister-city agreement was concluded on Monday.",
            "On Monday a protocol making {A} and {B} twin cities was signed.",
            "{A} tied the knot with {B} as sister cities on Monday.",
            "{A} and {B} are now sister cities after a ceremony on Monday.",
            "With the signing of an accord on Monday, {A} and {B} became sister cities.",
            "{A} now has a sister city: {B}. The agreement was signed on Monday.",
            "{A} has a new sister city in {B} after an agreement was signed on Monday.",
        ],
        "letter_of_intent": [
            "{A} and {B} signed a letter of intent on sister-city relations on Monday.",
            "A letter of intent to establish sister-city ties was signed by {A} and {B} on Monday.",
            "{A} and {B} exchanged letters of intent on becoming sister cities on Monday.",
            "The mayors of {A} and {B} put their names to a letter of intent for a sister-city tie on Monday.",
            "A letter of intent for sister-city relations between {A} and {B} was inked on Monday.",
        ],
        "proposed": [
            "{A} and {B} will sign a sister-city agreement.",
            "{A} and {B} are to become sister cities.",
            "{A} and {B} agreed to become sister cities on Monday.",
            "{A} proposed sister-city relations with {B} on Monday.",
            "The cabinet approved a sister-city agreement between {A} and {B} on Monday.",
            "{A} wants to become a sister city of {B}.",
            "Officials of {A} and {B} discussed becoming sister cities on Monday.",
            "{A} and {B} plan to establish sister-city relations.",
            "A proposal to declare {A} and {B} sister cities was approved on Monday.",
            "{A} hopes to sign a sister-city agreement with {B} soon.",
            "The mayor of {A} offered sister-city ties to {B} on Monday.",
            "{A} is keen to have sister-city relations with {B}, its mayor said on Monday.",
            "The council passed a resolution on Monday to make {A} and {B} sister cities.",
            "A draft sister-city agreement between {A} and {B} was cleared by the cabinet on Monday.",
            "It was decided on Monday to twin {A} with {B}.",
        ],
        None: [
            "{A} and {B} did not sign a sister-city agreement on Monday.",
            "Reports that {A} and {B} became sister cities are false.",
            "{A} denied that it had signed a sister-city agreement with {B}.",
            "Universities of {A} and {B} signed a sister-university agreement on Monday.",
            "{A} port and {B} port signed a sister-port agreement on Monday.",
            "The chambers of commerce of {A} and {B} signed an MoU on Monday.",
            "A company from {A} signed an agreement with a firm in {B} on Monday.",
            "Flights between {A} and {B} began on Monday.",
            "A hospital in {A} and a hospital in {B} signed an agreement on Monday.",
        ],
    },
    "zh": {
        "signed": [
            "5月13日,{A}与{B}签署友好城市协议。",
            "13日,{A}与{B}正式结为友好城市。",
            "5月13日,{A}和{B}缔结友好城市关系。",
            "5月13日,{A}同{B}签订建立友好城市关系协议书。",
            "5月13日,{B}成为{A}的友好城市。",
            "{A}与{B}13日建立友好城市关系。",
            "昨日,{A}与{B}签约结好,成为友好城市。",
            "5月13日,{A}与{B}签署缔结友好城市关系协议。",
            "5月13日,{A}、{B}友好城市签约仪式举行,双方签署协议。",
        ],
        "letter_of_intent": [
            "5月13日,{A}与{B}签署建立友好城市关系意向书。",
            "13日,{A}和{B}签署友好城市意向书。",
            "5月13日,{A}与{B}签订友好城市关系意向协议。",
        ],
        "proposed": [
            "{A}拟与{B}建立友好城市关系。",
            "{A}希望与{B}缔结友好城市。",
            "5月13日,市人大常委会审议通过{A}与{B}建立友好城市关系的议案。",
            "{A}与{B}商讨建立友好城市关系事宜。",
            "双方提议{A}与{B}结为友好城市。",
        ],
    },
    "ur": {
        "signed": [
            "پیر کو {A} اور {B} کے درمیان سسٹر سٹی معاہدے پر دستخط ہوئے۔",
            "{A} اور {B} نے پیر کو سسٹر سٹی معاہدے پر دستخط کیے۔",
            "پیر کو {A} اور {B} کو سسٹر سٹی قرار دے دیا گیا۔",
            "پیر کو {B} اور چین کے شہر {A} سسٹر سٹی بن گئے۔",
            "{A} اور {B} کے درمیان پیر کو جڑواں شہر کا معاہدہ طے پا گیا۔",
            "پیر کو {B} اور {A} میں سسٹر سٹی معاہدہ ہو گیا۔",
        ],
        "letter_of_intent": [
            "پیر کو {A} اور {B} نے سسٹر سٹی تعلقات کے لیٹر آف انٹینٹ پر دستخط کیے۔",
        ],
        "proposed": [
            "{A} اور {B} کو سسٹر سٹی بنانے کی تجویز دی گئی۔",
            "{A} اور {B} سسٹر سٹی معاہدہ کریں گے۔",
            "کابینہ نے {A} اور {B} کے سسٹر سٹی معاہدے کی منظوری دے دی۔",
            "{B} اور {A} کو جڑواں شہر بنایا جائے گا۔",
            "{A} اور {B} نے سسٹر سٹی بننے پر اتفاق کیا۔",
        ],
    },
}
TITLES: dict[Lang, str] = {"en": "In brief", "zh": "外事简讯", "ur": "آج کی خبر"}


def _cases() -> Iterator[ParameterSet]:
    for lang, by_stage in TOLD.items():
        for stage, told in by_stage.items():
            for sentence in told:
                yield pytest.param(lang, stage, sentence, id=f"{lang}: {stage}: {sentence}")


@pytest.mark.parametrize(("lang", "stage", "told"), list(_cases()))
def test_an_agreement(lang: Lang, stage: Stage | None, told: str) -> None:
    for a, b, cn, pk in PAIRS[lang]:
        read = read_mentions(article(told.format(A=a, B=b), TITLES[lang], "2024-05-14", lang))
        news = [(m.cn, m.pk, m.stage) for m in read if m.type == "agreement" and m.is_new]
        assert news == ([(cn, pk, stage)] if stage else [])
        days = {m.date for m in read if m.is_new and m.stage in ("signed", "letter_of_intent")}
        assert days <= {"2024-05-13"}
