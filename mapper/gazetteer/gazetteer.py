"""The face of the room: which places a name may mean, and what lies at or around a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.errors import InputError
from mapper.gazetteer.candidates import Candidate
from mapper.gazetteer.folding import fold
from mapper.gazetteer.kinds import CASE_SENSITIVE, NAME_KINDS
from mapper.gazetteer.layout import verify
from mapper.gazetteer.store import CHECK_BITS, KIND_BITS, Store, tag
from mapper.gazetteer.variants import near_names, same_name
from mapper.resources import data_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from mapper.gazetteer.kinds import Match
    from mapper.gazetteer.layout import Manifest
    from mapper.model import Place

LONGEST_NAME: Final = 120
"""Code points of the longest name looked up; the longest place name in use has 85 (Taumata…)."""
_KIND_MASK: Final = (1 << KIND_BITS) - 1


class Gazetteer:
    """A read-only index of places. Open it once and share it: it is safe to use from threads."""

    def __init__(self, store: Store) -> None:
        self._store = store

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
        return len(name) <= LONGEST_NAME and bool(self._store.folds.has_keys_with_prefix(fold(name)))

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

    def _row(self, ident: str) -> int:
        row = self._store.row(ident)
        if row is None:
            msg = f"The gazetteer has no place {ident!r}: ids look like 'gn:1835848' or 'dt:liancourt-rocks'."
            raise InputError(msg)
        return row

    def _matches(self, name: str, folded: str, match: Match) -> list[Candidate]:
        check = tag(name, "primary") >> KIND_BITS & CHECK_BITS
        found = []
        for row, posted in self._store.postings(folded):
            kind = NAME_KINDS[posted & _KIND_MASK]
            same = posted >> KIND_BITS == check
            if same or kind not in CASE_SENSITIVE:
                found.append(Candidate(self._store, row, kind, "exact" if same else match))
        return found


def _ranked(candidates: Iterable[Candidate], limit: int | None) -> list[Candidate]:
    """Sort by score and keep the best view of each row."""
    best: dict[int, Candidate] = {}
    for candidate in sorted(candidates, key=_by_score):
        best.setdefault(candidate.row, candidate)
    return list(best.values())[:limit]


def _by_score(candidate: Candidate) -> tuple[float, int]:
    return -candidate.score, candidate.row
