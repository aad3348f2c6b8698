"""What holds for each family of time expressions: ranges, lengths, clocks, repeats, anchors."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mapper.dates import find_times
from mapper.language import load_parser
from mapper.model import ReferenceDate, TimeExpression

PLAIN = load_parser("none")
DAY = date(2026, 1, 21)
MONTHS = "January February March April May June July August September October November December".split()


def read(text: str, reference: date | None = DAY) -> tuple[TimeExpression, ...]:
    return find_times(PLAIN.parse(text), reference=ReferenceDate(reference, "option") if reference else None)


def only(text: str, reference: date | None = DAY) -> TimeExpression:
    (time,) = read(text, reference)
    return time


@given(st.integers(0, 11), st.integers(1, 27), st.integers(1, 27), st.integers(1990, 2050))
def test_a_range_of_days_spans_both(month: int, one: int, other: int, year: int) -> None:
    assume(one < other)
    found = only(f"The fair ran {MONTHS[month]} {one}-{other}, {year}.")
    assert (found.begin, found.end_date) == (date(year, month + 1, one), date(year, month + 1, other))


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(1, 300))
def test_from_one_day_to_another(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    found = read(f"The fair ran from {first.isoformat()} to {last.isoformat()}.")
    assert found[0].begin == first
    assert found[-1].end_date == last


@given(st.integers(2, 99), st.sampled_from(["day", "week", "month", "year", "hour"]))
def test_a_length_is_no_date(count: int, unit: str) -> None:
    for words in (f"for {count} {unit}s", f"a {count}-{unit} strike"):
        for found in read(f"The port was shut {words}."):
            assert found.type == "DURATION"


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_is_on_the_day_of_the_report_or_next_to_it(hour: int, minute: int) -> None:
    for found in read(f"The doors closed at {hour:02}:{minute:02}."):
        assert found.type == "TIME"
        assert found.begin is None or abs(found.begin - DAY) <= timedelta(days=1)


@pytest.mark.parametrize("words", ["every week", "daily", "each Monday", "twice a year", "every two days"])
def test_what_repeats_has_no_day(words: str) -> None:
    for found in read(f"The court sits {words}."):
        assert found.type == "SET"
        assert found.begin is None


@given(st.integers(1, 60), st.dates(date(1990, 1, 1), date(2050, 1, 1)))
def test_days_later_are_counted_from_the_day_before_in_the_text(count: int, first: date) -> None:
    unit = "day" if count == 1 else "days"
    found = read(f"The fair opened on {first.isoformat()}. It closed {count} {unit} later.")
    assert found[0].begin == first
    if len(found) > 1 and found[-1].begin is not None:
        assert found[-1].begin == first + timedelta(days=count)


@pytest.mark.parametrize(
    "text",
    [
        "She may march on Sunday Times reporters.",
        "Give me a second.",
        "He sat down in the second row.",
        "The march of time went on.",
        "Spring onions and fall guys.",
        "Route 66 and flight 1990 were full.",
        "The bridge is 1999 metres long.",
        "They sold 2024 cars.",
    ],
)
def test_words_that_are_no_dates(text: str) -> None:
    assert not [time for time in read(text) if time.begin and time.begin.year in (1990, 1999, 2024, 66)]
    assert len(read(text)) <= 1


@given(
    st.sampled_from(["last week", "yesterday", "two months ago", "next Friday", "earlier this month"]),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(1, 4000),
)
def test_relative_days_move_with_the_report(words: str, reference: date, weeks: int) -> None:
    """Whole weeks later the same words mean days as much later, months apart."""
    assume("month" not in words)
    shift = timedelta(weeks=weeks)
    one = only(f"The fair was held {words}.", reference)
    other = only(f"The fair was held {words}.", reference + shift)
    assert one.begin is not None
    assert one.end_date is not None
    assert (other.begin, other.end_date) == (one.begin + shift, one.end_date + shift)


@given(st.sampled_from(["yesterday", "last week", "in May", "on Monday", "two years ago", "this summer"]))
def test_without_the_day_of_the_report_relative_words_stay_open(words: str) -> None:
    for found in read(f"The fair was held {words}.", None):
        assert found.begin is None
        assert found.end_date is None


@pytest.mark.parametrize("part", ["first", "second"])
@given(year=st.integers(1950, 2050))
def test_halves_make_up_the_year(part: str, year: int) -> None:
    found = only(f"Sales fell in the {part} half of {year}.")
    half = (
        (date(year, 1, 1), date(year, 6, 30)) if part == "first" else (date(year, 7, 1), date(year, 12, 31))
    )
    assert (found.begin, found.end_date) == half


@given(st.integers(1950, 2050))
def test_quarters_follow_each_other(year: int) -> None:
    spans = [
        only(f"Sales fell in the {n} quarter of {year}.") for n in ("first", "second", "third", "fourth")
    ]
    assert spans[0].begin == date(year, 1, 1)
    assert spans[-1].end_date == date(year, 12, 31)
    for one, other in pairwise(spans):
        assert one.end_date is not None
        assert other.begin == one.end_date + timedelta(days=1)
