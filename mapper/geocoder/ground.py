"""Disputed ground: which territories a place lies in, who the parties are, and the flag that says so."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from mapper.gazetteer import SEAS

if TYPE_CHECKING:
    from mapper.disputes import DisputeRegister
    from mapper.model import DisputeFlag

WHOLE: Final = frozenset({"country", "continent", "grouping", "ocean"})
"""Kinds that are larger than any dispute: their middle may lie in one by chance."""
_CACHED: Final = 4096


class Ground:
    """Asks the register of disputed territories. Safe to share between threads."""

    def __init__(self, register: DisputeRegister) -> None:
        self._register = register
        self.parties = lru_cache(maxsize=_CACHED)(self._parties)
        self.flag = lru_cache(maxsize=_CACHED)(self._flag)

    def __reduce__(self) -> tuple[type[Ground], tuple[Any, ...]]:
        return Ground, (self._register,)

    @classmethod
    def packaged(cls) -> Ground:
        """Return the ground of the packaged register."""
        from mapper.disputes import DisputeRegister

        return cls(DisputeRegister.load())

    def territories(self, ident: str, kind: str, lat: float, lon: float) -> tuple[str, ...]:
        """Return the disputed territories that a place is or lies in, the narrowest first."""
        prefix, _, territory = ident.partition(":")
        if prefix == "dt":
            return (territory,)
        return () if kind in WHOLE or kind in SEAS else self.at(lat, lon)

    def at(self, lat: float, lon: float) -> tuple[str, ...]:
        """Return the disputed territories at a point, the narrowest first."""
        return self._register.at(lat, lon)

    def neutral_name(self, territory: str) -> str:
        """Return the label that takes no side."""
        return self._register.territory(territory).neutral_name

    def _parties(self, territory: str) -> frozenset[str]:
        row = self._register.territory(territory)
        return frozenset((*row.claimants, *row.administered_by))

    def _flag(self, territories: tuple[str, ...]) -> DisputeFlag | None:
        """Return the flag of the first of the territories that is in dispute."""
        flags = (self._register.flag(territory, "in") for territory in territories)
        return next((flag for flag in flags if flag is not None), None)
