"""Where in the document a name stands, and how a candidate fits its dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.sphere import kilometres
from mapper.toponyms.surroundings import FAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

NAMES: Final = (
    "mentions", "acting_below_best", "in_dateline_country", "in_dateline_admin1", "log_km_to_dateline",
)  # fmt: skip


def features(table: Table, belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the columns of `NAMES`."""
    columns = np.zeros((len(table), len(NAMES)))
    columns[:, 0] = np.log2([1 + len(name.mentions) for name in table.names])[table.name]
    acting = np.array([name.acting for name in table.names])[table.name]
    columns[:, 1] = acting * (table.best_of_name(table.prominence) - table.prominence)
    columns[:, 4] = FAR
    for i in (i for i, name in enumerate(table.names) if name.is_dateline and table.sizes[i]):
        best = table.rows(i).start + int(np.argmax(belief[table.rows(i)]))
        other = table.name != i
        columns[:, 1] = np.maximum(
            columns[:, 1], other & (table.country == table.country[best]) & (table.country >= 0)
        )
        columns[:, 2] = np.maximum(
            columns[:, 2], other & (table.admin1 == table.admin1[best]) & (table.admin1 >= 0)
        )
        away = np.log10(1 + kilometres(table.points, table.points[[best]])[:, 0])
        columns[:, 4] = np.minimum(columns[:, 4], np.where(other, away, FAR))
    return columns
