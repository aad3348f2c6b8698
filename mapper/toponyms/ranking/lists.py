"""How a candidate fits the names it is listed with: "Utah, Washington and Wisconsin" are all states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.evidence.gazetteer import GROUPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

NAMES: Final = ("listed_with_kind", "listed_in_country", "is_listed")


def features(table: Table, belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the columns of `NAMES`."""
    columns = np.zeros((len(table), len(NAMES)))
    if not any(name.listed for name in table.names):
        return columns
    groups = np.array(
        [[kind in kinds for kinds in GROUPS.values()] for kind in table.kinds], dtype=np.float64
    )
    for i, name in enumerate(table.names):
        own = table.rows(i)
        others = [rows for rows in map(table.rows, name.listed) if rows.stop > rows.start]
        for rows in others if own.stop > own.start else ():
            same = table.country[own][:, None] == table.country[rows]
            columns[own, 0] += groups[own] @ (belief[rows] @ groups[rows]) / len(others)
            columns[own, 1] += same @ belief[rows] / len(others)
        columns[own, 2] = float(bool(others))
    return columns
