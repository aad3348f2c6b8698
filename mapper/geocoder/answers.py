"""Putting what was found into geopy's form: an address, a point, and everything behind it."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from msgspec import to_builtins

from mapper.geocoder.address import disputed_note, telling_units
from mapper.geocoder.answer import Answer
from mapper.geocoder.areas import WHOLE
from mapper.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapper.gazetteer import Gazetteer
    from mapper.geocoder.ground import Ground
    from mapper.geocoder.search import Found, Hit
    from mapper.model import DisputeFlag, Place

Raw: TypeAlias = dict[str, Any]
Languages: TypeAlias = tuple[str, ...]

_MOST_ALTERNATIVES: Final = 5
_FIT: Final = {"exact": 1.0, "folded": 1.0, "variant": 0.7, "fuzzy": 0.5}
"""By how much a share of the likelihood is believed, by how well the name fits (our judgement)."""
_IN_PART: Final = 0.5
"""By how much where a part of the query, such as a street, is left out (our judgement)."""
_RADIUS_KM: Final = {"city": 5.0, "district": 2.0, "admin2": 25.0, "admin1": 100.0, "country": 300.0}
_OTHER_RADIUS_KM: Final = 1.0
"""Radius of a place whose area the gazetteer does not know, by kind: typical sizes, our judgement."""
_CACHED: Final = 4096


class _Known(NamedTuple):
    """A place as it may be shown, with what every answer says of it."""

    place: Place
    flag: DisputeFlag | None
    units: tuple[Place, ...]
    address: str


class Answers:
    """Builds locations. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, ground: Ground) -> None:
        self._gazetteer = gazetteer
        self._ground = ground
        self._known = lru_cache(maxsize=_CACHED)(self._look_up)
        self._unit = lru_cache(maxsize=_CACHED)(gazetteer.rows.place)
        self._neutral = lru_cache(maxsize=_CACHED)(lambda row: ground.neutral(gazetteer.rows.place(row)))

    def __reduce__(self) -> tuple[type[Answers], tuple[Any, ...]]:
        return Answers, (self._gazetteer, self._ground)

    def of_found(
        self, found: Found, name: str, limit: int, languages: Languages, *, left_out: str | None = None
    ) -> list[Answer]:
        """Return the best hits as locations, each with the others as its alternatives.

        `left_out` is the part of the query that no answer says anything of.
        """
        shares = _shares(found.hits)
        shown = found._replace(hits=found.hits[: max(limit, _MOST_ALTERNATIVES + 1)])
        answers = []
        for place, hit in enumerate(shown.hits[:limit]):
            known = self._known(hit.candidate.row, languages)
            tell = partial(self._tell_found, known, shown, place, shares[: len(shown.hits)], name, left_out)
            answers.append(Answer(known.address, known.place.lat, known.place.lon, tell))
        return answers

    def of_near(self, row: int, km: float, reason: str, languages: Languages) -> Answer:
        """Return the place of a row, so far from the point that was asked for, as a location."""
        known = self._known(row, languages)
        return Answer(
            known.address, known.place.lat, known.place.lon, partial(self._tell_near, known, km, reason)
        )

    def of_point(
        self, lat: float, lon: float, label: str, reasons: Sequence[Reason], languages: Languages, **more: Any
    ) -> Answer:
        """Return a point that is no place of the gazetteer, with the areas that hold it."""
        areas = self._gazetteer.containing(lat, lon)
        flag = self._ground.flag_at(lat, lon)
        units = telling_units(label, areas)
        address = self._address(label, (self._spoken(unit, languages) for unit in units), flag)
        return Answer(address, lat, lon, lambda: self._raw(flag, areas, reasons) | {"place": None} | more)

    def shown(self, place: Place) -> Raw:
        """Return the record of a place as it may be shown, as a dict of its own."""
        record: Raw = to_builtins(self._ground.neutral(place))
        return record

    def _look_up(self, row: int, languages: Languages) -> _Known:
        rows = self._gazetteer.rows
        place = rows.place(row)
        units = tuple(map(self._unit, rows.parents(row)))
        flag = self._ground.flag(place)
        telling = () if place.kind in WHOLE else telling_units(place.name, units)
        own = place.name if flag else self._spoken(place, languages)
        address = self._address(own, (self._spoken(unit, languages) for unit in telling), flag)
        return _Known(self._ground.neutral(place), flag, units, address)

    def _spoken(self, place: Place, languages: Languages) -> str:
        """Return a place's name in the first language that it is known in, else its own."""
        known = self._gazetteer.names(place.id) if languages else {}
        return next((known[language] for language in languages if language in known), place.name)

    def _tell_found(
        self,
        known: _Known,
        found: Found,
        place: int,
        shares: Sequence[float],
        name: str,
        left_out: str | None,
    ) -> Raw:
        hit = found.hits[place]
        others = [number for number in range(len(found.hits)) if number != place][:_MOST_ALTERNATIVES]
        more = [] if left_out is None else [Reason("left-out", left_out)]
        fit = _FIT[hit.candidate.match] * (1.0 if left_out is None else _IN_PART)
        alternatives = [
            {
                "place": to_builtins(self._neutral(found.hits[other].candidate.row)),
                "score": round(shares[other], 4),
            }
            for other in others
        ]
        reasons = _reasons(hit, name, found.reading) + more
        score = round(shares[place] * fit, 4)
        told = {"match": hit.candidate.match, "score": score, "alternatives": alternatives}
        return self._tell(known, reasons, told)

    def _tell_near(self, known: _Known, km: float, reason: str) -> Raw:
        reasons = [Reason(reason, known.place.name), Reason("distance-km", km)]
        return self._tell(known, reasons, {"match": "reverse", "distance_km": km})

    def _tell(self, known: _Known, reasons: Iterable[Reason], more: Raw) -> Raw:
        own = {"place": to_builtins(known.place), "uncertainty_km": radius_km(known.place)}
        return self._raw(known.flag, known.units, reasons) | own | more

    def _raw(self, flag: DisputeFlag | None, units: Iterable[Place], reasons: Iterable[Reason]) -> Raw:
        """Return what is behind an answer; on disputed ground without units that are not disputed too."""
        if flag is not None:
            units = (self._ground.neutral(unit) for unit in units if self._ground.flag(unit) is not None)
        return {
            "match": None,
            "score": 1.0,
            "reasons": [to_builtins(reason) for reason in reasons],
            "alternatives": [],
            "dispute": None if flag is None else to_builtins(flag),
            "parents": [to_builtins(unit) for unit in units],
        }

    def _address(self, name: str, units: Iterable[str], flag: DisputeFlag | None) -> str:
        if flag is None:
            return ", ".join([name, *units])
        territory = self._ground.neutral_name(flag.territory)
        return (name if territory == name else f"{name}, {territory}") + disputed_note(flag)


def radius_km(place: Place) -> float:
    """Return the radius of a place's area, a typical one where it is not known."""
    return place.extent or _RADIUS_KM.get(place.kind, _OTHER_RADIUS_KM)


def _shares(hits: Sequence[Hit]) -> list[float]:
    """Return each hit's part of the likelihood; scores are powers of ten."""
    if len(hits) <= 1:
        return [1.0] * len(hits)
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
