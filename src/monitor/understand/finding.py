"""What a rule found before it becomes a mention: offsets in the folded text, and the reasons for `explain`."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.records import Actor, EventType, Relation, Stage
from monitor.understand.places import Spot

TOGETHER = "together"
"""In the rule of a visit: people of both sides act in one sentence, whatever its verb."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One reading of one sentence. `start` and `end` delimit its evidence in the folded text.

    `weight`, 0 to 1, ranks it among the readings of one event; how sure the event is, `confidence` tells.
    """

    type: EventType
    stage: Stage
    relation: Relation | None
    actor: Actor | None
    cn: Spot | None
    pk: Spot | None
    date: str | None
    is_new: bool
    start: int
    end: int
    rule: str
    weight: float
    in_title: bool
    explicit: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A sentence that looked like an event and is none, with the reason."""

    start: int
    end: int
    reason: str
