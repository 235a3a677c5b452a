"""Acts in words that no list holds: a pair did something about a tie, and the verb is none that leaves it as it was."""

from __future__ import annotations

import re
from typing import Final

from monitor.understand.document import Document
from monitor.understand.pairs import Pair
from monitor.understand.stage import Reading, is_undone
from monitor.understand.text import Sentence

_DONE: Final = (
    r"(?P<verb>[a-z]{2,}ed(?: (?:on|up|off)(?= an?\b| as\b))?|(?:shook hands|put pen to paper) on|(?:took|struck) up"
    r"|became|beg[au]n|took|taken|made|got|won|found|built|bound|brought|gave|given|put|set|struck|rose|wed|knit)"
)
_FAR = 80
"""Characters between the places and the verb, or the verb and the tie."""
_TO_TIE = re.compile(
    rf"\b{_DONE}(?:,? (?:an?|the|their|its|new|first|official|formal|lasting|full|each|one|other|another|themselves"
    r"|of|as|to|into|in|together|with|status|standing|rank|title|label|name|names|level|list|copies|signed|hands?|pens?|paper"
    r"|friendship|now|henceforth|officially|formally|on [a-z]+day))*(?<! their)(?<! its) [\"'“]?$"
)
"""What stands between the places and their tie: a verb, and nothing but small words behind it."""
_NOW = re.compile(
    r"\b(?:is|are|stands?),? (?:(?:now|henceforth|officially|formally|hereby|from (?:now on|today)"
    r"|as of (?:now|today|[a-z]+day)),? )+(?:an? |the |each other's )?$"
    r"|\b(?:can|may) (?:now |from now on )?call (?:each other|one another|themselves) $"
)
_FROM_NOW = re.compile(
    r",? (?:now|henceforth|from (?:now on|today(?: on)?|this (?:day|week) on)|as of (?:now|today|[a-z]+day))\b"
)
_NEW = re.compile(r"\bnew(?:ly (?:made|declared|formed))? \Z")
_COLON = re.compile(r"(?: pairs| relations| ties| relationships)? ?(?::|--|–) ")
"""Around a tie at the head of a line: "New sister cities: A-B, C-D"."""
_IS = re.compile(r"\b(?:is|are|stands?)(?: an?| the)? $|\bas $")
_HAS = re.compile(
    r"\b(?:now (?:has|have)|(?:has|have) (?:now |just )?(?:got|gained|acquired|won)|gain(?:s|ed)?|acquire[sd]?"
    r"|got|gets?|took|takes?|received|receives?|won|wins?|now counts?|accept(?:s|ed)|adopt(?:s|ed))\b"
)
_GAINS = re.compile(
    r"\b(?:(?:has|have)(?: now| just| finally)*(?: got| gained| acquired| won| found)?|gain(?:s|ed)?|acquire[sd]?"
    r"|got|gets?|won|found)(?: (?:an?|its|their|another|first|second|third|new|own|chinese|pakistani|foreign))+ \Z"
)
_GAINS_WITHIN = re.compile(r"(?:found|finds|gained|gains|got|gets) ")
"""How a tie opens that is named by its gaining: "got a Chinese sister"."""
_NEWEST = re.compile(r"\b(?:new|newest|latest|youngest)(?: (?:chinese|pakistani|foreign))? \Z")
_SINCE_A_DAY = re.compile(r"\b(?:since|from) (?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_AS = re.compile(r"(?:,? respectively,?)? as (?:(?:its|their|an?|the) )?(?:new )?\Z")
_PASSIVE = re.compile(r"\b(?:was|were|been|got|gets?|is|are)(?: [a-z]+ly)? $")
_PAPER = re.compile(
    r"(?: city| province)?[ -]?"
    r"(?:agreement|accord|pact|deal|mou|memorandum|protocol|treaty|relation|ties?\b|link|status)"
)
_WAS = re.compile(
    rf"(?:,[^,;]{{2,40}},|[^,;.]{{0,30}}?)(?: (?:has|have|now|finally|also|formally|officially|then))*"
    rf" (?:was|were|been|got)(?: [a-z]+ly)? {_DONE}\b"
)


def listed_as_new(doc: Document, where: Sentence, tie: tuple[int, int]) -> Reading | None:
    """Return the act of a line that begins "New sister cities: ", None for any other."""
    is_new = _NEW.search(doc.text, where.start, tie[0]) and _COLON.match(doc.text, tie[1])
    return Reading("signed", *tie, False, "listed as new") if is_new else None


def asserted(doc: Document, where: Sentence, pair: Pair, tie: tuple[int, int]) -> Reading | None:
    """Return the act of a sentence in which no listed verb was found, None where it tells none.

    Only English: Chinese and Urdu have few verbs for it.
    """
    if doc.lang != "en":
        return None
    first, last = sorted((pair.cn.end, pair.pk.end))
    if first <= tie[0]:  # "A and B became sister cities", or "A became the sister city of B"
        whole = _before_tie(doc, last, tie) or _has_now(doc, first, last, tie)
        verb = whole if last <= tie[0] else _done_to_one(doc, where, first, last, tie)
    else:
        verb = _after_places(doc, where, tie, last)
    if verb is None and (new := gained(doc, where, tie)):
        return new
    if verb is None or doc.cues["standing"].fullmatch(doc.text, *verb):
        return None
    if is_undone(doc, where.start, verb) or doc.says("wish", where.start, max(verb[1], tie[1])):
        return None
    return Reading("signed", *verb, False, "done, in words of its own")


def gained(doc: Document, where: Sentence, tie: tuple[int, int]) -> Reading | None:
    """Return the act of a sentence in which a place has got a tie, or has a new one, None where it tells none."""
    if doc.lang != "en" or _PAPER.match(doc.text, tie[1]) or doc.says("wish", where.start, where.end):
        return None
    if _GAINS_WITHIN.match(doc.text, *tie):
        return Reading("signed", *tie, False, "done, in words of its own")
    gains = _GAINS.search(doc.text, where.start, tie[0])
    newest = _NEWEST.search(doc.text, where.start, tie[0])
    if gains and (newest or not gains.group().startswith(("has a", "have a", "has its", "has the"))):
        return Reading("signed", *gains.span(), False, "done, in words of its own")
    since = _SINCE_A_DAY.search(doc.text, where.start, where.end)
    told = newest or since
    return Reading("signed", *told.span(), False, "told as new") if told else None


def _before_tie(doc: Document, last: int, tie: tuple[int, int]) -> tuple[int, int] | None:
    if tie[0] - last > _FAR or ";" in doc.text[last : tie[0]]:
        return None
    now = _NOW.search(doc.text, last, tie[0]) or (
        _FROM_NOW.match(doc.text, tie[1]) and _IS.search(doc.text, last, tie[0])
    )
    if now:
        return now.span()
    done = _TO_TIE.search(doc.text, last, tie[0])
    return done.span("verb") if done else None


def _has_now(doc: Document, first: int, last: int, tie: tuple[int, int]) -> tuple[int, int] | None:
    """ "A and B now have C and D, respectively, as sister cities"."""
    has = _HAS.search(doc.text, first, last)
    return has.span() if has and tie[0] - last <= _FAR and _AS.search(doc.text, last, tie[0]) else None


def _done_to_one(doc: Document, where: Sentence, first: int, last: int, tie: tuple[int, int]) -> tuple[int, int] | None:
    verb = _before_tie(doc, first, tie)
    if verb and (_PASSIVE.search(doc.text, first, verb[0]) or _NOW.fullmatch(doc.text, *verb)):
        return verb
    has = _HAS.search(doc.text, first, tie[0])  # "A and B now have as their sisters C and D"
    return has.span() if has and has.end() + 1 >= tie[0] and last <= where.end else None


def _after_places(doc: Document, where: Sentence, tie: tuple[int, int], last: int) -> tuple[int, int] | None:
    if not _PAPER.match(doc.text, tie[1]):
        return None
    done = _WAS.match(doc.text, last, where.end)
    return done.span("verb") if done else None
