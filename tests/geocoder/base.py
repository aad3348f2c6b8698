"""What every geocoder of the package must do; a test module inherits this and says how to make one."""

from __future__ import annotations

import inspect
import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar

import pytest
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from mapper.errors import InputError

NOTHING = "Xqzvbnmkw"
AT_SEA = (0.0, -140.0)
HOSTILE = (
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "${7*7}",
    "\x00",
    "\u202e\u200b",
    "\ud800",
    "a" * 5000,
    "," * 200,
    "(" * 200,
    "north of " * 25,
    "1" * 240,
)


class BaseGeocoder:
    """Inherit, and give the fixture `geocoder`, the class `provider` and its `arguments`."""

    provider: type[Geocoder]
    arguments: ClassVar[dict[str, Any]] = {}

    def test_is_a_geopy_geocoder(self, geocoder):
        assert isinstance(geocoder, Geocoder)
        assert geocoder.timeout is not None
        with geocoder as entered:
            assert entered is geocoder

    @pytest.mark.parametrize("method", ["geocode", "reverse"])
    def test_all_options_are_keyword_only_with_defaults(self, geocoder, method):
        parameters = list(inspect.signature(getattr(geocoder, method)).parameters.values())
        assert parameters[0].name == "query"
        assert {p.kind for p in parameters[1:]} == {inspect.Parameter.KEYWORD_ONLY}
        assert all(p.default is not inspect.Parameter.empty for p in parameters[1:])
        assert {"exactly_one", "timeout"} <= {p.name for p in parameters}

    def test_one_location(self, geocoder):
        found = geocoder.geocode("Nairobi")
        assert isinstance(found, Location)
        assert isinstance(found.point, Point)
        address, (lat, lon) = found
        assert "Nairobi" in address
        assert (lat, lon) == (pytest.approx(-1.28, abs=0.2), pytest.approx(36.82, abs=0.2))
        assert isinstance(found.raw, dict)

    def test_raw_is_plain_json(self, geocoder):
        raw = geocoder.geocode("Nairobi").raw
        assert json.loads(json.dumps(raw)) == raw

    def test_nothing_found_is_none_never_an_empty_list(self, geocoder):
        assert geocoder.geocode(NOTHING) is None
        assert geocoder.geocode(NOTHING, exactly_one=False) is None
        assert geocoder.geocode("") is None
        assert geocoder.geocode(" \n\t ", exactly_one=False) is None
        assert geocoder.geocode({}) is None

    def test_a_list_is_as_long_as_asked(self, geocoder):
        found = geocoder.geocode("Springfield", exactly_one=False, limit=3)
        assert isinstance(found, list)
        assert 1 <= len(found) <= 3
        assert found[0] == geocoder.geocode("Springfield")

    def test_a_structured_query(self, geocoder):
        found = geocoder.geocode({"city": "Paris", "state": "Texas"})
        assert found.latitude == pytest.approx(33.66, abs=0.1)

    def test_a_structured_street_gives_its_town(self, geocoder):
        found = geocoder.geocode({"street": "1 Xqzvbnmkw Street", "city": "Nairobi", "country": "Kenya"})
        assert found.latitude == pytest.approx(-1.28, abs=0.2)

    @pytest.mark.parametrize("query", [{"planet": "Earth"}, {"city": 7}, {"city": ["Paris"]}])
    def test_a_structured_query_of_other_keys_or_values_is_a_query_error(self, geocoder, query):
        with pytest.raises(GeocoderQueryError):
            geocoder.geocode(query)

    @pytest.mark.parametrize("query", [None, 7, 3.5, b"Seoul", ["Seoul"], float("nan")])
    def test_a_query_of_another_type_is_a_query_error(self, geocoder, query):
        with pytest.raises(GeocoderQueryError):
            geocoder.geocode(query)

    @pytest.mark.parametrize(
        "options",
        [
            {"country_codes": "Korea"}, {"country_codes": []}, {"country_codes": [1]}, {"viewbox": [(1, 2)]},
            {"viewbox": "here"}, {"featuretype": "planet"}, {"limit": 0}, {"limit": "many"}, {"limit": True},
            {"language": 7}, {"language": "Korean!"},
        ],
    )  # fmt: skip
    def test_an_option_that_cannot_be_used_is_a_query_error(self, geocoder, options):
        with pytest.raises(GeocoderQueryError) as caught:
            geocoder.geocode("Seoul", exactly_one=False, **options)
        assert isinstance(caught.value, InputError)
        assert isinstance(caught.value, ValueError)

    @pytest.mark.parametrize("text", HOSTILE)
    def test_hostile_text_finds_nothing(self, geocoder, text):
        assert geocoder.geocode(text) is None

    def test_reverse(self, geocoder):
        for point in ((-1.2833, 36.8167), Point(-1.2833, 36.8167), "-1.2833, 36.8167"):
            found = geocoder.reverse(point)
            assert isinstance(found, Location)
            assert "Kenya" in found.address

    def test_reverse_list(self, geocoder):
        found = geocoder.reverse((-1.2833, 36.8167), exactly_one=False, limit=2)
        assert 1 <= len(found) <= 2

    @pytest.mark.parametrize("options", [{"featuretype": "planet"}, {"limit": 0}, {"language": 7}])
    def test_an_option_of_reverse_that_cannot_be_used_is_a_query_error(self, geocoder, options):
        with pytest.raises(GeocoderQueryError) as caught:
            geocoder.reverse((-1.2833, 36.8167), exactly_one=False, **options)
        assert isinstance(caught.value, InputError)

    def test_reverse_at_sea_names_the_sea(self, geocoder):
        assert "Pacific" in geocoder.reverse(AT_SEA).address

    def test_reverse_of_a_kind(self, geocoder):
        assert geocoder.reverse((-1.2833, 36.8167), featuretype="country").address == "Kenya"
        assert geocoder.reverse(AT_SEA, featuretype="country") is None
        assert geocoder.reverse(AT_SEA, featuretype="country", exactly_one=False) is None

    def test_language(self, geocoder):
        assert geocoder.geocode("Germany", language="es").address == "Alemania"
        assert geocoder.reverse((52.52, 13.4), language="de").address.endswith("Deutschland")

    def test_viewbox(self, geocoder):
        texas = [(26, -106), (36, -94)]
        assert geocoder.geocode("Paris", viewbox=texas, bounded=True).latitude == pytest.approx(
            33.66, abs=0.1
        )
        assert geocoder.geocode("Seoul", viewbox=texas, bounded=True) is None

    def test_featuretype(self, geocoder):
        assert geocoder.geocode("Luxembourg", featuretype="country").raw["place"]["kind"] == "country"
        assert geocoder.geocode("Seoul", featuretype="volcano") is None

    @pytest.mark.parametrize("point", [None, "here", (1,), "", (91, 0), 5.0])
    def test_reverse_of_no_point_is_a_query_error(self, geocoder, point):
        with pytest.raises(GeocoderQueryError):
            geocoder.reverse(point)

    def test_disputed_ground_has_no_bare_country(self, geocoder):
        for found in (geocoder.geocode("Dokdo"), geocoder.reverse((37.2417, 131.8667))):
            assert found.raw["dispute"]["territory"] == "liancourt-rocks"
            assert "(disputed: JP, KP, KR; administered by KR)" in found.address
            assert found.raw["place"]["country"] is None

    @pytest.mark.parametrize("name", ["Sevastopol", "Stanley", "Gaza", "Srinagar", "Kirkuk"])
    def test_no_alternative_on_disputed_ground_has_a_country(self, geocoder, name):
        for found in geocoder.geocode(name, exactly_one=False, limit=5):
            for other in (found.raw["place"], *(o["place"] for o in found.raw["alternatives"])):
                flagged = geocoder.reverse((other["lat"], other["lon"]), exactly_one=False)
                on_disputed_ground = any(near.raw["dispute"] for near in flagged or ())
                assert not (on_disputed_ground and other["country"]), other

    def test_country_codes(self, geocoder):
        assert geocoder.geocode("Paris", country_codes="us").latitude == pytest.approx(33.66, abs=0.1)
        assert geocoder.geocode("Paris", country_codes=["KR"]) is None
        for party in ("KR", "JP", "kp"):
            assert geocoder.geocode("Dokdo", country_codes=party).raw["dispute"]
        assert geocoder.geocode("Dokdo", country_codes="CN") is None

    def test_the_rate_limiter_takes_it(self, geocoder):
        limited = RateLimiter(geocoder.geocode, min_delay_seconds=0, error_wait_seconds=0)
        assert limited("Nairobi") == geocoder.geocode("Nairobi")
        assert RateLimiter(geocoder.reverse, min_delay_seconds=0)((-1.28, 36.82)) is not None

    def test_it_pickles(self, geocoder):
        copy = pickle.loads(pickle.dumps(geocoder))
        assert copy.geocode("Nairobi") == geocoder.geocode("Nairobi")
        assert copy.reverse((-1.28, 36.82)) == geocoder.reverse((-1.28, 36.82))

    def test_locations_pickle(self, geocoder):
        found = geocoder.geocode("Nairobi")
        assert pickle.loads(pickle.dumps(found)) == found

    def test_threads_share_it(self, geocoder):
        names = ["Nairobi", "Seoul", "Paris, Texas", "Dokdo", NOTHING, "20 km north of Aleppo"] * 8
        alone = [geocoder.geocode(name) for name in names]
        points = [(-1.28, 36.82), (37.57, 126.98), (37.2417, 131.8667), AT_SEA] * 8
        near = [geocoder.reverse(point) for point in points]
        with ThreadPoolExecutor(6) as pool:
            assert list(pool.map(geocoder.geocode, names)) == alone
            assert list(pool.map(geocoder.reverse, points)) == near

    def test_same_question_same_answer(self, geocoder):
        first, second = geocoder.geocode("Springfield"), geocoder.geocode("Springfield")
        first.raw.clear()
        assert second.raw
        assert geocoder.geocode("Springfield") == second

    def test_geopandas_takes_the_class(self, geocoder):
        tools = pytest.importorskip("geopandas.tools")
        names = ["Nairobi", NOTHING, "Paris, Texas"]
        frame = tools.geocode(names, provider=self.provider, **self.arguments)
        assert frame.crs == "EPSG:4326"
        assert list(frame.geometry.is_empty) == [False, True, False]
        assert frame.geometry.iloc[0].x == pytest.approx(36.82, abs=0.2)
        assert "Texas" in frame.address.iloc[2]

    def test_geopandas_reverse_takes_the_class(self, geocoder):
        tools = pytest.importorskip("geopandas.tools")
        from shapely import Point as ShapelyPoint

        frame = tools.reverse_geocode(
            [ShapelyPoint(36.8167, -1.2833)], provider=self.provider, **self.arguments
        )
        assert "Kenya" in frame.address.iloc[0]
