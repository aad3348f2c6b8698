"""Lines and rings as short strings: steps in hundredths of a degree, or finer, five bits a character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The characters of base64url: none needs an escape in JSON, HTML or JavaScript."""
LEAST_RING: Final = 8
"""Characters that a ring of at least three corners has."""
MORE: Final = 32
VALUE_OF: Final = {character: value for value, character in enumerate(ALPHABET)}


def encode(points: Iterable[Sequence[float]], per_degree: int) -> str:
    """Return a line as a string; points that fall together after rounding stand once."""
    x = y = 0
    out: list[str] = []
    for longitude, latitude, *_ in points:
        to_x, to_y = round(longitude * per_degree), round(latitude * per_degree)
        if out and (to_x, to_y) == (x, y):
            continue
        out.append(_number(to_x - x) + _number(to_y - y))
        x, y = to_x, to_y
    return "".join(out)


def rings(shape: BaseGeometry, per_degree: int) -> list[list[str]]:
    """Return the polygons of a shape, largest first, each as its rings; closed specks are left out."""
    from shapely import get_parts

    polygons = sorted(get_parts(shape), key=lambda polygon: (-polygon.area, polygon.bounds))
    coded = [
        [encode(ring.coords, per_degree) for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in polygons
    ]
    return [
        [ring for ring in polygon if len(ring) > LEAST_RING]
        for polygon in coded
        if len(polygon[0]) > LEAST_RING
    ]


def decode(text: str, per_degree: int) -> list[tuple[float, float]]:
    """Return the points (longitude, latitude) of a line."""
    numbers = _numbers(text)
    x = y = 0
    points = []
    for i in range(0, len(numbers), 2):
        x += numbers[i]
        y += numbers[i + 1]
        points.append((x / per_degree, y / per_degree))
    return points


def _number(step: int) -> str:
    """Return a signed number: sign in the lowest bit, five bits a character, lowest first."""
    value = step * 2 if step >= 0 else -step * 2 - 1
    out = []
    while value >= MORE:
        out.append(ALPHABET[MORE | (value & (MORE - 1))])
        value >>= 5
    out.append(ALPHABET[value])
    return "".join(out)


def _numbers(text: str) -> list[int]:
    numbers = []
    value = shift = 0
    for character in text:
        part = VALUE_OF[character]
        value |= (part & (MORE - 1)) << shift
        if part & MORE:
            shift += 5
            continue
        numbers.append(-(value >> 1) - 1 if value & 1 else value >> 1)
        value = shift = 0
    return numbers
