"""Words that say what kind of place a name is: "Walker County", "the city of Nara"."""

from __future__ import annotations

import re
from typing import Final

from mapper.toponyms.vocabulary import NO_CLASSES, classes

SAID: Final = {
    **dict.fromkeys(("state", "province", "prefecture", "governorate", "oblast"), "admin1"),
    "county": "admin2",
    "river": "water",
    **dict.fromkeys(("island", "islands"), "relief"),
}
"""Words that, in lower case right behind a name, leave no doubt of the kind: "Washington state"."""
_OF: Final = re.compile(r"(\w+) of (?:the )?$")
_WORD_BEHIND: Final = re.compile(r" (\w+)")
_REACH: Final = 30
"""Code points in front of a name in which "city of" is looked for."""


def cues_of(text: str, start: int, end: int) -> frozenset[str]:
    """Return the kinds that the words in and around a name say."""
    inside = text[start:end].split()
    words = {inside[0], inside[-1]} if len(inside) > 1 else set()
    if behind := _WORD_BEHIND.match(text, end):
        words.add(behind[1])
    if before := _OF.search(text, max(start - _REACH, 0), start):
        words.add(before[1])
    known = classes("cues")
    return NO_CLASSES.union(*(known.get(word.lower(), NO_CLASSES) for word in words))


def kind_said(text: str, end: int) -> str:
    """Return the kind that the word right behind a name says outright, empty when it says none."""
    behind = _WORD_BEHIND.match(text, end)
    return SAID.get(behind[1], "") if behind else ""
