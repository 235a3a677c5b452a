"""One load: what was read is resolved against what is stored, and stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from monitor.records import (
    Article,
    Authority,
    Collected,
    Event,
    Report,
    Resolution,
    Signature,
    Source,
    Understood,
    Verdict,
)
from monitor.resolve import (
    announcements,
    group_articles,
    judged,
    known_pairs,
    resolve,
    sign,
    succeed,
    touched,
    unsettled,
)
from monitor.settings import Settings
from monitor.sources import KNOWN_TIES
from monitor.understand.gazetteer import load_gazetteer
from monitor.understanding import GONE, RETRACTED
from monitor.warehouse import Load, LoadCounts, Neighbourhood, Warehouse


def store(
    warehouse: Warehouse,
    settings: Settings,
    understood: Understood,
    collected: Sequence[Collected],
    sources: Mapping[str, Source],
    verdicts: Sequence[Verdict] = (),
    *,
    now: datetime,
    bulk: bool,
    whole: bool = False,
) -> LoadCounts:
    """Resolve a batch against what is stored and apply it all in one transaction.

    `bulk` announces only recent news; `whole` resolves all that is stored anew, not only what the batch may touch.
    """
    signatures = tuple(sign(article) for article in understood.articles if article.source_id != KNOWN_TIES)
    authorities = {a.article_id: _authority(a, sources) for a in understood.articles}
    duplicates = _duplicates(warehouse, signatures, authorities)
    retracted = _retracted(warehouse, understood, collected, whole=whole)
    known = known_pairs(understood.mentions)
    places, heirs = load_gazetteer().places, warehouse.redirects()
    judged_anew = _with_new_verdict(warehouse, verdicts) | _to_be_merged(verdicts, heirs)
    judged_anew.update(warehouse.undated_ties(known))
    new = _new_reports(understood, authorities, now)
    known |= warehouse.known_ties()
    reached = set(judged_anew)
    while True:
        around = _around(warehouse, new, understood, reached, retracted, whole=whole)
        reports = _reports(understood, new, around.reports)
        resolution = resolve(reports, places, settings.min_confidence, verdicts, heirs, known)
        moving = unsettled(resolution, reports, around.context)
        if not moving:
            break
        reached |= moving
    resolution = touched(resolution, around.context)
    untold = judged(_untold(warehouse, judged_anew, resolution), verdicts, heirs, places)
    resolution = replace(resolution, events=(*resolution.events, *untold))
    existing = _existing_items(warehouse, resolution, heirs)
    return warehouse.apply(
        Load(
            now=now,
            articles=understood.articles,
            signatures=signatures,
            duplicates=duplicates,
            mentions=understood.mentions,
            resolution=resolution,
            announcements=_announcements(understood, reports, resolution, existing, settings, now=now, bulk=bulk),
            collected=tuple(collected),
            rejections=understood.rejections,
            retracted=retracted,
            verdicts=tuple(verdicts),
        )
    )


def _authority(article: Article, sources: Mapping[str, Source]) -> Authority:
    source = sources.get(article.source_id)
    return source.authority if source else "other"


def _retracted(
    warehouse: Warehouse, understood: Understood, collected: Sequence[Collected], *, whole: bool
) -> tuple[str, ...]:
    """Return the ids of stored articles whose pages say that they are taken back, or are gone on purpose.

    What is read anew from the archive (`whole`) does not bring back what was taken back since.
    """
    found = (*understood.rejections, *(rejection for each in collected for rejection in each.rejections))
    before = warehouse.retracted() if whole else ()
    return (*before, *warehouse.articles_at({r.url for r in found if r.reason in (RETRACTED, GONE)}))


def _with_new_verdict(warehouse: Warehouse, verdicts: Sequence[Verdict]) -> set[str]:
    """Return the events of verdicts that were given, changed or taken back since the last load."""
    before, now = _by_event(warehouse.verdicts()), _by_event(verdicts)
    return {event_id for event_id in {*before, *now} if before.get(event_id) != now.get(event_id)}


def _to_be_merged(verdicts: Iterable[Verdict], heirs: Mapping[str, str]) -> set[str]:
    """Return the events of mergers that wait for one of them to be told; the batch may do so, far from the other."""
    waiting = (v for v in verdicts if v.kind == "merged" and not any(name in heirs for name in v.event_ids))
    return {event_id for verdict in waiting for event_id in verdict.event_ids}


def _by_event(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        for event_id in verdict.event_ids:
            found[event_id].append(verdict)
    return found


def _untold(warehouse: Warehouse, event_ids: Iterable[str], resolution: Resolution) -> list[Event]:
    """Return those of the events that no article tells any more, as they are without a verdict: not in the feed."""
    reader = warehouse.reader()
    stored = {found.event.event_id: found.event for found in map(reader.event, event_ids) if found}
    told = {event.event_id for event in resolution.events} | set(resolution.redirects)
    return [replace(stored[name], in_feed=False, verdict=None) for name in sorted(stored.keys() - told)]


def _duplicates(
    warehouse: Warehouse, signatures: Sequence[Signature], authorities: Mapping[str, Authority]
) -> dict[str, str | None]:
    """Group the new articles with what is stored; each stored one that was compared has an entry."""
    stored = warehouse.copies(signatures)
    known = {signature.article_id: authority for signature, authority in stored}
    copies = group_articles([*signatures, *(signature for signature, _ in stored)], {**known, **authorities})
    return {**dict.fromkeys(known), **copies}


def _new_reports(understood: Understood, authorities: Mapping[str, Authority], now: datetime) -> list[Report]:
    articles = {article.article_id: article for article in understood.articles}
    return [
        Report(
            mention=mention,
            title=articles[mention.article_id].title,
            lang=articles[mention.article_id].lang,
            published=articles[mention.article_id].published,
            fetched_at=articles[mention.article_id].fetched_at or now,
            authority=authorities[mention.article_id],
        )
        for mention in understood.mentions
    ]


def _around(
    warehouse: Warehouse,
    new: Sequence[Report],
    understood: Understood,
    event_ids: Iterable[str],
    retracted: Sequence[str],
    *,
    whole: bool,
) -> Neighbourhood:
    """The stored mentions that take part: near new ones, beside replaced ones, or judged anew."""
    article_ids = [*(article.article_id for article in understood.articles), *retracted]
    around = (
        Neighbourhood(tuple(warehouse.all_reports()), frozenset())
        if whole
        else warehouse.neighbourhood(new, article_ids, event_ids)
    )
    taken_back = set(retracted)
    marked = (replace(r, retracted=r.retracted or r.mention.article_id in taken_back) for r in around.reports)
    return replace(around, reports=tuple(marked))


def _reports(understood: Understood, new: Sequence[Report], stored: Sequence[Report]) -> list[Report]:
    """Put the new mentions in the place of those that their articles made before."""
    articles = {article.article_id for article in understood.articles}
    held = {report.mention.mention_id: report.event_id for report in stored}
    new = [replace(report, event_id=held.get(report.mention.mention_id)) for report in new]
    again = {report.mention.mention_id for report in new}
    gone = [r for r in stored if r.mention.article_id in articles and r.mention.mention_id not in again]
    others = [r for r in stored if r.mention.article_id not in articles]
    borne = {report.event_id for report in (*others, *new) if report.event_id}
    return [*succeed(new, gone, borne), *others]


def _existing_items(
    warehouse: Warehouse, resolution: Resolution, heirs: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """Return the items announced before under the ids that their events bear now.

    An event that was merged and stands alone again has its own back.
    """
    live = {event.event_id for event in resolution.events}
    former = [heirs[event_id] for event_id in live if event_id in heirs]
    known = warehouse.existing_items([*live, *resolution.redirects, *former])
    return [(guid, _bearer(guid, event_id, live, resolution.redirects), stage) for guid, event_id, stage in known]


def _bearer(guid: str, event_id: str, live: Collection[str], redirects: Mapping[str, str]) -> str:
    own = guid.partition(":")[0]
    return own if own in live else redirects.get(event_id, event_id)


def _announcements(
    understood: Understood,
    reports: Iterable[Report],
    resolution: Resolution,
    existing: Sequence[tuple[str, str, str]],
    settings: Settings,
    *,
    now: datetime,
    bulk: bool,
) -> tuple[tuple[str, str, str], ...]:
    """Return the items to announce: all that the batch itself tells, of other events what was published lately.

    Else a run would announce what a bulk import before it kept back.
    """
    told = set() if bulk else {resolution.members.get(mention.mention_id) for mention in understood.mentions}
    newest = _newest_published(reports, resolution.members)
    of_batch = [event for event in resolution.events if event.event_id in told]
    others = [event for event in resolution.events if event.event_id not in told]
    return (
        *announcements(of_batch, existing, newest, now.date(), None),
        *announcements(others, existing, newest, now.date(), settings.announce_days),
    )


def _newest_published(reports: Iterable[Report], members: Mapping[str, str]) -> dict[str, str | None]:
    newest: dict[str, str | None] = {}
    for report in reports:
        event_id = members.get(report.mention.mention_id)
        if event_id is None or not report.mention.is_new or report.published is None:
            continue
        newest[event_id] = max(newest.get(event_id) or "", report.published)
    return newest
