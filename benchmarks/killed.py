"""Kills runs of the demo (`kill -9`) at 100 random moments, and prints what was torn, lost or doubled.

After each kill the warehouse must open, `checks.sql` return no rows, the archive read and every published file be
whole; after a few of them a run must end and leave what a run leaves that nobody killed. As many moments lie in each
step of a run; some more anywhere in the time of a `monitor run`. Takes a quarter of an hour.
Run: .venv/bin/python benchmarks/killed.py [SEED]
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from commands import SCRIPT, environment
from killed import STEPS, Killing, killing

MOMENTS = 100
COMMANDS = 10


def kill_steps(given: Killing, seed: int) -> tuple[Counter[str], list[str]]:
    """Kill `MOMENTS` runs, one to four in a home; return in which steps, and what was wrong."""
    chance = random.Random(seed)  # noqa: S311
    killed: Counter[str] = Counter()
    faults = []
    while killed.total() < MOMENTS:
        seed += 1
        steps = [STEPS[(killed.total() + n) % len(STEPS)] for n in range(chance.randint(1, 4))]
        try:
            killed.update(step for step in given.check(steps, seed) if step != "done")
        except AssertionError as error:
            faults.append(f"seed {seed}, {steps}: {error}")
            killed.update(steps)
        print(f"{killed.total()} killed, {len(faults)} faults", file=sys.stderr, flush=True)
    return killed, faults


def kill_commands(given: Killing, seed: int) -> list[str]:
    """Kill `monitor run` `COMMANDS` times, twice in a home; return what was wrong."""
    home = Path(shutil.copytree(given.beginnings[0], given.folder / "timed"))
    begun = time.monotonic()
    subprocess.run([str(SCRIPT), "run", "--home", str(home)], check=True, env=environment(), stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - begun
    faults = []
    for number in range(COMMANDS // 2):
        try:
            given.check_command(2, seed + number, seconds)
        except (AssertionError, subprocess.CalledProcessError) as error:
            faults.append(f"seed {seed + number}, monitor run: {error}")
        print(f"{number * 2 + 2} commands killed, {len(faults)} faults", file=sys.stderr, flush=True)
    return faults


def main() -> int:
    """Kill and print."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with killing() as given:
        killed, faults = kill_steps(given, seed)
        print(f"{killed.total()} runs killed: " + ", ".join(f"{killed[step]} in {step}" for step in STEPS))
        faults += kill_commands(given, seed)
    print(f"{COMMANDS} more killed anywhere in `monitor run`")
    print(f"{len(faults)} times something was torn, lost or doubled")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
