"""Where a publication is at home: a mild pull, weighed by hand, used only when it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.surroundings import kilometres, unit_vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

SAME_ADMIN1: Final = 2.5
SAME_COUNTRY: Final = 0.8
PER_LOG_KM: Final = -0.7
"""Hand weights of the prototype described with the project's research (LGL with a table of homes)."""


@dataclass(frozen=True, slots=True)
class Home:
    """A place of publication: its point and the rows of its units, -1 for none."""

    lat: float
    lon: float
    country: int
    admin1: int
    name: str
    weight: float = 1.0


def home_score(table: Table, home: Home) -> NDArray[np.float64]:
    """Return what the home adds to the score of each row."""
    point = unit_vectors(np.array([home.lat]), np.array([home.lon]))
    away = np.log10(1 + kilometres(table.points, point)[:, 0])
    near = SAME_ADMIN1 * ((table.admin1 == home.admin1) & (home.admin1 >= 0))
    near = near + SAME_COUNTRY * ((table.country == home.country) & (home.country >= 0))
    pull: NDArray[np.float64] = home.weight * (near + PER_LOG_KM * away)
    return pull
