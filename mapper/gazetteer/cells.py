"""The places nearest to one point: places sorted into cells of half a degree, searched in a widening box.

`NearestIndex` answers thousands of points together; for a single one this is some ten times quicker.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.gazetteer.spatial import square_of, unit_vectors
from mapper.geo import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer.spatial import Array

_CELL: Final = 0.5
"""Degrees of a cell's sides."""
_ROWS: Final = round(180 / _CELL)
_COLUMNS: Final = round(360 / _CELL)
_FIRST_KM: Final = 8.0
_WIDER: Final = 2.5
"""The radius looked at first, and by how much it grows: most points on land have a town in it (measured)."""
_ROOM: Final = 1e-9
"""Degrees added to each side of a box, so that rounding leaves nobody out."""
_ROUNDED: Final = 1 + 1e-12
_ALL_KM: Final = math.pi * EARTH_RADIUS_KM


class Cells:
    """Fixed points, given in degrees."""

    def __init__(self, lat: Array, lon: Array) -> None:
        row = np.minimum((lat + 90) / _CELL, _ROWS - 1).astype(np.int64)
        column = np.minimum((lon + 180) / _CELL, _COLUMNS - 1).astype(np.int64)
        cell = row * _COLUMNS + column
        self._order = np.argsort(cell, kind="stable").astype(np.int32)
        self._vectors = unit_vectors(lat, lon)[:, self._order]
        ends = np.cumsum(np.bincount(cell, minlength=_ROWS * _COLUMNS))
        self._starts = memoryview(np.concatenate(([0], ends)).astype(np.int32))

    def nearest(self, lat: float, lon: float, *, limit: int, max_km: float | None) -> list[tuple[int, float]]:
        """Return the numbers of the nearest points and the distances in km, nearest first.

        There are fewer than `limit` where there are fewer within `max_km`.
        """
        asked = _unit_vector(lat, lon)
        farthest = _ALL_KM if max_km is None else max_km
        reach = min(_FIRST_KM, farthest)
        while True:
            near = self._within(asked, lat, lon, reach)
            if len(near) >= limit or reach >= farthest:
                break
            reach = min(_WIDER * reach, farthest)
        near.sort()
        return [
            (number, 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(square) / 2)))
            for square, number in near[:limit]
        ]

    def _within(self, asked: Array, lat: float, lon: float, km: float) -> list[tuple[float, int]]:
        """Return the points within a distance, each with the square of the straight line to it."""
        slices = [part for part in self._slices(lat, lon, km) if part.start < part.stop]
        if not slices:
            return []
        vectors = np.concatenate([self._vectors[:, part] for part in slices], axis=1)
        x, y, z = vectors - asked
        squares = x * x + y * y + z * z
        near = np.flatnonzero(squares <= square_of(km) * _ROUNDED)
        if not len(near):
            return []
        numbers = np.concatenate([self._order[part] for part in slices])[near]
        return list(zip(squares[near].tolist(), numbers.tolist(), strict=True))

    def _slices(self, lat: float, lon: float, km: float) -> Iterator[slice]:
        """Yield the runs of points in the cells that a circle may reach into."""
        angle = km / EARTH_RADIUS_KM
        tall = math.degrees(angle) + _ROOM
        first, last = _row(lat - tall), _row(lat + tall)
        spans = _spans(lon, _half_width(lat, tall, angle))
        for row in range(first, last + 1):
            for left, right in spans:
                cell = row * _COLUMNS
                yield slice(self._starts[cell + left], self._starts[cell + right + 1])


def _unit_vector(lat: float, lon: float) -> Array:
    """Return a column as `unit_vectors` does; for one point plain arithmetic is quicker."""
    phi, theta = math.radians(lat), math.radians(lon)
    return np.array([[math.cos(phi) * math.cos(theta)], [math.cos(phi) * math.sin(theta)], [math.sin(phi)]])


def _row(lat: float) -> int:
    return min(max(int((lat + 90) // _CELL), 0), _ROWS - 1)


def _half_width(lat: float, tall: float, angle: float) -> float:
    """Return how many degrees of longitude a circle reaches to either side: all of them round a pole."""
    if abs(lat) + tall >= 90:
        return 180.0
    return math.degrees(math.asin(min(1.0, math.sin(angle) / math.cos(math.radians(lat))))) + _ROOM


def _spans(lon: float, half: float) -> list[tuple[int, int]]:
    """Return the first and the last columns of a range of longitudes, in two parts over the antimeridian."""
    left, right = (int((lon + side + 180) // _CELL) for side in (-half, half))
    if right - left >= _COLUMNS - 1:
        return [(0, _COLUMNS - 1)]
    left, right = left % _COLUMNS, right % _COLUMNS
    return [(left, right)] if left <= right else [(left, _COLUMNS - 1), (0, right)]
