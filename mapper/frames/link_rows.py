"""The table of links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mapper.frames.cell_types import Row, Shape, point_of
from mapper.frames.cells import name_of, quote
from mapper.model import ArticleMap, Event, EventMap, Extent, Link


def link_rows(result: EventMap) -> Iterator[tuple[Row, Shape]]:
    """Yield a row a link, inside articles first."""
    for article in result.articles:
        events = {event.id: event for event in article.events}
        for link in article.links:
            if link.source in events and link.target in events:
                yield _link_row(article, link, events[link.source], events[link.target])
    yield from _cluster_link_rows(result)


def _link_row(article: ArticleMap, link: Link, source: Event, target: Event) -> tuple[Row, Shape]:
    cue = link.cue
    row: Row = {
        "article": article.article.id,
        "source": link.source,
        "target": link.target,
        "kind": link.kind,
        "confidence": link.confidence,
        "cue": None if cue is None else cue.text,
        "evidence": None if cue is None else quote(article, [Extent(cue.start, cue.end)]),
    }
    return row | _ends(source, target), _between(source, target)


def _cluster_link_rows(result: EventMap) -> Iterator[tuple[Row, Shape]]:
    """Yield the links between clusters, drawn between their first reports that have a place."""
    events = {(a.article.id, e.id): e for a in result.articles for e in a.events}
    reports = {c.id: [events.get((m.article, m.event)) for m in c.members] for c in result.clusters}
    for link in result.links:
        source, target = (_first_placed(reports.get(end, [])) for end in (link.source, link.target))
        if source is not None and target is not None:
            row: Row = {
                "article": None,
                "source": link.source,
                "target": link.target,
                "kind": link.kind,
                "confidence": link.confidence,
                "cue": None,
                "evidence": None,
            }
            yield row | _ends(source, target), _between(source, target)


def _first_placed(reports: Iterable[Event | None]) -> Event | None:
    known = [event for event in reports if event is not None]
    return next((event for event in known if event.location is not None), known[0] if known else None)


def _ends(source: Event, target: Event) -> Row:
    return {
        "source_label": source.label,
        "source_place": name_of(source.location),
        "target_label": target.label,
        "target_place": name_of(target.location),
    }


def _between(source: Event, target: Event) -> Shape:
    ends = point_of(source.location) + point_of(target.location)
    return ends if len(ends) == 2 else ()
