"""GeoJSON as of RFC 7946: events, places and links, longitude first, nothing across the antimeridian."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import msgspec

from mapper.exports.view import view_of
from mapper.frames import TABLES
from mapper.frames.cell_types import Cell, Shape
from mapper.frames.lines import Position, line_parts
from mapper.model import EventMap

_LAYERS: Final = {"events": "event", "places": "place", "links": "link"}


def write(result: EventMap, path: Path) -> None:
    """Write one feature collection; `layer` tells events, places and links apart."""
    features: list[dict[str, Any]] = []
    positions: list[Position] = []
    for table, layer in _LAYERS.items():
        for row, shape in TABLES[table].rows(result):
            positions += shape
            properties = {"layer": layer} | {k: _value(v) for k, v in row.items() if k not in ("lat", "lon")}
            features.append({"type": "Feature", "geometry": geometry(shape), "properties": properties})
    view = view_of(result)
    collection: dict[str, Any] = {
        "type": "FeatureCollection",
        "worldview": view.code,
        "note": view.disclaimer,
    }
    if positions:
        collection["bbox"] = bounding_box(positions)
    path.write_bytes(msgspec.json.encode(collection | {"features": features}) + b"\n")


def geometry(shape: Shape) -> dict[str, Any] | None:
    """Return a Point, LineString or MultiLineString; None for what has no place."""
    if len(shape) == 1:
        return {"type": "Point", "coordinates": shape[0]}
    parts = line_parts(*shape) if shape else []
    if not parts:
        return None
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}


def bounding_box(positions: list[Position]) -> list[float]:
    """Return the smallest box: west, south, east, north; west > east across the antimeridian."""
    longitudes = sorted({lon for lon, _ in positions})
    latitudes = [lat for _, lat in positions]
    west, east = longitudes[0], longitudes[-1]
    widest = west + 360 - east  # the gap behind the antimeridian
    for before, after in pairwise(longitudes):
        if after - before > widest:
            widest, west, east = after - before, after, before
    return [west, min(latitudes), east, max(latitudes)]


def _value(value: Cell) -> Cell:
    return value.isoformat() if isinstance(value, date) else value
