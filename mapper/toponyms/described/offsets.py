"""Distances from a named place: "20 km north of Aleppo", "80 miles off Mombasa"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.model import Reason
from mapper.toponyms.described.point import Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapper.model import Toponym
    from mapper.toponyms.document import Document

LONGEST: Final = 80
"""Code points before a name in which the distance is looked for."""
_UNIT: Final = r"(?:km|kms|kilomet(?:er|re)s?|mi|miles?|nmi|nautical miles?|met(?:er|re)s?|m|yards?|feet)"
_NUMBER: Final = (
    r"(?:\d[\d,]*(?:\.\d+)?|half a|a few|a dozen|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|(?:a|one|two|three|five) hundred|several)"
)
_DISTANCE: Final = re.compile(rf"(?<![\w.,$€£¥]){_NUMBER}[\s-]?{_UNIT}\b", re.IGNORECASE)
_BREAK: Final = re.compile(r"[;:!?]|\.\s|\n")
"""Signs that part a distance from a name behind it."""
WIDE: Final = frozenset({"country", "region", "sea"})
"""Precisions of places too wide to count a distance from."""
_NO_ANCHORS: Final = frozenset({"demonym", "part-of-organisation"})
_JOIN: Final = re.compile(r"\s+(?:of|from)(?:\s+the)?(?:\s+[a-z]+\s+of)?\s*\Z")
"""Words that join a distance to the name: "of", "from the", "from the city of"."""
_PLAIN: Final = re.compile(r"(?:the\s+)?(?:[a-z]+\s+of\s+)?X")
"""What may stand for the anchor when the name itself is X: "X", "the X", "the city of X"."""
_ONWARD: Final = re.compile(r",?\s+(?:on\s)?(?:in)?to\s")
"""Behind the name of a start of a journey: "600 miles from London to Nice"."""


def offset_points(document: Document, toponyms: Sequence[Toponym]) -> Iterator[Point]:
    """Yield the distances given from a name whose place is known and no whole country or region."""
    for toponym in toponyms:
        place = toponym.place
        if place is not None and place.precision not in WIDE and toponym.role not in _NO_ANCHORS:
            yield from _points(document.text, toponym)


def _points(text: str, anchor: Toponym) -> Iterator[Point]:
    """Yield the point at a distance from `anchor` that the words before it give, if they do."""
    first = max(anchor.start - LONGEST, 0)
    for match in _DISTANCE.finditer(text, first, anchor.start):
        if _BREAK.search(text, match.end(), anchor.start) is None:
            point = _read(text, match.start(), anchor)
            if point is not None:
                yield point
                return


def _read(text: str, start: int, anchor: Toponym) -> Point | None:
    """Return the point that the words from `start` to the anchor's name describe."""
    from mapper.geocoder.answers import radius_km
    from mapper.geocoder.forward import moved
    from mapper.geocoder.offsets import read_offset

    words = text[start : anchor.start]
    offset = read_offset(words + "X")
    if offset is None or offset.km is None or not _PLAIN.fullmatch(offset.anchor):
        return None
    if offset.bearing is None and _ONWARD.match(text, anchor.end):
        return None
    place = anchor.place
    assert place is not None
    lat, lon, radius = moved(place.lat, place.lon, radius_km(place), offset)
    reasons = (
        Reason("offset-from", anchor.text, anchor.start, anchor.end),
        Reason("distance-km", round(offset.km, 3)),
        *(() if offset.bearing is None else (Reason("bearing", offset.bearing),)),
        Reason("uncertainty-km", round(radius, 3)),
    )
    end = start + len(_JOIN.sub("", words).rstrip())
    name = text[start : anchor.end]
    return Point(start, end, "offset", name, lat, lon, radius, anchor.confidence, reasons)
