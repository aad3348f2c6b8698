"""Words that are no places, and slips of the keyboard that may be."""

from __future__ import annotations

import pytest

from mapper.geocoder.plausible import edits_allowed, is_word, never_a_place
from mapper.geocoder.words import CALENDAR, LINKING, NEVER, ORDINARY


@pytest.mark.parametrize("name", ["Monday", "the", "The", "Prime Minister", "", "He said", "of the"])
def test_words(name):
    assert is_word(name) or not name


@pytest.mark.parametrize("name", ["Seoul", "The Hague", "Minister Creek", "서울", "Nice", "Reading"])
def test_names(name):
    assert not is_word(name)


def test_titles_and_days_are_never_places():
    assert all(map(never_a_place, ("Monday", "May", "The President", "", "—")))
    assert not any(map(never_a_place, ("Monday Islands", "Police", "Nice")))


@pytest.mark.parametrize(
    ("name", "edits"),
    [
        ("Seol", 0), ("Berln", 1), ("Budapset", 2), ("San Fransisco", 2), ("Minister", 0), ("F-16 jets", 0),
        ("Mr. Smith", 0), ("New Yrok City", 2), ("12345", 0), ("a1b2c3d4", 0), ("", 0),
    ],
)  # fmt: skip
def test_slips_allowed(name, edits):
    assert edits_allowed(name) == edits


@pytest.mark.parametrize("name", sorted(CALENDAR))
def test_no_weekday_or_month_is_a_place(offline, name):
    assert offline.geocode(name) is None
    assert offline.geocode(name.title()) is None


def test_ordinary_words_in_lower_case_are_no_places(offline):
    found = {word: str(answer) for word in sorted(ORDINARY) if (answer := offline.geocode(word))}
    assert found == {}


def test_the_lists_hold_together():
    assert NEVER < ORDINARY
    assert {"new", "saint", "of", "port"} <= LINKING
