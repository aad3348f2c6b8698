"""Words in a name that say what kind of place it is."""

from __future__ import annotations

from typing import Final

from mapper.gazetteer import SEAS

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
