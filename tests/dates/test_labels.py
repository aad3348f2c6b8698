"""Intervals in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.dates import label


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ((2026, 1, 21), (2026, 1, 21), "21 Jan 2026"),
        ((2026, 1, 29), (2026, 1, 31), "29–31 Jan 2026"),
        ((2026, 1, 29), (2026, 2, 2), "29 Jan – 2 Feb 2026"),
        ((2025, 12, 29), (2026, 1, 4), "29 Dec 2025 – 4 Jan 2026"),
        ((2025, 11, 1), (2025, 11, 30), "November 2025"),
        ((2025, 11, 1), (2025, 11, 10), "1–10 Nov 2025"),
        ((2025, 6, 1), (2025, 8, 31), "June – August 2025"),
        ((2025, 12, 1), (2026, 2, 28), "December 2025 – February 2026"),
        ((2024, 1, 1), (2024, 12, 31), "2024"),
        ((2014, 1, 1), (2016, 12, 31), "2014–2016"),
    ],
)
def test_an_interval_is_named_as_people_do(begin, end, words):
    assert label(date(*begin), date(*end)) == words


def test_open_sides_are_said():
    assert label(date(2026, 1, 21), None) == "from 21 Jan 2026"
    assert label(None, date(2026, 1, 21)) == "until 21 Jan 2026"
    assert label(None, None) == "undated"


@given(st.tuples(st.dates(), st.dates()).map(sorted), st.tuples(st.dates(), st.dates()).map(sorted))
def test_different_intervals_have_different_names(a, b):
    assert (label(*a) == label(*b)) == (a == b)
