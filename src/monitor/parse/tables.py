"""Pages laid out by tables, as offices wrote them for years: the cell that holds the text is found and made plain.

Extractors take the cells of a layout for those of a table of figures, and so the navigation beside a text for part of
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from monitor.parse.furniture import load_furniture
from monitor.parse.layout import INLINE, Block
from monitor.parse.lines import collapse, ends_sentence, fold, width

_CELLS: Final = ("td", "th")
_LAYOUT: Final = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
_BROKEN: Final = frozenset(("td", "th", "div", "font", "span", "center", "big"))
_PROSE_WIDTH: Final = 60
_WRAPPED_WIDTH: Final = 45
_SENTENCE_WIDTH: Final = 30
_WHOLE: Final = 0.8
_LINK_SHARE: Final = 0.6
_INDENTS: Final = ("\u3000\u3000", "\xa0\xa0", "    ")


@dataclass(slots=True)
class _Unit:
    """What the blocks inside an element amount to."""

    first: int
    last: int
    signs: int = 0
    linked: int = 0
    marked: bool = False
    spoken: bool = False
    small: bool = True


def main_cell(blocks: Sequence[Block]) -> HtmlElement | None:
    """Return the innermost table cell that holds at least half of a page's prose; None where there is none."""
    prose = [block for block in blocks if _is_prose(block)]
    # The elements stay keys, and so the same objects, as long as they are counted.
    sums: dict[HtmlElement, int] = {}
    for block in prose:
        for up in (block.element, *block.element.iterancestors(*_CELLS)):
            if up.tag in _CELLS:
                sums[up] = sums.get(up, 0) + width(block.text)
    total = sum(width(block.text) for block in prose)
    holding = [cell for cell, held in sums.items() if 2 * held >= total]
    return max(holding, key=lambda cell: sum(1 for _ in cell.iterancestors()), default=None)


def split_breaks(cell: HtmlElement) -> None:
    """Make paragraphs of the runs of text in `cell` that nothing but `<br>` sets apart."""
    for element in [found.getparent() for found in cell.iter("br")]:
        if element is not None and element.tag in _BROKEN and element.find("br") is not None:
            _split(element)


def make_plain(cell: HtmlElement, blocks: Sequence[Block], title: str | None) -> None:
    """Take navigation, lists of links and what stands above the title out of the page; its layout becomes divisions.

    `blocks` are those of the page after `split_breaks`.
    """
    body = next(cell.iterancestors("body"), None)
    if body is None:
        return
    wanted = fold(title or "")
    named = [index for index, block in enumerate(blocks) if wanted and fold(block.text) == wanted]
    title_at = next((index for index in named if not blocks[index].all_link), named[0] if named else -1)
    within = [index for index, block in enumerate(blocks) if cell in _chain(block.element)]
    prose_end = max((index for index in within if _is_prose(blocks[index])), default=len(blocks))
    _Pruner(blocks, title_at, prose_end).prune(body)
    if title_at >= 0:
        _unlink(cell, [blocks[index] for index in within if title_at < index <= prose_end])
    for up in (cell, *cell.iterancestors(*_LAYOUT)):
        for element in (up,) if up.tag in _CELLS else (up, *up):
            if element.tag in _LAYOUT:
                element.tag = "div"
    if _prose_width(blocks[index] for index in within) >= _WHOLE * _prose_width(blocks):
        # Extractors keep the lists of what calls itself an article.
        cell.tag = "article"


def _prose_width(blocks: Iterable[Block]) -> int:
    return sum(width(block.text) for block in blocks if _is_prose(block))


def _unlink(cell: HtmlElement, blocks: Sequence[Block]) -> None:
    """Make plain text of the links left in a cell: they are the article's own, and a list of them is no menu."""
    for link in list(cell.iter("a")):
        link.drop_tag()
    for block in blocks:
        if cell in _chain(block.element):
            block.linked = 0


def _is_prose(block: Block) -> bool:
    return width(block.text) >= _PROSE_WIDTH and 2 * block.linked < len(block.text) and not block.furniture


def _chain(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


class _Pruner:
    """Goes down from the body and takes out, as high as it can, what is not of the article."""

    def __init__(self, blocks: Sequence[Block], title_at: int, prose_end: int) -> None:
        self._title_at, self._prose_end = title_at, prose_end
        self._units: dict[HtmlElement, _Unit] = {}
        furniture = load_furniture()
        for index, block in enumerate(blocks):
            marked = furniture.is_marker(block.text)
            spoken = not block.all_link and width(block.text) >= _SENTENCE_WIDTH and ends_sentence(block.text)
            signs = sum(char.isalnum() for char in block.text)
            for up in _chain(block.element):
                unit = self._units.setdefault(up, _Unit(index, index))
                unit.last = index
                unit.signs += signs
                unit.linked += min(block.linked, signs)
                unit.marked |= marked
                unit.spoken |= spoken or (_is_prose(block) and index > title_at >= 0)
                unit.small &= block.weight < 0

    def prune(self, element: HtmlElement) -> None:
        waiting = [element]
        while waiting:
            for child in list(waiting.pop()):
                unit = self._units.get(child)
                if unit is None:
                    continue
                if self._is_furniture(unit):
                    child.drop_tree()
                else:
                    waiting.append(child)

    def _is_furniture(self, unit: _Unit) -> bool:
        above, below = unit.last < self._title_at, unit.first > self._prose_end
        if below and unit.small:
            return True
        if unit.spoken or unit.first <= self._title_at <= unit.last:
            return False
        return above or ((below or unit.marked or self._title_at < 0) and unit.linked >= _LINK_SHARE * unit.signs > 0)


def _split(element: HtmlElement) -> None:
    pieces = [_run(element.text)]
    element.text = None
    broken = False
    for child in list(element):
        tail, child.tail = child.tail, None
        element.remove(child)
        if child.tag == "br":
            pieces[-1:] = [pieces[-1], _run(tail)] if broken or _ends(pieces[-1], tail) else [_joined(pieces[-1], tail)]
            broken = not (tail or "").strip()
        elif _is_inline(child) and all(map(_is_inline, child.iterdescendants())):
            child.tail = tail
            pieces[-1].append(child)
            broken = False
        else:
            pieces += [child, _run(tail)]
            broken = False
    element.extend(piece for piece in pieces if not _is_empty(piece))


def _run(text: str | None) -> HtmlElement:
    run = HtmlElement()
    run.tag = "p"
    run.text = text
    return run


def _joined(run: HtmlElement, text: str | None) -> HtmlElement:
    if len(run):
        run[-1].tail = f"{run[-1].tail or ''} {text or ''}"
    else:
        run.text = f"{run.text or ''} {text or ''}"
    return run


def _ends(run: HtmlElement, behind: str | None) -> bool:
    """A long line without an end is one that the writer's program wrapped, unless all of it stands out or is linked."""
    line = collapse(run.text_content())
    if width(line) < _WRAPPED_WIDTH or ends_sentence(line) or (len(run) and not (run.text or "").strip()):
        return True
    return (behind or "").lstrip("\r\n").startswith(_INDENTS)


def _is_inline(element: HtmlElement) -> bool:
    return not isinstance(element.tag, str) or element.tag in INLINE or element.tag == "img"


def _is_empty(piece: HtmlElement) -> bool:
    return piece.tag == "p" and not len(piece) and not (piece.text or "").strip()
