"""Names of countries and parties, and which shape of the basemap a place has."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapper.model import Place

AREA_PRECISIONS: Final = frozenset({"province", "country", "region", "sea"})
"""A place known no better than this is drawn as an area, never as a pin in its middle."""


class Names:
    """Short names by code, per language of the page."""

    def __init__(self, by_code: Mapping[str, Mapping[str, str]]) -> None:
        self._by_code = by_code

    @classmethod
    @cache
    def load(cls) -> Names:
        """Return the packaged names."""
        return cls(json.loads(data_path("data", "basemap", "names.json").read_text(encoding="utf-8")))

    def english(self, code: str) -> str:
        """Return the short English name, or the code itself where none is known."""
        return self._by_code.get(code, {}).get("en", code)

    def all(self, code: str) -> tuple[tuple[str, str], ...]:
        """Return every known (language, name) of a code."""
        return tuple(sorted(self._by_code.get(code, {"en": code}).items()))

    def area(self, place: Place) -> str | None:
        """Return the key of the shape of an area: a country's code or ``gn:`` and a GeoNames id."""
        if place.precision not in AREA_PRECISIONS:
            return None
        if place.precision == "country":
            return place.country or None
        return f"gn:{place.geonames_id}" if place.geonames_id else None
