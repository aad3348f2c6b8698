"""Several gazetteers as one: the packaged one and what a user brings.

A place that two of them know is one place. The first that knows it speaks for it (id, kind, country,
point, units), and all of them lend it their names. So disputed territories stay what the register
says they are, whatever a dump gives them to.
"""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mapper.errors import InputError
from mapper.gazetteer.gazetteer import Gazetteer
from mapper.gazetteer.rows import Rows
from mapper.gazetteer.segments import segments
from mapper.gazetteer.store import Store
from mapper.gazetteer.twins import Twins
from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from numpy.typing import ArrayLike

    from mapper.gazetteer.candidates import Candidate
    from mapper.gazetteer.store import Array

OUTLINES: Final = "disputed.geojsonl"
"""The outlines of disputed territories that an import brought, beside the parts of its index."""
_CACHED: Final = 2**17
_MOST_ASKED: Final = 32
"""Neighbours looked at for some that are not told of twice; the tree of points is slow beyond."""
_NONE: Final = -1


class CombinedGazetteer(Gazetteer):
    """A gazetteer made of others, with the interface of one.

    Parameters
    ----------
    gazetteers
        In the order in which they speak for places that several of them know.
    """

    def __init__(self, gazetteers: Iterable[Gazetteer]) -> None:
        stores = [store for gazetteer in gazetteers for store in gazetteer.rows.stores]
        if not stores:
            msg = "There is nothing to combine: give at least one gazetteer."
            raise InputError(msg)
        super().__init__(*stores)
        self._combined = CombinedRows(stores)
        self.rows: Rows = self._combined

    @classmethod
    def open(cls, path: Path | None = None) -> CombinedGazetteer:
        """Open the packaged index and those in a folder, or in several parted as in ``PATH``.

        Raises
        ------
        GazetteerError
            If one is missing, damaged, or was built for another format.
        """
        indexes = [data_path("gazetteer", "index")]
        for folder in _folders(path):
            indexes += segments(folder)
        return cls([Gazetteer(*map(Store.open, indexes))])

    def info(self) -> dict[str, Any]:
        """Return counts, licences and packages of all together, and what each index is.

        A place that several know is counted once for each.
        """
        manifests = [store.manifest for store in self.rows.stores]
        indexes = [{"version": m.build, "created_by": m.created_by, "places": m.places} for m in manifests]
        return super().info() | {"indexes": indexes}

    def __reduce__(self) -> tuple[Any, ...]:
        return _combine, self.rows.stores

    def nearest_rows(
        self,
        lat: ArrayLike,
        lon: ArrayLike,
        *,
        limit: int = 1,
        max_km: float | None = None,
        kinds: Collection[str] | None = None,
    ) -> tuple[Array, Array]:
        """Return rows and distances in km for many points: one line each, -1 and infinity for none.

        Of a place that several gazetteers know only the row of the first is returned.
        """
        import numpy as np

        asked, most = limit, max(limit, _MOST_ASKED)
        while True:
            rows, km = super().nearest_rows(lat, lon, limit=asked, max_km=max_km, kinds=kinds)
            known = (rows != _NONE) & ~self._combined.are_twins(rows)
            is_enough = (known.sum(axis=1) >= limit) | (rows[:, -1] == _NONE)
            if asked == most or is_enough.all():
                break
            asked = min(2 * asked, most)
        order = np.argsort(~known, axis=1, kind="stable")[:, :limit]
        rows, km = np.where(known, rows, _NONE), np.where(known, km, np.inf)
        return np.take_along_axis(rows, order, axis=1), np.take_along_axis(km, order, axis=1)

    def containing_rows(self, lat: ArrayLike, lon: ArrayLike) -> Array:
        """Return for each of many points the row of the smallest area that holds it, -1 for none."""
        import numpy as np

        rows, places = np.unique(super().containing_rows(lat, lon), return_inverse=True)
        return np.array([row if row == _NONE else self._combined.same(int(row)) for row in rows])[places]

    def has_outline(self, row: int) -> bool:
        """Tell whether a row, or what it consists of, has an outline in one of the gazetteers."""
        return row in self._outlined

    def outline(self, ident: str) -> Any:
        """Return the first outline of a place as a shapely geometry, None where there is only a circle."""
        same, row = self._combined.same, self._combined.same(self._row(ident))
        found = next((area for area in self._areas.rows.tolist() if same(area) == row), row)
        return self._areas.shape(found)

    @cached_property
    def _outlined(self) -> frozenset[int]:
        return frozenset(map(self._combined.same, self._areas.outlined))

    def _rows_at(self, lat: float, lon: float) -> list[int]:
        return list(dict.fromkeys(map(self._combined.same, super()._rows_at(lat, lon))))

    def _ranked(self, candidates: Iterable[Candidate], limit: int | None) -> list[Candidate]:
        """Sort by score and keep the best view of each place, as its first gazetteer has it."""
        found = list(candidates)
        for candidate in found:
            candidate.row = self._combined.same(candidate.row)
        return super()._ranked(found, limit)


class CombinedRows(Rows):
    """The rows of several indexes, of which some are of the same place."""

    def __init__(self, stores: Sequence[Store]) -> None:
        super().__init__(stores)
        twins = Twins(self)
        self._twin = lru_cache(maxsize=_CACHED)(twins.of)

    def same(self, row: int) -> int:
        """Return the row that speaks for a row's place."""
        while row >= self._first and (twin := self._twin(row)) is not None:
            row = twin
        return row

    def are_twins(self, rows: Array) -> Array:
        """Tell which rows are of places that an earlier row speaks for."""
        import numpy as np

        later = np.unique(rows[rows >= self._first])
        return np.isin(rows, [row for row in later.tolist() if self.same(row) != row])

    def parent(self, row: int) -> int | None:
        """Return the row of the smallest unit that holds a place; it may lie in another index."""
        parent = super().parent(row)
        return None if parent is None or (parent := self.same(parent)) == row else parent


def _combine(*stores: Store) -> CombinedGazetteer:
    return CombinedGazetteer([Gazetteer(*stores)])


def _folders(path: Path | None) -> list[Path]:
    if path is None:
        return []
    return [path] if path.exists() else [Path(part) for part in str(path).split(os.pathsep) if part]


def outlines_of(gazetteer: Gazetteer) -> Path | None:
    """Return the file of disputed territories' outlines that comes with a gazetteer, the last if several."""
    stores = [store for store in gazetteer.rows.stores if OUTLINES in store.manifest.parts]
    return next((store.folder / OUTLINES for store in reversed(stores) if store.folder), None)
