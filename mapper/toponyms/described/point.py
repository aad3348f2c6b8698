"""A described point, and how it becomes a place without a gazetteer's row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from mapper.model import Place

if TYPE_CHECKING:
    from mapper.gazetteer import Gazetteer
    from mapper.model import Precision, Reason

Kind: TypeAlias = Literal["coordinates", "offset"]
PRECISIONS: Final[tuple[tuple[float, Precision], ...]] = ((1.5, "point"), (15.0, "city"), (100.0, "province"))
"""Radius in km up to which a point is as good as a spot, a town, a province; then a region (a judgement)."""
DEGREE_DIGITS: Final = 5
"""Digits behind the point of a degree: about a metre."""


@dataclass(frozen=True, slots=True)
class Point:
    """Code points ``start:end`` that describe a point, with the radius in km that they leave open."""

    start: int
    end: int
    kind: Kind
    name: str
    lat: float
    lon: float
    radius_km: float
    confidence: float
    reasons: tuple[Reason, ...]

    def place(self, gazetteer: Gazetteer) -> Place:
        """Return the point as a place, in the country and first-level unit whose outlines hold it."""
        units = {unit.kind: unit for unit in gazetteer.containing(self.lat, self.lon)}
        country, admin1 = units.get("country"), units.get("admin1")
        lat, lon = round(self.lat, DEGREE_DIGITS), round(self.lon, DEGREE_DIGITS)
        return Place(
            id=f"xy:{lat},{lon}",
            name=" ".join(self.name.split()),
            kind=self.kind,
            lat=lat,
            lon=lon,
            precision=precision_of(self.radius_km),
            extent=round(self.radius_km, 3),
            country=country.country if country is not None else None,
            admin1=admin1.name if admin1 is not None else None,
            source="text",
        )


def precision_of(radius_km: float) -> Precision:
    """Return how fine a point is that lies within a radius."""
    return next((precision for most, precision in PRECISIONS if radius_km <= most), "region")
