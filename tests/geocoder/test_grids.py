"""UTM and MGRS references against known points and against PROJ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.geo import distance_km
from mapper.geocoder.grids import read_grid, utm_to_degrees

# The CN Tower, Jefferson Pier and the corner of the world are in public descriptions of the two
# grids; round northings on a central meridian follow from the definition, the rest is by PROJ.
UTM = [
    ("17T 630084 4833438", 43.642567, -79.387139),
    ("17t 630084mE 4833438mN", 43.642567, -79.387139),
    ("UTM Zone 17N E630084, N4833438", 43.642567, -79.387139),
    ("33T 500000 4649776", 42.0, 15.0),
    ("31N 500000 0", 0.0, 3.0),
    ("56H 334369 6250948", -33.8688, 151.2093),
    ("56S 334369 6250948", -33.8688, 151.2093),
    ("52S 321000 4160000", 37.56965, 126.97311),
]
MGRS = [
    ("15TWG0000049776", 42.0, -93.0),
    ("15T WG 00000 49776", 42.0, -93.0),
    ("mgrs 15twg0000049776", 42.0, -93.0),
    ("18S UJ 23371 06519", 38.8898, -77.0365),
    ("18SUJ23370651", 38.8898, -77.0365),
    ("4QFJ1234567890", 21.4098, -157.9161),
    ("31NAA6602100000", 0.0, 0.0),
]
NEITHER = [
    "", "17T", "17T 630084", "61T 630084 4833438", "0T 500000 4649776", "17I 630084 4833438", "17T 63 48",
    "17T 050000 4833438", "17X 630084 4833438", "17T 630084 99999999", "15TWG", "15TWG123", "15TIG0000049776",
    "15TAG0000049776", "60C 500000 9000000", "24 HOURS", "4 GREEN 12", "F16", "AK47", "10 Downing Street",
]  # fmt: skip


@pytest.mark.parametrize(("text", "lat", "lon"), UTM + MGRS)
def test_reads(text, lat, lon):
    point = read_grid(text)
    assert point is not None
    assert distance_km(lat, lon, point.lat, point.lon) < 0.05


@pytest.mark.parametrize("text", NEITHER)
def test_leaves_other_text_alone(text):
    assert read_grid(text) is None


def test_a_short_mgrs_reference_is_the_middle_of_a_large_square():
    square, point = read_grid("18SUJ20"), read_grid("18SUJ2337106519")
    assert square.uncertainty_km == pytest.approx(7.0711)
    assert distance_km(square.lat, square.lon, point.lat, point.lon) < square.uncertainty_km


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.floats(-79.9, 83.9), st.floats(-3, 3))
def test_utm_agrees_with_proj(zone, lat, east):
    pyproj = pytest.importorskip("pyproj")
    lon = 6 * zone - 183 + east
    south = lat < 0
    easting, northing = pyproj.Proj(proj="utm", zone=zone, south=south)(lon, lat)
    found_lat, found_lon = utm_to_degrees(zone, easting, northing, south=south)
    assert distance_km(lat, lon, found_lat, found_lon) < 1e-6


@given(st.text(alphabet="0123456789ABCDEFGHJKLMNPQRSTUVWXYZ ", max_size=24))
def test_any_text_is_read_or_refused(text):
    point = read_grid(text)
    assert point is None or (abs(point.lat) <= 90 and -180 <= point.lon < 180)
