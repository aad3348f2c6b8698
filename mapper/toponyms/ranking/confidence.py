"""How likely the chosen place is right, calibrated on gold."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.geo import EARTH_RADIUS_KM
from mapper.toponyms.fitted import load, logistic
from mapper.toponyms.ranking import NAMES as RANKING_NAMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

_FROM_CHOICE: Final = (
    "prior_share", "prior_below_best", "candidates", "by_primary", "by_alternate", "by_short_form",
    "by_demonym", "by_variant", "by_part", "likeness", "prominence", "kind_country", "kind_admin1",
    "kind_admin2", "kind_populated", "kind_area", "kind_water", "kind_relief", "kind_site", "cue_agrees",
    "cue_disagrees", "lies_in_said", "holds_said", "namesake_lies_in", "country_named", "admin1_named",
    "share_in_country", "share_in_admin1", "share_within_100", "support_within_100", "log_km_to_nearest",
    "other_names", "mentions",
)  # fmt: skip
"""Features of the chosen row that say how well it is backed."""
NAMES: Final = ("log_odds", "log_odds_nearby", "only_candidate", *_FROM_CHOICE)
_COLUMNS: Final = [RANKING_NAMES.index(name) for name in _FROM_CHOICE]
_MOST_ODDS: Final = 6.0
_NEARBY: Final = math.cos(100 / EARTH_RADIUS_KM)
"""Within 100 km two candidates are a city and its district, province or airport more often than rivals."""


def confidences(table: Table, rows: NDArray[np.float64], belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each name the probability that its most believed place is right, 0 without a candidate."""
    sure = np.zeros(len(table.names))
    filled = np.flatnonzero(np.array(table.sizes) > 0)
    if len(filled):
        sure[filled] = logistic(load("confidence", NAMES).score(features(table, rows, belief)))
    return sure


def features(table: Table, rows: NDArray[np.float64], belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a row of `NAMES` for each name that has a candidate."""
    found = []
    for i, size in enumerate(table.sizes):
        if size:
            own = table.rows(i)
            best = own.start + int(np.argmax(belief[own]))
            nearby = table.points[own] @ table.points[best] >= _NEARBY
            share = float(belief[own][nearby].sum())
            found.append((_odds(belief[best]), _odds(share), float(size == 1), *rows[best, _COLUMNS]))
    return np.array(found, dtype=np.float64).reshape(len(found), len(NAMES))


def _odds(share: float) -> float:
    return float(min(np.log((share + 1e-9) / (max(1 - share, 0.0) + 1e-9)), _MOST_ODDS))
