"""Reasons, anchors and choices that the table does not show."""

from __future__ import annotations

from datetime import date

import pytest

from mapper.dates import find_times
from mapper.language import load_parser
from mapper.model import ReferenceDate

PLAIN = load_parser("none")
DAY = date(2026, 1, 21)


def _times(text, day=DAY):
    return find_times(PLAIN.parse(text), reference=ReferenceDate(day, "published") if day else None)


def _codes(time):
    return {reason.code: reason for reason in time.reasons}


def test_a_relative_date_says_what_it_is_counted_from():
    (time,) = _times("They met last week.")
    assert _codes(time)["reference-date"].value == "2026-01-21"
    assert (time.precision, time.type) == ("week", "DATE")


def test_a_bare_weekday_says_which_words_chose():
    text = "They will meet on Friday."
    (time,) = _times(text)
    reason = _codes(time)["direction"]
    assert reason.value == "future: will meet"
    assert text[reason.start : reason.end] == "will meet"


def test_without_a_reference_date_it_says_so():
    for text in (
        "They met last week.",
        "They met on Friday.",
        "They met in May.",
        "They met three days ago.",
    ):
        (time,) = _times(text, None)
        assert time.begin is None
        assert "no-reference-date" in _codes(time)


def test_an_anchored_date_quotes_its_anchor():
    text = "A bomb went off on 3 March 2015. Two days earlier, a threat had been made."
    anchor = _codes(_times(text)[1])["anchor"]
    assert text[anchor.start : anchor.end] == "3 March 2015"


def test_an_anchor_is_the_nearest_earlier_date_that_is_fine_enough():
    text = "It began on 3 March 2015. By 2016 it was over. Two days earlier he fled."
    assert _times(text)[2].begin == date(2015, 3, 1)


def test_durations_and_sets_are_no_anchors():
    text = "It began on 3 March 2015 and lasted three weeks, every Friday. The next day he fled."
    assert _times(text)[-1].begin == date(2015, 3, 4)


def test_earlier_than_nothing_is_earlier_than_the_report():
    (time,) = _times("Two days earlier, a threat had been made.")
    assert time.begin == date(2026, 1, 19)


@pytest.mark.parametrize("text", ["That day he fled.", "The same night he fled.", "Two days later he fled."])
def test_later_than_nothing_is_unknown(text):
    (time,) = _times(text)
    assert time.begin is None
    assert "no-earlier-date" in _codes(time)


def test_a_clock_time_takes_the_day_of_its_sentence_even_from_behind():
    times = _times("At 6 a.m. the siren went, the mayor recalled of 3 March 2015.")
    assert times[0].begin == times[1].begin == date(2015, 3, 3)
    assert times[0].value == "2015-03-03T06:00"


def test_a_clock_time_of_another_zone_lends_its_day_to_no_one():
    first, second = _times("The slide hit at 6 am (2200 GMT Tuesday).")
    assert (first.begin, second.begin) == (DAY, date(2026, 1, 20))


@pytest.mark.parametrize(
    ("text", "begin"),
    [("In 2014, unrest began in April.", date(2014, 4, 1)), ("The firm, founded in 1998, said sales fell in April.", date(2025, 4, 1))],
)  # fmt: skip
def test_only_a_year_that_opens_the_sentence_is_its_months(text, begin):
    assert _times(text)[1].begin == begin


@pytest.mark.parametrize(
    ("day", "text", "begin"),
    [
        (date(2026, 1, 21), "It happened on January 25.", date(2026, 1, 25)),
        (date(2026, 1, 21), "Floods: January 25", date(2026, 1, 25)),
        (date(2026, 1, 21), "Floods: June 25", date(2025, 6, 25)),
        (date(2026, 1, 21), "Floods: December 25", date(2025, 12, 25)),
        (date(2025, 12, 20), "Floods: January 4", date(2026, 1, 4)),
    ],
)
def test_a_day_without_a_year_or_a_verb_is_a_near_one(day, text, begin):
    (time,) = _times(text, day)
    if "happened" in text:
        begin = date(2025, 1, 25)
    assert time.begin == begin


def test_leap_days_are_found_in_leap_years():
    assert _times("He was born on February 29.")[0].begin == date(2024, 2, 29)
    assert _times("He will turn ten on February 29.")[0].begin == date(2028, 2, 29)


def test_days_that_do_not_exist_are_said_to_be_impossible():
    for text in (
        "On February 30, 2024, it rained.",
        "On 31 April it rained.",
        "On 2024-02-30 it rained.",
        "31/04/2024",
    ):
        (time,) = _times(text)
        assert time.begin is None
        assert "impossible-date" in _codes(time)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Filed 3/5/2024.", "ambiguous-day-month"),
        ("Filed 13/5/2024.", "day-first"),
        ("Filed 5/13/2024.", "month-first"),
        ("Filed 3/5/2024 and 13/5/2024.", "day-first-elsewhere"),
        ("Filed 3/5/2024, 13/5/2024 and 5/13/2024.", "ambiguous-day-month"),
    ],
)
def test_the_order_of_day_and_month_is_said(text, code):
    assert code in _codes(_times(text)[0])


def test_a_fiscal_year_says_what_it_was_taken_for():
    (time,) = _times("The budget for fiscal 2026 is small.")
    assert time.modifier == "APPROX"
    assert "fiscal-year-taken-as-calendar-year" in _codes(time)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("from Monday to Thursday it rained", ((2026, 1, 12), (2026, 1, 15))),
        ("it will rain from Friday to Monday", ((2026, 1, 23), (2026, 1, 26))),
        ("it rained from November to January", ((2025, 11, 1), (2026, 1, 31))),
        ("it rained from 2019 to 2021", ((2019, 1, 1), (2021, 12, 31))),
        ("it rained from 30 December 2024 to 2 January", ((2024, 12, 30), (2025, 1, 2))),
        ("it rained from 30 December to 2 January 2025", ((2024, 12, 30), (2025, 1, 2))),
        ("it rained from early November to mid-December 2024", ((2024, 11, 1), (2024, 12, 20))),
    ],
)
def test_the_sides_of_a_range_belong_together(text, days):
    (time,) = [t for t in _times(text) if t.begin]
    assert (time.begin, time.end_date) == tuple(date(*d) for d in days)


def test_a_range_that_would_run_backwards_is_left_unresolved():
    (time,) = _times("from 5 May 2024 to 3 May 2024 it rained")
    assert time.begin is None
    assert "ends-before-it-begins" in _codes(time)


def test_a_headline_follows_what_the_text_says_of_the_same_day():
    times = _times("Supper Friday. The supper will be held Friday in the hall.")
    assert [t.begin for t in times] == [date(2026, 1, 23)] * 2


def test_paragraphs_do_not_run_together():
    assert [t.text for t in _times("It ended in May\n\n2024 was worse.")] == ["May", "2024"]


def test_an_expression_may_break_over_a_line():
    (time,) = _times("The envoy will come next\n            week.")
    assert time.text == "next\n            week"
    assert time.value == "2026-W05"


def test_the_real_article_is_read_as_it_was_meant(shared):
    import json

    gold = json.loads((shared / "gold" / "seed.json").read_text("utf-8"))
    found = {(t.start, t.end): t for t in _times(gold["text"])}
    for time in gold["times"]:
        match = found.get((time["start"], time["end"]))
        assert match is not None, time
        assert (match.begin and str(match.begin), match.end_date and str(match.end_date)) == (
            time["begin"],
            time["finish"],
        )
