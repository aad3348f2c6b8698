"""What kind of place a candidate is, and whether the words around the name say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.toponyms.evidence.gazetteer import GROUPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mapper.toponyms.ranking.table import Table

NAMES: Final = (*(f"kind_{group}" for group in GROUPS), "cue_agrees", "cue_disagrees", "kind_said")


def features(table: Table) -> NDArray[np.float64]:
    """Return the columns of `NAMES`."""
    groups = np.array(
        [[kind in kinds for kinds in GROUPS.values()] for kind in table.kinds], dtype=np.float64
    )
    groups = groups.reshape(len(table), len(GROUPS))
    order = list(GROUPS)
    cued = np.array([[group in cues for group in order] for cues in table.cues], dtype=np.float64)
    cued = cued.reshape(len(table.names), len(order))[table.name]
    agrees = (groups * cued).sum(axis=1)
    disagrees = cued.any(axis=1) * (1 - np.minimum(agrees, 1))
    return np.column_stack((groups, agrees, disagrees, _said(table, groups)))


def _said(table: Table, groups: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 1 for rows of the kind said outright that bear the name as their first, else 0."""
    order = list(GROUPS)
    said = np.array(
        [order.index(name.kind_said) if name.kind_said else -1 for name in table.names], dtype=np.intp
    )
    column = said[table.name]
    first = np.array([kind == "primary" for kind in table.name_kinds], dtype=bool)
    chosen: NDArray[np.float64] = np.where((column >= 0) & first, groups[np.arange(len(table)), column], 0.0)
    return chosen
