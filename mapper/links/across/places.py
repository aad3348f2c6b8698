"""Which place holds which, from the records alone."""

from __future__ import annotations

from typing import Final, TypeGuard

from mapper.geo import distance_km
from mapper.links.across.report import TOWNS, Where

NEAR_KM: Final = 30
"""Closer places count as the same (a large city's reach; general knowledge)."""

FAR_KM: Final = 300
"""Places further apart, neither holding the other, are of different events (general knowledge)."""


def is_point(where: Where | None) -> TypeGuard[Where]:
    """Tell whether a place is a town or smaller."""
    return where is not None and where.precision in TOWNS


def one_spot(a: Where | None, b: Where | None) -> bool:
    """Tell whether both places are known, towns or smaller, and the same."""
    return is_point(a) and is_point(b) and same_place(a, b)


def two_spots(a: Where | None, b: Where | None) -> bool:
    """Tell whether both places are known, towns or smaller, and different; near ones are still two."""
    return is_point(a) and is_point(b) and not same_place(a, b)


def is_wide(where: Where) -> bool:
    """Tell whether a place may reach over borders: what it holds is told by its circle alone."""
    return where.precision in ("region", "sea")


def same_place(a: Where, b: Where) -> bool:
    """Tell whether two places are one: the same id, or two points hardly apart."""
    if a.id and a.id == b.id:
        return True
    if not (a.precision in TOWNS and b.precision in TOWNS):
        return a.name == b.name and a.country == b.country
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= NEAR_KM


def holds(outer: Where, inner: Where) -> bool:
    """Tell whether an area contains a place: by country and province, else by its rough circle."""
    if outer.precision in TOWNS:
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


def one_area(a: Where | None, b: Where | None) -> bool:
    """Tell whether both places are known, and one is, or holds, the other."""
    return a is not None and b is not None and related(a, b)


def far_apart(a: Where, b: Where) -> bool:
    """Tell whether two places are too far apart for one event."""
    return not related(a, b) and distance_km(a.lat, a.lon, b.lat, b.lon) > FAR_KM
