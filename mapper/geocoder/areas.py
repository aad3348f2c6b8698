"""What a query names as the surroundings of a place, and whether a place lies in them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from mapper.gazetteer import ADMIN, POPULATED
from mapper.geo import distance_km
from mapper.geocoder.ground import parties
from mapper.geocoder.plausible import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapper.gazetteer import Candidate, Gazetteer
    from mapper.geocoder.ground import Ground

_PARTY_KINDS: Final = frozenset({"country", "admin1", "continent", "disputed", "region", "grouping"})
_LINES: Final = frozenset({"river", "canal", "crossing"})
"""Kinds that hold nothing, though circles around them would."""
WHOLE: Final = frozenset({"country", "continent", "grouping", "ocean"})
"""Kinds that no town, province, park or airport can hold."""
_HELD_BY: Final = {
    code: state
    for state, codes in {
        "AU": "CC CX HM NF", "CN": "HK MO", "DK": "FO GL", "FI": "AX",
        "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
        "GB": "AI BM GG IM JE KY MS PN SH TC VG", "NL": "AW BQ CW SX", "NO": "BV SJ", "NZ": "CK NU TK",
        "US": "AS GU MP PR UM VI",
    }.items()
    for code in codes.split()
}  # fmt: skip
"""Territories with a country code of their own and the state whose sovereignty over them nobody disputes
(ISO 3166-1; general knowledge): "Hong Kong, China", "Guam, USA"."""
_NEAR_KM: Final = 40.0
"""How far from a town, or an area of unknown size, lies what belongs to it (our judgement)."""
_MOST_READINGS: Final = 25
_FAR_LESS_LIKELY: Final = 3.0
"""Powers of ten by which a reading may be less likely than the best and still be tried."""
_CACHED: Final = 2048


class Readings:
    """The places that a name of surroundings may mean, sorted by how they are asked for what they hold."""

    def __init__(self, areas: Iterable[Candidate], code: str | None = None) -> None:
        self.areas = tuple(areas)
        self.rows = frozenset(area.row for area in self.areas)
        plain = [area for area in self.areas if not area.id.startswith("dt:")]
        countries = {area.country: area.name for area in plain if area.kind == "country" and area.country}
        self.countries = countries | ({code: code} if code else {})
        """Names of the countries it may mean, by code."""
        self.states = {area.row: area for area in plain if area.kind == "admin1"}
        self.counties = {area.row: area for area in plain if area.kind == "admin2"}
        self.units = self.states | self.counties
        self._unit_countries = frozenset(area.country for area in self.units.values())
        whole = {area.row for area in plain if area.kind == "country" and area.country}
        self.others = tuple(area for area in self.areas if area.row not in whole | self.units.keys())
        self.decide = bool(code) or any(area.kind not in POPULATED for area in self.areas)
        """Whether the name is known as an area, so that a place outside it is another place."""

    def may_have_unit_in(self, country: str | None) -> bool:
        """Tell quickly whether one of its states or counties may hold a place of a country."""
        return bool(self.units) and (country is None or not self._unit_countries.isdisjoint((country, None)))

    @property
    def may_follow(self) -> bool:
        """Whether it may stand behind a place with no comma between: "Paris Texas", "Rome IT"."""
        named = (area.match != "variant" and area.kind in _PARTY_KINDS for area in self.areas)
        return bool(self.countries) or any(named)


class Areas:
    """Reads the names of surroundings and tells what lies in them. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, ground: Ground) -> None:
        self._gazetteer = gazetteer
        self._ground = ground
        self._codes = frozenset(gazetteer.rows.countries)
        self.readings = lru_cache(maxsize=_CACHED)(self._readings)

    def __reduce__(self) -> tuple[type[Areas], tuple[Any, ...]]:
        return Areas, (self._gazetteer, self._ground)

    def _readings(self, name: str) -> Readings:
        """Return what a name of surroundings may mean; abbreviations in any case."""
        asked = name_of(name)
        code = name if name in self._codes else None
        for variants in (False, True):
            found = self._gazetteer.lookup(name, variants=variants, limit=_MOST_READINGS)
            if len(name) <= 5 and name != name.upper():
                found += self._gazetteer.exact(name.upper())
            if areas := [c for c in found if asked.is_of(c) and c.kind not in _LINES]:
                least = max(c.score for c in areas) - _FAR_LESS_LIKELY
                return Readings((c for c in areas if c.score >= least), code)
        return Readings((), code)

    def holding_abroad(self, candidate: Candidate, readings: Readings) -> str | None:
        """Do as `holding`, and let a state hold territories with a code of their own: "Hong Kong, China"."""
        state = readings.countries.get(_HELD_BY.get(candidate.country or "", ""))
        return state or self.holding(candidate, readings)

    def holding(self, candidate: Candidate, readings: Readings) -> str | None:
        """Return the name of an area that holds a place; None if none does or the place is itself it."""
        if candidate.row in readings.rows and candidate.kind not in POPULATED:
            return None
        if candidate.kind in WHOLE:
            held = (a.name for a in readings.areas if a.kind in WHOLE and self._in_area(a, candidate))
            return self._party_holding(candidate, readings) or next(held, None)
        country = candidate.country
        if readings.may_have_unit_in(country) and (unit := self._unit_holding(candidate, readings)):
            return unit.name
        if readings.countries and (own := readings.countries.get(country or "")):
            return own
        if party := self._party_holding(candidate, readings):
            return party
        return next((area.name for area in readings.others if self._holds(area, candidate)), None)

    def countries(self, candidate: Candidate) -> frozenset[str]:
        """Return the countries a place may be asked for under: its own, or all parties to its dispute."""
        if self._ground.may_be_disputed(candidate):
            return self._ground.countries(candidate.place)
        return frozenset((candidate.country,)) if candidate.country else frozenset()

    def is_enough(self, place: str, name: str) -> bool:
        """Tell whether a name alone means a place of the register of disputed territories."""
        return self._ground.is_enough(place, name)

    def countries_at(self, lat: float, lon: float) -> frozenset[str]:
        """Return the country of a point, or all parties to the dispute over it."""
        if flag := self._ground.flag_at(lat, lon):
            return parties(flag)
        return frozenset(area.country for area in self._gazetteer.containing(lat, lon) if area.country)

    def _unit_holding(self, candidate: Candidate, readings: Readings) -> Candidate | None:
        """Return the state or county that holds a place; islets and the like are in those of all parties."""
        if (state := candidate.admin1_row) is not None:
            return readings.states.get(state) or self._county_holding(candidate, readings)
        units = readings.units.values()
        if candidate.id.startswith("dt:") and candidate.extent <= _NEAR_KM:
            claimed = self.countries(candidate)
            return next((unit for unit in units if unit.country in claimed), None)
        return next((unit for unit in units if self._in_area(unit, candidate)), None)

    def _county_holding(self, candidate: Candidate, readings: Readings) -> Candidate | None:
        if not readings.counties:
            return None
        if (county := candidate.admin2_row) is not None:
            return readings.counties.get(county)
        counties = (c for c in readings.counties.values() if c.admin1_row == candidate.admin1_row)
        return next((county for county in counties if self._in_area(county, candidate)), None)

    def _party_holding(self, candidate: Candidate, readings: Readings) -> str | None:
        """Return the name of a party to the dispute over a place."""
        if not (readings.countries and self._ground.may_be_disputed(candidate)):
            return None
        claimed = self.countries(candidate) & readings.countries.keys()
        return readings.countries[min(claimed)] if claimed else None

    def _holds(self, area: Candidate, candidate: Candidate) -> bool:
        if area.row == candidate.row:
            return False
        if area.kind in POPULATED:
            smaller = candidate.population < max(1, area.population)
            return candidate.kind not in ADMIN and smaller and self._near(area, candidate)
        if area.id.startswith("dt:"):
            here = self._ground.territories_at(candidate.lat, candidate.lon)
            return area.id.removeprefix("dt:") in here or self._in_area(area, candidate)
        return self._in_area(area, candidate)

    def _in_area(self, area: Candidate, candidate: Candidate) -> bool:
        if self._gazetteer.contains(area.id, candidate.lat, candidate.lon):
            return True
        return not area.extent and self._near(area, candidate)

    def _near(self, area: Candidate, candidate: Candidate) -> bool:
        reach = max(_NEAR_KM, area.extent)
        return distance_km(area.lat, area.lon, candidate.lat, candidate.lon) <= reach
