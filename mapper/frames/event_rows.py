"""The table of events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mapper.frames.cell_types import Row, Shape, degrees, point_of
from mapper.frames.cells import country_of, dispute_text, evidence_of, flag_of, name_of, quote, toponym_of
from mapper.model import ArticleMap, Event, EventMap, Figure, Toponym


def event_rows(result: EventMap) -> Iterator[tuple[Row, Shape]]:
    """Yield a row an event."""
    for article in result.articles:
        toponyms = {toponym.id: toponym for toponym in article.toponyms}
        for event in article.events:
            yield _event_row(article, event, toponyms), point_of(event.location)


def _event_row(article: ArticleMap, event: Event, toponyms: dict[str, Toponym]) -> Row:
    flag = flag_of(event, toponyms)
    toponym = toponym_of(event.location, toponyms)
    head = article.article
    return {
        "article": head.id,
        "id": event.id,
        "type": event.type,
        "label": event.label,
        "status": event.status,
        "begin": event.begin,
        "end": event.end,
        "date_precision": event.date_precision,
        "place": name_of(event.location),
        "relation": None if event.location is None else event.location.relation,
        "precision": None if event.location is None else event.location.precision,
        "country": None if flag is not None else country_of(toponym),
        "disputed": flag is not None,
        "dispute": dispute_text(flag),
        "territories": "; ".join(f"{d.territory} ({d.relation})" for d in event.disputes) or None,
        **degrees(point_of(event.location)),
        "origin": name_of(event.origin),
        "destination": name_of(event.destination),
        "actors": _people(event, "actor"),
        "targets": _people(event, "target"),
        "attribution": None if event.attribution is None else event.attribution.source,
        "figures": _figures(event.figures),
        "trigger": event.mentions[0].text if event.mentions else None,
        "evidence": quote(article, evidence_of(event)),
        "confidence": event.confidence,
        "corrected": event.corrected,
        "cluster": event.cluster,
        "title": head.title,
        "source": head.source,
        "url": head.url,
        "published": head.published,
    }


def _people(event: Event, role: str) -> str | None:
    return "; ".join(p.text for p in event.participants if p.role == role) or None


def _figures(figures: Iterable[Figure]) -> str | None:
    return "; ".join(f"{figure.value:g} {figure.unit}".strip() for figure in figures) or None
