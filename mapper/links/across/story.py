"""Links between clusters, lifted from the links inside the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mapper.model import ArticleMap, ClusterLink, Event, Link, Reason


def node_id(article: str, event: Event) -> str:
    """Return what an event is called in the story: its cluster, or its article and own id."""
    return event.cluster or f"{article}#{event.id}"


def lift_links(articles: Iterable[ArticleMap]) -> tuple[ClusterLink, ...]:
    """Return the articles' links as links between clusters.

    Links that several reports tell become one, as sure as the surest and with every report named.
    """
    told: dict[tuple[str, str, str], list[tuple[str, Link]]] = defaultdict(list)
    for article, link, source, target in _ends(articles):
        if source != target:
            told[source, target, link.kind].append((article, link))
    return tuple(_lifted(key, links) for key, links in sorted(told.items()))


def _ends(articles: Iterable[ArticleMap]) -> Iterator[tuple[str, Link, str, str]]:
    for article in articles:
        nodes = {event.id: node_id(article.article.id, event) for event in article.events}
        for link in article.links:
            yield article.article.id, link, nodes[link.source], nodes[link.target]


def _lifted(key: tuple[str, str, str], links: list[tuple[str, Link]]) -> ClusterLink:
    source, target, _ = key
    reasons = tuple(Reason("told-by", article) for article in sorted({article for article, _ in links}))
    surest = max((link for _, link in links), key=lambda link: link.confidence)
    return ClusterLink(source, target, surest.kind, surest.confidence, reasons)
