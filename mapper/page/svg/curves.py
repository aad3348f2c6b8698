"""Links as calm curves that bend left of their direction, and ways taken as great circles."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mapper.page.svg.boxes import Box
from mapper.page.svg.signs import RADIUS
from mapper.page.svg.view import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.page.svg.view import Point, View

BENDS: Final = (1, 0.65, 0.35, 1.35, 1.8, -0.5, -0.9)
"""Bends that are tried, as in the page: the first that runs through nothing is taken."""
STEPS: Final = 48
REACH: Final = 200.0
"""No curve leaves the box of its ends by more than this."""
LEAST: Final = 3
"""Fewer points of a curve than this are no line: signs that touch are linked from middle to middle."""
BESIDE: Final = 60.0
"""Signs in one row nearer than this are linked by a small hop above them."""


def curve(a: Point, b: Point, bend: float) -> list[Point]:
    """Return a quadratic curve; a positive bend lies left of its direction."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1
    k = min(length * 0.2, 96) * bend * 1.8
    c = ((a[0] + b[0]) / 2 + dy / length * k, (a[1] + b[1]) / 2 - dx / length * k)
    count = max(40, min(220, round(length / 4)))
    return [_quadratic(a, c, b, i / count) for i in range(count + 1)]


def _quadratic(a: Point, c: Point, b: Point, t: float) -> Point:
    u = 1 - t
    return (
        u * u * a[0] + 2 * u * t * c[0] + t * t * b[0],
        u * u * a[1] + 2 * u * t * c[1] + t * t * b[1],
    )


def hop(a: Point, b: Point) -> list[Point]:
    """Return a small hop above two signs that stand side by side."""
    top = min(a[1], b[1]) - 42
    start, end = (a[0], a[1] - RADIUS), (b[0], b[1] - RADIUS)
    return [_quadratic(start, ((a[0] + b[0]) / 2, top), end, i / 24) for i in range(25)]


def best_curve(a: Point, b: Point, signs: Sequence[Point], plates: Sequence[Box]) -> list[Point]:
    """Return the curve between two signs that runs through no other sign or plate and stays in view.

    A sign on a plate is reached at the plate's edge, so that no line runs over the plate's words.
    """
    if math.dist(a, b) < BESIDE and abs(a[1] - b[1]) < RADIUS:
        return hop(a, b)
    start, end = _port(a, b, plates), _port(b, a, plates)
    reach = Box.around((start, end))
    near = [at for at in signs if at not in (a, b) and reach.holds(at, REACH)]
    others = np.array(near, dtype=float).reshape(-1, 2)
    view = Box(3, 3, WIDTH - 3, HEIGHT - 3)
    found = []
    for i, bend in enumerate(BENDS):
        points = _trim(curve(start, end, bend), a, b)
        line = np.array(points)
        cost = i * 1.5 + (3 if bend < 0 else 0)
        cost += 0 if view.among(line).all() else 60
        cost += 9 * _touched(others, line, RADIUS + 3)
        cost += 14 * sum(bool(box.among(line, -2).any()) for box in plates)
        found.append((cost, i, points))
    return min(found)[2]


def _touched(signs: np.ndarray[Any, Any], line: np.ndarray[Any, Any], reach: float) -> int:
    """Return how many signs lie within reach of a point of a line."""
    steps = signs[:, None, :] - line[None, :, :]
    return int(((steps**2).sum(axis=2) < reach**2).any(axis=1).sum())


def _port(at: Point, other: Point, plates: Sequence[Box]) -> Point:
    """Return where a link to a sign ends: at the sign, or at the edge of the plate that it stands on."""
    plate = next((box for box in plates if box.holds(at)), None)
    if plate is None or plate.holds(other):
        return at
    return (at[0], plate.y0 - 3 if other[1] < plate.middle[1] else plate.y1 + 3)


def _trim(points: list[Point], a: Point, b: Point) -> list[Point]:
    kept = [p for p in points if math.dist(p, a) > RADIUS + 1 and math.dist(p, b) > RADIUS + 2.5]
    return kept if len(kept) > LEAST else points


def great_circle(a: Point, b: Point) -> list[Point]:
    """Return the way over the globe between (longitude, latitude) pairs, without a jump at 180 degrees."""
    u, v = _vector(a), _vector(b)
    angle = math.acos(max(-1, min(1, sum(p * q for p, q in zip(u, v, strict=True)))))
    if angle < 1e-9 or math.pi - angle < 1e-6:
        return [a, (a[0] + (b[0] - a[0] + 180) % 360 - 180, b[1])]
    line: list[Point] = []
    last = a[0]
    for i in range(STEPS + 1):
        t = i / STEPS
        p, q = math.sin((1 - t) * angle) / math.sin(angle), math.sin(t * angle) / math.sin(angle)
        x, y, z = (p * m + q * n for m, n in zip(u, v, strict=True))
        lon = math.degrees(math.atan2(y, x))
        last = lon + 360 * round((last - lon) / 360)
        line.append((last, math.degrees(math.atan2(z, math.hypot(x, y)))))
    return line


def _vector(point: Point) -> tuple[float, float, float]:
    lon, lat = math.radians(point[0]), math.radians(point[1])
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def copies(line: list[Point], view: View) -> list[list[Point]]:
    """Return a line on the picture, once for each copy of the world in which some of it shows."""
    out = []
    for shift in (-360, 0, 360):
        points = [view.at(lon + shift, lat) for lon, lat in line]
        if Box.around(points).meets(Box(0, 0, WIDTH, HEIGHT)):
            out.append(points)
    return out
