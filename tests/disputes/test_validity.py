"""The register's dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.disputes.validity import first_day, last_day
from mapper.errors import RegisterError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1952-01-18", (1952, 1, 18), (1952, 1, 18)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("1840", (1840, 1, 1), (1840, 12, 31)),
        ("1960s", (1960, 1, 1), (1969, 12, 31)),
    ],
)
def test_first_and_last_day(text, first, last):
    assert first_day(text) == date(*first)
    assert last_day(text) == date(*last)


@pytest.mark.parametrize("text", ["", "52", "1952-1-18", "soon", "1952/01/18", "1960s-02x"])
def test_other_texts_are_refused(text):
    with pytest.raises(RegisterError):
        first_day(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_its_own_first_and_last(day):
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
