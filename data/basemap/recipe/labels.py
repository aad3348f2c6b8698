"""Where the name of a country stands, and from which zoom on it has room."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from shapely import box, get_parts
from shapely.ops import polylabel

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from recipe.codes import Codes
    from recipe.topology import Topology

LETTER: Final = 9.4
"""Width of a letter of a country's name on the page (pixels)."""
TILE: Final = 256
FIRST, LAST = 2.2, 7.5
"""No name before or after these zooms decides."""
CELL: Final = 6.0
"""Degrees after which the name of a wide country may stand once more."""
LEAST: Final = 0.0005
"""Square degrees below which an island has no name of its own on the map."""


def country_labels(topology: Topology, codes: Codes) -> list[tuple[str, float, list[tuple[float, float]]]]:
    """Return (code, first zoom, points), larger countries first.

    The first point is the one furthest from the edge of the largest part; the others let the name of a
    wide country stand in a view of a piece of it. The zoom is that at which the name is about as wide as
    the largest part. Status plays no role.
    """
    rows = []
    for country, shape in topology.countries().items():
        code = codes.of(country)
        if code is None or code not in codes.names or shape.area < LEAST:
            continue
        part = max(get_parts(shape), key=lambda polygon: polygon.area)
        zoom = _zoom(part, codes.names[code]["en"])
        rows.append((part.area, code, zoom, [_middle(part), *_more(part)]))
    rows.sort(key=lambda row: (-row[0], row[1]))
    return [row[1:] for row in rows]


def _middle(part: BaseGeometry) -> tuple[float, float]:
    point = polylabel(part, tolerance=max(0.02, math.sqrt(part.area) / 50))
    return round(point.y, 2), round(point.x, 2)


def _more(part: BaseGeometry) -> list[tuple[float, float]]:
    """Return a point in each cell of a grid that a wide country fills to a good part."""
    west, south, east, north = part.bounds
    if max(east - west, north - south) < 1.5 * CELL:
        return []
    points = []
    for x in _steps(west, east):
        for y in _steps(south, north):
            pieces = get_parts(part & box(x, y, x + CELL, y + CELL))
            piece = max(pieces, key=lambda polygon: polygon.area, default=None)
            if piece is not None and piece.area > CELL * CELL / 3:
                points.append(_middle(piece))
    return points


def _steps(low: float, high: float) -> list[float]:
    count = max(1, round((high - low) / CELL))
    return [low + i * (high - low) / count for i in range(count)]


def _zoom(part: BaseGeometry, name: str) -> float:
    west, south, east, north = part.bounds
    width = max(east - west, 0.6 * (north - south), 0.01)
    wanted = len(name) * LETTER * 0.85
    return round(min(max(math.log2(wanted * 360 / (width * TILE)), FIRST), LAST), 1)
