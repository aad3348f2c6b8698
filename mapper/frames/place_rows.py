"""The tables of places and of disputed places."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.frames.cell_types import Row, Shape, degrees
from mapper.frames.cells import country_of, dispute_text, names_text, quote
from mapper.model import ArticleMap, EventMap, Extent, Toponym


def place_rows(result: EventMap) -> Iterator[tuple[Row, Shape]]:
    """Yield a row a mention of a place."""
    for article in result.articles:
        for toponym in article.toponyms:
            yield _place_row(article, toponym), _place_at(toponym)


def _place_row(article: ArticleMap, toponym: Toponym) -> Row:
    place, flag = toponym.place, toponym.dispute
    settled = place is not None and flag is None
    return {
        "article": article.article.id,
        "id": toponym.id,
        "text": toponym.text,
        "role": toponym.role,
        "name": None if place is None else place.name,
        "kind": None if place is None else place.kind,
        "country": country_of(toponym),
        "admin1": place.admin1 if settled and place is not None else None,
        "admin2": place.admin2 if settled and place is not None else None,
        "disputed": flag is not None,
        "dispute": dispute_text(flag),
        "territory": None if flag is None else flag.territory,
        "relation": None if flag is None else flag.relation,
        **degrees(_place_at(toponym)),
        "precision": None if place is None else place.precision,
        "extent_km": None if place is None else place.extent,
        "population": None if place is None else place.population,
        "place": None if place is None else place.id,
        "geonames_id": None if place is None else place.geonames_id,
        "confidence": toponym.confidence,
        "corrected": toponym.corrected,
        "text_start": toponym.start,
        "text_end": toponym.end,
        "quote": quote(article, [Extent(toponym.start, toponym.end)]),
    }


def dispute_rows(result: EventMap) -> Iterator[tuple[Row, Shape]]:
    """Yield a row a mention of a disputed place."""
    for article in result.articles:
        for toponym in article.toponyms:
            if toponym.dispute is not None:
                yield _dispute_row(article, toponym), _place_at(toponym)


def _dispute_row(article: ArticleMap, toponym: Toponym) -> Row:
    flag = toponym.dispute
    assert flag is not None
    events = [e for e in article.events if any(d.territory == flag.territory for d in e.disputes)]
    return {
        "article": article.article.id,
        "toponym": toponym.id,
        "text": toponym.text,
        "territory": flag.territory,
        "relation": flag.relation,
        "dispute": dispute_text(flag),
        "names": names_text(flag),
        "claimants": "/".join(flag.claimants),
        "administered_by": "/".join(flag.administered_by) or None,
        "also": "; ".join(flag.also) or None,
        "status": flag.status or None,
        "as_of": flag.as_of or None,
        **degrees(_place_at(toponym)),
        "events": "; ".join(event.id for event in events) or None,
        "quote": quote(article, [Extent(toponym.start, toponym.end)]),
    }


def _place_at(toponym: Toponym) -> Shape:
    return () if toponym.place is None else ((toponym.place.lon, toponym.place.lat),)
