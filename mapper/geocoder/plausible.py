"""Which answers to a bare name to hold back: an ordinary word is no place, even if a village bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.gazetteer import POPULATED, fold
from mapper.geocoder.words import LINKING, NEVER, ORDINARY

if TYPE_CHECKING:
    from mapper.gazetteer import Candidate

_WELL_KNOWN: Final = 5.0
"""Prominence of a city of about 100,000 people."""
_KNOWN: Final = 4.0
_SMALL_TOWN: Final = 3.5
_SHORT: Final = 2
_ACRONYM: Final = 4
_SHORTEST_FUZZY: Final = 5
_TWO_EDITS_FROM: Final = 8
"""One slip in a short word, two in a long one: the usual bound of a third to a quarter of its letters."""
_FUZZY_FLOOR: Final = {1: 5.0, 2: 5.3}
_FUZZY_FLOOR_LOWER_CASE: Final = 6.0
_FUZZY_FLOOR_INSIDE: Final = 3.0
"""Least prominence of a misspelt place: alone, in lower case, and inside an area that the query names."""


def is_word(name: str) -> bool:
    """Tell whether a name is made of nothing but words that are seldom places."""
    words = fold(name).split()
    return bool(words) and all(word in ORDINARY for word in words)


def never_a_place(name: str) -> bool:
    """Tell whether a name is a weekday, a title or a small word."""
    words = fold(name).split()
    return not words or all(word in NEVER for word in words)


def names_a_place(name: str, candidate: Candidate) -> bool:
    """Tell whether a name is one of the place rather than of its people; "UAE" and "U.S." are both."""
    return candidate.name_kind != "demonym" or (
        candidate.match == "exact" and len(fold(name)) <= _ACRONYM and name.isupper()
    )


def plausible(name: str, candidate: Candidate) -> bool:
    """Tell whether a bare name may mean this place."""
    if candidate.name_kind in ("abbreviation", "code", "demonym"):
        return True
    folded = fold(name)
    if len(folded) <= _SHORT and folded.isascii():
        return candidate.name_kind == "primary" and candidate.prominence >= _KNOWN
    if is_word(name):
        return _stands_out(folded, name, candidate)
    if candidate.match == "variant":
        return candidate.prominence >= _SMALL_TOWN and not is_word(candidate.name)
    return True


def _stands_out(folded: str, name: str, candidate: Candidate) -> bool:
    if candidate.match == "variant":
        return False
    if " " in folded:
        return candidate.kind not in POPULATED or candidate.prominence >= _KNOWN
    return name != name.lower() and candidate.prominence >= _WELL_KNOWN


def edits_allowed(name: str) -> int:
    """Return how many slips of the keyboard a name may hold: none where it is no name at all."""
    folded = fold(name)
    letters = folded.replace(" ", "")
    if len(letters) < _SHORTEST_FUZZY or not letters.isalpha():
        return 0
    if any(word in ORDINARY and word not in LINKING for word in folded.split()):
        return 0
    return 2 if len(letters) >= _TWO_EDITS_FROM else 1


def plausible_slip(name: str, candidate: Candidate, *, inside: bool) -> bool:
    """Tell whether a name may be this place, misspelt. First letters are rarely wrong."""
    if candidate.name_kind not in ("primary", "alternate"):
        return False
    if inside:
        return candidate.prominence >= _FUZZY_FLOOR_INSIDE
    floor = _FUZZY_FLOOR_LOWER_CASE if name == name.lower() else _FUZZY_FLOOR[max(1, min(2, candidate.edits))]
    return candidate.prominence >= floor
