"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place all at once, with the mode of the one it replaces; nothing half-written stays.

    A link is followed: the file it leads to is replaced. Raises OSError.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except BaseException:
        # Clearing up must not hide why the writing failed.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
