"""Envoys by name: a call told without a time is of another occasion than that of an envoy of another name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from monitor.resolve.readings import Reading

_TITLE: Final = r"(?:[Aa]mbassador|AMBASSADOR|[Cc]onsul[- ][Gg]eneral|[Ee]nvoy|CG|[Dd]iplomat)"
_NAME: Final = r"(?:(?:Mr|Ms|Mrs|Dr|H\.?E)\.? )?((?:[A-Z][a-z'’-]+)(?:[ -](?:[A-Z][a-z'’-]+|[a-z]{2})){0,3})"
_PATTERNS: Final = (
    re.compile(rf"{_TITLE}(?: (?:of|to|in|for|at) (?:the )?[A-Z]\w+(?: to [A-Z]\w+)?)?,? {_NAME}"),
    re.compile(rf"{_NAME},? (?:(?:the|who is|as|new|newly[- ]\w+|acting|outgoing|[A-Z]\w+(?:'s|’s)?) ){{0,4}}{_TITLE}"),
    re.compile(r"(?:总领事|總領事|大使)([\u4e00-\u9fff]{2,4})(?=[·,，。、一于在对對拜会會同与與率表说說]|$)"),
    re.compile(r"(?:قونصل جنرل|سفیر) ([آ-ۓ]+ [آ-ۓ]+)"),
)
_NO_NAMES: Final = frozenset(
    """
    china chinese china's pakistan pakistani pakistan's the new consul general ambassador cg envoy deputy acting he his
    governor punjab sindh balochistan khyber pakhtunkhwa karachi lahore peshawar quetta islamabad beijing shanghai
    chengdu guangzhou on in at to of for with and by monday tuesday wednesday thursday friday saturday sunday meets
    calls visits met called lauds says outgoing mr ms mrs dr ul
    """.split()  # noqa: SIM905
)
"""Words beside an envoy's title that are no part of his name."""


def other_envoy(a: Reading, b: Reading) -> bool:
    """Tell whether two mentions, told in one script, name envoys who share no part of their names."""
    one, other = _names(a), _names(b)
    return bool(one and other) and a.report.lang == b.report.lang and not one & other


def _names(reading: Reading) -> frozenset[str]:
    if reading.mention.actor != "envoy":
        return frozenset()
    return _named_in(reading.report.title) | _named_in(reading.mention.evidence)


@lru_cache(maxsize=10_000)
def _named_in(text: str) -> frozenset[str]:
    """Return the parts of envoys' names, folded; "Moin ul Haque" and "Moinul Haque" share one."""
    found = (hit.group(1) for pattern in _PATTERNS for hit in pattern.finditer(text))
    parts = (part.casefold() for name in found for part in re.split(r"[\s-]+", name))
    return frozenset(part for part in parts if part not in _NO_NAMES and len(part) > 1)
