"""Which names of the sources are worth an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mapper.gazetteer.kinds import NameKind

_CODE: Final = re.compile(r"[A-Z0-9]{1,4}")
_LONGEST: Final = 80
_SHORTEST_LATIN: Final = 3
_WEB_ADDRESS: Final = re.compile(r"https?:|www\.")


def alternates(names: Iterable[str]) -> Iterator[tuple[str, NameKind]]:
    """Yield the useful alternates of a place with their kind.

    GeoNames mixes in airport codes, web addresses and letter-by-letter transcriptions in lower case
    ("swl" for Seoul); codes are marked, the others left out. Latin names under three letters are
    words of other languages more often than names.
    """
    for name in names:
        text = name.strip()
        if not text or len(text) > _LONGEST or _WEB_ADDRESS.match(text):
            continue
        if _CODE.fullmatch(text):
            if len(text) >= _SHORTEST_LATIN and not text.isdecimal():
                yield text, "code"
        elif not (text.isascii() and (text.islower() or len(text) < _SHORTEST_LATIN)):
            yield text, "alternate"


_TERM: Final = re.compile(r"^(.{2,})(?:-[a-z]+| City| Town)$")


def short_forms(name: str, others: Iterable[str]) -> Iterator[tuple[str, NameKind]]:
    """Yield the everyday form of an official name: Nara for Nara-shi, New York for New York City.

    Only where the source knows it as a name: Salt Lake City is not "Salt Lake".
    """
    match = _TERM.match(name)
    if match and fold(match[1]) in set(map(fold, others)):
        yield match[1], "primary"
