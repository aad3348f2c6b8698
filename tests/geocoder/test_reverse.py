"""What lies at a point: land, borders, the sea, disputed ground, and many points at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

TOWNS = [
    ((37.57, 126.98), "South Korea", "KR"),
    ((33.66, -95.55), "Texas", "US"),
    ((-33.87, 151.21), "New South Wales", "AU"),
    ((64.15, -21.94), "Iceland", "IS"),
    ((48.58, 7.76), "France", "FR"),  # Strasbourg, across the Rhine from Kehl
    ((48.573, 7.815), "Germany", "DE"),  # Kehl
    ((1.29, 103.85), "Singapore", "SG"),
    ((-16.85, -179.97), "Fiji", "FJ"),  # beside the antimeridian
]
SEAS = [
    ((39.5, 134.0), "Sea of Japan"),
    ((43.0, 34.0), "Black Sea"),
    ((20.0, 38.5), "Red Sea"),
    ((0.0, -140.0), "Pacific"),
    ((57.0, 3.0), "North Sea"),
]
DISPUTED = [
    ((37.2417, 131.8667), "liancourt-rocks"),
    ((44.95, 34.10), "crimea"),
    ((25.745, 123.485), "senkaku-islands"),
    ((34.08, 74.80), "jammu-and-kashmir"),
    ((-51.7, -57.85), "falkland-islands"),
]


@pytest.mark.parametrize(("point", "name", "country"), TOWNS)
def test_on_land(offline, point, name, country):
    found = offline.reverse(point)
    assert name in found.address
    assert found.raw["place"]["country"] == country
    assert found.raw["distance_km"] < 50


@pytest.mark.parametrize(("point", "name"), SEAS)
def test_at_sea(offline, point, name):
    found = offline.reverse(point)
    assert name in found.address
    assert found.raw["place"]["country"] is None


@pytest.mark.parametrize(("point", "territory"), DISPUTED)
def test_on_disputed_ground(offline, point, territory):
    found = offline.reverse(point)
    assert found.raw["dispute"]["territory"] == territory
    assert found.raw["place"]["country"] is None
    assert "(disputed: " in found.address


def test_far_from_any_town_the_unit_answers(offline):
    found = offline.reverse((23.0, 11.0))  # the middle of the Sahara
    assert found.raw["place"]["kind"] in ("admin1", "admin2", "city")
    assert found.raw["place"]["country"] in ("DZ", "LY")


def test_a_list_goes_from_the_nearest_outwards(offline):
    found = offline.reverse((37.57, 126.98), exactly_one=False, limit=4)
    away = [near.raw["distance_km"] for near in found]
    assert len(found) == 4
    assert away == sorted(away)


def test_featuretype(offline):
    assert offline.reverse((37.57, 126.98), featuretype="country").raw["place"]["name"] == "South Korea"
    assert offline.reverse((33.66, -95.55), featuretype="state").raw["place"]["name"] == "Texas"


def test_many_points_get_the_answers_of_single_ones(offline):
    points = [point for point, *_ in TOWNS + SEAS + DISPUTED]
    found = offline.reverse_many(points)
    assert len(found) == len(points)
    assert [f.raw["place"]["id"] for f in found] == [offline.reverse(p).raw["place"]["id"] for p in points]
    assert [f.address for f in found] == [offline.reverse(p).address for p in points]
    assert list(offline.reverse_many([])) == []


@settings(max_examples=60, deadline=None)
@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_has_an_answer_or_none(offline, lat, lon):
    found = offline.reverse((lat, lon))
    assert found is None or found.raw["place"]["name"]
    assert found is None or not found.raw["dispute"] or found.raw["place"]["country"] is None
