"""Words by which two reports are compared: folded, without titles and common endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

WORD: Final = re.compile(r"[^\W_]+")

FUNCTION_WORDS: Final = frozenset(
    "a an the of in on at by to for from with and or as his her their its after before over into".split()
)
TITLES: Final = frozenset(
    "mr mrs ms dr sir president prime minister premier chancellor king queen general gen colonel col "
    "captain senator governor mayor chief spokesman spokeswoman spokesperson official officials "
    "former foreign interior defence defense deputy vice secretary leader leaders head".split()
)
"""Words two names may share without meaning the same person."""

INSTITUTIONS: Final = frozenset(
    "academy administration agency army association authority authorities bank board bureau cabinet center "
    "centre church city club college commission committee company congress corporation council county court "
    "department district federation force forces foundation government group high hospital house institute "
    "international league local ministry museum national office organisation organization parliament party "
    "police public region regional republic school senate service services society state states supreme team "
    "town trust union united university village".split()
)
"""Words of many bodies' names that tell none from another; small or capital, they are common nouns."""

_NO_NAMES: Final = FUNCTION_WORDS | TITLES | INSTITUTIONS

LIGHT_VERBS: Final = frozenset(
    "be begin break bring call carry come do draw fall get give go have hold keep lay lead lose lost make "
    "made open opened pay put run said say set stage staged take taken took turn went".split()
)
"""Verbs that mean little without their object: "set fire" and "set sail" have nothing in common."""

_ENDINGS: Final = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ers",
    "ies",
    "ied",
    "ed",
    "es",
    "s",
    "e",
)
_LEAST_STEM: Final = 4


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word without case and accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=65_536)
def content_words(text: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, folded; of a bare title the title."""
    words = {word for word in WORD.findall(fold(text)) if len(word) > 1} - FUNCTION_WORDS
    return frozenset((words - TITLES) or words)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return a word without its commonest endings: "attacked" and "attacks" meet in "attack"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


def content_stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of the content words of some triggers; a light verb alone stays."""
    words = frozenset(word for text in texts for word in content_words(text))
    return frozenset(stem(word) for word in words - LIGHT_VERBS or words)


def names_in(text: str, small: frozenset[str]) -> list[str]:
    """Return the words of a text that begin with a capital, folded, in their order.

    Titles and words of many bodies' names are left out.

    `small` are words the article also writes in small letters: their capital makes no name.
    """
    words = [word for word in WORD.findall(text) if word[0].isupper() and word.lower() not in small]
    folded = (fold(word) for word in words if len(word) > 1)
    return [word for word in folded if word not in _NO_NAMES]


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of some texts that stand in small letters."""
    return frozenset(word for text in texts for word in WORD.findall(text) if word.islower())
