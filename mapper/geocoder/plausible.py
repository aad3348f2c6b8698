"""Which answers to a bare name to hold back: an ordinary word is no place, even if a village bears it."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
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
_COUNTRY_WORDS: Final = frozenset({"chad", "china", "georgia", "jersey", "jordan", "niger", "turkey"})
"""Countries whose names in lower case are words of the dictionary."""
_MISSPELT: Final = frozenset({"primary", "alternate"})
_TWO_EDITS_FROM: Final = 8
"""Letters, but for common words, from which a name may hold two slips: the usual bound of a quarter."""
_UNSPEAKABLE: Final = re.compile("[bcdfghjklmnpqrstvwxz]{8}")
"""More consonants in a row than a name has: Knightsbridge has six, Saporischschja seven."""
_TWO_EDITS_OF_ANY_FROM: Final = 10
"""Letters from which two slips may be of any city; in shorter names only of a famous one."""
_FUZZY_FLOOR: Final = {5: 6.8, 6: 6.3, 7: 5.7}
_FUZZY_FLOOR_LONGER: Final = 5.0
_LOWER_CASE_FUZZY_FROM: Final = 7
_FUZZY_FLOOR_INSIDE: Final = 3.0
"""Least prominence of a misspelt place by the letters of its name (short names turn into first names and
words by one slip, so only the world's best known are offered), and inside an area that the query names."""


class Name:
    """A name as it was asked for, with what its letters alone say."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        self.words = self.folded.split()
        self.lower_case = text.islower()

    @cached_property
    def is_word(self) -> bool:
        """Whether it is made of nothing but words that are seldom places."""
        return bool(self.words) and all(word in ordinary_words() for word in self.words)

    @property
    def is_never_a_place(self) -> bool:
        """Whether it is a weekday, a title or a small word."""
        return all(word in NEVER for word in self.words)

    def is_of(self, candidate: Candidate) -> bool:
        """Tell whether it is a name of the place rather than of its people; "UAE" and "Amhara" are both."""
        if candidate.name_kind != "demonym" or self._begins_name_of(candidate):
            return True
        return candidate.match == "exact" and len(self.folded) <= _ACRONYM and self.text.isupper()

    def outweighs(self, candidate: Candidate, found: list[Candidate]) -> bool:
        """Tell whether a place is better known by a name than a nation by its people: not German on Man."""
        nations = any(c.name_kind == "demonym" and c.kind == "country" for c in found)
        return not nations or candidate.kind == "country" or candidate.prominence >= _WELL_KNOWN

    def may_mean(self, candidate: Candidate) -> bool:
        """Tell whether it may mean this place with nothing else to go by."""
        if candidate.name_kind in ("abbreviation", "code", "demonym"):
            return candidate.kind == "country" or self._is_code_of(candidate)
        if len(self.folded) <= _SHORT and self.folded.isascii():
            known = candidate.name_kind == "primary" and candidate.prominence >= _KNOWN
            return known and not (self.lower_case and self.is_word)
        if self.is_word:
            return self._outshone_by(candidate)
        if candidate.match == "variant":
            return self._is_part_of(candidate)
        if self._is_first_name_of_county(candidate):
            return candidate.prominence >= _COUNTY_BY_FIRST_NAME
        return not self.lower_case or candidate.kind not in POPULATED or candidate.prominence >= _SMALL_TOWN

    @property
    def edits_allowed(self) -> int:
        """How many slips of the keyboard it may hold: none where it is no name at all."""
        letters = "".join(self.words)
        own_letters = sum(len(word) for word in self.words if word not in LINKING)
        if len(letters) < min(_FUZZY_FLOOR) or not letters.isalpha() or _UNSPEAKABLE.search(letters):
            return 0
        if self.is_word:
            return 0
        if any(word in ordinary_words() and word not in LINKING for word in self.words):
            return 0
        if self.lower_case and len(letters) < _LOWER_CASE_FUZZY_FROM:
            return 0
        return 2 if own_letters >= _TWO_EDITS_FROM else 1

    def may_misspell(self, candidate: Candidate, *, inside: bool) -> bool:
        """Tell whether it may be this place, misspelt."""
        if inside:
            return candidate.name_kind in _MISSPELT and candidate.prominence >= _FUZZY_FLOOR_INSIDE
        letters = len("".join(self.words))
        is_far = candidate.edits > 1 and letters < _TWO_EDITS_OF_ANY_FROM
        if candidate.name_kind not in (
            _MISSPELT if letters >= _TWO_EDITS_FROM and not is_far else {"primary"}
        ):
            return False
        if letters <= min(_FUZZY_FLOOR) and candidate.kind not in POPULATED | {"country"}:
            return False
        floor = _FUZZY_FLOOR.get(letters, _FUZZY_FLOOR_LONGER)
        return candidate.prominence >= max(floor, _FAMOUS * (is_far or self.lower_case))

    def _outshone_by(self, candidate: Candidate) -> bool:
        """Tell whether a place is so well known that a word in the dictionary means it: Nice, White House."""
        several = len(self.words) > 1
        noisy = candidate.name_kind != "primary" and not candidate.id.startswith(("dt:", "own:"))
        if candidate.match == "variant":
            return False
        if (candidate.kind == "country" and not noisy) or (several and candidate.kind not in POPULATED):
            return True
        if several:
            return candidate.prominence >= (_FAMOUS if noisy else _SMALL_TOWN)
        if self.lower_case:
            is_first = fold(candidate.name) == self.folded
            return is_first and candidate.kind == "city" and candidate.prominence >= _FAMOUS
        return not noisy and candidate.prominence >= _WELL_KNOWN

    def _is_part_of(self, candidate: Candidate) -> bool:
        """Tell whether it may mean a place with a word more or less; a single word may mean a famous one."""
        if len(self.words) == 1 and self.folded.isascii():
            first = candidate.name_kind == "primary"
            return first and not self.lower_case and candidate.prominence >= _FAMOUS
        return candidate.prominence >= _SMALL_TOWN and not Name(candidate.name).is_word

    def _is_first_name_of_county(self, candidate: Candidate) -> bool:
        if candidate.kind != "admin2" or candidate.name_kind == "primary":
            return False
        return self._begins_name_of(candidate)

    def _begins_name_of(self, candidate: Candidate) -> bool:
        return fold(candidate.name).startswith(f"{self.folded} ")

    def _is_code_of(self, candidate: Candidate) -> bool:
        """Tell whether its letters are enough, large enough and common enough to be read as a code."""
        if candidate.name_kind == "code":
            return not self.lower_case and candidate.prominence >= _CODE
        return not self.lower_case or (len(self.folded) > _SHORT and candidate.prominence >= _FAMOUS)


@lru_cache(maxsize=1024)
def name_of(text: str) -> Name:
    """Return a text as a name; the last ones asked for are kept."""
    return Name(text)


def may_be_inside(head: Name, tail: Name) -> bool:
    """Tell whether two names with no comma between them may be a place and the area that holds it."""
    if head.is_never_a_place or (head.lower_case and head.is_word):
        return False
    if len(tail.text) <= _SHORT and tail.text.isupper():
        return not head.text.isupper()
    return not tail.is_never_a_place and not (
        tail.lower_case and tail.is_word and tail.text not in _COUNTRY_WORDS
    )
