"""The smallest unit that holds each place that came without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from mapper.gazetteer.kinds import ADMIN, SEAS

if TYPE_CHECKING:
    from gazetteer.build.draft import Draft
    from mapper.gazetteer.writer import Entry

_RANK: Final = {"country": 3, "admin1": 2, "admin2": 1}
_NEAR: Final = 0.1
"""Degrees off an outline at which a place on the shore still belongs to it."""
_NO_PARENT: Final = frozenset({"country", "continent", "grouping", *SEAS})
_LARGEST_KM: Final = 60.0
"""Places without a country and larger than this cross units."""


def complete_parents(draft: Draft) -> None:
    """Find the holding unit by outline, else take the country."""
    land = [(i, shape) for i, shape in draft.outlines if draft.entries[i].kind not in SEAS]
    tree = shapely.STRtree([shape for _, shape in land])
    orphans = [entry for entry in draft if _is_orphan(entry)]
    points = shapely.points([entry.lon for entry in orphans], [entry.lat for entry in orphans])
    asked, found = tree.query_nearest(points, max_distance=_NEAR, all_matches=False)
    holder = dict(zip(asked.tolist(), (land[number][0] for number in np.asarray(found)), strict=True))
    for number, entry in enumerate(orphans):
        entry.parent = _parent(draft, entry, holder.get(number))


def _is_orphan(entry: Entry) -> bool:
    if entry.kind in _NO_PARENT or entry.parent or entry.disputed or np.isnan(entry.lat):
        return False
    return entry.country is not None or entry.extent < _LARGEST_KM


def _parent(draft: Draft, entry: Entry, holder: str | None) -> str | None:
    """Return the first unit above the place in the chain from its holder, of its own country."""
    while holder and (unit := draft.entries.get(holder)):
        larger = _RANK.get(unit.kind, 0) > _RANK.get(entry.kind, 0) if entry.kind in ADMIN else True
        smaller = entry.extent <= max(unit.extent, 1.0) * 1.2
        if unit is not entry and larger and smaller and (entry.country in {None, unit.country} or unit.disputed):
            return holder
        holder = unit.parent if unit.parent != holder else None
    country = draft.country(entry.country) if entry.country else None
    return country.ident if country and country is not entry else None
