"""Nearest points, compared with looking at all of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.gazetteer.spatial import NearestIndex, square_of
from mapper.geo import EARTH_RADIUS_KM, distance_km

LAT = st.floats(-90, 90)
LON = st.floats(-180, 180)
POINTS = st.lists(st.tuples(LAT, LON), min_size=1, max_size=80)


def brute(points: list[tuple[float, float]], lat: float, lon: float) -> list[float]:
    return sorted(distance_km(*point, lat, lon) for point in points)


@settings(max_examples=150, deadline=None)
@given(POINTS, st.lists(st.tuples(LAT, LON), min_size=1, max_size=8), st.integers(1, 20))
def test_agrees_with_looking_at_all(
    points: list[tuple[float, float]], asked: list[tuple[float, float]], limit: int
) -> None:
    lat, lon = zip(*points, strict=True)
    numbers, km = NearestIndex(lat, lon).query(*zip(*asked, strict=True), limit=limit)
    for line, point in enumerate(asked):
        expected = brute(points, *point)[:limit]
        found = [away for number, away in zip(numbers[line], km[line], strict=True) if number >= 0]
        assert found == pytest.approx(expected, abs=2e-3)
        assert len(set(numbers[line][numbers[line] >= 0])) == len(found)


def test_many_points_together_and_alone_agree() -> None:
    random = np.random.default_rng(5)
    lat, lon = np.degrees(np.arcsin(random.uniform(-1, 1, 5000))), random.uniform(-180, 180, 5000)
    tree = NearestIndex(lat, lon)
    asked = np.degrees(np.arcsin(random.uniform(-1, 1, 2500))), random.uniform(-180, 180, 2500)
    numbers, km = tree.query(*asked)
    for line in range(0, 2500, 50):
        alone, away = tree.query(asked[0][line], asked[1][line])
        assert alone[0, 0] == numbers[line, 0]
        assert away[0, 0] == pytest.approx(km[line, 0])
        assert km[line, 0] == pytest.approx(
            brute(list(zip(lat, lon, strict=True)), asked[0][line], asked[1][line])[0]
        )


def test_across_the_antimeridian_and_the_pole() -> None:
    tree = NearestIndex([0.0, 89.9, 0.0], [179.9, 0.0, 0.0])
    assert tree.query([0.0, 89.8], [-179.9, 180.0])[0].tolist() == [[0], [1]]


def test_max_km() -> None:
    numbers, km = NearestIndex([0.0, 1.0], [0.0, 0.0]).query([0.2], [0.0], limit=2, max_km=50)
    assert numbers.tolist() == [[0, -1]]
    assert km[0, 1] == np.inf


def test_no_points_and_no_questions() -> None:
    assert NearestIndex([], []).query([1.0], [2.0])[0].tolist() == [[-1]]
    assert NearestIndex([1.0], [2.0]).query([], [])[0].shape == (0, 1)


def test_square_of_a_distance() -> None:
    assert square_of(0) == 0
    assert square_of(EARTH_RADIUS_KM * np.pi) == pytest.approx(4)
    assert square_of(1e9) == pytest.approx(4)
