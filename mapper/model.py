"""The nouns of the mapper as frozen records, with one codec to and from JSON.

All spans count Unicode code points: ``text[start:end] == span.text``. Coordinates are WGS84
degrees, distances kilometres, dates inclusive calendar days.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from mapper.errors import RecordError

if TYPE_CHECKING:
    from networkx import MultiDiGraph

SCHEMA: Final = "event-mapper/1"

Role: TypeAlias = Literal["literal", "metonym", "demonym", "part-of-organisation", "dateline"]
Precision: TypeAlias = Literal["point", "city", "district", "province", "country", "region", "sea"]
PlaceRelation: TypeAlias = Literal["in", "near", "off", "about"]
DisputeRelation: TypeAlias = Literal["in", "near", "mention"]
Status: TypeAlias = Literal["happened", "ongoing", "planned", "cancelled", "claimed"]
DatePrecision: TypeAlias = Literal["day", "days", "week", "month", "season", "quarter", "year", "years"]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
LinkKind: TypeAlias = Literal["caused", "follow-up", "during", "same-series"]
ReferenceSource: TypeAlias = Literal["dateline", "published", "option"]
EventType: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "CLAIM", "DISASTER", "OTHER",
]  # fmt: skip


class Record(Struct, frozen=True):
    """Base of every record: immutable, compared by value."""


R = TypeVar("R", bound=Record)


class Extent(Record, frozen=True):
    """Where in the text something stands."""

    start: int
    end: int


class Span(Record, frozen=True):
    """A piece of the text with its place in it."""

    start: int
    end: int
    text: str


class Reason(Record, frozen=True):
    """One ground for a decision; `code` is stable, `value` is for people and programs."""

    code: str
    value: str | float | None = None
    start: int | None = None
    end: int | None = None


class Dateline(Record, frozen=True):
    """The line that says where and when a report was filed: "SEOUL, Jan 21 (IANS) -"."""

    start: int
    end: int
    text: str
    places: tuple[Span, ...] = ()
    date: Span | None = None
    agency: Span | None = None


class ReferenceDate(Record, frozen=True):
    """The day that "yesterday" is counted from, and what it was read from."""

    date: date
    source: ReferenceSource = msgspec.field(name="from")


class Article(Record, frozen=True):
    """One news article. `text` is left out of results unless full text is asked for."""

    id: str
    title: str | None = None
    source: str | None = None
    domain: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = None
    text_sha256: str | None = None
    reference_date: ReferenceDate | None = None
    dateline: Dateline | None = None
    text: str | UnsetType = UNSET


class Place(Record, frozen=True):
    """A place of the gazetteer.

    `id` carries a prefix: ``gn:`` GeoNames, ``own:`` our tables, ``dt:`` the register of disputed
    territories, ``user:`` a gazetteer of the user's. `extent` is the radius in km of a circle of
    about the place's area, or None for a point. `country` is an ISO 3166-1 alpha-2 code (``XK``
    for Kosovo) and is None where no single state's is undisputed; `admin1` and `admin2` are names.
    """

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    precision: Precision
    extent: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    geonames_id: int | None = None
    population: int | None = None
    source: str = ""


class Alternative(Record, frozen=True):
    """A place that was considered, with its share of the confidence (0 to 1)."""

    place: Place
    score: float


class DisputeFlag(Record, frozen=True):
    """Why a place is shown as disputed.

    `claimants` and `administered_by` are party codes, sorted: ISO 3166-1 alpha-2 or a code of the
    register's entities. `names` maps ``PARTY/language`` to the name that party uses. `also` lists
    the territories that contain this one or overlap it.
    """

    territory: str
    relation: DisputeRelation
    also: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    administered_by: tuple[str, ...] = ()
    names: dict[str, str] = {}
    status: str = ""
    as_of: str = ""


class Toponym(Record, frozen=True):
    """A place name in the text and what it was taken for; unresolved is a legal answer."""

    id: str
    start: int
    end: int
    text: str
    role: Role
    place: Place | None = None
    confidence: float = 0.0
    alternatives: tuple[Alternative, ...] = ()
    reasons: tuple[Reason, ...] = ()
    dispute: DisputeFlag | None = None
    corrected: bool = False


class TimeExpression(Record, frozen=True):
    """A time expression. `value` is TIMEX3-like; `begin` and `end_date` are inclusive days."""

    id: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str | None = None
    begin: date | None = None
    end_date: date | None = None
    precision: DatePrecision | None = None
    modifier: str | None = None
    reasons: tuple[Reason, ...] = ()


class Participant(Record, frozen=True):
    """Who took part, as named in the text; `country` is an ISO 3166-1 alpha-2 code."""

    text: str
    role: Literal["actor", "target"]
    country: str | None = None
    start: int | None = None
    end: int | None = None


class Location(Record, frozen=True):
    """Where an event is, by the toponym that says so."""

    toponym: str | None
    name: str
    lat: float
    lon: float
    precision: Precision
    relation: PlaceRelation


class Attribution(Record, frozen=True):
    """Who says so."""

    source: str
    start: int
    end: int


class Figure(Record, frozen=True):
    """A number the text gives for an event: 58 arrested, magnitude 7.1."""

    value: float
    unit: str
    start: int
    end: int


class EventDispute(Record, frozen=True):
    """A disputed territory an event touches, and how."""

    territory: str
    relation: DisputeRelation
    toponym: str | None = None


class Event(Record, frozen=True):
    """One event of an article, with every place in the text that mentions it; the first is the trigger."""

    id: str
    type: EventType
    label: str
    mentions: tuple[Span, ...]
    status: Status
    participants: tuple[Participant, ...] = ()
    location: Location | None = None
    origin: Location | None = None
    destination: Location | None = None
    begin: date | None = None
    end: date | None = None
    date_precision: DatePrecision | None = None
    attribution: Attribution | None = None
    figures: tuple[Figure, ...] = ()
    disputes: tuple[EventDispute, ...] = ()
    cluster: str | None = None
    confidence: float = 0.0
    corrected: bool = False
    evidence: tuple[Extent, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Link(Record, frozen=True):
    """A relation between two events of one article, with the words that say so."""

    source: str
    target: str
    kind: LinkKind
    confidence: float
    cue: Span | None = None
    reasons: tuple[Reason, ...] = ()


class Run(Record, frozen=True):
    """What produced a result: versions and the options that change it."""

    mapper: str
    gazetteer: str
    model: str
    extractor: str
    options: dict[str, str] = {}


class ArticleMap(Record, frozen=True):
    """One article with everything found in it.

    `quotes` are the sentences that hold a toponym, a time, an event or a link cue: the only text of
    the article that a result carries when the full text is left out.
    """

    run: Run
    article: Article
    toponyms: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    quotes: tuple[Span, ...] = ()
    schema: Literal["event-mapper/1"] = SCHEMA


class EventRef(Record, frozen=True):
    """An event of an article."""

    article: str
    event: str


class Claim(Record, frozen=True):
    """What one report says of a field on which the reports of a cluster differ; one a field is `shown`."""

    field: str
    value: str
    report: EventRef
    shown: bool = False


class Cluster(Record, frozen=True):
    """Reports of one event."""

    id: str
    members: tuple[EventRef, ...]
    claims: tuple[Claim, ...] = ()
    reasons: tuple[Reason, ...] = ()


class PossibleMatch(Record, frozen=True):
    """Two reports that may be of one event."""

    first: EventRef
    second: EventRef
    confidence: float
    reasons: tuple[Reason, ...] = ()


class ClusterLink(Record, frozen=True):
    """A relation between two clusters, lifted from the articles' links."""

    source: str
    target: str
    kind: LinkKind
    confidence: float
    reasons: tuple[Reason, ...] = ()


class Failure(Record, frozen=True):
    """An input that could not be used; `line` counts from 1."""

    input: str
    message: str
    line: int | None = None


class EventMap(Record, frozen=True):
    """The result of mapping any number of articles."""

    run: Run
    articles: tuple[ArticleMap, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    possible: tuple[PossibleMatch, ...] = ()
    links: tuple[ClusterLink, ...] = ()
    failures: tuple[Failure, ...] = ()
    schema: Literal["event-mapper/1"] = SCHEMA

    def graph(self) -> MultiDiGraph:
        """Return the story as a networkx graph: an event a node, a link an edge (see `mapper.graph`)."""
        from mapper.graph import graph_of

        return graph_of(self)


def to_json(record: Record) -> bytes:
    """Return a record as one line of UTF-8 JSON."""
    return msgspec.json.encode(record)


def from_json(data: bytes | str, kind: type[R]) -> R:
    """Read a record of the given kind.

    Raises
    ------
    RecordError
        If the data is no JSON or does not fit the kind; the message names the field.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        msg = f"This is not a valid {kind.__name__} record: {error}."
        raise RecordError(msg) from error


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the results: an ArticleMap a line, or one EventMap."""
    (_, event_map), definitions = msgspec.json.schema_components(
        [ArticleMap, EventMap], ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "anyOf": [{"$ref": "#/$defs/ArticleMap"}, event_map],
        "$defs": definitions,
    }
