"""Outlines from files: how large they are, and what of them an index keeps."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely

from mapper.geo import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

TOLERANCE: Final = 0.01
"""Degrees by which outlines are simplified, as those of the packaged index are."""
_POLYGONS: Final = frozenset({"Polygon", "MultiPolygon"})


def is_area(shape: BaseGeometry | None) -> bool:
    """Tell whether a shape has an area."""
    return shape is not None and shape.geom_type in _POLYGONS and not shape.is_empty


def radius_km(shape: BaseGeometry) -> float:
    """Return the radius of a circle of a shape's area, by Lambert's equal-area cylinder."""

    def flat(degrees: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        return np.column_stack((np.radians(degrees[:, 0]), np.sin(np.radians(degrees[:, 1]))))

    area = float(shapely.area(shapely.transform(shape, flat)))
    return EARTH_RADIUS_KM * math.sqrt(max(area, 0.0) / math.pi)


def outline(shape: BaseGeometry) -> BaseGeometry:
    """Return a valid outline of few points."""
    return shapely.make_valid(shapely.simplify(shape, TOLERANCE))


def inner_point(shape: BaseGeometry) -> tuple[float, float]:
    """Return latitude and longitude of a point on or in a shape: of a line its middle."""
    longest = max(shapely.get_parts(shape), key=lambda part: (part.area, part.length))
    if longest.geom_type == "LineString":
        point = longest.interpolate(0.5, normalized=True)
    else:
        point = longest.representative_point()
    return float(point.y), float(point.x)
