"""Points that are computed: where they land and how far they may be off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.geo import distance_km
from mapper.geocoder.forward import moved
from mapper.geocoder.points import Offset


@given(
    st.floats(-80, 80),
    st.floats(-180, 180),
    st.floats(0.1, 2000),
    st.sampled_from([k * 22.5 for k in range(16)]),
    st.sampled_from([22.5, 45.0]),
)
def test_an_offset_is_as_far_as_it_says_and_its_radius_covers_the_sector(lat, lon, km, bearing, sector):
    there_lat, there_lon, radius = moved(lat, lon, 5.0, Offset("x", km, bearing, sector))
    assert distance_km(lat, lon, there_lat, there_lon) == pytest.approx(km, rel=1e-6)
    assert -180 <= there_lon < 180
    for edge in (-sector / 2, sector / 2):
        edge_lat, edge_lon, _ = moved(lat, lon, 0.0, Offset("x", km, bearing + edge, sector))
        assert distance_km(there_lat, there_lon, edge_lat, edge_lon) <= radius


def test_without_a_direction_the_ring_is_open():
    assert moved(10, 20, 5.0, Offset("x", 15.0, None, 360.0)) == (10, 20, 20.0)


def test_without_a_distance_a_neighbourhood_is_open():
    assert moved(10, 20, 5.0, Offset("x", None, None, 360.0)) == (10, 20, 35.0)
    lat, lon, radius = moved(10, 20, 5.0, Offset("x", None, 0.0, 45.0))
    assert lat > 10
    assert lon == pytest.approx(20)
    assert distance_km(10, 20, lat, lon) <= radius + 1e-6


@pytest.mark.parametrize(
    "query",
    ["20 km north of Xqzvbnmkw", "20 km north of Monday", "near the minister", "off the coast of 12345"],
)
def test_an_anchor_that_is_no_place_finds_nothing(offline, query):
    assert offline.geocode(query) is None


@pytest.mark.parametrize(
    ("query", "area"),
    [
        ("200 km east of Tokyo", "Pacific Ocean"),
        ("50 km north of Mogadishu", "Somalia"),
        ("20 km north of Paris, Texas", "United States"),
    ],
)
def test_the_address_says_what_lies_there(offline, query, area):
    assert area in offline.geocode(query).address


def test_options_bound_computed_points(offline):
    query = "20 km north of Aleppo"
    assert offline.geocode(query, country_codes="SY") == offline.geocode(query)
    assert offline.geocode(query, country_codes="KR") is None
    assert offline.geocode(query, viewbox=[(30, 30), (40, 40)], bounded=True) is not None
    assert offline.geocode(query, viewbox=[(0, 0), (1, 1)], bounded=True) is None
    assert offline.geocode(query, featuretype="city") is None


def test_a_name_with_brackets_is_tried_whole(offline):
    assert offline.geocode("Halle (Saale)").raw["place"]["name"] == "Halle (Saale)"
    assert offline.geocode("Paris (Texas)").raw["place"]["admin1"] == "Texas"


def test_structured_queries(offline):
    ask = offline.geocode
    assert ask({"city": "Springfield", "state": "Illinois"}).raw["place"]["admin1"] == "Illinois"
    assert ask({"country": "South Korea", "city": "Seoul"}).raw["place"]["country"] == "KR"
    assert ask({"county": "Cook County", "state": "Illinois"}).raw["place"]["kind"] == "admin2"
    assert ask({"country": "France"}).raw["place"]["kind"] == "country"
    assert ask({"city": "Seoul", "country": "Portugal"}) is None
    assert ask({"city": "Copenhagn", "country": "Denmark"}).raw["match"] == "fuzzy"
