"""The face of the room: which places a name may mean, and what lies at or around a point."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from mapper.errors import InputError
from mapper.gazetteer.candidates import Candidate
from mapper.gazetteer.folding import fold
from mapper.gazetteer.kinds import CASE_SENSITIVE, NAME_KINDS
from mapper.gazetteer.layout import FORMAT, MANIFEST
from mapper.gazetteer.rows import Rows
from mapper.gazetteer.store import KIND_BITS, Store, spelling
from mapper.gazetteer.variants import same_name, wider_names, without_unit
from mapper.geo import distance_km
from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    import geopandas as gpd
    from numpy.typing import ArrayLike

    from mapper.gazetteer.areas import Areas
    from mapper.gazetteer.kinds import Match
    from mapper.gazetteer.nearest import Nearest
    from mapper.gazetteer.prefixes import Prefixes
    from mapper.gazetteer.store import Array
    from mapper.model import Place

LONGEST_NAME: Final = 120
"""Code points of the longest name looked up; the longest place name in use has 85 (general knowledge)."""
SHORT: Final = 2
"""Latin names of up to this many letters count only as they are spelled: "Us" is a town, "us" a word."""
_KIND_MASK: Final = (1 << KIND_BITS) - 1


class Gazetteer:
    """A read-only index of places. Open it once and share it: it is safe to use from threads.

    Towns on disputed ground keep the country that GeoNames gives them, which "Simferopol, Ukraine" and
    filters by country need; whether a point is disputed is told by `DisputeRegister.at`, not here.
    Only the territories themselves have no country.
    """

    def __init__(self, *stores: Store) -> None:
        self.rows = Rows(stores)

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open the packaged index, or the one in a folder; an import comes together with the packaged one.

        Raises
        ------
        GazetteerError
            If there is none, it is damaged, or it was built for another format.
        """
        if path is not None and not (path / MANIFEST).is_file():
            from mapper.gazetteer.combined import CombinedGazetteer

            return CombinedGazetteer.open(path)
        return cls(Store.open(data_path("gazetteer", "index") if path is None else path))

    @classmethod
    def from_records(
        cls,
        rows: Iterable[Mapping[str, Any]],
        *,
        kind: str = "city",
        source: str = "user",
        base: Gazetteer | None = None,
        **columns: str,
    ) -> Gazetteer:
        """Return a gazetteer of one's own places, to be put `beside` the packaged one.

        Parameters
        ----------
        rows
            What is known of each place by the keys ``name, lat, lon`` and, where known, ``id, kind,
            names, country, population, prominence, extent, geonames``. A place without a prominence
            is meant before its namesakes.
        kind
            Of the rows that tell none.
        source
            What they are called in results.
        base
            The gazetteer whose outlines tell country and unit; the packaged one if none is given.
        **columns
            Keys of the rows with other names: ``name="village"``.

        Raises
        ------
        InputError
            If a row has no name or no point, or what is asked for does not exist.
        """
        from mapper.gazetteer.own import store_of_records

        return cls(store_of_records(rows, columns, kind=kind, source=source, base=base or cls.open()))

    @classmethod
    def from_geodataframe(
        cls,
        frame: gpd.GeoDataFrame,
        *,
        name: str,
        kind: str = "city",
        source: str = "user",
        base: Gazetteer | None = None,
        **columns: str,
    ) -> Gazetteer:
        """Return a gazetteer of a GeoDataFrame's places; rows without a name or a shape are left out.

        Parameters
        ----------
        frame
            Points or areas in any coordinate system; of an area, a point inside it is taken.
        name
            The column with the names.
        kind, source, base, **columns
            As in `from_records`.

        Raises
        ------
        InputError
            If a column or the coordinate system is missing or the kind is not known.
        """
        from mapper.gazetteer.own import store_of_frame

        told = {"name": name, **columns}
        return cls(store_of_frame(frame, told, kind=kind, source=source, base=base or cls.open()))

    def beside(self, other: Gazetteer) -> Gazetteer:
        """Return a gazetteer of this one's places and another's; this one speaks for what both know."""
        from mapper.gazetteer.combined import CombinedGazetteer

        return CombinedGazetteer((self, other))

    def __len__(self) -> int:
        return len(self.rows)

    def __reduce__(self) -> tuple[Any, ...]:
        return Gazetteer, self.rows.stores

    @property
    def version(self) -> str:
        """The build ids: the same content has the same ones."""
        return "+".join(store.manifest.build for store in self.rows.stores)

    def info(self) -> dict[str, Any]:
        """Return counts by kind and source, languages, licences, and the packages it is made of, for JSON."""
        manifests = [store.manifest for store in self.rows.stores]
        return {
            "version": self.version,
            "format": FORMAT,
            "places": len(self),
            "names": sum(manifest.names for manifest in manifests),
            "bytes": sum(part.bytes for manifest in manifests for part in manifest.parts.values()),
            "kinds": dict(sum((Counter(manifest.by_kind) for manifest in manifests), Counter())),
            "sources": dict(sum((Counter(manifest.by_source) for manifest in manifests), Counter())),
            "languages": sorted({language for manifest in manifests for language in manifest.languages}),
            "licences": {
                name: credit for manifest in manifests for name, credit in manifest.licences.items()
            },
            "packages": {
                name: version for manifest in manifests for name, version in manifest.packages.items()
            },
        }

    def verify(self) -> None:
        """Read every index whole and compare its checksums.

        Raises
        ------
        GazetteerCorruptError
            If a part was altered.
        """
        for store in self.rows.stores:
            store.verify()

    def lookup(self, name: str, *, variants: bool = True, limit: int = 60) -> list[Candidate]:
        """Return the places a name may mean, most likely first.

        Parameters
        ----------
        name
            A place name in any script.
        variants
            Also try the name without its unit ("Province", "City of"), at a lower score, and for an
            unknown name the whole of a part ("northern Syria") and forms with a word more.
        limit
            Number of candidates at most.
        """
        folded = _folded(name)
        if not folded:
            return []
        found = [*self._matches(name, folded, "folded")]
        for other in same_name(folded):
            found += self._matches(name, other, "folded")
        if variants:
            forms = without_unit(folded) if found else (*without_unit(folded), *wider_names(folded))
            for other in forms:
                found += self._matches(name, other, "variant")
        return self._ranked(found, limit)

    def exact(self, name: str) -> list[Candidate]:
        """Return the places spelled just so, most likely first."""
        return [candidate for candidate in self.folded(name) if candidate.match == "exact"]

    def folded(self, name: str) -> list[Candidate]:
        """Return the places whose name folds to the same form, most likely first."""
        return self._ranked(self._matches(name, _folded(name), "folded"), None)

    def fuzzy(self, name: str, *, max_edits: int = 2, limit: int = 10) -> list[Candidate]:
        """Return the places whose name is nearest to a misspelled one.

        Edits are letters left out, added, mistaken or swapped. Names under four letters are left
        alone, and two edits are tried only from seven letters on and where one finds nothing.
        """
        from mapper.gazetteer.fuzzy import near_folds

        folded = _folded(name)
        near = {near for store in self.rows.stores for near in near_folds(store.folds, folded, max_edits)}
        fewest = min((edits for _, edits in near), default=0)
        found = [
            candidate
            for other, edits in sorted(near)
            if edits == fewest
            for candidate in self._matches(name, other, "fuzzy", edits)
        ]
        return self._ranked(found, limit)

    def prefix(self, text: str, *, limit: int = 10) -> list[Candidate]:
        """Return places with a name that begins with the text, best known first, for completion."""
        folded = _folded(text)
        if not folded:
            return []
        rows = [
            start + row
            for start, prefixes in zip(self.rows.starts, self._prefixes, strict=False)
            for row in prefixes.rows(folded, limit)
        ]
        return self._ranked((Candidate(self.rows, row, "primary", "folded") for row in rows), limit)

    def has(self, name: str) -> bool:
        """Tell whether some place bears the name, up to folding."""
        folded = _folded(name)
        return any(folded in store.folds for store in self.rows.stores)

    def has_prefix(self, name: str) -> bool:
        """Tell whether some place's folded name begins with the fold of this one."""
        from mapper.gazetteer.fuzzy import begins_a_key

        folded = _folded(name)
        return bool(folded) and any(begins_a_key(store.folds, folded) for store in self.rows.stores)

    def place(self, ident: str) -> Place:
        """Return a place by its id.

        Raises
        ------
        InputError
            If there is no such place.
        """
        return self.rows.place(self._row(ident))

    def names(self, ident: str) -> dict[str, str]:
        """Return what a place is called by language code, sorted: ``{"de": "Moskau", "ja": "モスクワ", …}``.

        Known of countries, most first-level units and larger towns, as far as a source tells the
        language or the script leaves no doubt. Disputed places have none: each name is one side's.
        """
        return self.rows.labels(self._row(ident))

    def parents(self, ident: str) -> tuple[Place, ...]:
        """Return the units that hold a place, nearest first."""
        return tuple(map(self.rows.place, self.rows.parents(self._row(ident))))

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
        rows, km = self.nearest_rows([lat], [lon], limit=limit, max_km=max_km, kinds=kinds)
        pairs = zip(rows[0].tolist(), km[0].tolist(), strict=True)
        return [(self.rows.place(row), away) for row, away in pairs if row >= 0]

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
        return self._nearest.query(lat, lon, limit=limit, max_km=max_km, kinds=kinds)

    def containing(self, lat: float, lon: float) -> tuple[Place, ...]:
        """Return the units that hold a point, smallest first and the country last; at sea, the seas."""
        return tuple(map(self.rows.place, self._rows_at(lat, lon)))

    def containing_rows(self, lat: ArrayLike, lon: ArrayLike) -> Array:
        """Return for each of many points the row of the smallest area that holds it, -1 for none."""
        return self._areas.first_rows(lat, lon)

    def contains(self, area_id: str, lat: float, lon: float) -> bool:
        """Tell whether a place holds a point: by outline where it has one, else by its circle."""
        row = self._row(area_id)
        if self.has_outline(row):
            return row in self._rows_at(lat, lon)
        return distance_km(self.rows.lat(row), self.rows.lon(row), lat, lon) <= self.rows.extent(row)

    def has_outline(self, row: int) -> bool:
        """Tell whether a row has an outline, or consists of rows that have one."""
        return row in self._areas.outlined

    def outline(self, ident: str) -> Any:
        """Return the outline of a place as a shapely geometry, None where only a circle is known."""
        return self._areas.shape(self._row(ident))

    def _rows_at(self, lat: float, lon: float) -> list[int]:
        areas = self._areas.rows_at(lat, lon)
        return list(dict.fromkeys([*areas, *(parent for row in areas for parent in self.rows.parents(row))]))

    def _row(self, ident: str) -> int:
        row = self.rows.row(ident)
        if row is None:
            msg = f"The gazetteer has no place {ident!r}: ids look like 'gn:1835848' or 'dt:liancourt-rocks'."
            raise InputError(msg)
        return row

    def _matches(self, name: str, folded: str, match: Match, edits: int = 0) -> Iterator[Candidate]:
        check, is_short = spelling(name), len(folded) <= SHORT and folded.isascii()
        for start, store in zip(self.rows.starts, self.rows.stores, strict=False):
            for row, posted in store.postings(folded):
                kind = NAME_KINDS[posted & _KIND_MASK]
                same = posted >> KIND_BITS == check
                if same or (kind not in CASE_SENSITIVE and not is_short):
                    yield Candidate(self.rows, start + row, kind, "exact" if same else match, edits)

    def _ranked(self, candidates: Iterable[Candidate], limit: int | None) -> list[Candidate]:
        """Sort by score, variants last, and keep the best view of each place."""
        best: dict[int | str, Candidate] = {}
        one_index = len(self.rows.stores) == 1
        for candidate in sorted(candidates, key=_by_match_and_score):
            best.setdefault(candidate.row if one_index else candidate.id, candidate)
        return list(best.values())[:limit]

    @cached_property
    def _areas(self) -> Areas:
        from mapper.gazetteer.areas import Areas

        return Areas(self.rows)

    @cached_property
    def _nearest(self) -> Nearest:
        from mapper.gazetteer.nearest import Nearest

        return Nearest(self.rows)

    @cached_property
    def _prefixes(self) -> list[Prefixes]:
        from mapper.gazetteer.prefixes import Prefixes

        return [Prefixes(store) for store in self.rows.stores]


def _folded(name: str) -> str:
    """Return the fold of a name, empty for what is too long to be one."""
    return fold(name) if len(name) <= LONGEST_NAME else ""


def _by_match_and_score(candidate: Candidate) -> tuple[bool, float, int]:
    return candidate.match == "variant", -candidate.score, candidate.row
