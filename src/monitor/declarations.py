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
        header, table = 1, -1
        for number, line in enumerate(self.text.splitlines(), 1):
            if header_line.match(line):
                table += 1
                header = number if table == self.index else header
            elif table == self.index and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]", line):
                return f"{self.path}:{number}"
        return f"{self.path}:{header}"
