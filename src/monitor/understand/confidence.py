"""How sure a mention is: how often its kind of reading was right in articles that no rule had been made on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from monitor.errors import DataError
from monitor.understand.finding import TOGETHER, Finding

_PATH = Path(__file__).parents[1] / "data" / "confidence.toml"
_KINDS = ("visit", "agreement", "place")


@lru_cache(maxsize=1)
def load_shares() -> Mapping[str, Mapping[str, float]]:
    """Load the measured shares, 0 to 1, of `data/confidence.toml`.

    Raises DataError naming the file and the key for a share that cannot be used.
    """
    try:
        table = tomllib.loads(_PATH.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{_PATH}: {error}") from error
    for kind in _KINDS:
        for key, share in table.get(kind, {kind: None}).items():
            if not isinstance(share, float) or not 0 < share <= 1:
                raise DataError(f"{_PATH}: [{kind}] {key} must be a share between 0 and 1")
    return table


def confidence_of(finding: Finding, told: Sequence[Finding]) -> float:
    """Return the confidence, 0 to 1, of an event read as `finding`; `told` are all findings of the article about it."""
    shares = load_shares()
    own = shares[finding.type]
    reading = finding.rule.removeprefix("agreement: ").removeprefix("visit: ").partition(",")[0]
    if reading == TOGETHER and not all(TOGETHER in one.rule for one in told):
        reading = ""  # a verb of meeting tells it too
    titles = {one.in_title for one in told}
    evidence = "confirmed" if len(titles) > 1 else "explicit" if any(one.explicit for one in told) else "plain"
    share = own.get(reading, own[evidence])
    places = [spot.how for spot in (finding.cn, finding.pk) if spot]
    return round(share * min((shares["place"][how] for how in places), default=1.0), 3)
