"""The ground of one page: the world coarsely, the story's frame finer, its neighbourhoods finest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mapper.page import ground, labels, surroundings
from mapper.page.payload.places import AREA_PRECISIONS
from mapper.page.shapes import rings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from mapper.disputes import DisputeRegister
    from mapper.gazetteer import Gazetteer
    from mapper.page.payload.records import Page, PagePlace

FRAME_REACH: Final = (9.0, 6.5)
"""What is drawn finer around each place of the story (degrees of longitude and latitude)."""
LOCAL_REACH: Final = (1.4, 1.0)
"""What is drawn finest around each place that is known as a point."""
STORY_LIMIT: Final = 45.0
"""A story no wider than this (degrees) is drawn finer as a whole."""
VIEW_SHAPE: Final = 2.3
"""Width of a view of the map by its height, in degrees."""
INNER_LIMIT: Final = 30.0
"""A story no wider than this (degrees) shows provinces all over its frame."""
LOCAL_LIMIT: Final = 24
"""Neighbourhoods drawn finest, those with most events first: more would make the page heavy."""
FRAME_LIMIT: Final = 160
"""Places whose surroundings are drawn finer."""
OUTLINE_STEPS: Final = 1000
OUTLINE_COARSE: Final = 0.005
"""Steps a degree, and tolerance (degrees), of the outlines of disputed territories."""


def base_of(page: Page, register: DisputeRegister, gazetteer: Gazetteer | None = None) -> dict[str, Any]:
    """Return land, lines, areas and names for a page.

    Disputed territories have the outlines of the register; towns and provinces around the story are named
    where there is a gazetteer.
    """
    regions = _regions(page)
    scales = (
        ("world-110m.json.gz", regions[0].difference(regions[1])),
        ("world-50m.json.gz", regions[1].difference(regions[2])),
        ("world-10m.json.gz", regions[2]),
    )
    base: dict[str, Any] = {
        "land": [],
        "solid": [],
        "dotted": [],
        "inner": [],
        "steps": ground.read_json("areas.json.gz")["steps"],
        "outline_steps": OUTLINE_STEPS,
    }
    for name, region in scales:
        if not region.is_empty:
            _add_scale(base, ground.scale(name), region)
    if not regions[1].is_empty:
        provinces = ground.scale("provinces.json.gz")
        base["inner"].append(
            {"steps": provinces.steps, "lines": provinces.lines("lines", _inner_region(page, regions))}
        )
    base["cuts"] = _cuts(regions[1:])
    keys = [place.area for place in page.places if place.area]
    claims = ground.claims(keys)
    base["areas"] = ground.areas(keys)
    base["claims"] = claims
    disputed = {dispute.id for dispute in page.disputes} | {t for ids in claims.values() for t in ids}
    base["disputed"] = _outlines(disputed, register)
    base["names"] = labels.country_labels(register)
    base["contested"] = labels.contested(register)
    base["seas"] = ground.sea_names()
    base["towns"], base["provinces"] = [], []
    if gazetteer is not None:
        used = _places_by_use(page)
        small = _story_box(used, INNER_LIMIT) is not None
        base["towns"] = surroundings.towns(used, gazetteer, register, whole=small)
        base["provinces"] = surroundings.provinces(used, gazetteer, register) if small else []
    return base


def _outlines(territories: set[str], register: DisputeRegister) -> dict[str, Any]:
    """Return the outlines of disputed territories that have one."""
    shapes = {
        territory: register.outline(territory) for territory in sorted(territories) if territory in register
    }
    return {
        territory: rings(shape.simplify(OUTLINE_COARSE), OUTLINE_STEPS)
        for territory, shape in shapes.items()
        if shape is not None
    }


def _add_scale(base: dict[str, Any], scale: ground.Scale, region: BaseGeometry) -> None:
    base["land"].append({"steps": scale.steps, "polygons": scale.land(region)})
    for kind, name in ground.LINES.items():
        base[kind].append({"steps": scale.steps, "lines": scale.lines(name, region)})


def _regions(page: Page) -> tuple[BaseGeometry, BaseGeometry, BaseGeometry]:
    """Return the world, what is drawn finer, and what is drawn finest, each inside the one before."""
    from shapely import box, unary_union

    world = box(-180, -90, 180, 90)
    used = _places_by_use(page)
    fine = [_around(place, FRAME_REACH) for place in used[:FRAME_LIMIT]]
    story = _story_box(used)
    if story is not None:
        fine.append(story)
    points = [place for place in used if place.precision not in AREA_PRECISIONS]
    local = unary_union([_around(place, LOCAL_REACH) for place in points[:LOCAL_LIMIT]])
    finer = unary_union([*fine, local])
    return world, finer.intersection(world), local.intersection(world)


def _inner_region(page: Page, regions: Sequence[BaseGeometry]) -> BaseGeometry:
    """Return where provinces are drawn: the whole frame of a small story, else its neighbourhoods."""
    story = _story_box(_places_by_use(page), INNER_LIMIT)
    return regions[2] if story is None else story.intersection(regions[0])


def _places_by_use(page: Page) -> list[PagePlace]:
    counts: dict[int, int] = {}
    for event in page.events:
        for where in (event.where, event.origin, event.destination):
            if where is not None:
                counts[where.place] = counts.get(where.place, 0) + 1
    return [page.places[i] for i in sorted(counts, key=lambda i: (-counts[i], i))]


def _around(place: PagePlace, reach: tuple[float, float]) -> BaseGeometry:
    """Return a box around a place, on both sides of the antimeridian; edges lie on whole tenths."""
    from shapely import box, unary_union
    from shapely.affinity import translate

    lon, lat = round(place.lon, 1), round(place.lat, 1)
    here = box(lon - reach[0], max(-90, lat - reach[1]), lon + reach[0], min(90, lat + reach[1]))
    return unary_union([here, translate(here, 360), translate(here, -360)])


def _story_box(places: Sequence[PagePlace], limit: float = STORY_LIMIT) -> BaseGeometry | None:
    """Return the frame of a story that is no wider than a limit (degrees)."""
    from shapely import box, unary_union
    from shapely.affinity import translate

    if not places:
        return None
    west, east = min(p.lon for p in places), max(p.lon for p in places)
    south, north = min(p.lat for p in places), max(p.lat for p in places)
    if max(east - west, north - south) > limit:
        return None
    tall = north - south + 2 * FRAME_REACH[1]
    wide = max(east - west + 2 * FRAME_REACH[0], VIEW_SHAPE * tall)
    x, y = (west + east) / 2, (south + north) / 2
    frame = box(
        round(x - wide / 2, 1),
        max(-85, round(y - tall / 2, 1)),
        round(x + wide / 2, 1),
        min(85, round(y + tall / 2, 1)),
    )
    return unary_union([frame, translate(frame, 360), translate(frame, -360)])


def _cuts(regions: Sequence[BaseGeometry]) -> dict[str, list[float]]:
    """Return the longitudes and latitudes along which the land was cut: no coast runs there."""
    from shapely import get_coordinates

    points = [tuple(point) for region in regions for point in get_coordinates(region).tolist()]
    return {
        "x": sorted({round(x, 3) for x, _ in points}),
        "y": sorted({round(y, 3) for _, y in points}),
    }
