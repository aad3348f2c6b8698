"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.dates import days_shared, precision_of
from mapper.dates import period as p

DAYS = st.dates(date(1000, 1, 1), date(3000, 12, 31))
UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"])


@given(DAYS, UNITS)
def test_a_whole_unit_holds_its_day(when, unit):
    found = p.whole(unit, when)
    assert found.begin <= found.end
    if unit != "weekend":
        assert found.begin <= when <= found.end


@given(DAYS, UNITS, st.sampled_from(["START", "MID", "END"]))
def test_thirds_lie_in_order_inside(when, unit, which):
    whole = p.whole(unit, when)
    third = p.third(whole, which)
    assert whole.begin <= third.begin <= third.end <= whole.end
    if unit not in ("day", "weekend"):
        first, middle, last = (p.third(whole, w) for w in ("START", "MID", "END"))
        assert (first.begin, last.end) == (whole.begin, whole.end)
        assert first.end + timedelta(1) == middle.begin
        assert middle.end + timedelta(1) == last.begin


@given(DAYS, UNITS)
def test_halves_make_up_the_whole(when, unit):
    whole = p.whole(unit, when)
    first, second = p.halved(whole, 1), p.halved(whole, 2)
    if unit != "day":
        assert (first.begin, second.end) == (whole.begin, whole.end)
        assert first.end + timedelta(1) == second.begin


@pytest.mark.parametrize(
    ("period", "which", "begin", "end"),
    [
        (p.month(2025, 11), "START", date(2025, 11, 1), date(2025, 11, 10)),
        (p.month(2025, 10), "END", date(2025, 10, 21), date(2025, 10, 31)),
        (p.month(2026, 2), "MID", date(2026, 2, 10), date(2026, 2, 18)),
        (p.year(2024), "MID", date(2024, 5, 1), date(2024, 8, 31)),
        (p.week(date(2026, 1, 14)), "END", date(2026, 1, 16), date(2026, 1, 18)),
        (p.decade(1990), "START", date(1990, 1, 1), date(1992, 12, 31)),
        (p.season(2025, "winter"), "END", date(2026, 2, 1), date(2026, 2, 28)),
    ],
)  # fmt: skip
def test_thirds_are_cut_down_to_days_months_or_years(period, which, begin, end):
    third = p.third(period, which)
    assert (third.begin, third.end) == (begin, end)


@pytest.mark.parametrize(
    ("made", "value", "begin", "end"),
    [
        (p.day(date(2026, 1, 21)), "2026-01-21", date(2026, 1, 21), date(2026, 1, 21)),
        (p.week(date(2026, 1, 1)), "2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
        (p.weekend(date(2026, 1, 21)), "2026-W04-WE", date(2026, 1, 24), date(2026, 1, 25)),
        (p.month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (p.quarter(2025, 4), "2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
        (p.half(2027, 2), "2027-H2", date(2027, 7, 1), date(2027, 12, 31)),
        (p.season(2025, "winter"), "2025-WI", date(2025, 12, 1), date(2026, 2, 28)),
        (p.season(2023, "fall"), "2023-FA", date(2023, 9, 1), date(2023, 11, 30)),
        (p.decade(1990), "199", date(1990, 1, 1), date(1999, 12, 31)),
        (p.century(1700), "17", date(1700, 1, 1), date(1799, 12, 31)),
    ],
)  # fmt: skip
def test_units_have_their_timex_value_and_days(made, value, begin, end):
    assert (made.value, made.begin, made.end) == (value, begin, end)


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (1999, date(1999, 4, 4)),
    ],
)
def test_easter(number, day):
    assert p.easter(number) == day


@given(DAYS, st.integers(-200, 200))
def test_months_are_added_like_on_a_calendar(when, count):
    moved = p.add_months(when, count)
    assert moved.day <= when.day
    assert (moved.year * 12 + moved.month) - (when.year * 12 + when.month) == count


@pytest.mark.parametrize(
    ("start", "count", "unit", "value"),
    [
        (p.day(date(2015, 3, 3)), -2, "day", "2015-03-01"),
        (p.day(date(2015, 3, 3)), 1, "week", "2015-W11"),
        (p.day(date(2015, 3, 3)), 6, "month", "2015-09"),
        (p.day(date(2015, 3, 3)), 1, "fortnight", "2015-W12"),
        (p.day(date(2015, 3, 3)), 2, "decade", "2035"),
        (p.year(2014), 2, "year", "2016"),
        (p.quarter(2025, 4), -1, "year", "2024-Q4"),
        (p.month(2015, 3), -1, "year", "2014-03"),
        (p.season(2025, "winter"), -1, "year", "2024-WI"),
        (p.half(2025, 1), 1, "year", "2026-H1"),
        (p.days(date(2026, 1, 29), date(2026, 1, 31)), 1, "day", "2026-02-01"),
        (p.days(date(2026, 1, 29), date(2026, 1, 31)), -1, "day", "2026-01-28"),
    ],
)  # fmt: skip
def test_shifting_keeps_what_it_can(start, count, unit, value):
    assert p.shift(start, count, unit).value == value


def test_nothing_finer_is_counted_from_something_coarser():
    assert p.shift(p.year(2014), 2, "day") is None
    assert p.shift(p.month(2014, 5), 1, "week") is None
    assert p.neighbour(p.month(2015, 3), 1, "year").value == "2016"


@pytest.mark.parametrize(
    ("begin", "end", "precision"),
    [
        ((2026, 1, 21), (2026, 1, 21), "day"),
        ((2026, 1, 29), (2026, 1, 31), "days"),
        ((2026, 1, 19), (2026, 1, 25), "week"),
        ((2025, 11, 1), (2025, 11, 10), "days"),
        ((2026, 2, 1), (2026, 2, 28), "month"),
        ((2026, 1, 1), (2026, 3, 31), "quarter"),
        ((2025, 6, 1), (2025, 8, 31), "season"),
        ((2025, 12, 1), (2026, 2, 28), "season"),
        ((2027, 7, 1), (2027, 12, 31), "season"),
        ((2024, 1, 1), (2024, 12, 31), "year"),
        ((2024, 2, 1), (2024, 11, 5), "year"),
        ((1990, 1, 1), (1999, 12, 31), "years"),
    ],
)  # fmt: skip
def test_precision_says_how_finely_an_interval_tells_when(begin, end, precision):
    assert precision_of(date(*begin), date(*end)) == precision


@given(DAYS, st.integers(0, 4000))
def test_every_interval_has_a_precision(begin, length):
    assert precision_of(begin, begin + timedelta(length)) in {
        "day", "days", "week", "month", "season", "quarter", "year", "years"
    }  # fmt: skip


@given(st.tuples(DAYS, DAYS).map(sorted), st.tuples(DAYS, DAYS).map(sorted))
def test_days_shared_are_the_same_either_way_round(a, b):
    a, b = tuple(a), tuple(b)
    shared = days_shared(a, b)
    assert shared == days_shared(b, a) >= 0
    assert days_shared(a, a) == (a[1] - a[0]).days + 1
    assert (shared == 0) == (a[1] < b[0] or b[1] < a[0])


def test_an_open_side_reaches_as_far_as_the_other():
    first, last = date(2026, 1, 1), date(2026, 1, 31)
    assert days_shared((None, first), (first, last)) == 1
    assert days_shared((first, None), (date(2025, 1, 1), last)) == 31
    assert days_shared((None, date(2025, 1, 1)), (first, last)) == 0
    assert days_shared((None, None), (first, last)) >= 1
    assert days_shared((first, None), (last, None)) >= 1


def test_a_range_the_wrong_way_round_is_refused():
    with pytest.raises(ValueError, match="before it begins"):
        p.days(date(2026, 1, 2), date(2026, 1, 1))
