"""Which names of the sources are worth an entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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
