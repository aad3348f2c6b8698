"""The places gathered so far, found by id or by name and distance."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mapper.gazetteer.folding import fold
from mapper.gazetteer.variants import without_unit
from mapper.geo import distance_km

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from mapper.gazetteer.kinds import NameKind
    from mapper.gazetteer.writer import Entry, Outline


class Draft:
    """A growing set of places. Adding a place that is there already adds its names instead."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.outlines: list[Outline] = []
        self.iso_units: dict[str, str] = {}
        """Ids of units by their ISO 3166-2 code."""
        self._by_fold: dict[str, dict[str, None]] = {}
        self._successors: dict[str, str] = {}

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self.entries.values()))

    def __len__(self) -> int:
        return len(self.entries)

    def add(self, entry: Entry) -> Entry:
        """Take a place in, or add its names to the one with its id."""
        known = self.entries.setdefault(entry.ident, entry)
        self.call(known, [(entry.name, "primary" if known is entry else "alternate"), *entry.names])
        return known

    def call(self, entry: Entry, names: Iterable[tuple[str, NameKind]]) -> None:
        """Give a place more names."""
        for name, kind in names:
            folded = fold(name)
            if folded:
                self._by_fold.setdefault(folded, {})[entry.ident] = None
                if (name, kind) not in entry.names and name != entry.name:
                    entry.names.append((name, kind))

    def call_in_english(self, unit: Entry, name: str) -> bool:
        """Show a unit by its English name, Sicily, not Sicilia; tell whether the name is the unit's at all.

        It is if another source knows it. It is not shown where only the word for the unit would
        change, as in Moscow Oblast, or where it is the name of another unit of the country.
        """
        folded, old = fold(name), fold(unit.name)
        known = [old, *(fold(other) for other, _ in unit.names)]
        if {folded, *without_unit(folded)}.isdisjoint(
            {*known, *(bare for other in known for bare in without_unit(other))}
        ):
            return False
        bare = next(without_unit(folded), folded)
        others = [other for other in self.named(name) if other is not unit and other.country == unit.country]
        is_taken = any(other.kind == "admin1" and fold(other.name) == folded for other in others)
        if not (unit.kind == "country" or is_taken or (old.startswith(bare) and bare in without_unit(old))):
            before, unit.name = unit.name, name
            self.call(unit, [(before, "primary")])
        return True

    def named(self, name: str) -> list[Entry]:
        """Return the places that bear a name, up to folding."""
        return [self.entries[ident] for ident in self._by_fold.get(fold(name), ()) if ident in self.entries]

    def near(
        self, names: Iterable[str], lat: float, lon: float, km: float, kinds: Collection[str]
    ) -> list[Entry]:
        """Return the places of these kinds within `km` that bear one of the names, nearest first."""
        found: dict[str, float] = {}
        for name in names:
            for entry in self.named(name):
                if entry.kind in kinds and (away := distance_km(lat, lon, entry.lat, entry.lon)) <= km:
                    found[entry.ident] = away
        return [self.entries[ident] for ident in sorted(found, key=lambda ident: (found[ident], ident))]

    def country(self, code: str) -> Entry | None:
        """Return the country of a code."""
        return self.entries.get(self.country_idents.get(code, ""))

    @cached_property
    def country_idents(self) -> dict[str, str]:
        """Ids of the countries by code."""
        return {entry.country: entry.ident for entry in self if entry.kind == "country" and entry.country}

    def chain(self, ident: str | None) -> Iterator[Entry]:
        """Yield a place and those that hold it, nearest first."""
        seen: set[str] = set()
        while ident and ident not in seen and (entry := self.entries.get(ident)):
            seen.add(ident)
            yield entry
            ident = entry.parent

    def replace(self, old: Entry, new: Entry) -> None:
        """Let one place stand for another: names, people and children pass on."""
        del self.entries[old.ident]
        self.call(new, [(old.name, "primary"), *old.names])
        new.population = max(new.population, old.population)
        new.prominence = max(new.prominence, old.prominence)
        new.also += [old.ident, *old.also]
        new.labels = {**old.labels, **new.labels}
        self._successors[old.ident] = new.ident

    def follow_successors(self) -> None:
        """Let children and outlines point to the places that stand for replaced ones."""
        for entry in self:
            parent = self._successor(entry.parent) if entry.parent else None
            entry.parent = parent if parent != entry.ident else None
        self.outlines = [(self._successor(ident), outline) for ident, outline in self.outlines]
        self.__dict__.pop("country_idents", None)

    def _successor(self, ident: str) -> str:
        while ident in self._successors:
            ident = self._successors[ident]
        return ident
