"""Lines between two points that do not wrap around the globe the wrong way."""

from __future__ import annotations

from typing import TypeAlias

from mapper.geo import unwrap

Position: TypeAlias = tuple[float, float]
"""Longitude, latitude."""


def line_parts(first: Position, second: Position) -> list[list[Position]]:
    """Return the short way between two points, cut in two where it crosses the antimeridian.

    Two equal points give no line.
    """
    if first == second:
        return []
    lon1, lon2 = unwrap([first[0], second[0]])
    if -180 <= lon2 <= 180:
        return [[first, second]]
    edge = 180.0 if lon2 > 180 else -180.0
    share = (edge - lon1) / (lon2 - lon1)
    lat = first[1] + share * (second[1] - first[1])
    parts = [[first, (edge, lat)], [(-edge, lat), second]]
    return [part for part in parts if part[0] != part[1]]
