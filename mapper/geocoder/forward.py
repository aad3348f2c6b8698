"""From a query to locations: coordinates, then names, then descriptions, then looser readings of names."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from mapper.geo import destination, in_box
from mapper.geocoder.answers import radius_km
from mapper.geocoder.coordinates import read_coordinates
from mapper.geocoder.offsets import read_offset
from mapper.geocoder.options import ANYWHERE, QueryError
from mapper.geocoder.query import Query, clean, read_query, read_structured
from mapper.model import Reason

if TYPE_CHECKING:
    from geopy.location import Location

    from mapper.geocoder.answers import Answers
    from mapper.geocoder.areas import Areas
    from mapper.geocoder.options import Filter
    from mapper.geocoder.points import Coordinates, Offset
    from mapper.geocoder.search import Found, Search

_VAGUE_KM: Final = 30.0
"""How far "near" and "north of" reach beyond the place they start from (our judgement)."""


class Forward:
    """Answers queries. Safe to share between threads."""

    def __init__(self, search: Search, areas: Areas, answers: Answers) -> None:
        self._search = search
        self._areas = areas
        self._answers = answers

    def find(self, query: Any, wanted: Filter, limit: int) -> list[Location]:
        """Return what a query may mean, most likely first; empty if nothing is found.

        Raises
        ------
        QueryError
            If the query is neither text nor a dict of parts.
        """
        if isinstance(query, Mapping):
            parts = read_structured(query)
            return self._by_parts(parts, wanted, limit) if parts else []
        if not isinstance(query, str):
            msg = f"A query is text or a dict of parts, not {query!r}."
            raise QueryError(msg)
        text = clean(query)
        return self._by_text(text, wanted, limit) if text else []

    def _by_text(self, text: str, wanted: Filter, limit: int) -> list[Location]:
        if coordinates := read_coordinates(text):
            return self._point(coordinates.lat, coordinates.lon, text, wanted, **_of_coordinates(coordinates))
        parts = self._whole(text) or read_query(text)
        if parts and (found := self._search.strict(parts, wanted)).hits:
            return self._answers.of_found(found, parts.name, limit)
        if offset := read_offset(text):
            return self._by_offset(offset, text, wanted)
        return self._answers.of_found(self._search.loose(parts, wanted), parts.name, limit) if parts else []

    def _whole(self, text: str) -> Query | None:
        """Return a text with a bracket as one name if places are written so: "Halle (Saale)"."""
        return Query(text) if "(" in text and self._search.knows(text) else None

    def _by_parts(self, parts: Query, wanted: Filter, limit: int) -> list[Location]:
        return self._answers.of_found(self._found(parts, wanted), parts.name, limit)

    def _found(self, parts: Query, wanted: Filter) -> Found:
        found = self._search.strict(parts, wanted)
        return found if found.hits else self._search.loose(parts, wanted)

    def _by_offset(self, offset: Offset, text: str, wanted: Filter) -> list[Location]:
        parts = read_query(offset.anchor)
        hits = self._found(parts, ANYWHERE).hits if parts else []
        if not hits:
            return []
        anchor = hits[0].candidate.place
        lat, lon, uncertainty = moved(anchor.lat, anchor.lon, radius_km(anchor), offset)
        more = {
            "match": "offset",
            "anchor": self._answers.of_place(anchor, ()).raw["place"],
            "uncertainty_km": round(uncertainty, 3),
            "reasons": [Reason("offset-from", anchor.name)],
        }
        return self._point(lat, lon, text, wanted, **more)

    def _point(self, lat: float, lon: float, text: str, wanted: Filter, **more: Any) -> list[Location]:
        if wanted.kinds is not None or (wanted.bounded and wanted.box and not in_box(lat, lon, wanted.box)):
            return []
        if wanted.countries is not None and wanted.countries.isdisjoint(self._areas.countries_at(lat, lon)):
            return []
        return [self._answers.of_point(lat, lon, " ".join(text.split()), more.pop("reasons"), **more)]


def _of_coordinates(point: Coordinates) -> dict[str, Any]:
    reasons = [Reason("coordinates", point.notation)]
    return {"match": "coordinates", "uncertainty_km": point.uncertainty_km, "reasons": reasons}


def moved(lat: float, lon: float, radius: float, offset: Offset) -> tuple[float, float, float]:
    """Return the point of an offset and the radius in km that its wording leaves open.

    A direction leaves its sector open, a distance without one a whole ring, and neither more than
    a neighbourhood; the anchor's own size comes on top.
    """
    if offset.bearing is None:
        return lat, lon, radius + (_VAGUE_KM if offset.km is None else offset.km)
    if offset.km is None:
        away = radius + _VAGUE_KM / 2
        return *destination(lat, lon, offset.bearing, away), away
    sideways = 2 * offset.km * math.sin(math.radians(offset.sector / 4))
    return *destination(lat, lon, offset.bearing, offset.km), radius + sideways
