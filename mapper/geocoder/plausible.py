"""Which answers to a bare name to hold back: an ordinary word is no place, even if a village bears it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mapper.gazetteer import POPULATED, fold
from mapper.geocoder.words import LINKING, NEVER, ordinary_words

if TYPE_CHECKING:
    from mapper.gazetteer import Candidate

_WELL_KNOWN: Final = 4.9
"""Prominence of a city of about 80,000 people: Reading, Mobile and Nice are meant, Police is not."""
_FAMOUS: Final = 6.0
_CODE: Final = 5.5
_KNOWN: Final = 4.0
_SMALL_TOWN: Final = 3.5
_COUNTY_BY_FIRST_NAME: Final = 6.2
"""Least prominence of a county that is named without the word: Cook and Miami-Dade, not Smith."""
_SHORT: Final = 2
_ACRONYM: Final = 4
_TWO_EDITS_FROM: Final = 8
"""Letters from which a name may hold two slips: the usual bound of a quarter."""
_FUZZY_FLOOR: Final = {5: 6.8, 6: 6.8, 7: 6.0}
_FUZZY_FLOOR_LONGER: Final = 5.3
_LOWER_CASE_FUZZY_FROM: Final = 7
_FUZZY_FLOOR_INSIDE: Final = 3.0
"""Least prominence of a misspelt place by the letters of its name (short names turn into first names and
words by one slip, so only the world's best known are offered), and inside an area that the query names."""


def is_word(name: str) -> bool:
    """Tell whether a name is made of nothing but words that are seldom places."""
    words = fold(name).split()
    return bool(words) and all(word in ordinary_words() for word in words)


def never_a_place(name: str) -> bool:
    """Tell whether a name is a weekday, a title or a small word."""
    words = fold(name).split()
    return not words or all(word in NEVER for word in words)


def names_a_place(name: str, candidate: Candidate) -> bool:
    """Tell whether a name is one of the place rather than of its people; "UAE" and "U.S." are both."""
    return candidate.name_kind != "demonym" or _is_acronym(name, candidate)


def plausible(name: str, candidate: Candidate) -> bool:
    """Tell whether a bare name may mean this place."""
    folded = fold(name)
    if candidate.name_kind in ("abbreviation", "code", "demonym"):
        return candidate.kind == "country" or not _is_weak_code(name, folded, candidate)
    if len(folded) <= _SHORT and folded.isascii():
        return candidate.name_kind == "primary" and candidate.prominence >= _KNOWN
    if is_word(name):
        return _outshines_the_word(name, folded, candidate)
    if candidate.match == "variant":
        return _variant_stands(name, folded, candidate)
    by_first_name = candidate.kind == "admin2" and candidate.name_kind != "primary"
    if by_first_name and fold(candidate.name).startswith(f"{folded} "):
        return candidate.prominence >= _COUNTY_BY_FIRST_NAME
    return not name.islower() or candidate.kind not in POPULATED or candidate.prominence >= _SMALL_TOWN


def may_be_inside(head: str, tail: str) -> bool:
    """Tell whether two names with no comma between them may be a place and the area that holds it."""
    if never_a_place(head) or never_a_place(tail):
        return False
    return not (head.islower() and is_word(head))


def edits_allowed(name: str) -> int:
    """Return how many slips of the keyboard a name may hold: none where it is no name at all."""
    folded = fold(name)
    letters = folded.replace(" ", "")
    if len(letters) < min(_FUZZY_FLOOR) or not letters.isalpha():
        return 0
    if is_word(name) or any(w in ordinary_words() and w not in LINKING for w in folded.split()):
        return 0
    if name.islower() and len(letters) < _LOWER_CASE_FUZZY_FROM:
        return 0
    return 2 if len(letters) >= _TWO_EDITS_FROM else 1


def plausible_slip(name: str, candidate: Candidate, *, inside: bool) -> bool:
    """Tell whether a name may be this place, misspelt."""
    if inside:
        return candidate.name_kind in ("primary", "alternate") and candidate.prominence >= _FUZZY_FLOOR_INSIDE
    letters = len(fold(name).replace(" ", ""))
    floor = _FUZZY_FLOOR.get(letters, _FUZZY_FLOOR_LONGER)
    kinds = ("primary", "alternate") if letters >= _TWO_EDITS_FROM else ("primary",)
    return candidate.name_kind in kinds and candidate.prominence >= max(floor, _FAMOUS * name.islower())


def _outshines_the_word(name: str, folded: str, candidate: Candidate) -> bool:
    """Tell whether a place is so well known that a word in the dictionary means it: Nice, White House."""
    if candidate.kind == "country":
        return candidate.match != "variant"
    if " " in folded and candidate.kind not in POPULATED:
        return candidate.match != "variant"
    noisy = candidate.name_kind != "primary" and not candidate.id.startswith(("dt:", "own:"))
    if candidate.match == "variant" or (noisy and " " not in folded):
        return False
    if " " in folded:
        return candidate.prominence >= (_FAMOUS if noisy else _SMALL_TOWN)
    return candidate.prominence >= (_FAMOUS if name.islower() else _WELL_KNOWN)


def _variant_stands(name: str, folded: str, candidate: Candidate) -> bool:
    """Tell whether a name with a word more or less may be this place: a single word only if it is famous."""
    if " " not in folded and folded.isascii():
        return not name.islower() and candidate.prominence >= _FAMOUS
    return candidate.prominence >= _SMALL_TOWN and not is_word(candidate.name)


def _is_weak_code(name: str, folded: str, candidate: Candidate) -> bool:
    """Tell whether letters are too few, too small or too rare to be read as a code."""
    if candidate.name_kind == "code":
        return name.islower() or candidate.prominence < _CODE
    return name.islower() and (len(folded) <= _SHORT or candidate.prominence < _FAMOUS)


def _is_acronym(name: str, candidate: Candidate) -> bool:
    return candidate.match == "exact" and len(fold(name)) <= _ACRONYM and name.isupper()
