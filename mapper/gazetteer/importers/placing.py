"""What the packaged index adds to rows that come without a country or a unit: it knows the outlines."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.importers.items import Item
from mapper.gazetteer.kinds import ADMIN, SEAS
from mapper.gazetteer.writer import Entry
from mapper.geo import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapper.gazetteer.gazetteer import Gazetteer

_BATCH: Final = 20_000
_NOT_INSIDE: Final = frozenset({"continent", "country", "grouping", *SEAS})
"""Kinds that no country holds."""
_LEVELS: Final = {"country": 0, "admin1": 1, "admin2": 2}
_SAME_KM: Final = 100.0
"""A place farther from what its GeoNames id names, beyond both radii, is another (our judgement)."""


def placed(items: Iterable[Item], gazetteer: Gazetteer | None) -> Iterator[Item]:
    """Yield the items, places with the unit and country that hold them, as far as the gazetteer knows.

    A link to GeoNames (`also`) that it confirms becomes the place's id.
    """
    if gazetteer is None:
        yield from items
        return
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        entries = [item for item in batch if isinstance(item, Entry)]
        for entry in entries:
            _link(entry, gazetteer)
        _locate([entry for entry in entries if _is_homeless(entry)], gazetteer)
        yield from batch


def _link(entry: Entry, gazetteer: Gazetteer) -> None:
    rows = gazetteer.rows
    for ident in entry.also:
        row = rows.row(ident)
        if row is None or rows.ident(row) != ident:
            continue
        away = distance_km(rows.lat(row), rows.lon(row), entry.lat, entry.lon)
        if away <= _SAME_KM + rows.extent(row) + entry.extent:
            entry.ident, entry.also = ident, [other for other in (entry.ident, *entry.also) if other != ident]
            return


def _is_homeless(entry: Entry) -> bool:
    return entry.parent is None and not entry.disputed and entry.kind not in _NOT_INSIDE


def _locate(entries: list[Entry], gazetteer: Gazetteer) -> None:
    if not entries:
        return
    found = gazetteer.containing_rows([entry.lat for entry in entries], [entry.lon for entry in entries])
    for entry, row in zip(entries, found.tolist(), strict=True):
        units = [row, *gazetteer.rows.parents(row)] if row >= 0 else []
        _take_home(entry, [unit for unit in units if gazetteer.rows.kind(unit) in ADMIN], gazetteer)


def _take_home(entry: Entry, units: list[int], gazetteer: Gazetteer) -> None:
    """Give a place the smallest unit around it that is larger than it, unless it says another country."""
    rows = gazetteer.rows
    if entry.kind in ADMIN:
        units = [unit for unit in units if _LEVELS[rows.kind(unit)] < _LEVELS[entry.kind]]
    if entry.country is None and units:
        entry.country = rows.country(units[0])
    country = rows.row_of_country(entry.country) if entry.country else None
    same = [unit for unit in units if rows.country(unit) == entry.country]
    holders = [unit for unit in (*same, country) if unit is not None and rows.ident(unit).startswith("gn:")]
    entry.parent = next((ident for unit in holders if (ident := rows.ident(unit)) != entry.ident), None)
