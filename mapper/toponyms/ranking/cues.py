"""Words that say what kind of place a name is: "Walker County", "the city of Nara"."""

from __future__ import annotations

import re
from typing import Final

CUES: Final[dict[str, frozenset[str]]] = {
    "admin2": frozenset({"county", "counties", "parish", "district", "borough", "raion", "prefecture", "municipality"}),
    "admin1": frozenset(
        {
            "province", "provinces", "state", "states", "prefecture", "governorate", "region", "oblast", "krai", "canton",
            "department", "voivodeship", "emirate", "territory", "republic",
        }
    ),
    "populated": frozenset(
        {"city", "town", "village", "suburb", "township", "hamlet", "capital", "neighborhood", "neighbourhood", "port", "hometown", "birthplace", "metropolis"}
    ),
    "water": frozenset(
        {"river", "lake", "sea", "ocean", "bay", "gulf", "strait", "straits", "channel", "canal", "creek", "reservoir"}
    ),
    "relief": frozenset(
        {
            "island", "islands", "isle", "mount", "mountain", "mountains", "peninsula", "valley", "desert", "volcano",
            "cape", "reef", "islet", "islets", "archipelago", "plateau", "forest",
        }
    ),
    "site": frozenset({"airport", "base", "airbase", "airfield", "dam", "plant", "crossing", "camp", "port", "harbor"}),
}  # fmt: skip
"""Words that say a kind, behind the name, in it, or before "of" in front of it."""
SAID: Final = {
    "state": "admin1", "province": "admin1", "prefecture": "admin1", "governorate": "admin1", "oblast": "admin1",
    "county": "admin2", "river": "water", "island": "relief", "islands": "relief",
}  # fmt: skip
"""Words that, in lower case right behind a name, leave no doubt of the kind: "Washington state"."""
_OF: Final = re.compile(r"(\w+) of (?:the )?$")
_WORD_BEHIND: Final = re.compile(r" (\w+)")
_REACH: Final = 30


def cues_of(text: str, start: int, end: int) -> frozenset[str]:
    """Return the kinds that the words in and around a name say."""
    words = (
        {text[start:end].split()[-1].lower(), text[start:end].split()[0].lower()}
        if " " in text[start:end]
        else set()
    )
    if behind := _WORD_BEHIND.match(text, end):
        words.add(behind[1].lower())
    if before := _OF.search(text, max(start - _REACH, 0), start):
        words.add(before[1].lower())
    return frozenset(kind for kind, cues in CUES.items() if not cues.isdisjoint(words))


def kind_said(text: str, end: int) -> str:
    """Return the kind that the word right behind a name says outright, empty when it says none."""
    behind = _WORD_BEHIND.match(text, end)
    return SAID.get(behind[1], "") if behind else ""
