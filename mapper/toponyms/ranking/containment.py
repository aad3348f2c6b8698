"""Whether the words beside a name say in which unit it lies, and whether a candidate does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

NAMES: Final = (
    "lies_in_said",
    "said_to_lie",
    "holds_said",
    "said_to_hold",
    "namesake_lies_in",
    "namesake_holds",
)


def features(table: Table, belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the columns of `NAMES`."""
    columns = np.zeros((len(table), len(NAMES)))
    for i, name in enumerate(table.names):
        rows = table.rows(i)
        for other, link in name.inside:
            inside = _inside(table, i, other) @ belief[table.rows(other)]
            columns[rows, 0] = np.maximum(columns[rows, 0], link.strength * inside)
            columns[rows, 1] = np.maximum(columns[rows, 1], link.strength)
        for other, link in name.holds:
            held = belief[table.rows(other)] @ _inside(table, other, i)
            columns[rows, 2] = np.maximum(columns[rows, 2], link.strength * held)
            columns[rows, 3] = np.maximum(columns[rows, 3], link.strength)
    for i, name in enumerate(table.names):
        if not table.cues[i]:
            columns[table.rows(i), 4] = _borrowed(table, i, name.namesakes, columns[:, 0])
            columns[table.rows(i), 5] = _borrowed(table, i, name.namesakes, columns[:, 2])
    return columns


def _inside(table: Table, inner: int, outer: int) -> NDArray[np.float64]:
    """Return which rows of the name `inner` lie in which rows of `outer`."""
    units = table.row[table.rows(outer)]
    rows = table.rows(inner)
    inside: NDArray[np.bool_] = (
        (table.country[rows][:, None] == units)
        | (table.admin1[rows][:, None] == units)
        | (table.admin2[rows][:, None] == units)
    )
    return inside.astype(np.float64)


def _borrowed(
    table: Table, name: int, namesakes: Sequence[int], lies_in: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the containment of the same place under the same spelling elsewhere in the text."""
    own = table.row[table.rows(name)]
    best = np.zeros(len(own))
    for other in namesakes:
        rows = table.rows(other)
        known = dict(zip(table.row[rows].tolist(), lies_in[rows].tolist(), strict=True))
        best = np.maximum(best, [known.get(row, 0.0) for row in own.tolist()])
    return best
