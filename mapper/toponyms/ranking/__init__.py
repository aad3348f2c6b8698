"""Which place each name of a document means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.ranking import (
    containment,
    document,
    geometry,
    kind,
    name_match,
    prominence,
    siblings,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

GROUPS: Final = (prominence, name_match, kind, containment, siblings, geometry, document)
NAMES: Final = tuple(name for group in GROUPS for name in group.NAMES)


def features(table: Table, belief: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a row of `NAMES` for each candidate, given how much each is believed so far."""
    return np.column_stack([group.features(table, belief) for group in GROUPS])
