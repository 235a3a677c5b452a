"""How an event is told to people: the title of its item and the body below it. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from monitor.publish.markup import escape, language_attributes, language_of, one_line, safe_link
from monitor.records import STAGE_ORDER, Citation, Event, Item, Relation, Stage

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(0[1-9]|[12]\d|3[01]))?")
_LANGUAGES: Mapping[str, str] = {"en": "English", "zh": "Chinese", "ur": "Urdu"}
_TIES: Mapping[Relation, str] = {
    "sister_city": "sister cities",
    "sister_province": "sister provinces",
    "cooperation": "cooperation",
}
_STAGES: Mapping[Stage, str] = {
    "proposed": "Proposed",
    "letter_of_intent": "Letter of intent",
    "signed": "Signed",
    "planned": "Planned visit",
    "took_place": "Visit",
}


def item_title(event: Event) -> str:
    """Return one line that says what happened, between whom and when: `Signed: A and B become sister cities, 2021`."""
    told = _agreement_title(event) if event.type == "agreement" else _visit_title(event)
    return one_line(f"{told}, {date_words(event.date)}")


def date_words(date: str | None) -> str:
    """Return a date as precise as it is known: `9 Dec 2021`, `Dec 2021`, `2021`, `date not given`."""
    match = _DATE.fullmatch(date or "")
    if match is None:
        return one_line(date or "") or "date not given"
    year, month, day = match.groups()
    words = (day.lstrip("0") if day else "", _MONTHS[int(month) - 1] if month else "", year)
    return " ".join(word for word in words if word)


def stage_words(stage: Stage) -> str:
    """Return the stage as a reader would name it: `Letter of intent`."""
    return _STAGES[stage]


def _agreement_title(event: Event) -> str:
    pair = f"{event.cn or 'a Chinese place'} and {event.pk or 'a Pakistani place'}"
    if event.relation in ("sister_city", "sister_province"):
        link = {"signed": " become ", "proposed": " as "}.get(event.stage, ", ")
        return f"{stage_words(event.stage)}: {pair}{link}{_TIES[event.relation]}"
    words = ["cooperation"] if event.relation else []
    if event.stage != "letter_of_intent":
        words.append("agreement")
    return f"{stage_words(event.stage)}: {', '.join([pair, ' '.join(words)]) if words else pair}"


def _visit_title(event: Event) -> str:
    if event.actor == "envoy" and event.cn and event.pk:
        # An event does not tell which side was host, so the title must hold for both.
        opening = "Planned envoy visit" if event.stage == "planned" else "Envoy visit"
        return f"{opening} between {event.cn} and {event.pk}"
    return f"{stage_words(event.stage)}: {_visitors(event)}"


def _visitors(event: Event) -> str:
    planned = event.stage == "planned"
    meets = "to meet" if planned else "meets"
    match event.actor, event.cn or None, event.pk or None:
        case "envoy", str(cn), None:
            words = f"Pakistan's envoy {meets} the government of {cn}"
        case "envoy", None, str(pk):
            words = f"China's envoy {meets} the government of {pk}"
        case "local", str(cn), str(pk):
            words = f"delegations of {cn} and {pk} {'to meet' if planned else 'meet'}"
        case "local", str(cn), None:
            words = f"delegation of {cn} in Pakistan"
        case "local", None, str(pk):
            words = f"delegation of {pk} in China"
        case actor, cn, pk:
            opening = {"envoy": "envoy, ", "national": "national delegation, "}.get(actor or "", "")
            words = opening + (" and ".join(name for name in (cn, pk) if name) or "China and Pakistan")
    return words


def item_html(item: Item) -> str:
    """Return the body of an item: stage and date in words, the evidence, doubts, the sources, and where they disagree.

    Escaped HTML of the elements p, strong, blockquote, ul, li, a, bdi; links lead to http and https only.
    """
    parts = [_facts(item.event), _evidence(item), _doubt(item), _disagreement(item), _sources(item.citations)]
    return "\n".join(part for part in parts if part)


def _facts(event: Event) -> str:
    facts = [f"<strong>{stage_words(event.stage)}</strong>"]
    if event.relation:
        facts.append(_TIES[event.relation])
    facts.append(escape(date_words(event.date)))
    return f"<p>{' · '.join(facts)}</p>"


def _evidence(item: Item) -> str:
    evidence = item.event.evidence.strip()
    if not evidence:
        return ""
    said_in = [citation.lang for citation in item.citations if citation.evidence == item.event.evidence]
    lang = said_in[0] if said_in else language_of(evidence)
    return f"<blockquote {language_attributes(lang)}>{escape(evidence)}</blockquote>"


def _doubt(item: Item) -> str:
    if not item.citations or not all(citation.misspelt for citation in item.citations):
        return ""
    return "<p><strong>Unconfirmed</strong>: one of the places is known by a misspelt name only.</p>"


def _disagreement(item: Item) -> str:
    if not item.event.contested:
        return ""
    names: dict[Stage, list[str]] = {}
    for citation in item.citations:
        told_by = names.setdefault(citation.stage, [])
        if (name := f"<bdi>{escape(_source_name(citation))}</bdi>") not in told_by:
            told_by.append(name)
    if len(names) < 2:
        return "<p><strong>Sources disagree</strong> about this event.</p>"
    by_rung = sorted(names, key=lambda stage: -STAGE_ORDER[stage])
    told = "; ".join(f"{stage_words(stage).lower()} ({', '.join(names[stage])})" for stage in by_rung)
    return f"<p><strong>Sources disagree</strong> on the stage: {told}.</p>"


def _sources(citations: tuple[Citation, ...]) -> str:
    if not citations:
        return ""
    lines = "\n".join(f"<li>{_source_line(citation)}</li>" for citation in citations)
    return f"<p>Sources:</p>\n<ul>\n{lines}\n</ul>"


def _source_line(citation: Citation) -> str:
    title = escape(one_line(citation.title) or one_line(citation.url))
    link = safe_link(citation.url)
    attributes = language_attributes(citation.lang)
    shown = f'<a href="{escape(link)}" {attributes}>{title}</a>' if link else f"<bdi {attributes}>{title}</bdi>"
    details = [f"<bdi>{escape(_source_name(citation))}</bdi>"]
    if citation.lang:
        details.append(escape(_LANGUAGES.get(citation.lang, citation.lang)))
    details.append(escape(date_words(citation.published and citation.published[:10])))
    if citation.retracted:
        details.append("<strong>taken back</strong>")
    return f"{shown} ({', '.join(details)})"


def _source_name(citation: Citation) -> str:
    return one_line(citation.source_name) or one_line(citation.source_id)
