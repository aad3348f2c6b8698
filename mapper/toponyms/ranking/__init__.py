"""Which place each name of a document means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.ranking import (
    containment,
    document,
    geometry,
    kind,
    lists,
    name_match,
    prominence,
    siblings,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

OWN: Final = (prominence, name_match, kind)
"""What a candidate is by itself."""
CONTEXT: Final = (containment, siblings, lists, geometry, document)
"""How it fits the other names, given what each of them is believed to mean."""
NAMES: Final = tuple(name for group in (*OWN, *CONTEXT) for name in group.NAMES)


def own_features(table: Table) -> NDArray[np.float64]:
    """Return a row of the names of `OWN` for each candidate."""
    return np.column_stack([group.features(table) for group in OWN])


def features(table: Table, own: NDArray[np.float64], belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a row of `NAMES` for each candidate, given its own and how much each is believed so far."""
    return np.column_stack((own, *(group.features(table, belief) for group in CONTEXT)))
