"""The same event told by many reports: one cluster with all its claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from mapper.links.across.blocking import BlockIndex
from mapper.links.across.claims import claims_of
from mapper.links.across.clusters import Grouping, group
from mapper.links.across.report import Report, reports_of
from mapper.links.across.scoring import POSSIBLE, Comparison, compare
from mapper.links.across.story import lift_links
from mapper.links.across.vetoes import vetoed_by
from mapper.model import ArticleMap, Cluster, Event, EventMap, PossibleMatch, Reason


def merge(result: EventMap) -> EventMap:
    """Return the map with reports of one event put together.

    The outcome does not depend on the order of the articles. Every report keeps its own fields; the
    clusters hold what they disagree on, `possible` the pairs that stayed undecided.
    """
    reports = [report for article in result.articles for report in reports_of(article)]
    return with_groups(result, group(comparisons(reports)))


def comparisons(reports: Iterable[Report]) -> Iterator[Comparison]:
    """Yield every pair of reports that is worth showing, once."""
    index = BlockIndex()
    for report in sorted(reports, key=lambda r: r.key):
        yield from compared(report, index.candidates(report))
        index.add(report)


def compared(report: Report, others: Iterable[Report]) -> Iterator[Comparison]:
    """Yield the comparisons of one report with others that no veto forbids and that are alike enough."""
    for other in others:
        if vetoed_by(report, other) is None:
            pair = compare(report, other)
            if pair.score >= POSSIBLE:
                yield pair


def with_groups(result: EventMap, grouping: Grouping) -> EventMap:
    """Return the map with a grouping written into its events, clusters and links."""
    events = {(a.article.id, e.id): e for a in result.articles for e in a.events}
    clusters = tuple(_cluster(members, grouping.joined, events) for members in grouping.groups)
    home = {(ref.article, ref.event): cluster.id for cluster in clusters for ref in cluster.members}
    articles = tuple(_with_clusters(article, home) for article in result.articles)
    possible = tuple(PossibleMatch(p.first.ref, p.second.ref, p.score, p.reasons) for p in grouping.possible)
    return msgspec.structs.replace(
        result, articles=articles, clusters=clusters, possible=possible, links=lift_links(articles)
    )


def cluster_id(members: Sequence[Report]) -> str:
    """Return a name that depends on the reports put together, and on nothing else."""
    text = "\n".join(f"{article}\t{event}" for article, event in sorted(report.key for report in members))
    return "c" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _cluster(
    members: Sequence[Report], joined: Iterable[Comparison], events: dict[tuple[str, str], Event]
) -> Cluster:
    keys = {report.key for report in members}
    reasons = [
        Reason("same-event", f"{'/'.join(pair.first.key)} = {'/'.join(pair.second.key)}: {pair.score:.2f}")
        for pair in joined
        if pair.first.key in keys and pair.second.key in keys
    ]
    told = [(report, events[report.key]) for report in members]
    return Cluster(cluster_id(members), tuple(r.ref for r in members), claims_of(told), tuple(reasons))


def _with_clusters(article: ArticleMap, home: dict[tuple[str, str], str]) -> ArticleMap:
    replace = msgspec.structs.replace
    events = tuple(
        event
        if event.cluster == (name := home.get((article.article.id, event.id)))
        else replace(event, cluster=name)
        for event in article.events
    )
    return article if events == article.events else replace(article, events=events)
