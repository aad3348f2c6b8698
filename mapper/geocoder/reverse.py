"""What lies at a point: disputed ground first, the sea where there is no land, else the nearest place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mapper.gazetteer import POPULATED, SEAS
from mapper.geocoder.areas import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer import Gazetteer
    from mapper.geocoder.answer import Answer
    from mapper.geocoder.answers import Answers, Languages
    from mapper.geocoder.ground import Ground

NEAR_KM: Final = 50.0
"""Farther than this a town says little about a point; the unit that holds it says more (our judgement)."""
LOOKED_AT: Final = 12
"""Nearest places looked at for one on the point's own side of the border."""
_NONE: Final = -1


class Near(NamedTuple):
    """The row of a place with its distance in km from the point, and why it is named."""

    row: int
    km: float
    reason: str


class Reverse:
    """Answers for points. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, ground: Ground, answers: Answers) -> None:
        self._gazetteer = gazetteer
        self._rows = gazetteer.rows
        self._ground = ground
        self._answers = answers

    def __reduce__(self) -> tuple[type[Reverse], tuple[Any, ...]]:
        return Reverse, (self._gazetteer, self._ground, self._answers)

    def at(
        self, lat: float, lon: float, *, kinds: frozenset[str] | None, limit: int, languages: Languages
    ) -> list[Answer]:
        """Return what lies at a point, the most telling first; empty if nothing is known there."""
        near = self._first(lat, lon) if limit == 1 and kinds is None else self._all(lat, lon, kinds, limit)
        first: dict[int, Near] = {}
        for place in near:
            first.setdefault(place.row, place)
        return [self.location(place, languages) for place in list(first.values())[:limit]]

    def location(self, near: Near, languages: Languages = ()) -> Answer:
        """Return a place near a point as a location."""
        return self._answers.of_near(near.row, round(near.km, 3), near.reason, languages)

    def _first(self, lat: float, lon: float) -> Iterator[Near]:
        """Yield what `_all` yields first, without looking for the rest: mostly one answer is asked for."""
        yield from self._disputed(lat, lon)
        area = int(self._gazetteer.containing_rows([lat], [lon])[0])
        if area == _NONE or self._rows.kind(area) not in SEAS:
            country = None if area == _NONE else self._rows.country(area)
            nearest = self._nearest(lat, lon, country, POPULATED, 1)
            yield from nearest or self._nearest(lat, lon, country, POPULATED, LOOKED_AT)
        if area != _NONE:
            yield Near(area, 0.0, "inside")

    def _all(self, lat: float, lon: float, kinds: frozenset[str] | None, limit: int) -> Iterator[Near]:
        """Yield what lies at a point and around it, of some kinds."""
        for near in self._disputed(lat, lon):
            if kinds is None or self._rows.kind(near.row) in kinds:
                yield near
        areas = self._gazetteer.containing(lat, lon)
        if not (areas and areas[0].kind in SEAS and kinds is None):
            country = next((area.country for area in areas), None)
            towns = frozenset(kinds or POPULATED) - WHOLE
            yield from self._nearest(lat, lon, country, towns, max(limit, LOOKED_AT))
        for area in areas:
            row = self._rows.row(area.id)
            if row is not None and (kinds is None or area.kind in kinds):
                yield Near(row, 0.0, "inside")

    def _disputed(self, lat: float, lon: float) -> Iterator[Near]:
        for territory in self._ground.territories_at(lat, lon):
            if (row := self._rows.row(f"dt:{territory}")) is not None:
                yield Near(row, 0.0, "disputed-ground")

    def _nearest(
        self, lat: float, lon: float, country: str | None, kinds: frozenset[str], limit: int
    ) -> list[Near]:
        """Return the nearest places on the point's own side of the border."""
        rows, km = self._gazetteer.nearest_rows([lat], [lon], limit=limit, max_km=NEAR_KM, kinds=kinds)
        near = zip(rows[0].tolist(), km[0].tolist(), strict=True)
        return [
            Near(row, away, "nearest")
            for row, away in near
            if row != _NONE and (country is None or self._rows.country(row) in (country, None))
        ]
