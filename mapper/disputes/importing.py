"""Taking in outlines from a file of the user's: Natural Earth's disputed areas, OpenStreetMap's claims.

Natural Earth also says, in ``ADM0_A3_XX`` and ``FCLASS_XX``, to whom each point of view gives an area;
that is kept for `mapper.disputes.worldview`, as far as it names a party of the dispute.

Known errors of such files (outlines swapped between two reefs, a row with another island's Wikidata
id, label points far away) all show in one way: the shape does not lie where the territory is. So a
shape is given to the territory its keys name only if it lies there, else to the one whose place and
name it fits, else it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from mapper.disputes.points_of_view import views_of
from mapper.disputes.register import DisputeRegister
from mapper.disputes.territory import Territory
from mapper.errors import InputError
from mapper.geo import distance_km
from mapper.model import Record

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SLACK_KM: Final = 25.0
"""How far beyond a territory's radius its shape may begin: label points of small reefs differ by so much."""
AREAS: Final = frozenset({"Polygon", "MultiPolygon"})


class Imported(Record, frozen=True):
    """What was taken in: territories with a new outline, and the features that fit none."""

    territories: tuple[str, ...]
    refused: tuple[str, ...]


def import_outlines(source: Path, target: Path, register: DisputeRegister) -> Imported:
    """Read a GeoJSON file and write its outlines for ``DisputeRegister.load(outlines=target)``.

    Features are matched by ``BRK_A3``, ``NE_ID``, ``WIKIDATAID`` (Natural Earth), an OSM relation's
    id, or a ``territory`` property with one of the register's ids.

    Parameters
    ----------
    source
        A GeoJSON FeatureCollection in WGS84.
    target
        The file to write. Data under the ODbL (OpenStreetMap) stays under it.
    register
        The register to match with.

    Raises
    ------
    InputError
        If the file is no GeoJSON FeatureCollection.
    """
    keys = _keys(register)
    shapes: dict[str, list[BaseGeometry]] = {}
    views: dict[str, dict[str, str]] = {}
    refused = []
    for name, properties, shape in _features(source):
        territory = _match(properties, shape, keys, register)
        if territory is None:
            refused.append(name)
        else:
            shapes.setdefault(territory, []).append(shape)
            views.setdefault(territory, {}).update(
                views_of(properties, register.territory(territory), register)
            )
    target.write_text(
        "".join(_line(territory, parts, views[territory]) for territory, parts in sorted(shapes.items())),
        "utf-8",
    )
    return Imported(tuple(sorted(shapes)), tuple(refused))


def _features(source: Path) -> Iterator[tuple[str, dict[str, Any], BaseGeometry]]:
    import shapely

    try:
        features = msgspec.json.decode(source.read_bytes())["features"]
        for i, feature in enumerate(features):
            if (feature.get("geometry") or {}).get("type") in AREAS:
                properties = {k.casefold(): v for k, v in (feature.get("properties") or {}).items()}
                properties.setdefault("id", feature.get("id"))
                shape = shapely.make_valid(shapely.from_geojson(msgspec.json.encode(feature["geometry"])))
                name = properties.get("name") or properties["id"] or f"feature {i + 1}"
                yield str(name), properties, shape
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError) as error:
        msg = f"{source.name!r} is no GeoJSON FeatureCollection ({error}): export the layer as GeoJSON."
        raise InputError(msg) from error


def _keys(register: DisputeRegister) -> dict[str, str]:
    """Return every identifier of the register with its territory."""
    keys = {}
    for row in register.territories:
        keys[row.id] = row.id
        for value in (row.wikidata, *row.natural_earth.values()):
            if value:
                keys[str(value)] = row.id
        if row.osm_relation:
            keys[f"relation/{row.osm_relation}"] = row.id
    return keys


def _match(
    properties: Mapping[str, Any], shape: BaseGeometry, keys: Mapping[str, str], register: DisputeRegister
) -> str | None:
    """Return the territory a feature belongs to: by key if it lies there, else by name and place."""
    for field in ("territory", "brk_a3", "ne_id", "wikidataid", "wikidata", "@id", "id", "osm_relation"):
        value = properties.get(field)
        prefix = "relation/" if field == "osm_relation" else ""
        named = keys.get(f"{prefix}{value}")
        if named is not None and _lies_at(shape, register.territory(named)):
            return named
    return _by_place(properties, shape, register)


def _by_place(properties: Mapping[str, Any], shape: BaseGeometry, register: DisputeRegister) -> str | None:
    """Return the one territory of the feature's name, or the one reef or rock, that lies where it does."""
    there = [row for row in register.territories if row.on_land and _lies_at(shape, row)]
    names = {properties.get(field) for field in ("name", "brk_name", "name_en")}
    named = [row for row in there if names & {*row.aliases, row.neutral_name}]
    alone = [row for row in there if row.kind in {"reef", "rock"}]
    for candidates in (named, alone):
        if len(candidates) == 1:
            return candidates[0].id
    return None


def _lies_at(shape: BaseGeometry, row: Territory) -> bool:
    import shapely
    from shapely.ops import nearest_points

    nearest = nearest_points(shape, shapely.Point(row.lon, row.lat))[0]
    return distance_km(nearest.y, nearest.x, row.lat, row.lon) <= row.radius_km + SLACK_KM


def _line(territory: str, parts: list[BaseGeometry], views: dict[str, str]) -> str:
    import shapely

    shape = shapely.union_all(parts)
    bounds = ",".join(f"{value:.4f}" for value in shape.bounds)
    return (
        f'{{"type":"Feature","id":"{territory}","bbox":[{bounds}],"views":{msgspec.json.encode(views).decode()},'
        f'"geometry":{shapely.to_geojson(shape)}}}\n'
    )
