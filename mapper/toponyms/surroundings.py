"""The places a document surely names, as a first guess at what it is about."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.geo import EARTH_RADIUS_KM
from mapper.toponyms.sphere import kilometres

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.toponyms.candidates import Choices
    from mapper.toponyms.spans.proposal import Proposal

FAR: Final = math.log10(1 + math.pi * EARTH_RADIUS_KM)
"""The logarithm of half the globe's girth: no place is known to compare with."""


class Surroundings:
    """The likeliest place of every name the model marks as a place, and what these have in common."""

    def __init__(self, anchors: Sequence[tuple[Proposal, Choices]], words: int) -> None:
        self.density = 100 * len(anchors) / max(words, 1)
        self._at = {proposal.start: choices for proposal, choices in anchors}
        self._anchors = [choices for _, choices in anchors]
        self._points = np.array([c.points[0] for c in self._anchors]).reshape(len(anchors), 3)
        self._known: dict[str, tuple[float, float, float]] = {}

    def support(self, choices: Choices) -> tuple[float, float, float]:
        """Return how a name fits the other names.

        The share of them that lie in its first choice's country; whether a choice's first-level unit,
        or a place in it, is named; log10 of 1 + the least distance in km of a choice to one of them.
        """
        known = self._known.get(choices.name)
        if known is None:
            known = self._known[choices.name] = self._support(choices)
        return known

    def _support(self, choices: Choices) -> tuple[float, float, float]:
        others = [i for i, anchor in enumerate(self._anchors) if anchor.name != choices.name]
        if not len(choices) or not others:
            return 0.0, 0.0, FAR
        country = choices.country[0]
        same = sum(self._anchors[i].country[0] == country for i in others)
        units = {unit for unit in choices.admin1.tolist() if unit >= 0}
        named = any(self._anchors[i].row[0] in units or self._anchors[i].admin1[0] in units for i in others)
        nearest = float(kilometres(choices.points, self._points[others]).min())
        return same / len(others), float(named), math.log10(1 + nearest)

    def holds(self, start: int, choices: Choices) -> bool:
        """Tell whether the name that starts at `start` is the country or unit of a choice."""
        outer = self._at.get(start)
        if outer is None:
            return False
        row = outer.row[0]
        return bool(((choices.admin1 == row) | (choices.country == row)).any())
