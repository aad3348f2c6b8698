"""What the mapper says, in the form that is compared."""

from __future__ import annotations

from mapper.errors import GoldError
from mapper.evaluation.events.names import plain
from mapper.evaluation.events.records import (
    ScoredArticle,
    ScoredEvent,
    ScoredPlace,
    ScoredTime,
    ScoredToponym,
    describe,
    label_form,
    names_of,
)
from mapper.model import ArticleMap, Event, Location, Toponym


def scored(record: ArticleMap) -> ScoredArticle:
    """Return a result in the form that is compared.

    Raises
    ------
    GoldError
        If an event names a toponym that is not there.
    """
    article = ScoredArticle(record.article.id)
    toponyms = {toponym.id: toponym for toponym in record.toponyms}
    article.toponyms = [_toponym(toponym) for toponym in record.toponyms]
    article.times = [ScoredTime(t.start, t.end, (t.begin, t.end_date)) for t in record.times]
    article.events = [_event(event, toponyms) for event in record.events]
    article.links = [(link.source, link.target, label_form(link.kind)) for link in record.links]
    article.quotes = [(t.start, t.end, t.text) for t in record.toponyms]
    article.quotes += [(t.start, t.end, t.text) for t in record.times]
    article.quotes += [(m.start, m.end, m.text) for event in record.events for m in event.mentions]
    return article.in_text_order()


def _toponym(toponym: Toponym) -> ScoredToponym:
    return ScoredToponym(
        toponym.id,
        toponym.start,
        toponym.end,
        label_form(toponym.role),
        _place_of(toponym),
        toponym.dispute is not None,
    )


def _place_of(toponym: Toponym) -> ScoredPlace | None:
    place = toponym.place
    if place is None:
        return None
    names = names_of(place.name, toponym.text)
    return ScoredPlace(names, place.lat, place.lon, place.country, label_form(place.kind))


def _event(event: Event, toponyms: dict[str, Toponym]) -> ScoredEvent:
    mentions = [(mention.start, mention.end) for mention in event.mentions]
    quoted = event.mentions[0].text if event.mentions else "-"
    return ScoredEvent(
        event.id,
        label_form(event.type),
        label_form(event.status),
        mentions,
        [] if event.location is None else [_location(event.location, toponyms)],
        (event.begin, event.end),
        None if event.attribution is None else event.attribution.source or None,
        [p.text for p in event.participants if p.text],
        event.cluster,
        label=describe(event.id, event.type, quoted),
    )


def _location(location: Location, toponyms: dict[str, Toponym]) -> ScoredPlace:
    place = ScoredPlace(names_of(location.name), location.lat, location.lon)
    if location.toponym is not None:
        if location.toponym not in toponyms:
            msg = f"A location names the toponym {location.toponym!r}, which is not there."
            raise GoldError(msg)
        toponym = toponyms[location.toponym]
        known = _place_of(toponym) or ScoredPlace(set())
        place.names |= known.names | {plain(toponym.text)} - {""}
        place.country = known.country
    return place
