"""Places on the way between two others: "halfway between A and B", "the road between A and B"."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from mapper.geo import distance_km
from mapper.model import Reason
from mapper.toponyms.described.offsets import WIDE
from mapper.toponyms.described.point import Point
from mapper.toponyms.sphere import unit_vectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapper.model import Toponym
    from mapper.toponyms.document import Document

_WAY: Final = (
    r"(?:road|highway|motorway|expressway|freeway|railway|rail line|railway line|train line|track|pipeline"
    r"|route|stretch|section|strait|corridor|pass|trail|canal|bridge|tunnel|area|zone|valley|plain|desert)"
)
_BEFORE: Final = re.compile(
    rf"\b(?:(?:mid|half)[ -]?way|somewhere|(?:main |coastal |busy )?{_WAY}s?)\s+between\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""Words that make "between" a place, not a relation: "talks between" is none."""
_SPAN: Final = re.compile(r"\s+(?:the\s+)?\Z")
_AND: Final = re.compile(r"\s+and\s+(?:the\s+)?")
_REACH: Final = 50
_NO_ENDS: Final = frozenset({"demonym", "part-of-organisation"})
FARTHEST_KM: Final = 1500.0
"""Distance of the two places above which their middle says nothing (our judgement)."""


def between_points(document: Document, toponyms: Sequence[Toponym]) -> Iterator[Point]:
    """Yield the middle of two neighbouring names that the text says something lies between."""
    for first, second in pairwise(toponyms):
        if _is_end(first) and _is_end(second) and _AND.fullmatch(document.text, first.end, second.start):
            before = _BEFORE.search(document.text, max(first.start - _REACH, 0), first.start)
            point = _middle(document.text, before.start(), first, second) if before is not None else None
            if point is not None:
                yield point


def _is_end(toponym: Toponym) -> bool:
    place = toponym.place
    return place is not None and place.precision not in WIDE and toponym.role not in _NO_ENDS


def _middle(text: str, start: int, first: Toponym, second: Toponym) -> Point | None:
    """Return the middle of the way between two places, None if they are the same or too far apart."""
    a, b = first.place, second.place
    assert a is not None
    assert b is not None
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    if not 0 < km <= FARTHEST_KM:
        return None
    x, y, z = unit_vectors(np.array([a.lat, b.lat]), np.array([a.lon, b.lon])).sum(axis=0).tolist()
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    reasons = (
        Reason("between", first.text, first.start, first.end),
        Reason("between", second.text, second.start, second.end),
        Reason("uncertainty-km", round(km / 2, 3)),
    )
    end = start + len(_SPAN.sub("", text[start : first.start]))
    sure = first.confidence * second.confidence
    return Point(start, end, "offset", text[start : second.end], lat, lon, km / 2, sure, reasons)
