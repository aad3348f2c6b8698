"""The quick tests for disputed ground never hide what the register says."""

from __future__ import annotations

import numpy as np
import pytest

from mapper.disputes import DisputeRegister
from mapper.geocoder.ground import Ground, parties


@pytest.fixture(scope="module")
def register():
    return DisputeRegister.load()


@pytest.fixture(scope="module")
def ground(register):
    return Ground(register)


@pytest.fixture(scope="module")
def points(register):
    """Points in and around every territory, and all over the world."""
    draw = np.random.default_rng(7)
    found = [draw.uniform((-89.9, -180), (89.9, 180), (400, 2))]
    for row in register.territories:
        west, south, east, north = row.bbox
        east += 360 * (west > east)
        margin = 0.3 + 0.2 * np.array([north - south, east - west])
        near = draw.uniform(np.array([south, west]) - margin, np.array([north, east]) + margin, (8, 2))
        found += [near, [[row.lat, row.lon], *([p.lat, p.lon] for p in row.places)]]
    every = np.concatenate(found)
    return np.clip(every[:, 0], -90, 90), (every[:, 1] + 180) % 360 - 180


def test_single_points_agree_with_the_register(register, ground, points):
    for lat, lon in zip(*points, strict=True):
        assert ground.territories_at(lat, lon) == register.at(lat, lon, labels=True)


def test_many_points_miss_nobody(register, ground, points):
    lat, lon = points
    suspects = ground.suspects(lat, lon)
    disputed = np.array([bool(register.at(*point, labels=True)) for point in zip(lat, lon, strict=True)])
    assert not (disputed & ~suspects).any()
    assert disputed.sum() > 300
    assert (suspects & ~disputed).sum() < 0.2 * suspects.sum()


def test_a_flag_at_a_point_names_the_parties(ground):
    flag = ground.flag_at(37.2417, 131.8667)
    assert parties(flag) == {"JP", "KP", "KR"}
    assert ground.flag_at(48.85, 2.35) is None
