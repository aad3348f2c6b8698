"""Distances, bearings and boxes on any points of the globe."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mapper.geo import destination, distance_km, in_box, unwrap, wrap_longitude

lats = st.floats(-90, 90)
lons = st.floats(-180, 180)
HALF_ROUND = math.pi * 6371.0088


@given(lats, lons, lats, lons)
def test_distance_is_a_distance(lat1, lon1, lat2, lon2):
    km = distance_km(lat1, lon1, lat2, lon2)
    assert 0 <= km <= HALF_ROUND + 1e-6
    assert km == pytest.approx(distance_km(lat2, lon2, lat1, lon1))
    assert distance_km(lat1, lon1, lat1, lon1) == 0
    assert km == pytest.approx(distance_km(lat1, lon1 + 360, lat2, lon2), abs=1e-3)


@given(lats, lons, lats, lons, lats, lons)
def test_no_detour_is_shorter(lat1, lon1, lat2, lon2, lat3, lon3):
    direct = distance_km(lat1, lon1, lat3, lon3)
    assert direct <= distance_km(lat1, lon1, lat2, lon2) + distance_km(lat2, lon2, lat3, lon3) + 1e-3


@pytest.mark.parametrize(
    ("points", "km"),
    [
        ((37.5665, 126.978, 35.6895, 139.6917), 1159),  # Seoul to Tokyo
        ((-18.14, 178.44, -13.83, -171.77), 1151),  # Suva to Apia, across the antimeridian
        ((90, 0, -90, 0), 20015),
        ((0, 0, 0, 180), 20015),
    ],
)
def test_known_distances(points, km):
    assert distance_km(*points) == pytest.approx(km, rel=0.01)


@given(lats, lons, st.floats(-720, 720), st.floats(0, 20_000))
def test_destination_lies_that_far_away(lat, lon, bearing, km):
    there = destination(lat, lon, bearing, km)
    assert -90 <= there[0] <= 90
    assert -180 <= there[1] <= 180
    assert distance_km(lat, lon, *there) == pytest.approx(km, abs=0.01)


def test_bearings():
    assert destination(0, 0, 90, 111.2)[1] == pytest.approx(1, abs=0.001)
    assert destination(0, 0, 0, 111.2)[0] == pytest.approx(1, abs=0.001)
    assert destination(0, 179.5, 90, 111.2)[1] == pytest.approx(-179.5, abs=0.001)


@given(st.floats(-1e6, 1e6))
def test_wrapped_longitude_is_the_same_meridian(lon):
    wrapped = wrap_longitude(lon)
    assert -180 <= wrapped <= 180
    turns = (lon - wrapped) / 360
    assert turns == pytest.approx(round(turns), abs=1e-6)


@given(st.lists(lons))
def test_unwrapped_lines_take_the_short_way(longitudes):
    line = unwrap(longitudes)
    assert len(line) == len(longitudes)
    assert all(abs(b - a) <= 180 + 1e-9 for a, b in pairwise(line))
    for lon, same in zip(longitudes, line, strict=True):
        assert math.cos(math.radians(lon - same)) == pytest.approx(1, abs=1e-9)


@given(lats, lons, lons, lons)
def test_boxes_and_their_complements(lat, lon, west, east):
    assume(len({lon, west, east}) == 3)
    inside = in_box(lat, lon, (west, -90, east, 90))
    assert inside != in_box(lat, lon, (east, -90, west, 90))
    assert in_box(lat, west, (west, lat, east, lat))
    assert not in_box(lat, lon, (west, lat + 1, east, lat + 2))


def test_box_across_the_antimeridian():
    fiji = (176.0, -21.0, -178.0, -12.0)
    assert in_box(-18, 178, fiji)
    assert in_box(-18, -179, fiji)
    assert not in_box(-18, 0, fiji)
