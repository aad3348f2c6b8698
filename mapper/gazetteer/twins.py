"""Which rows of several indexes are the same place: by GeoNames id, else by name, kind and distance."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.folding import fold
from mapper.gazetteer.kinds import CASE_SENSITIVE, NAME_KINDS, POPULATED, SEAS
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
_GROUP_OF: Final = {kind: number for number, kinds in enumerate(_GROUPS) for kind in kinds}
_SPOTS_KM: Final = {"airport": 10.0, "city": 10.0, "district": 10.0}
_SPOT_KM: Final = 5.0
_AREAS_KM: Final = {"country": 500.0, "admin1": 200.0, "admin2": 60.0}
_AREA_KM: Final = 60.0
"""How far apart two sources may put one place, beyond the larger radius (our judgement)."""
_SPOTS: Final = frozenset(
    {"airport", "port", "base", "landmark", "crossing", "nuclear site", "dam", "volcano", "mountain", *POPULATED}
)
_DISPUTED: Final = "disputed"
_LEAST_KM: Final = 15.0
"""A territory of the register is at least this wide when others' points of it are looked for."""
_UNCODED: Final = frozenset(NAME_KINDS) - CASE_SENSITIVE - {"demonym"}
_KIND_MASK: Final = (1 << KIND_BITS) - 1
_CACHED_NAMES: Final = 4096


class Twins:
    """Finds for a row the one of an earlier index that is the same place."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._earlier = lru_cache(maxsize=_CACHED_NAMES)(self._named_before)

    def of(self, row: int) -> int | None:
        """Return the row of an earlier index with the same place, None if there is none."""
        store, _ = self._rows.at(row)
        number = self._rows.stores.index(store)
        if number == 0:
            return None
        by_id = self._by_id(number, self._rows.ident(row))
        return by_id if by_id is not None else self._by_name(number, row)

    def _by_id(self, number: int, ident: str) -> int | None:
        """Look the id up in earlier indexes; two users' ids say nothing of one another."""
        if ident.startswith("user:"):
            return None
        for start, store in zip(self._rows.starts, self._rows.stores[:number], strict=False):
            if (row := store.row(ident)) is not None:
                return start + row
        return None

    def _by_name(self, number: int, row: int) -> int | None:
        others = self._earlier(fold(self._rows.name(row)), number)
        near = [(km, other) for other in others if (km := self._distance(row, other)) is not None]
        return min(near)[1] if near else None

    def _named_before(self, folded: str, number: int) -> tuple[int, ...]:
        """Return the rows of earlier indexes that bear a name, but not as a code."""
        return tuple(dict.fromkeys(self._bearers(folded, number)))

    def _bearers(self, folded: str, number: int) -> Iterator[int]:
        for start, store in zip(self._rows.starts, self._rows.stores[:number], strict=False):
            for row, posted in store.postings(folded):
                if NAME_KINDS[posted & _KIND_MASK] in _UNCODED:
                    yield start + row

    def _distance(self, row: int, other: int) -> float | None:
        """Return how far apart two rows of one name are, None if they are two places."""
        rows = self._rows
        if abs(rows.lat(row) - rows.lat(other)) > self._most_degrees(row, other):
            return None
        if rows.ident(row).startswith("gn:") and rows.ident(other).startswith("gn:"):
            return None
        countries = {rows.country(row), rows.country(other)} - {None}
        if len(countries) > 1 or not _alike(rows.kind(row), rows.kind(other)):
            return None
        km = distance_km(rows.lat(row), rows.lon(row), rows.lat(other), rows.lon(other))
        return km if km <= self._reach_km(row, other) else None
