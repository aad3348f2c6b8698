"""Our own tables of waters, relief, islands, regions and landmarks."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.folding import fold
from mapper.gazetteer.importers.alternates import alternates
from mapper.gazetteer.kinds import ADMIN, POPULATED, SEAS
from mapper.gazetteer.writer import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from gazetteer.build.draft import Draft
    from mapper.gazetteer.kinds import NameKind

FOLDER: Final = Path(__file__).resolve().parents[1] / "tables"
SOURCE: Final = "own tables"
_TABLES: Final = ("water", "relief", "islands", "regions", "landmarks", "towns")
_KINDS: Final = {"airport_alias": "airport", "border_crossing": "crossing", "nuclear_site": "nuclear site"}
_GLOSS: Final = re.compile(r" \([^)]*\)$")
KNOWN_AS_TOWN: Final = 2.0
"""Added to a table's 1 to 5: a place known everywhere weighs like a city of ten million."""

_PARTNERS: Final[dict[str, Collection[str]]] = {
    "continent": {"continent", "region"},
    "region": {"region", "admin1", "admin2"},
    "island": {"region", "admin1", "admin2", "country"},
    "archipelago": {"region", "admin1", "admin2", "country"},
    "peninsula": {"region", "admin1", "admin2"},
    "city": POPULATED,
    "landmark": POPULATED,
    "base": POPULATED,
    "crossing": POPULATED,
    "nuclear site": POPULATED,
    "airport": {"airport"},
}
"""Kinds that the same place may have in another source."""
_LEAST_KM: Final = 8.0
_REACH_KM: Final = {"airport": 15.0, "city": 25.0}
_ALIKE: Final = 3.0
_SAME_SIZE: Final = 1.6
"""How many times larger one radius may be than the other: with the same first name, and with another."""


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def add_tables(draft: Draft) -> None:
    """Add every row, merging it with the place of its name that is there already."""
    for name in _TABLES:
        for row in rows(name):
            _add(draft, row)


def _add(draft: Draft, row: dict[str, str]) -> None:
    entry, others = _entry(row), alternates(filter(None, row["alternates"].split("|")))
    names = [(entry.name, "primary"), *(_leveled(entry, name, kind) for name, kind in others)]
    partner = _partner(draft, entry, [name for name, _ in names])
    if partner is None:
        if entry.ident in draft.entries:
            entry.ident += f"-{entry.kind.replace(' ', '-')}"
        if entry.ident in draft.entries:
            entry.ident += f"-{row['countries'].lower().replace(' ', '-')}"
        draft.add(entry)
        partner = entry
    else:
        names.insert(0, (partner.name, "primary"))
        _merge(partner, entry)
    draft.call(partner, names)


def _leveled(entry: Entry, name: str, kind: NameKind) -> tuple[str, NameKind]:
    """Let a mountain's name without the word for it weigh the same, and all of a town's: Makkah, Mecca."""
    is_bare = entry.kind in _MOUNTAINS and fold(name) == _MOUNT.sub("", fold(entry.name))
    return name, "primary" if is_bare or entry.kind == "city" else kind


_MOUNTAINS: Final = frozenset({"mountain", "volcano"})
_MOUNT: Final = re.compile(r"^(mount|mt) ")


def _entry(row: dict[str, str]) -> Entry:
    kind = _KINDS.get(row["kind"], row["kind"])
    countries = row["countries"].split()
    return Entry(
        f"own:{slug(row['name'])}", _GLOSS.sub("", row["name"]), kind,
        float(row["lat"]), float(row["lon"]), SOURCE,
        country=countries[0] if len(countries) == 1 else None,
        prominence=int(row["prominence"]) + KNOWN_AS_TOWN,
        extent=float(row["radius_km"]) if kind not in _POINTS else 0.0,
    )  # fmt: skip


_IN_TOWNS: Final = frozenset({"landmark", "crossing", "city"})
_POINTS: Final = frozenset(
    {
        "landmark",
        "base",
        "airport",
        "crossing",
        "nuclear site",
        "dam",
        "mountain",
        "volcano",
        "cape",
        "port",
        "city",
    }
)


def _partner(draft: Draft, entry: Entry, names: list[str]) -> Entry | None:
    kinds = _PARTNERS.get(entry.kind, {entry.kind})
    reach = max(entry.extent, _REACH_KM.get(entry.kind, _LEAST_KM))
    near = draft.near(names, entry.lat, entry.lon, reach, kinds)
    if entry.kind == "city":
        return max(near, key=lambda known: (known.prominence, known.ident), default=None)
    return next((known for known in near if _is_same(known, entry)), None)


def _is_same(known: Entry, entry: Entry) -> bool:
    """Tell whether two places near each other that share a name are one."""
    if entry.kind in {"airport", "continent"}:
        return True
    first = {fold(known.name), *(fold(name) for name, kind in known.names if kind == "primary")}
    if entry.kind in _POINTS:
        return fold(entry.name) in first
    if not (known.extent and entry.extent):
        return True
    ratio = max(known.extent, entry.extent) / min(known.extent, entry.extent)
    return ratio < (_ALIKE if fold(entry.name) in first else _SAME_SIZE)


def _merge(known: Entry, entry: Entry) -> None:
    """Let the table say how well known and how large a place is, and what it is unless a unit.

    A town stays a town where a landmark or a crossing bears its name, and keeps its country.
    """
    if known.kind not in ADMIN and not (known.kind in POPULATED and entry.kind in _IN_TOWNS):
        known.kind = entry.kind
    if known.kind not in ADMIN and known.kind not in POPULATED:
        known.extent, known.name = (
            entry.extent,
            entry.name if fold(known.name) != fold(entry.name) else known.name,
        )
        if known.kind in SEAS or known.kind == "region" or entry.country is None:
            known.country = entry.country
    if entry.kind == "city":
        known.name = entry.name
    known.prominence = max(known.prominence, entry.prominence)


def slug(text: str) -> str:
    """Return a name as part of an id."""
    return fold(text).replace(" ", "-")
