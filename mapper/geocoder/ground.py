"""Disputed ground: the flag of a place or point, and who the parties are."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from shapely.geometry.base import BaseGeometry

    from mapper.disputes import DisputeRegister
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
        self.flag = lru_cache(maxsize=_CACHED)(register.flag_place)

    def __reduce__(self) -> tuple[type[Ground], tuple[Any, ...]]:
        return Ground, (self._register,)

    @classmethod
    def packaged(cls) -> Ground:
        """Return the ground of the packaged register."""
        from mapper.disputes import DisputeRegister

        return cls(DisputeRegister.load())

    def territories_at(self, lat: float, lon: float) -> tuple[str, ...]:
        """Return the disputed territories that a point lies in, the smallest first."""
        return self._register.at(lat, lon)

    def suspects(self, lat: Array, lon: Array) -> Array:
        """Return which of many points may lie on disputed ground; the others surely do not."""
        import numpy as np
        import shapely

        found = np.zeros(len(lat), dtype=bool)
        for shape, reach in self._shapes:
            west, south, east, north = shape.bounds
            near = (lat >= south - reach) & (lat <= north + reach) & ~found
            wide = reach / np.cos(np.radians(np.minimum(np.abs(lat), _POLAR)))
            near &= (lon >= west - wide) & (lon <= east + wide)
            found[near] = True if reach else shapely.intersects_xy(shape, lon[near], lat[near])
        return found

    @cached_property
    def _shapes(self) -> list[tuple[BaseGeometry, float]]:
        """The outlines of the territories that can hold a point, and points with a reach in degrees."""
        import shapely

        shapes: list[tuple[BaseGeometry, float]] = []
        for row in self._register.territories:
            if not (row.on_land and row.flagged()):
                continue
            if (outline := self._register.outline(row.id)) is not None:
                shapes.append((outline, 0.0))
            circles = [
                (row.lat, row.lon, row.reach_km or 0.0),
                *((p.lat, p.lon, row.radius_km) for p in row.places),
            ]
            shapes += [(shapely.Point(lon, lat), km / _KM_A_DEGREE + _ROOM) for lat, lon, km in circles]
        return shapes

    def flag_at(self, lat: float, lon: float) -> DisputeFlag | None:
        """Return the flag of the smallest disputed territory that a point lies in."""
        found = self.territories_at(lat, lon)
        return self._register.flag(found[0], "in", also=found[1:]) if found else None

    def neutral_name(self, territory: str) -> str:
        """Return the label of a territory that takes no side."""
        return self._register.territory(territory).neutral_name

    def countries(self, place: Place) -> frozenset[str]:
        """Return the countries a place may be asked for under: its own, or all parties to its dispute."""
        flag = self.flag(place)
        return parties(flag) if flag else frozenset(filter(None, (place.country,)))


def parties(flag: DisputeFlag) -> frozenset[str]:
    """Return everyone who claims or administers the territory of a flag."""
    return frozenset((*flag.claimants, *flag.administered_by))
