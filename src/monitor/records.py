"""The records handed from step to step. All frozen: a step makes new ones, it never changes what it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Literal
from urllib.parse import quote

Lang = Literal["en", "zh", "ur"]
SourceKind = Literal["feed", "sitemap", "listing", "search"]
Topic = Literal["any", "ties"]
Authority = Literal["official", "wire", "press", "other"]
EventType = Literal["agreement", "visit"]
Stage = Literal["proposed", "letter_of_intent", "signed", "planned", "took_place"]
Relation = Literal["sister_province", "sister_city", "cooperation"]
Actor = Literal["local", "envoy", "national"]
Step = Literal["collect", "extract", "understand", "resolve", "import"]
VerdictKind = Literal["accepted", "rejected", "corrected", "merged", "split"]
Health = Literal["ok", "failing", "blocked", "broken", "gone", "quiet", "never", "retired"]

KNOWN_TIE_RULE = "row of a list of known ties"
"""`Mention.rule` of what a public list of ties tells, not an article."""
MISSPELT = "misspelt"
"""What `Mention.rule` says where a place is known by a misspelling of its name only."""
STAGE_ORDER: Mapping[Stage, int] = {"proposed": 0, "letter_of_intent": 1, "signed": 2, "planned": 0, "took_place": 1}
"""Rung of each stage on its type's ladder (codebook, Fields)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where news is looked for; a declaration in a sources file, one `[[source]]` each.

    A search has `{query}` in its address and is asked with each of its `queries`. Of a source with the topic `ties`,
    links are not followed whose title or address speaks of sport, shows or shares and of nothing that we look for.
    """

    source_id: str
    name: str
    home: str
    country: Literal["CN", "PK"]
    lang: Lang
    kind: SourceKind
    address: str
    authority: Authority = "press"
    delay_seconds: float = 1.0
    every_minutes: int = 30
    selectors: Mapping[str, str] = field(default_factory=dict)
    unverified: bool = False
    topic: Topic = "any"
    queries: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Return the addresses to ask: that of a search once for each query."""
        if self.kind != "search":
            return (self.address,)
        return tuple(self.address.replace("{query}", quote(query, safe="")) for query in self.queries)


@dataclass(frozen=True, slots=True)
class Link:
    """An article that a source points to. `updated` is the source's own mark of its version, as written, or None."""

    url: str
    source_id: str
    title: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class Visited:
    """What is remembered of an address asked before, so that it can be asked conditionally or not at all.

    `moved_to` is where it has moved for good.
    """

    url: str
    etag: str | None
    last_modified: str | None
    status: int
    updated: str | None
    fetched_at: datetime
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One answer as it came. `url` is what was asked, `final_url` where redirects led, `fetched_at` is UTC."""

    url: str
    final_url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    source_id: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `published` and `modified` are ISO 8601 text: a day (`2021-12-09`) or an instant with zone."""

    article_id: str
    url: str
    source_id: str
    lang: str
    title: str
    text: str
    published: str | None = None
    modified: str | None = None
    byline: str | None = None
    credit: str | None = None
    fetched_at: datetime | None = None

    @property
    def published_day(self) -> str | None:
        """The outlet's own calendar day of publication, `YYYY-MM-DD`."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the gazetteer."""

    place_id: str
    name_en: str
    name_zh: str
    name_ur: str
    level: Literal["first_level", "prefecture", "county", "city", "district"]
    parent_id: str | None
    country_code: Literal["CN", "PK"]
    latitude: float
    longitude: float
    iso_3166_2: str | None = None
    geonames_id: int | None = None


def sister_relation(cn: Place, pk: Place) -> Relation:
    """Return what a sister tie of two places is called: Islamabad counts as a city (codebook, Agreements 6)."""
    first_level = all(place.level == "first_level" and place.name_en != "Islamabad" for place in (cn, pk))
    return "sister_province" if first_level else "sister_city"


@dataclass(frozen=True, slots=True)
class Mention:
    """What one article says of one event (codebook, Fields).

    `cn` and `pk` are canonical English names, `cn_id` and `pk_id` their gazetteer ids; None where a visit ties one
    side only. `evidence_start` and `evidence_end` are offsets into the article's text; both are None where only the
    title tells the event, and `evidence` is then a span of the title.
    """

    article_id: str
    type: EventType
    stage: Stage
    relation: Relation | None
    actor: Actor | None
    cn: str | None
    pk: str | None
    cn_id: str | None
    pk_id: str | None
    date: str | None
    is_new: bool
    evidence: str
    evidence_start: int | None
    evidence_end: int | None
    rule: str
    confidence: float

    @property
    def mention_id(self) -> str:
        """The same for the same reading of the same article: `m` and 16 hex digits."""
        parts = (self.article_id, self.type, self.stage, self.cn_id, self.pk_id, self.date, str(self.is_new))
        return "m" + sha256("|".join(part or "" for part in parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Report:
    """A mention with what resolving needs to know of the article that makes it.

    `event_id` is the event it was joined to before, None for a mention not yet resolved. `retracted` says that the
    outlet has taken the article back.
    """

    mention: Mention
    title: str
    lang: str
    published: str | None
    fetched_at: datetime
    authority: Authority
    event_id: str | None = None
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, decided from all mentions of it, and by a person where `verdict` says so."""

    event_id: str
    type: EventType
    stage: Stage
    relation: Relation | None
    actor: Actor | None
    cn: str | None
    pk: str | None
    cn_id: str | None
    pk_id: str | None
    date: str | None
    is_new: bool
    in_feed: bool
    contested: bool
    confidence: float
    headline: str
    evidence: str
    verdict: VerdictKind | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided about an event (`verdicts.toml`); it outranks the rules.

    `fields` are the corrected fields of the event with their values, `other_id` the event merged with it, `articles`
    the ids of those split off. `where` names file and line for errors.
    """

    event_id: str
    kind: VerdictKind
    by: str
    date: str
    reason: str
    fields: tuple[tuple[str, str | bool | None], ...] = ()
    other_id: str | None = None
    articles: tuple[str, ...] = ()
    where: str = field(default="", compare=False)

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events that it names."""
        return (self.event_id, self.other_id) if self.other_id else (self.event_id,)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What resolving decided: `members` maps mention_id to event_id, `redirects` a given-up event_id to its heir."""

    events: tuple[Event, ...]
    members: Mapping[str, str]
    redirects: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Signature:
    """What near-duplicates of an article are found by: a hash of its folded text and band hashes of its shingles.

    `minima` tell how alike two texts are, two bytes a bin of the MinHash; a signature of an earlier version has none.
    """

    article_id: str
    text_hash: str
    length: int
    bands: tuple[int, ...]
    minima: bytes = b""


@dataclass(frozen=True, slots=True)
class Citation:
    """An article that reports an event, as an item of the feed shows it."""

    article_id: str
    url: str
    title: str
    source_id: str
    source_name: str
    lang: str
    published: str | None
    stage: Stage
    evidence: str
    retracted: bool = False
    misspelt: bool = False
    """Whether it tells one of the places by a misspelt name only."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the feed. `guid` and `announced_at` never change once given.

    `told` is the event as readers were told it, None where nothing is known of that; `withdrawn` says that it is no
    news any more, `reason` is what a person wrote who decided so or corrected it.
    """

    guid: str
    event: Event
    announced_at: datetime
    updated_at: datetime
    citations: tuple[Citation, ...]
    told: Event | None = None
    withdrawn: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source does, as the `sources` view says; `since` is when it came to be so, None where all is well."""

    source_id: str
    name: str
    address: str | None
    health: Health
    since: datetime | None
    last_error: str | None
    last_success_at: datetime | None
    last_new_article_at: datetime | None
    consecutive_failures: int


@dataclass(frozen=True, slots=True)
class Collected:
    """What asking one source gave. `error` says why the source itself could not be read, None where it could."""

    source_id: str
    pages: tuple[Page, ...]
    visited: tuple[Visited, ...]
    rejections: tuple[Rejection, ...]
    links: int
    not_modified: bool
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """What was made of a batch of pages or imported articles, before it is resolved."""

    articles: tuple[Article, ...]
    mentions: tuple[Mention, ...]
    rejections: tuple[Rejection, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why something went no further. `reason` is a short stable name, `detail` says more for a person."""

    url: str
    step: Step
    reason: str
    detail: str = ""
