"""Many points at once: the places are found together, a location is built when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, overload

import numpy as np

from mapper.gazetteer import POPULATED, SEAS
from mapper.gazetteer.layout import NO_COUNTRY
from mapper.geocoder.options import GeopyQueryError
from mapper.geocoder.reverse import LOOKED_AT, NEAR_KM, Near

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from geopy.location import Location

    from mapper.gazetteer import Gazetteer
    from mapper.geocoder.ground import Ground
    from mapper.geocoder.reverse import Reverse

    Array: TypeAlias = np.ndarray[Any, Any]

_NONE: Final = -1
REASONS: Final = ("nearest", "inside", "at-sea", "disputed-ground")


class Reversed(Sequence["Location | None"]):
    """The answers for many points, in their order; None where nothing is known.

    `rows` and `km` hold the gazetteer's rows (-1 for none) and the distances without building a
    location.
    """

    def __init__(self, reverse: Reverse, rows: Array, km: Array, reasons: Array) -> None:
        self._reverse = reverse
        self.rows = rows
        self.km = km
        self._reasons = reasons

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Location | None: ...
    @overload
    def __getitem__(self, index: slice) -> Reversed: ...
    def __getitem__(self, index: int | slice) -> Location | Reversed | None:
        """Return the location of one point, or the answers of several."""
        if isinstance(index, slice):
            part = (self.rows[index], self.km[index], self._reasons[index])
            return Reversed(self._reverse, *part)
        row = int(self.rows[index])
        if row == _NONE:
            return None
        reason = REASONS[int(self._reasons[index])]
        return self._reverse.location(Near(row, float(self.km[index]), reason))


class Batch:
    """Finds places for many points, as `Reverse` does for one."""

    def __init__(self, gazetteer: Gazetteer, ground: Ground, reverse: Reverse) -> None:
        self._gazetteer = gazetteer
        self._ground = ground
        self._reverse = reverse
        self._rows = gazetteer.rows
        self._country = self._rows.arrays["country"]
        seas = [number for number, kind in enumerate(self._rows.kinds) if kind in SEAS]
        self._is_sea = np.isin(self._rows.arrays["kind"], seas)

    def at(self, points: Iterable[Any]) -> Reversed:
        """Return what lies at each point.

        Raises
        ------
        QueryError
            If they are not pairs of degrees on the globe.
        """
        lat, lon = _degrees(points)
        if not len(lat):
            empty = np.empty(0, dtype=np.int64)
            return Reversed(self._reverse, empty, empty.astype(float), empty)
        area = self._gazetteer.containing_rows(lat, lon)
        at_sea = (area != _NONE) & self._is_sea[area]
        town, km = np.full(len(lat), _NONE, dtype=np.int64), np.zeros(len(lat))
        land = np.flatnonzero(~at_sea)
        town[land], km[land] = self._towns(lat[land], lon[land], area[land])
        in_area = town == _NONE
        rows = np.where(in_area, area, town)
        reasons = np.where(in_area, REASONS.index("inside"), REASONS.index("nearest"))
        km = np.where(in_area, 0.0, km)
        for place, row in self._disputed(lat, lon):
            rows[place], km[place], reasons[place] = row, 0.0, REASONS.index("disputed-ground")
        return Reversed(self._reverse, rows, km, reasons)

    def _towns(self, lat: Array, lon: Array, area: Array) -> tuple[Array, Array]:
        """Return the nearest town on each point's own side of the border, and how far it is."""
        rows, km = self._nearest(lat, lon, 1)
        town, away = rows[:, 0].copy(), km[:, 0].copy()
        abroad = np.flatnonzero(~self._same_side(town, area))
        if len(abroad):
            rows, km = self._nearest(lat[abroad], lon[abroad], LOOKED_AT)
            same = self._same_side(rows, area[abroad, None]) & (rows != _NONE)
            first = same.argmax(axis=1)
            lines = np.arange(len(abroad))
            found = same[lines, first]
            town[abroad] = np.where(found, rows[lines, first], _NONE)
            away[abroad] = km[lines, first]
        return town, away

    def _nearest(self, lat: Array, lon: Array, limit: int) -> tuple[Array, Array]:
        return self._gazetteer.nearest_rows(lat, lon, limit=limit, max_km=NEAR_KM, kinds=POPULATED)

    def _same_side(self, town: Array, area: Array) -> Array:
        """Tell whether towns may be in an area's country; where one of them has none, they may."""
        theirs, ours = self._country[town], self._country[area]
        unknown = (town == _NONE) | (area == _NONE) | (theirs == NO_COUNTRY) | (ours == NO_COUNTRY)
        return np.asarray(unknown | (theirs == ours))

    def _disputed(self, lat: Array, lon: Array) -> list[tuple[int, int]]:
        """Return which points lie on disputed ground, with the row of their territory."""
        found = []
        for place in np.flatnonzero(self._ground.suspects(lat, lon)):
            territories = self._ground.territories_at(float(lat[place]), float(lon[place]))
            if territories and (row := self._rows.row(f"dt:{territories[0]}")) is not None:
                found.append((int(place), row))
        return found


def _degrees(points: Iterable[Any]) -> tuple[Array, Array]:
    pairs = points if isinstance(points, np.ndarray) else list(points)
    try:
        degrees = np.asarray(
            [tuple(pair)[:2] for pair in pairs] if len(pairs) else np.empty((0, 2)), dtype=float
        )
    except (TypeError, ValueError) as error:
        msg = "The points to look up are not pairs of (latitude, longitude) in degrees."
        raise GeopyQueryError(msg) from error
    if degrees.ndim != 2 or degrees.shape[1] != 2:
        msg = "The points to look up are not pairs of (latitude, longitude) in degrees."
        raise GeopyQueryError(msg)
    bad = np.flatnonzero(~(np.abs(degrees[:, 0]) <= 90) | ~np.isfinite(degrees[:, 1]))
    if len(bad):
        msg = f"Point {int(bad[0])} is not on the globe: {tuple(degrees[bad[0]].tolist())!r}."
        raise GeopyQueryError(msg)
    return degrees[:, 0], (degrees[:, 1] + 180) % 360 - 180
