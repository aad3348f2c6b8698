"""Everyday forms of official names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapper.gazetteer.kinds import NameKind

_TERM: Final = re.compile(r"^(.{2,})(?:-[a-z]+| City| Town)$")


def short_forms(name: str, others: Iterable[str]) -> Iterator[tuple[str, NameKind]]:
    """Yield the everyday form of an official name: Nara for Nara-shi, New York for New York City.

    Only where the source knows it as a name: Salt Lake City is not "Salt Lake".
    """
    match = _TERM.match(name)
    if match and fold(match[1]) in set(map(fold, others)):
        yield match[1], "primary"
