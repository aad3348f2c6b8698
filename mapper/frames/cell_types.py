"""What a table is made of."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from mapper.frames.lines import Position
from mapper.model import Location

Cell: TypeAlias = str | float | int | bool | date | None
Row: TypeAlias = dict[str, Cell]
Shape: TypeAlias = tuple[Position, ...]
"""No position, one for a point, two for a line."""


def point_of(location: Location | None) -> Shape:
    """Return where a location is."""
    return () if location is None else ((location.lon, location.lat),)


def degrees(shape: Shape) -> Row:
    """Return the two cells of a point."""
    lon, lat = shape[0] if shape else (None, None)
    return {"lat": lat, "lon": lon}
