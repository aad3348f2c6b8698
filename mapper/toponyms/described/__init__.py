"""Points that a text describes without naming them: coordinates, distances, "halfway between"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.toponyms.described.between import between_points
from mapper.toponyms.described.coordinates import coordinate_points
from mapper.toponyms.described.offsets import offset_points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapper.model import Toponym
    from mapper.toponyms.described.point import Point
    from mapper.toponyms.document import Document

__all__ = ["described_points"]


def described_points(document: Document, toponyms: Sequence[Toponym]) -> Iterator[Point]:
    """Yield the points described in a text whose names are known; none overlaps a name or another point."""
    taken = [(toponym.start, toponym.end) for toponym in toponyms]
    for strategy in (coordinate_points, offset_points, between_points):
        for point in strategy(document, toponyms):
            if not any(point.start < end and start < point.end for start, end in taken):
                taken.append((point.start, point.end))
                yield point
