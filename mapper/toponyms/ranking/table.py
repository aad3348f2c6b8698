"""All candidates of all names of a document in one table, and sums over the other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mapper.toponyms.ranking.cues import cues_of
from mapper.toponyms.sphere import unit_vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapper.toponyms.ranking.mention import Name

MOST_ROWS: Final = 900
"""Rows above which each name keeps fewer candidates, as the work grows with the square."""
LEAST_PER_NAME: Final = 6


class Table:
    """Candidates as rows, sorted by name; `name` is each row's name, `first` each name's first row."""

    def __init__(self, names: Sequence[Name], text: str) -> None:
        self.names = names
        self.cues = [
            frozenset().union(*(cues_of(text, m.proposal.start, m.proposal.end) for m in name.mentions))
            for name in names
        ]
        most = max(LEAST_PER_NAME, MOST_ROWS // max(len(names), 1))
        self.sizes = [min(len(name.choices), most) for name in names]
        self.name = np.repeat(np.arange(len(names)), self.sizes)
        self.first = np.concatenate(([0], np.cumsum(self.sizes))).astype(np.intp)
        self.row = self._column("row", np.int64)
        self.lat, self.lon = self._column("lat", np.float64), self._column("lon", np.float64)
        self.score = self._column("score", np.float64)
        self.prominence = self._column("prominence", np.float64)
        self.population = self._column("population", np.float64)
        self.likeness = self._column("likeness", np.float64)
        self.country = self._column("country", np.int64)
        self.admin1, self.admin2 = self._column("admin1", np.int64), self._column("admin2", np.int64)
        self.kinds = [
            kind for name, size in zip(names, self.sizes, strict=True) for kind in name.choices.kinds[:size]
        ]
        self.name_kinds = [
            k for name, size in zip(names, self.sizes, strict=True) for k in name.choices.name_kinds[:size]
        ]
        self.matches = [
            k for name, size in zip(names, self.sizes, strict=True) for k in name.choices.matches[:size]
        ]
        self.points = unit_vectors(self.lat, self.lon)
        self.spelling = self._spellings()
        self.weight = np.array([1 + np.log2(max(len(name.mentions), 1)) for name in names])

    def __len__(self) -> int:
        return len(self.name)

    def _column(self, column: str, kind: type) -> NDArray[Any]:
        parts = [
            getattr(name.choices, column)[:size] for name, size in zip(self.names, self.sizes, strict=True)
        ]
        return np.concatenate(parts).astype(kind) if parts else np.zeros(0, dtype=kind)

    def _spellings(self) -> NDArray[np.intp]:
        """Return for each name the index of the first name of its spelling."""
        return np.array([min([i, *name.namesakes]) for i, name in enumerate(self.names)], dtype=np.intp)

    def rows(self, name: int) -> slice:
        """Return the rows of a name."""
        return slice(int(self.first[name]), int(self.first[name + 1]))

    def best_of_name(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for each row the highest value among the rows of its name."""
        return self.reduce_max(values)[self.name]

    def reduce_max(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the highest value of each name; 0 for a name without rows."""
        best = np.zeros(len(self.names))
        filled = np.array(self.sizes) > 0
        if len(values):
            best[filled] = np.maximum.reduceat(values, self.first[:-1][filled])
        return best

    def softmax(self, values: NDArray[np.float64], sharpness: float = 1.0) -> NDArray[np.float64]:
        """Return the shares of the rows of each name."""
        if not len(values):
            return values
        powers = np.exp(sharpness * (values - self.best_of_name(values)))
        return powers / np.bincount(self.name, powers, len(self.names))[self.name]

    def masses(self, unit: NDArray[np.int64], belief: NDArray[np.float64]) -> Masses:
        """Return how much each unit is believed to be meant by names of other spellings.

        `unit` is every row's unit. Each name counts with its weight: the sum is a number of names.
        """
        inside = unit >= 0
        known = np.unique(unit[inside])
        cell = self.name[inside] * len(known) + np.searchsorted(known, unit[inside])
        size = len(self.names) * len(known)
        totals = np.bincount(cell, belief[inside], size).reshape(len(self.names), len(known))
        totals = totals * self.weight[:, None]
        own = np.zeros_like(totals)
        np.add.at(own, self.spelling, totals)
        return Masses(self, known, totals.sum(axis=0) - own[self.spelling])

    @property
    def others(self) -> NDArray[np.float64]:
        """The weight of all names of other spellings, by row; at least a small number."""
        own = np.bincount(self.spelling, self.weight, len(self.names))
        rest: NDArray[np.float64] = np.maximum(self.weight.sum() - own[self.spelling], 1e-9)[self.name]
        return rest


class Masses:
    """For each name the number of names of other spellings believed to mean each known unit."""

    def __init__(self, table: Table, known: NDArray[np.int64], others: NDArray[np.float64]) -> None:
        self._name = table.name
        self._known = known
        self._others = others

    def at(self, unit: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return for each row the number of other names in the unit given for the row, 0 for no unit."""
        if not len(self._known):
            return np.zeros(len(unit))
        place = np.minimum(np.searchsorted(self._known, unit), len(self._known) - 1)
        hit = (self._known[place] == unit) & (unit >= 0)
        return np.where(hit, self._others[self._name, place], 0.0)
