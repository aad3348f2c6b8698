"""Addresses with a street: the town answers, with half its score and what was left out."""

from __future__ import annotations

import pytest

from mapper.geocoder.query import Query, read_query, read_structured
from mapper.geocoder.streets import without_lines


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("221B Baker Street, London", Query("London")),
        ("221B Baker Street London", Query("London")),
        ("10 Downing Street London, UK", Query("London", ("UK",))),
        ("Baker Street, London, UK", Query("London", ("UK",))),
        ("Flat 4, 16 Linking Road, Mumbai, India", Query("Mumbai", ("India",))),
        ("Friedrichstraße 43, Berlin", Query("Berlin")),
        ("улица Ленина 5, Новосибирск", Query("Новосибирск")),
        ("테헤란로 152, 서울", Query("서울")),
        ("US Embassy, Baghdad", Query("Baghdad")),
        ("London", None),
        ("Paris, Texas", None),
        ("221B Baker Street", None),
        ("5 Main St", None),
        ("The president of the republic said on 5 May in a speech, London", None),
    ],
)
def test_lines_of_a_street_are_taken_off(address, town):
    *_, last = [None, *without_lines(read_query(address))]
    assert last == town


def test_a_structured_street_needs_no_word_for_one():
    parts = read_structured({"street": "Unter den Linden", "city": "Berlin"})
    assert parts.lines == 1
    assert list(without_lines(parts)) == [Query("Berlin")]
    assert list(without_lines(read_structured({"street": "Unter den Linden"}))) == []


def test_the_town_answers_with_less_certainty_and_says_why(offline):
    street, town = offline.geocode("221B Baker Street, London"), offline.geocode("London")
    assert street.point == town.point
    assert street.raw["score"] == pytest.approx(town.raw["score"] / 2, abs=0.001)
    assert {"code": "left-out", "value": "221B Baker Street", "start": None, "end": None} in street.raw[
        "reasons"
    ]
    assert offline.geocode({"street": "Unter den Linden", "city": "Berlin"}).raw["place"]["name"] == "Berlin"


def test_only_towns_stand_for_a_street(offline):
    assert offline.geocode("99 Main Street, Texas") is None
    assert offline.geocode("99 Main Street, Germany") is None
    assert offline.geocode("99 Main Street, Xqzvbnm") is None


def test_the_options_hold_for_the_town(offline):
    assert offline.geocode("5 Queen Street, London", country_codes="CA").raw["place"]["admin1"] == "Ontario"
    assert offline.geocode("5 Queen Street, London", featuretype="volcano") is None


def test_a_town_that_begins_like_a_street_is_asked_for_first(offline):
    assert offline.geocode("12 Some Street, St. Louis, Missouri").latitude == pytest.approx(38.63, abs=0.1)
    assert next(without_lines(read_query("5 Some Street, St. Louis, USA"))) == Query("St. Louis", ("USA",))


def test_a_city_stands_for_a_street_before_a_state_of_its_name(offline):
    assert offline.geocode("5 Some Street, Québec, Canada").raw["place"]["kind"] == "city"
