"""The place whose government or paper speaks: whom 我市 and a mayor without a city mean in a Chinese notice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from monitor.records import Place
from monitor.understand.document import Document
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.pairs import is_locative
from monitor.understand.places import Spot
from monitor.understand.text import fold

_OWN_VOICE = re.compile(
    r"[我本全该][市县区省州厅局]|(?:^|[\n,。;:])(?:副|常务副)?[市州县区]长|市领导|市外办|市委|市政府|市行政中心|省农业|省外办"
)
"""How a place's own office or paper speaks of its government."""
_OFFICE = re.compile(
    r"\b(?:foreign affairs office|fao|municipal|municipality|people's government|provincial government)\b"
)
"""In the name of an outlet that is a government's."""
_NOT_THE_MAINLAND = frozenset({"cn-hong-kong", "cn-macau", "cn-taiwan"})
"""Whose papers print other governments' notices."""


def own_place(doc: Document, gazetteer: Gazetteer, spots: Sequence[Spot]) -> Place | None:
    """Return the Chinese place that publishes an article: by its outlet, else the city that it names above all others.

    None where there are several, and where nothing is said in a government's own voice. In English only by an outlet
    that is a government's; none in Urdu.
    """
    if doc.lang == "en":
        offices = _publishers(doc, gazetteer) if _OFFICE.search(fold(doc.article.source_id).text) else set()
        return gazetteer.places[offices.pop()] if len(offices) == 1 else None
    if doc.lang != "zh":
        return None
    papers = {s.place.place_id for s in spots if s.use == "outlet" and s.country == "CN"}
    if not papers and not _OWN_VOICE.search(doc.text):
        return None
    papers = papers or _publishers(doc, gazetteer)
    if papers:  # of a city's paper on a province's site the city's
        inner = [p for p in papers if not any(o != p and gazetteer.lies_in(o, p) for o in papers)]
        return gazetteer.places[inner[0]] if len(inner) == 1 else None
    named = Counter(s.place.place_id for s in spots if _is_candidate(doc, s)).most_common(2)
    if not named or (len(named) > 1 and named[0][1] == named[1][1]):
        return None
    return gazetteer.places[named[0][0]]


def _publishers(doc: Document, gazetteer: Gazetteer) -> set[str]:
    """The places in the names of the source and of the outlet credited: 厦门日报, 潍坊市外办."""
    article = doc.article
    told = fold(f"{article.source_id} {article.credit or ''}").text
    sure = (hit.sole for hit in gazetteer.find(told) if hit.sole)
    return {n.place_id for n in sure if n.place_id.startswith("cn-") and n.place_id not in _NOT_THE_MAINLAND}


def _is_candidate(doc: Document, spot: Spot) -> bool:
    is_own = spot.country == "CN" and spot.use != "mission" and not doc.text.endswith("驻", 0, spot.start)
    return spot.is_city and is_own and not is_locative(doc, spot)
