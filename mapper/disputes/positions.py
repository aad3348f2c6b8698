"""Which territories a position lies in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from mapper.disputes.outlines import Outlines
from mapper.disputes.territory import Territory
from mapper.geo import distance_km

KM_PER_DEGREE: Final = 111.2
PLACE_REACH_KM: Final = 2.0
"""How near a point must be to a listed place to be at it: about the radius of a town of 20,000."""


LABEL_REACH_KM: Final = 0.5
"""How near to its label point a point means a row of which nothing else is drawn: the label is rounded so."""


class _Circle(NamedTuple):
    """A circle that counts as inside a territory."""

    territory: str
    lat: float
    lon: float
    km: float

    def holds(self, lat: float, lon: float) -> bool:
        near = abs(lat - self.lat) * KM_PER_DEGREE <= self.km
        return near and distance_km(lat, lon, self.lat, self.lon) <= self.km


class Positions:
    """Outlines, and circles where there is none."""

    def __init__(self, territories: Mapping[str, Territory], outlines: Outlines) -> None:
        self._territories = territories
        self._outlines = outlines
        self._circles = tuple(_circles(territories.values(), outlines))
        self._labels = tuple(_labels(territories.values()))

    def at(self, lat: float, lon: float) -> list[str]:
        """Return the territories that hold a point, the smallest first, whatever the day."""
        found = {t for t in self._outlines.at(lat, lon) if self._territories[t].on_land}
        found |= {circle.territory for circle in self._circles if circle.holds(lat, lon)}
        return sorted((t for t in found if not self._beyond(t, lat, lon)), key=self.size)

    def labelled(self, lat: float, lon: float) -> list[str]:
        """Return the territories whose label point this is."""
        return [label.territory for label in self._labels if label.holds(lat, lon)]

    def size(self, territory: str) -> tuple[float, str]:
        """Return what sorts small territories first: the area of the outline or box, then the id."""
        west, south, east, north = self._territories[territory].bbox
        shape = self._outlines.shape(territory)
        return (shape.area if shape is not None else (east - west) * (north - south)), territory

    def _beyond(self, territory: str, lat: float, lon: float) -> bool:
        """Tell whether a point is at a place listed as outside and nearer to it than to any inside."""
        row = self._territories[territory]
        outside = min((distance_km(lat, lon, p.lat, p.lon) for p in row.places_outside), default=math.inf)
        inside = min((distance_km(lat, lon, p.lat, p.lon) for p in row.places), default=math.inf)
        return outside <= PLACE_REACH_KM and outside < inside


def _labels(territories: Iterable[Territory]) -> Iterable[_Circle]:
    """Yield a small circle around each label point, but for names and for Antarctica."""
    for row in territories:
        if row.kind not in {"name_dispute", "antarctic"}:
            yield _Circle(row.id, row.lat, row.lon, LABEL_REACH_KM)


def _circles(territories: Iterable[Territory], outlines: Outlines) -> Iterable[_Circle]:
    """Yield the reach of small territories without outline, and the places that an outline misses."""
    for row in territories:
        if not row.on_land:
            continue
        if row.reach_km is not None and row.id not in outlines:
            yield _Circle(row.id, row.lat, row.lon, row.reach_km)
        for place in row.places:
            if place.apart:
                yield _Circle(row.id, place.lat, place.lon, min(PLACE_REACH_KM, row.radius_km))
