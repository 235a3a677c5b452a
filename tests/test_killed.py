"""`kill -9` in each step of a run: nothing is torn, nothing lost, nothing doubled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from killed import STEPS, Killing, killing


@pytest.fixture(scope="module")
def runs() -> Iterator[Killing]:
    """The demo's web, a new home and one that has half of it. `benchmarks/killed.py` kills a hundred times."""
    with killing() as begun:
        yield begun


@pytest.mark.parametrize("home", [0, 1], ids=["new", "half"])
def test_a_run_killed_in_any_step_leaves_all_whole_and_the_next_one_goes_on(runs: Killing, home: int) -> None:
    steps = STEPS[home::2]
    assert len(runs.check(steps, seed=home)) == len(steps)
