"""Weights set by hand: the first guess that gives every name its context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.ranking import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WEIGHTS: Final[dict[str, float]] = {
    "prior": 1.0, "by_variant": -1.0, "beside_first_name": -1.0, "acting_below_best": -1.0,
    "cue_agrees": 3.0, "cue_disagrees": -1.5,
    "lies_in_said": 6.0, "namesake_lies_in": 3.0, "holds_said": 3.0, "namesake_holds": 1.5,
    "admin1_named": 1.0, "admin2_named": 0.5, "country_named": 0.6,
    "share_in_country": 1.5, "share_in_admin1": 2.0,
    "listed_with_kind": 1.0, "listed_in_country": 0.5,
    "log_km_to_nearest": -0.6, "share_within_100": 2.0,
    "support_within_30": 1.0, "support_within_100": 1.0, "support_within_300": 1.0,
    "in_dateline_country": 0.5, "in_dateline_admin1": 1.0,
}  # fmt: skip
"""In powers of ten of prominence: saying "X, Texas" outweighs a place a million times as large. Set once
by judgement, in the proportions of the prototype described with the project's research."""
SHARE: Final = 0.4
"""Weight of the hand score in the final one, below what the trees add: they have seen few places of some
kinds, and the hand weights keep them in bounds. It costs less than .002 on any training corpus."""
OUTRIGHT: Final[dict[str, float]] = {"lies_in_said": 4.0, "kind_said": 5.0, "holds_said": 3.0}
"""Added where the text says outright in what unit a name lies ("Lebanon, Tennessee") or what kind it is
("Washington state"): the training corpora hold few names that need it."""
SHARPNESS: Final = 1.5
"""Turns hand scores into beliefs: one power of ten is about 4 to 1."""


def hand_weights(names: Sequence[str]) -> NDArray[np.float64]:
    """Return the weight of each feature."""
    return np.array([WEIGHTS.get(name, 0.0) for name in names])


def base_score(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what the hand weights give to the final score; the fitted trees add to it."""
    outright = np.array([OUTRIGHT.get(name, 0.0) for name in NAMES])
    score: NDArray[np.float64] = rows @ (SHARE * hand_weights(NAMES) + outright)
    return score
