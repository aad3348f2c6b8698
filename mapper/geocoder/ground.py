"""Disputed ground: the flag of a place or point, and who the parties are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mapper.disputes import DisputeRegister
    from mapper.model import DisputeFlag, Place

_CACHED: Final = 4096


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
