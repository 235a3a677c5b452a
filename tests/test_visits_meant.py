"""Meetings that one sentence tells only in part: the guest or the host is named before, and meant by a word."""

from __future__ import annotations

import pytest

from monitor.understand import read_mentions
from scoring import article

LEADS = [
    "BEIJING: Pakistan's ambassador to China, Khalil Hashmi, was in Chengdu from March 3 to 6, his first trip there.",
    "CHENGDU: Ambassador Khalil Hashmi spent three days in Sichuan this week.",
]
HOSTS = [
    "Huang Qiang, governor of Sichuan,",
    "Sichuan's vice governor, Huang Qiang,",
    "the governor of the province, Huang Qiang,",
    "Governor Huang Qiang",
    "the province's governor, Huang Qiang,",
    "the party secretary of Sichuan, Huang Qiang,",
]
HOST_DOES = """
received him
welcomed him
hosted him
greeted him
saw him
met him
had him as his guest
had him to lunch
gave him a reception
gave him lunch
gave him a warm welcome
gave him a briefing
sat down with him
held talks with him
talked to him about farming
talked with him about farming
talked farming with him
talked over farming with him
went over farming with him
discussed farming with him
exchanged views with him
briefed him on farming
told him about farming
showed him round the city
took him round the city
walked him through the new park
presented him with a shield
presented a shield to him
thanked him for coming
bade him welcome
made him welcome
played host to him
entertained him
was there to meet him
was on hand to greet him
spent an hour with him
heard him on trade
listened to him on trade
called him a friend of the people and gave him a shield
accompanied him to a farm
told the guest about farming
received the ambassador
talked with the envoy about farming
welcomed the guest
said to him that trade must grow
was told by him about the mango season
""".strip().splitlines()
GUEST_DOES = """
called on {host}
paid a call on {host}
met {host}
had a sitting with {host}
had a session with {host}
had a chat with {host}
had lunch with {host}
sat down with {host}
spent an hour with {host}
was with {host}
was at the office of {host}
went to see {host}
saw {host}
was received by {host}
was given a welcome by {host}
was the guest of {host}
was shown round by {host}
was briefed by {host}
was in talks with {host}
held talks with {host}
conferred with {host}
talked to {host}
talked trade with {host}
spoke with {host}
discussed farming with {host}
took up farming with {host}
raised farming with {host}
compared notes with {host}
exchanged views with {host}
shook hands with {host}
put a plan to {host}
presented a shield to {host}
gave a shield to {host}
briefed {host} on farming
told {host} of new projects
brought greetings to {host}
joined {host} for lunch
found time for {host}
had his first meeting with {host}
engaged with {host} on trade
interacted with {host}
explored cooperation with {host}
visited {host} at his office
listened to {host} on farming
was told by {host} how farming works
was assured by {host} of support
""".strip().splitlines()


def visits(text: str) -> set[tuple[str, str | None, str | None, str | None]]:
    """Return stage, actor and sides of the visits that an article tells."""
    found = read_mentions(article(text, published="2024-03-08"))
    return {(m.stage, m.actor, m.cn, m.pk) for m in found if m.type == "visit"}


@pytest.mark.parametrize("verb", HOST_DOES)
def test_a_host_does_something_with_the_guest_told_before(verb: str) -> None:
    for lead in LEADS:
        for host in HOSTS:
            text = f"{lead} {host[0].upper()}{host[1:]} {verb}. Trade was on the table."
            assert ("took_place", "envoy", "Sichuan", None) in visits(text), text


@pytest.mark.parametrize("verb", GUEST_DOES)
def test_the_guest_told_before_does_something_with_a_host(verb: str) -> None:
    for lead in LEADS:
        for host in HOSTS:
            text = f"{lead} He {verb.format(host=host.rstrip(','))}. Trade was on the table."
            assert ("took_place", "envoy", "Sichuan", None) in visits(text), text


VISITORS = [
    ("KARACHI: A ten-member delegation of Gansu province, led by Vice Governor Li Bin, arrived on Monday.", "Gansu"),
    ("KARACHI: Officials from the Chinese province of Gansu were in the city on Monday to look at farms.", "Gansu"),
]
OF_KARACHI = [("Karachi's mayor, Murtaza Wahab,", "Karachi"), ("Sindh Chief Minister Murad Ali Shah", "Sindh")]


@pytest.mark.parametrize("verb", [verb for verb in HOST_DOES if "the " not in verb.replace("the city", "")])
def test_a_host_does_something_with_the_delegation_told_before(verb: str) -> None:
    for lead, guest in VISITORS:
        for host, place in OF_KARACHI:
            text = f"{lead} {host} {verb.replace('him', 'them')}. Trade was on the table."
            assert ("took_place", "local", guest, place) in visits(text), text


@pytest.mark.parametrize("verb", GUEST_DOES)
def test_the_delegation_told_before_does_something_with_a_host(verb: str) -> None:
    for lead, guest in VISITORS:
        for host, place in OF_KARACHI:
            text = f"{lead} They {verb.format(host=host.rstrip(',')).replace('was ', 'were ')}. Trade was on the table."
            assert ("took_place", "local", guest, place) in visits(text), text


@pytest.mark.parametrize(
    "said",
    [
        "He praised the governor of Sindh for his support.",
        "He recalled a speech of the governor of Sindh.",
        "He asked them to follow the rules of the Sindh government.",
        "He quoted the chief minister of Sindh.",
        "He congratulated the chief minister of Sindh on his victory.",
        "The mayor of Karachi wrote to him last year.",
        "He is a friend of the governor of Sindh.",
        "He thanked the governor of Sindh for a message.",
        "He said the governor of Sindh had promised land for a second one.",
        "A message from the governor of Sindh was read out to him.",
        "He was given a medal that is named after a governor of Sindh.",
        "He asked the government of Sindh for a road to the site.",
        "He had written to the chief secretary of Sindh about it, he told the students.",
        "The governor of Sindh had been expected but sent him a letter instead.",
        "The governor of Sindh, who could not come, wished him well.",
        "He and the governor of Sindh share a birthday, he joked.",
        "The chief minister of Sindh has praised him more than once.",
        "He compared the governor of Sindh to a gardener.",
        "He is to retire in June, and the governor of Sindh has invited him to a farewell.",
        "He has known the governor of Sindh since their student days.",
        "He called the mayor of Karachi a friend of China.",
        "He thanked the mayor of Karachi for the street lamps.",
        "He quoted the mayor of Karachi on clean water.",
        "The mayor of Karachi was represented by his secretary.",
        "The mayor of Karachi was not there to hear him.",
        "The mayor of Karachi told reporters elsewhere that he should mind his words.",
        "He missed a meeting with the mayor of Karachi because of the fog.",
        "He cancelled a call on the mayor of Karachi.",
        "He sent flowers to the mayor of Karachi, who is ill.",
        "He spoke by telephone with the mayor of Karachi before the ceremony.",
        "He watched a film about the mayor of Karachi.",
        "He sat below a portrait of the first governor of Sindh.",
        "He said trade with the governor of Sindh's home town was growing.",
        "He left a book for the mayor of Karachi with the librarian.",
        "He wants to see the mayor of Karachi about the lease.",
        "He recalled that the mayor of Karachi had planted the first tree.",
        "He urged the chief minister of Sindh to speed up work.",
        "He condoled with the governor of Sindh on the loss of his mother in a message.",
        "He congratulated the new governor of Sindh.",
        "The commissioner of Karachi had ordered police to guard him.",
        "Police under the commissioner of Karachi escorted him from the airport.",
        "He answered a question about the chief minister of Sindh with a smile.",
        "The university's vice chancellor thanked him and the governor of Sindh for their help.",
        "The students showed him a letter of the governor of Sindh.",
        "The governor of Sindh and he will be the guests of honour at the next convocation.",
        "The firm's chairman introduced him and the mayor of Karachi's brother to the guests.",
    ],
)
def test_who_is_only_spoken_of_meets_nobody(said: str) -> None:
    text = f"KARACHI: Chinese Consul General Yang Yundong addressed students of a college on Monday. {said}"
    assert visits(text) == set()


def test_a_second_host_may_share_the_verb() -> None:
    text = (
        "BEIJING: A week in Guangdong took Ambassador Khalil Hashmi to Shenzhen and Guangzhou. Shenzhen's party chief, "
        "Meng Fanli, received him, and in Guangzhou the mayor, Sun Zhiyang, did."
    )
    assert {cn for _, _, cn, _ in visits(text)} == {"Shenzhen", "Guangzhou"}


def test_two_people_beside_each_other_are_no_list() -> None:
    text = (
        "KARACHI: Gao Jianmin, vice governor of Shaanxi, dropped in on Sindh Chief Minister Murad Ali Shah on Monday."
    )
    assert visits(text) == {("took_place", "local", "Shaanxi", "Sindh")}


def test_a_federal_secretary_is_of_no_province() -> None:
    text = "KARACHI: The Chinese consul general was in Karachi on Monday. Federal Home Secretary Khurram Agha met him."
    assert visits(text) == set()
