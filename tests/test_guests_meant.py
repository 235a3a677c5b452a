"""Guests named in one sentence and received in the next, where "them" or "the visitors" stands for them."""

from __future__ import annotations

from itertools import product

import pytest

from monitor.understand import read_mentions
from scoring import article

GUESTS = [
    "Six officials of the Weifang municipal government arrived on Monday.",
    "Guests from Weifang walked through the old town on Monday.",
    "Weifang has sent a team to look at kites.",
    "Vice Mayor Li Qiang of Weifang came with five colleagues.",
    "Weifang's deputy mayor, Li Qiang, landed with a dozen officials on Monday.",
]
HOSTS = [
    "On Tuesday Commissioner Aamir Khattak {}.",
    "Rawalpindi's commissioner, Aamir Khattak, {} on Tuesday.",
    "In Rawalpindi on Tuesday the commissioner {}.",
]
ACTS = [
    "received the visitors",
    "welcomed the guests at the city hall",
    "briefed them on the ring road",
    "gave them lunch",
    "had a long talk with them",
    "took them round the dry port",
    "sat with them for an hour",
    "was their host",
    "handed them a souvenir",
]


@pytest.mark.parametrize(("guests", "host", "act"), list(product(GUESTS, HOSTS, ACTS)))
def test_received(guests: str, host: str, act: str) -> None:
    text = f"RAWALPINDI: {guests} {host.format(act)} The drains were laid in 1920."
    told = read_mentions(article(text, "News in brief", "2024-05-16"))
    visits = {(m.stage, m.cn, m.pk) for m in told if m.type == "visit"}
    assert visits == {("took_place", "Weifang", "Rawalpindi")}


def test_who_is_named_anew_is_of_the_other_side() -> None:
    text = "RAWALPINDI: Vice Mayor Li Qiang of Weifang came on Monday. Commissioner Aamir Khattak was in Murree."
    assert not [m for m in read_mentions(article(text, "News in brief", "2024-05-16")) if m.pk == "Murree"]


@pytest.mark.parametrize(
    "lead",
    [
        "Engineers of a Weifang company arrived on Monday.",
        "Students of Weifang University walked through the old town on Monday.",
        "A tour group from Weifang took pictures of the fort on Monday.",
        "Weifang's kites were on show in the arts council on Monday.",
        "Residents came with complaints on Monday; one had lived in Weifang.",
    ],
)
@pytest.mark.parametrize("act", ["received them", "gave them lunch", "had a long talk with them"])
def test_who_is_nobodys_delegation(lead: str, act: str) -> None:
    text = f"RAWALPINDI: {lead} On Tuesday Commissioner Aamir Khattak {act}. The drains were laid in 1920."
    assert read_mentions(article(text, "News in brief", "2024-05-16")) == ()
