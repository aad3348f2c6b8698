"""Reading UTM and MGRS grid references, by the Krueger series on WGS84.

Formulas: Karney, "Transverse Mercator with an accuracy of a few nanometers" (2011), the series to
the fourth order in the third flattening, good to far less than a millimetre inside a zone. Letters:
the MGRS lettering of NGA.SIG.0012 for WGS84. Polar (UPS) references are not read.
"""

from __future__ import annotations

import math
import re
from typing import Final

from mapper.geo import wrap_longitude
from mapper.geocoder.points import Coordinates

_A: Final = 6378137.0
_F: Final = 1 / 298.257223563
_N: Final = _F / (2 - _F)
_RECTIFYING_RADIUS: Final = _A / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA: Final = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
_ECCENTRICITY: Final = math.sqrt(_F * (2 - _F))
_SCALE: Final = 0.9996
_FALSE_EASTING: Final = 500_000.0
_FALSE_NORTHING: Final = 10_000_000.0

_BANDS: Final = "CDEFGHJKLMNPQRSTUVWX"
_BAND_FLOOR_M: Final = dict(
    zip(
        _BANDS,
        (
            *(1.1e6, 2.0e6, 2.8e6, 3.7e6, 4.6e6, 5.5e6, 6.4e6, 7.3e6, 8.2e6, 9.1e6),
            *(0.0, 0.8e6, 1.7e6, 2.6e6, 3.5e6, 4.4e6, 5.3e6, 6.2e6, 7.0e6, 7.9e6),
        ),
        strict=True,
    )
)
"""Lowest northing of each latitude band, rounded down to 100 km, false northing included."""
_COLUMNS: Final = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")
_ROWS: Final = "ABCDEFGHJKLMNPQRSTUV"
_ROW_CYCLE_M: Final = 2_000_000.0

_UTM: Final = re.compile(
    r"(?:UTM\s*)?(?:ZONE\s*)?(\d{1,2})\s*([C-HJ-NP-X])[\s,]+E?(\d{6}(?:\.\d+)?)\s*(?:M\s*)?E?[\s,]+"
    r"N?(\d{1,8}(?:\.\d+)?)\s*(?:M\s*)?N?"
)
_MGRS: Final = re.compile(
    r"(?:MGRS\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z])([A-HJ-NP-V])\s*(\d{1,5})\s*(\d{1,5})"
)


def read_grid(text: str) -> Coordinates | None:
    """Read a UTM or MGRS reference; None for any other text and for squares that do not exist."""
    reference = text.upper()
    if match := _UTM.fullmatch(reference):
        return _utm(int(match[1]), match[2], float(match[3]), float(match[4]))
    if match := _MGRS.fullmatch(reference):
        digits = match[5] + match[6]
        return _mgrs(int(match[1]), match[2], match[3] + match[4], digits)
    return None


def utm_to_degrees(zone: int, easting: float, northing: float, *, south: bool) -> tuple[float, float]:
    """Return latitude and longitude of a UTM point in metres.

    Parameters
    ----------
    zone
        1 to 60, six degrees each from 180 W.
    easting, northing
        Metres, with the false easting of 500 km and, in the south, the false northing of 10,000 km.
    south
        Whether the point is counted in the southern hemisphere.
    """
    eta = (easting - _FALSE_EASTING) / (_SCALE * _RECTIFYING_RADIUS)
    xi = (northing - (_FALSE_NORTHING if south else 0.0)) / (_SCALE * _RECTIFYING_RADIUS)
    terms = list(enumerate(_BETA, start=1))
    xi_flat = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in terms)
    eta_flat = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in terms)
    tan_conformal = math.sin(xi_flat) / math.hypot(math.sinh(eta_flat), math.cos(xi_flat))
    lon = math.atan2(math.sinh(eta_flat), math.cos(xi_flat))
    lat = math.atan(_geographic_tangent(tan_conformal))
    return math.degrees(lat), wrap_longitude(math.degrees(lon) + 6 * zone - 183)


def _geographic_tangent(tan_conformal: float) -> float:
    """Invert the conformal latitude by Newton's method (Karney 2011, equations 19 to 21)."""
    e, tangent = _ECCENTRICITY, tan_conformal
    for _ in range(5):
        secant = math.hypot(1, tangent)
        sigma = math.sinh(e * math.atanh(e * tangent / secant))
        guess = tangent * math.hypot(1, sigma) - sigma * secant
        slope = math.hypot(1, guess) * secant * (1 - e * e) / (1 + (1 - e * e) * tangent * tangent)
        tangent += (tan_conformal - guess) / slope
    return tangent


def _utm(zone: int, letter: str, easting: float, northing: float) -> Coordinates | None:
    if not (1 <= zone <= 60 and 1e5 <= easting < 1e6 and northing <= _FALSE_NORTHING):
        return None
    in_band_s = _BAND_FLOOR_M["S"] <= northing <= _BAND_FLOOR_M["T"] + 1e5
    south = letter < "N" or (letter == "S" and not in_band_s)
    lat, lon = utm_to_degrees(zone, easting, northing, south=south)
    hemisphere_only = letter in "NS"
    if not hemisphere_only and not _in_band(lat, letter):
        return None
    return Coordinates(lat, lon, 0.001, "utm")


def _mgrs(zone: int, band: str, square: str, digits: str) -> Coordinates | None:
    """Return the middle of an MGRS square with its half diagonal."""
    columns = _COLUMNS[zone % 3]
    if not 1 <= zone <= 60 or square[0] not in columns or len(digits) % 2:
        return None
    half = len(digits) // 2
    size = 10.0 ** (5 - half)
    easting = (columns.index(square[0]) + 1) * 1e5 + int(digits[:half]) * size + size / 2
    shift = 5 if zone % 2 == 0 else 0
    northing = (_ROWS.index(square[1]) - shift) % len(_ROWS) * 1e5 + int(digits[half:]) * size + size / 2
    while northing < _BAND_FLOOR_M[band]:
        northing += _ROW_CYCLE_M
    lat, lon = utm_to_degrees(zone, easting, northing, south=band < "N")
    if not _in_band(lat, band):
        return None
    return Coordinates(lat, lon, round(size / 2 * math.sqrt(2) / 1000, 4), "mgrs")


def _in_band(lat: float, band: str) -> bool:
    """Tell whether a latitude is in a band, with a degree to spare: squares reach over its edges."""
    bottom = -80 + 8 * _BANDS.index(band)
    top = 84 if band == "X" else bottom + 8
    return bottom - 1 <= lat <= top + 1
