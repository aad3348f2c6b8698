"""The gazetteer geocoder: what every geocoder must do, and what it alone does."""

from __future__ import annotations

import subprocess
import sys

import pytest
from geopy.exc import GeocoderServiceError
from geopy.geocoders import SERVICE_TO_GEOCODER, get_geocoder_for_service

from mapper.geo import distance_km
from mapper.geocoder import GazetteerGeocoder, register
from tests.geocoder.base import BaseGeocoder


class TestGazetteerGeocoder(BaseGeocoder):
    provider = GazetteerGeocoder

    @pytest.fixture
    def geocoder(self, offline):
        return offline


def test_raw_says_why(offline):
    raw = offline.geocode("Paris, Texas").raw
    assert raw["place"]["country"] == "US"
    assert raw["place"]["admin1"] == "Texas"
    assert {"code": "within", "value": "Texas", "start": None, "end": None} in raw["reasons"]
    assert raw["match"] == "exact"
    assert 0 < raw["score"] <= 1
    assert raw["dispute"] is None
    assert raw["uncertainty_km"] > 0
    assert raw["parents"][-1]["kind"] == "country"


def test_alternatives_are_the_namesakes_with_their_shares(offline):
    raw = offline.geocode("Springfield").raw
    shares = [raw["score"], *(other["score"] for other in raw["alternatives"])]
    assert len(raw["alternatives"]) == 5
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001
    assert raw["place"]["id"] not in {other["place"]["id"] for other in raw["alternatives"]}


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Paris, Texas", "Paris, Lamar County, Texas, United States"),
        ("Aleppo", "Aleppo, Syria"),
        ("Seoul", "Seoul, South Korea"),
        ("Texas", "Texas, United States"),
        ("France", "France"),
        ("Dokdo", "Liancourt Rocks (disputed: JP, KP, KR; administered by KR)"),
    ],
)
def test_addresses_say_nothing_twice(offline, query, address):
    assert offline.geocode(query).address == address


def test_disputed_places_have_no_country_anywhere(offline):
    for name in ("Dokdo", "Senkaku Islands", "Simferopol", "Crimea", "Srinagar"):
        found = offline.geocode(name)
        assert found.raw["dispute"]["claimants"], name
        assert found.raw["place"]["country"] is None, name
        assert all(
            parent["kind"] != "country" and parent["country"] is None for parent in found.raw["parents"]
        )
        assert "(disputed: " in found.address


def test_every_party_may_be_asked_for_what_it_claims(offline):
    for country in ("UA", "RU", "Ukraine", "Russia"):
        by_code = {"country_codes": country} if len(country) == 2 else {}
        query = "Simferopol" if by_code else f"Simferopol, {country}"
        assert offline.geocode(query, **by_code).raw["dispute"]["territory"] == "crimea"
    assert offline.geocode("Simferopol", country_codes="JP") is None


def test_alternatives_on_disputed_ground_have_no_country(offline):
    others = [o["place"] for o in offline.geocode("Sevastopol").raw["alternatives"]]
    assert others
    assert all(p["country"] is None for p in others if 44 < p["lat"] < 46 and 32 < p["lon"] < 37)


def test_coordinates_are_a_point_in_its_surroundings(offline):
    found = offline.geocode("37.5665, 126.978")
    assert found.raw["place"] is None
    assert found.raw["match"] == "coordinates"
    assert found.raw["uncertainty_km"] < 0.1
    assert found.address.endswith("South Korea")
    assert offline.geocode("37.5665, 126.978", country_codes="KR") == found
    assert offline.geocode("37.5665, 126.978", country_codes="JP") is None
    assert offline.geocode("37.5665, 126.978", featuretype="city") is None


def test_coordinates_on_disputed_ground_carry_the_flag(offline):
    found = offline.geocode("37.2417, 131.8667")
    assert found.raw["dispute"]["territory"] == "liancourt-rocks"
    assert "Korea" not in found.address


def test_offsets_lie_where_they_say(offline):
    anchor = offline.geocode("Aleppo")
    found = offline.geocode("20 km north of Aleppo")
    assert distance_km(anchor.latitude, anchor.longitude, found.latitude, found.longitude) == pytest.approx(
        20
    )
    assert found.latitude > anchor.latitude
    assert found.raw["anchor"] == anchor.raw["place"]
    assert found.raw["match"] == "offset"
    assert found.raw["uncertainty_km"] < 20
    assert found.address.startswith("20 km north of Aleppo")
    assert offline.geocode("near Aleppo").raw["uncertainty_km"] > 20


def test_a_country_code_decides_between_namesakes(offline):
    assert offline.geocode("Georgetown", country_codes="GY").raw["place"]["kind"] == "city"
    assert offline.geocode("London", country_codes="CA").raw["place"]["admin1"] == "Ontario"


def test_viewbox_prefers_and_bounds(offline):
    texas = [(26, -106), (36, -94)]
    assert offline.geocode("Paris", viewbox=texas).raw["place"]["country"] == "FR"
    assert offline.geocode("Paris", viewbox=texas, bounded=True).raw["place"]["country"] == "US"
    assert offline.geocode("Seoul", viewbox=texas, bounded=True) is None


def test_featuretype(offline):
    assert offline.geocode("Luxembourg", featuretype="country").raw["place"]["kind"] == "country"
    assert offline.geocode("Luxembourg", featuretype="city").raw["place"]["kind"] == "city"
    assert offline.geocode("Seoul", featuretype="volcano") is None


def test_many_queries_are_answered_in_order(offline):
    names = ["Seoul", "Xqzvbnmkw", "Paris, Texas", "Seoul", {"city": "Paris"}]
    found = offline.geocode_many(names)
    assert [f and f.address for f in found] == [f and f.address for f in map(offline.geocode, names)]
    assert offline.geocode_many([]) == []


def test_it_asks_nothing_over_the_net(offline):
    with pytest.raises(GeocoderServiceError, match="offline"):
        offline.adapter.get_json("https://example.com", timeout=1, headers={})


def test_register_makes_it_known_to_geopy_and_geopandas(monkeypatch):
    tools = pytest.importorskip("geopandas.tools")
    monkeypatch.delitem(SERVICE_TO_GEOCODER, "gazetteer", raising=False)
    register()
    register()
    try:
        assert get_geocoder_for_service("gazetteer") is GazetteerGeocoder
        assert tools.geocode(["Seoul"], provider="gazetteer").geometry.iloc[0].y == pytest.approx(
            37.57, abs=0.1
        )
    finally:
        SERVICE_TO_GEOCODER.pop("gazetteer")


def test_geocoding_loads_no_heavy_library():
    code = (
        "import sys; from mapper.geocoder import GazetteerGeocoder; GazetteerGeocoder().geocode('Seoul');"
        "print(sorted({'spacy', 'geopandas', 'pandas', 'folium', 'streamlit', 'scipy', 'pyproj'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
