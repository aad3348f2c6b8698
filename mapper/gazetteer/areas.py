"""Which areas hold a point: outlines of units and seas, loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from mapper.gazetteer.store import Store

TOLERANCE: Final = 0.03
"""Degrees that an outline may be off: the packaged ones are simplified by 0.01, coasts are coarse."""


class Areas:
    """The outlines of an index with a tree over them."""

    def __init__(self, store: Store) -> None:
        arrays = store.arrays
        self.rows = arrays["area_row"].astype(np.int64)
        self._shapes = _shapes(arrays) if len(self.rows) else np.empty(0, dtype=object)
        self._tree = shapely.STRtree(self._shapes)
        self._size = shapely.area(self._shapes)

    def rows_at(self, lat: float, lon: float) -> list[int]:
        """Return the rows whose outline holds a point, or comes within the tolerance, smallest first."""
        point = shapely.Point(lon, lat)
        found = self._tree.query(point, predicate="intersects")
        if not len(found):
            found = self._tree.query_nearest(point, max_distance=TOLERANCE, all_matches=False)
        return [int(row) for row in self.rows[found[np.argsort(self._size[found], kind="stable")]]]

    def first_rows(self, lat: ArrayLike, lon: ArrayLike) -> np.ndarray[Any, Any]:
        """Return for each of many points the row of the smallest outline that holds it, else -1."""
        points = shapely.points(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
        asked, found = self._tree.query(points, predicate="intersects")
        missing = np.setdiff1d(np.arange(len(points)), asked)
        if len(missing):
            again, nearest = self._tree.query_nearest(
                points[missing], max_distance=TOLERANCE, all_matches=False
            )
            asked, found = np.concatenate((asked, missing[again])), np.concatenate((found, nearest))
        rows = np.full(len(points), -1, dtype=np.int64)
        largest_first = np.argsort(-self._size[found], kind="stable")
        rows[asked[largest_first]] = self.rows[found[largest_first]]
        return rows

    def shape(self, row: int) -> Any:
        """Return the outline of a row, or None."""
        found = np.flatnonzero(self.rows == row)
        return self._shapes[found[0]] if len(found) else None


def _shapes(arrays: dict[str, np.ndarray[Any, Any]]) -> np.ndarray[Any, Any]:
    coordinates = arrays["area_xy"].reshape(-1, 2).astype(float)
    offsets = tuple(arrays[name].astype(np.int64) for name in ("area_ring", "area_part", "area_end"))
    return np.asarray(shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, coordinates, offsets))
