"""Learn `src/monitor/data/word_weights/` from the labelled articles and tables of the tests; `make weights` runs it.

usage: learn.py [--check | --measure]

An example is a sentence and two places that it may be about. It tells an event where a scored label of the two has its
evidence there; labels that are not scored (a tie that simply stands) count as none. With --check nothing is written,
and it fails if other weights would be; --measure prints how right the weights are, by themselves, in articles on
occasions that were left out of the learning.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from told import Told, labelled, tabled

from monitor.records import Article
from monitor.understand.cast import Cast
from monitor.understand.pairs import CAPITALS
from monitor.understand.places import Spot
from monitor.understand.reading import look_at
from monitor.understand.scene import Scene
from monitor.understand.text import Sentence
from monitor.understand.weighed_ties import two_places
from monitor.understand.weighed_visits import call_candidates, visit_candidates
from monitor.understand.word_weights import FOLDER, Kind, Weights, features_of

KINDS: tuple[Kind, ...] = ("agreement", "visit", "call")
FEWEST = 3
"""Examples in which a feature must stand to be learnt."""
REGULAR = 0.7
"""How freely weights are given (scikit-learn's C): about 1,000 features keep one."""
PARTS = 4
"""Into how many parts occasions are dealt to measure."""


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence about two places; `stage` is what a label says of them there, None where none does."""

    features: frozenset[str]
    occasion: str
    stage: str | None
    asked: bool
    """Whether the understand step would ask the weights about it."""


def examples_of(occasion: str, article: Article, events: Sequence[Told], kind: Kind) -> Iterator[Example]:
    """The examples of one article."""
    scene = look_at(article)
    told = [event for event in events if (event.type == "agreement") == (kind == "agreement")]
    for where, cn, pk, features, asked in candidates(scene, kind):
        scored = [event for event in told if event.scored and event.is_of(cn, pk)]
        named = {spot.place for spot in scene.named_in(where)}
        places = {spot.place for spot in (cn, pk) if spot}
        here = [e for e in scored if e.is_proved_by(scene.words(where), places <= named)]
        if here or not scored:  # else it is told, and another sentence proves it
            yield Example(features, occasion, here[0].stage if here else None, asked)


def candidates(scene: Scene, kind: Kind) -> Iterator[tuple[Sentence, Spot | None, Spot | None, frozenset[str], bool]]:
    """The sentences of an article and the places that each may be about, with what the weights know of them."""
    if kind == "visit":
        for one in visit_candidates(scene, Cast(scene)):
            yield one.where, one.cn, one.pk, one.features, True
        return
    if kind == "call":
        for call in call_candidates(scene, Cast(scene)):
            sides = (call.host, None) if call.host.country == "CN" else (None, call.host)
            yield call.where, *sides, call.features, call.host.place.place_id not in CAPITALS
        return
    for where in scene.doc.sentences:
        if scene.says("tie_hint", where):
            named = list({spot.place: spot for spot in scene.named_in(where)}.values())
            alone = two_places(scene, where)
            for cn in [spot for spot in named if spot.country == "CN"]:
                for pk in [spot for spot in named if spot.country == "PK"]:
                    asked = alone is not None and (alone[0].place, alone[1].place) == (cn.place, pk.place)
                    yield where, cn, pk, frozenset(features_of(scene, where, cn.place, pk.place)), asked


def learn(examples: Sequence[Example], is_true: Sequence[bool]) -> dict[str, float]:
    """The weights of the features that matter, by logistic regression that leaves most at zero; "" is the base."""
    counts = Counter(feature for one in examples for feature in one.features)
    columns = {feature: n for n, feature in enumerate(sorted(f for f, count in counts.items() if count >= FEWEST))}
    found = [[columns[feature] for feature in sorted(one.features) if feature in columns] for one in examples]
    ends = np.cumsum([0, *(len(row) for row in found)])
    matrix = csr_matrix(
        (np.ones(ends[-1]), [n for row in found for n in row], ends), shape=(len(examples), len(columns))
    )
    model = LogisticRegression(C=REGULAR, l1_ratio=1, solver="liblinear", random_state=0).fit(matrix, is_true)
    weights = {feature: round(float(model.coef_[0][n]), 3) for feature, n in columns.items()}
    return {"": round(float(model.intercept_[0]), 3)} | {feature: w for feature, w in weights.items() if w}


def learn_both(examples: Sequence[Example]) -> Weights:
    """Learn whether an event is told, and of those told, whether it is still to come."""
    told = [one for one in examples if one.stage]
    return Weights(
        learn(examples, [one.stage is not None for one in examples]),
        learn(told, [one.stage in ("proposed", "planned") for one in told]),
    )


def measure(examples: Sequence[Example]) -> None:
    """Print how right the weights are about occasions that they were not learnt from."""
    shares: list[tuple[float, Example, bool]] = []
    for part in range(PARTS):
        weights = learn_both([one for one in examples if zlib.crc32(one.occasion.encode()) % PARTS != part])
        shares += [
            (weights.likelihood(one.features), one, weights.is_planned(one.features))
            for one in examples
            if zlib.crc32(one.occasion.encode()) % PARTS == part and one.asked
        ]
    every = sum(one.stage is not None for _, one, _ in shares)
    print("likelihood  right  wrong  of all told  stage right")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        taken = [(one, planned) for share, one, planned in shares if share >= least]
        right = [(one, planned) for one, planned in taken if one.stage]
        stages = sum((one.stage in ("proposed", "planned")) == planned for one, planned in right)
        print(
            f"{least:10.1f} {len(right):6} {len(taken) - len(right):6} {len(right) / every:12.3f}"
            f" {stages / (len(right) or 1):12.3f}"
        )


def main() -> None:
    """Learn and write, or measure, the weights of each kind of event."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    stale = []
    for kind in KINDS:
        examples = [one for told in (*labelled(), *tabled()) for one in examples_of(*told, kind)]
        print(f"{kind}: {len(examples)} examples")
        if asked.measure:
            measure(examples)
            continue
        table, path = as_table(learn_both(examples)), FOLDER / f"{kind}.csv"
        if not asked.check:
            path.write_text(table, "utf-8")
        elif path.read_text("utf-8") != table:
            stale.append(str(path))
    if stale:
        sys.exit(f"learnt from other articles: {', '.join(stale)}; `make weights` writes them anew")


def as_table(weights: Weights) -> str:
    """The weights as a file holds them."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(("feature", "told", "planned"))
    for feature in sorted({*weights.told, *weights.planned}):
        rows.writerow((feature, weights.told.get(feature, 0), weights.planned.get(feature, 0)))
    return file.getvalue()


if __name__ == "__main__":
    main()
