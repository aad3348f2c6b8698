"""Links, merged reports, and the hairlines between events of the same people."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from mapper.page.payload.records import PageClaim, PageGroup, PageLink, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapper.model import ArticleMap, Cluster, EventMap, EventRef, Link
    from mapper.page.payload.records import PageEvent
    from mapper.page.payload.spans import Quotes
    from mapper.page.payload.tables import Tables

SAME_PEOPLE_LIMIT: Final = 60
"""More events than this would be a web of hairlines (design notes, decision 3)."""
SHARED_NAMES: Final = 2
"""How many participants two events must share to be of the same people."""

Rows = dict[tuple[str, str], int]
"""Row of an event on the page by its article's id and its own."""


def article_link(
    link: Link, index: int, article_map: ArticleMap, rows: Rows, context: tuple[Quotes, Tables]
) -> PageLink:
    """Return a link inside one article with the words that say so."""
    quotes, tables = context
    name = article_map.article.id
    return PageLink(
        source=rows[name, link.source],
        target=rows[name, link.target],
        kind=link.kind,
        confidence=rounded(link.confidence),
        article=index,
        cue=link.cue.text if link.cue else None,
        mark=quotes.mark(link.cue.start, link.cue.end) if link.cue else None,
        reasons=tables.reasons_of(link.reasons),
    )


def _key(reference: EventRef) -> tuple[str, str]:
    return reference.article, reference.event


def groups(result: EventMap, rows: Rows, events: Sequence[PageEvent], tables: Tables) -> list[PageGroup]:
    """Return the merged events, the surest report first."""
    return [
        _group(cluster, rows, events, tables)
        for cluster in result.clusters
        if len(cluster.members) > 1 and {_key(member) for member in cluster.members} <= rows.keys()
    ]


def _group(cluster: Cluster, rows: Rows, events: Sequence[PageEvent], tables: Tables) -> PageGroup:
    members = [rows[_key(member)] for member in cluster.members]
    members.sort(key=lambda row: (-events[row].confidence, row))
    return PageGroup(
        members=tuple(members),
        claims=tuple(
            PageClaim(claim.field, claim.value, rows[_key(claim.report)])
            for claim in cluster.claims
            if _key(claim.report) in rows
        ),
        reasons=tables.reasons_of(cluster.reasons),
    )


def cluster_links(result: EventMap, rows: Rows, tables: Tables) -> list[PageLink]:
    """Return the links between clusters, each from first member to first member."""
    first = {
        cluster.id: rows[_key(cluster.members[0])]
        for cluster in result.clusters
        if cluster.members and _key(cluster.members[0]) in rows
    }
    return [
        PageLink(
            source=first[link.source],
            target=first[link.target],
            kind=link.kind,
            confidence=rounded(link.confidence),
            reasons=tables.reasons_of(link.reasons),
        )
        for link in result.links
        if link.source in first and link.target in first
    ]


def same_people(events: Sequence[PageEvent], links: Iterable[PageLink]) -> list[PageLink]:
    """Return a hairline from each event to the next one of the same people, where nothing else links them."""
    if len(events) > SAME_PEOPLE_LIMIT:
        return []
    linked = {frozenset((link.source, link.target)) for link in links}
    people = [frozenset(name.casefold() for name in event.who) for event in events]
    found: list[PageLink] = []
    followed: set[int] = set()
    for earlier, later in combinations(range(len(events)), 2):
        if earlier in followed or len(people[earlier] & people[later]) < SHARED_NAMES:
            continue
        followed.add(earlier)
        if frozenset((earlier, later)) not in linked:
            found.append(PageLink(source=earlier, target=later, kind="same-people"))
    return found
