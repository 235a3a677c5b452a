"""Articles for tests, what a table says of their events, and the score of a labelled set (codebook, Fields)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from monitor.records import Article, Lang, Mention
from monitor.understand import read_mentions

LABELLED = Path(__file__).with_name("labelled")
_OTHER_NAMES = {"xizang": "tibet", "taxkorgan": "tashkurgan", "macao": "macau", "azadjammuandkashmir": "azadkashmir"}
LINE = re.compile(
    r"(?P<maybe>\? )?(?P<cn>.+?) - (?P<pk>.+?): (?P<stage>\S+) (?P<kind>\S+)"
    r"(?: (?P<date>[\d*]\S*|undated\S*))?(?: (?P<age>new|old))?"
)


def article(text: str, title: str = "", published: str | None = None, lang: Lang = "en") -> Article:
    """Make an article of a text."""
    return Article("a1", "https://news.example.org/1", "test", lang, title, text, published)


def case(
    name: str,
    text: str,
    *expected: str,
    title: str = "Today's news",
    day: str = "2019-04-24",
    lang: Lang = "en",
    fails: str = "",
) -> ParameterSet:
    """Make a row of a table. `fails` says why the program does not meet it yet."""
    marks = [pytest.mark.xfail(reason=fails, strict=True)] if fails else []
    return pytest.param(article(text, title, day, lang), expected, id=name, marks=marks)


def _fits(line: Mapping[str, str | None], mention: Mention) -> bool:
    told = {
        "cn": mention.cn or "none",
        "pk": mention.pk or "none",
        "stage": mention.stage,
        "kind": mention.relation or mention.actor or "",
        "date": mention.date or "undated",
        "age": "new" if mention.is_new else "old",
    }
    return all(line[name] in (None, "*") or value in (line[name] or "").split("|") for name, value in told.items())


def _brief(mention: Mention) -> str:
    age = "new" if mention.is_new else "old"
    places = f"{mention.cn or 'none'} - {mention.pk or 'none'}"
    return f"{places}: {mention.stage} {mention.relation or mention.actor} {mention.date or 'undated'} {age}"


def disagreements(mentions: Iterable[Mention], expected: Sequence[str]) -> list[str]:
    """Compare mentions with lines such as `Zhuhai - Gwadar: signed sister_city 2015-11-13 new`.

    The date and new or old may be left out; `a|b` allows either, `*` anything, `none` is a side that is not tied; a
    line that begins with `? ` is optional: it may be found or not.
    """
    left = list(mentions)
    wanted: list[tuple[str, dict[str, str | None]]] = []
    optional: list[tuple[str, dict[str, str | None]]] = []
    for text in expected:
        line = LINE.fullmatch(text)
        assert line is not None, f"not a line of a table: {text}"
        (optional if line["maybe"] else wanted).append((text, line.groupdict()))
    problems = []
    for text, fields in wanted:
        hit = next((mention for mention in left if _fits(fields, mention)), None)
        if hit is None:
            problems.append(f"missing {text}")
        else:
            left.remove(hit)
    return problems + [f"extra {_brief(m)}" for m in left if not any(_fits(fields, m) for _, fields in optional)]


@dataclass(frozen=True)
class Label:
    """One labelled event: for each field the values that count as right, the label's own first."""

    type: str
    scored: bool
    right: Mapping[str, tuple[Any, ...]]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Label:
        accept: Mapping[str, Sequence[Any]] = row.get("accept") or {}
        names = ("stage", "relation", "actor", "cn", "pk", "date", "is_new")
        right = {name: (row.get(name), *accept.get(name, ())) for name in names}
        for side in ("cn", "pk"):
            right[side] = tuple(plain(value) for value in right[side])
        return cls(row["type"], not (row.get("ambiguous") or row.get("optional")), right)

    def own_places(self, mention: Mention) -> bool:
        return (plain(mention.cn), plain(mention.pk)) == (self.right["cn"][0], self.right["pk"][0])

    def places(self, mention: Mention) -> bool:
        return plain(mention.cn) in self.right["cn"] and plain(mention.pk) in self.right["pk"]

    def touches(self, mention: Mention) -> bool:
        """Tell whether one place is the same and the other is left open by label or mention."""
        cn, pk = plain(mention.cn), plain(mention.pk)
        same = [value is not None and value in self.right[side] for side, value in (("cn", cn), ("pk", pk))]
        open_ = [value is None or self.right[side] == (None,) for side, value in (("cn", cn), ("pk", pk))]
        return self.places(mention) or (same[0] and open_[1]) or (same[1] and open_[0])

    def agrees(self, name: str, mention: Mention) -> bool:
        return getattr(mention, name) in self.right[name]


@dataclass(frozen=True)
class Score:
    """Ratios of a set, and how many articles without a scored event gave a wrong one."""

    pair: float
    strict: float
    date: float
    is_new: float
    false_alarms: int


@dataclass
class _Tally:
    right: int = 0
    missed: int = 0
    wrong: int = 0
    stages: int = 0
    news: int = 0
    days: list[bool] = field(default_factory=list)
    false_alarms: int = 0


def load(name: str, lang: Lang | None = None) -> list[tuple[Article, tuple[Label, ...]]]:
    """Read a labelled set of `tests/labelled`, or its articles of one language."""
    rows = [json.loads(line) for line in (LABELLED / name).read_text("utf-8").split("\n") if line.strip()]
    return [
        (
            Article(
                row["id"], row["url"], row["source"], row["lang"], row["title"] or "", row["text"], row["published"]
            ),
            tuple(Label.of(event) for event in row["events"]),
        )
        for row in rows
        if lang in (None, row["lang"])
    ]


def score(labelled: Iterable[tuple[Article, Sequence[Label]]]) -> Score:
    """Read each article and compare what it tells with its labels."""
    tally = _Tally()
    for read, labels in labelled:
        _compare(labels, list(read_mentions(read)), tally)
    return Score(
        pair=_f1(tally.right, tally.wrong, tally.missed),
        strict=_f1(tally.stages, tally.wrong + tally.right - tally.stages, tally.missed + tally.right - tally.stages),
        date=sum(tally.days) / (len(tally.days) or 1),
        is_new=tally.news / (tally.right or 1),
        false_alarms=tally.false_alarms,
    )


def _compare(labels: Sequence[Label], mentions: Sequence[Mention], tally: _Tally) -> None:
    left = list(mentions)
    scored = [label for label in labels if label.scored]
    others = [label for label in labels if not label.scored]
    matched: list[tuple[Label, Mention]] = []
    missed = scored
    for test in (Label.own_places, Label.places):
        still = []
        for label in missed:
            fit = [m for m in left if m.type == label.type and test(label, m)]
            if not fit:
                still.append(label)
                continue
            best = max(fit, key=lambda m: tuple(label.agrees(name, m) for name in ("stage", "is_new", "date")))
            left.remove(best)
            matched.append((label, best))
        missed = still
    for label in others:
        touched = next((m for m in left if m.type == label.type and label.places(m)), None) or next(
            (m for m in left if m.type == label.type and label.touches(m)), None
        )
        if touched is not None:
            left.remove(touched)
    wrong = [m for m in left if not any(label.type == m.type and label.places(m) for label in others)]
    tally.right += len(matched)
    tally.missed += len(missed)
    tally.wrong += len(wrong)
    tally.stages += sum(label.agrees("stage", m) for label, m in matched)
    tally.news += sum(label.agrees("is_new", m) for label, m in matched)
    tally.days += [label.agrees("date", m) for label, m in matched if label.right["stage"][0] != "proposed"]
    tally.false_alarms += bool(wrong) and not scored


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / ((2 * right + wrong + missed) or 1)


def plain(name: str | None) -> str | None:
    """A place's name as labels are compared: without case and marks, by one of its names."""
    letters = "".join(char for char in (name or "").casefold() if char.isalnum())
    return _OTHER_NAMES.get(letters, letters) or None
