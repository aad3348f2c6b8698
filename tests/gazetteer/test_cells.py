"""The neighbours of one point, compared with looking at all, and outlines asked one by one and together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.gazetteer import Gazetteer
from mapper.gazetteer.cells import Cells
from mapper.geo import distance_km

LAT = st.one_of(st.floats(-90, 90), st.sampled_from([-90.0, 90.0, 0.0, 89.99, 51.25]))
LON = st.one_of(st.floats(-180, 180), st.sampled_from([-180.0, 180.0, 0.0, 179.99, -0.25]))
PLACES = st.lists(st.tuples(LAT, LON), min_size=1, max_size=60)


@settings(max_examples=200, deadline=None)
@given(PLACES, LAT, LON, st.integers(1, 12), st.sampled_from([None, 5.0, 50.0, 3000.0, 30_000.0]))
def test_agrees_with_looking_at_all(places, lat, lon, limit, max_km):
    found = Cells(*np.array(places).T).nearest(lat, lon, limit=limit, max_km=max_km)
    expected = sorted(distance_km(*place, lat, lon) for place in places)
    within = [km for km in expected if max_km is None or km <= max_km - 1e-3]
    assert [km for _, km in found][: len(within)] == pytest.approx(within[:limit], abs=2e-3)
    assert len(found) <= limit
    assert len({number for number, _ in found}) == len(found)


def test_no_places():
    assert Cells(np.empty(0), np.empty(0)).nearest(1.0, 2.0, limit=3, max_km=None) == []


def test_one_point_or_many_find_the_same(gazetteer):
    random = np.random.default_rng(9)
    lat, lon = np.degrees(np.arcsin(random.uniform(-1, 1, 400))), random.uniform(-180, 180, 400)
    rows, km = gazetteer.nearest_rows(lat, lon, limit=3, max_km=300.0, kinds={"city"})
    areas = gazetteer.containing_rows(lat, lon)
    for number, point in enumerate(zip(lat, lon, strict=True)):
        one, away = gazetteer.nearest_rows(*([axis] for axis in point), limit=3, max_km=300.0, kinds={"city"})
        assert one[0].tolist() == rows[number].tolist()
        assert away[0] == pytest.approx(km[number], abs=1e-6)
        assert gazetteer.containing_rows(*([axis] for axis in point))[0] == areas[number]


def test_points_beside_the_shore_are_on_land(gazetteer):
    shores = [(41.0, 28.995), (40.6999, -74.0205), (35.2810, 139.6721), (59.9127, 10.7325)]
    together = gazetteer.containing_rows(*zip(*shores, strict=True))
    assert [gazetteer.rows.country(int(row)) for row in together] == ["TR", "US", "JP", "NO"]


def test_threads_share_the_outlines():
    random = np.random.default_rng(3)
    points = list(zip(random.uniform(-60, 70, 300), random.uniform(-180, 180, 300), strict=True))
    alone, shared = Gazetteer.open(), Gazetteer.open()
    expected = [[place.id for place in alone.containing(*point)] for point in points]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda point: [place.id for place in shared.containing(*point)], points))
    assert found == expected
