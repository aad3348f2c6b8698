"""The story as a graph: an event a node, however many reports tell it, and a link an edge.

A node is a cluster's id, or ``article#event`` for an event that one article tells. Its attributes are
scalars, so that any graph format can hold them; what is not known is left out. Of values on which reports
differ, the one marked as shown stands for the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from mapper.errors import ExtraMissingError

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from mapper.model import ArticleMap, Claim, Event, EventMap

Value: TypeAlias = str | float | int | bool


def node_id(article: str, event: Event) -> str:
    """Return what an event is called in the story: its cluster, or its article and own id."""
    return event.cluster or f"{article}#{event.id}"


def graph_of(result: EventMap) -> MultiDiGraph:
    """Return the events and links of a result as a networkx graph; edges are keyed by their kind.

    Raises
    ------
    ExtraMissingError
        If networkx is not installed.
    """
    try:
        from networkx import MultiDiGraph
    except ImportError as cause:
        error = ExtraMissingError.for_extra("graph", "networkx")
        raise error from cause
    graph = MultiDiGraph()
    claims = {cluster.id: [c for c in cluster.claims if c.shown] for cluster in result.clusters}
    for node, reports in reports_by_node(result.articles).items():
        graph.add_node(node, **_attributes(reports, claims.get(node, ())))
    for source, target, kind, attributes in _edges(result):
        if (
            source in graph
            and target in graph
            and source != target
            and not graph.has_edge(source, target, kind)
        ):
            graph.add_edge(source, target, kind, kind=kind, **attributes)
    return graph


def reports_by_node(articles: Iterable[ArticleMap]) -> dict[str, list[tuple[str, Event]]]:
    """Return the reports of each event of the story, with their articles' ids."""
    found: dict[str, list[tuple[str, Event]]] = {}
    for each in articles:
        for event in each.events:
            found.setdefault(node_id(each.article.id, event), []).append((each.article.id, event))
    return found


def states_days(event: Event) -> bool:
    """Tell whether the text says itself when the event is, so that its days are more than inferred."""
    dated = event.begin is not None or event.end is not None
    return dated and not any(
        reason.code.startswith("date.") and reason.code.endswith(".inferred") for reason in event.reasons
    )


def _attributes(reports: list[tuple[str, Event]], claims: Iterable[Claim]) -> dict[str, Value]:
    """Return what a node says of its event, by the surest report and the claims that are shown."""
    told = {(article, event.id): event for article, event in reports}
    chosen = {claim.field: told.get((claim.report.article, claim.report.event)) for claim in claims}
    events = sorted(told.values(), key=lambda event: -event.confidence)
    surest = events[0]
    stated = next(filter(states_days, events), None)
    dated = chosen.get("date") or stated or next((e for e in events if e.begin or e.end), surest)
    placed = chosen.get("place") or next((e for e in events if e.location), surest)
    where = placed.location
    values: dict[str, Value | None] = {
        "label": surest.label,
        "type": surest.type,
        "status": (chosen.get("status") or surest).status,
        "begin": dated.begin.isoformat() if dated.begin else None,
        "end": dated.end.isoformat() if dated.end else None,
        "place": where.name if where else None,
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "disputed": any(event.disputes for event in events),
        "participants": "; ".join(dict.fromkeys(p.text for event in events for p in event.participants)),
        "reports": len(reports),
        "articles": "; ".join(sorted(article for article, _ in reports)),
        "confidence": surest.confidence,
    }
    return {name: value for name, value in values.items() if value is not None}


def _edges(result: EventMap) -> Iterator[tuple[str, str, str, dict[str, Value]]]:
    """Yield the links between events of the story, then those of articles that were not lifted."""
    for link in result.links:
        told = "; ".join(str(reason.value) for reason in link.reasons if reason.code == "told-by")
        yield link.source, link.target, link.kind, {"confidence": link.confidence, "articles": told}
    for each in result.articles:
        nodes = {event.id: node_id(each.article.id, event) for event in each.events}
        for inner in each.links:
            if inner.source in nodes and inner.target in nodes:
                attributes: dict[str, Value] = {"confidence": inner.confidence, "articles": each.article.id}
                yield nodes[inner.source], nodes[inner.target], inner.kind, attributes
