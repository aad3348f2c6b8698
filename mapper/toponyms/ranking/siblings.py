"""What a candidate shares with the other names of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

NAMES: Final = (
    "country_named", "admin1_named", "admin2_named", "share_in_country", "share_in_admin1", "share_in_admin2",
    "holds_others", "other_names",
)  # fmt: skip


def features(table: Table, belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the columns of `NAMES`."""
    units, others = (table.country, table.admin1, table.admin2), table.others
    said = table.masses(table.row, belief)
    inside = [table.masses(unit, belief) for unit in units]
    named = [np.minimum(said.at(unit), 3.0) for unit in units]
    shared = [masses.at(unit) / others for masses, unit in zip(inside, units, strict=True)]
    holds = sum(masses.at(table.row) for masses in inside)
    return np.stack((*named, *shared, holds / others, np.log2(1 + others)), axis=1)
