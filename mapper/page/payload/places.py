"""Which places are areas, and which shape of the basemap they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mapper.model import Place

AREA_PRECISIONS: Final = frozenset({"province", "country", "region", "sea"})
"""A place known no better than this is drawn as an area, never as a pin in its middle."""


def area_key(place: Place) -> str | None:
    """Return the key of the shape of an area: a country's code, or ``gn:`` and a GeoNames id."""
    if place.precision not in AREA_PRECISIONS:
        return None
    if place.precision == "country":
        return place.country
    return f"gn:{place.geonames_id}" if place.geonames_id else None
