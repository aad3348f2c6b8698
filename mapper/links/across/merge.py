"""The same event told by many reports: one cluster with all its claims."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from mapper.links.across.blocking import BlockIndex
from mapper.links.across.claims import claims_of
from mapper.links.across.clusters import Grouping, group
from mapper.links.across.lifting import story_links
from mapper.links.across.report import Report, reports_of
from mapper.links.across.scoring import POSSIBLE, Comparison, compare
from mapper.links.across.vetoes import vetoed_by
from mapper.model import ArticleMap, Cluster, EventMap, PossibleMatch, Reason


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
    groups = zip(grouping.groups, grouping.joined, strict=True)
    clusters = tuple(cluster_of(members, joined) for members, joined in groups)
    home = {(ref.article, ref.event): cluster.id for cluster in clusters for ref in cluster.members}
    articles = tuple(with_clusters(article, home) for article in result.articles)
    possible = tuple(map(possible_match, grouping.possible))
    return msgspec.structs.replace(
        result, articles=articles, clusters=clusters, possible=possible, links=story_links(articles)
    )


def cluster_id(members: Sequence[Report]) -> str:
    """Return a name that depends on the reports put together, and on nothing else."""
    text = "\n".join(f"{article}\t{event}" for article, event in sorted(report.key for report in members))
    return "c" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def cluster_of(members: Sequence[Report], joined: Iterable[Comparison]) -> Cluster:
    """Return the cluster of some reports in the order of their keys, and of the pairs that joined them."""
    reasons = tuple(_joined_by(pair) for pair in joined)
    return Cluster(cluster_id(members), tuple(r.ref for r in members), claims_of(members), reasons)


def _joined_by(pair: Comparison) -> Reason:
    """Return a pair with what each feature gave, on one line."""
    names = " = ".join("/".join(report.key) for report in (pair.first, pair.second))
    parts = ", ".join(f"{r.code.removeprefix('merge-')} {r.value}" for r in pair.reasons)
    return Reason("same-event", f"{names}: {pair.score:.2f} ({parts})")


def possible_match(pair: Comparison) -> PossibleMatch:
    """Return the record of a pair that stayed undecided."""
    return PossibleMatch(pair.first.ref, pair.second.ref, pair.score, pair.reasons)


def with_clusters(article: ArticleMap, home: Mapping[tuple[str, str], str]) -> ArticleMap:
    """Return the article with its events' clusters, by article and event."""
    named = [(event, home.get((article.article.id, event.id))) for event in article.events]
    if all(event.cluster == name for event, name in named):
        return article
    replace = msgspec.structs.replace
    return replace(article, events=tuple(replace(event, cluster=name) for event, name in named))
