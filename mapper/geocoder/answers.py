"""Putting what was found into geopy's form: an address, a point, and everything behind it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from geopy.location import Location
from geopy.point import Point
from msgspec import to_builtins

from mapper.geocoder.address import address_of, disputed_note
from mapper.geocoder.areas import WHOLE
from mapper.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapper.gazetteer import Gazetteer
    from mapper.geocoder.ground import Ground
    from mapper.geocoder.search import Found, Hit
    from mapper.model import DisputeFlag, Place

Raw: TypeAlias = dict[str, Any]

_MOST_ALTERNATIVES: Final = 5
_FIT: Final = {"exact": 1.0, "folded": 1.0, "variant": 0.7, "fuzzy": 0.5}
"""By how much a share of the likelihood is believed, by how well the name fits (our judgement)."""
_IN_PART: Final = 0.5
"""By how much where a part of the query, such as a street, is left out (our judgement)."""
_RADIUS_KM: Final = {"city": 5.0, "district": 2.0, "admin2": 25.0, "admin1": 100.0, "country": 300.0}
_OTHER_RADIUS_KM: Final = 1.0
"""Radius of a place whose area the gazetteer does not know, by kind: typical sizes, our judgement."""
_CACHED: Final = 4096


class Answers:
    """Builds locations. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, ground: Ground) -> None:
        self._gazetteer = gazetteer
        self._ground = ground
        self._units = lru_cache(maxsize=_CACHED)(self._units_of)

    def __reduce__(self) -> tuple[type[Answers], tuple[Any, ...]]:
        return Answers, (self._gazetteer, self._ground)

    def of_found(self, found: Found, name: str, limit: int, *, left_out: str | None = None) -> list[Location]:
        """Return the best hits as locations, each with the others as its alternatives.

        `left_out` is the part of the query that no answer says anything of.
        """
        hits, reading = found
        shown = hits[: max(limit, _MOST_ALTERNATIVES + 1)]
        places = [hit.candidate.place for hit in shown]
        shares = _shares(hits)
        others = [
            {"place": to_builtins(self._ground.neutral(place)), "score": round(share, 4)}
            for place, share in zip(places, shares, strict=False)
        ]
        more = [] if left_out is None else [Reason("left-out", left_out)]
        whole = 1.0 if left_out is None else _IN_PART
        return [
            self.of_place(
                places[index],
                _reasons(hit, name, reading) + more,
                row=hit.candidate.row,
                match=hit.candidate.match,
                score=round(shares[index] * _FIT[hit.candidate.match] * whole, 4),
                alternatives=[other for i, other in enumerate(others) if i != index][:_MOST_ALTERNATIVES],
            )
            for index, hit in enumerate(shown[:limit])
        ]

    def of_place(
        self, place: Place, reasons: Iterable[Reason], *, row: int | None = None, **more: Any
    ) -> Location:
        """Return a place, of that row if it is known, as a location; `more` goes into what is behind it."""
        flag = self._ground.flag(place)
        place = self._ground.neutral(place)
        parents = self._gazetteer.parents(place.id) if row is None else self._units(row)
        address = self._address(place.name, () if place.kind in WHOLE else parents, flag)
        raw = self._raw(flag, parents, reasons) | {
            "place": to_builtins(place),
            "uncertainty_km": radius_km(place),
        }
        return Location(address, Point(place.lat, place.lon), raw | more)

    def of_point(
        self, lat: float, lon: float, label: str, reasons: Iterable[Reason], **more: Any
    ) -> Location:
        """Return a point that is no place of the gazetteer, with the areas that hold it."""
        areas = self._gazetteer.containing(lat, lon)
        flag = self._ground.flag_at(lat, lon)
        raw = self._raw(flag, areas, reasons) | {"place": None} | more
        return Location(self._address(label, areas, flag), Point(lat, lon), raw)

    def _units_of(self, row: int) -> tuple[Place, ...]:
        """Return the units that hold the place of a row, the smallest first."""
        rows = self._gazetteer.rows
        return tuple(map(rows.place, rows.parents(row)))

    def _raw(self, flag: DisputeFlag | None, parents: Iterable[Place], reasons: Iterable[Reason]) -> Raw:
        """Return what is behind an answer; on disputed ground without units that are not disputed too."""
        if flag is not None:
            parents = (self._ground.neutral(unit) for unit in parents if self._ground.flag(unit) is not None)
        return {
            "match": None,
            "score": 1.0,
            "reasons": [to_builtins(reason) for reason in reasons],
            "alternatives": [],
            "dispute": None if flag is None else to_builtins(flag),
            "parents": [to_builtins(parent) for parent in parents],
        }

    def _address(self, name: str, parents: Iterable[Place], flag: DisputeFlag | None) -> str:
        if flag is None:
            return address_of(name, parents)
        territory = self._ground.neutral_name(flag.territory)
        return (name if territory == name else f"{name}, {territory}") + disputed_note(flag)


def radius_km(place: Place) -> float:
    """Return the radius of a place's area, a typical one where it is not known."""
    return place.extent or _RADIUS_KM.get(place.kind, _OTHER_RADIUS_KM)


def _shares(hits: Sequence[Hit]) -> list[float]:
    """Return each hit's part of the likelihood; scores are powers of ten."""
    weights = [10 ** (hit.score - hits[0].score) for hit in hits]
    total = sum(weights)
    return [weight / total for weight in weights]


def _reasons(hit: Hit, name: str, reading: str) -> list[Reason]:
    candidate = hit.candidate
    reasons = [Reason(f"{candidate.match}-name", name), Reason("name-kind", candidate.name_kind)]
    if candidate.edits:
        reasons.append(Reason("edits", float(candidate.edits)))
    if reading != "name":
        reasons.append(Reason("read", reading))
    reasons += [Reason("within", area) for area in hit.within]
    if candidate.population:
        reasons.append(Reason("population", float(candidate.population)))
    return reasons
