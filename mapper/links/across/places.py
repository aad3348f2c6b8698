"""Which place holds which, from the records alone."""

from __future__ import annotations

from typing import Final

from mapper.geo import distance_km
from mapper.links.across.report import Where

NEAR_KM: Final = 30
"""Closer places count as the same (a large city's reach; general knowledge)."""

FAR_KM: Final = 300
"""Places further apart, neither holding the other, are of different events (general knowledge)."""

_AREAS: Final = frozenset({"province", "country", "region", "sea"})


def same_place(a: Where, b: Where) -> bool:
    """Tell whether two places are one: the same id, or two points hardly apart."""
    if a.id and a.id == b.id:
        return True
    if a.precision in _AREAS or b.precision in _AREAS:
        return a.name == b.name and a.country == b.country
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= NEAR_KM


def holds(outer: Where, inner: Where) -> bool:
    """Tell whether an area contains a place: by country and province, else by its rough circle."""
    if outer.precision not in _AREAS:
        return False
    if outer.precision == "country":
        return outer.country is not None and outer.country == inner.country
    if outer.precision == "province":
        return outer.country == inner.country and inner.admin1 in (outer.name, outer.admin1)
    radius = outer.extent or 0.0
    return distance_km(outer.lat, outer.lon, inner.lat, inner.lon) <= radius


def related(a: Where, b: Where) -> bool:
    """Tell whether one place is, or holds, the other."""
    return same_place(a, b) or holds(a, b) or holds(b, a)


def far_apart(a: Where, b: Where) -> bool:
    """Tell whether two places are too far apart for one event."""
    return not related(a, b) and distance_km(a.lat, a.lon, b.lat, b.lon) > FAR_KM
