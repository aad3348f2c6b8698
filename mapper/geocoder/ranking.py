"""Which of the places of one name is meant, before any context but the query's own.

All numbers are powers of ten and our judgement, made on names that everyone knows.
"""

from __future__ import annotations

import math
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from mapper.gazetteer import POPULATED, fold
from mapper.geo import in_box
from mapper.geocoder.typewords import kinds_named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mapper.gazetteer import Candidate
    from mapper.geocoder.options import Filter
    from mapper.geocoder.plausible import Name

_TYPE_WORD: Final = 2.0
"""What a word for the kind ("Oblast", "Island") adds for places of that kind."""
_IN_BOX: Final = 1.5
"""What lying in the preferred box adds."""
_REGISTERED: Final = 1.0
_NEEDS_CONTEXT: Final = -1.5
"""What an alternate name gets in the register of disputed territories: it is some party's first, unless
the register says that it is not enough alone: Scarborough is a town before it is a shoal."""
_SHORT_FORM_UNIT: Final = -1.0
"""A state or province by another name than its first loses more than its kind gave it over towns: LA."""
_SPELLING: Final = 0.5
"""What a former name gets back that is a spelling of today's and so still in use: Odessa, Bruges."""
_ALIKE: Final = 0.6
"""Share of common letters from which two names are spellings of one (difflib's ratio)."""
_ALMOST: Final = 0.75
"""The same for an alternate name that a city has for its first: Salem is no spelling of Jerusalem."""
_CITY: Final = 5.0
"""Prominence of a city of about 100,000 people."""
_STATE: Final = 6.0
"""Prominence of a state or province of about a million people: Papua is not Papua New Guinea."""
_CAPITAL_SHARE: Final = 0.065
_HARDLY_LESS: Final = 0.5
_LEAD: Final = 0.1
"""A city with this share of the people of the unit of its name is meant before the unit: New York and
Córdoba are, Québec is not. So is one hardly less known than the unit (Washington), and one inside a
unit that has the name only among others (Madras)."""


def scores(
    name: Name, candidates: Sequence[Candidate], wanted: Filter, is_enough: Callable[[str, str], bool]
) -> list[float]:
    """Return how likely each place is meant by a name, as powers of ten.

    `is_enough` tells of a place of the register, by its id, whether the name alone means it.
    """
    kinds = kinds_named(name.words)
    found = [c.score + _correction(name, c, is_enough) for c in candidates]
    found = _nicknames_under_cities(name, candidates, found)
    if not kinds:
        found = _cities_over_units(candidates, _countries_under_cities(candidates, found))
    return [score + _asked_for(c, kinds, wanted) for c, score in zip(candidates, found, strict=True)]


def _nicknames_under_cities(name: Name, candidates: Sequence[Candidate], found: list[float]) -> list[float]:
    """Put a town by a name unlike its first below a city of that name: Salem is not Jerusalem."""
    cities = [s for c, s in zip(candidates, found, strict=True) if c.name_kind == "primary" and _is_city(c)]
    if not cities:
        return found
    least = max(cities)
    return [
        least - _LEAD if score > least and c.name_kind == "alternate" and _is_unlike(name, c) else score
        for c, score in zip(candidates, found, strict=True)
    ]


def _is_city(candidate: Candidate) -> bool:
    return candidate.kind in POPULATED and candidate.prominence >= _CITY


def _is_unlike(name: Name, candidate: Candidate) -> bool:
    if candidate.kind not in POPULATED or not name.folded.isascii():
        return False
    first = fold(candidate.name)
    is_short_form = {*name.words} <= {*first.split()}
    return not is_short_form and SequenceMatcher(None, name.folded, first).ratio() < _ALMOST


def _correction(name: Name, candidate: Candidate, is_enough: Callable[[str, str], bool]) -> float:
    """Return what the kind of name says here beyond the gazetteer's own score."""
    registered = candidate.id.startswith("dt:")
    if candidate.name_kind == "primary":
        return 0.0 if not registered or is_enough(candidate.id, name.text) else _NEEDS_CONTEXT
    if candidate.name_kind == "former":
        alike = SequenceMatcher(None, name.folded, fold(candidate.name)).ratio() >= _ALIKE
        return _SPELLING * alike
    if registered:
        return _REGISTERED if is_enough(candidate.id, name.text) else _NEEDS_CONTEXT
    return _SHORT_FORM_UNIT * (candidate.kind == "admin1")


def _asked_for(candidate: Candidate, kinds: frozenset[str], wanted: Filter) -> float:
    in_view = wanted.box is not None and in_box(candidate.lat, candidate.lon, wanted.box)
    return _TYPE_WORD * (candidate.kind in kinds) + _IN_BOX * in_view


def _countries_under_cities(candidates: Sequence[Candidate], found: list[float]) -> list[float]:
    """Put a country by another name than its first below a city with it as its first name: Tunis.

    So does a large state or province, and one that is better known than the country: Papua, and
    Île-de-France, not Mauritius.
    """
    first = [(c, s) for c, s in zip(candidates, found, strict=True) if c.name_kind == "primary"]
    return [
        min([score, *_ceilings(c, first)]) if c.kind == "country" else score
        for c, score in zip(candidates, found, strict=True)
    ]


def _ceilings(country: Candidate, first: list[tuple[Candidate, float]]) -> list[float]:
    if country.name_kind not in ("alternate", "former"):
        return []
    least = {"city": _CITY, "admin1": min(country.prominence, _STATE)}
    return [score - _LEAD for c, score in first if c.prominence >= least.get(c.kind, math.inf)]


def _cities_over_units(candidates: Sequence[Candidate], found: list[float]) -> list[float]:
    """Lift cities over the states and provinces of the same name where people mean the city."""
    units = [(c, score) for c, score in zip(candidates, found, strict=True) if c.kind == "admin1"]
    if not units:
        return found
    return [max([score, *_floors(c, units)]) for c, score in zip(candidates, found, strict=True)]


def _floors(city: Candidate, units: list[tuple[Candidate, float]]) -> list[float]:
    if city.kind not in POPULATED or city.prominence < _CITY:
        return []
    return [score + _LEAD for unit, score in units if _means_city(city, unit)]


def _means_city(city: Candidate, unit: Candidate) -> bool:
    namesakes = city.name_kind == "primary" or fold(city.name) == fold(unit.name)
    if namesakes and city.prominence >= unit.prominence - _HARDLY_LESS:
        return True
    inside = city.admin1_row == unit.row
    return inside and (unit.name_kind != "primary" or city.population >= _CAPITAL_SHARE * unit.population)
