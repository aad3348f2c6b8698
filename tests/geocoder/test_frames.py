"""A gazetteer of one's own beside the built-in one."""

from __future__ import annotations

import pickle
from typing import Any, ClassVar

import pytest
from geopy.exc import GeocoderQueryError

from mapper.gazetteer import Gazetteer
from mapper.geocoder import GazetteerGeocoder
from tests.geocoder.base import BaseGeocoder

geopandas = pytest.importorskip("geopandas")
shapely = pytest.importorskip("shapely")


@pytest.fixture(scope="module")
def villages():
    rows = {
        "village": ["Kvistadal", "Paris", "Upper Zzyx", None, "", "Nowhere"],
        "code": ["a", "b", "c", "d", "e", "f"],
        "people": [120, 44, None, 3, 4, 5],
    }
    points = [
        shapely.Point(8.5, 61.0), shapely.Point(127.0, 37.0), shapely.box(10.0, 50.0, 10.2, 50.2),
        shapely.Point(0, 0), shapely.Point(0, 0), None,
    ]  # fmt: skip
    return geopandas.GeoDataFrame(rows, geometry=points, crs="EPSG:4326")


@pytest.fixture(scope="module")
def geocoder(villages, gazetteer):
    return GazetteerGeocoder.from_geodataframe(
        villages, name="village", id="code", population="people", gazetteer=gazetteer
    )


@pytest.fixture(scope="module")
def hamlet():
    return geopandas.GeoDataFrame(
        {"village": ["Kvistadal"]}, geometry=[shapely.Point(8.5, 61.0)], crs="EPSG:4326"
    )


@pytest.fixture(scope="module")
def with_a_hamlet(hamlet, gazetteer):
    return GazetteerGeocoder.from_geodataframe(hamlet, name="village", gazetteer=gazetteer)


@pytest.fixture(scope="module")
def both(hamlet, gazetteer):
    return Gazetteer.from_geodataframe(hamlet, name="village", base=gazetteer).beside(gazetteer)


class TestBesideTheBuiltInOne(BaseGeocoder):
    provider = GazetteerGeocoder
    arguments: ClassVar[dict[str, Any]] = {}

    @pytest.fixture
    def geocoder(self, with_a_hamlet, both):
        self.arguments["gazetteer"] = both
        return with_a_hamlet


def test_finds_the_users_places_with_country_and_units(geocoder):
    found = geocoder.geocode("kvistadal")
    assert (found.latitude, found.longitude) == (61.0, 8.5)
    assert found.raw["place"]["id"] == "user:a"
    assert found.raw["place"]["population"] == 120
    assert found.raw["place"]["country"] == "NO"
    assert found.address.startswith("Kvistadal, ")
    assert found.address.endswith("Norway")


def test_the_users_place_comes_before_its_namesakes(geocoder):
    found = geocoder.geocode("Paris", exactly_one=False, limit=2)
    assert [f.raw["place"]["country"] for f in found] == ["KR", "FR"]
    assert geocoder.geocode("Paris, France").raw["place"]["country"] == "FR"
    assert geocoder.geocode("Paris, South Korea").raw["place"]["id"] == "user:b"


def test_an_area_gives_a_point_inside_it_and_its_size(geocoder):
    found = geocoder.geocode("Upper Zzyx")
    assert 50 < found.latitude < 50.2
    assert 5 < found.raw["place"]["extent"] < 20
    assert found.raw["place"]["population"] is None


def test_rows_without_name_or_point_are_left_out(geocoder):
    assert geocoder.geocode("Nowhere") is None or not geocoder.geocode("Nowhere").raw["place"][
        "id"
    ].startswith("user")


def test_slips_of_the_keyboard(geocoder):
    assert geocoder.geocode("Kvistadahl").raw["place"]["id"] == "user:a"


def test_the_built_in_places_stay(geocoder):
    assert geocoder.geocode("Seoul").raw["place"]["id"].startswith("gn:")


def test_it_pickles(geocoder):
    copy = pickle.loads(pickle.dumps(geocoder))
    assert copy.geocode("Kvistadal") == geocoder.geocode("Kvistadal")


def test_other_coordinate_systems_are_converted(villages, gazetteer):
    pytest.importorskip("pyproj")
    mercator = villages.to_crs(3857)
    found = GazetteerGeocoder.from_geodataframe(mercator, name="village", gazetteer=gazetteer).geocode(
        "Kvistadal"
    )
    assert (found.latitude, found.longitude) == (pytest.approx(61.0), pytest.approx(8.5))
    assert found.raw["place"]["id"] == "user:0"


def test_faults_are_query_errors(villages, gazetteer):
    make = GazetteerGeocoder.from_geodataframe
    with pytest.raises(GeocoderQueryError, match="no column 'town'"):
        make(villages, name="town", gazetteer=gazetteer)
    with pytest.raises(GeocoderQueryError, match="no kind of place 'hamlet'"):
        make(villages, name="village", kind="hamlet", gazetteer=gazetteer)
    with pytest.raises(GeocoderQueryError, match="no coordinate system"):
        make(villages.set_crs(None, allow_override=True), name="village", gazetteer=gazetteer)
