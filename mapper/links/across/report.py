"""An event prepared for being compared with the events of other articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from msgspec import Struct

from mapper.links.across.parties import Reader, Who
from mapper.links.across.words import content_stems, names_in
from mapper.model import Article, ArticleMap, Event, EventRef, Place, Precision

TOWNS: Final = frozenset({"point", "city", "district"})
"""Precisions of a town or smaller."""


class Where(Struct, frozen=True):
    """The place of an event, with what is needed to tell whether it holds another."""

    id: str
    name: str
    lat: float
    lon: float
    precision: Precision
    country: str | None = None
    admin1: str | None = None
    extent: float | None = None


class Report(Struct, frozen=True, dict=True):
    """One article's report of an event.

    Dates are inclusive, None on either side is open; `inferred` are days the text does not say of this
    event. `triggers` are the stems of its mentions, `modes` the finer kinds below its type. `story` are
    the people and towns its article names.
    """

    ref: EventRef
    type: str
    status: str
    confidence: float
    begin: date | None = None
    end: date | None = None
    inferred: bool = False
    where: Where | None = None
    actors: tuple[Who, ...] = ()
    targets: tuple[Who, ...] = ()
    triggers: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    story: frozenset[str] = frozenset()
    figures: tuple[tuple[str, float], ...] = ()
    published: date | None = None

    @cached_property
    def key(self) -> tuple[str, str]:
        """The article's and the event's id: the order every tie is broken by."""
        return self.ref.article, self.ref.event

    @cached_property
    def people(self) -> tuple[Who, ...]:
        """All participants, whatever their role."""
        return self.actors + self.targets

    @cached_property
    def names(self) -> frozenset[str]:
        """Proper names and countries among the participants."""
        return frozenset().union(*(who.names for who in self.people))

    @cached_property
    def acts(self) -> frozenset[str]:
        """What the reporters call the event: stems of its triggers, and its modes."""
        return self.triggers | {f"{self.type}.{mode}" for mode in self.modes}

    @cached_property
    def words(self) -> frozenset[str]:
        """Everything that is said of the event and who took part."""
        return self.acts.union(*(who.words for who in self.people))

    @cached_property
    def days(self) -> timedelta | None:
        """The length of its interval, None where that is open."""
        return None if self.begin is None or self.end is None else self.end - self.begin + timedelta(days=1)


def reports_of(article: ArticleMap) -> tuple[Report, ...]:
    """Return the article's events, prepared."""
    places = {toponym.id: toponym.place for toponym in article.toponyms}
    reader = Reader(article)
    story = frozenset(_story(article, reader))
    events = {event.id: event for event in reversed(article.events)}  # of two events of one id the first
    return tuple(_report(article.article, events[name], places, reader, story) for name in sorted(events))


def _report(
    head: Article, event: Event, places: dict[str, Place | None], reader: Reader, story: frozenset[str]
) -> Report:
    begin, end = event.begin, event.end
    if begin is not None and end is not None and end < begin:
        begin, end = end, begin
    return Report(
        ref=EventRef(head.id, event.id),
        type=event.type,
        status=event.status,
        confidence=event.confidence,
        begin=begin,
        end=end,
        inferred=any(r.code.startswith("date.") and r.code.endswith(".inferred") for r in event.reasons),
        where=_where(event, places),
        actors=reader.who(event, "actor"),
        targets=reader.who(event, "target"),
        triggers=content_stems(mention.text for mention in event.mentions),
        modes=frozenset(_modes(event)),
        story=story,
        figures=tuple((figure.unit, figure.value) for figure in event.figures),
        published=head.reference_date.date if head.reference_date else head.published,
    )


def intervals_meet(a: Report, b: Report) -> bool:
    """Tell whether two intervals share a day; an open side reaches as far as it takes."""
    if a.end is not None and b.begin is not None and a.end < b.begin:
        return False
    return a.begin is None or b.end is None or a.begin <= b.end


def _where(event: Event, places: dict[str, Place | None]) -> Where | None:
    location = event.location
    if location is None or location.relation == "about":
        return None
    place = places.get(location.toponym) if location.toponym is not None else None
    if place is None:
        return Where("", location.name, location.lat, location.lon, location.precision)
    return Where(
        place.id, place.name, place.lat, place.lon, place.precision, place.country, place.admin1, place.extent
    )


def _modes(event: Event) -> Iterator[str]:
    """Yield the modes of an event's triggers: "PROTEST.strike" of the rule "words/PROTEST.strike"."""
    for reason in event.reasons:
        if reason.code == "trigger":
            kind, _, mode = str(reason.value).rpartition("/")[2].partition(".")
            if mode and kind == event.type:
                yield mode


def _story(article: ArticleMap, reader: Reader) -> Iterator[str]:
    """Yield the surnames and organisations that take part in the article's events, and its towns."""
    for event in article.events:
        for participant in event.participants:
            names = [] if reader.is_state(participant) else names_in(participant.text, reader.small)
            yield from names[-1:]
    yield from (f"@{t.place.id}" for t in article.toponyms if t.place and t.place.precision in TOWNS)
