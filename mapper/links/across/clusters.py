"""Put pairs together into clusters: the most alike first, one report an article, no veto inside."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from mapper.links.across.report import Report
from mapper.links.across.scoring import SAME, Comparison
from mapper.links.across.vetoes import vetoed_by

Key = tuple[str, str]


class Grouping(Struct, frozen=True):
    """Clusters of two or more reports, the pairs that put each together, and those that stayed open."""

    groups: tuple[tuple[Report, ...], ...]
    joined: tuple[tuple[Comparison, ...], ...]
    possible: tuple[Comparison, ...]


class _Group:
    """A growing cluster; `apart` are the groups it was refused, which never changes back."""

    __slots__ = ("apart", "articles", "members")

    def __init__(self, report: Report) -> None:
        self.members = [report]
        self.articles = {report.ref.article}
        self.apart: set[int] = set()


class _Groups:
    """The clusters so far, by the number of their first member."""

    def __init__(self) -> None:
        self._number: dict[Key, int] = {}
        self._groups: dict[int, _Group] = {}

    def of(self, report: Report) -> int:
        """Return the group of a report, a new one at its first pair."""
        number = self._number.setdefault(report.key, len(self._number))
        if number not in self._groups:
            self._groups[number] = _Group(report)
        return number

    def join(self, pair: Comparison) -> bool:
        """Put the groups of a pair together unless a veto or an article they share forbids it."""
        a, b = self.of(pair.first), self.of(pair.second)
        if a == b or b in self._groups[a].apart:
            return False
        if not _may_join(self._groups[a], self._groups[b]):
            self._groups[a].apart.add(b)
            self._groups[b].apart.add(a)
            return False
        larger_first = len(self._groups[a].members) >= len(self._groups[b].members)
        self._absorb(*((a, b) if larger_first else (b, a)))
        return True

    def _absorb(self, a: int, b: int) -> None:
        large, small = self._groups[a], self._groups.pop(b)
        large.members += small.members
        large.articles |= small.articles
        for other in small.apart:
            self._groups[other].apart.discard(b)
            self._groups[other].apart.add(a)
        large.apart |= small.apart
        self._number.update((report.key, a) for report in small.members)

    def are_open(self, pair: Comparison) -> bool:
        """Tell whether a pair is undecided: in two groups that no article tells of both."""
        a, b = self.of(pair.first), self.of(pair.second)
        return a != b and not self._groups[a].articles & self._groups[b].articles

    def clusters(self) -> dict[int, tuple[Report, ...]]:
        """Return the groups of two or more, in the order of their first members' keys."""
        ordered = {n: tuple(sorted(g.members, key=lambda r: r.key)) for n, g in self._groups.items()}
        several = ((n, members) for n, members in ordered.items() if len(members) > 1)
        return dict(sorted(several, key=lambda pair: pair[1][0].key))


def _may_join(a: _Group, b: _Group) -> bool:
    if a.articles & b.articles:
        return False
    return not any(vetoed_by(x, y) for x in a.members for y in b.members)


def rank(pair: Comparison) -> tuple[float, bool, Key, Key]:
    """Rank pairs by score; of equals those of one status come first."""
    return -pair.score, pair.first.status != pair.second.status, pair.first.key, pair.second.key


def group(comparisons: Iterable[Comparison]) -> Grouping:
    """Return the clusters of some compared pairs.

    The order of the pairs does not matter: they are taken by score, ties by the reports' keys. The
    outcome for a report depends only on the pairs at or above `scoring.SAME` it is connected by.
    """
    ranked = sorted(comparisons, key=rank)
    groups = _Groups()
    joining = [pair for pair in ranked if pair.score >= SAME and groups.join(pair)]
    clusters = groups.clusters()
    joined: dict[int, list[Comparison]] = {number: [] for number in clusters}
    for pair in joining:
        joined[groups.of(pair.first)].append(pair)
    possible = tuple(pair for pair in ranked if groups.are_open(pair))
    return Grouping(tuple(clusters.values()), tuple(tuple(pairs) for pairs in joined.values()), possible)
