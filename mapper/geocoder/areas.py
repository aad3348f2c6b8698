"""What a query names as the surroundings of a place, and whether a place lies in them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from mapper.gazetteer import ADMIN, POPULATED
from mapper.geo import distance_km
from mapper.geocoder.ground import parties
from mapper.geocoder.plausible import Name

if TYPE_CHECKING:
    from mapper.gazetteer import Candidate, Gazetteer
    from mapper.geocoder.ground import Ground

PARTY_KINDS: Final = frozenset({"country", "admin1", "continent", "disputed", "region", "grouping"})
"""Kinds that may stand behind a place without a comma: "Paris Texas", "Srinagar Kashmir"."""
WHOLE: Final = frozenset({"country", "continent", "grouping", "ocean"})
"""Kinds that no town, province, park or airport can hold."""
_NEAR_KM: Final = 40.0
"""How far from a town, or an area of unknown size, lies what belongs to it (our judgement)."""
_MOST_READINGS: Final = 25
_FAR_LESS_LIKELY: Final = 4.0
"""Powers of ten by which a reading may be less likely than the best and still be tried."""
_CACHED: Final = 2048


class Areas:
    """Reads the names of surroundings and tells what lies in them. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, ground: Ground) -> None:
        self._gazetteer = gazetteer
        self._ground = ground
        self.readings = lru_cache(maxsize=_CACHED)(self._readings)

    def __reduce__(self) -> tuple[type[Areas], tuple[Any, ...]]:
        return Areas, (self._gazetteer, self._ground)

    def _readings(self, name: str) -> tuple[Candidate, ...]:
        """Return the places a name of surroundings may mean; abbreviations in any case."""
        asked = Name(name)
        for variants in (False, True):
            found = self._gazetteer.lookup(name, variants=variants, limit=_MOST_READINGS)
            if len(name) <= 5 and name != name.upper():
                found += self._gazetteer.exact(name.upper())
            if readings := [c for c in found if asked.is_of(c)]:
                least = max(c.score for c in readings) - _FAR_LESS_LIKELY
                return tuple(c for c in readings if c.score >= least)
        return ()

    def holding(self, candidate: Candidate, readings: tuple[Candidate, ...]) -> Candidate | None:
        """Return the first of the readings that holds a place, None if none does or it is itself one."""
        if candidate.kind not in POPULATED and any(area.id == candidate.id for area in readings):
            return None
        return next((area for area in readings if self._holds(area, candidate)), None)

    def decides(self, readings: tuple[Candidate, ...]) -> bool:
        """Tell whether a name is known as an area, so that a place outside it is another place."""
        return any(area.kind not in POPULATED for area in readings)

    def countries(self, candidate: Candidate) -> frozenset[str]:
        """Return the countries a place may be asked for under: its own, or all parties to its dispute."""
        if self._ground.may_be_disputed(candidate):
            return self._ground.countries(candidate.place)
        return frozenset((candidate.country,)) if candidate.country else frozenset()

    def countries_at(self, lat: float, lon: float) -> frozenset[str]:
        """Return the country of a point, or all parties to the dispute over it."""
        if flag := self._ground.flag_at(lat, lon):
            return parties(flag)
        return frozenset(area.country for area in self._gazetteer.containing(lat, lon) if area.country)

    def _holds(self, area: Candidate, candidate: Candidate) -> bool:
        if area.id == candidate.id or (candidate.kind in WHOLE and area.kind not in WHOLE):
            return False
        if area.kind == "country" and area.country is not None:
            return area.country == candidate.country or area.country in self.countries(candidate)
        if area.kind in POPULATED:
            return self._in_town(area, candidate)
        if area.id.startswith("dt:"):
            return self._in_territory(area, candidate)
        return self._in_unit(area, candidate) if area.kind in ADMIN else self._in_area(area, candidate)

    def _in_territory(self, area: Candidate, candidate: Candidate) -> bool:
        here = self._ground.territories_at(candidate.lat, candidate.lon)
        return area.id.removeprefix("dt:") in here or self._in_area(area, candidate)

    def _in_unit(self, unit: Candidate, candidate: Candidate) -> bool:
        """Tell whether a place is in a state or county; islets and the like are in those of all parties."""
        if candidate.id.startswith("dt:") and candidate.extent <= _NEAR_KM:
            return unit.country in self.countries(candidate)
        if candidate.admin1_row is not None:
            return unit.row in (candidate.admin1_row, candidate.admin2_row)
        return self._in_area(unit, candidate)

    def _in_area(self, area: Candidate, candidate: Candidate) -> bool:
        if self._gazetteer.contains(area.id, candidate.lat, candidate.lon):
            return True
        return not area.extent and self._near(area, candidate)

    def _in_town(self, town: Candidate, candidate: Candidate) -> bool:
        if candidate.kind in ADMIN or candidate.population >= max(1, town.population):
            return False
        return self._near(town, candidate)

    def _near(self, area: Candidate, candidate: Candidate) -> bool:
        reach = max(_NEAR_KM, area.extent)
        return distance_km(area.lat, area.lon, candidate.lat, candidate.lon) <= reach
