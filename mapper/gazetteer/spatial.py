"""The places nearest to many points at once: a packed tree of boxes around unit vectors.

Points on the unit sphere are sorted along a Morton curve and packed, four at a time, into boxes,
those into larger boxes, and so on. The neighbours of a query on the curve give a first bound; then
only the boxes nearer than that bound are kept, level by level, for all points together.
Straight lines between unit vectors order distances as great circles do, so the poles and the
antimeridian are no exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from mapper.geo import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

Array: TypeAlias = "np.ndarray[Any, Any]"

_FANOUT: Final = 4
_CHILD: Final = np.arange(_FANOUT)
_NEIGHBOURS: Final = 16
"""Points looked at on either side along the curve; more of them hardly tighten the bound (measured)."""
_MORTON_BITS: Final = 20
_CHUNK: Final = 1024
"""Points asked together: enough to hide Python's cost, few enough for the processor's cache (measured)."""
_PADDING: Final = 5.0
"""A coordinate no unit vector has: padded points are far from every query."""
_FAR: Final = 9.0
"""More than the square of the longest line between two unit vectors, less than to the padding."""
NONE: Final = -1


class NearestIndex:
    """A tree over fixed points, given in degrees."""

    def __init__(self, lat: ArrayLike, lon: ArrayLike) -> None:
        vectors = unit_vectors(lat, lon)
        codes = _morton(vectors)
        self._order = np.argsort(codes, kind="stable")
        self._codes = codes[self._order]
        self._points = _padded(vectors[:, self._order])
        self._boxes = _boxes(self._points)

    def query(
        self, lat: ArrayLike, lon: ArrayLike, *, limit: int = 1, max_km: float | None = None
    ) -> tuple[Array, Array]:
        """Return the numbers of the nearest points and the distances in km, nearest first.

        Both have one line a point asked and `limit` columns; -1 and infinity where there are fewer,
        or the next lies beyond `max_km`.
        """
        asked = unit_vectors(lat, lon)
        total = asked.shape[1]
        numbers = np.full((total, limit), NONE, dtype=np.int64)
        squares = np.full((total, limit), np.inf)
        order = np.argsort(_morton(asked), kind="stable")  # neighbours share what they touch
        farthest = _FAR if max_km is None else square_of(max_km)
        for start in range(0, total if len(self._order) else 0, _CHUNK):
            part = order[start : start + _CHUNK]
            numbers[part], squares[part] = self._query(asked[:, part], limit, farthest)
        chords = np.sqrt(np.minimum(squares, 4.0)) / 2
        return numbers, np.where(numbers == NONE, np.inf, 2 * EARTH_RADIUS_KM * np.arcsin(chords))

    def _query(self, asked: Array, limit: int, farthest: float) -> tuple[Array, Array]:
        total = asked.shape[1]
        bound = np.minimum(self._first_bound(asked, limit), farthest)
        who, node = np.repeat(np.arange(total), _FANOUT), np.tile(_CHILD, total)
        for low, high in self._boxes:
            near = _to_boxes(asked[:, who], low[:, node], high[:, node]) <= bound[who]
            who, node = np.repeat(who[near], _FANOUT), _children(node[near]).ravel()
        squares = _squares(asked[:, who], self._points[:, node])
        near = squares <= bound[who]
        return self._best(total, who[near], node[near], squares[near], limit)

    def _first_bound(self, asked: Array, limit: int) -> Array:
        """Return a square within which `limit` points are sure to lie."""
        width = min(2 * _NEIGHBOURS, len(self._order))
        if limit > width:
            return np.full(asked.shape[1], _FAR)
        first = np.searchsorted(self._codes, _morton(asked)) - _NEIGHBOURS
        window = np.clip(first, 0, len(self._order) - width)[:, None] + np.arange(width)
        squares = _squares(asked[:, :, None], self._points[:, window])
        return np.asarray(np.partition(squares, limit - 1, axis=1)[:, limit - 1] * (1 + 1e-9) + 1e-15)

    def _best(self, asked: int, who: Array, node: Array, squares: Array, limit: int) -> tuple[Array, Array]:
        number = self._order[node]
        order = np.lexsort((number, squares, who))
        who, number, squares = who[order], number[order], squares[order]
        place = np.arange(len(who)) - np.searchsorted(who, who)
        kept = place < limit
        numbers, found = np.full((asked, limit), NONE, dtype=np.int64), np.full((asked, limit), np.inf)
        numbers[who[kept], place[kept]] = number[kept]
        found[who[kept], place[kept]] = squares[kept]
        return numbers, found


def unit_vectors(lat: ArrayLike, lon: ArrayLike) -> Array:
    """Return points given in degrees as columns of length one."""
    phi = np.radians(np.atleast_1d(np.asarray(lat, dtype=float)))
    theta = np.radians(np.atleast_1d(np.asarray(lon, dtype=float)))
    return np.stack((np.cos(phi) * np.cos(theta), np.cos(phi) * np.sin(theta), np.sin(phi)))


def square_of(km: float) -> float:
    """Return the square of the straight line, in radii, under a great circle of this length."""
    return float(4 * np.sin(min(km / EARTH_RADIUS_KM, np.pi) / 2) ** 2)


def _boxes(points: Array) -> list[tuple[Array, Array]]:
    """Return the corners of the boxes, level by level from the top, each level in whole groups."""
    levels: list[tuple[Array, Array]] = []
    low = high = points
    while not levels or low.shape[1] > _FANOUT:
        low = _padded(low.reshape(3, -1, _FANOUT).min(axis=2))
        high = _padded(high.reshape(3, -1, _FANOUT).max(axis=2))
        levels.insert(0, (low, high))
    return levels


def _padded(columns: Array) -> Array:
    """Fill up to whole groups."""
    total = columns.shape[1]
    missing = -total % _FANOUT if total else _FANOUT
    return np.concatenate((columns, np.full((3, missing), _PADDING)), axis=1) if missing else columns


def _morton(columns: Array) -> Array:
    """Return the place of each vector on a curve that keeps neighbours together."""
    cells = np.minimum((columns + 1) * 2 ** (_MORTON_BITS - 1), 2**_MORTON_BITS - 1).astype(np.uint64)
    x, y, z = (_spread(axis) for axis in cells)
    return np.asarray(x | y << np.uint64(1) | z << np.uint64(2))


def _spread(cells: Array) -> Array:
    """Put two zero bits after each of the lowest 21 bits (the usual Morton masks)."""
    for shift, mask in (
        (32, 0x1F00000000FFFF), (16, 0x1F0000FF0000FF), (8, 0x100F00F00F00F00F),
        (4, 0x10C30C30C30C30C3), (2, 0x1249249249249249),
    ):  # fmt: skip
        cells = (cells | cells << np.uint64(shift)) & np.uint64(mask)
    return cells


def _squares(asked: Array, points: Array) -> Array:
    x, y, z = asked - points
    return np.asarray(x * x + y * y + z * z)


def _to_boxes(asked: Array, low: Array, high: Array) -> Array:
    x, y, z = np.maximum(np.maximum(low - asked, asked - high), 0)
    return np.asarray(x * x + y * y + z * z)


def _children(node: Array) -> Array:
    return node[:, None] * _FANOUT + _CHILD
