"""The smallest unit that holds each place that came without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from mapper.gazetteer.kinds import SEAS
from mapper.gazetteer.spatial import NearestIndex

if TYPE_CHECKING:
    from gazetteer.build.draft import Draft
    from mapper.gazetteer.writer import Entry

_RANK: Final = {"country": 3, "admin1": 2, "admin2": 1}
_NEAR: Final = 0.1
"""Degrees off an outline at which a place on the shore still belongs to it."""
_NO_PARENT: Final = frozenset({"country", "continent", "grouping", *SEAS})
_MARGIN: Final = 1.2
"""How much larger a place may seem than the unit that holds it: radii are rough."""
_LARGEST_KM: Final = 60.0
"""Places without a country and larger than this cross units."""


def complete_parents(draft: Draft) -> None:
    """Find the holding unit by outline, else take the country."""
    land = [(i, shape) for i, shape in draft.outlines if draft.entries[i].kind not in SEAS]
    tree = shapely.STRtree([shape for _, shape in land])
    orphans = [entry for entry in draft if entry.parent not in draft.entries and _may_have_parent(entry)]
    points = shapely.points([entry.lon for entry in orphans], [entry.lat for entry in orphans])
    asked, found = tree.query_nearest(points, max_distance=_NEAR, all_matches=False)
    holder = dict(zip(asked.tolist(), (land[number][0] for number in np.asarray(found)), strict=True))
    for number, entry in enumerate(orphans):
        entry.parent = _parent(draft, entry, holder.get(number))


def _may_have_parent(entry: Entry) -> bool:
    if entry.kind in _NO_PARENT or entry.disputed or np.isnan(entry.lat):
        return False
    return entry.country is not None or entry.extent < _LARGEST_KM


def _parent(draft: Draft, entry: Entry, holder: str | None) -> str | None:
    """Return the first unit above the place in the chain from its holder, of its own country."""
    for unit in draft.chain(holder):
        larger = _RANK.get(unit.kind, 0) > _RANK.get(entry.kind, 0) and entry.extent <= _MARGIN * unit.extent
        if larger and (entry.country in {None, unit.country} or unit.disputed):
            return unit.ident
    country = draft.country(entry.country) if entry.country else None
    return country.ident if country and country is not entry else None


_TOWN_KM: Final = 30.0


def refine_parents(draft: Draft) -> None:
    """Move places that hang too high one level down: to the unit of the town next to them."""
    for level, holder in (("admin1", "country"), ("admin2", "admin1")):
        towns = [entry for entry in draft if entry.kind == "city" and _unit(draft, entry, level)]
        index = NearestIndex([town.lat for town in towns], [town.lon for town in towns])
        loose = [entry for entry in draft if _is_loose(draft, entry, level, holder)]
        numbers, _ = index.query(
            [entry.lat for entry in loose], [entry.lon for entry in loose], max_km=_TOWN_KM
        )
        for entry, number in zip(loose, numbers[:, 0].tolist(), strict=True):
            unit = _unit(draft, towns[number], level) if number >= 0 else None
            if unit and unit is not entry and unit.parent == entry.parent:
                entry.parent = unit.ident


def _is_loose(draft: Draft, entry: Entry, level: str, holder: str) -> bool:
    above = draft.entries.get(entry.parent or "")
    lower = _RANK.get(entry.kind, 0) < _RANK[level]
    return bool(above and above.kind == holder and lower and entry.extent < _TOWN_KM)


def _unit(draft: Draft, entry: Entry, level: str) -> Entry | None:
    return next((unit for unit in draft.chain(entry.parent) if unit.kind == level), None)
