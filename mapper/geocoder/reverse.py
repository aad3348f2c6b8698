"""What lies at a point: disputed ground first, the sea where there is no land, else the nearest place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mapper.gazetteer import POPULATED, SEAS
from mapper.geocoder.areas import WHOLE
from mapper.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geopy.location import Location

    from mapper.gazetteer import Gazetteer
    from mapper.geocoder.answers import Answers
    from mapper.geocoder.ground import Ground
    from mapper.model import Place

NEAR_KM: Final = 50.0
"""Farther than this a town says little about a point; the unit that holds it says more (our judgement)."""
LOOKED_AT: Final = 12
"""Nearest places looked at for one on the point's own side of the border."""


class Near(NamedTuple):
    """A place with its distance in km from the point, and why it is named."""

    place: Place
    km: float
    reason: str


class Reverse:
    """Answers for points. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, ground: Ground, answers: Answers) -> None:
        self._gazetteer = gazetteer
        self._ground = ground
        self._answers = answers

    def at(self, lat: float, lon: float, *, kinds: frozenset[str] | None, limit: int) -> list[Location]:
        """Return what lies at a point, the most telling first; empty if nothing is known there."""
        found = self._disputed(lat, lon, kinds) + self._plain(lat, lon, kinds, limit)
        first: dict[str, Near] = {}
        for near in found:
            first.setdefault(near.place.id, near)
        return [self.location(near) for near in list(first.values())[:limit]]

    def location(self, near: Near) -> Location:
        """Return a place near a point as a location."""
        km = round(near.km, 3)
        reasons = [Reason(near.reason, near.place.name), Reason("distance-km", km)]
        return self._answers.of_place(near.place, reasons, match="reverse", distance_km=km)

    def _disputed(self, lat: float, lon: float, kinds: frozenset[str] | None) -> list[Near]:
        places = [
            self._gazetteer.place(f"dt:{territory}") for territory in self._ground.territories_at(lat, lon)
        ]
        return [
            Near(place, 0.0, "disputed-ground") for place in places if kinds is None or place.kind in kinds
        ]

    def _plain(self, lat: float, lon: float, kinds: frozenset[str] | None, limit: int) -> list[Near]:
        areas = self._gazetteer.containing(lat, lon)
        inside = [Near(area, 0.0, "inside") for area in areas if kinds is None or area.kind in kinds]
        if areas and areas[0].kind in SEAS and kinds is None:
            return inside
        return [*self._nearest(lat, lon, areas, kinds or POPULATED, limit), *inside]

    def _nearest(
        self, lat: float, lon: float, areas: Iterable[Place], kinds: Iterable[str], limit: int
    ) -> list[Near]:
        """Return the nearest places on the point's own side of the border."""
        country = next((area.country for area in areas), None)
        towns = frozenset(kinds) - WHOLE
        near = self._gazetteer.nearest(lat, lon, limit=max(limit, LOOKED_AT), max_km=NEAR_KM, kinds=towns)
        same_side = [(place, km) for place, km in near if country is None or place.country in (country, None)]
        return [Near(place, km, "nearest") for place, km in same_side]
