"""Lines and rings as short strings: steps in hundredths of a degree, or finer, five bits a character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The characters of base64url: none needs an escape in JSON, HTML or JavaScript."""
LEAST_RING: Final = 8
"""Characters that a ring of at least three corners has."""
MORE: Final = 32
VALUE_OF: Final = {character: value for value, character in enumerate(ALPHABET)}
VALUES: Final = np.array([VALUE_OF.get(chr(byte), 0) for byte in range(128)], dtype=np.int64)


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


def decode_all(texts: Sequence[str], per_degree: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Return the points of many lines as rows of one array, and for each point the index of its line."""
    codes = VALUES[np.frombuffer("".join(texts).encode(), dtype=np.uint8)]
    ends = np.flatnonzero(codes < MORE)
    if not len(ends):
        return np.empty((0, 2)), np.empty(0, dtype=np.int64)
    starts = np.concatenate([[0], ends[:-1] + 1])
    shifts = 5 * (np.arange(len(codes)) - np.repeat(starts, ends - starts + 1))
    values = np.add.reduceat((codes & (MORE - 1)) << shifts, starts)
    steps = np.where(values & 1, -(values >> 1) - 1, values >> 1).reshape(-1, 2)
    until = np.searchsorted(ends, np.cumsum([len(text) for text in texts])) // 2
    counts = np.diff(until, prepend=0)
    sums = np.concatenate([np.zeros((1, 2), dtype=np.int64), np.cumsum(steps, axis=0)])
    before = np.repeat(sums[until - counts], counts, axis=0)
    return (sums[1:] - before) / per_degree, np.repeat(np.arange(len(texts)), counts)


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
