"""Which of a town and the unit named after it a bare name means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.gazetteer.folding import fold
from mapper.gazetteer.kinds import NAME_WEIGHT, PRIOR

if TYPE_CHECKING:
    from gazetteer.build.draft import Draft
    from mapper.gazetteer.writer import Entry

_SHARE: Final = 0.15
"""A town with this share of its unit's people is what the common name means: New York, São Paulo,
but not Quebec (our judgement)."""
_STEP: Final = 0.1


def settle_seats(draft: Draft) -> None:
    """Rank a unit behind the large town it shares its name with."""
    for town in draft:
        if town.kind != "city" or not town.population or not town.parent:
            continue
        unit = draft.entries.get(town.parent)
        while unit and unit.kind in {"admin1", "admin2"}:
            _settle(town, unit)
            unit = draft.entries.get(unit.parent) if unit.parent else None


def _settle(town: Entry, unit: Entry) -> None:
    if town.population < _SHARE * unit.population:
        return
    weight = _weight(town, unit.name)
    if weight is None:
        return
    most = town.prominence + weight - PRIOR.get(unit.kind, 0.0) - _STEP
    unit.prominence = max(min(unit.prominence, most), 2.0)


def _weight(town: Entry, name: str) -> float | None:
    """Return what the town loses by being called by the unit's name, None if it is not."""
    folded = fold(name)
    if fold(town.name) == folded:
        return NAME_WEIGHT["primary"]
    kinds = [kind for other, kind in town.names if fold(other) == folded]
    return max((NAME_WEIGHT[kind] for kind in kinds), default=None)
