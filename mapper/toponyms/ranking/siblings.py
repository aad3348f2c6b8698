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
    others = table.others
    named = [table.mass_by(table.row, belief, unit) for unit in (table.country, table.admin1, table.admin2)]
    shared = [
        table.mass_by(unit, belief, unit) / others for unit in (table.country, table.admin1, table.admin2)
    ]
    holds = sum(
        table.mass_by(unit, belief, table.row) for unit in (table.country, table.admin1, table.admin2)
    )
    return np.stack(
        (*(np.minimum(n, 3.0) for n in named), *shared, holds / others, np.log2(1 + others)), axis=1
    )
