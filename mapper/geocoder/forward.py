"""From a query to locations: coordinates, then names, then descriptions, then looser readings of names."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mapper.gazetteer import POPULATED
from mapper.geo import destination, distance_km, in_box
from mapper.geocoder.answers import radius_km
from mapper.geocoder.coordinates import read_coordinates
from mapper.geocoder.offsets import MAX_KM, read_between, read_offset
from mapper.geocoder.options import ANYWHERE, GeopyQueryError
from mapper.geocoder.query import Query, clean, read_query, read_structured
from mapper.geocoder.streets import without_lines
from mapper.model import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.geocoder.answer import Answer
    from mapper.geocoder.answers import Answers, Languages
    from mapper.geocoder.areas import Areas
    from mapper.geocoder.options import Filter
    from mapper.geocoder.points import Between, Coordinates, Offset
    from mapper.geocoder.search import Found, Search
    from mapper.model import Place

_VAGUE_KM: Final = 30.0
"""How far "near" and "north of" reach beyond the place they start from (our judgement)."""
_MIDDLE_SHARE: Final = 0.1
"""How much of the way "halfway between" leaves open; "between" leaves open half on either side."""
_TOWNS: Final = frozenset({"city", "district", "admin2", "island", "landmark", "airport", "port", "base"})
"""Kinds of places that stand for a street in them; a state or a country says too little."""

_CITY: Final = 5.0
"""Prominence of a city of about 100,000 people, which a street may lie in though a state has its name."""
_CACHED: Final = 4096


class Asked(NamedTuple):
    """What a caller wants beside the query."""

    wanted: Filter = ANYWHERE
    limit: int = 1
    languages: Languages = ()


class Forward:
    """Answers queries. Safe to share between threads."""

    def __init__(self, search: Search, areas: Areas, answers: Answers) -> None:
        self._search = search
        self._areas = areas
        self._answers = answers
        self._recent = lru_cache(maxsize=_CACHED)(self._by_text)

    def __reduce__(self) -> tuple[type[Forward], tuple[Any, ...]]:
        return Forward, (self._search, self._areas, self._answers)

    def find(self, query: Any, asked: Asked) -> list[Answer]:
        """Return what a query may mean, most likely first; empty if nothing is found.

        The last answers to texts are kept, and given again as new objects.

        Raises
        ------
        QueryError
            If the query is neither text nor a dict of parts.
        """
        if isinstance(query, str):
            return [answer.again() for answer in self._recent(query, asked)]
        if not isinstance(query, Mapping):
            msg = f"A query is text or a dict of parts, not {query!r}."
            raise GeopyQueryError(msg)
        parts = read_structured(query)
        return (self._strictly(parts, asked) or self._loosely(parts, asked)) if parts else []

    def _by_text(self, query: str, asked: Asked) -> list[Answer]:
        text = clean(query)
        if not text:
            return []
        if coordinates := read_coordinates(text):
            return self._point(coordinates.lat, coordinates.lon, text, asked, **_of_coordinates(coordinates))
        parts = self._whole(text) or read_query(text)
        if parts and (found := self._strictly(parts, asked)):
            return found
        if (offset := read_offset(text)) is not None:
            return self._by_offset(offset, text, asked)
        if found := self._by_both(text, asked):
            return found
        return self._loosely(parts, asked) if parts else []

    def _whole(self, text: str) -> Query | None:
        """Return a text with a bracket as one name if places are written so: "Halle (Saale)"."""
        return Query(text) if "(" in text and self._search.knows(text) else None

    def _strictly(self, parts: Query, asked: Asked) -> list[Answer]:
        found = self._search.strict(parts, asked.wanted)
        return self._answers.of_found(found, parts.name, asked.limit, asked.languages)

    def _loosely(self, parts: Query, asked: Asked) -> list[Answer]:
        """Return what a query may mean with a slip in it, or the town of a street that is not known."""
        found = self._search.loose(parts, asked.wanted)
        if found.hits:
            return self._answers.of_found(found, parts.name, asked.limit, asked.languages)
        for town in without_lines(parts):
            found = _towns(self._found(town, asked.wanted))
            if found.hits:
                left_out = parts.name
                return self._answers.of_found(
                    found, town.name, asked.limit, asked.languages, left_out=left_out
                )
        return []

    def _found(self, parts: Query, wanted: Filter) -> Found:
        found = self._search.strict(parts, wanted)
        return found if found.hits else self._search.loose(parts, wanted)

    def _by_both(self, text: str, asked: Asked) -> list[Answer]:
        """Return the middle of two places that a text names."""
        for between in read_between(text):
            first, other = self._anchors(between)
            if first is None or other is None:
                continue
            km = distance_km(first.lat, first.lon, other.lat, other.lon)
            if not 0 < km <= MAX_KM:
                continue
            open_km = km * (_MIDDLE_SHARE if between.in_the_middle else 0.5)
            more: dict[str, Any] = {
                "match": "offset",
                "anchor": self._answers.shown(first),
                "other_anchor": self._answers.shown(other),
                "uncertainty_km": round(max(open_km, radius_km(first), radius_km(other)), 3),
                "reasons": [Reason("between", first.name), Reason("between", other.name)],
            }
            return self._point(*middle(first, other), text, asked, **more)
        return []

    def _anchors(self, between: Between) -> tuple[Place | None, Place | None]:
        """Return the places of a stretch; what holds the second may hold the first."""
        second = read_query(between.second)
        names = [f"{between.first}, {', '.join(second.within)}"] if second and second.within else []
        first = next(filter(None, map(self._anchor, (*names, between.first))), None)
        return first, self._anchor(between.second)

    def _anchor(self, name: str) -> Place | None:
        """Return the place that a description starts from."""
        parts = read_query(name)
        hits = self._found(parts, ANYWHERE).hits if parts else []
        return hits[0].candidate.place if hits else None

    def _by_offset(self, offset: Offset, text: str, asked: Asked) -> list[Answer]:
        anchor = self._anchor(offset.anchor)
        if anchor is None:
            return []
        lat, lon, uncertainty = moved(anchor.lat, anchor.lon, radius_km(anchor), offset)
        more: dict[str, Any] = {
            "match": "offset",
            "anchor": self._answers.shown(anchor),
            "uncertainty_km": round(uncertainty, 3),
            "reasons": [Reason("offset-from", anchor.name)],
        }
        return self._point(lat, lon, text, asked, **more)

    def _point(
        self, lat: float, lon: float, text: str, asked: Asked, *, reasons: Sequence[Reason], **more: Any
    ) -> list[Answer]:
        wanted = asked.wanted
        if wanted.kinds is not None or (wanted.bounded and wanted.box and not in_box(lat, lon, wanted.box)):
            return []
        if wanted.countries is not None and wanted.countries.isdisjoint(self._areas.countries_at(lat, lon)):
            return []
        label = " ".join(text.split())
        return [self._answers.of_point(lat, lon, label, reasons, asked.languages, **more)]


def _towns(found: Found) -> Found:
    """Keep what may stand for a street: everything if it is first, else only cities."""
    if found.hits and found.hits[0].candidate.kind in _TOWNS:
        return found
    cities = [hit for hit in found.hits if hit.candidate.kind in POPULATED]
    return found._replace(hits=[hit for hit in cities if hit.candidate.prominence >= _CITY])


def _of_coordinates(point: Coordinates) -> dict[str, Any]:
    reasons = [Reason("coordinates", point.notation)]
    return {"match": "coordinates", "uncertainty_km": point.uncertainty_km, "reasons": reasons}


def middle(first: Place, second: Place) -> tuple[float, float]:
    """Return the point half-way between two places, by the mean of their unit vectors."""
    x = y = z = 0.0
    for place in (first, second):
        phi, theta = math.radians(place.lat), math.radians(place.lon)
        x += math.cos(phi) * math.cos(theta)
        y += math.cos(phi) * math.sin(theta)
        z += math.sin(phi)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


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
