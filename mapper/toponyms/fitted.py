"""Evaluate fitted numbers without the library that fitted them."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

import msgspec
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

FOLDER: Final = Path(__file__).parent / "parameters"
_folder = FOLDER


class Model(Protocol):
    """Turns rows of named features into scores."""

    names: tuple[str, ...]
    about: dict[str, str]

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return one number a row."""
        ...


class ForestNumbers(msgspec.Struct, frozen=True, tag="forest"):
    """A sum of regression trees, all nodes in one table.

    A tree starts at a node of `roots`. An inner node sends a row with ``x[feature] <= threshold`` to
    `left`, else to `right`; a leaf points at itself and adds `value`. `names` are the features in
    order; `about` says what the numbers were fitted on.
    """

    names: list[str]
    roots: list[int]
    feature: list[int]
    threshold: list[float]
    left: list[int]
    right: list[int]
    value: list[float]
    base: float = 0.0
    about: dict[str, str] = {}


class LinearNumbers(msgspec.Struct, frozen=True, tag="linear"):
    """A weighted sum of features; `about` says what the numbers were fitted on."""

    names: list[str]
    weights: list[float]
    base: float = 0.0
    about: dict[str, str] = {}


class Forest:
    """Trees ready to score rows.

    Each tree's leaves are the bits of a number. For every feature and interval between its thresholds a
    table says which leaves are still in reach; the leaf of a row is the lowest bit that all its features
    leave (Lucchese et al., "QuickScorer", SIGIR 2015). So a feature costs one look-up for all trees.
    """

    def __init__(self, numbers: ForestNumbers) -> None:
        self.names = tuple(numbers.names)
        self.about = numbers.about
        self._base = numbers.base
        trees = [_Leaves(numbers, root) for root in numbers.roots]
        most = max((len(tree.values) for tree in trees), default=1)
        self._bits = np.dtype(next(f"u{size}" for size in (2, 4, 8) if most <= 8 * size))
        self._values = np.zeros((len(trees), most))
        for t, tree in enumerate(trees):
            self._values[t, : len(tree.values)] = tree.values
        self._tables = [self._table(feature, trees) for feature in sorted({f for t in trees for f in t.cuts})]

    def _table(self, feature: int, trees: Sequence[_Leaves]) -> _Table:
        """Return the thresholds of a feature, and the leaves in reach in each interval for each tree."""
        thresholds = sorted({threshold for tree in trees for threshold, _ in tree.cuts.get(feature, ())})
        place = {threshold: i for i, threshold in enumerate(thresholds)}
        full = np.iinfo(self._bits).max
        reach = np.full((len(thresholds) + 1, len(trees)), full, dtype=self._bits)
        for t, tree in enumerate(trees):
            for threshold, left in tree.cuts.get(feature, ()):
                reach[place[threshold] + 1 :, t] &= self._bits.type(full ^ left)
        return feature, np.array(thresholds), reach

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the sum of the trees for each row."""
        reach = np.full((len(rows), len(self._values)), np.iinfo(self._bits).max, dtype=self._bits)
        for feature, thresholds, table in self._tables:
            reach &= table[np.searchsorted(thresholds, rows[:, feature])]
        lowest = (reach & -reach).astype(np.float64)
        leaf = np.frexp(lowest)[1] - 1
        total: NDArray[np.float64] = self._values[np.arange(len(self._values)), leaf].sum(axis=1) + self._base
        return total


_Table: TypeAlias = "tuple[int, NDArray[np.float64], NDArray[np.unsignedinteger[Any]]]"
"""A feature, its thresholds in order, and the leaves in reach by interval and tree."""


class _Leaves:
    """One tree: its leaves' values from left to right, and the cuts that put leaves out of reach.

    `cuts` holds by feature each threshold with the bits of the leaves left of it, which a row above the
    threshold cannot reach.
    """

    def __init__(self, numbers: ForestNumbers, root: int) -> None:
        self.values: list[float] = []
        self.cuts: dict[int, list[tuple[float, int]]] = {}
        self._read(numbers, root)

    def _read(self, numbers: ForestNumbers, node: int) -> int:
        """Read a node with everything below it and return the bits of its leaves."""
        if numbers.left[node] == node:
            self.values.append(numbers.value[node])
            return 1 << (len(self.values) - 1)
        left = self._read(numbers, numbers.left[node])
        self.cuts.setdefault(numbers.feature[node], []).append((numbers.threshold[node], left))
        return left | self._read(numbers, numbers.right[node])


class Linear:
    """Weights ready to score rows."""

    def __init__(self, numbers: LinearNumbers) -> None:
        self.names = tuple(numbers.names)
        self.about = numbers.about
        self._weights = np.array(numbers.weights)
        self._base = numbers.base

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the weighted sum of each row."""
        total: NDArray[np.float64] = rows @ self._weights + self._base
        return total

    def parts(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what each feature adds to each row's score."""
        product: NDArray[np.float64] = rows * self._weights
        return product


def logistic(score: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return scores as probabilities."""
    return 1 / (1 + np.exp(-np.clip(score, -50, 50)))


@contextmanager
def parameters_of(folder: Path) -> Iterator[None]:
    """Take fitted numbers from another folder for a while, to measure numbers that are not shipped."""
    global _folder  # noqa: PLW0603 - one switch for the process, turned back on leaving
    before, _folder = _folder, folder
    load.cache_clear()
    try:
        yield
    finally:
        _folder = before
        load.cache_clear()


@cache
def load(name: str, names: Sequence[str]) -> Forest | Linear:
    """Return the fitted model `name`, checked against the features the code computes.

    Raises
    ------
    ModelMissingError
        If the numbers were fitted for other features: they must be fitted again.
    """
    from mapper.errors import ModelMissingError

    numbers = msgspec.json.decode((_folder / f"{name}.json").read_bytes(), type=ForestNumbers | LinearNumbers)
    if tuple(numbers.names) != tuple(names):
        msg = f"The fitted numbers {name!r} are for other features than the code's: fit them with make train."
        raise ModelMissingError(msg)
    return Forest(numbers) if isinstance(numbers, ForestNumbers) else Linear(numbers)
