"""What a location tells: put together when looked at, anew for each caller, in the language asked for."""

from __future__ import annotations

import pickle
from copy import deepcopy

import pytest
from geopy.exc import GeocoderQueryError
from geopy.location import Location

from mapper.geocoder.answer import Answer
from mapper.geocoder.options import read_languages


def test_raw_is_told_once_and_only_when_asked():
    told = []
    answer = Answer("here", 1.0, 2.0, lambda: {"number": told.append(1) or len(told)})
    assert (answer.address, answer.latitude, answer.longitude) == ("here", 1.0, 2.0)
    assert not told
    assert answer.raw is answer.raw
    assert answer.raw == {"number": 1}
    assert answer.again().raw == {"number": 2}


def test_an_answer_is_a_location_of_geopy():
    answer, same = Answer("here", 1.0, 2.0, dict), Location("here", (1.0, 2.0), {})
    assert isinstance(answer, Location)
    assert answer == same
    assert same == answer
    assert hash(answer) == hash(same) if Location.__hash__ else True
    assert answer != Answer("here", 1.0, 2.0, lambda: {"other": 1})
    assert tuple(answer) == tuple(same)
    assert (str(answer), repr(answer), answer[0]) == (str(same), repr(same), "here")


@pytest.mark.parametrize("copy", [deepcopy, lambda answer: pickle.loads(pickle.dumps(answer))])
def test_copies_hold_what_was_told(copy):
    answer = Answer("here", 1.0, 2.0, lambda: {"a": [1]})
    other = copy(answer)
    assert other == answer
    other.raw["a"].append(2)
    assert answer.raw == {"a": [1]}


def test_nobody_can_spoil_the_next_answer(offline):
    first = offline.geocode("Nairobi")
    first.raw["place"]["name"] = "spoilt"
    first.raw["alternatives"].clear()
    first.point.latitude = 7.0
    again = offline.geocode("Nairobi")
    assert again.raw["place"]["name"] == "Nairobi"
    assert again.latitude < 0
    near = offline.reverse((-1.28, 36.82))
    near.raw["parents"].clear()
    assert offline.reverse((-1.28, 36.82)).raw["parents"]


def test_options_are_part_of_what_is_remembered(offline):
    assert offline.geocode("Paris").raw["place"]["country"] == "FR"
    assert offline.geocode("Paris", country_codes="US").raw["place"]["country"] == "US"
    assert len(offline.geocode("Paris", exactly_one=False, limit=3)) == 3
    assert offline.geocode("Paris").raw["place"]["country"] == "FR"


@pytest.mark.parametrize(
    ("language", "codes"),
    [
        (False, ()), (None, ()), (True, ()), ("ko", ("ko",)), ("pt-BR", ("pt-BR", "pt")), ("pt_BR", ("pt-BR", "pt")),
        ("de, en;q=0.5", ("de", "en")), ("zh-Hant,zh", ("zh-Hant", "zh")),
        ("ZH-hant", ("zh-Hant", "zh")), ("zh-TW", ("zh-Hant", "zh")),
    ],
)  # fmt: skip
def test_languages(language, codes):
    assert read_languages(language) == codes


@pytest.mark.parametrize("language", [7, "", "Korean!", "k", ["ko"], "de;;,", "x" * 50])
def test_what_is_no_language(offline, language):
    with pytest.raises(GeocoderQueryError, match="BCP 47"):
        offline.geocode("Seoul", language=language)
    with pytest.raises(GeocoderQueryError, match="BCP 47"):
        offline.reverse((37.57, 126.98), language=language)


@pytest.mark.parametrize(
    ("query", "language", "address"),
    [
        ("Germany", "es", "Alemania"),
        ("Germany", "de-AT", "Deutschland"),
        ("Texas", "fr", "Texas, États-Unis"),
        ("Bavaria", "de", "Bayern, Deutschland"),
        ("Egypt", "tlh", "Egypt"),
        ("Egypt", "tlh, ar", "مصر"),
        ("Egypt", False, "Egypt"),
    ],
)
def test_the_address_is_in_the_language_asked_for(offline, query, language, address):
    assert offline.geocode(query, language=language).address == address


def test_a_language_changes_the_address_and_nothing_else(offline):
    plain, german = offline.geocode("Bavaria"), offline.geocode("Bavaria", language="de")
    assert plain.address != german.address
    assert (plain.point, plain.raw) == (german.point, german.raw)
    assert offline.geocode("Bavaria").address == plain.address


def test_points_and_lists_speak_the_language_too(offline):
    assert offline.reverse((48.14, 11.58), language="de").address.endswith("Bayern, Deutschland")
    assert offline.geocode("48.14, 11.58", language="de").address.endswith("Bayern, Deutschland")
    found = offline.geocode("Springfield", language="fr", exactly_one=False, limit=3)
    assert all(location.address.endswith("États-Unis") for location in found)


def test_disputed_ground_takes_no_side_in_any_language(offline):
    for language in ("ko", "ja", "ru", "ar", "es"):
        for query in ("Dokdo", "Crimea", "Simferopol", "Falkland Islands"):
            assert offline.geocode(query, language=language).address == offline.geocode(query).address
