"""Which occurrence of a weekday, month or feast is meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.dates import period as p
from mapper.dates.cues import Cue
from mapper.dates.cyclic import SOON_DAYS, weekly, yearly
from mapper.dates.grammar.absolute import picked, weekday_in

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FUTURE, PAST, NEAREST, NONE = Cue("future"), Cue("past"), Cue("nearest"), Cue()
WEDNESDAY = date(2026, 1, 21)


def _weekday(number, which=""):
    return picked(weekly(lambda d: weekday_in(d, number), f"XXXX-WXX-{number + 1}"), which)


def _month(number, which=""):
    return picked(yearly(lambda y: p.month(y, number), f"XXXX-{number:02d}"), which)


def _month_day(month, day):
    return yearly(lambda y: p.day(date(y, month, day)), f"XXXX-{month:02d}-{day:02d}", near_future=True)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_lies_within_a_week_on_the_side_of_its_cue(when, number):
    coming, past = _weekday(number).choose(when, FUTURE).begin, _weekday(number).choose(when, PAST).begin
    assert coming.weekday() == past.weekday() == number
    assert 0 <= (coming - when).days <= 6
    assert 0 <= (when - past).days <= 6
    assert (coming == past) == (when.weekday() == number)


@given(DAYS, st.integers(0, 6))
def test_without_a_cue_a_weekday_is_the_last_one(when, number):
    assert _weekday(number).choose(when, NONE) == _weekday(number).choose(when, PAST)


@given(DAYS, st.integers(0, 6))
def test_last_and_coming_weekdays_are_never_today(when, number):
    last = _weekday(number, "last").choose(when, FUTURE).begin
    coming = _weekday(number, "this coming").choose(when, PAST).begin
    assert last < when < coming
    assert (coming - last).days in (7, 14)


@given(DAYS, st.integers(0, 6))
def test_this_weekday_is_in_this_week(when, number):
    found = _weekday(number, "this").choose(when, PAST).begin
    assert found.isocalendar()[:2] == when.isocalendar()[:2]


@given(DAYS, st.integers(0, 6))
def test_the_nearest_weekday_is_at_most_three_days_away(when, number):
    assert abs((_weekday(number).choose(when, NEAREST).begin - when).days) <= 3


@given(DAYS, st.integers(1, 12))
def test_a_month_holds_the_day_or_lies_on_the_side_of_its_cue(when, number):
    coming, past = _month(number).choose(when, FUTURE), _month(number).choose(when, PAST)
    assert coming.end >= when
    assert past.begin <= when
    assert (coming == past) == (when.month == number)


@pytest.mark.parametrize(
    ("which", "value"),
    [
        ("last", "2025-01"),
        ("previous", "2025-01"),
        ("this past", "2025-01"),
        ("next", "2027-01"),
        ("this", "2026-01"),
    ],
)
def test_last_this_and_next_january_in_january(which, value):
    assert _month(1, which).choose(WEDNESDAY, NONE).value == value


@pytest.mark.parametrize(
    ("season", "which", "when", "value"),
    [
        ("winter", "this", date(2026, 1, 21), "2025-WI"),
        ("winter", "this", date(2026, 3, 15), "2025-WI"),
        ("winter", "this", date(2026, 9, 1), "2026-WI"),
        ("winter", "last", date(2026, 1, 21), "2024-WI"),
        ("summer", "this", date(2026, 1, 21), "2026-SU"),
        ("summer", "last", date(2026, 1, 21), "2025-SU"),
        ("summer", "last", date(2026, 7, 1), "2025-SU"),
        ("summer", "next", date(2026, 7, 1), "2027-SU"),
        ("spring", "next", date(2026, 1, 21), "2026-SP"),
    ],
)
def test_seasons_that_run_into_the_next_year(season, which, when, value):
    cycle = picked(yearly(lambda y: p.season(y, season), "XXXX"), which)
    assert cycle.choose(when, NONE).value == value


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_cue_is_past_unless_it_is_soon(when, month, day):
    found = _month_day(month, day).choose(when, NONE).begin
    assert found <= when + timedelta(SOON_DAYS)
    assert found > when - timedelta(366)


def test_a_weekday_beside_it_tells_the_year_whatever_the_cue():
    from dataclasses import replace

    day = replace(_month_day(5, 25), weekday=0)
    assert day.choose(date(2026, 1, 21), PAST).begin == date(2026, 5, 25)
    assert day.choose(date(2021, 1, 21), FUTURE).begin == date(2020, 5, 25)
    unhelpful = replace(_month_day(5, 25), weekday=6)
    assert unhelpful.choose(date(2026, 1, 21), PAST).begin == date(2025, 5, 25)


def test_a_plain_present_tense_looks_only_so_far_ahead():
    near, far = Cue("future", reach=180), Cue("future", reach=45)
    assert _month_day(6, 11).choose(WEDNESDAY, near).begin == date(2026, 6, 11)
    assert _month_day(6, 11).choose(WEDNESDAY, far).begin == date(2025, 6, 11)


@pytest.mark.parametrize("when", [date.min, date.max])
def test_beyond_the_calendar_there_is_no_occurrence(when):
    cycle = _month_day(6, 15)
    asked = cycle.latest_to if when == date.min else cycle.first_from
    with pytest.raises(ValueError, match="does not occur"):
        asked(when)


def test_years_without_a_leap_day_are_passed_over():
    assert _month_day(2, 29).choose(WEDNESDAY, FUTURE).begin == date(2028, 2, 29)
    assert _month_day(2, 29).choose(date(1903, 1, 1), PAST).begin == date(1896, 2, 29)
