"""Coordinates written out in a text: "37°14′N 131°52′E", "35.2N, 129.1E", "lat 61.2, lon -149.9"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.model import Reason
from mapper.toponyms.described.point import Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapper.model import Toponym
    from mapper.toponyms.document import Document

SURE: Final = 0.98
"""Confidence of coordinates that can be read: a slip of the pen is all that may be wrong (our judgement)."""
_NUMBER: Final = r"\d{1,3}(?:\.\d{1,8})?"
_DEGREES: Final = rf"{_NUMBER}\s?(?:[°º˚]|deg(?:rees?)?\b\.?)"
_MINUTES: Final = r"(?:\s?\d{1,2}(?:\.\d{1,5})?\s?['′’]|\s?\d{1,2}(?:\.\d{1,5})?\s?min(?:utes?)?\b)"
_SECONDS: Final = r"(?:\s?\d{1,2}(?:\.\d{1,5})?\s?(?:[\"″”]|''|sec(?:onds?)?\b))"
_ANGLE: Final = rf"(?:{_DEGREES}(?:{_MINUTES}{_SECONDS}?)?|\d{{1,3}}\.\d{{1,8}})"
"""An angle with a degree sign or a decimal point: bare whole numbers are anything."""
_GAP: Final = r"\s?(?:[,;/]|,?\s?and\b)?\s?"
_DECIMALS: Final = r"[-+−]?\d{1,3}\.\d{1,8}"
_LATITUDE: Final = r"(?:[NS]\b|[Nn]orth\b|[Ss]outh\b)(?:\s(?:lat\b\.?|latitude\b))?"
_LONGITUDE: Final = r"(?:[EW]\b|[Ee]ast\b|[Ww]est\b)(?:\s(?:lon\b\.?|long\b\.?|longitude\b))?"
_PATTERN: Final = re.compile(
    rf"(?<![\w.])(?:"
    rf"{_ANGLE}\s?{_LATITUDE}{_GAP}{_ANGLE}\s?{_LONGITUDE}"
    rf"|[NS]\s?{_ANGLE}{_GAP}[EW]\s?{_ANGLE}"
    rf"|[Ll]at(?:itude)?\b\.?[:=]?\s?{_DECIMALS}°?{_GAP}[Ll]on(?:g|gitude)?\b\.?[:=]?\s?{_DECIMALS}°?"
    r"|[-+−]?\d{1,2}\.\d{4,8}\s?,\s?[-+−]?\d{1,3}\.\d{4,8}"
    r"|(?<=near\s)[-+−]?\d{1,2}\.\d{2,8}\s?,\s?[-+−]\d{1,3}\.\d{2,8}"
    r"|(?<=near\s)[-+−]\d{1,2}\.\d{2,8}\s?,\s?[-+−]?\d{1,3}\.\d{2,8}"
    r"|\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z][A-HJ-NP-V]\s?\d{4,5}\s?\d{4,5}"
    r"|\d{1,2}\s?[C-HJ-NP-X]\s\d{6}\s\d{7}"
    r")(?![\w°])"
)
_JOINT: Final = re.compile(r",?\s?\band\b|\s?/")


def coordinate_points(document: Document, toponyms: Sequence[Toponym]) -> Iterator[Point]:
    """Yield the coordinates of a text; the names in it do not matter."""
    del toponyms
    yield from document.coordinates


def find_coordinates(text: str) -> Iterator[Point]:
    """Yield the coordinates written out in a text."""
    for match in _PATTERN.finditer(text):
        point = read_point(text, match.start(), match.end())
        if point is not None:
            yield point


def read_point(text: str, start: int, end: int) -> Point | None:
    """Return the point that ``start:end`` spells out, None for any other words."""
    if not any(map(str.isdigit, text[start:end])):
        return None
    from mapper.geocoder.coordinates import read_coordinates

    written = text[start:end]
    read = read_coordinates(_JOINT.sub(",", written))
    if read is None:
        return None
    reasons = (
        Reason("coordinates", read.notation),
        Reason("uncertainty-km", round(read.uncertainty_km, 3)),
    )
    return Point(start, end, "coordinates", written, read.lat, read.lon, read.uncertainty_km, SURE, reasons)
