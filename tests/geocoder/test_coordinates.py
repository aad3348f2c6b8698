"""Coordinates in every way they are written, and numbers that are none."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mapper.geo import distance_km
from mapper.geocoder.coordinates import read_coordinates

LAT = st.floats(-89.99, 89.99)
LON = st.floats(-179.99, 179.99)
WRITTEN = [
    ("37.5665, 126.978", 37.5665, 126.978),
    ("37.5665,126.978", 37.5665, 126.978),
    ("37.5665 126.978", 37.5665, 126.978),
    ("-33.8688, 151.2093", -33.8688, 151.2093),
    ("−33.8688, 151.2093", -33.8688, 151.2093),
    ("33.8688 S, 151.2093 E", -33.8688, 151.2093),
    ("151.2093E 33.8688S", -33.8688, 151.2093),
    ("s33.8688 e151.2093", -33.8688, 151.2093),
    ("lat 37.5, lon 127.0", 37.5, 127.0),
    ("Latitude: 37.5; Longitude: 127.0", 37.5, 127.0),
    ("33.86 degrees south, 151.2 degrees east", -33.86, 151.2),
    ("37,5665; 126,9780", 37.5665, 126.978),
    ("37° 33′ 59″ N 126° 58′ 41″ E", 37.56639, 126.97806),
    ("37º33'59''N, 126º58'41''E", 37.56639, 126.97806),
    ("37:33:59N 126:58:41E", 37.56639, 126.97806),
    ("37 33 59 N 126 58 41 E", 37.56639, 126.97806),
    ("N 37° 33.99' E 126° 58.68'", 37.5665, 126.978),
    ("-37° 33' 59\", 126° 58' 41\"", -37.56639, 126.97806),
    ("0, 0", 0, 0),
    ("-0.5, 0.5", -0.5, 0.5),
    ("90 N, 180 W", 90, -180),
    ("geo:48.2010,16.3695,183", 48.201, 16.3695),
    ("geo:48.2010,16.3695;u=40", 48.201, 16.3695),
    ("+27.5916+086.5640/", 27.5916, 86.564),
    ("３７．５６６５，１２６．９７８", 37.5665, 126.978),
]
NUMBERS = [
    "", "37.5665", "37", "12 34", "10,000", "1,234,567", "9/11", "24/7", "10:30", "10:30, 11:45", "3.5-2.5", "2-1",
    "5'10\"", "12.05.2026", "2026-01-21", "1.5, 2.5, 3.5", "+1 555 0100", "91, 0", "0, 181", "45 N", "45 N, 45 N",
    "45 N 45 S", "45 N, E", "37 61 00 N 126 00 00 E", "37.5 30 N, 127 E", "-33 S, 151 E", "37.5N, 126.9", "N, E",
    "37° 33° N 126° E", "Route 66", "7th Fleet", "12 km", "1e5, 3", "nan, nan", "inf, 0", "37.5665, 126.978, Seoul",
]  # fmt: skip


@pytest.mark.parametrize(("text", "lat", "lon"), WRITTEN)
def test_reads(text, lat, lon):
    point = read_coordinates(text)
    assert point is not None
    assert (point.lat, point.lon) == (pytest.approx(lat, abs=1e-5), pytest.approx(lon, abs=1e-5))


@pytest.mark.parametrize("text", NUMBERS)
def test_leaves_other_numbers_alone(text):
    assert read_coordinates(text) is None


@given(LAT, LON, st.integers(2, 7), st.sampled_from([", ", ",", " ", " , "]))
def test_decimal_degrees_come_back_within_the_stated_radius(lat, lon, digits, comma):
    point = read_coordinates(f"{lat:.{digits}f}{comma}{lon:.{digits}f}")
    assert point is not None
    assert distance_km(lat, lon, point.lat, point.lon) <= point.uncertainty_km * 1.001 + 1e-6


@given(
    LAT, LON, st.sampled_from(["{d}°{m}′{s}″{h}", "{d} {m} {s} {h}", "{h}{d}:{m}:{s}", "{h} {d}° {m}' {s}\""])
)
def test_degrees_minutes_seconds_come_back_within_the_stated_radius(lat, lon, layout):
    written = " ".join(layout.format(**_parts(value, signs)) for value, signs in ((lat, "NS"), (lon, "EW")))
    point = read_coordinates(written)
    assert point is not None
    assert distance_km(lat, lon, point.lat, point.lon) <= point.uncertainty_km * 1.001 + 1e-6


def _parts(value, signs):
    seconds = math.floor(abs(value) * 3600 + 0.5)
    return {"d": seconds // 3600, "m": seconds // 60 % 60, "s": seconds % 60, "h": signs[value < 0]}


@given(st.text(max_size=120))
@example("°" * 80)
@example("1 " * 40)
@example("-" * 40 + "1")
def test_any_text_is_read_or_refused(text):
    point = read_coordinates(text)
    assert point is None or (abs(point.lat) <= 90 and abs(point.lon) <= 180 and point.uncertainty_km > 0)


def test_more_digits_leave_less_open():
    radii = [read_coordinates(f"{37.5:.{n}f}, {127:.{n}f}").uncertainty_km for n in (1, 2, 4)]
    assert radii == sorted(radii, reverse=True)
    assert radii[2] < 0.02
