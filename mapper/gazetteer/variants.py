"""Other ways to write a name: spellings that mean the same, and forms with a word more or less."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAME: Final[dict[str, tuple[str, ...]]] = {
    "st": ("saint",), "saint": ("st",), "ste": ("sainte",), "sainte": ("ste",),
    "mt": ("mount",), "mount": ("mt",), "mtn": ("mountain",), "ft": ("fort",), "fort": ("ft",),
    "pt": ("point",), "co": ("county",), "twp": ("township",), "ave": ("avenue",),
    "is": ("islands", "island"),
    "natl": ("national",), "intl": ("international",), "univ": ("university",), "and": ("",),
    "n": ("north",), "s": ("south",), "e": ("east",), "w": ("west",),
}  # fmt: skip
"""Words of folded names that are written in two ways."""

_UNITS: Final = (
    "county", "parish", "city", "province", "state", "district", "township", "region", "governorate",
    "prefecture", "oblast", "krai", "raion", "rayon", "voivodeship", "borough", "village", "town",
    "territory",
    "department", "emirate", "canton", "municipality", "commune", "republic", "kingdom",
    "local government area",
)  # fmt: skip
_FEATURES: Final = (
    "peninsula", "island", "islands", "valley", "river", "archipelago", "airport", "international airport",
    "metropolitan area", "area", "suburb", "neighborhood", "neighbourhood", "coast", "basin",
    "delta", "desert",
)  # fmt: skip
_COMPASS: Final = (
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast", "northwest",
    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "central",
    "north eastern", "north western", "south eastern", "south western", "north east", "north west",
    "south east",
    "south west",
)  # fmt: skip
_PARTS: Final = (
    *_COMPASS, "upper", "lower", "inner", "outer", "greater", "downtown", "mainland", "metropolitan", "metro",
    "rural", "suburban", "old",
)  # fmt: skip
_GENERIC: Final = (
    "lake",
    "mount",
    "river",
    "gulf of",
    "bay of",
    "isle of",
    "island of",
    "islands of",
    "al",
    "el",
)
_ADDED: Final = ("county", "province", "city", "district", "island", "islands", "river", "airport", "state")
_ADDED_BEFORE: Final = ("lake", "mount", "al", "el")
_LONGEST: Final = 8
"""Words in a name up to which its other forms are tried; more of them are no name."""
_MOST_SAME: Final = 3
"""Words written in two ways up to which all combinations are tried."""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_UNIT_AFTER: Final = re.compile(f"^(.+?) (?:{_any(_UNITS)})$")
_UNIT_BEFORE: Final = re.compile(f"^(?:county|co|(?:{_any(_UNITS)}) of(?: the)?) (.+)$")
_FEATURE_AFTER: Final = re.compile(f"^(.+?) (?:{_any(_FEATURES)})$")
_PART_BEFORE: Final = re.compile(f"^(?:{_any((*_PARTS, *_GENERIC))}) (.+)$")


def same_name(folded: str) -> Iterator[str]:
    """Yield other spellings of a folded name: "st petersburg" and "saint petersburg"."""
    words = folded.split()
    if len(words) > _LONGEST or not 0 < sum(word in _SAME for word in words) <= _MOST_SAME:
        return
    for spelling in product(*((word, *_SAME.get(word, ())) for word in words)):
        other = " ".join(filter(None, spelling))
        if other and other != folded:
            yield other


def without_unit(folded: str) -> Iterator[str]:
    """Yield a name without the word for what kind of unit it is: "cook county" and "cook"."""
    if folded.count(" ") < _LONGEST:
        for pattern in (_UNIT_AFTER, _UNIT_BEFORE):
            if match := pattern.match(folded):
                yield match[1]


def wider_names(folded: str) -> Iterator[str]:
    """Yield what to try for an unknown name: the whole of a part, and forms with a word more."""
    if folded.count(" ") >= _LONGEST:
        return
    for pattern in (_FEATURE_AFTER, _PART_BEFORE):
        if match := pattern.match(folded):
            yield match[1]
    yield from (f"{folded} {word}" for word in _ADDED)
    yield from (f"{word} {folded}" for word in _ADDED_BEFORE)
