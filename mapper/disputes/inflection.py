"""Case endings of names in Cyrillic script: Крым, Крыма, в Крыму. General knowledge.

Forms are made freely: one that no writer uses does no harm, one that is missing hides a name.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

_CYRILLIC: Final = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ'’-]+")
SHORTEST: Final = 4
"""Shortest word that is inflected: endings of shorter ones would meet other words."""
_ENDINGS: Final = (
    # adjectives
    ("ский", "ского скому ским ском"), ("ый", "ого ому ым ом"),
    ("ская", "ской скую"), ("ая", "ой ую"), ("ское", "ского скому ским ском"), ("ое", "ого ому ым ом"),
    ("ські", "ських ським ськими"), ("ський", "ського ському ським"), ("ське", "ського ському ським"),
    ("ська", "ської ській ську ською"), ("ские", "ских ским скими"), ("ые", "ых ым ыми"),
    # nouns
    ("ия", "ии ию ией"), ("ія", "ії ію ією"), ("ье", "ья ью ьем"), ("жжя", "жжю жжям жжі"),
    ("ка", "ки ке ку кой"), ("а", "ы е у ой"), ("о", "а у ом е"), ("е", "я ю ем"), ("ы", "ов ам ами ах"),
    ("ь", "я ю ем е и ью"),
)  # fmt: skip
_AFTER_CONSONANT: Final = "а у ом е ові"
_CONSONANTS: Final = frozenset("бвгґджзклмнпрстфхцчшщ")


def inflected(name: str) -> tuple[str, ...]:
    """Return the name with its case forms; the name alone where it is not Cyrillic or too short."""
    words = name.split(" ")
    if not all(_CYRILLIC.fullmatch(word) for word in words):
        return (name,)
    forms = [_forms(word) for word in words]
    return tuple(dict.fromkeys(" ".join(choice) for choice in product(*forms)))


def _forms(word: str) -> tuple[str, ...]:
    if len(word) < SHORTEST or word.isupper():
        return (word,)
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending)
            return (word, *(base + other for other in others.split()))
    if word[-1] in _CONSONANTS:
        return (word, *(word + ending for ending in _AFTER_CONSONANT.split()))
    return (word,)
