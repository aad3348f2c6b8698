"""Boxes on the picture, and what is taken of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mapper.page.svg.view import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely import STRtree
    from shapely.geometry.base import BaseGeometry

    from mapper.page.svg.view import Point, Polygons


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Box:
        """Return the least box that holds all points."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    def overlap(self, other: Box) -> float:
        """Return the area that two boxes share."""
        wide = min(self.x1, other.x1) - max(self.x0, other.x0)
        high = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0.0, wide) * max(0.0, high)

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes touch."""
        return self.x0 <= other.x1 and self.x1 >= other.x0 and self.y0 <= other.y1 and self.y1 >= other.y0

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Tell whether a point lies in the box or within a margin of it."""
        x, y = point
        return self.x0 - margin < x < self.x1 + margin and self.y0 - margin < y < self.y1 + margin

    def among(self, points: np.ndarray[Any, Any], margin: float = 0.0) -> np.ndarray[Any, Any]:
        """Tell for each row of an array whether that point lies in the box or within a margin of it."""
        x, y = points[:, 0], points[:, 1]
        across = (x > self.x0 - margin) & (x < self.x1 + margin)
        inside: np.ndarray[Any, Any] = across & (y > self.y0 - margin) & (y < self.y1 + margin)
        return inside

    @property
    def middle(self) -> Point:
        """The middle of the box."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


class Taken:
    """Boxes and lines that names keep clear of."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self._boxes = np.empty((0, 4))
        self._points = np.empty((0, 2))
        self.hatched: list[BaseGeometry] = []
        self.land: STRtree | None = None

    def hatch(self, polygons: Polygons) -> None:
        """Note a hatched shape of the picture: no ground to read on, and no ground for a name of another."""
        from shapely import Polygon, union_all

        shapes = [Polygon(rings[0]).simplify(1).buffer(0) for rings in polygons]
        self.hatched.append(union_all(shapes))

    def on_hatch(self, box: Box) -> float:
        """Return which share of a box lies on hatched shapes."""
        from shapely import box as rectangle

        area = rectangle(*box)
        return float(sum(shape.intersection(area).area for shape in self.hatched) / area.area)

    def on_land(self, box: Box) -> int:
        """Return how many of a box's corners and its middle lie on land."""
        from shapely import points

        if self.land is None:
            return 0
        spots = [(box.x0, box.y0), (box.x1, box.y0), (box.x0, box.y1), (box.x1, box.y1), box.middle]
        return len({int(i) for i in self.land.query(points(spots), predicate="within")[0]})

    def add(self, box: Box) -> None:
        """Take a box."""
        self.boxes.append(box)

    def draw(self, line: Any) -> None:
        """Note the points of a line."""
        self._points = np.concatenate([self._points, np.asarray(line, dtype=float)])

    def free(self, box: Box) -> bool:
        """Tell whether a box lies on the picture and nothing is in it."""
        return inside(box) and not self.covered(box) and not self.crossed(box)

    def covered(self, box: Box) -> float:
        """Return how much of a box is taken (square units)."""
        if len(self._boxes) != len(self.boxes):
            self._boxes = np.array(self.boxes, dtype=float).reshape(-1, 4)
        low = np.maximum(self._boxes[:, :2], box[:2])
        high = np.minimum(self._boxes[:, 2:], box[2:])
        return float(np.prod(np.maximum(high - low, 0), axis=1).sum())

    def crossed(self, box: Box) -> int:
        """Return how many points of lines lie in a box."""
        return int(box.among(self._points, 1).sum())


def inside(box: Box, edge: float = 4.0) -> bool:
    """Tell whether a box lies on the picture with some room to its edge."""
    return box.x0 > edge and box.y0 > edge and box.x1 < WIDTH - edge and box.y1 < HEIGHT - edge
