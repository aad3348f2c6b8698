"""A grid over the globe: two points hardly apart are found in neighbouring cells."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from mapper.geo import EARTH_RADIUS_KM
from mapper.links.across.places import NEAR_KM

_HEIGHT: Final = math.degrees(NEAR_KM / EARTH_RADIUS_KM)
"""Height of a band of cells in degrees: a point's neighbours lie in its own and the two beside it."""
_BANDS: Final = math.ceil(180 / _HEIGHT)
_MARGIN: Final = 1.001
"""Neighbours are looked for a little further out than they count, against rounding."""


def cell_of(lat: float, lon: float) -> tuple[int, int]:
    """Return the cell of a point: its band from the south, its column from the antimeridian."""
    band = _band(lat)
    return band, int((lon + 180) / 360 * _columns(band)) % _columns(band)


@lru_cache(maxsize=65_536)
def cells_around(lat: float, lon: float) -> tuple[tuple[int, int], ...]:
    """Return every cell that may hold a point within `NEAR_KM`."""
    return tuple(_cells_around(lat, lon))


def _cells_around(lat: float, lon: float) -> Iterator[tuple[int, int]]:
    reach = _reach(lat)
    for band in range(max(0, _band(lat) - 1), min(_BANDS - 1, _band(lat) + 1) + 1):
        columns = _columns(band)
        if reach >= 180:
            yield from ((band, column) for column in range(columns))
            continue
        first = math.floor((lon + 180 - reach) / 360 * columns)
        last = math.floor((lon + 180 + reach) / 360 * columns)
        yield from ((band, column % columns) for column in range(first, min(last, first + columns - 1) + 1))


def _band(lat: float) -> int:
    return min(_BANDS - 1, max(0, int((lat + 90) / _HEIGHT)))


def _columns(band: int) -> int:
    """Return how many cells go round the globe in a band; fewer towards the poles."""
    middle = math.radians((band + 0.5) * _HEIGHT - 90)
    return max(1, int(360 * math.cos(middle) / _HEIGHT))


def _reach(lat: float) -> float:
    """Return how many degrees of longitude `NEAR_KM` may span around a point at this latitude."""
    angle = math.radians(_HEIGHT * _MARGIN)
    cosine = math.cos(math.radians(lat))
    return 180.0 if math.sin(angle) >= cosine else math.degrees(math.asin(math.sin(angle) / cosine))
