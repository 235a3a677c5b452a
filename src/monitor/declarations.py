"""The `[[tables]]` of the TOML files that people edit, able to say in which line they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Declaration:
    """One `[[name]]` table as it stands in a file: the one of this `index`, from 0."""

    path: Path
    text: str
    name: str
    index: int
    values: Mapping[str, Any]

    def where(self, key: str) -> str:
        """Return `file:line` of `key`, or of the table's header if it is not found: tomllib does not tell."""
        header_line = re.compile(rf"\s*\[\[\s*{self.name}\s*\]\]")
        key_line = re.compile(rf"\s*(?:\[\s*{self.name}\s*\.\s*)?[\"']?{re.escape(key)}[\"']?\s*[.=\]]")
        header, table = 1, -1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header_line.match(line):
                table += 1
                header = number if table == self.index else header
            elif table == self.index and key_line.match(line):
                return f"{self.path}:{number}"
        return f"{self.path}:{header}"


def line_of(path: Path, text: str, key: str) -> str:
    """Return `file:line` where a key or table of the file itself stands, `file:1` if it is not found."""
    written = re.compile(rf"\s*(?:\[\[?\s*)?[\"']?{re.escape(key)}[\"']?\s*[.=\]]")
    lines = (number for number, line in enumerate(text.splitlines(), 1) if written.match(line))
    return f"{path}:{next(lines, 1)}"
