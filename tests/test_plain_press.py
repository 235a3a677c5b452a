"""Short reports in plain press, from `plain_press.toml`, each read whole: every event, and none besides."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from monitor.records import Article
from monitor.understand import read_mentions
from scoring import article, case, disagreements

_TABLES = tomllib.loads(Path(__file__).with_name("plain_press.toml").read_text("utf-8"))
REPORTS = [case(row.pop("name"), row.pop("text"), *row.pop("tells"), **row) for row in _TABLES["report"]]
NOTHING_TOLD: list[str] = _TABLES["nothing_told"]


@pytest.mark.parametrize(("read", "expected"), REPORTS)
def test_reports(read: Article, expected: Sequence[str]) -> None:
    assert disagreements(read_mentions(read), expected) == []


@pytest.mark.parametrize("text", NOTHING_TOLD)
def test_nothing_is_told(text: str) -> None:
    assert read_mentions(article(text, "Today's news", "2022-05-12")) == ()
