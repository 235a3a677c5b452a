"""Other stories cut off an article's text: by marker lines, by ages under headlines, by lines that are only links."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from monitor.parse.furniture import is_relative_time, load_furniture
from monitor.parse.lines import ends_sentence, fold, han_count, width

_HEADLINE_WIDTH: Final = 160
_HEADLINE_SHARE: Final = 0.7
_FEWEST_BARE: Final = 3
_BARE_WORDS: Final = 5
_BARE_HAN: Final = 9
_LIST_SIGNS: Final = (":", "\uff1a", "--", " - ", "–", "—", "(", "\uff08", "/", "•", "=")
_LISTED = re.compile(
    r"\A\W*(?:\d{1,2}[.)、\s]|[一二三四五六七八九十]{1,3}、|[(\uff08]|[•▪–—-]\s)|\d{4}|[|\uff5c;\uff1b]|\s[–—-]\s|[)\uff09]\s*\Z"
    r"|\A(?:记者|通讯员|Reporter|By)\b"
)


def without_other_stories(lines: Sequence[str], links: Collection[str]) -> list[str]:
    """Return the lines of an article less the headlines of others. `links` are the folded lines that are only links."""
    furniture = load_furniture()
    kept = _cut_at_ages(list(lines))
    kept = _cut_at_marker(kept, links)
    kept = [line for line in kept if not furniture.is_pointer(line)]
    return _cut_links(_drop_marked(kept, links), links)


def without_headlines_behind(lines: list[str]) -> list[str]:
    """Return `lines` less the headlines of others at their end, where nothing but their shape tells them.

    Three in a row at least. A list of the article's own stays: a colon announces it, its lines hold years or numbers,
    or they are built alike.
    """
    start = len(lines)
    while start and _is_bare_headline(lines[start - 1]):
        start -= 1
    run = lines[start:]
    announced = start and lines[start - 1].rstrip().endswith((":", "\uff1a"))
    return lines if announced or not start or len(run) < _FEWEST_BARE or _are_alike(run) else lines[:start]


def _are_alike(lines: Sequence[str]) -> bool:
    """Tell whether lines are built alike, as the items of a list are: the same sign in most or two words in all."""
    signs = max(sum(sign in line for line in lines) for sign in _LIST_SIGNS)
    shared = set.intersection(*({word.casefold() for word in line.split()} for line in lines))
    return 2 * signs >= len(lines) or len(shared) >= 2


def _is_bare_headline(line: str) -> bool:
    told = han_count(line) >= _BARE_HAN if han_count(line) else len(line.split()) >= _BARE_WORDS
    listed = _LISTED.search(line) is not None or line.rstrip().endswith((":", "\uff1a"))
    return told and not listed and width(line) <= _HEADLINE_WIDTH and not ends_sentence(line)


def _is_headline(line: str, links: Collection[str]) -> bool:
    if fold(line) in links or is_relative_time(line):
        return True
    return width(line) <= _HEADLINE_WIDTH and not (ends_sentence(line) and not line.endswith(("?", "\uff1f", "؟")))


def _cut_at_ages(lines: list[str]) -> list[str]:
    """Headlines with their ages: two ages in the last run of short lines show that it is a list of stories."""
    ages = [index for index, line in enumerate(lines) if is_relative_time(line)]
    if len(ages) < 2:
        return [line for line in lines if not is_relative_time(line)]
    start = len(lines)
    while start and _is_headline(lines[start - 1], ()):
        start -= 1
    listed = [index for index in ages if index >= start]
    if len(listed) < 2:
        return [line for line in lines if not is_relative_time(line)]
    # An age stands under its headline, or above it where the list opens with one.
    first = listed[0]
    return lines[: first - 1 if first > start else first]


def _cut_at_marker(lines: list[str], links: Collection[str]) -> list[str]:
    furniture = load_furniture()
    for index, line in enumerate(lines):
        if index and furniture.is_marker(line):
            behind = [other for other in lines[index + 1 :] if not furniture.is_control(other)]
            headlines = sum(_is_headline(other, links) for other in behind)
            if headlines >= _HEADLINE_SHARE * len(behind):
                return lines[:index]
    return lines


def _drop_marked(lines: list[str], links: Collection[str]) -> list[str]:
    """A marker in mid-article goes with the link lines right behind it; the story goes on after them."""
    furniture = load_furniture()
    kept: list[str] = []
    inside = False
    for line in lines:
        if furniture.is_marker(line):
            inside = True
        elif not (inside and fold(line) in links):
            inside = False
            kept.append(line)
    return kept


def _cut_links(lines: list[str], links: Collection[str]) -> list[str]:
    end = len(lines)
    while end and fold(lines[end - 1]) in links:
        end -= 1
    return lines[:end] if len(lines) - end >= 2 or (end and end < len(lines) and width(lines[end]) > 40) else lines
