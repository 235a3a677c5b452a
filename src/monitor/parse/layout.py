"""A page as the blocks of text that a reader sees one under another, each with what is known of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from monitor.parse.lines import collapse, fold, letter_count
from monitor.parse.weight import weight_inside

INLINE: Final = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    )
)
_UNSEEN: Final = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "option", "head", "textarea")
)
_FURNITURE: Final = frozenset(("nav", "footer", "aside", "header", "form", "button", "menu"))
_FURNITURE_NAME = re.compile(
    r"(?:\b|_)(?:nav(?:bar|igation)?|menu|sidebar|side-?bar|footer|top-?bar|topnav|header-top|masthead|site-header|ticker|"
    r"breadcrumbs?|clock|current-?date|today|date-?today|related\w*|recommend\w*|widget|copyright|comments?)(?:\b|_)",
    re.IGNORECASE,
)
_NAMING: Final = ("class", "id", "role")
_PLAIN: Final = frozenset(
    ("abbr", "cite", "code", "del", "em", "i", "ins", "mark", "q", "span", "sub", "sup", "u", "wbr")
)
"""Inline elements that without attributes change nothing for the text inside them."""
_HEADINGS: Final = {f"h{rank}": rank for rank in range(1, 7)}


@dataclass(slots=True)
class Block:
    """A run of text between two block elements.

    `linked` counts its characters inside links; `heading` is 1 to 6, 0 for other text; `furniture` says that it stands
    in a header, footer, menu or margin; `moments` are the dates that its elements carry for programs; `weight` says how
    much all of it stands out.
    """

    text: str
    linked: int
    heading: int
    furniture: bool
    in_article: bool
    moments: tuple[str, ...]
    weight: int
    element: HtmlElement
    _folded: str | None = field(default=None, repr=False, compare=False)

    @property
    def folded(self) -> str:
        """The text as `fold` gives it: asked for again and again."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def all_link(self) -> bool:
        """Tell whether the block is a link and hardly anything else."""
        if not self.linked:
            return False
        letters = len(self.folded) if self.text.isascii() else letter_count(self.text)
        return self.linked >= 0.8 * letters > 0


@dataclass(slots=True)
class _Place:
    """What holds for everything inside an element."""

    element: HtmlElement
    linked: bool
    heading: int
    furniture: bool
    in_article: bool
    weight: int = 0


def read_blocks(tree: HtmlElement) -> list[Block]:
    """Return the blocks of a page in document order; scripts, styles and form controls are left out."""
    return list(_Reader(tree).blocks())


class _Reader:
    """Walks a tree once; the text seen since the last block element is kept in parts."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        # lxml makes a new object for an element that nobody holds: ids stay true only while these are kept.
        self._kept = [up for h1 in tree.iter("h1") for up in h1.iterancestors()]
        self._holding_title = {id(up) for up in self._kept}
        self._parts: list[tuple[str, _Place]] = []
        self._moments: list[str] = []

    def blocks(self) -> Iterator[Block]:
        places = [_Place(self._tree, linked=False, heading=0, furniture=False, in_article=False)]
        unseen = 0
        for event, element in etree.iterwalk(self._tree, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if tag in _UNSEEN:
                unseen += 1 if event == "start" else -1
            elif not unseen:
                if tag not in INLINE:
                    yield from self._flush(places[-1])
                if event == "start":
                    self._part_spans(element, tag)
                    places.append(self._inside(places[-1], element, tag))
                    self._add(element.text, places[-1])
                elif len(places) > 1:
                    places.pop()
            if event == "end" and not unseen:
                self._add(element.tail, places[-1])
        yield from self._flush(places[-1])

    def _part_spans(self, element: HtmlElement, tag: str) -> None:
        """Date, source and author stand in spans side by side, which style sheets set apart."""
        before = element.getprevious() if tag == "span" else None
        if before is not None and before.tag == "span" and not before.tail and self._parts:
            self._parts.append((" ", self._parts[-1][1]))

    def _add(self, text: str | None, place: _Place) -> None:
        if text:
            self._parts.append((text, place))

    def _inside(self, outer: _Place, element: HtmlElement, tag: str) -> _Place:
        attributes = dict(element.items())
        if not attributes and tag in _PLAIN:
            return outer
        if moment := _moment(tag, attributes):
            self._moments.append(moment)
        inline = tag in INLINE
        return _Place(
            element=outer.element if inline else element,
            linked=outer.linked or tag == "a",
            heading=outer.heading or _HEADINGS.get(tag, 0),
            furniture=outer.furniture or self._is_furniture(element, tag, outer, attributes),
            in_article=outer.in_article
            or tag in ("article", "main")
            or "articleBody" in attributes.get("itemprop", ""),
            weight=weight_inside(outer.weight, tag, attributes),
        )

    def _is_furniture(self, element: HtmlElement, tag: str, outer: _Place, attributes: Mapping[str, str]) -> bool:
        if tag in ("html", "body", "main", "article") or id(element) in self._holding_title:
            return False
        if tag == "form" and (holder := element.getparent()) is not None and holder.tag == "body":
            # ASP.NET wraps the whole of a page in one form.
            return False
        if tag in _FURNITURE and not (tag == "header" and outer.in_article):
            return True
        return bool(attributes) and _names_furniture(" ".join(attributes.get(name, "") for name in _NAMING))

    def _flush(self, place: _Place) -> Iterator[Block]:
        if not self._parts and not self._moments:
            return
        text = collapse("".join(part for part, _ in self._parts))
        if text or self._moments:
            alone = len(self._parts) == 1
            seen = [(text if alone else collapse(part), within) for part, within in self._parts if not part.isspace()]
            linked = sum(len(part) for part, within in seen if within.linked)
            furniture = place.furniture or (bool(seen) and all(within.furniture for _, within in seen))
            weight = min((within.weight for _, within in seen), default=place.weight)
            moments = tuple(self._moments)
            yield Block(text, linked, place.heading, furniture, place.in_article, moments, weight, place.element)
        self._parts, self._moments = [], []


@lru_cache(maxsize=4096)
def _names_furniture(names: str) -> bool:
    """Tell whether class, id and role of an element, in one text, name it furniture: the same ones come again."""
    return len(names) > 2 and _FURNITURE_NAME.search(names) is not None


def _moment(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The date that an element carries for programs: a time element, microdata, or an abbreviation of hAtom."""
    names: tuple[str, ...] = ()
    if tag == "time" or "datePublished" in attributes.get("itemprop", ""):
        names = ("datetime", "content")
    elif tag == "abbr" and "published" in attributes.get("class", "").split():
        names = ("title",)
    return next((value for name in names if (value := attributes.get(name))), None)
