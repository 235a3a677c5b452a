"""What stands around an article on its page, by its wording: the lists are in `data/furniture.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from monitor.parse.lines import collapse, fold, width

_RELATIVE_TIME = re.compile(
    r"""[-–—•|\s]*(?:
        (?:about\s)?(?:an?|\d{1,3})\s?(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\sago
      | just\snow | yesterday
      | \d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|天|周|週|个?月|個?月|年)[之以]?前
      | [0-9۰-۹]{1,3}\s?(?:سیکنڈ|منٹ|گھنٹ\w+|دن|ہفت\w+|ماہ|مہین\w+|سال)\s?(?:پہلے|قبل)
    )[-–—•|.\s]*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL_BREAK = re.compile(r"\s*[:\uff1a|\uff5c]\s*")
_LONGEST_OPENING_LINE = 120
_LONGEST_POINTER = 240


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lists of `furniture.toml`, folded for comparing; openings keep their signs."""

    markers: frozenset[str]
    controls: frozenset[str]
    head_openings: tuple[str, ...]
    tail_openings: tuple[str, ...]
    agencies: tuple[str, ...]
    sections: frozenset[str]
    no_sources: frozenset[str]
    surnames: frozenset[str]

    def is_marker(self, line: str) -> bool:
        """Tell whether `line` alone opens a block of other stories ("Related news", "相关新闻:")."""
        return fold(line) in self.markers

    def is_pointer(self, line: str) -> bool:
        """Tell whether `line` is a marker with a headline behind it ("Also read: …")."""
        if width(line) >= _LONGEST_POINTER:
            return False
        label, *rest = _LABEL_BREAK.split(line.lstrip("-–—•>»* [【"), maxsplit=1)
        return bool(rest and rest[0]) and fold(label) in self.markers

    def is_control(self, line: str) -> bool:
        """Tell whether `line` is a button or link of the page ("Share", "打印")."""
        return not (folded := fold(line)) or folded in self.controls

    def opens_page(self, line: str) -> bool:
        """Tell whether `line` belongs to the page above an article (breadcrumb, counter, share bar)."""
        return width(line) <= _LONGEST_OPENING_LINE and line.startswith(self.head_openings)

    def closes_page(self, line: str) -> bool:
        """Tell whether `line` belongs to the page below an article (editor, tags, copyright)."""
        return width(line) <= 2 * _LONGEST_OPENING_LINE and line.startswith(self.tail_openings)


@lru_cache(maxsize=1)
def load_furniture() -> Furniture:
    """Return the lists that come with the package."""
    lists = tomllib.loads((files("monitor") / "data" / "furniture.toml").read_text(encoding="utf-8"))
    return Furniture(
        markers=frozenset(fold(line) for line in lists["markers"]),
        controls=frozenset(fold(line) for line in lists["controls"]),
        head_openings=tuple(lists["head_openings"]),
        tail_openings=tuple(lists["tail_openings"]),
        agencies=tuple(lists["agencies"]),
        sections=frozenset(fold(line) for line in lists["sections"]),
        no_sources=frozenset(lists["no_sources"]),
        surnames=frozenset(lists["surnames"]),
    )


def is_relative_time(line: str) -> bool:
    """Tell whether `line` is nothing but an age ("- 6 hours ago"), as stands under headlines in lists."""
    return _RELATIVE_TIME.match(collapse(line)) is not None
