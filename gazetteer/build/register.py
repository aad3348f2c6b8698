"""The register of disputed territories as places whose country is left open."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mapper.gazetteer.folding import fold
from mapper.gazetteer.importers.alternates import alternates
from mapper.gazetteer.kinds import ADMIN, SEAS
from mapper.gazetteer.writer import Entry
from mapper.geo import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer.build.draft import Draft

FOLDER: Final = Path(__file__).resolve().parents[1] / "disputed"
SOURCE: Final = "disputed register"
_KEPT_KINDS: Final = frozenset({"country", "admin1", "city", "lake", *SEAS})
"""Kinds that say more than "disputed": what Taiwan, Crimea, Jerusalem, the South China Sea are."""
_NOT_NAMES: Final = re.compile(r"\b(Day|dispute|claims?|border|boundary|v\.|issue|exit|access)\b")
_BRACKETS: Final = re.compile(r"^(.*?) \((.*)\)$")
_LEAST_KM: Final = 15.0
_TOWN_KM: Final = 15.0
_LARGER: Final = 1.1
"""A place this much larger than a territory is not the same: Jerusalem and its district."""
_SMALLER: Final = 0.45
"""Nor is a smaller one that only lists the name as an alternate: Kashmir and its Indian part."""
_LANDS: Final = frozenset({"region", "peninsula", "island", "archipelago"})
"""Kinds that may be the same place under an official name that differs."""
_OTHER_KINDS: Final = frozenset({"airport", "crossing", "landmark", "river", "volcano", "mountain"})
_FIRST_NAMES: Final = 3
_IS_PART: Final = re.compile(r"\b(part|claim)\b")
"""A territory that is part of a unit or country does not take its place."""
_PROMINENCE: Final = {True: 5.5, False: 4.0}
"""Of a territory that no other source rates, shown as disputed by default or not (our judgement)."""


def territories(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return the rows of the register."""
    with (folder / "disputed_territories.jsonl").open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream if line.strip()]


def add_register(draft: Draft, folder: Path = FOLDER) -> None:
    """Add each territory, taking in the places of other sources that are the same."""
    rows = territories(folder)
    for row in sorted(rows, key=lambda row: (row["radius_km"], row["id"])):  # parts before wholes
        _add(draft, row)
    for row in rows:
        parent, ident = row["parent"], f"dt:{row['id']}"
        if ident in draft.entries:
            draft.entries[ident].parent = (
                f"dt:{parent}" if parent and f"dt:{parent}" in draft.entries else None
            )
    _keep_own_names(draft, rows)
    for row in rows:
        _open_units_in_part(draft, row)
        _add_aliases(draft, row)


def _open_units_in_part(draft: Draft, row: dict[str, Any]) -> None:
    """Leave the country of a unit open where a territory is part of it and all of it is claimed."""
    names = [row["neutral_name"], *row["aliases"][:_FIRST_NAMES]]
    if row["flag_default"] and _IS_PART.search(row["neutral_name"]):
        for unit in draft.near(names, row["lat"], row["lon"], float(row["radius_km"]), {"admin1"}):
            unit.disputed = True


def _keep_own_names(draft: Draft, rows: list[dict[str, Any]]) -> None:
    """Let a territory's own name be a lesser one of the others: Kashmir is more than its Indian part."""
    owners = {fold(name): f"dt:{row['id']}" for row in rows for name in _names(row)}
    for row in rows:
        if entry := draft.entries.get(f"dt:{row['id']}"):
            entry.names = [
                (name, "alternate" if owners.get(fold(name), entry.ident) != entry.ident else kind)
                for name, kind in entry.names
            ]


def _add(draft: Draft, row: dict[str, Any]) -> None:
    names = list(_names(row))
    same = _same_places(draft, row, names)
    if not row["flag_default"] and same:
        draft.call(same[0], ((name, "alternate") for name in names))
        return
    entry = Entry(
        f"dt:{row['id']}", row["neutral_name"], "disputed", row["lat"], row["lon"], SOURCE,
        country=None,
        disputed=True,
        prominence=_PROMINENCE[row["flag_default"]],
        extent=float(row["radius_km"]),
    )  # fmt: skip
    for known in same:
        draft.replace(known, entry)
    kept = [known for known in same if known.kind in _KEPT_KINDS]
    if kept:
        known = max(kept, key=lambda known: (known.kind == "country", known.population, known.ident))
        entry.kind, entry.country, entry.extent = known.kind, known.country, known.extent or entry.extent
        if known.kind not in SEAS:
            entry.lat, entry.lon = known.lat, known.lon  # as in GeoNames
    draft.add(entry)
    draft.call(entry, ((name, "primary") for name in names))


def _names(row: dict[str, Any]) -> Iterator[str]:
    """Yield the neutral name, its parts, and each side's names without their transcription's brackets."""
    yield row["neutral_name"]
    yield from (
        part.strip() for part in row["neutral_name"].split("/") if " " in part.strip() or len(part) > 4
    )
    for name in row["names"].values():
        parts = _BRACKETS.match(name)
        yield from parts.groups() if parts else (name,)


def _same_places(draft: Draft, row: dict[str, Any], names: list[str]) -> list[Entry]:
    """Return the places of other sources of one of the names, in the same place and not larger."""
    asked = {fold(name): name for name in [*names, row["aliases"][0]] if name not in row["aliases_inside"]}
    is_town = row["kind"] == "territory" and row["radius_km"] <= _TOWN_KM
    found = {entry.ident: entry for name in asked.values() for entry in draft.named(name)}
    return [
        found[ident]
        for ident in sorted(found)
        if not ident.startswith("dt:") and _is_same(found[ident], row, {*asked}, is_town=is_town)
    ]


def _is_same(entry: Entry, row: dict[str, Any], folds: set[str], *, is_town: bool) -> bool:
    reach = max(float(row["radius_km"]), _LEAST_KM)
    if entry.kind in _OTHER_KINDS or distance_km(row["lat"], row["lon"], entry.lat, entry.lon) > reach:
        return False
    if entry.kind in {"city", "district"}:
        return is_town and fold(entry.name) in folds
    first = {fold(entry.name), *(fold(other) for other, kind in entry.names if kind == "primary")}
    if entry.kind in ADMIN:
        if _IS_PART.search(row["neutral_name"]) or entry.extent > _LARGER * reach:
            return False
        return bool(first & folds) or entry.extent > _SMALLER * reach
    return bool(first & folds) or (entry.kind in _LANDS and entry.extent > _SMALLER * reach)


def _add_aliases(draft: Draft, row: dict[str, Any]) -> None:
    """Add the spellings that are no other place's name: towns inside a territory stay towns."""
    entry = draft.entries.get(f"dt:{row['id']}")
    if entry is None:
        return
    inside, neutral = {*row["aliases_inside"]}, {*fold(row["neutral_name"]).split()}
    for name in row["aliases"]:
        if name in inside or _NOT_NAMES.search(name):
            continue
        others = [other for other in draft.named(name) if other is not entry]
        if {*fold(name).split()} <= neutral and not _IS_PART.search(row["neutral_name"]):
            draft.call(entry, [(name, "primary")])
        elif all(
            distance_km(entry.lat, entry.lon, other.lat, other.lon) > 2 * entry.extent for other in others
        ):
            draft.call(entry, alternates([name]))
