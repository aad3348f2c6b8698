"""Evaluate fitted numbers without the library that fitted them."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

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
    order; `depth` is the number of steps from a root to the deepest leaf; `about` says what the
    numbers were fitted on.
    """

    names: list[str]
    roots: list[int]
    feature: list[int]
    threshold: list[float]
    left: list[int]
    right: list[int]
    value: list[float]
    depth: int
    base: float = 0.0
    about: dict[str, str] = {}


class LinearNumbers(msgspec.Struct, frozen=True, tag="linear"):
    """A weighted sum of features; `about` says what the numbers were fitted on."""

    names: list[str]
    weights: list[float]
    base: float = 0.0
    about: dict[str, str] = {}


class Forest:
    """Trees ready to score rows."""

    def __init__(self, numbers: ForestNumbers) -> None:
        self.names = tuple(numbers.names)
        self.about = numbers.about
        self._roots = np.array(numbers.roots, dtype=np.intp)
        self._feature = np.array(numbers.feature, dtype=np.intp)
        self._threshold = np.array(numbers.threshold)
        self._next = np.array([numbers.right, numbers.left], dtype=np.intp).T.copy()
        self._value = np.array(numbers.value)
        self._depth = numbers.depth
        self._base = numbers.base

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the sum of the trees for each row."""
        if not len(rows):
            return np.zeros(0)
        at = np.broadcast_to(self._roots, (len(rows), len(self._roots)))
        index = np.arange(len(rows))[:, None]
        for _ in range(self._depth):
            low = rows[index, self._feature[at]] <= self._threshold[at]
            at = self._next[at, low.astype(np.intp)]
        total: NDArray[np.float64] = self._value[at].sum(axis=1) + self._base
        return total


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
