"""Guests who go on to another place: its head, told in this sentence or the next, is a host of theirs too."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.records import Lang, Mention
from monitor.understand import read_mentions
from scoring import article

MET_ON_MONDAY = [
    ("The mayor of Kaifeng, Li Ming, was received by Multan's commissioner on Monday.", "Sialkot"),
    ("Chinese Ambassador Jiang Zaidong called on Multan Commissioner Amir Khattak at his office on Monday.", "Sialkot"),
    ("CHENGDU - Pakistan's ambassador to China, Jamil Anwar, met Vice Mayor Shi Yi of Chengdu on Monday.", "Mianyang"),
    ("A delegation from Multan led by Mayor Akbar Ali met the mayor of Kaifeng on Monday.", "Luoyang"),
]
BETWEEN = ["", "They talked about trade and schools."]
WENT_ON = [
    "The next morning the visitors drove to {place}. The city's mayor gave them lunch.",
    "On Tuesday he was in {place}, where the mayor, Aman Sun, received him at the guest house.",
    "{place} was next. There, on Tuesday, it was the mayor himself, Aman Sun, who welcomed the guest.",
    "In {place} the next day it was the mayor there who received him.",
    "The next day the party was in {place}. There it was the city's turn: Mayor Aman Sun took the guests round.",
    "From there he went to {place}. On Tuesday Mayor Aman Sun received him at the town hall.",
    "In {place}, on Tuesday, Mayor Aman Sun was the host.",
    "The next stop was {place}; its mayor, Aman Sun, gave the visitors a tour of the old town on Tuesday.",
    "On Tuesday the visitors reached {place}, whose mayor took them round the bazaar.",
]
NO_HOST = [
    "On Tuesday the guests were in {place} to see a fort.",
    "In {place}, meanwhile, the mayor opened a school.",
    "He said the mayor of {place} had promised land.",
    "On Tuesday they visited a factory in {place}. Its director gave them lunch.",
    "In {place} the mayor resigned on Tuesday over the budget.",
    "They were told that {place} has a new mayor.",
    "Back in {place} on Thursday he told the mayor about it.",
    "The mayor of {place} could not receive them.",
]
OTHER_LANGS: list[tuple[Lang, str, tuple[str, str]]] = [
    (
        "zh",
        "5月13日,西宁市市长石建平会见巴基斯坦海得拉巴市市长索姆罗一行。次日,客人前往海东市。该市副市长马文华陪同他们参观了工厂。",
        ("Haidong", "Hyderabad"),
    ),
    (
        "zh",
        "5月13日,开封市市长李明会见巴基斯坦木尔坦市市长一行。次日,客人转往洛阳。在那里,出面接待的是副市长陈学明。",
        ("Luoyang", "Multan"),
    ),
]


def visits_to(place: str, *sentences: str) -> list[Mention]:
    told = read_mentions(article(" ".join(sentences), "", "2024-05-17", "en"))
    return [m for m in told if m.type == "visit" and place in (m.cn, m.pk)]


@pytest.mark.parametrize(
    ("met", "place", "between", "went"), [(*m, *rest) for m, *rest in product(MET_ON_MONDAY, BETWEEN, WENT_ON)]
)
def test_the_next_host_is_found(met: str, place: str, between: str, went: str) -> None:
    told = visits_to(place, met, between, went.format(place=place))

    actor = "envoy" if "mbassador" in met else "local"
    guests = None if actor == "envoy" else "Kaifeng" if place == "Sialkot" else "Multan"
    assert [(m.stage, m.actor, m.date) for m in told] == [("took_place", actor, "2024-05-14")]
    assert {told[0].cn, told[0].pk} == {place, guests}


@pytest.mark.parametrize(
    ("met", "place", "between", "went"), [(*m, *rest) for m, *rest in product(MET_ON_MONDAY, BETWEEN, NO_HOST)]
)
def test_no_host_is_made_up(met: str, place: str, between: str, went: str) -> None:
    assert visits_to(place, met, between, went.format(place=place)) == []


@pytest.mark.parametrize(("lang", "text", "pair"), OTHER_LANGS)
def test_other_languages(lang: Lang, text: str, pair: tuple[str, str]) -> None:
    told = [(m.cn, m.pk, m.date) for m in read_mentions(article(text, "", "2024-05-17", lang)) if m.type == "visit"]

    assert (*pair, "2024-05-14") in told
    assert {one[:2] for one in told} - {pair}, "the first host is told too"
