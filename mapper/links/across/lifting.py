"""Links between events of the story, lifted from the links inside the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mapper.graph import node_id
from mapper.links.across.references import References
from mapper.model import ArticleMap, ClusterLink, Link, Reason


def story_links(articles: Iterable[ArticleMap]) -> tuple[ClusterLink, ...]:
    """Return the links between events of the story: those the articles tell, then what they refer back to.

    Articles may come one at a time; their events must have their clusters.
    """
    references = References()

    def noted() -> Iterator[ArticleMap]:
        for article in articles:
            references.add(article)
            yield article

    lifted = lift_links(noted())
    known = {frozenset((link.source, link.target)) for link in lifted}
    return (*lifted, *(x for x in references.links() if frozenset((x.source, x.target)) not in known))


def lift_links(articles: Iterable[ArticleMap]) -> tuple[ClusterLink, ...]:
    """Return the articles' links as links between clusters.

    Links that several reports tell become one, as sure as the surest; each report is named as a reason,
    with the span of its cue.
    """
    told: dict[tuple[str, str, str], dict[str, Link]] = defaultdict(dict)
    for article, link, source, target in _ends(articles):
        if source != target:
            known = told[source, target, link.kind].setdefault(article, link)
            if link.confidence > known.confidence:
                told[source, target, link.kind][article] = link
    return tuple(_lifted(source, target, links) for (source, target, _), links in sorted(told.items()))


def _ends(articles: Iterable[ArticleMap]) -> Iterator[tuple[str, Link, str, str]]:
    """Yield the links with what their two events are called; a link to an unknown event is left out."""
    for article in articles:
        nodes = {event.id: node_id(article.article.id, event) for event in article.events}
        for link in article.links:
            if link.source in nodes and link.target in nodes:
                yield article.article.id, link, nodes[link.source], nodes[link.target]


def _lifted(source: str, target: str, links: dict[str, Link]) -> ClusterLink:
    surest = max(links.values(), key=lambda link: link.confidence)
    reasons = tuple(_told_by(article, links[article]) for article in sorted(links))
    return ClusterLink(source, target, surest.kind, surest.confidence, reasons)


def _told_by(article: str, link: Link) -> Reason:
    cue = link.cue
    return Reason("told-by", article, cue.start if cue else None, cue.end if cue else None)
