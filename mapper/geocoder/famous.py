"""The first names of well-known places, for slips that only such a place is forgiven.

Two slips may turn a word into very many names of the index; asked alone, only a well-known place can be
meant. Their few thousand names are searched far quicker than all.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from mapper.gazetteer import Candidate, fold
from mapper.gazetteer.fuzzy import near_folds

if TYPE_CHECKING:
    from collections.abc import Iterator

    import marisa_trie

    from mapper.gazetteer import Gazetteer

LEAST: Final = 5.0
"""Prominence of a city of about 100,000 people."""
_TWO: Final = 2
_FIRST_ROWS: Final = 20_000


class Famous:
    """Finds well-known places by a name with two slips. Safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def two_slips_from(self, name: str) -> list[Candidate]:
        """Return the well-known places whose first name is two edits from a name."""
        rows = self._gazetteer.rows
        return [
            Candidate(rows, found.row, found.name_kind, "fuzzy", _TWO)
            for near, edits in near_folds(self._names, fold(name), _TWO)
            if edits == _TWO
            for found in self._gazetteer.folded(near)
        ]

    @cached_property
    def _names(self) -> marisa_trie.Trie:
        import marisa_trie

        return marisa_trie.Trie(sorted({fold(name) for name in self._first_names()}))

    def _first_names(self) -> Iterator[str]:
        """Yield the names of the best-known places; an index has them among its first rows."""
        rows = self._gazetteer.rows
        for start, store in zip(rows.starts, rows.stores, strict=False):
            for row in range(start, start + min(len(store), _FIRST_ROWS)):
                if rows.prominence(row) >= LEAST:
                    yield rows.name(row)
