"""What the page is given: one typed value that becomes the one JSON constant in the file.

Keys are a fixed vocabulary; whatever an article or a file name says stands in values only. Days are
counted from 1970-01-01. Strings that repeat stand once, in a table, and are referred to by index.
Offsets count UTF-16 units, as JavaScript does.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from msgspec import Struct

Mark: TypeAlias = tuple[int, int, int]
"""Quote (index into the article's quotes), start and end inside it."""

Reading: TypeAlias = tuple[int, float]
"""A place that was considered (index into the table of readings) and its score."""


DECIMALS: Final = 3
"""Of confidences and scores: the page shows two, and long numbers do not compress."""


def rounded(share: float) -> float:
    """Return a confidence or score as the page carries it."""
    return round(share, DECIMALS)


class PagePart(Struct, frozen=True, omit_defaults=True):
    """Base of every part: absent keys mean the default."""


class PageArticle(PagePart, frozen=True):
    """One report. `starts` places the quotes in the full text, when that is there."""

    id: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: int | None = None
    dateline: str | None = None
    language: str | None = None
    quotes: tuple[str, ...] = ()
    text: str | None = None
    starts: tuple[int, ...] = ()


class PagePlace(PagePart, frozen=True):
    """A place, once. `area` names a shape of the basemap; `extent` is a radius in km.

    `dispute` is the territory it is or lies in; `itself` tells that it is the territory.
    """

    name: str
    lat: float
    lon: float
    precision: str
    kind: str = ""
    within: str | None = None
    extent: float | None = None
    area: str | None = None
    dispute: int | None = None
    itself: bool = False


class PageName(PagePart, frozen=True):
    """What one party calls a disputed place."""

    party: str
    language: str
    script: str
    latin: str | None = None


class PageDispute(PagePart, frozen=True):
    """A disputed place: parties in alphabetical order of their English names.

    `lines` is how its outline is drawn and `given` whose it is, by point of view; a view in neither draws a
    claim and leaves it open.
    """

    id: str
    name: str
    kind: str = ""
    written: tuple[str, ...] = ()
    names: tuple[PageName, ...] = ()
    claimants: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()
    administered_by: tuple[str, ...] = ()
    status: str = ""
    note: str = ""
    as_of: str = ""
    lat: float | None = None
    lon: float | None = None
    radius: float | None = None
    area: str | None = None
    lines: tuple[tuple[str, str], ...] = ()
    given: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    wikidata: str | None = None


class PageWhere(PagePart, frozen=True):
    """Where something is: the place, how the event stands to it, and what was written."""

    place: int
    relation: str = "in"
    text: str | None = None
    mark: Mark | None = None
    confidence: float | None = None
    readings: tuple[Reading, ...] = ()
    reasons: tuple[int, ...] = ()
    corrected: bool = False


class PageWhen(PagePart, frozen=True):
    """When it was or will be: first and last day, and what was written."""

    begin: int | None = None
    end: int | None = None
    precision: str | None = None
    text: str | None = None
    mark: Mark | None = None
    modifier: str | None = None
    reasons: tuple[int, ...] = ()


class PageFigure(PagePart, frozen=True):
    """A number that the report gives."""

    value: float
    unit: str


class PageEvent(PagePart, frozen=True):
    """One event of one report."""

    article: int
    id: str
    type: str
    label: str
    status: str
    trigger: Mark | None = None
    mentions: tuple[Mark, ...] = ()
    evidence: tuple[int, ...] = ()
    where: PageWhere | None = None
    origin: PageWhere | None = None
    destination: PageWhere | None = None
    when: PageWhen | None = None
    said_by: str | None = None
    said_mark: Mark | None = None
    who: tuple[str, ...] = ()
    figures: tuple[PageFigure, ...] = ()
    disputes: tuple[tuple[int, str], ...] = ()
    confidence: float = 0.0
    corrected: bool = False
    reasons: tuple[int, ...] = ()


class PageLink(PagePart, frozen=True):
    """A relation between two events; `article` says whose words the cue is."""

    source: int
    target: int
    kind: str
    confidence: float = 1.0
    article: int | None = None
    cue: str | None = None
    mark: Mark | None = None
    reasons: tuple[int, ...] = ()


class PageClaim(PagePart, frozen=True):
    """What one report of a merged event says of a field on which the reports differ."""

    field: str
    value: str
    event: int


class PageGroup(PagePart, frozen=True):
    """Reports of one event; the first stands for all on the map."""

    members: tuple[int, ...]
    claims: tuple[PageClaim, ...] = ()
    reasons: tuple[int, ...] = ()


class PageFailure(PagePart, frozen=True):
    """An input that could not be used."""

    input: str
    message: str
    line: int | None = None


class PageParty(PagePart, frozen=True):
    """A party to a dispute by name, in the languages of the page."""

    code: str
    names: tuple[tuple[str, str], ...] = ()


class Page(PagePart, frozen=True, kw_only=True):
    """Everything the page shows."""

    version: int
    title: str = ""
    worldview: str = "neutral"
    articles: tuple[PageArticle, ...] = ()
    places: tuple[PagePlace, ...] = ()
    disputes: tuple[PageDispute, ...] = ()
    parties: tuple[PageParty, ...] = ()
    reasons: tuple[tuple[str, str | float | None], ...] = ()
    readings: tuple[str, ...] = ()
    events: tuple[PageEvent, ...] = ()
    links: tuple[PageLink, ...] = ()
    groups: tuple[PageGroup, ...] = ()
    failures: tuple[PageFailure, ...] = ()
    credits: tuple[str, ...] = ()
