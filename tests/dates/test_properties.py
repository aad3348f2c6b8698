"""What holds for any text whatever."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.dates import find_times
from mapper.dates.scan import scan, view_of
from mapper.language import load_parser
from mapper.model import ReferenceDate

PLAIN = load_parser("none")
WORDS = (
    "January Jan. 29 29-31 2024 2026-01-20 3/5/2024 20.01.2026 Monday Tues. last next this past the early mid- late "
    "end of first second half quarter week month year decade days years three a couple ago later earlier from now "
    "two hours 9:40 p.m. 22:00 GMT noon midnight morning night overnight dawn spring summer of 2023 fiscal FY26 "
    "Christmas Easter every twice daily today yesterday tomorrow same day following previous that - – to through "
    "between and , . ( ) \n \n\n will was May March Feb 30 31 99 1500 1999-2004 '90s 1990s 18th century since by in "
    "99999999 0 00:00 24:00 32nd 999,999,999 years hundreds weekend rest Q3 H1 Sept. 11 attacks é 🎉 \u00a0 ’s"
).split(" ")
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
DAYS = st.one_of(st.none(), st.dates())


def _times(text, day):
    reference = ReferenceDate(day, "option") if day else None
    return find_times(PLAIN.parse(text), reference=reference)


def _holds(text, day):
    times = _times(text, day)
    at = 0
    for time in times:
        assert at <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.text
        at = time.end
        assert (time.begin is None) == (time.end_date is None) == (time.precision is None)
        assert time.begin is None or time.begin <= time.end_date
        assert all(0 <= r.start < r.end <= len(text) for r in time.reasons if r.start is not None)
    assert [time.id for time in times] == [f"t{k}" for k in range(1, len(times) + 1)]
    return times


@given(st.text(), DAYS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error(text, day):
    _holds(text, day)


@given(SENTENCES, DAYS)
@settings(max_examples=400, deadline=None)
def test_any_row_of_time_words_is_read_without_an_error(text, day):
    assert _holds(text, day) == _times(text, day)


@given(SENTENCES)
@settings(max_examples=100, deadline=None)
def test_without_a_reference_date_nothing_is_counted_from_one(text):
    for time in _times(text, None):
        assert not any(reason.code == "reference-date" for reason in time.reasons)


@given(st.text(alphabet="🎉é漢\u00a0—", max_size=8))
def test_what_stands_before_moves_the_span_and_nothing_else(lead):
    plain = _times("The fair opens next week.", date(2026, 1, 21))
    moved = _times(f"{lead}. The fair opens next week.", date(2026, 1, 21))
    assert [(t.start, t.value) for t in moved] == [(t.start + len(lead) + 2, t.value) for t in plain]


@given(st.text())
def test_the_view_is_as_long_as_the_text(text):
    assert len(view_of(text)) == len(text)


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 6, 15), date(9999, 12, 30)])
def test_the_ends_of_the_calendar_leave_times_unresolved(day):
    text = (
        "Last week, next year, 5,000 years ago, 9999999 weeks ago, on Monday, on February 29, next summer, "
        "the past decade, over the coming century, at the end of the month, on Easter Sunday, this weekend."
    )
    times = _holds(text, day)
    assert len(times) >= 10
    assert any(time.begin is None for time in times)


@pytest.mark.parametrize(
    "text",
    ["2014 two days later " * 3000, "3/5/2024 " * 6000, "Monday " * 7000, "in " * 30000, "a year and " * 6000,
     "1,1,1,1," * 8000, "January 1, 2, 3, 4, 5, 6" * 3000, "\n" * 60000, "early late mid " * 5000],
    ids=["anchors", "slashes", "weekdays", "prepositions", "lengths", "digits", "lists", "lines", "parts"],
)  # fmt: skip
def test_hostile_rows_take_no_more_than_their_share(text):
    """Every search is bounded: sixty thousand characters of one kind end like any others."""
    assert len(text) > 45000
    _holds(text, date(2026, 1, 21))


def test_neighbours_in_the_text_do_not_change_what_is_found_before_them():
    day = date(2026, 1, 21)
    first = "The treaty was signed on 3 March 2015."
    assert _times(first, day) == _times(f"{first}\n\nNothing else happened in the hall.", day)


def test_items_never_overlap():
    items = scan(text := "early Monday morning at 9 a.m. on 3 May 2024 to 5 May", view_of(text))
    assert all(a.end <= b.start for a, b in pairwise(items))
