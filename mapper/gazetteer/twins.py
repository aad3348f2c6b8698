"""Which rows of several indexes are the same place: by id, else by name, kind and distance."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from mapper.gazetteer.folding import fold
from mapper.gazetteer.kinds import NAME_KINDS, POPULATED, SEAS
from mapper.gazetteer.store import KIND_BITS
from mapper.geo import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer.rows import Rows

_GROUPS: Final = (
    POPULATED,
    SEAS,
    frozenset({"lake", "reservoir"}),
    frozenset({"river", "canal"}),
    frozenset({"island", "archipelago", "reef"}),
    frozenset({"mountain", "range", "volcano", "plateau", "valley", "desert", "peninsula", "cape"}),
    frozenset({"region", "forest", "glacier", "continent", "grouping"}),
)
"""Kinds that sources tell apart differently; any other kind is only the same as itself."""
_GROUP_OF: Final = {kind: str(number) for number, kinds in enumerate(_GROUPS) for kind in kinds}
_TERRITORY: Final = "disputed"
_NO_TERRITORY: Final = frozenset(
    {*POPULATED, "airport", "port", "base", "landmark", "crossing", "nuclear site", "dam"}
)
"""Kinds of places that lie in a territory of their name without being it."""
_SPOT_KM: Final = 10.0
_AREA_KM: Final = {"country": 500.0, "admin1": 200.0, _TERRITORY: 15.0}
_OTHER_KM: Final = 60.0
"""How far apart sources may put one place: towns and built things, and areas beyond the larger radius.
Our judgement; the gazetteer's own recipe joins towns within 15 km and territories likewise."""
_ONE_A_COUNTRY: Final = frozenset({"country", "admin1"})
"""Kinds of which a country has no two of one name: where their middle lies is a matter of taste."""
_NAMED: Final = frozenset({"primary", "alternate", "former"})
_KIND_MASK: Final = (1 << KIND_BITS) - 1
_CACHED: Final = 4096


class _Known(NamedTuple):
    """What tells two places of one name apart."""

    row: int
    ident: str
    kind: str
    country: str | None
    lat: float
    lon: float
    extent: float


class Twins:
    """Finds for a row the one of an earlier index that is the same place."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._bearers = lru_cache(maxsize=_CACHED)(self._named_before)

    def of(self, row: int) -> int | None:
        """Return the row of an earlier index with the same place, None if there is none."""
        number = bisect_right(self._rows.starts, row) - 1
        if number == 0:
            return None
        found = self._by_id(self._rows.ident(row), number)
        return self._by_name(row, number) if found is None else found

    def _by_id(self, ident: str, number: int) -> int | None:
        """Look the id up in earlier indexes; the ids of two users say nothing of one another."""
        if ident.startswith("user:"):
            return None
        found = self._rows.row(ident)
        return found if found is not None and found < self._rows.starts[number] else None

    def _by_name(self, row: int, number: int) -> int | None:
        own = self._known(row)
        others = self._bearers(fold(self._rows.name(row)), number)
        near = [(km, other.row) for other in others if (km := _distance(own, other)) is not None]
        return min(near)[1] if near else None

    def _named_before(self, folded: str, number: int) -> tuple[_Known, ...]:
        """Return the places of earlier indexes that bear a name, not only as a code or a demonym."""
        return tuple(map(self._known, dict.fromkeys(self._rows_before(folded, number))))

    def _rows_before(self, folded: str, number: int) -> Iterator[int]:
        for start, store in zip(self._rows.starts, self._rows.stores[:number], strict=False):
            for row, posted in store.postings(folded):
                if NAME_KINDS[posted & _KIND_MASK] in _NAMED:
                    yield start + row

    def _known(self, row: int) -> _Known:
        rows = self._rows
        where = rows.lat(row), rows.lon(row), rows.extent(row)
        return _Known(row, rows.ident(row), rows.kind(row), rows.country(row), *where)


def _distance(own: _Known, other: _Known) -> float | None:
    """Return how far apart two records of one name are, None if they are of two places."""
    group = _group(own.kind, other.kind)
    if group is None or (own.country and other.country and own.country != other.country):
        return None
    if own.ident.startswith("gn:") and other.ident.startswith("gn:"):
        return None
    km = distance_km(own.lat, own.lon, other.lat, other.lon)
    if group in _ONE_A_COUNTRY and own.country and own.country == other.country:
        return km
    is_spot = group in _NO_TERRITORY or group == _GROUP_OF["city"]
    reach = _SPOT_KM if is_spot else max(_AREA_KM.get(group, _OTHER_KM), own.extent, other.extent)
    return km if km <= reach else None


def _group(kind: str, other: str) -> str | None:
    """Return what two kinds have in common, None if a place cannot be both."""
    if _TERRITORY in (kind, other):
        is_territory = kind not in _NO_TERRITORY and other not in _NO_TERRITORY
        return _TERRITORY if is_territory else None
    first, second = (_GROUP_OF.get(kind, kind) for kind in (kind, other))
    return first if first == second else None
