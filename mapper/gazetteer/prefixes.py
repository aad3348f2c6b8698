"""Names that begin with some letters, the best known places first."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapper.gazetteer.store import Store

_KNOWN: Final = 20_000
"""Rows that are kept sorted by name; an index has its best known places first."""
_SCANNED: Final = 4_000
"""Names looked through for less known places."""


class Prefixes:
    """The first names of an index's best known places, sorted, with the whole index behind them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = sorted((fold(store.name(row)), row) for row in range(min(_KNOWN, len(store))))

    def rows(self, folded: str, limit: int) -> list[int]:
        """Return the rows with a name that begins so, best first."""
        found = sorted(self._among_known(folded))[:limit]
        if len(found) < limit:
            found += sorted({*self._scanned(folded)} - {*found})[: limit - len(found)]
        return found

    def _among_known(self, folded: str) -> Iterator[int]:
        for name, row in islice(self._known, bisect_left(self._known, (folded, -1)), None):
            if not name.startswith(folded):
                return
            yield row

    def _scanned(self, folded: str) -> Iterator[int]:
        for name in islice(self._store.folds.iterkeys(folded), _SCANNED):
            yield self._store.first_row(name)
