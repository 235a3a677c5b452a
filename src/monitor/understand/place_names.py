"""The place that a person means who writes a name in a file or on the command line."""

from __future__ import annotations

from typing import Literal

from monitor.records import Place
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.text import fold


def place_named(gazetteer: Gazetteer, name: str, country: Literal["CN", "PK"]) -> Place:
    """Return the place of a country with this id, English name, or other name in one of the three languages.

    Raises ValueError, saying what to write, where no place or more than one bears the name.
    """
    found = _bearers(gazetteer, name, country)
    if len(found) == 1:
        return found[0]
    if not found:
        raise ValueError(f"{name!r} is no place of {country} in the gazetteer; the view `places` lists them")
    choices = ", ".join(f"{place.place_id} ({place.name_en})" for place in found)
    raise ValueError(f"{name!r} may be {choices}: write the id")


def _bearers(gazetteer: Gazetteer, name: str, country: str) -> list[Place]:
    own = gazetteer.places.get(name)
    if own and own.country_code == country:
        return [own]
    wanted = fold(name).text
    places = [place for place in gazetteer.places.values() if place.country_code == country]
    in_english = [place for place in places if fold(place.name_en).text == wanted]
    if in_english:
        return in_english
    whole = [hit for hit in gazetteer.find(wanted) if (hit.start, hit.end) == (0, len(wanted))]
    ids = sorted({named.place_id for hit in whole for named in hit.names})
    return [gazetteer.places[place_id] for place_id in ids if gazetteer.places[place_id].country_code == country]
