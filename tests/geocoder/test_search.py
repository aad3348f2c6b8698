"""How queries are read and namesakes ranked."""

from __future__ import annotations

import pickle

import pytest

from mapper.geocoder.famous import Famous
from mapper.geocoder.options import Filter
from mapper.geocoder.plausible import name_of
from mapper.geocoder.query import Query
from mapper.geocoder.ranking import scores
from mapper.geocoder.spelled import respelled
from mapper.geocoder.typewords import kinds_named


def _read(found):
    return next((r["value"] for r in found.raw["reasons"] if r["code"] == "read"), "name")


@pytest.mark.parametrize(
    ("query", "strategy"),
    [
        ("Paris, Texas", "name"),
        ("USA, Texas, Paris", "largest-first"),
        ("Paris Texas USA", "without-comma"),
        ("Nara Shi Prefecture", "near-name"),
        ("Amsterdm", "spelling"),
        ("Copenhagn, Denmark", "spelling"),
    ],
)
def test_the_reading_is_a_reason(offline, query, strategy):
    assert _read(offline.geocode(query)) == strategy


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("New York", "city", "US"), ("Washington", "city", "US"), ("São Paulo", "city", "BR"),
        ("Madras", "city", "IN"), ("Tunis", "city", "TN"), ("Brasilia", "city", "BR"), ("LA", "city", "US"),
        ("Quebec", "admin1", "CA"), ("Victoria", "admin1", "AU"), ("Île-de-France", "admin1", "FR"),
        ("Georgia", "country", "GE"), ("Mexico", "country", "MX"), ("Zaire", "country", "CD"),
        ("Luxembourg", "country", "LU"), ("Donetsk", "city", None),
        ("Bruges", "city", "BE"), ("Odessa", "city", "UA"), ("Granada", "city", "ES"),
    ],
)  # fmt: skip
def test_namesakes(offline, name, kind, country):
    place = offline.geocode(name).raw["place"]
    assert place["kind"] == kind
    assert country is None or place["country"] == country


@pytest.mark.parametrize(
    "query",
    ["Freiburg, Xqzvbnm, Germany", "Freiburg, Germany, Xqzvbnm", "Freiburg, Baden-Württemberg, Germany"],
)
def test_an_unknown_part_is_passed_over_if_another_is_known(offline, query):
    assert offline.geocode(query).raw["place"]["admin1"] == "Baden-Württemberg"


@pytest.mark.parametrize(
    "query", ["Freiburg, Xqzvbnm", "Seoul, Portugal", "Paris, Texas, France", "Texas, Seoul"]
)
def test_a_part_that_contradicts_finds_nothing(offline, query):
    assert offline.geocode(query) is None


@pytest.mark.parametrize("query", ["Brooklyn, New York City", "Heathrow, London", "Shibuya, Tokyo"])
def test_a_town_may_hold_its_quarters(offline, query):
    assert offline.geocode(query) is not None


def test_a_country_is_not_in_its_capital(offline):
    assert offline.geocode("Japan, Tokyo").raw["place"]["name"] == "Tokyo"


@pytest.mark.parametrize("query", ["北京市", "日本国", "경기도", "札幌市"])
def test_signs_for_units_behind_a_name(offline, query):
    assert offline.geocode(query) is not None


@pytest.mark.parametrize(
    ("query", "country"),
    [
        ("Stockholm SE", "SE"), ("Rome IT", "IT"), ("Madrid, ES", "ES"), ("Tirana, AL", "AL"),
        ("Birmingham, AL", "US"), ("Paris FR", "FR"), ("Seoul KR", "KR"),
    ],
)  # fmt: skip
def test_country_codes_behind_a_name(offline, query, country):
    assert offline.geocode(query).raw["place"]["country"] == country


@pytest.mark.parametrize("query", ["Rome it", "Madrid ES Tokyo", "SEE IT", "Stockholm, JP"])
def test_letters_that_are_no_code(offline, query):
    assert offline.geocode(query) is None


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Tiran Strait", "strait of tiran"), ("Lake Victoria", "victoria lake"), ("Bay of Pigs", "pigs bay"),
        ("Tokyo-to", "Tokyo"), ("Kyoto-fu", "Kyoto"), ("北京市", "北京"), ("경기도", "경기"),
    ],
)  # fmt: skip
def test_other_ways_to_write_a_name(name, other):
    assert other in list(respelled(name))


@pytest.mark.parametrize("name", ["Seoul", "Sea", "Port-au-Prince", "Stoke-on-Trent", "San Jose"])
def test_names_with_no_other_way(name):
    assert list(respelled(name)) == []


def test_words_for_the_kind():
    assert kinds_named(["lake", "victoria"]) == {"lake", "reservoir"}
    assert "admin1" in kinds_named(["donetsk", "oblast"])
    assert kinds_named(["lake"]) == kinds_named(["san", "jose"]) == frozenset()


def test_a_box_and_a_word_for_the_kind_weigh(offline, gazetteer):
    names = gazetteer.lookup("Springfield")
    asked = name_of("Springfield")
    plain, boxed = (
        scores(asked, names, Filter(box=box), lambda place, name: True) for box in (None, (-94, 36, -92, 38))
    )
    gained = [c.country for c, a, b in zip(names, plain, boxed, strict=True) if b > a]
    assert gained
    assert len(gained) < len(names)


def test_the_reverse_reading_keeps_all_parts():
    assert Query("a", ("b", "c", "d")).reversed() == Query("d", ("c", "b", "a"))


def test_parts_of_the_search_pickle(offline):
    search = offline._forward._search
    copy = pickle.loads(pickle.dumps(search))
    query = Query("Paris", ("Texas",))
    assert [h.candidate.id for h in copy.strict(query, Filter()).hits] == [
        h.candidate.id for h in search.strict(query, Filter()).hits
    ]


def test_a_nickname_does_not_outshine_a_city_of_that_name(offline):
    assert offline.geocode("Salem").raw["place"]["name"] == "Salem"
    assert offline.geocode("Gotham") is None or offline.geocode("Gotham").raw["place"]["name"] == "Gotham"
    assert offline.geocode("Munich").raw["place"]["country"] == "DE"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Papua", "admin1", "ID"), ("Île-de-France", "admin1", "FR"), ("Tunis", "city", "TN"),
        ("Holland", "country", "NL"), ("Burma", "country", "MM"), ("Macedonia", "country", "MK"),
        ("Khujand", "city", "TJ"), ("Quebec", "admin1", "CA"), ("Вашингтон", "city", "US"),
    ],
)  # fmt: skip
def test_countries_units_and_cities_of_one_name(offline, name, kind, country):
    place = offline.geocode(name).raw["place"]
    assert (place["kind"], place["country"]) == (kind, country)


def test_two_slips_are_forgiven_of_well_known_places(gazetteer):
    famous = Famous(gazetteer)
    found = famous.two_slips_from("Cincinatti")
    assert ("Cincinnati", "fuzzy", 2) in {(c.name, c.match, c.edits) for c in found}
    assert famous.two_slips_from("Cincinnati") == []
    assert famous.two_slips_from("Xqzvbnmkwxy") == []
    assert famous.two_slips_from("") == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Japan Tokyo", "Tokyo"),
        ("France Paris", "Paris"),
        ("Ukraine Kyiv", "Kyiv"),
        ("Germany Berlin Mitte", "Mitte"),
    ],
)
def test_a_country_may_come_first_without_a_comma(offline, query, name):
    assert offline.geocode(query).raw["place"]["name"] == name


@pytest.mark.parametrize(
    "text", ["China Daily", "Chad Smith", "Georgia Tech", "Turkey vulture", "Israel Hamas war"]
)
def test_what_only_begins_with_a_country(offline, text):
    assert offline.geocode(text) is None
