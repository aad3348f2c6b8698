"""Where names of countries may stand: never on land that is disputed, unless it is that land's own name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from mapper.page import ground
from mapper.page.shapes import decode, rings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from mapper.disputes import DisputeRegister

SPECK: Final = 0.01
"""A name with no more undisputed land than this (square degrees) is the name of the disputed land itself."""
STEPS: Final = 100
COARSE: Final = 0.03
"""Steps a degree, and tolerance (degrees), of the outlines that names keep clear of."""


def contested(register: DisputeRegister) -> dict[str, Any]:
    """Return the outlines of every territory of the register, coarsely: no country's name is put there."""
    polygons = [polygon for shape in _outlines(register) for polygon in rings(shape.simplify(COARSE), STEPS)]
    return {"steps": STEPS, "polygons": polygons}


def country_labels(register: DisputeRegister) -> list[list[Any]]:
    """Return names of countries with first zoom, places, and whether the land itself is disputed.

    A place for a name that lies on disputed land is left out; a country without another gets one on the
    largest part of its land that nobody disputes.
    """
    names = ground.read_json("names.json")
    rows = ground.read_json("labels.json")
    free = iter(undisputed([spot for _, _, spots in rows for spot in spots], register))
    return [
        [names[code], zoom, *_spots(code, spots, [spot for spot in spots if next(free)])]
        for code, zoom, spots in rows
    ]


def _outlines(register: DisputeRegister) -> list[BaseGeometry]:
    found = (register.outline(row.id) for row in register.territories)
    return [shape for shape in found if shape is not None]


def undisputed(spots: Sequence[Sequence[float]], register: DisputeRegister) -> list[bool]:
    """Tell for each place (latitude, longitude) whether no disputed territory holds it."""
    from shapely import STRtree, points

    if not spots:
        return []
    tree = STRtree(_outlines(register))
    held = set(tree.query(points([(lon, lat) for lat, lon in spots]), predicate="within")[0].tolist())
    return [i not in held for i in range(len(spots))]


def _spots(code: str, spots: list[list[float]], free: list[list[float]]) -> tuple[list[Any], bool]:
    """Return the undisputed places for a name, and whether it is a name of disputed land."""
    if len(free) == len(spots):
        return free, False
    land = _undisputed(code)
    if land.area <= SPECK:
        return spots, True
    return free or [_middle(land)], False


@cache
def _undisputed(code: str) -> BaseGeometry:
    """Return the land of a country as the basemap has it: without what it claims in a dispute."""
    from shapely import Polygon, union_all

    file = ground.read_json("areas.json.gz")
    polygons = file["countries"].get(code, [])
    return union_all(
        [
            Polygon(decode(outer, file["steps"]), [decode(hole, file["steps"]) for hole in holes]).buffer(0)
            for outer, *holes in polygons
        ]
    )


def _middle(shape: BaseGeometry) -> tuple[float, float]:
    """Return the point (latitude, longitude) of the largest part that is farthest from its edge."""
    from shapely import get_parts
    from shapely.ops import polylabel

    largest = max(get_parts(shape), key=lambda part: (part.area, part.bounds))
    point = polylabel(largest, tolerance=0.05)
    return round(point.y, 2), round(point.x, 2)
