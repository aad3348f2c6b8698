"""The chain: offline first, services after it, their pace, cache, credit and faults."""

from __future__ import annotations

import pickle

import pytest
from geopy.exc import GeocoderQueryError, GeocoderTimedOut
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from mapper.geocoder import ChainGeocoder, GazetteerGeocoder
from mapper.geocoder.offline import OfflineAdapter
from tests.geocoder.base import BaseGeocoder

HAMLET = "Kvistadalhamlet"
QUICK = {"min_delay_seconds": 0, "error_wait_seconds": 0}


class Service(Geocoder):
    """Stands for an online service: it knows one hamlet and one rock."""

    def __init__(self, *, fails: int = 0):
        super().__init__(adapter_factory=OfflineAdapter)
        self.asked: list[tuple] = []
        self.fails = fails

    def geocode(self, query, *, exactly_one=True, timeout=DEFAULT_SENTINEL, limit=None, country_codes=None):
        waited = None if timeout is DEFAULT_SENTINEL else timeout
        self.asked.append(("geocode", query, exactly_one, waited, limit, country_codes))
        if self.fails:
            self.fails -= 1
            raise GeocoderTimedOut
        known = {HAMLET: (61.0, 8.5), "the rock by its local name": (37.2417, 131.8667)}
        if not isinstance(query, str) or query not in known:
            return None
        found = Location(query, Point(known[query]), {"osm_id": 7})
        return found if exactly_one else [found]

    def reverse(self, query, *, exactly_one=True, timeout=DEFAULT_SENTINEL):
        self.asked.append(("reverse", query))
        found = Location("somewhere", Point(query), {"osm_id": 8})
        return found if exactly_one else [found]


class Bare(Service):
    """A service that knows no options."""

    def geocode(self, query, *, exactly_one=True, timeout=DEFAULT_SENTINEL):
        return super().geocode(query, exactly_one=exactly_one, timeout=timeout)


class TestChainGeocoder(BaseGeocoder):
    provider = ChainGeocoder

    @pytest.fixture
    def geocoder(self, offline):
        return ChainGeocoder([offline])


class TestChainWithServiceAndCache(BaseGeocoder):
    provider = ChainGeocoder

    @pytest.fixture
    def geocoder(self, offline, tmp_path):
        return ChainGeocoder([offline, Service()], cache=tmp_path / "answers.sqlite", **QUICK)


class TestChainOfChains(BaseGeocoder):
    provider = ChainGeocoder

    @pytest.fixture
    def geocoder(self, offline):
        return ChainGeocoder([ChainGeocoder([offline])])


@pytest.fixture
def chain(offline):
    def make(service, **options):
        return ChainGeocoder([offline, service], **(QUICK | options))

    return make


def test_by_default_nothing_is_asked_online():
    assert all(isinstance(g, GazetteerGeocoder) for g in ChainGeocoder()._geocoders)


def test_a_service_is_asked_only_for_what_the_gazetteer_lacks(chain):
    service = Service()
    both = chain(service)
    assert both.geocode("Seoul").raw["place"]["id"] == "gn:1835848"
    assert service.asked == []
    found = both.geocode(HAMLET)
    assert found.point == Point(61.0, 8.5)
    assert found.raw == {
        "osm_id": 7,
        "geocoder": "Service",
        "credit": "Geocoded with Service",
        "dispute": None,
    }
    assert both.geocode(HAMLET, exactly_one=False) == [found]


def test_an_online_answer_on_disputed_ground_carries_the_flag(chain):
    found = chain(Service()).geocode("the rock by its local name")
    assert found.raw["dispute"]["territory"] == "liancourt-rocks"
    assert found.address.endswith("(disputed: JP, KP, KR; administered by KR)")


def test_options_go_to_services_that_know_them(chain):
    service, bare = Service(), Bare()
    chain(service).geocode(HAMLET, country_codes="NO", limit=3, exactly_one=False, timeout=9)
    assert service.asked == [("geocode", HAMLET, False, 9, 3, "NO")]
    assert chain(bare).geocode(HAMLET, country_codes="NO") is None
    assert bare.asked == []
    assert chain(bare, timeout=4).geocode(HAMLET, limit=3) is not None
    assert bare.asked[0][3] == 4


def test_a_slow_service_is_asked_again(chain):
    service = Service(fails=2)
    assert chain(service, max_retries=2).geocode(HAMLET) is not None
    assert len(service.asked) == 3


def test_a_failed_service_is_no_silent_nothing(chain, offline):
    with pytest.raises(GeocoderTimedOut):
        chain(Service(fails=9), max_retries=1).geocode(HAMLET)
    after = ChainGeocoder([offline, Service(fails=9), Service()], max_retries=0, **QUICK)
    assert after.geocode(HAMLET) is not None


def test_a_query_error_is_not_passed_on(chain):
    service = Service()
    with pytest.raises(GeocoderQueryError):
        chain(service).geocode(None)
    assert service.asked == []


def test_the_cache_answers_the_second_time_and_after_a_restart(chain, tmp_path):
    service, path = Service(), tmp_path / "answers.sqlite"
    first = chain(service, cache=path).geocode(HAMLET)
    again = chain(service, cache=path)
    assert again.geocode(HAMLET) == first
    assert again.geocode("nothing of the kind") is None
    assert again.geocode("nothing of the kind") is None
    assert again.geocode("Seoul") is not None
    assert [asked[1] for asked in service.asked] == [HAMLET, "nothing of the kind"]


def test_failures_are_not_cached(chain, tmp_path):
    service = Service(fails=1)
    both = chain(service, cache=tmp_path / "answers.sqlite", max_retries=0)
    with pytest.raises(GeocoderTimedOut):
        both.geocode(HAMLET)
    assert both.geocode(HAMLET) is not None


def test_reverse_falls_back_too():
    service = Service()
    only = ChainGeocoder([service], **QUICK)
    assert only.reverse((1.0, 2.0)).address == "somewhere"
    assert service.asked == [("reverse", (1.0, 2.0))]


def test_the_pace_is_kept_for_services_only(offline):
    both = ChainGeocoder([offline, Service()], min_delay_seconds=3)
    paced = [link._call for link in both._links]
    assert not hasattr(paced[0], "min_delay_seconds")
    assert paced[1].min_delay_seconds == 3


def test_credits(chain):
    from geopy.geocoders import Nominatim

    nominatim = Nominatim(user_agent="tests")
    assert "GeoNames" in chain(nominatim).credits[0]
    assert "OpenStreetMap" in chain(nominatim).credits[1]


def test_it_pickles_with_its_cache(chain, tmp_path):
    both = chain(Service(), cache=tmp_path / "answers.sqlite")
    found = both.geocode(HAMLET)
    assert pickle.loads(pickle.dumps(both)).geocode(HAMLET) == found
