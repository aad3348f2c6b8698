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
_LOOKED_AT: Final = 12
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
        best = {near.place.id: near for near in reversed(found)}
        return [self._location(near) for near in found if best[near.place.id] is near][:limit]

    def _disputed(self, lat: float, lon: float, kinds: frozenset[str] | None) -> list[Near]:
        """Return the disputed territories at a point, unless a town of theirs says more."""
        territories = self._ground.territories_at(lat, lon)
        places = [self._gazetteer.place(f"dt:{territory}") for territory in territories]
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
        country = next((area.country for area in areas if area.country is not None), None)
        looked_at = max(limit, _LOOKED_AT)
        near = self._gazetteer.nearest(
            lat, lon, limit=looked_at, max_km=NEAR_KM, kinds=frozenset(kinds) - WHOLE
        )
        same_side = [(place, km) for place, km in near if country is None or place.country in (country, None)]
        return [Near(place, km, "nearest") for place, km in same_side]

    def _location(self, near: Near) -> Location:
        reasons = [Reason(near.reason, near.place.name), Reason("distance-km", round(near.km, 3))]
        return self._answers.of_place(near.place, reasons, match="reverse", distance_km=round(near.km, 3))
