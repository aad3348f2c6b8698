"""Which areas hold a point: outlines of land and of seas, loaded when first asked for."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from mapper.gazetteer.kinds import SEAS

if TYPE_CHECKING:
    from collections.abc import Callable

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
        return self.land.holding(lat, lon) or self.land.near(lat, lon) or self.sea.holding(lat, lon)

    def first_rows(self, lat: ArrayLike, lon: ArrayLike) -> Array:
        """Return for each of many points the row of the smallest outline that holds it, else -1."""
        x, y = (np.atleast_1d(np.asarray(axis, dtype=float)) for axis in (lon, lat))
        if len(x) == 1:
            return np.array([*self.rows_at(float(y[0]), float(x[0])), NONE][:1])
        found = np.full(len(x), NONE, dtype=np.int64)
        for look in (self.land.all_holding, self.land.all_near, self.sea.all_holding):
            missing = np.flatnonzero(found == NONE)
            found[missing] = look(x[missing], y[missing])
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
    """Outlines that are searched together, smallest first.

    An outline is prepared when a point first falls into its box. Preparing goes on at the first
    questions to it, so one thread at a time asks.
    """

    def __init__(self, shapes: Array, rows: Array) -> None:
        order = np.argsort(shapely.area(shapes), kind="stable") if len(shapes) else np.empty(0, dtype=int)
        self._rows = rows[order]
        self._shapes = shapes[order]
        self._tree = shapely.STRtree(self._shapes)
        self._asking = Lock()

    def holding(self, lat: float, lon: float) -> list[int]:
        near = self._tree.query(shapely.Point(lon, lat))
        if not len(near):
            return []
        shapes = self._shapes[near]
        with self._asking:
            shapely.prepare(shapes)
            inside = shapely.intersects_xy(shapes, lon, lat)
        near = near[inside]
        near.sort()
        return list(map(int, self._rows[near]))

    def near(self, lat: float, lon: float) -> list[int]:
        """Return the outline nearest to a point beside it, in a list; an empty one where there is none."""
        near = self._tree.query(shapely.box(lon - SHORE, lat - SHORE, lon + SHORE, lat + SHORE))
        if not len(near):
            return []
        near.sort()
        point, shapes = shapely.Point(lon, lat), self._shapes[near]
        with self._asking:
            shapely.prepare(shapes)
            close = near[shapely.dwithin(shapes, point, SHORE)]
        if len(close) > 1:
            close = close[[shapely.distance(self._shapes[close], point).argmin()]]
        return list(map(int, self._rows[close]))

    def all_holding(self, x: Array, y: Array) -> Array:
        def holds(shape: Any, who: Array) -> Any:
            return shapely.intersects_xy(shape, x[who], y[who])

        asked, found = self._kept(self._tree.query(shapely.points(x, y)), holds)
        return self._first(len(x), asked, found)

    def all_near(self, x: Array, y: Array) -> Array:
        points = np.asarray(shapely.points(x, y))

        def is_close(shape: Any, who: Array) -> Any:
            return shapely.dwithin(shape, points[who], SHORE)

        boxes = shapely.box(x - SHORE, y - SHORE, x + SHORE, y + SHORE)
        asked, found = self._kept(self._tree.query(boxes), is_close)
        several = np.flatnonzero(np.bincount(asked, minlength=len(x))[asked] > 1)
        away = np.zeros(len(asked))
        away[several] = shapely.distance(points[asked[several]], self._shapes[found[several]])
        order = np.lexsort((found, away, asked))
        nearest = order[np.flatnonzero(np.diff(asked[order], prepend=NONE))]
        return self._first(len(x), asked[nearest], found[nearest])

    def _kept(self, pairs: Array, holds: Callable[[Any, Array], Any]) -> tuple[Array, Array]:
        """Keep the pairs of a point and an outline that hold, outline by outline."""
        asked, found = pairs
        order = np.argsort(found, kind="stable")
        asked, found = asked[order], found[order]
        starts = np.flatnonzero(np.diff(found, prepend=NONE))
        kept = np.zeros(len(found), dtype=bool)
        with self._asking:
            shapely.prepare(self._shapes[found[starts]])
            for start, end in pairwise([*starts, len(found)]):
                kept[start:end] = holds(self._shapes[found[start]], asked[start:end])
        return asked[kept], found[kept]

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
