"""Reading explicit coordinates: decimal degrees, degrees with minutes and seconds, ``geo:`` URIs."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Final, NamedTuple

from mapper.geocoder.grids import read_grid
from mapper.geocoder.points import Coordinates

_GLYPHS: Final = str.maketrans(
    {
        "º": "°", "˚": "°", "ᵒ": "°",
        "′": "'", "’": "'", "‘": "'", "ʹ": "'", "´": "'", "`": "'",
        "″": '"', "”": '"', "“": '"', "ʺ": '"', "〃": '"',
        "−": "-", "–": "-", "‑": "-",
    }
)  # fmt: skip
_WORDS: Final = (
    (re.compile(r"''"), '"'),
    (re.compile(r"\b(?:lat|latitude|lon|long|lng|longitude)\b\.?\s*[:=]?", re.IGNORECASE), " "),
    (re.compile(r"(?<=[\d\s])deg(?:ree)?s?\b\.?", re.IGNORECASE), "°"),
    (re.compile(r"(?<=[\d\s])min(?:ute)?s?\b\.?", re.IGNORECASE), "'"),
    (re.compile(r"(?<=[\d\s])sec(?:ond)?s?\b\.?", re.IGNORECASE), '"'),
    (re.compile(r"(?<![^\W\d_])(north|south|east|west)\b", re.IGNORECASE), lambda m: m[1][0].upper()),
)
_PIECE: Final = re.compile(r"[NSEW]|[+-]?\d+(?:\.\d+)?|[°'\":,;]")
_LONE_LETTER: Final = re.compile(r"(?<![^\W\d_])[nsew](?![^\W\d_])")
_BARE_PAIR: Final = re.compile(r"[+-]?\d+\.\d{2,}\s+[+-]?\d+\.\d{2,}|[+-]\d+\.\d+[+-]\d+\.\d+")
"""Two decimals with nothing between them, or two signed ones: not a score, a time or a sum of money."""
_LIST_OF_TWO: Final = re.compile(r"\d+,\d+")
"""10,000 is a number."""
_COMMA_DECIMALS: Final = re.compile(r"(?<=\d),(?=\d)")
_BRACKETS: Final = re.compile(r"^[(\[]([^()\[\]]*)[)\]]$")
_MAX_LENGTH: Final = 80
_KM_A_DEGREE: Final = 111.195
"""One degree of a great circle on the mean sphere: 2 pi R / 360."""
_FLOOR_KM: Final = 0.001


class _Angle(NamedTuple):
    degrees: float
    hemisphere: str
    step: float
    """The last digit's worth in degrees."""


def read_coordinates(text: str) -> Coordinates | None:
    """Read a text that is nothing but one point's coordinates.

    Parameters
    ----------
    text
        Decimal degrees ("37.5, 127.0"; latitude first unless hemispheres say otherwise), degrees,
        minutes and seconds, UTM ("17T 630084 4833438"), MGRS ("15TWG0000049776") or a ``geo:`` URI.

    Returns
    -------
    Coordinates | None
        None for any other text and for angles off the globe.
    """
    if len(text) > _MAX_LENGTH or not any(map(str.isdigit, text)):
        return None
    plain = _BRACKETS.sub(r"\1", unicodedata.normalize("NFKC", text.translate(_GLYPHS)).strip())
    return read_grid(plain) or _read_degrees(plain)


def _read_degrees(text: str) -> Coordinates | None:
    if text.lower().startswith("geo:"):
        text = ",".join(re.split("[;?]", text[4:])[0].split(",")[:2])
    for pattern, mark in _WORDS:
        text = pattern.sub(mark, text)
    if ";" in text:
        text = _COMMA_DECIMALS.sub(".", text)
    text = _LONE_LETTER.sub(lambda m: m[0].upper(), text).strip(" /")
    if _PIECE.sub("", text).strip() or _LIST_OF_TWO.fullmatch(text):
        return None
    pieces = _PIECE.findall(text)
    halves = (pieces[:1], pieces[1:]) if _BARE_PAIR.fullmatch(text) else _halves(pieces)
    angles = [_angle(half) for half in halves] if halves else []
    return _point(angles[0], angles[1]) if len(angles) == 2 and angles[0] and angles[1] else None


def _halves(pieces: list[str]) -> tuple[list[str], list[str]] | None:
    """Split the pieces of a pair of angles into its two angles, by the marks that a writer uses."""
    letters = [i for i, piece in enumerate(pieces) if piece in "NSEW"]
    commas = [i for i, piece in enumerate(pieces) if piece in ",;"]
    degrees = [i for i, piece in enumerate(pieces) if piece == "°"]
    if len(letters) == 2:
        cut = letters[1] if letters[0] == 0 else letters[0] + 1
    elif letters or len(commas) > 1 or ":" in pieces:
        return None
    elif commas:
        cut = commas[0]
    elif len(degrees) == 2:
        cut = degrees[1] - 1
    else:
        return None
    first, second = ([t for t in part if t not in ",;"] for part in (pieces[:cut], pieces[cut:]))
    return first, second


def _angle(pieces: list[str]) -> _Angle | None:
    """Read one angle: a number of degrees, perhaps minutes and seconds, each with its mark or none."""
    hemisphere = "".join(piece for piece in pieces if piece in "NSEW")
    rest = [piece for piece in pieces if piece not in "NSEW"]
    values: list[str] = []
    for piece in rest:
        if piece[-1].isdigit():
            values.append(piece)
        elif not values or ("°'\"".find(piece) != len(values) - 1 and piece != ":"):
            return None
    if not 1 <= len(values) <= 3 or any("." in value for value in values[:-1]):
        return None
    if any(value[0] in "+-" or float(value) >= 60 for value in values[1:]):
        return None
    size = sum(abs(float(value)) / 60**i for i, value in enumerate(values))
    negative = values[0][0] == "-"
    if hemisphere and values[0][0] in "+-":
        return None
    decimals = len(values[-1].partition(".")[2])
    step = 10.0**-decimals / 60 ** (len(values) - 1)
    return _Angle(-size if negative or hemisphere in ("S", "W") else size, hemisphere, step)


def _point(first: _Angle, second: _Angle) -> Coordinates | None:
    if first.hemisphere in ("E", "W") and second.hemisphere in ("N", "S"):
        first, second = second, first
    if first.hemisphere in ("E", "W") or second.hemisphere in ("N", "S"):
        return None
    if abs(first.degrees) > 90 or abs(second.degrees) > 180:
        return None
    half_step = max(first.step, second.step) / 2
    radius = max(_FLOOR_KM, half_step * _KM_A_DEGREE * math.sqrt(2))
    return Coordinates(first.degrees, second.degrees, round(radius, 4), "degrees")
