"""Errors that the W3C's own validator finds in our feeds: no item, one, 200, Chinese, Urdu, right-to-left, hostile.

The validator is brought by hand, from github.com/w3c/feedvalidator, and what its requirements.txt names into a folder
on PYTHONPATH. JSON Feed is none of its formats.
Run: PYTHONPATH=REQUIREMENTS .venv/bin/python benchmarks/validity.py CHECKOUT
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from monitor.publish import render_atom, render_feed
from test_formats import SETS, SETTINGS

FORMATS = {"feed.xml": render_feed, "atom.xml": render_atom}


def load_validator(folder: Path) -> Any:
    """Return the validator's package from its folder; exits with what to bring where it is not there."""
    sys.path[:0] = [str(folder), str(folder / "src")]
    try:
        return importlib.import_module("feedvalidator")
    except ModuleNotFoundError as error:
        sys.exit(f"{folder}: no feedvalidator that can be loaded ({error}); see {Path(__file__).name}")


def main() -> None:
    """Validate every set in both formats; exit code 1 if there is an error."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    validator = load_validator(Path(sys.argv[1]))
    counts: Counter[str] = Counter()
    for name, items in SETS.items():
        for file, render in FORMATS.items():
            counts["feeds"] += 1
            base = f"https://ties.example/news/{file}"
            events = validator.validateString(render(items, SETTINGS), firstOccurrenceOnly=1, base=base)["loggedEvents"]
            for event in events:
                kind = next((k for k in ("Error", "Warning") if isinstance(event, getattr(validator.logging, k))), None)
                if kind:
                    counts[kind] += 1
                    print(f"{kind.lower()} in {file} of {name}: {type(event).__name__} {event.params}"[:160])
    print(f"{counts['feeds']} feeds: {counts['Error']} errors, {counts['Warning']} warnings")
    sys.exit(1 if counts["Error"] else 0)


if __name__ == "__main__":
    main()
