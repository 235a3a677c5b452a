"""People told with their office once, and by name alone afterwards; and two people who are the subject of one verb."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.understand import read_mentions
from scoring import article

ENVOYS = [
    "Chinese Consul General {name} arrived in the city on Monday.",
    "The newly posted Consul General of China in Lahore, {name}, began a tour of the province.",
    "{name}, China's consul general in Karachi, has spent the week upcountry.",
]
CALLS = [
    "{he} met Faisalabad Mayor Razzaq Malik at the town hall on Tuesday.",
    "In the evening {he} was received by the mayor of Faisalabad.",
    "Mr {he} and the mayor of Faisalabad talked about schools.",
    "The mayor of Faisalabad gave {he} a shield on Tuesday.",
    "{he} later held a meeting with the commissioner of Faisalabad.",
    "Talks between {he} and the mayor of Faisalabad lasted an hour.",
]
GUESTS = [
    "A delegation from Jiangsu led by Vice Governor {name} arrived in Pakistan on Sunday.",
    "{name}, vice governor of Jiangsu, flew in on Sunday.",
    "Jiangsu Vice Governor {name} is on a visit to Pakistan.",
]
HOSTS = [
    "{he} met Punjab Chief Minister Maryam Nawaz in Lahore on Tuesday.",
    "On Tuesday {he} called on the governor of Punjab.",
    "The chief minister of Punjab hosted {he} at a lunch.",
    "Punjab Agriculture Minister Ashiq Hussain sat down with {he} on Tuesday.",
]
NAMES = [("Zhao Shiren", "Zhao"), ("Li Bijian", "Li"), ("Xu Wei", "Xu Wei"), ("Yang Yundong", "Yang")]


def visits(text: str) -> set[tuple[str | None, str | None, str | None]]:
    told = read_mentions(article(text, published="2023-06-15"))
    return {(m.actor, m.cn, m.pk) for m in told if m.type == "visit" and m.stage == "took_place"}


@pytest.mark.parametrize(("first", "then", "name"), list(product(ENVOYS, CALLS, NAMES)))
def test_an_envoy_is_known_by_name(first: str, then: str, name: tuple[str, str]) -> None:
    text = f"{first} {then}".format(name=name[0], he=name[1])
    assert ("envoy", None, "Faisalabad") in visits(text)


@pytest.mark.parametrize(("first", "then", "name"), list(product(GUESTS, HOSTS, NAMES)))
def test_a_guest_is_known_by_name(first: str, then: str, name: tuple[str, str]) -> None:
    text = f"{first} {then}".format(name=name[0], he=name[1])
    assert visits(text) == {("local", "Jiangsu", "Punjab")}


@pytest.mark.parametrize(
    "then",
    [
        "Imran Khan met Governor Erkin Tuniyaz on Tuesday.",
        "Khan Abdul met Governor Erkin Tuniyaz on Tuesday.",
    ],
)
def test_somebody_else_may_bear_a_part_of_the_name(then: str) -> None:
    first = "URUMQI: The chief minister of Gilgit-Baltistan, Gulbar Khan, is at home this week."
    assert visits(f"{first} {then}") == set()


def test_a_host_is_known_by_name() -> None:
    text = "URUMQI: The chief minister of Gilgit-Baltistan, Gulbar Khan, is in Urumqi. "
    assert visits(f"{text}Khan met Governor Erkin Tuniyaz on Tuesday.") == {("local", "Xinjiang", "Gilgit-Baltistan")}


def test_where_a_guest_known_by_name_went_sightseeing_proves_no_visit() -> None:
    text = (
        "HAIKOU: Hainan and Sindh signed a sister-province agreement on Thursday. Governor Fu Anlan and Sindh's Chief "
        "Minister Sarfraz Talpur attended the signing. Talpur hoped to learn from projects in Hainan, which he visited "
        "on Thursday morning."
    )
    (visit,) = [m for m in read_mentions(article(text, published="2026-11-12")) if m.type == "visit"]
    assert visit.evidence.startswith("Governor Fu Anlan")


TWO = [
    ("The Chinese consul general and the governor of Punjab", ("envoy", None, "Punjab")),
    ("Governor of Punjab Baligh ur Rehman and Chinese Consul General Zhao Shiren", ("envoy", None, "Punjab")),
    ("The vice mayor of Yancheng and the mayor of Multan", ("local", "Yancheng", "Multan")),
    ("Multan Mayor Razzaq Malik and Vice Mayor of Yancheng Fang Wei", ("local", "Yancheng", "Multan")),
]
TOGETHER = """
spoke about farming
agreed to set up a farm
reviewed the work on the canal
shook hands
had lunch together
sat together
compared notes on farming
deliberated upon matters of mutual interest
reaffirmed their friendship
explored new avenues of cooperation
vowed to work together
talked for an hour
chatted over tea
dwelt on trade
took up security
took stock of the projects
came face to face
spoke of farming
underlined the need for trade
had a long conversation
exchanged souvenirs
jointly reviewed security
spent an hour together
looked at plans for a farm
sat down on Monday
""".strip().splitlines()
APART = """
spoke at the seminar
addressed the seminar
inaugurated the fair
cut the ribbon
praised the farmers
sent messages
condemned the attack
are expected at the fair
unveiled the plaque
distributed prizes
were also present
were among the guests
graced the occasion
congratulated the winners
planted a sapling
sat in the front row
watched the match
spoke there as well
took the floor too
looked on
""".strip().splitlines()


@pytest.mark.parametrize("act", TOGETHER)
@pytest.mark.parametrize(("two", "visit"), TWO)
def test_what_two_people_do_together_is_a_meeting(two: str, visit: tuple[str, str, str], act: str) -> None:
    assert visits(f"LAHORE: {two} {act}.") == {visit}


@pytest.mark.parametrize("act", APART)
@pytest.mark.parametrize("two", [two for two, _ in TWO])
def test_what_each_may_do_alone_is_none(two: str, act: str) -> None:
    assert visits(f"LAHORE: {two} {act}.") == set()
