"""Officials at the other country's mission: a visit where it is about a partner place, none where it is not."""

from __future__ import annotations

import pytest

from monitor.understand import read_mentions
from scoring import article

TIE = "Weifang and Gujrat have agreed in principle to become sister cities."
ABOUT_PARTNER = [
    f"{TIE} Vice Mayor Ma Qingmin was at the Pakistan Embassy in Beijing on Thursday to go over the step.",
    "Three officials of Weifang's foreign affairs office called at the Embassy of Pakistan on Thursday to discuss a "
    "sister-city relationship between Weifang and Gujrat.",
    f"{TIE} A delegation from Weifang visited the Pakistani embassy on Thursday to speak of the draft.",
]
NO_VISIT = [
    f"{TIE} The Pakistani embassy said on Thursday that it would help.",
    f"{TIE} Vice Mayor Ma Qingmin of Weifang attended a National Day reception at the Pakistan Embassy on Thursday.",
    "A vice mayor of Weifang was at the Pakistan Embassy in Beijing on Thursday for a mango tasting.",
]


def visits(text: str) -> list[tuple[str | None, ...]]:
    told = read_mentions(article(text, "", "2024-04-19", "en"))
    return [(m.stage, m.actor, m.cn, m.pk, m.date) for m in told if m.type == "visit"]


@pytest.mark.parametrize("text", ABOUT_PARTNER)
def test_a_call_about_a_partner_place(text: str) -> None:
    assert visits(text) == [("took_place", "local", "Weifang", "Gujrat", "2024-04-18")]


@pytest.mark.parametrize("text", NO_VISIT)
def test_no_partner_or_nobody_calls(text: str) -> None:
    assert visits(text) == []
