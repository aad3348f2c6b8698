"""What lies in the surroundings that a query names."""

from __future__ import annotations

import pytest

from mapper.geocoder.areas import Readings


def _first(offline, name):
    return offline._gazetteer.lookup(name)[0]


@pytest.mark.parametrize(
    ("name", "kind", "value"),
    [
        ("Texas", "admin1", "Texas"), ("TX", "admin1", "Texas"), ("tx", "admin1", "Texas"),
        ("Tex.", "admin1", "Texas"), ("U.K.", "country", "United Kingdom"), ("uk", "country", "United Kingdom"),
        ("Republic of Korea", "country", "South Korea"), ("대한민국", "country", "South Korea"),
    ],
)  # fmt: skip
def test_readings(offline, name, kind, value):
    best = offline._areas.readings(name).areas[0]
    assert (best.kind, best.name) == (kind, value)


def test_a_people_is_no_area(offline):
    assert not any(area.kind == "country" for area in offline._areas.readings("Korean").areas)


def test_nothing_is_read_from_nonsense(offline):
    readings = offline._areas.readings("Xqzvbnmkw")
    assert readings.areas == ()
    assert not readings.decide


@pytest.mark.parametrize(
    ("place", "area", "holds"),
    [
        ("Seoul", "South Korea", True), ("Seoul", "Asia", True), ("Seoul", "Japan", False),
        ("Seoul", "Seoul", True), ("France", "Europe", True), ("France", "Paris", False),
        ("Texas", "United States", True), ("Texas", "Texas", False), ("Dokdo", "Japan", True),
        ("Dokdo", "South Korea", True), ("Dokdo", "China", False), ("Simferopol", "Crimea", True),
        ("Simferopol", "Ukraine", True), ("Simferopol", "Russia", True), ("Kyiv", "Crimea", False),
        ("Palermo", "Sicily", True), ("Milan", "Sicily", False), ("Kashmir", "Kerala", False),
    ],
)  # fmt: skip
def test_what_holds_what(offline, place, area, holds):
    candidate = _first(offline, place)
    held = offline._areas.holding(candidate, offline._areas.readings(area))
    assert (held is not None) == holds


@pytest.mark.parametrize(
    ("query", "country"),
    [
        ("Hong Kong, China", "HK"), ("Macau, China", "MO"), ("San Juan, Puerto Rico, USA", "PR"),
        ("Saint-Denis, France", "FR"),
    ],
)  # fmt: skip
def test_states_hold_their_territories_if_nothing_nearer_fits(offline, query, country):
    assert offline.geocode(query).raw["place"]["country"] == country
    assert offline.geocode("Hong Kong, Japan") is None


def test_readings_are_sorted_by_how_they_are_asked(offline):
    georgia = offline._areas.readings("Georgia")
    assert set(georgia.countries) == {"GE"}
    assert [area.name for area in georgia.states.values()] == ["Georgia"]
    assert georgia.decide
    assert Readings(()).decide is False


def test_countries_of_a_place(offline):
    assert offline._areas.countries(_first(offline, "Seoul")) == {"KR"}
    assert offline._areas.countries(_first(offline, "Dokdo")) == {"JP", "KP", "KR"}
    assert offline._areas.countries_at(37.57, 126.98) == {"KR"}
    assert offline._areas.countries_at(37.2417, 131.8667) == {"JP", "KP", "KR"}
    assert offline._areas.countries_at(0.0, -140.0) == frozenset()


@pytest.mark.parametrize(
    ("query", "territory"),
    [
        ("Falkland Islands, Argentina", "falkland-islands"), ("Falkland Islands, UK", "falkland-islands"),
        ("Kosovo, Serbia", "kosovo"), ("Western Sahara, Morocco", "western-sahara"),
    ],
)  # fmt: skip
def test_a_territory_with_a_code_of_its_own_is_found_under_all_parties(offline, query, territory):
    assert offline.geocode(query).raw["dispute"]["territory"] == territory


@pytest.mark.parametrize("query", ["Falkland Islands, Chile", "Kosovo, Norway", "Chile, Argentina"])
def test_others_hold_no_country(offline, query):
    assert offline.geocode(query) is None
