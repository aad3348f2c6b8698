"""Disputed ground: the flag of a place or point, and who the parties are."""

from __future__ import annotations

import math
from functools import cached_property, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from shapely import Polygon, STRtree
    from shapely.geometry.base import BaseGeometry

    from mapper.disputes import DisputeRegister
    from mapper.gazetteer import Candidate
    from mapper.model import DisputeFlag, Place

    Array: TypeAlias = np.ndarray[Any, Any]

_CACHED: Final = 4096
_KM_A_DEGREE: Final = 111.0
_ROOM: Final = 0.02
"""Degrees added to a reach, so that rounding leaves nobody out."""
_POLAR: Final = 85.0


class Ground:
    """Asks the register of disputed territories. Safe to share between threads."""

    def __init__(self, register: DisputeRegister) -> None:
        self._register = register
        self._flag = lru_cache(maxsize=_CACHED)(register.flag_place)

    def __reduce__(self) -> tuple[type[Ground], tuple[Any, ...]]:
        return Ground, (self._register,)

    @classmethod
    def packaged(cls, outlines: Path | None = None) -> Ground:
        """Return the ground of the packaged register, with outlines that a gazetteer brought."""
        from mapper.disputes import DisputeRegister

        return cls(DisputeRegister.load(outlines=outlines))

    def flag(self, place: Place) -> DisputeFlag | None:
        """Return the flag of a place, None where it is not disputed."""
        return self._flag(place) if self.may_be_disputed(place) else None

    def neutral(self, place: Place) -> Place:
        """Return a place as it may be shown: on disputed ground without a side's country and units."""
        flag = self.flag(place)
        return place if flag is None else self._register.neutral(place, flag)

    def may_be_disputed(self, place: Place | Candidate) -> bool:
        """Tell quickly whether a place may be disputed: most surely are not."""
        return (math.floor(place.lat), math.floor(place.lon)) in self._cells or place.id.startswith("dt:")

    @cached_property
    def _cells(self) -> frozenset[tuple[int, int]]:
        """The cells of one degree that a disputed territory may reach into."""
        boxes = [row.bbox for row in self._register.territories if row.flagged()]
        return frozenset().union(*(_cells(*box) for box in boxes))

    def territories_at(self, lat: float, lon: float) -> tuple[str, ...]:
        """Return the disputed territories that a point lies in, the smallest first."""
        return self._register.at(lat, lon, labels=True) if self._is_suspect(lat, lon) else ()

    def _is_suspect(self, lat: float, lon: float) -> bool:
        """Tell whether a point lies in the box of an outline or of a reach, the cheapest question first."""
        if (math.floor(lat), math.floor(lon)) not in self._cells:
            return False
        from shapely import Point

        return len(self._tree.query(Point(lon, lat))) > 0

    def suspects(self, lat: Array, lon: Array) -> Array:
        """Return which of many points may lie on disputed ground; the others surely do not."""
        import numpy as np
        import shapely

        found = np.zeros(len(lat), dtype=bool)
        asked, near = self._tree.query(shapely.points(lon, lat))
        for number in np.unique(near):
            points, shape = asked[near == number], self._tree.geometries[number]
            found[points] |= shapely.intersects_xy(shape, lon[points], lat[points])
        return found

    @cached_property
    def _tree(self) -> STRtree:
        """A tree over the outlines that can hold a point, and boxes around all that has only a reach."""
        import shapely

        from mapper.disputes.positions import LABEL_REACH_KM, PLACE_REACH_KM

        shapes: list[BaseGeometry] = []
        for row in self._register.territories:
            if not row.flagged():
                continue
            shapes.append(_box(row.lat, row.lon, max(row.reach_km or 0.0, LABEL_REACH_KM)))
            if not row.on_land:
                continue
            if (outline := self._register.outline(row.id)) is not None:
                shapes.append(outline)
            shapes += [_box(p.lat, p.lon, PLACE_REACH_KM) for p in row.places]
        shapely.prepare(shapes)
        return shapely.STRtree(shapes)

    def flag_at(self, lat: float, lon: float) -> DisputeFlag | None:
        """Return the flag of the smallest disputed territory that a point lies in."""
        found = self.territories_at(lat, lon)
        return self._register.flag(found[0], "in", also=found[1:]) if found else None

    def neutral_name(self, territory: str) -> str:
        """Return the label of a territory that takes no side."""
        return self._register.territory(territory).neutral_name

    def is_enough(self, territory: str, name: str) -> bool:
        """Tell whether a name alone means a territory; the register lists those that need context."""
        return name not in self._register.territory(territory).aliases_need_context

    def countries(self, place: Place) -> frozenset[str]:
        """Return the countries a place may be asked for under: its own, or all parties to its dispute."""
        flag = self.flag(place)
        return parties(flag) if flag else frozenset(filter(None, (place.country,)))


def _cells(west: float, south: float, east: float, north: float) -> Iterator[tuple[int, int]]:
    """Return the cells of one degree that a box covers, and two more on each side: outlines reach over it."""
    width = (east - west) % 360 or 360
    first = math.floor(west) - 2
    lats = range(math.floor(south) - 2, math.floor(north) + 3)
    lons = [(lon + 180) % 360 - 180 for lon in range(first, first + math.ceil(width) + 5)]
    return product(lats, lons)


def _box(lat: float, lon: float, km: float) -> Polygon:
    """Return a box that surely holds a circle."""
    import shapely

    tall = km / _KM_A_DEGREE + _ROOM
    wide = tall / math.cos(math.radians(min(abs(lat) + tall, _POLAR)))
    return shapely.box(lon - wide, lat - tall, lon + wide, lat + tall)


def parties(flag: DisputeFlag) -> frozenset[str]:
    """Return everyone who claims or administers the territory of a flag."""
    return frozenset((*flag.claimants, *flag.administered_by))
