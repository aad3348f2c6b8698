"""Single values of foreign tables: checked, or the row is bad."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Final

from mapper.gazetteer.folding import fold
from mapper.gazetteer.importers.report import BadRow

LONGEST_NAME: Final = 200
"""Code points of the longest name taken; the longest place name in use has 85 (general knowledge)."""
LARGEST_ID: Final = 2**31 - 1
"""GeoNames ids are kept in 31 bits; the newest have 8 digits (general knowledge)."""
_MOST_PEOPLE: Final = 2**32 - 1
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")
_LEAST_CONTROL: Final = 0x20


def latitude(value: object) -> float:
    """Return degrees north."""
    return _degrees(value, 90.0, "the latitude is no number from -90 to 90")


def longitude(value: object) -> float:
    """Return degrees east."""
    return _degrees(value, 180.0, "the longitude is no number from -180 to 180")


def _degrees(value: object, most: float, reason: str) -> float:
    found = number(value)
    if found is None or not abs(found) <= most:
        raise BadRow(reason, value)
    return found


def number(value: object) -> float | None:
    """Return a finite number, written with a point or a comma; None if it is none."""
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    text = str(value).strip() if value is not None else ""
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) and "_" not in text else None


def people(value: object) -> int:
    """Return a population, 0 for an empty cell or the negative numbers that stand for "unknown"."""
    if value is None or value == "" or value != value:  # noqa: PLR0124 - not a number
        return 0
    found = number(value)
    if found is None:
        reason = "the population is no number"
        raise BadRow(reason, value)
    return int(min(max(found, 0), _MOST_PEOPLE))


def name(value: object) -> str:
    """Return a place's first name."""
    text = clean(value)
    if not fold(text):
        reason = "there is no name"
        raise BadRow(reason, value)
    if len(text) > LONGEST_NAME:
        reason = f"the name has more than {LONGEST_NAME} characters"
        raise BadRow(reason, text)
    return text


def clean(value: object) -> str:
    """Return text without control characters and outer blanks."""
    text = value if isinstance(value, str) else ""
    if not text.isprintable():
        text = "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"})
    return text.strip()


def country(value: object) -> str | None:
    """Return a country's two-letter code, None for anything else."""
    text = clean(value)
    return text.upper() if _COUNTRY.fullmatch(text) else None


def geonames_id(value: object) -> str:
    """Return the id of a GeoNames row, with its prefix."""
    found = optional_geonames_id(value)
    if found is None:
        reason = "the GeoNames id is no positive whole number"
        raise BadRow(reason, value)
    return found


def optional_geonames_id(value: object) -> str | None:
    """Return an id with its prefix, None for an empty cell or the negative numbers that stand for it."""
    found = number(value)
    if found is None or not found.is_integer() or not 0 < found <= LARGEST_ID:
        return None
    return f"gn:{int(found)}"
