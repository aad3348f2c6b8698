"""Reading a query: what is asked for, and inside what."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from mapper.geocoder.options import GeopyQueryError
from mapper.geocoder.spelled import without_town_word

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_QUERY: Final = 250
"""Code points; the longest place name has 85 and a full address rarely more than 150."""

_NOT_IN_NAMES: Final = re.compile(r"[<>{}\[\]$%=@\\^~|#*+\x00-\x08\x0e-\x1f\x7f]|://|--|\.\.")
"""Signs of markup, code, addresses on the net and query languages; no place name is written with them."""
_PART: Final = re.compile(r"\s*[,،、，;；\n\r()（）]+\s*|\s+[–—-]\s+")
_POSTCODE: Final = re.compile(
    r"\s+\d{4,6}(?:-\d{3,4})?$|^\d{4,6}\s+(?=\D)"  # 77002, 77002-1234, 110 001 and 10115 in front
    r"|\s+[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$|\s+[A-Z]\d[A-Z]\s?\d[A-Z]\d$"  # SW1A 2AA, K1A 0B1
)
_HIDDEN: Final = frozenset({"Cf", "Co", "Cs", "Cn"})
_JOINERS: Final = "\u200c\u200d"
_KEYS: Final = (
    "name", "q", "query", "amenity", "aeroway", "street", "suburb", "district", "village", "town", "city",
    "county", "state", "region", "province", "country", "continent",
)  # fmt: skip
"""Keys of a structured query, from the smallest place to the largest; Nominatim's and ours."""
_LINES: Final = frozenset({"amenity", "aeroway", "street"})
_IGNORED_KEYS: Final = frozenset({"postalcode", "postcode"})


class Query(NamedTuple):
    """A query in parts: the place asked for, then the areas that hold it.

    `lines` counts the first parts that the asker says are a street or a building.
    """

    name: str
    within: tuple[str, ...] = ()
    lines: int = 0

    def reversed(self) -> Query | None:
        """Return the query read from the largest area down, None where that is the same."""
        return Query(self.within[-1], (*self.within[-2::-1], self.name)) if self.within else None


def clean(text: str) -> str | None:
    """Return a query without hidden characters and spare blanks; None for what cannot name a place."""
    if len(text) > LONGEST_QUERY * 2:
        return None
    if not text.isascii():
        kept = (c for c in text if c in _JOINERS or unicodedata.category(c) not in _HIDDEN)
        text = unicodedata.normalize("NFC", "".join(kept))
    lines = text.strip()
    return lines if 0 < len(lines) <= LONGEST_QUERY else None


def read_query(text: str) -> Query | None:
    """Split a cleaned text at its commas and brackets.

    Returns
    -------
    Query | None
        None where nothing in it can be a name: no letter, or signs that no name is written with.
    """
    if _NOT_IN_NAMES.search(text):
        return None
    parts = [_POSTCODE.sub("", part).strip(" '\"“”!?…:") for part in _PART.split(text)]
    named = [without_town_word(part) for part in parts if any(map(str.isalpha, part))]
    return Query(named[0], tuple(named[1:])) if named else None


def read_structured(query: Mapping[str, object]) -> Query | None:
    """Read a query given as a dict: ``{"city": "Paris", "state": "Texas"}``.

    Raises
    ------
    QueryError
        At a key that is not known or a value that is no text.
    """
    if unknown := sorted(set(map(str, query)) - {*_KEYS, *_IGNORED_KEYS}):
        msg = f"A structured query has no key {unknown[0]!r}; use {', '.join(_KEYS)}."
        raise GeopyQueryError(msg)
    parts: list[str] = []
    lines = 0
    for key in _KEYS:
        value = query.get(key)
        if value is not None and not isinstance(value, str):
            msg = f"The value of {key!r} in a structured query is text, not {value!r}."
            raise GeopyQueryError(msg)
        if value and (part := clean(value)) and not _NOT_IN_NAMES.search(part):
            parts.append(part)
            lines += key in _LINES
    return Query(parts[0], tuple(parts[1:]), lines) if parts else None
