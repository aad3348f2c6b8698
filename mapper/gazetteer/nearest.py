"""The places nearest to points, searched among those of the kinds asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from mapper.gazetteer.cells import Cells
from mapper.gazetteer.layout import COORDINATE_SCALE
from mapper.gazetteer.spatial import NONE, NearestIndex

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import ArrayLike

    from mapper.gazetteer.rows import Rows
    from mapper.gazetteer.store import Array


class Nearest:
    """Builds what is searched when it is first asked for and keeps it."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._points: dict[frozenset[str] | None, _Points] = {}

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
        points = self._points_of(None if kinds is None else frozenset(kinds))
        if np.size(lat) == 1:
            numbers, km = points.near_one(float(np.ravel(lat)[0]), float(np.ravel(lon)[0]), limit, max_km)
        else:
            numbers, km = points.tree.query(lat, lon, limit=limit, max_km=max_km)
        return points.rows[numbers].astype(np.int64), km

    def _points_of(self, kinds: frozenset[str] | None) -> _Points:
        if kinds not in self._points:
            wanted = [n for n, kind in enumerate(self._rows.kinds) if kinds is None or kind in kinds]
            self._points[kinds] = _Points(self._rows, wanted)
        return self._points[kinds]


class _Points:
    """The places of some kinds; the row behind the last stands for none."""

    def __init__(self, rows: Rows, kinds: list[int]) -> None:
        self._arrays = rows.arrays
        found = np.flatnonzero(np.isin(self._arrays["kind"], kinds))
        self.rows = np.append(found, NONE).astype(np.int32)

    @cached_property
    def tree(self) -> NearestIndex:
        """The tree that is quick for many points together."""
        return NearestIndex(*self._degrees())

    @cached_property
    def _cells(self) -> Cells:
        return Cells(*self._degrees())

    def _degrees(self) -> list[Array]:
        return [self._arrays[axis][self.rows[:-1]] / COORDINATE_SCALE for axis in ("lat", "lon")]

    def near_one(self, lat: float, lon: float, limit: int, max_km: float | None) -> tuple[Array, Array]:
        """Return the same as the tree, in one line, for one point."""
        found = self._cells.nearest(lat, lon, limit=limit, max_km=max_km)
        numbers, km = np.full((1, limit), NONE, dtype=np.int64), np.full((1, limit), np.inf)
        for place, (number, away) in enumerate(found):
            numbers[0, place], km[0, place] = number, away
        return numbers, km
