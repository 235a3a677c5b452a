"""One meeting and one journey in the many ways that reporters tell them: always the same visit."""

from __future__ import annotations

import pytest

from monitor.understand import read_mentions
from scoring import article

ENVOYS = [
    "Chinese Consul General in Lahore Zhao Shiren",
    "Zhao Shiren, the Chinese consul general in Lahore,",
    "the Chinese ambassador, Jiang Zaidong,",
    "acting Chinese consul general Cao Ke",
]
HOSTS = [
    ("Punjab Chief Minister Maryam Nawaz", "Punjab"),
    ("the chief minister of Punjab, Maryam Nawaz,", "Punjab"),
    ("Governor Punjab Sardar Saleem", "Punjab"),
    ("Mayor of Lahore Mubashir Javed", "Lahore"),
    ("Deputy Commissioner Lahore Musa Raza", "Lahore"),
    ("Punjab's Home Secretary Noor Ameen", "Punjab"),
    ("Sindh Local Government Minister Saeed Ghani", "Sindh"),
]
GUESTS = [
    ("a delegation from Chengdu led by Vice Mayor Wang Jun", "Chengdu"),
    ("a five-member delegation of the Chengdu municipal government", "Chengdu"),
    ("Wang Jun, vice mayor of Chengdu,", "Chengdu"),
    ("Sichuan's party secretary Wang Xiaohui", "Sichuan"),
    ("a team of officials from the Chengdu foreign affairs office", "Chengdu"),
]
MEETINGS = [
    "{guest} called on {host} on Monday.",
    "{guest} met {host} on Monday.",
    "{host} met {guest} on Monday.",
    "{host} received {guest} in the city on Monday.",
    "{host} held a meeting with {guest} on Monday.",
    "{guest} held talks with {host} on Monday.",
    "{guest} paid a courtesy call on {host} on Monday.",
    "{guest} was received by {host} on Monday.",
    "{host} hosted {guest} for lunch on Monday.",
    "{host} welcomed {guest} to the office on Monday.",
    "{guest} and {host} discussed farming at a meeting on Monday.",
    "A meeting between {guest} and {host} was held on Monday.",
    "{guest} had a meeting with {host} on Monday.",
    "In a meeting with {guest} on Monday, {host} spoke of farming.",
    "{host} and {guest} exchanged views on farming on Monday.",
    "{guest} sat down with {host} on Monday.",
    "{host} and {guest} got together on Monday to talk about farming.",
    "On Monday {guest} came to see {host}.",
    "{host} briefed {guest} on Monday on farm machines.",
    "Farm machines were on the table when {guest} met {host} on Monday.",
    "Security was discussed as {host} received {guest} on Monday.",
]
OF_ENVOYS = [
    "{guest} took tea with {host} on Monday.",
    "{guest} spent an hour with {host} on Monday.",
    "On Monday, {host} had {guest} as a guest.",
    "{host} on Monday conferred with {guest}.",
    "{guest} drove to the office of {host} on Monday for talks.",
    "{host} sought the help of {guest} for farms during a meeting on Monday.",
]
JOURNEYS = [
    "{guest} arrived in Lahore on Monday.",
    "{guest} visited Lahore on Monday.",
    "{guest} reached Lahore on Monday on a three-day visit.",
    "{guest} toured Lahore on Monday.",
    "{guest} began a visit to Lahore on Monday.",
    "{guest} was in Lahore on Monday to look at schools.",
    "{guest} travelled to Lahore on Monday.",
    "{guest} flew to Lahore on Monday.",
]


def _visits(sentence: str, dateline: str = "") -> list[tuple[str | None, str | None, str, str | None]]:
    opening = sentence[0].upper() + sentence[1:].replace(",.", ".").replace(",,", ",")
    read = read_mentions(article(f"{dateline}{opening} Trade was discussed.", "Talk of trade", "2024-05-14"))
    return [(m.cn, m.pk, m.stage, m.date) for m in read if m.type == "visit"]


@pytest.mark.parametrize("told", [*MEETINGS, *OF_ENVOYS])
def test_an_envoy_meets_an_official(told: str) -> None:
    for envoy in ENVOYS:
        for host, place in HOSTS:
            visits = _visits(told.format(guest=envoy, host=host), "LAHORE: ")
            assert visits == [(None, place, "took_place", "2024-05-13")], (envoy, host)


@pytest.mark.parametrize("told", MEETINGS)
def test_a_delegation_meets_an_official(told: str) -> None:
    for guest, home in GUESTS:
        for host, place in HOSTS:
            visits = _visits(told.format(guest=guest, host=host), "LAHORE: ")
            assert visits == [(home, place, "took_place", "2024-05-13")], (guest, host)


@pytest.mark.parametrize("told", JOURNEYS)
def test_a_delegation_travels(told: str) -> None:
    for guest, home in GUESTS:
        assert _visits(told.format(guest=guest)) == [(home, "Lahore", "took_place", "2024-05-13")], guest
