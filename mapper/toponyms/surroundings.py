"""The places a document surely names, as a first guess at what it is about."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.geo import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapper.toponyms.candidates import Choices
    from mapper.toponyms.spans.proposal import Proposal

FAR: Final = math.log10(1 + math.pi * EARTH_RADIUS_KM)
"""The logarithm of half the globe's girth: no place is known to compare with."""


def unit_vectors(lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points on the unit sphere, a row each."""
    phi, theta = np.radians(lat), np.radians(lon)
    return np.stack((np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)), axis=1)


def kilometres(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the great-circle distances between the rows of `a` and those of `b`."""
    chord = np.sqrt(np.maximum(0.0, 2 - 2 * (a @ b.T)))
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chord / 2))


class Surroundings:
    """The likeliest place of every name the model marks as a place, and what these have in common."""

    def __init__(self, anchors: Sequence[tuple[Proposal, Choices]], words: int) -> None:
        self.density = 100 * len(anchors) / max(words, 1)
        self._names = [choices.name for _, choices in anchors]
        self._country = np.array([c.country[0] for _, c in anchors], dtype=np.int64)
        self._admin1 = np.array([c.admin1[0] for _, c in anchors], dtype=np.int64)
        self._row = np.array([c.row[0] for _, c in anchors], dtype=np.int64)
        self._points = unit_vectors(
            np.array([c.lat[0] for _, c in anchors]), np.array([c.lon[0] for _, c in anchors])
        )
        self._at = {p.start: (p, c) for p, c in anchors}

    def names_country(self, choices: Choices) -> float:
        """Return the share of the other names that lie in the first choice's country."""
        others = self._others(choices)
        if not len(choices) or not others.any():
            return 0.0
        return float((self._country[others] == choices.country[0]).mean())

    def names_admin1(self, choices: Choices) -> float:
        """Tell whether a choice's first-level unit, or one inside it, is named too."""
        others = self._others(choices)
        units = choices.admin1[choices.admin1 >= 0]
        return float(np.isin(units, self._row[others]).any() or np.isin(units, self._admin1[others]).any())

    def kilometres(self, choices: Choices) -> float:
        """Return log10 of 1 + the least distance in km of a choice to another name's place."""
        others = self._others(choices)
        if not len(choices) or not others.any():
            return FAR
        points = unit_vectors(choices.lat, choices.lon)
        return math.log10(1 + float(kilometres(points, self._points[others]).min()))

    def contained_by_next(self, choices: Choices, proposal: Proposal) -> float:
        """Tell whether the name right behind a comma is the country or unit of a choice."""
        following = self._at.get(proposal.end + len(", "))
        if following is None:
            return 0.0
        row = following[1].row[0]
        return float(((choices.admin1 == row) | (choices.country == row)).any())

    def _others(self, choices: Choices) -> NDArray[np.bool_]:
        return np.array([name != choices.name for name in self._names], dtype=bool)
