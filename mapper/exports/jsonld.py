"""JSON-LD: schema.org events, with a context of our own for what schema.org has no word for."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import msgspec

from mapper.frames.cells import dispute_text, evidence_of, flag_of, toponym_of
from mapper.frames.cells import quote as quoted
from mapper.model import ArticleMap, Event, EventMap, Location, Toponym

CONTEXT: Final[dict[str, Any]] = {
    "@vocab": "https://schema.org/",
    "em": "urn:event-mapper:1:",
    "eventType": "em:eventType",
    "status": "em:status",
    "claimedBy": "em:claimedBy",
    "confidence": "em:confidence",
    "evidence": "em:evidence",
    "dispute": "em:dispute",
    "precision": "em:precision",
    "causes": {"@id": "em:causes", "@type": "@id"},
    "followedBy": {"@id": "em:followedBy", "@type": "@id"},
    "sameSeries": {"@id": "em:sameSeries", "@type": "@id"},
}
_STATUS: Final = {
    "planned": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
}
"""schema.org says nothing of what has happened, goes on or is only claimed: see `status`."""
_LINKS: Final = {
    "caused": "causes",
    "follow-up": "followedBy",
    "during": "superEvent",
    "same-series": "sameSeries",
}


def write(result: EventMap, path: Path) -> None:
    """Write one graph; `<` is escaped, as such files are pasted into pages."""
    graph = [_node(article, event) for article in result.articles for event in article.events]
    data = msgspec.json.encode({"@context": CONTEXT, "@graph": graph})
    path.write_bytes(data.replace(b"<", b"\\u003c") + b"\n")


def _node(article: ArticleMap, event: Event) -> dict[str, Any]:
    toponyms = {toponym.id: toponym for toponym in article.toponyms}
    node: dict[str, Any] = {
        "@id": _id(article, event.id),
        "@type": "Event",
        "name": event.label,
        "eventType": event.type,
        "status": event.status,
        "eventStatus": _STATUS.get(event.status),
        "startDate": event.begin,
        "endDate": event.end,
        "location": _place(event.location, toponym_of(event.location, toponyms)),
        "dispute": dispute_text(flag_of(event, toponyms)),
        "claimedBy": None if event.attribution is None else event.attribution.source,
        "confidence": event.confidence,
        "evidence": quoted(article, evidence_of(event)) or None,
        "subjectOf": _report(article),
    }
    for link in article.links:
        if link.source == event.id:
            node.setdefault(_LINKS[link.kind], []).append({"@id": _id(article, link.target)})
    return {key: value for key, value in node.items() if value is not None}


def _id(article: ArticleMap, event: str) -> str:
    return f"urn:event-mapper:event:{quote(article.article.id, safe='')}:{quote(event, safe='')}"


def _place(location: Location | None, toponym: Toponym | None) -> dict[str, Any] | None:
    if location is None:
        return None
    place = {
        "@type": "Place",
        "name": location.name,
        "precision": location.precision,
        "geo": {"@type": "GeoCoordinates", "latitude": location.lat, "longitude": location.lon},
    }
    if toponym is not None and toponym.place is not None:
        place["identifier"] = toponym.place.id
    return place


def _report(article: ArticleMap) -> dict[str, Any]:
    head = article.article
    report = {
        "@type": "NewsArticle",
        "identifier": head.id,
        "headline": head.title,
        "url": head.url,
        "datePublished": head.published,
        "publisher": None if head.source is None else {"@type": "Organization", "name": head.source},
    }
    return {key: value for key, value in report.items() if value is not None}
