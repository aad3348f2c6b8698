"""Reading queries: parts, structured forms, and text that cannot name a place."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError
from hypothesis import given
from hypothesis import strategies as st

from mapper.geocoder.query import LONGEST_QUERY, Query, clean, read_query, read_structured

PARTS = [
    ("Seoul", Query("Seoul")),
    ("Paris, Texas", Query("Paris", ("Texas",))),
    ("Paris,Texas , USA", Query("Paris", ("Texas", "USA"))),
    ("Paris (Texas)", Query("Paris", ("Texas",))),
    ("Paris - France", Query("Paris", ("France",))),
    ("Port-au-Prince", Query("Port-au-Prince")),
    ("القاهرة، مصر", Query("القاهرة", ("مصر",))),
    ("東京、日本", Query("東京", ("日本",))),
    ("Springfield, Ill.", Query("Springfield", ("Ill.",))),
    ("Washington, D.C.", Query("Washington", ("D.C.",))),
    ("Houston, TX 77002", Query("Houston", ("TX",))),
    ("Houston, TX 77002-1234", Query("Houston", ("TX",))),
    ("10115 Berlin, Germany", Query("Berlin", ("Germany",))),
    ("London SW1A 2AA", Query("London")),
    ("Ottawa, ON K1A 0B1", Query("Ottawa", ("ON",))),
    ("Chennai 600001, India", Query("Chennai", ("India",))),
    ("Seoul,", Query("Seoul")),
    (", Seoul", Query("Seoul")),
    ("Seoul\nSouth Korea", Query("Seoul", ("South Korea",))),
    ("“Seoul”", Query("Seoul")),
]
NO_NAMES = [
    "12345", "!!!", ",,,", "…", "😀", "<b>Seoul</b>", "{{ Seoul }}", "${Seoul}", "Seoul --", "../Seoul",
    "a@b.example", "https://seoul.example", "Seoul\x00", "50% Seoul", "x = Seoul", "C:\\Seoul",
]  # fmt: skip


@pytest.mark.parametrize(("text", "query"), PARTS)
def test_parts(text, query):
    assert read_query(text) == query


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_cannot_be_a_name(text):
    assert read_query(text) is None


def test_the_reverse_reading():
    assert Query("USA", ("Texas", "Paris")).reversed() == Query("Paris", ("Texas", "USA"))
    assert Query("Seoul").reversed() is None


def test_hidden_characters_and_blanks_go():
    assert clean("  Se\u200boul\u202e ") == "Seoul"
    assert clean("Kyi\u0308v") == "Kyïv"
    assert clean("\u200b") is None
    assert clean("x" * (LONGEST_QUERY + 1)) is None
    assert clean("ن\u200cی") == "ن\u200cی"


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text):
    cleaned = clean(text)
    query = read_query(cleaned) if cleaned else None
    assert query is None or all(any(map(str.isalpha, part)) for part in (query.name, *query.within))


@given(st.lists(st.sampled_from(["Paris", "Lamar County", "Texas", "U.S."]), min_size=1, max_size=4))
def test_commas_separate(parts):
    assert read_query(", ".join(parts)) == Query(parts[0], tuple(parts[1:]))


def test_structured():
    asked = {
        "country": "United States",
        "city": "Paris",
        "state": "Texas",
        "county": None,
        "postalcode": "75460",
    }
    assert read_structured(asked) == Query("Paris", ("Texas", "United States"))
    assert read_structured({"name": "Seoul"}) == Query("Seoul")
    assert read_structured({}) is None
    assert read_structured({"city": ""}) is None
    assert read_structured({"city": "{{ 7*7 }}"}) is None


@pytest.mark.parametrize("asked", [{"planet": "Mars"}, {"city": 7}, {"city": ["Paris"]}, {3: "x"}])
def test_structured_faults_are_query_errors(asked):
    with pytest.raises(GeocoderQueryError):
        read_structured(asked)
