"""How far a figure might be off: confidence intervals by drawing documents again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from mapper.model import Record

DRAWS: Final = 1000
SEED: Final = 20_260_121
LEVEL: Final = 0.95
FEWEST: Final = 2
"""Documents below which there is nothing to draw from."""


class Interval(Record, frozen=True):
    """A figure with the bounds between which 95 % of the drawn figures lie."""

    value: float
    low: float
    high: float


def interval(parts: Sequence[float], wholes: Sequence[float]) -> Interval | None:
    """Return the interval of a ratio of sums over documents, None of one document or without a denominator.

    Documents are drawn with replacement (percentile bootstrap, Efron 1979; general knowledge); the
    seed is fixed, so that a figure does not move between runs.

    Parameters
    ----------
    parts, wholes
        Numerator and denominator by document; for F1 twice the hits, and predictions plus gold.
    """
    part, whole = np.asarray(parts, float), np.asarray(wholes, float)
    count = len(part)
    if count < FEWEST or not whole.sum():
        return None
    weights = np.random.default_rng(SEED).multinomial(count, [1 / count] * count, size=DRAWS)
    totals = weights @ whole
    drawn = (weights @ part)[totals > 0] / totals[totals > 0]
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return Interval(float(part.sum() / whole.sum()), float(low), float(high))
