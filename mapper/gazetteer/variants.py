"""Other ways to write a name: spellings that mean the same, and forms with a word more or less."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME: Final[dict[str, tuple[str, ...]]] = {
    "st": ("saint",), "saint": ("st",), "ste": ("sainte",), "sainte": ("ste",), "mt": ("mount",), "mount": ("mt",),
    "ft": ("fort",), "fort": ("ft",), "mtn": ("mountain",), "pt": ("point",), "co": ("county",), "twp": ("township",),
    "natl": ("national",), "intl": ("international",), "univ": ("university",),
    "ave": ("avenue",), "n": ("north",), "s": ("south",), "e": ("east",), "w": ("west",), "is": ("islands", "island"),
    "and": ("",),
}  # fmt: skip
"""Words of folded names that are written in two ways."""

_SUFFIXES: Final = (
    "county", "parish", "city", "province", "state", "district", "township", "region", "governorate", "prefecture",
    "oblast", "krai", "raion", "rayon", "voivodeship", "borough", "peninsula", "island", "islands", "village", "town",
    "territory", "department", "emirate", "canton", "valley", "municipality", "metropolitan area", "area", "suburb",
    "river", "commune", "republic", "archipelago", "airport", "international airport",
)  # fmt: skip
_PREFIXES: Final = (
    "county", "co", "city of", "town of", "village of", "township of", "borough of", "state of", "province of",
    "republic of", "kingdom of", "county of", "district of", "region of", "island of", "isle of", "islands of",
    "emirate of", "municipality of", "prefecture of", "department of", "lake", "gulf of", "bay of", "river", "greater",
    "downtown", "mount", "central", "upper", "lower", "inner", "outer", "old", "new", "north", "south", "east", "west",
    "northern", "southern", "eastern", "western", "northeast", "northwest", "southeast", "southwest", "northeastern",
    "northwestern", "southeastern", "southwestern", "mainland", "metropolitan", "metro", "rural", "suburban",
    "al", "el",
)  # fmt: skip
_ADDED: Final = ("county", "province", "city", "district", "island", "islands", "river", "airport", "state")
_ADDED_BEFORE: Final = ("lake", "mount", "al", "el")

_SUFFIX: Final = re.compile(f"^(.+?) (?:{'|'.join(sorted(_SUFFIXES, key=len, reverse=True))})$")
_PREFIX: Final = re.compile(f"^(?:{'|'.join(sorted(_PREFIXES, key=len, reverse=True))}) (.+)$")
_LONGEST: Final = 8
"""Words in a name up to which its spellings are tried; more of them are no name."""
_MOST_SAME: Final = 3


def same_name(folded: str) -> Iterator[str]:
    """Yield other spellings of a folded name: "st petersburg" and "saint petersburg"."""
    words = folded.split()
    open_words = [word in _SAME for word in words]
    if len(words) > _LONGEST or not 0 < sum(open_words) <= _MOST_SAME:
        return
    choices = [(word, *_SAME.get(word, ())) for word in words]
    for spelling in product(*choices):
        other = " ".join(filter(None, spelling))
        if other and other != folded:
            yield other


def near_names(folded: str) -> Iterator[str]:
    """Yield names with a word less or more: "bavaria state" and "bavaria"; these are weaker evidence."""
    if folded.count(" ") >= _LONGEST:
        return
    for pattern in (_SUFFIX, _PREFIX):
        if match := pattern.match(folded):
            yield match[1]
    yield from (f"{folded} {word}" for word in _ADDED)
    yield from (f"{word} {folded}" for word in _ADDED_BEFORE)
