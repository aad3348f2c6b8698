"""From degrees to the picture: Mercator, framed on the story, in the copy of the world that it lies in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mapper.page.payload.places import AREA_PRECISIONS
from mapper.page.shapes import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from mapper.page.payload.records import PageDispute, PagePlace
    from mapper.page.svg.story import Story

Point = tuple[float, float]
Ring = list[Point]
Polygons = list[list[Ring]]

WIDTH: Final = 1200.0
HEIGHT: Final = 640.0
MARGIN: Final = 110.0
"""Room kept around the story for signs and labels (units of the picture)."""
LEAST_SPAN: Final = 6.0
"""No story is shown closer than this (degrees of longitude across the picture), unless it is a local one."""
LOCAL_SPANS: Final = ((0.02, LEAST_SPAN), (0.7, 0.8), (3.0, 3.0))
"""Width of a story in one place, in one city and in one region, and how close each is shown (degrees)."""
TOP: Final = 84.0
TILE: Final = 256.0
"""Width of the world at zoom 0, as in the page."""
SMALL_KM: Final = 60.0
"""A disputed place without outline is drawn as a circle up to this radius."""
SHAPELESS: Final = frozenset({"sea", "line", "name_dispute", "antarctic"})
KM_PER_DEGREE: Final = 111.2


@dataclass(frozen=True)
class View:
    """A part of the world on the picture: `scale` units a degree, `x` and `y` its middle in degrees."""

    x: float
    y: float
    scale: float

    @property
    def zoom(self) -> float:
        """The page's measure of scale."""
        return math.log2(self.scale * 360 / TILE)

    def near(self, lon: float) -> float:
        """Return a longitude in the copy of the world that the picture shows."""
        return lon + 360 * round((self.x - lon) / 360)

    def at(self, lon: float, lat: float) -> Point:
        """Return where a position is; the longitude counts as it is, beyond 180 too."""
        return (WIDTH / 2 + (lon - self.x) * self.scale, HEIGHT / 2 - (_north(lat) - self.y) * self.scale)

    def back(self, point: Point) -> Point:
        """Return the longitude and latitude of a point of the picture."""
        north = self.y - (point[1] - HEIGHT / 2) / self.scale
        lat = math.degrees(2 * math.atan(math.exp(math.radians(north))) - math.pi / 2)
        return self.x + (point[0] - WIDTH / 2) / self.scale, lat

    def outline(self, polygons: Polygons) -> Polygons:
        """Return a shape on the picture, each polygon in the copy of the world that is shown."""
        out = []
        for polygon in polygons:
            middle = (min(lon for lon, _ in polygon[0]) + max(lon for lon, _ in polygon[0])) / 2
            shift = self.near(middle) - middle
            out.append([[self.at(lon + shift, lat) for lon, lat in ring] for ring in polygon])
        return out


def _north(lat: float) -> float:
    """Return Mercator's y in degrees."""
    lat = max(-TOP, min(TOP, lat))
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


class Shapes:
    """The shapes of areas and of disputed territories, in degrees."""

    def __init__(self, base: dict[str, Any]) -> None:
        self._base = base

    def area(self, place: PagePlace) -> Polygons:
        """Return an area's polygons: its shape, else a circle of its extent, else none."""
        coded = self._base["areas"].get(place.area)
        if coded:
            return _decoded(coded, self._base["steps"])
        return [[_circle(place.lat, place.lon, place.extent)]] if place.extent else []

    def disputed(self, identifier: str, dispute: PageDispute | None = None) -> Polygons:
        """Return a territory's polygons: its outline, else a circle for small land, else none."""
        coded = self._base["disputed"].get(identifier)
        if coded:
            return _decoded(coded, self._base["outline_steps"])
        if dispute is None or dispute.lat is None or dispute.lon is None or dispute.kind in SHAPELESS:
            return []
        if not dispute.radius or dispute.radius > SMALL_KM:
            return []
        return [[_circle(dispute.lat, dispute.lon, dispute.radius)]]

    def claimed(self, place: PagePlace) -> list[str]:
        """Return the disputed territories that a country claims and that are no part of its shape here."""
        return list(self._base["claims"].get(place.area, ()))


def _decoded(polygons: list[list[str]], steps: int) -> Polygons:
    return [[decode(ring, steps) for ring in rings] for rings in polygons if rings]


def _circle(lat: float, lon: float, km: float, corners: int = 48) -> Ring:
    """Return a circle on the globe, near enough: it is widened by the latitude of its middle."""
    high = km / KM_PER_DEGREE
    wide = high / max(0.05, math.cos(math.radians(lat)))
    turns = [2 * math.pi * i / corners for i in range(corners)]
    return [(lon + wide * math.cos(turn), max(-90, min(90, lat + high * math.sin(turn)))) for turn in turns]


def middle_of(place: PagePlace, polygons: Polygons) -> Point:
    """Return the longitude and latitude that an area is spoken of by: the middle of its largest part."""
    if place.precision not in AREA_PRECISIONS or not polygons:
        return place.lon, place.lat
    lons, lats = [lon for lon, _ in polygons[0][0]], [lat for _, lat in polygons[0][0]]
    return (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2


def frame(story: Story, shapes: Shapes) -> View:
    """Return the view that holds every place of the story; the whole world where there is none."""
    points = _corners(story, shapes)
    if not points:
        return View(0, _north(20), WIDTH / 360)
    centre = _centre([lon for lon, _ in points])
    lons = [lon + 360 * round((centre - lon) / 360) for lon, _ in points]
    norths = [_north(lat) for _, lat in points]
    wide, high = max(lons) - min(lons), max(norths) - min(norths)
    scale = min(
        WIDTH / _least_span(max(wide, high)),
        (WIDTH - 2 * MARGIN) / max(wide, 1e-9),
        (HEIGHT - 2 * MARGIN) / max(high, 1e-9),
    )
    return View((min(lons) + max(lons)) / 2, (min(norths) + max(norths)) / 2, max(scale, WIDTH / 360))


def _least_span(width: float) -> float:
    """Return how close a story of some width may be shown."""
    return next((span for limit, span in LOCAL_SPANS if width <= limit), LEAST_SPAN)


def _corners(story: Story, shapes: Shapes) -> list[Point]:
    places = story.page.places
    points: list[Point] = []
    for unit in story.units:
        if unit.place is not None and unit.on_map:
            points += _box(unit.place, shapes)
        for where in (unit.event.origin, unit.event.destination):
            if where is not None:
                points.append((places[where.place].lon, places[where.place].lat))
    return points


def _box(place: PagePlace, shapes: Shapes) -> list[Point]:
    polygons = shapes.area(place) if place.precision in AREA_PRECISIONS else []
    if not polygons:
        return [(place.lon, place.lat)]
    lons, lats = [lon for lon, _ in polygons[0][0]], [lat for _, lat in polygons[0][0]]
    return [(min(lons), min(lats)), (max(lons), max(lats))]


def _centre(longitudes: Sequence[float]) -> float:
    """Return the middle of the shortest arc that holds all longitudes."""
    ordered = sorted((lon + 180) % 360 - 180 for lon in longitudes)
    after = [*ordered[1:], ordered[0] + 360]
    gap, start = max((right - left, right) for left, right in zip(ordered, after, strict=True))
    return (start + (360 - gap) / 2 + 180) % 360 - 180


def path(rings: Iterable[Sequence[Point]], *, closed: bool = True, step: float = 0.7) -> str:
    """Return lines as the data of a path; points closer than a step are left out."""
    out = []
    for ring in rings:
        kept = [ring[0]]
        for point in ring[1:-1]:
            if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= step:
                kept.append(point)
        kept.append(ring[-1])
        out.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + ("Z" if closed else ""))
    return "".join(out)
