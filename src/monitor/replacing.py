"""Files put in place all at once: a reader sees the former content or the new one, never half of either."""

from __future__ import annotations

import filecmp
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_LEFTOVERS = ".*.tmp*"


def replace_whole(path: Path, write: Callable[[Path], object]) -> bool:
    """Let `write` fill a file beside `path` and put that in its place; False where the bytes stay the same.

    A file that stays the same is not touched, one that is replaced hands on its mode. A link is followed: the file it
    leads to is replaced. Folders are made where missing. Raises what `write` raises, and OSError; `path` is as it was
    then.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        write(temporary)
        if target.is_file() and filecmp.cmp(temporary, target, shallow=False):
            temporary.unlink()
            return False
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except BaseException:
        # Clearing up must not hide why the writing failed.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return True


def remove_leftovers_of(path: Path) -> None:
    """Remove what `replace_whole` left beside `path` when its process was killed; only for who alone writes it."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        left.unlink(missing_ok=True)


def remove_leftovers(folder: Path) -> None:
    """Remove what `replace_whole` left in `folder` when its process was killed; only for who alone writes there."""
    for path in folder.rglob(_LEFTOVERS):
        if path.is_file():
            path.unlink(missing_ok=True)
