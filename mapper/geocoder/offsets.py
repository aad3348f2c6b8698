"""Reading places described from others: "20 km north of Aleppo", "between Mosul and Erbil"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mapper.geocoder.points import Between, Offset

if TYPE_CHECKING:
    from collections.abc import Iterator

_KM: Final = {
    "km": 1.0, "kms": 1.0, "kilometer": 1.0, "kilometers": 1.0, "kilometre": 1.0, "kilometres": 1.0,
    "m": 0.001, "meter": 0.001, "meters": 0.001, "metre": 0.001, "metres": 0.001,
    "mi": 1.609344, "mile": 1.609344, "miles": 1.609344,
    "nm": 1.852, "nmi": 1.852, "nautical mile": 1.852, "nautical miles": 1.852,
    "yard": 0.0009144, "yards": 0.0009144, "ft": 0.0003048, "foot": 0.0003048, "feet": 0.0003048,
}  # fmt: skip
"""International mile, nautical mile, yard and foot in km."""

_POINTS: Final = (
    "n",
    "nne",
    "ne",
    "ene",
    "e",
    "ese",
    "se",
    "sse",
    "s",
    "ssw",
    "sw",
    "wsw",
    "w",
    "wnw",
    "nw",
    "nnw",
)
_LETTERS: Final = {"north": "n", "south": "s", "east": "e", "west": "w", "ern": "", "wards": "", "ward": ""}
_SECTOR: Final = {1: 45.0, 2: 45.0, 3: 22.5}
"""Degrees that a compass word of one, two or three parts leaves open: reports name 8 winds, or 16."""

_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(),
        start=1,
    )
} | {
    "a": 1, "an": 1, "half a": 0.5, "a dozen": 12, "a few": 3, "several": 5, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a hundred": 100, "one hundred": 100, "two hundred": 200, "three hundred": 300, "five hundred": 500,
}  # fmt: skip

MAX_KM: Final = 3000.0
"""Farther than this a description no longer says where something is."""


def _either(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_HEDGE: Final = (
    r"(?:(?:about|around|some|roughly|approximately|approx\.?|nearly|almost|just|over|more than|less than|"
    r"under|up to|an estimated|at least|only|within|ca\.?|c\.|~)\s*)*"
)
_QUANTITY: Final = (
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{_either(_NUMBERS)})[\s-]*"
    rf"(?P<unit>{_either(_KM)})\b\.?(?:\s*\([^()]*\))?"
)
_WIND: Final = r"(?:(?:north|south|east|west)(?:ern|wards?)?[\s-]*){1,3}"
_ARTICLE: Final = r"(?:the\s+|due\s+|further\s+|farther\s+)?"
_COMPASS: Final = rf"{_ARTICLE}(?P<compass>{_WIND}|(?:[NSEW]\.?){{1,3}})"
_COMPASS_WORDS: Final = rf"{_ARTICLE}(?P<compass>{_WIND})"
_TO: Final = r"\s*(?:of|from)\s+"
_ANCHOR: Final = r"(?P<anchor>.+)"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_HEDGE}{_QUANTITY}\s*(?:to\s+)?{_COMPASS}{_TO}{_ANCHOR}",
        rf"{_HEDGE}{_QUANTITY}\s*(?:away\s+)?(?:from|of|off|outside(?:\s+of)?|offshore\s+from)\s+{_ANCHOR}",
        rf"(?:just\s+)?(?:to\s+)?{_COMPASS_WORDS}{_TO}{_ANCHOR}",
        rf"{_ANCHOR},\s*{_HEDGE}{_QUANTITY}\s*(?:to\s+)?{_COMPASS}",
        r"(?:just\s+)?(?:near|nearby|close\s+to|outside(?:\s+of)?|not\s+far\s+from|in\s+the\s+vicinity\s+of|"
        r"(?:on|in)?\s*(?:the\s+)?outskirts\s+of|(?:in|on)?\s*(?:the\s+)?suburbs?\s+of|"
        r"off(?:\s+the)?(?:\s+\w+)?\s+coast\s+of|off|offshore\s+from)\s+" + _ANCHOR,
    )
)
_HINT: Final = re.compile(r"\d|\b(?:of|from|near(?:by)?|close|off|outside|offshore)\b", re.IGNORECASE)
_COAST: Final = re.compile(r"^(?:the\s+)?(?:(?:\w+\s+)?coast|shores?)\s+of\s+", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"(?:(?:(?:on|in|at|along)\s+)?(?:the\s+)?(?:somewhere|about|roughly|road|highway|route|area|stretch|"
    r"(?P<middle>half[\s-]?way|mid-?way|midpoint|middle))\s+)*between\s+(?P<both>.+)",
    re.IGNORECASE | re.DOTALL,
)
_AND: Final = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_MOST_ANDS: Final = 3


def read_between(text: str) -> Iterator[Between]:
    """Yield the readings of a text that names the stretch between two places.

    One for each "and" that may part the two names: "between Bosnia and Herzegovina and Croatia".
    """
    if match := _BETWEEN.fullmatch(text):
        both, middle = match["both"], bool(match["middle"])
        for word in list(_AND.finditer(both))[:_MOST_ANDS]:
            yield Between(both[: word.start()].strip(" ,"), both[word.end() :].strip(" ,"), middle)


def read_offset(text: str) -> Offset | None:
    """Read a text that places a point by its distance or direction from a named place.

    Parameters
    ----------
    text
        "20 km north of Aleppo", "about two miles (3 km) off Lesbos", "near Mosul".

    Returns
    -------
    Offset | None
        None for a text of another form, a distance of nothing or one beyond 3,000 km.
    """
    if not _HINT.search(text):
        return None
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            return _offset(match.groupdict())
    return None


def _offset(parts: dict[str, str | None]) -> Offset | None:
    anchor = _COAST.sub("", (parts["anchor"] or "").strip())
    compass = _compass(parts.get("compass"))
    km = _km(parts.get("number"), parts.get("unit"))
    if (parts.get("compass") and compass is None) or (km is not None and not 0 < km <= MAX_KM):
        return None
    bearing, sector = compass or (None, 360.0)
    return Offset(anchor, km, bearing, sector) if anchor else None


def _km(number: str | None, unit: str | None) -> float | None:
    if number is None or unit is None:
        return None
    plain = number.lower().replace(",", "")
    return float(_NUMBERS.get(plain, 0) or plain) * _KM[unit.lower()]


def _compass(words: str | None) -> tuple[float, float] | None:
    """Return bearing and sector of "north-east", "NNE" or "southwestern"; None for "north-south"."""
    if not words:
        return None
    letters = re.sub(r"[\s.-]", "", words.lower())
    for word, letter in _LETTERS.items():
        letters = letters.replace(word, letter)
    if letters not in _POINTS:
        return None
    return _POINTS.index(letters) * 22.5, _SECTOR[len(letters)]
