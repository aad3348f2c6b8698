"""How near a candidate is to what the other names may mean."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.geo import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

RADII: Final = (30.0, 100.0, 300.0)
"""Distances in km within which two places support each other: a town's surroundings, a county, a state."""
DOUBT: Final = 0.3
"""Power that lifts the doubtful meanings of the other names, so that several can support each other."""
ALONE: Final = math.cos(1000 / EARTH_RADIUS_KM)
"""Stands for the nearest other place where none is nearer than 1,000 km: farther ones say nothing."""
NAMES: Final = (
    "log_km_to_nearest",
    *(f"share_within_{int(km)}" for km in RADII),
    *(f"support_within_{int(km)}" for km in RADII),
)
_POINTS: Final = frozenset({"country", "continent", "ocean", "region", "grouping", "sea"})


def features(table: Table, belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the columns of `NAMES`."""
    cosine = table.points @ table.points.T
    other = table.spelling[table.name][:, None] != table.spelling[table.name]
    is_point = np.array([kind not in _POINTS for kind in table.kinds], dtype=bool)
    other &= is_point
    leading = other & (belief >= table.best_of_name(belief) - 1e-12)
    columns = [_log_km(np.where(leading, cosine, ALONE).max(axis=1, initial=ALONE))]
    shares, supports = [], []
    doubtful = belief**DOUBT
    for km in RADII:
        near = other & (cosine >= math.cos(km / EARTH_RADIUS_KM))
        shares.append((near * belief) @ table.weight[table.name] / table.others)
        supports.append(_sum_of_best(table, near * doubtful) / table.others)
    return np.stack((*columns, *shares, *supports), axis=1)


def _log_km(cosine: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.log10(1 + EARTH_RADIUS_KM * np.arccos(np.clip(cosine, -1, 1)))


def _sum_of_best(table: Table, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each row the best value of each other name, summed with the names' weights."""
    filled = np.array(table.sizes) > 0
    if not filled.any():
        return np.zeros(len(table))
    best = np.maximum.reduceat(values, table.first[:-1][filled], axis=1)
    total: NDArray[np.float64] = best @ table.weight[filled]
    return total
