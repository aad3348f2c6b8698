"""Writing an address: "Paris, Lamar County, Texas, United States"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from mapper.gazetteer import fold
from mapper.geocoder.typewords import KINDS_BY_WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapper.model import DisputeFlag, Place

_FILLERS: Final = frozenset({"of", "the"})


def address_of(name: str, parents: Iterable[Place]) -> str:
    """Return a name and those of the units that hold it, without saying one twice."""
    return ", ".join([name, *(unit.name for unit in telling_units(name, parents))])


def telling_units(name: str, parents: Iterable[Place]) -> list[Place]:
    """Return the units that say more of a place than its name does.

    "Aleppo, Syria" rather than "Aleppo, Mount Simeon District, Aleppo Governorate, Syria": the parts
    of what has the place's own name are parts of the place.
    """
    units = list(parents)
    cores = [_core(unit.name) for unit in units]
    own = [place for place, unit in enumerate(units) if _repeats(unit, cores[place], fold(name))]
    first = own[-1] + 1 if own else 0
    return [
        unit for place, unit in enumerate(units) if place >= first and cores[place] not in cores[place + 1 :]
    ]


def disputed_note(flag: DisputeFlag) -> str:
    """Return what an address on disputed ground says in place of a country."""
    claimed = ", ".join(sorted(flag.claimants))
    if not flag.administered_by:
        return f" (disputed: {claimed})"
    return f" (disputed: {claimed}; administered by {', '.join(sorted(flag.administered_by))})"


def _repeats(unit: Place, core: str, name: str) -> bool:
    """Tell whether a unit is only the place's name again, with or without a word for its kind."""
    return core == name or (unit.kind != "country" and f"{fold(unit.name)} ".startswith(f"{name} "))


@lru_cache(maxsize=4096)
def _core(name: str) -> str:
    """Return a folded name without the words for its kind: "lamar" of "Lamar County"."""
    words = fold(name).split()
    core = [word for word in words if word not in KINDS_BY_WORD and word not in _FILLERS]
    return " ".join(core or words)
