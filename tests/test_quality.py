"""Floors under what the understand step measures on labelled articles: retold or invented, cleaner than real pages.

What each set is, `labelled/README.md` tells; rules were improved on all of them.
"""

from __future__ import annotations

from functools import cache

import pytest

from monitor.records import Lang
from scoring import Score, load, score

MEASURED = "2026-11-23"
FLOORS: dict[tuple[str, Lang | None], Score] = {
    ("articles.jsonl", None): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("articles.jsonl", "en"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("articles.jsonl", "zh"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("articles.jsonl", "ur"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_en.jsonl", None): Score(0.922, 0.914, 0.95, 0.98, 3),
    ("own_zh_ur.jsonl", None): Score(0.939, 0.93, 0.967, 0.97, 2),
    ("own_zh_ur.jsonl", "zh"): Score(0.943, 0.927, 0.97, 0.957, 2),
    ("own_zh_ur.jsonl", "ur"): Score(0.933, 0.933, 0.961, 0.99, 0),
    ("own_mixed_a.jsonl", None): Score(0.975, 0.975, 0.99, 0.99, 0),
    ("own_mixed_a.jsonl", "en"): Score(0.969, 0.969, 0.99, 0.99, 0),
    ("own_mixed_a.jsonl", "zh"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_mixed_a.jsonl", "ur"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_mixed_b.jsonl", None): Score(0.971, 0.971, 0.979, 0.98, 0),
    ("own_mixed_b.jsonl", "en"): Score(0.962, 0.962, 0.99, 0.976, 0),
    ("own_mixed_b.jsonl", "zh"): Score(0.99, 0.99, 0.94, 0.99, 0),
    ("own_mixed_b.jsonl", "ur"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_mixed_c.jsonl", None): Score(0.985, 0.985, 0.99, 0.99, 0),
    ("own_mixed_c.jsonl", "en"): Score(0.984, 0.984, 0.99, 0.99, 0),
    ("own_mixed_c.jsonl", "zh"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_mixed_c.jsonl", "ur"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_mixed_d.jsonl", None): Score(0.96, 0.96, 0.975, 0.978, 1),
    ("own_mixed_d.jsonl", "en"): Score(0.957, 0.957, 0.968, 0.973, 1),
    ("own_mixed_d.jsonl", "zh"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_mixed_d.jsonl", "ur"): Score(0.942, 0.942, 0.99, 0.99, 0),
    ("retold_en.jsonl", None): Score(0.977, 0.977, 0.956, 0.99, 0),
    ("retold_zh_ur.jsonl", None): Score(0.965, 0.96, 0.973, 0.975, 1),
    ("retold_zh_ur.jsonl", "zh"): Score(0.96, 0.955, 0.979, 0.98, 0),
    ("retold_zh_ur.jsonl", "ur"): Score(0.97, 0.97, 0.967, 0.969, 1),
    ("retold_mixed.jsonl", None): Score(0.952, 0.941, 0.977, 0.979, 0),
    ("retold_mixed.jsonl", "en"): Score(0.961, 0.947, 0.99, 0.975, 0),
    ("retold_mixed.jsonl", "zh"): Score(0.95, 0.95, 0.99, 0.99, 0),
    ("retold_mixed.jsonl", "ur"): Score(0.89, 0.89, 0.879, 0.99, 0),
    ("retold_late.jsonl", None): Score(0.986, 0.986, 0.99, 0.99, 0),
    ("retold_late.jsonl", "en"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("retold_late.jsonl", "zh"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("retold_late.jsonl", "ur"): Score(0.953, 0.953, 0.99, 0.99, 0),
    ("retold_last.jsonl", None): Score(0.985, 0.985, 0.979, 0.981, 0),
    ("retold_last.jsonl", "en"): Score(0.983, 0.983, 0.99, 0.99, 0),
    ("retold_last.jsonl", "zh"): Score(0.99, 0.99, 0.919, 0.923, 0),
    ("retold_last.jsonl", "ur"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("retold_wide.jsonl", None): Score(0.977, 0.976, 0.968, 0.986, 3),
    ("retold_wide.jsonl", "en"): Score(0.978, 0.976, 0.966, 0.987, 3),
    ("retold_wide.jsonl", "zh"): Score(0.978, 0.978, 0.968, 0.978, 0),
    ("retold_wide.jsonl", "ur"): Score(0.974, 0.974, 0.978, 0.99, 0),
    ("retold_more.jsonl", None): Score(0.974, 0.974, 0.979, 0.988, 1),
    ("retold_more.jsonl", "en"): Score(0.971, 0.971, 0.979, 0.988, 1),
    ("retold_more.jsonl", "zh"): Score(0.984, 0.984, 0.978, 0.99, 0),
    ("retold_more.jsonl", "ur"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("retold_again.jsonl", None): Score(0.985, 0.985, 0.984, 0.99, 0),
    ("retold_again.jsonl", "en"): Score(0.983, 0.983, 0.986, 0.99, 0),
    ("retold_again.jsonl", "zh"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("retold_again.jsonl", "ur"): Score(0.99, 0.99, 0.964, 0.99, 0),
    ("own_hard.jsonl", None): Score(0.944, 0.944, 0.902, 0.975, 0),
    ("own_hard.jsonl", "en"): Score(0.923, 0.923, 0.897, 0.976, 0),
    ("own_hard.jsonl", "zh"): Score(0.962, 0.962, 0.86, 0.961, 0),
    ("own_hard.jsonl", "ur"): Score(0.973, 0.973, 0.955, 0.99, 0),
    ("own_late.jsonl", None): Score(0.97, 0.97, 0.971, 0.99, 0),
    ("own_late.jsonl", "en"): Score(0.968, 0.968, 0.972, 0.99, 0),
    ("own_late.jsonl", "zh"): Score(0.974, 0.974, 0.99, 0.99, 0),
    ("own_late.jsonl", "ur"): Score(0.969, 0.969, 0.94, 0.99, 0),
    ("own_stories.jsonl", None): Score(0.94, 0.94, 0.962, 0.983, 0),
    ("own_stories.jsonl", "en"): Score(0.93, 0.93, 0.953, 0.984, 0),
    ("own_stories.jsonl", "zh"): Score(0.954, 0.954, 0.973, 0.975, 0),
    ("own_stories.jsonl", "ur"): Score(0.975, 0.975, 0.99, 0.99, 0),
    ("own_siblings.jsonl", None): Score(0.972, 0.972, 0.99, 0.982, 0),
    ("own_siblings.jsonl", "en"): Score(0.968, 0.968, 0.99, 0.981, 0),
    ("own_siblings.jsonl", "zh"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_siblings.jsonl", "ur"): Score(0.99, 0.99, 0.99, 0.99, 0),
    ("own_siblings_more.jsonl", None): Score(0.97, 0.97, 0.961, 0.986, 0),
    ("own_siblings_more.jsonl", "en"): Score(0.968, 0.968, 0.961, 0.99, 0),
    ("own_siblings_more.jsonl", "zh"): Score(0.99, 0.99, 0.942, 0.951, 0),
    ("own_siblings_more.jsonl", "ur"): Score(0.961, 0.961, 0.99, 0.99, 0),
    ("own_short.jsonl", None): Score(0.876, 0.855, 0.715, 0.896, 1),
    ("own_siblings_again.jsonl", None): Score(0.942, 0.942, 0.99, 0.99, 0),
    ("own_short_more.jsonl", None): Score(0.751, 0.724, 0.927, 0.978, 1),
    ("traps.jsonl", None): Score(0.956, 0.949, 0.955, 0.986, 2),
    ("traps.jsonl", "en"): Score(0.943, 0.929, 0.95, 0.983, 2),
    ("traps.jsonl", "zh"): Score(0.976, 0.976, 0.959, 0.99, 0),
    ("traps.jsonl", "ur"): Score(0.969, 0.969, 0.966, 0.99, 0),
}
"""Pair, strict, date and is_new 0.01 below what was measured on that day; false alarms, as measured, are a ceiling."""


@cache
def measured(name: str, lang: Lang | None) -> Score:
    return score(load(name, lang))


@pytest.mark.parametrize("ratio", ["pair", "strict", "date", "is_new"])
@pytest.mark.parametrize(("name", "lang"), FLOORS)
def test_no_ratio_falls_below_its_floor(name: str, lang: Lang | None, ratio: str) -> None:
    assert getattr(measured(name, lang), ratio) >= getattr(FLOORS[name, lang], ratio), f"floor of {MEASURED}"


@pytest.mark.parametrize(("name", "lang"), FLOORS)
def test_no_more_false_alarms(name: str, lang: Lang | None) -> None:
    assert measured(name, lang).false_alarms <= FLOORS[name, lang].false_alarms, f"ceiling of {MEASURED}"
