"""Fit small models and write their numbers: a regularised logistic regression and boosted trees.

The trees are grown with LightGBM, which only this folder needs; the package evaluates the numbers
itself (`mapper.toponyms.fitted`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
import numpy as np

from mapper.toponyms.fitted import ForestNumbers, LinearNumbers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

TREES: Final[dict[str, Any]] = {
    "learning_rate": 0.06, "lambda_l2": 5, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1,
    "verbose": -1, "num_threads": 1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
"""Common settings of all forests: one thread and a fixed seed, so that a fit can be repeated."""
DIGITS: Final = 6


def fit_forest(
    names: Sequence[str],
    rows: NDArray[np.float64],
    labels: NDArray[np.float64],
    *,
    rounds: int,
    about: dict[str, str] | None = None,
    groups: Sequence[int] | None = None,
    start: NDArray[np.float64] | None = None,
    **settings: Any,
) -> ForestNumbers:
    """Return the numbers of a boosted forest.

    `groups` are the sizes of a ranker's lists, `start` the scores that the trees add to.
    """
    import lightgbm

    data = lightgbm.Dataset(rows, labels, group=groups, init_score=start)
    booster = lightgbm.train({**TREES, **settings}, data, rounds)
    return _numbers(names, booster.dump_model(), about or {})


def _numbers(names: Sequence[str], model: dict[str, Any], about: dict[str, str]) -> ForestNumbers:
    """Return a forest's nodes as one table."""
    table: dict[str, list[Any]] = {key: [] for key in ("feature", "threshold", "left", "right", "value")}
    roots = [_add(table, tree["tree_structure"]) for tree in model["tree_info"]]
    return ForestNumbers(list(names), roots, **table, about=about)


def _add(table: dict[str, list[Any]], node: dict[str, Any]) -> int:
    """Add a node with everything below it; return its index."""
    index = len(table["feature"])
    for column in table.values():
        column.append(0)
    if "leaf_value" in node:
        table["left"][index] = table["right"][index] = index
        table["value"][index] = round(node["leaf_value"], DIGITS)
        return index
    table["feature"][index] = node["split_feature"]
    table["threshold"][index] = float(f"{node['threshold']:.{DIGITS}g}")
    table["left"][index] = _add(table, node["left_child"])
    table["right"][index] = _add(table, node["right_child"])
    return index


def fit_logistic(
    names: Sequence[str],
    rows: NDArray[np.float64],
    labels: NDArray[np.float64],
    *,
    ridge: float,
    about: dict[str, str] | None = None,
    steps: int = 30,
) -> LinearNumbers:
    """Return a logistic regression with a ridge penalty on standardised features (Newton's method)."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale < 1e-9] = np.inf
    design = np.column_stack(((rows - mean) / scale, np.ones(len(rows))))
    penalty = np.full(design.shape[1], ridge)
    penalty[-1] = 1e-6
    weights = np.zeros(design.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        gradient = design.T @ (labels - chance) - penalty * weights
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(penalty)
        weights = weights + np.linalg.solve(curvature, gradient)
    plain = weights[:-1] / scale
    base = weights[-1] - plain @ mean
    return LinearNumbers(
        list(names), [round(float(w), DIGITS) for w in plain], round(float(base), DIGITS), about or {}
    )


def write(folder: Path, name: str, numbers: ForestNumbers | LinearNumbers) -> None:
    """Write numbers into a folder of parameters."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_bytes(msgspec.json.encode(numbers) + b"\n")
