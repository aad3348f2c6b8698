"""Value, interval and precision of a time expression say one thing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.dates import find_times
from mapper.language import load_parser
from mapper.model import ReferenceDate, TimeExpression

PLAIN = load_parser("none")
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = {"day": 1, "week": 7, "month": 31, "season": 123, "quarter": 92, "year": 366}
"""Longest length of each precision in days; a third of a year counts as a season."""

REFERENCES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
COUNTS = st.integers(1, 400)
RELATIVE = st.one_of(
    st.builds("{} {}s ago".format, COUNTS, st.sampled_from(["day", "week", "month", "year"])),
    st.builds("in {} {}s".format, COUNTS, st.sampled_from(["day", "week", "month", "year"])),
    st.builds(
        "{} {}".format,
        st.sampled_from(["last", "next", "this"]),
        st.sampled_from(["week", "month", "year", "quarter", "summer", "weekend", *WEEKDAYS, *MONTHS]),
    ),
    st.sampled_from(["today", "yesterday", "tomorrow", "overnight", "earlier this month", "early next year"]),
)
ABSOLUTE = st.one_of(
    st.dates(date(1600, 1, 1), date(2060, 12, 31)).map(lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}"),
    st.dates(date(1600, 1, 1), date(2060, 12, 31)).map(date.isoformat),
    st.builds("{} {}".format, st.sampled_from(MONTHS), st.integers(1600, 2060)),
    st.builds("the {} quarter of {}".format, st.sampled_from(["first", "third"]), st.integers(1900, 2060)),
    st.builds("{} {}".format, st.sampled_from(["early", "mid", "late"]), st.sampled_from(MONTHS)),
)


def times(words: str, reference: date) -> tuple[TimeExpression, ...]:
    text = f"The fair was held {words}."
    return find_times(PLAIN.parse(text), reference=ReferenceDate(reference, "option"))


def month_of(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


@settings(max_examples=300, deadline=None)
@given(st.one_of(RELATIVE, ABSOLUTE), REFERENCES)
def test_an_interval_is_no_longer_than_its_precision(words: str, reference: date) -> None:
    for time in times(words, reference):
        if time.begin is None or time.end_date is None:
            continue
        length = (time.end_date - time.begin).days + 1
        assert length >= 1
        assert length <= UNITS.get(str(time.precision), length), time


@settings(max_examples=300, deadline=None)
@given(st.one_of(RELATIVE, ABSOLUTE), REFERENCES)
def test_a_value_in_days_months_or_years_is_its_interval(words: str, reference: date) -> None:
    for time in times(words, reference):
        if time.begin is None or time.end_date is None or time.modifier:
            continue
        if re.fullmatch(r"\d{4}-\d\d-\d\d", time.value or ""):
            assert time.begin == time.end_date == date.fromisoformat(str(time.value))
        elif re.fullmatch(r"\d{4}-\d\d", time.value or ""):
            assert (time.begin, time.end_date) == month_of(date.fromisoformat(f"{time.value}-01"))
        elif re.fullmatch(r"\d{4}", time.value or ""):
            year = int(str(time.value))
            assert (time.begin, time.end_date) == (date(year, 1, 1), date(year, 12, 31))


@given(st.dates(date(1600, 1, 1), date(2060, 12, 31)), REFERENCES)
def test_a_full_date_is_that_day_whatever_the_report(day: date, reference: date) -> None:
    for words in (day.isoformat(), f"on {MONTHS[day.month - 1]} {day.day}, {day.year}"):
        (time,) = times(words, reference)
        assert (time.begin, time.end_date) == (day, day)


@given(COUNTS, REFERENCES)
def test_days_ago_are_counted_from_the_report(count: int, reference: date) -> None:
    (time,) = times(f"{count} days ago", reference)
    assert time.begin == time.end_date == reference - timedelta(days=count)


@given(COUNTS, REFERENCES)
def test_weeks_run_from_monday_to_sunday(count: int, reference: date) -> None:
    (time,) = times(f"{count} weeks ago", reference)
    assert time.begin is not None
    assert time.end_date is not None
    assert time.begin.weekday() == 0
    assert time.end_date - time.begin == timedelta(days=6)
    assert time.begin <= reference - timedelta(weeks=count) <= time.end_date


@given(st.sampled_from(WEEKDAYS), REFERENCES)
def test_a_weekday_told_as_past_lies_in_the_week_before(weekday: str, reference: date) -> None:
    (time,) = times(f"on {weekday}", reference)
    assert time.begin is not None
    assert time.begin == time.end_date
    assert time.begin.weekday() == WEEKDAYS.index(weekday)
    assert timedelta(0) <= reference - time.begin < timedelta(days=7)


@given(st.sampled_from(MONTHS), st.integers(1900, 2060), REFERENCES)
def test_the_thirds_of_a_month_follow_each_other(month: str, year: int, reference: date) -> None:
    found = [times(f"in {part} {month} {year}", reference)[0] for part in ("early", "mid-", "late")]
    ends = [(time.begin, time.end_date) for time in found]
    assert ends == sorted(ends)
    assert all(begin is not None and end is not None and begin <= end for begin, end in ends)
    assert {end.month for _, end in ends if end} == {MONTHS.index(month) + 1}


@given(RELATIVE, REFERENCES, st.integers(0, 3))
def test_the_words_around_do_not_change_the_days(words: str, reference: date, lines: int) -> None:
    plain = times(words, reference)
    text = "\n" * lines + f"The fair was held {words}.\n\nNobody came."
    moved = find_times(PLAIN.parse(text), reference=ReferenceDate(reference, "option"))
    assert [(t.text, t.value, t.begin, t.end_date) for t in moved] == [
        (t.text, t.value, t.begin, t.end_date) for t in plain
    ]
