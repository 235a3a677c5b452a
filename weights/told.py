"""What the tests say that articles tell: the labelled sets, and the tables of reports, phrases and near misses."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from _pytest.mark import ParameterSet

import test_asserted
import test_no_event
import test_plain_press
import test_proposed
from monitor.articles import read_articles
from monitor.records import Article
from monitor.understand.places import Spot
from monitor.understand.text import fold
from scoring import LABELLED, LINE, article, plain

PROVED_BY = 24
"""Characters at the beginning or end of an evidence that a sentence must hold."""
NOT_LEARNT = ("own_short_more.jsonl",)
"""Sets that the weights are not learnt from: so far from news that visits learnt from them cost false alarms."""
PHRASES: tuple[tuple[str, tuple[str, ...], Sequence[str]], ...] = (
    ("signed", ("Multan and Lanzhou {} on Wednesday.",), test_asserted.MADE),
    ("signed", ("A sister city agreement between Multan and Lanzhou {} on Wednesday.",), test_asserted.BECAME_REAL),
    ("proposed", ("The mayor of Multan {}.", "The Punjab government {}."), test_proposed.PROPOSED),
    ("", ("Multan and Lanzhou {} on Wednesday.",), test_asserted.STOOD),
)
"""What phrases of the tests tell, in sentences such as theirs."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a label or a row of a table gives an article; `evidence` is None where only its places prove it."""

    type: str
    stage: str
    cn: frozenset[str | None]
    pk: frozenset[str | None]
    scored: bool
    evidence: str | None

    def is_of(self, cn: Spot | None, pk: Spot | None) -> bool:
        """Tell whether the event is one of these places, None for a side left open."""
        names = (plain(spot.place.name_en if spot else None) for spot in (cn, pk))
        return all(name in told for name, told in zip(names, (self.cn, self.pk), strict=True))

    def is_proved_by(self, sentence: str, names_both: bool) -> bool:
        """Tell whether the evidence begins or ends in a folded sentence."""
        if self.evidence is None:
            return names_both
        return (
            sentence in self.evidence or self.evidence[:PROVED_BY] in sentence or self.evidence[-PROVED_BY:] in sentence
        )


def labelled() -> Iterator[tuple[str, Article, list[Told]]]:
    """The labelled articles that the weights are learnt from, each with its occasion."""
    for path in sorted(path for path in LABELLED.glob("*.jsonl") if path.name not in NOT_LEARNT):
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
        for read, row in zip(read_articles(path), rows, strict=True):
            events = row["events"]
            occasions = sorted(event["occasion"].rpartition(":")[0] for event in events if event.get("occasion"))
            yield (occasions or [read.article_id])[0], read, [as_told(event) for event in events]


def as_told(event: Mapping[str, Any]) -> Told:
    """A labelled event."""
    accepted = event.get("accept") or {}
    cn, pk = (frozenset(plain(name) for name in (event[side], *accepted.get(side, ()))) for side in ("cn", "pk"))
    scored = not (event.get("optional") or event.get("ambiguous"))
    return Told(event["type"], event["stage"], cn, pk, scored, fold(event["evidence"]).text)


def tabled() -> Iterator[tuple[str, Article, list[Told]]]:
    """The reports, phrases and near misses that the tests hold, each an occasion of its own."""
    for path in sorted(LABELLED.parent.glob("test_*.py")):
        module = importlib.import_module(path.stem)
        tables = [value for value in vars(module).values() if isinstance(value, list)]
        for row in (row for table in tables for row in table if isinstance(row, ParameterSet)):
            match row.values:
                case (Article() as read, tuple() as lines) if all(isinstance(line, str) for line in lines):
                    yield str(row.id), read, [as_lined(line) for line in lines]
    for lang, texts in test_no_event.NONE.items():
        yield from ((text, article(text, lang=lang), []) for text in texts)
    yield from ((text, article(text), []) for text in test_plain_press.NOTHING_TOLD)
    for stage, patterns, verbs in PHRASES:
        for verb in verbs:
            for pattern in patterns:
                told = Told("agreement", stage, frozenset({"lanzhou"}), frozenset({"multan"}), True, None)
                yield verb, article(pattern.format(verb)), [told] if stage else []


def as_lined(text: str) -> Told:
    """An event as a table of the tests writes it."""
    line = LINE.fullmatch(text)
    assert line, f"not a line of a table: {text}"
    kind = "agreement" if line["kind"].startswith(("sister", "cooperation")) else "visit"
    sides = ([None if name == "none" else name for name in line[side].split("|")] for side in ("cn", "pk"))
    cn, pk = (frozenset(plain(name) for name in names) for names in sides)
    return Told(kind, line["stage"].partition("|")[0], cn, pk, not line["maybe"], None)
