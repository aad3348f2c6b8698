"""Many points at once: order, slices, numbers without locations, and points that are none."""

from __future__ import annotations

import numpy as np
import pytest
from geopy.exc import GeocoderQueryError
from hypothesis import given, settings
from hypothesis import strategies as st

POINTS = [(37.57, 126.98), (39.5, 134.0), (37.2417, 131.8667), (48.573, 7.815), (-33.87, 151.21)]


@pytest.fixture(scope="module")
def found(offline):
    return offline.reverse_many(POINTS)


def test_it_is_a_sequence_in_the_order_of_the_points(found):
    assert len(found) == 5
    assert [f.raw["reasons"][0]["code"] for f in found] == [
        "nearest", "inside", "disputed-ground", "nearest", "nearest",
    ]  # fmt: skip
    assert found[-1] == found[4]
    with pytest.raises(IndexError):
        found[5]


def test_slices_are_answers_too(found):
    assert [f.address for f in found[1:3]] == [found[1].address, found[2].address]
    assert len(found[::-2]) == 3
    assert found[::-1][0] == found[4]


def test_rows_and_distances_need_no_location(found):
    assert found.rows.shape == found.km.shape == (5,)
    assert (found.rows >= 0).all()
    assert found.km[1] == found.km[2] == 0
    assert 0 < found.km[0] < 10


@pytest.mark.parametrize(
    "points", [np.array(POINTS), tuple(POINTS), iter(POINTS), [[*p, 12.5] for p in POINTS]]
)
def test_any_kind_of_pairs(offline, found, points):
    assert (offline.reverse_many(points).rows == found.rows).all()


def test_longitudes_go_round(offline, found):
    turned = [(lat, lon + turn) for (lat, lon), turn in zip(POINTS, (360, -360, 720, 0, -360), strict=True)]
    assert (offline.reverse_many(turned).rows == found.rows).all()


@pytest.mark.parametrize(
    "points",
    [
        [(91, 0)],
        [(0, float("nan"))],
        [(float("inf"), 0)],
        [("a", "b")],
        [1, 2],
        [(1,)],
        "ab",
        [None],
        [(1, 2), (3,)],
    ],
)
def test_points_that_are_none(offline, points):
    with pytest.raises(GeocoderQueryError):
        offline.reverse_many(points)


def test_the_message_names_the_point(offline):
    with pytest.raises(GeocoderQueryError, match=r"Point 1 is not on the globe: \(95"):
        offline.reverse_many([(0, 0), (95, 0)])


def test_none_where_nothing_is_known(offline):
    every = offline.reverse_many([(lat, lon) for lat in range(-90, 91, 10) for lon in range(-180, 180, 20)])
    unknown = [f for f, row in zip(every, every.rows, strict=True) if row < 0]
    assert all(f is None for f in unknown)
    assert len(unknown) < 0.05 * len(every)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=8))
def test_one_by_one_or_together(offline, points):
    together = offline.reverse_many(points)
    alone = [offline.reverse(point) for point in points]
    assert [f and f.raw["place"]["id"] for f in together] == [f and f.raw["place"]["id"] for f in alone]
