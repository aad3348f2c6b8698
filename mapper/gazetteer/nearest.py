"""The places nearest to points, with one tree for each set of kinds asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mapper.gazetteer.layout import COORDINATE_SCALE
from mapper.gazetteer.spatial import NONE, NearestIndex

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import ArrayLike

    from mapper.gazetteer.rows import Rows
    from mapper.gazetteer.store import Array


class Nearest:
    """Builds the trees when they are first asked for and keeps them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._trees: dict[frozenset[str] | None, tuple[Array, NearestIndex]] = {}

    def query(
        self,
        lat: ArrayLike,
        lon: ArrayLike,
        *,
        limit: int,
        max_km: float | None,
        kinds: Collection[str] | None,
    ) -> tuple[Array, Array]:
        """Return rows and distances in km: one line a point, -1 and infinity for none."""
        rows, tree = self._tree(None if kinds is None else frozenset(kinds))
        numbers, km = tree.query(lat, lon, limit=limit, max_km=max_km)
        return np.where(numbers == NONE, NONE, np.append(rows, NONE)[numbers]), km

    def _tree(self, kinds: frozenset[str] | None) -> tuple[Array, NearestIndex]:
        if kinds not in self._trees:
            arrays = self._rows.arrays
            wanted = [n for n, kind in enumerate(self._rows.kinds) if kinds is None or kind in kinds]
            rows = np.flatnonzero(np.isin(arrays["kind"], wanted))
            lat, lon = (arrays[axis][rows] / COORDINATE_SCALE for axis in ("lat", "lon"))
            self._trees[kinds] = rows, NearestIndex(lat, lon)
        return self._trees[kinds]
