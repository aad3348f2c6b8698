"""Words in a name that say what kind of place it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.gazetteer import SEAS, fold
from mapper.geocoder.han import other_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADMIN1: Final = frozenset({"admin1"})
_ADMIN2: Final = frozenset({"admin2"})
_UNITS: Final = _ADMIN1 | _ADMIN2

KINDS_BY_WORD: Final[dict[str, frozenset[str]]] = {
    "county": _ADMIN2, "parish": _ADMIN2, "district": _UNITS, "department": _UNITS, "municipality": _UNITS,
    "state": _ADMIN1, "province": _UNITS, "governorate": _UNITS, "prefecture": _UNITS, "oblast": _ADMIN1,
    "krai": _ADMIN1, "kray": _ADMIN1, "canton": _UNITS, "emirate": _ADMIN1, "voivodeship": _ADMIN1,
    "region": _UNITS | {"region"}, "republic": _ADMIN1 | {"country"},
    "territory": _UNITS | {"region", "disputed"},
    "city": frozenset({"city"}), "town": frozenset({"city"}), "village": frozenset({"city"}),
    "island": frozenset({"island", "reef", "disputed"}), "isle": frozenset({"island"}),
    "islands": frozenset({"archipelago", "island", "disputed", "country"}),
    "islets": frozenset({"island", "reef", "disputed"}), "rocks": frozenset({"reef", "island", "disputed"}),
    "shoal": frozenset({"reef", "disputed"}), "reef": frozenset({"reef", "disputed"}),
    "lake": frozenset({"lake", "reservoir"}), "river": frozenset({"river"}), "canal": frozenset({"canal"}),
    "sea": SEAS, "ocean": SEAS, "strait": SEAS, "straits": SEAS, "gulf": SEAS, "bay": SEAS, "channel": SEAS,
    "mount": frozenset({"mountain", "volcano"}), "mt": frozenset({"mountain", "volcano"}),
    "mountain": frozenset({"mountain", "volcano"}), "volcano": frozenset({"volcano", "mountain"}),
    "mountains": frozenset({"range", "mountain"}), "desert": frozenset({"desert"}),
    "peninsula": frozenset({"peninsula", "disputed"}), "cape": frozenset({"cape"}),
    "valley": frozenset({"valley"}),
    "airport": frozenset({"airport"}), "airbase": frozenset({"airport", "base"}),
    "base": frozenset({"base", "airport"}), "port": frozenset({"port"}), "dam": frozenset({"dam"}),
    "crossing": frozenset({"crossing"}), "plant": frozenset({"nuclear site", "landmark"}),
}  # fmt: skip


def kinds_named(words: list[str]) -> frozenset[str]:
    """Return the kinds of place that the first or last word of a folded name speaks of; most do of none."""
    if len(words) < 2:
        return frozenset()
    first, last = (KINDS_BY_WORD.get(word, frozenset()) for word in (words[0], words[-1]))
    return first | last


_SIGNS: Final = "国國州省市府都道県縣郡区區町村鎮镇島岛嶼山湖河江海국도시군구읍면현성섬산강호해"
"""Chinese, Japanese and Korean signs for a unit, an island or a water, written behind its name."""
_ROMANISED: Final = re.compile(
    r"-(?:to|fu|ken|shi|do|si|gun|gu|ku|cho|dong|eup|myeon|sheng|xian)$", re.IGNORECASE
)
_HEIGHTS: Final = frozenset({"mountain", "mountains", "range", "hills"})
"""Words behind a range's name that it goes without: "Hindu Kush mountains"."""
_OF: Final = frozenset("strait straits gulf bay sea cape lake mount river island isle peninsula".split())
"""Words for the kind that stand before the name with "of" or without, or behind it."""


_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,4}")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]{2,3}")
_HAN_UNITS: Final = (*"市县縣県省州岛島", "廣域市")
_HANGUL_UNITS: Final = tuple("시군구도섬")


def _in_other_signs(name: str) -> Iterator[str]:
    """Yield a name in other characters, and with the sign for a unit that the index may have it with."""
    forms = [name, *other_characters(name)]
    yield from forms[1:]
    for pattern, units in ((_HAN, _HAN_UNITS), (_HANGUL, _HANGUL_UNITS)):
        if pattern.fullmatch(name):
            yield from (form + unit for unit in units for form in forms)


def respelled(name: str) -> Iterator[str]:
    """Yield other ways to write a name with a word for its kind: "Tiran Strait" is "Strait of Tiran"."""
    if name[-1] in _SIGNS:
        yield name[:-1]
    if not name.isascii():
        yield from _in_other_signs(name)
    if _ROMANISED.search(name):
        yield _ROMANISED.sub("", name)
    words = fold(name).split()
    if len(words) > 1 and words[-1] in _HEIGHTS:
        yield " ".join(words[:-1])
    if len(words) > 1 and words[-1] in _OF:
        rest = " ".join(words[:-1])
        yield from (f"{words[-1]} of {rest}", f"{words[-1]} {rest}")
    if len(words) > 1 and words[0] in _OF:
        rest = " ".join(words[2:] if words[1] == "of" else words[1:])
        yield from (f"{rest} {words[0]}", f"{words[0]} {rest}", f"{words[0]}s of {rest}")
