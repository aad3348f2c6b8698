"""Which of a town and the unit named after it a bare name means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.gazetteer.folding import fold
from mapper.gazetteer.kinds import NAME_WEIGHT, PRIOR
from mapper.gazetteer.variants import without_unit

if TYPE_CHECKING:
    from gazetteer.build.draft import Draft
    from mapper.gazetteer.kinds import NameKind
    from mapper.gazetteer.writer import Entry

_SHARE: Final = 0.15
"""A town with this share of its unit's people is what the common name means: New York, São Paulo,
but not Quebec (our judgement)."""
_ALL: Final = 0.8
"""A town with this share is all there is to its unit: Berlin, Washington, D.C."""
_STEP: Final = 0.3
_LARGE: Final = 5.0
_GREAT: Final = 6.0
"""Prominence of cities of 100,000 and of a million people."""
_MOUNTAINS: Final = frozenset({"mountain", "volcano"})
_LEAST: Final = 2.0
"""Prominence that a unit keeps in any case."""


def settle_seats(draft: Draft) -> None:
    """Rank a unit behind the large town it shares its name with."""
    for town in draft:
        if town.kind == "city" and town.population:
            for unit in draft.chain(town.parent):
                if unit.kind in {"admin1", "admin2"}:
                    _settle(town, unit)


def level_unit_names(draft: Draft) -> None:
    """Let a unit's name with and without the word for the unit weigh the same: Donetsk, Donetsk Oblast."""
    for unit in draft:
        if unit.kind in {"admin1", "admin2"}:
            name = fold(unit.name)
            forms = {name, *without_unit(name)}
            unit.names = [
                (
                    other,
                    "primary"
                    if kind == "alternate" and not forms.isdisjoint(without_unit(fold(other)))
                    else kind,
                )
                for other, kind in unit.names
            ]


def yield_to_mountains(draft: Draft) -> None:
    """Let a bare name mean a mountain known better than the unit named after it: Kilimanjaro."""
    for mountain in draft:
        if mountain.kind in _MOUNTAINS:
            for name in {fold(other) for other, kind in mountain.names if kind == "primary"}:
                for unit in draft.named(name):
                    if unit.kind in {"admin1", "admin2"} and unit.prominence < mountain.prominence:
                        unit.names = [
                            (other, "alternate" if fold(other) == name and kind == "primary" else kind)
                            for other, kind in unit.names
                        ]


def free_unit_names(draft: Draft) -> None:
    """Take from each country the names of its own units: "England" is not the United Kingdom."""
    for unit in draft:
        country = draft.country(unit.country) if unit.kind == "admin1" and unit.country else None
        if country:
            taken = {fold(unit.name), *(fold(name) for name, kind in unit.names if kind == "primary")}
            taken -= {fold(country.name), *(fold(name) for name, kind in country.names if kind == "primary")}
            country.names = [(name, kind) for name, kind in country.names if fold(name) not in taken]


def free_city_names(draft: Draft) -> None:
    """Take from countries and units as lesser names what a large city is called: Norfolk, Addis Ababa.

    In some language Norfolk Island is called Norfolk, and Benin is Beni.
    """
    for city in draft:
        if city.kind == "city" and city.prominence >= _LARGE:
            for name in {fold(city.name), *(fold(name) for name, kind in city.names if kind == "primary")}:
                for land in draft.named(name):
                    if _yields(draft, land, city):
                        land.names = [
                            (other, kind)
                            for other, kind in land.names
                            if kind != "alternate" or fold(other) != name
                        ]


def _yields(draft: Draft, land: Entry, city: Entry) -> bool:
    """Tell whether a lesser name of a land is the city's alone.

    Not where the city is all there is to the country, nor of the unit around it.
    """
    if land.kind == "country":
        return city.country != land.country or city.population < _ALL * land.population
    is_great = land.kind in {"admin1", "admin2"} and city.prominence >= _GREAT
    return is_great and land not in draft.chain(city.parent)


def _settle(town: Entry, unit: Entry) -> None:
    if town.population < _SHARE * unit.population:
        return
    ours, theirs = _weights(town), _weights(unit)
    is_same = town.population >= _ALL * unit.population
    shared = [
        ours[name] - theirs[name]
        for name in ours
        if name in theirs and (is_same or ours[name] >= theirs[name])
    ]
    if shared:
        most = town.prominence + min(shared) - PRIOR.get(unit.kind, 0.0) - _STEP
        unit.prominence = max(min(unit.prominence, most), _LEAST)


def _weights(entry: Entry) -> dict[str, float]:
    """Return what each name of a place costs it, by folded name."""
    weights = {fold(name): NAME_WEIGHT[kind] for name, kind in sorted(entry.names, key=_by_weight)}
    return {**weights, fold(entry.name): NAME_WEIGHT["primary"]}


def _by_weight(name: tuple[str, NameKind]) -> float:
    return NAME_WEIGHT[name[1]]
