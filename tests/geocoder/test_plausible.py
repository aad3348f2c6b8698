"""Words that are no places, and slips of the keyboard that may be."""

from __future__ import annotations

import pytest

from mapper.geocoder.plausible import Name
from mapper.geocoder.words import CALENDAR, NEVER, ordinary_words


@pytest.mark.parametrize("name", ["Monday", "the", "The", "Prime Minister", "He said", "Nice", "White House"])
def test_words(name):
    assert Name(name).is_word


@pytest.mark.parametrize("name", ["Seoul", "The Hague", "Minister Street Zug", "서울", "", "—"])
def test_names(name):
    assert not Name(name).is_word


def test_titles_and_days_are_never_places():
    assert all(Name(n).is_never_a_place for n in ("Monday", "May", "The President", "", "—"))
    assert not any(Name(n).is_never_a_place for n in ("Monday Islands", "Police", "Nice"))


@pytest.mark.parametrize(
    ("name", "edits"),
    [
        ("Seol", 0), ("Berln", 1), ("berln", 0), ("amsterdm", 2), ("Budapset", 2), ("San Fransisco", 2), ("Minister", 0), ("F-16 jets", 0),
        ("Mr. Smith", 0), ("New Yrok City", 1), ("12345", 0), ("a1b2c3d4", 0), ("", 0),
    ],
)  # fmt: skip
def test_slips_allowed(name, edits):
    assert Name(name).edits_allowed == edits


@pytest.mark.parametrize("name", sorted(CALENDAR))
def test_no_weekday_or_month_is_a_place(offline, name):
    assert offline.geocode(name) is None
    assert offline.geocode(name.title()) is None


def test_ordinary_words_in_lower_case_are_no_places(offline):
    words = sorted(ordinary_words())[::40]
    found = {word: answer.raw["place"] for word in words if (answer := offline.geocode(word))}
    assert len(found) <= 0.005 * len(words)
    assert all(place["population"] > 300_000 for place in found.values()), found


@pytest.mark.parametrize("name", ["Police", "Union", "Minister", "Of", "Most", "Table", "Hope"])
def test_small_towns_do_not_take_a_word_from_the_language(offline, name):
    assert offline.geocode(name) is None


@pytest.mark.parametrize(
    ("name", "country"),
    [("Nice", "FR"), ("Reading", "GB"), ("Mobile", "US"), ("turkey", "TR"), ("Holy See", "VA")],
)
def test_well_known_places_do(offline, name, country):
    assert offline.geocode(name).raw["place"]["country"] == country


def test_the_area_named_lifts_the_ban(offline):
    assert offline.geocode("Of, Turkey").raw["place"]["country"] == "TR"
    assert offline.geocode("Hope, Ark.").raw["place"]["admin1"] == "Arkansas"
    assert offline.geocode("Of", country_codes="TR").raw["place"]["country"] == "TR"


def test_the_lists_hold_together():
    words = ordinary_words()
    assert words > NEVER
    assert len(words) > 30_000
    assert all(word.isalpha() and word.islower() for word in words)
    assert not {"seoul", "paris", "january-"} & words


@pytest.mark.parametrize(
    "people",
    ["German", "Swiss", "French", "Dutch", "Polish", "Danish", "Israelis", "Spanish", "Argentine", "Finn"],
)
def test_a_nations_people_are_no_village(offline, people):
    assert offline.geocode(people) is None


def test_a_village_of_a_peoples_name_is_found_where_it_is(offline):
    assert offline.geocode("Spanish, Ontario").raw["place"]["country"] == "CA"
    assert offline.geocode("Norman").raw["place"]["admin1"] == "Oklahoma"
    assert offline.geocode("Amhara").raw["place"]["kind"] == "admin1"


@pytest.mark.parametrize(
    "text", ["qwrtzpsdf", "zzzzzzzzzz", "asdfghjkl", "hamas", "Google", "lundi", "Dienstag"]
)
def test_what_nobody_can_say_and_words_of_other_languages(offline, text):
    assert offline.geocode(text) is None


@pytest.mark.parametrize(
    ("slip", "place"),
    [
        ("Spporo", "Sapporo"), ("Fuuoka", "Fukuoka"), ("Hyderabda", "Hyderabad"), ("Cincinatti", "Cincinnati"),
        ("Versailes, France", "Versailles"),
    ],
)  # fmt: skip
def test_slips_in_names_of_well_known_places(offline, slip, place):
    found = offline.geocode(slip)
    assert found.raw["place"]["name"] == place
    assert found.raw["match"] == "fuzzy"


@pytest.mark.parametrize("name", ["Aisha", "Singh", "Assad", "Guterres", "Netanyahu", "Mohammed"])
def test_people_are_no_slips(offline, name):
    assert offline.geocode(name) is None


@pytest.mark.parametrize(
    "query", ["Washington, Japan", "Barcelona, Egypt", "Stockholm, Zambia", "Damascus, Sweden"]
)
def test_a_known_name_in_a_wrong_country_is_no_slip(offline, query):
    assert offline.geocode(query) is None
