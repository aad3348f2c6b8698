"""Put pairs together into clusters: the most alike first, one report an article, no veto inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mapper.links.across.report import Report
from mapper.links.across.scoring import POSSIBLE, SAME, Comparison
from mapper.links.across.vetoes import vetoed_by


@dataclass(frozen=True, slots=True)
class Grouping:
    """Clusters of two or more reports, and pairs that stayed "possibly the same"."""

    groups: tuple[tuple[Report, ...], ...]
    joined: tuple[Comparison, ...]
    possible: tuple[Comparison, ...]


def group(comparisons: Iterable[Comparison]) -> Grouping:
    """Return the clusters of some compared pairs.

    The order of the pairs does not matter: they are taken by score, ties by the reports' keys.
    """
    ranked = sorted(comparisons, key=lambda c: (-c.score, c.first.key, c.second.key))
    home: dict[tuple[str, str], list[Report]] = {}
    joined: list[Comparison] = []
    possible: list[Comparison] = []
    for pair in ranked:
        a = home.setdefault(pair.first.key, [pair.first])
        b = home.setdefault(pair.second.key, [pair.second])
        if a is b:
            joined.append(pair)
        elif pair.score >= SAME and _may_join(a, b):
            joined.append(pair)
            a += b
            for report in b:
                home[report.key] = a
        elif pair.score >= POSSIBLE:
            possible.append(pair)
    return Grouping(_groups(home), tuple(joined), tuple(p for p in possible if _open(home, p)))


def _may_join(a: Sequence[Report], b: Sequence[Report]) -> bool:
    return not any(vetoed_by(x, y) for x in a for y in b)


def _open(home: dict[tuple[str, str], list[Report]], pair: Comparison) -> bool:
    """Tell whether the pair is still undecided: neither article has another report in the other's cluster."""
    a, b = home[pair.first.key], home[pair.second.key]
    return not {r.ref.article for r in a} & {r.ref.article for r in b}


def _groups(home: dict[tuple[str, str], list[Report]]) -> tuple[tuple[Report, ...], ...]:
    unique = {id(members): members for members in home.values() if len(members) > 1}
    ordered = (tuple(sorted(members, key=lambda r: r.key)) for members in unique.values())
    return tuple(sorted(ordered, key=lambda members: members[0].key))
