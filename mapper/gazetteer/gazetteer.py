"""The face of the room: which places a name may mean, and what lies at or around a point."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from mapper.errors import InputError
from mapper.gazetteer.candidates import Candidate
from mapper.gazetteer.folding import fold
from mapper.gazetteer.fuzzy import begins_a_key, near_folds
from mapper.gazetteer.kinds import CASE_SENSITIVE, NAME_KINDS
from mapper.gazetteer.layout import COORDINATE_SCALE, verify
from mapper.gazetteer.store import KIND_BITS, Store, spelling
from mapper.gazetteer.variants import near_names, same_name
from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from numpy.typing import ArrayLike

    from mapper.gazetteer.areas import Areas
    from mapper.gazetteer.kinds import Match
    from mapper.gazetteer.layout import Manifest
    from mapper.gazetteer.prefixes import Prefixes
    from mapper.gazetteer.spatial import Array, NearestIndex
    from mapper.model import Place

LONGEST_NAME: Final = 120
"""Code points of the longest name looked up; the longest place name in use has 85 (Taumata…)."""
_KIND_MASK: Final = (1 << KIND_BITS) - 1


class Gazetteer:
    """A read-only index of places. Open it once and share it: it is safe to use from threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._trees: dict[frozenset[str] | None, tuple[Array, NearestIndex]] = {}

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open an index, by default the packaged one.

        Raises
        ------
        GazetteerError
            If there is none, it is damaged, or it was built for another format.
        """
        return cls(Store(data_path("gazetteer", "index") if path is None else path))

    def __len__(self) -> int:
        return len(self._store)

    @property
    def version(self) -> str:
        """The build id: the same content has the same one."""
        return self._store.manifest.build

    def info(self) -> Manifest:
        """Return counts by kind and source, licences and the packages it was built from."""
        return self._store.manifest

    def verify(self) -> None:
        """Read the whole index and compare its checksums.

        Raises
        ------
        GazetteerCorruptError
            If a part was altered.
        """
        verify(self._store.folder, self._store.manifest)

    def lookup(self, name: str, *, variants: bool = True, limit: int = 60) -> list[Candidate]:
        """Return the places a name may mean, most likely first.

        Parameters
        ----------
        name
            A place name in any script.
        variants
            Also try forms with a word more or less ("Province", "City of"), at a lower score.
        limit
            Number of candidates at most.
        """
        if len(name) > LONGEST_NAME or not (folded := fold(name)):
            return []
        found = self._matches(name, folded, "folded")
        for other in same_name(folded):
            found += self._matches(name, other, "folded")
        if variants:
            for other in near_names(folded):
                found += self._matches(name, other, "variant")
        return _ranked(found, limit)

    def exact(self, name: str) -> list[Candidate]:
        """Return the places spelled just so."""
        return [candidate for candidate in self.folded(name) if candidate.match == "exact"]

    def folded(self, name: str) -> list[Candidate]:
        """Return the places whose name folds to the same form."""
        if len(name) > LONGEST_NAME:
            return []
        return _ranked(self._matches(name, fold(name), "folded"), None)

    def has(self, name: str) -> bool:
        """Tell whether some place bears the name, up to folding."""
        return len(name) <= LONGEST_NAME and fold(name) in self._store.folds

    def has_prefix(self, name: str) -> bool:
        """Tell whether some place's folded name begins with the fold of this one."""
        return len(name) <= LONGEST_NAME and begins_a_key(self._store.folds, fold(name))

    def place(self, ident: str) -> Place:
        """Return a place by its id.

        Raises
        ------
        InputError
            If there is no such place.
        """
        return self._store.place(self._row(ident))

    def parents(self, ident: str) -> tuple[Place, ...]:
        """Return the units that hold a place, nearest first."""
        return tuple(map(self._store.place, self._store.parents(self._row(ident))))

    def prefix(self, text: str, *, limit: int = 10) -> list[Candidate]:
        """Return places with a name that begins with the text, best known first, for completion."""
        if len(text) > LONGEST_NAME or not (folded := fold(text)):
            return []
        rows = self._prefixes.rows(folded, limit)
        return [Candidate(self._store, row, "primary", "folded") for row in rows]

    def fuzzy(self, name: str, *, max_edits: int = 2, limit: int = 10) -> list[Candidate]:
        """Return the places whose name is nearest to a misspelled one.

        Edits are letters left out, added, mistaken or swapped. Names under four letters are left
        alone, and two edits are tried only from seven letters on and where one finds nothing.
        """

        if len(name) > LONGEST_NAME:
            return []
        found = []
        for folded, edits in near_folds(self._store.folds, fold(name), max_edits):
            found += self._matches(name, folded, "fuzzy", edits)
        return _ranked(found, limit)

    def nearest(
        self,
        lat: float,
        lon: float,
        *,
        limit: int = 1,
        max_km: float | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[tuple[Place, float]]:
        """Return the nearest places with their distances in km; of `kinds` only, if given."""
        rows, away = self.nearest_rows([lat], [lon], limit=limit, max_km=max_km, kinds=kinds)
        return [
            (self._store.place(int(row)), float(km))
            for row, km in zip(rows[0], away[0], strict=True)
            if row >= 0
        ]

    def nearest_rows(
        self,
        lat: ArrayLike,
        lon: ArrayLike,
        *,
        limit: int = 1,
        max_km: float | None = None,
        kinds: Collection[str] | None = None,
    ) -> tuple[Array, Array]:
        """Return rows and distances in km for many points: one line each, -1 and infinity for none."""
        rows, tree = self._tree(None if kinds is None else frozenset(kinds))
        numbers, away = tree.query(lat, lon, limit=limit, max_km=max_km)
        import numpy as np

        return np.where(numbers < 0, -1, rows[numbers]) if len(rows) else numbers, away

    def containing(self, lat: float, lon: float) -> tuple[Place, ...]:
        """Return the units or the sea that hold a point, smallest first; the country comes last."""
        return tuple(map(self._store.place, self._rows_at(lat, lon)))

    def containing_rows(self, lat: ArrayLike, lon: ArrayLike) -> Array:
        """Return for each of many points the row of the smallest area that holds it, -1 for none."""
        return self._areas.first_rows(lat, lon)

    def contains(self, area_id: str, lat: float, lon: float) -> bool:
        """Tell whether a place holds a point: by outline where it has one, else by its circle."""
        row = self._row(area_id)
        if row in self._rows_at(lat, lon):
            return True
        if self.has_outline(row):
            return False
        from mapper.geo import distance_km

        store = self._store
        return distance_km(store.lat(row), store.lon(row), lat, lon) <= store.extent[row]

    def has_outline(self, row: int) -> bool:
        """Tell whether a row, or all it consists of, has an outline."""
        return row in self._outlined

    def _rows_at(self, lat: float, lon: float) -> list[int]:
        found: dict[int, None] = {}
        areas = self._areas.rows_at(lat, lon)
        for row in areas:
            found[row] = None
        for row in areas:
            found.update(dict.fromkeys(self._store.parents(row)))
        return list(found)

    def _tree(self, kinds: frozenset[str] | None) -> tuple[Array, NearestIndex]:
        if kinds not in self._trees:
            import numpy as np

            from mapper.gazetteer.spatial import NearestIndex

            arrays, names = self._store.arrays, self._store.kinds
            wanted = [number for number, kind in enumerate(names) if kinds is None or kind in kinds]
            rows = np.flatnonzero(np.isin(arrays["kind"], wanted))
            lat, lon = (arrays[axis][rows] / COORDINATE_SCALE for axis in ("lat", "lon"))
            self._trees[kinds] = rows, NearestIndex(lat, lon)
        return self._trees[kinds]

    @cached_property
    def _areas(self) -> Areas:
        from mapper.gazetteer.areas import Areas

        return Areas(self._store)

    @cached_property
    def _outlined(self) -> frozenset[int]:
        outlined = {int(row) for row in self._areas.rows}
        return frozenset(outlined.union(*(self._store.parents(row) for row in outlined)))

    @cached_property
    def _prefixes(self) -> Prefixes:
        from mapper.gazetteer.prefixes import Prefixes

        return Prefixes(self._store)

    def __reduce__(self) -> tuple[Any, ...]:
        return Gazetteer, (self._store,)

    def _row(self, ident: str) -> int:
        row = self._store.row(ident)
        if row is None:
            msg = f"The gazetteer has no place {ident!r}: ids look like 'gn:1835848' or 'dt:liancourt-rocks'."
            raise InputError(msg)
        return row

    def _matches(self, name: str, folded: str, match: Match, edits: int = 0) -> list[Candidate]:
        check = spelling(name)
        found = []
        for row, posted in self._store.postings(folded):
            kind = NAME_KINDS[posted & _KIND_MASK]
            same = posted >> KIND_BITS == check
            if same or kind not in CASE_SENSITIVE:
                found.append(Candidate(self._store, row, kind, "exact" if same else match, edits))
        return found


def _ranked(candidates: Iterable[Candidate], limit: int | None) -> list[Candidate]:
    """Sort by score and keep the best view of each row."""
    best: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=_by_score):
        best.setdefault(candidate.row, candidate)
    return list(best.values())[:limit]


def _by_score(candidate: Candidate) -> tuple[float, int]:
    return -candidate.score, candidate.row
