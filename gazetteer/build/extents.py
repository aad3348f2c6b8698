"""How large places are: from outlines, else an equal share of the unit that holds them."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gazetteer.build.draft import Draft
    from mapper.gazetteer.writer import Entry

_REGION_KM: Final = 40.0
"""Radius of a region of which only a point is known (our judgement: a historical county)."""
_LEVELS: Final = ("admin1", "admin2")


def complete_extents(draft: Draft) -> None:
    """Give units without an outline an equal share of what holds them."""
    for level in _LEVELS:
        children: dict[str, list[Entry]] = defaultdict(list)
        for entry in draft:
            if entry.kind == level and entry.parent:
                children[entry.parent].append(entry)
        for parent, units in children.items():
            holder = draft.entries.get(parent)
            share = holder.extent / math.sqrt(len(units)) if holder else 0.0
            for unit in units:
                unit.extent = unit.extent or share


def complete_regions(draft: Draft) -> None:
    """Give regions of which only a point is known a radius, not larger than their country's."""
    for entry in draft:
        if entry.kind == "region" and not entry.extent:
            country = draft.country(entry.country) if entry.country else None
            entry.extent = min(_REGION_KM, country.extent) if country and country.extent else _REGION_KM
