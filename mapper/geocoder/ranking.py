"""Which of the places of one name is meant, before any context but the query's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.gazetteer import POPULATED
from mapper.geo import in_box
from mapper.geocoder.typewords import kinds_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapper.gazetteer import Candidate
    from mapper.geocoder.options import Filter

_TYPE_WORD: Final = 2.0
"""What a word for the kind ("Oblast", "Island") adds for places of that kind."""
_IN_BOX: Final = 1.5
"""What lying in the preferred box adds."""
_HAND_WRITTEN: Final = 0.7
"""What an alternate name gets back in our own tables: unlike GeoNames' lists these hold no noise."""
_REGISTERED: Final = 1.0
"""What an alternate name of disputed ground gets back: each is some party's first name for it."""
_SHORT_FORM_UNIT: Final = -0.8
"""A state or province by another name than its first loses what its kind gave it over towns."""
_STALE: Final = -1.0
"""A former name fades behind a place of note that bears the name today: Salisbury is not Harare."""
_OF_NOTE: Final = 4.5
"""Prominence of a town of about 30,000 people."""
_CAPITAL_SHARE: Final = 0.2
_CAPITAL_LEAD: Final = 0.1
_CITY: Final = 5.0
"""A city with this share of the people of the unit named after it is meant before the unit: New York,
Córdoba; not Québec. It also is where the unit has the name only among others: Madras. All the
numbers of this module are powers of ten and our judgement."""


def scores(name: str, candidates: Sequence[Candidate], wanted: Filter) -> list[float]:
    """Return how likely each place is meant by a name, as powers of ten."""
    kinds = kinds_named(name)
    of_note = any(c.name_kind == "primary" and c.prominence >= _OF_NOTE for c in candidates)
    found = [_score(c, kinds, wanted, of_note=of_note) for c in candidates]
    return _capitals_first(candidates, found) if not kinds else found


def _score(candidate: Candidate, kinds: frozenset[str], wanted: Filter, *, of_note: bool) -> float:
    score = candidate.score
    if candidate.kind in kinds:
        score += _TYPE_WORD
    if wanted.box and in_box(candidate.lat, candidate.lon, wanted.box):
        score += _IN_BOX
    if candidate.name_kind == "primary":
        return score
    if candidate.name_kind == "alternate":
        score += {"dt": _REGISTERED, "own": _HAND_WRITTEN}.get(candidate.id.partition(":")[0], 0.0)
    if candidate.name_kind == "former" and of_note:
        score += _STALE
    if candidate.kind == "admin1" and not candidate.id.startswith("dt:"):
        score += _SHORT_FORM_UNIT
    return score


def _capitals_first(candidates: Sequence[Candidate], found: list[float]) -> list[float]:
    """Lift a city over the unit of the same name that it makes up much of."""
    units = {c.row: (c, score) for c, score in zip(candidates, found, strict=True) if c.kind == "admin1"}
    if not units:
        return found
    return [max(score, _over_unit(c, units)) for c, score in zip(candidates, found, strict=True)]


def _over_unit(city: Candidate, units: dict[int, tuple[Candidate, float]]) -> float:
    if city.kind not in POPULATED or city.prominence < _CITY or city.admin1_row not in units:
        return float("-inf")
    unit, score = units[city.admin1_row]
    large = city.population >= _CAPITAL_SHARE * unit.population
    return score + _CAPITAL_LEAD if large or unit.name_kind != "primary" else float("-inf")
