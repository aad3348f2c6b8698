"""How well known a candidate is, beside the other candidates of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

NAMES: Final = (
    "prior", "prior_below_best", "prior_rank", "prominence", "prominence_below_best", "log_population",
    "population_below_best", "candidates", "prior_share",
)  # fmt: skip


def features(table: Table) -> NDArray[np.float64]:
    """Return the columns of `NAMES`."""
    population = np.log10(1 + table.population)
    sizes = np.array(table.sizes, dtype=np.float64)
    return np.stack(
        (
            table.score,
            table.best_of_name(table.score) - table.score,
            np.log2(1 + np.arange(len(table)) - table.first[table.name]),
            table.prominence,
            table.best_of_name(table.prominence) - table.prominence,
            population,
            table.best_of_name(population) - population,
            np.log2(1 + sizes)[table.name],
            table.softmax(table.score, np.log(10)),
        ),
        axis=1,
    )
