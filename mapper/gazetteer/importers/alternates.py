"""Which of the many names in the dumps are worth an entry, and as what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.importers.values import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapper.gazetteer.kinds import NameKind

_CODE: Final = re.compile(r"[A-Z0-9]{1,4}")
_LONGEST: Final = 120
"""Longer names are never looked up."""
_SHORTEST_LATIN: Final = 3
"""Latin names under three letters are words of other languages more often than names."""
_WEB_ADDRESS: Final = re.compile(r"https?:|www\.")


def alternates(names: Iterable[str]) -> Iterator[tuple[str, NameKind]]:
    """Yield the useful ones of a place's names in languages not told, with their kind."""
    for name in names:
        if named := alternate(name):
            yield named


def alternate(name: str, kind: NameKind = "alternate") -> tuple[str, NameKind] | None:
    """Return a name with its kind, None for what is none.

    GeoNames mixes in airport codes, web addresses and letter-by-letter transcriptions in lower case.
    """
    text = clean(name)
    if not text or len(text) > _LONGEST or _WEB_ADDRESS.match(text):
        return None
    if kind in {"code", "abbreviation"}:
        return text, kind
    if _CODE.fullmatch(text):
        return (text, "code") if len(text) >= _SHORTEST_LATIN and not text.isdecimal() else None
    if text.isascii() and (text.islower() or len(text) < _SHORTEST_LATIN):
        return None
    return text, kind
