"""An article with all that was found in it, as the rules ask about it sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.understand.dates import DateMark
from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.places import Spot
from monitor.understand.text import Sentence


@dataclass(frozen=True, slots=True)
class Scene:
    """What rules read from: the document, its places and its dates."""

    doc: Document
    gazetteer: Gazetteer
    spots: tuple[Spot, ...]
    marks: tuple[DateMark, ...]
    abroad: tuple[tuple[int, int], ...] = ()
    """Where other countries and their large cities are named."""

    def says(self, group: str, where: Sentence) -> bool:
        """Tell whether a cue of the group stands in the sentence."""
        return self.doc.says(group, where.start, where.end)

    def says_any(self, groups: Sequence[str], where: Sentence) -> bool:
        """Tell whether a cue of any of the groups stands in the sentence."""
        return any(self.says(group, where) for group in groups)

    def names_abroad(self, where: Sentence) -> bool:
        """Tell whether the sentence names a place or people of another country."""
        return self.says("foreign", where) or any(where.start <= start < where.end for start, _ in self.abroad)

    def words(self, where: Sentence) -> str:
        """Return the sentence, folded."""
        return self.doc.text[where.start : where.end]

    def named_in(self, where: Sentence) -> list[Spot]:
        """Return the places of the sentence that stand for themselves, not for an organisation or outlet."""
        return [s for s in self.spots if where.start <= s.start < where.end and s.use == "party"]

    def body(self) -> list[Sentence]:
        """Return the sentences below the title."""
        return [s for s in self.doc.sentences if not self.doc.is_title(s)]

    def titles(self) -> list[Sentence]:
        """Return the title, and its repetitions above the text."""
        return [s for s in self.doc.sentences if self.doc.is_title(s)]
