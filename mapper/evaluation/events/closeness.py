"""When two places or two periods count as the same."""

from __future__ import annotations

from datetime import date
from typing import Final

from mapper.evaluation.events.records import Period, ScoredPlace
from mapper.geo import distance_km

AREA_KINDS: Final = frozenset(
    "country state province region county territory union continent sea ocean gulf strait island islands "
    "archipelago peninsula desert mountains river line".split()
)


def within(first: ScoredPlace, second: ScoredPlace, km: float) -> bool:
    """Tell whether two places lie within a distance; without coordinates they do not."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return False
    return distance_km(first.lat, first.lon, second.lat, second.lon) <= km


def same_area(gold: ScoredPlace, predicted: ScoredPlace) -> bool:
    """Tell whether both are one country, state or sea by name, whatever point stands for it."""
    codes = {c.upper() for c in (gold.country, predicted.country) if c and len(c) == 2}
    return gold.kind in AREA_KINDS and len(codes) < 2 and bool(gold.names & predicted.names)


def intervals_meet(first: Period, second: Period) -> bool:
    """Tell whether two periods share a day; an open side reaches for ever."""
    return (first[0] or date.min) <= (second[1] or date.max) and (second[0] or date.min) <= (
        first[1] or date.max
    )


def day_jaccard(gold: Period, predicted: Period) -> float:
    """Return days in both by days in either; zero when the prediction has an open side."""
    if gold[0] is None or gold[1] is None or predicted[0] is None or predicted[1] is None:
        return 0.0
    a, b, c, d = (day.toordinal() for day in (gold[0], gold[1], predicted[0], predicted[1]))
    both = max(0, min(b, d) - max(a, c) + 1)
    return both / ((b - a + 1) + (d - c + 1) - both)
