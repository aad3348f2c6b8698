"""Reading TopoJSON: countries as polygons, and the arcs that two countries share as borders."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import Any

from shapely import LineString, Polygon, box, get_parts, make_valid, union_all
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from mapper.geo import unwrap

Point = tuple[float, float]
RING = 4
"""Points that a ring has at least, first and last being one."""


@dataclass(frozen=True)
class Country:
    """A country of the source: ISO 3166-1 numeric code where it has one, and its name there."""

    number: str | None
    name: str


class Topology:
    """A TopoJSON file of countries and land."""

    def __init__(self, source: dict[str, Any]) -> None:
        self._objects = source["objects"]
        scale, move = source["transform"]["scale"], source["transform"]["translate"]
        self._arcs = [_points(arc, scale, move) for arc in source["arcs"]]

    def countries(self) -> dict[Country, BaseGeometry]:
        """Return every country's polygon, cut at the antimeridian."""
        return {_country(part): self._geometry(part) for part in self._objects["countries"]["geometries"]}

    def land(self) -> BaseGeometry:
        """Return all land: the countries together, since a continent with lakes cannot be cut as one."""
        return polygonal(union_all(list(self.countries().values())))

    def borders(self) -> list[tuple[Country, Country, LineString]]:
        """Return the arcs between two countries."""
        users: dict[int, list[Country]] = defaultdict(list)
        for part in self._objects["countries"]["geometries"]:
            for arc in set(_arc_numbers(part["arcs"])):
                users[arc].append(_country(part))
        return [
            (sides[0], sides[1], LineString(self._arcs[arc]))
            for arc, sides in sorted(users.items())
            if len(sides) == 2
        ]

    def _geometry(self, part: dict[str, Any]) -> BaseGeometry:
        polygons = [part["arcs"]] if part["type"] == "Polygon" else part["arcs"]
        return polygonal(union_all([_cut(self._polygon(rings)) for rings in polygons]))

    def _polygon(self, rings: list[list[int]]) -> Polygon:
        """Return a polygon; an island that rounding has made a point or a line is empty."""
        outer, *holes = [self._ring(ring) for ring in rings]
        if len(outer) < RING:
            return Polygon()
        return Polygon(outer, [hole for hole in holes if len(hole) >= RING])

    def _ring(self, numbers: list[int]) -> list[Point]:
        points: list[Point] = []
        for number in numbers:
            arc = self._arcs[number] if number >= 0 else self._arcs[~number][::-1]
            points.extend(arc[1:] if points else arc)
        return points


def _cut(polygon: Polygon) -> BaseGeometry:
    """Return a polygon cut at the antimeridian where an edge of it jumps across."""
    longitudes = [x for x, _ in polygon.exterior.coords]
    if all(abs(a - b) <= 180 for a, b in pairwise(longitudes)):
        return make_valid(polygon)
    rings = [list(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]
    flat = reduce(BaseGeometry.symmetric_difference, (_flat(ring, longitudes[0]) for ring in rings))
    worlds = (box(west, -90, west + 360, 90) for west in (-540, -180, 180))
    return union_all([translate(flat & world, -180 - world.bounds[0]) for world in worlds])


def _flat(ring: list[Point], start: float) -> BaseGeometry:
    """Return a ring as a polygon without jumps; one that goes round the south pole is closed along it."""
    longitudes = unwrap([start, *(x for x, _ in ring)])[1:]
    points = [(x, y) for x, (_, y) in zip(longitudes, ring, strict=True)]
    if abs(longitudes[-1] - longitudes[0]) > 180:
        points += [(longitudes[-1], -90), (longitudes[0], -90)]
    return make_valid(Polygon(points))


def polygonal(shape: BaseGeometry) -> BaseGeometry:
    """Return only the polygons of a geometry: lines and points are left over where areas only touch."""
    return union_all([part for part in get_parts(shape) if part.geom_type.endswith("Polygon")])


def _country(part: dict[str, Any]) -> Country:
    return Country(part.get("id"), part["properties"]["name"])


def _points(arc: list[list[int]], scale: list[float], move: list[float]) -> list[Point]:
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x += step_x
        y += step_y
        points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
    return points


def _arc_numbers(arcs: Any) -> list[int]:
    if isinstance(arcs, int):
        return [arcs if arcs >= 0 else ~arcs]
    return [number for part in arcs for number in _arc_numbers(part)]
