"""Where a publication is at home: a mild pull, weighed by hand, used only when it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.model import Record
from mapper.toponyms.sphere import kilometres, unit_vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

SAME_ADMIN1: Final = 3.0
SAME_COUNTRY: Final = 1.0
PER_LOG_KM: Final = -0.9
"""In the units of the final score, near the proportions of the prototype described with the project's
research; a third more or less changes LGL by less than .003."""


class Home(Record, frozen=True):
    """A place of publication: its point and the gazetteer's rows of its units, -1 for none."""

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
