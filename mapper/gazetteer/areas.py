"""Which areas hold a point: outlines of land and of seas, loaded when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from mapper.gazetteer.kinds import SEAS

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from mapper.gazetteer.rows import Rows
    from mapper.gazetteer.store import Array, Store

SHORE: Final = 0.02
"""Degrees off the land's outline that still count as land: outlines are simplified by 0.01."""
NONE: Final = -1


class Areas:
    """The outlines of all indexes. Land comes first: a point in a port is no point at sea."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        numbers = [start + store.arrays["area_row"].astype(np.int64) for start, store in _numbered(rows)]
        self.rows = np.concatenate(numbers)
        self._shapes = np.concatenate([_shapes(store) for store in rows.stores])
        at_sea = np.array([rows.kind(int(row)) in SEAS for row in self.rows], dtype=bool)
        self.land = _Layer(self._shapes[~at_sea], self.rows[~at_sea])
        self.sea = _Layer(self._shapes[at_sea], self.rows[at_sea])

    def rows_at(self, lat: float, lon: float) -> list[int]:
        """Return the rows whose outline holds a point, smallest first: land, else land near by, else sea."""
        point = shapely.Point(lon, lat)
        return self.land.holding(point) or self.land.near(point) or self.sea.holding(point)

    def first_rows(self, lat: ArrayLike, lon: ArrayLike) -> Array:
        """Return for each of many points the row of the smallest outline that holds it, else -1."""
        points = np.asarray(
            shapely.points(np.atleast_1d(lon).astype(float), np.atleast_1d(lat).astype(float))
        )
        found = np.full(len(points), NONE, dtype=np.int64)
        for look in (self.land.all_holding, self.land.all_near, self.sea.all_holding):
            missing = np.flatnonzero(found == NONE)
            found[missing] = look(points[missing])
        return found

    def shape(self, row: int) -> Any:
        """Return the outline of a row, or None."""
        found = np.flatnonzero(self.rows == row)
        return self._shapes[found[0]] if len(found) else None

    @cached_property
    def outlined(self) -> frozenset[int]:
        """Rows that have an outline, or consist of rows that have one."""
        rows = {int(row) for row in self.rows}
        return frozenset(rows.union(*(self._rows.parents(row) for row in rows)))


class _Layer:
    """Outlines that are searched together, smallest first."""

    def __init__(self, shapes: Array, rows: Array) -> None:
        order = np.argsort(shapely.area(shapes), kind="stable") if len(shapes) else np.empty(0, dtype=int)
        self._rows = rows[order]
        self._tree = shapely.STRtree(shapes[order])

    def holding(self, point: shapely.Point) -> list[int]:
        found = np.sort(np.asarray(self._tree.query(point, predicate="intersects")))
        return [int(row) for row in self._rows[found]]

    def near(self, point: shapely.Point) -> list[int]:
        found = np.sort(np.asarray(self._tree.query_nearest(point, max_distance=SHORE)))
        return [int(row) for row in self._rows[found[:1]]]

    def all_holding(self, points: Array) -> Array:
        return self._first(len(points), *self._tree.query(points, predicate="intersects"))

    def all_near(self, points: Array) -> Array:
        close = np.unique(self._tree.query(points, predicate="dwithin", distance=SHORE)[0])
        asked, found = self._tree.query_nearest(points[close], max_distance=SHORE)
        return self._first(len(points), close[asked], found)

    def _first(self, total: int, asked: Array, found: Array) -> Array:
        first = np.full(total, len(self._rows), dtype=np.int64)
        np.minimum.at(first, asked, found)
        return np.asarray(np.append(self._rows, NONE)[first])


def _numbered(rows: Rows) -> zip[tuple[int, Store]]:
    return zip(rows.starts, rows.stores, strict=False)


def _shapes(store: Store) -> Array:
    arrays = store.arrays
    if not len(arrays["area_row"]):
        return np.empty(0, dtype=object)
    coordinates = arrays["area_xy"].reshape(-1, 2).astype(float)
    offsets = tuple(arrays[name].astype(np.int64) for name in ("area_ring", "area_part", "area_end"))
    return np.asarray(shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, coordinates, offsets))
