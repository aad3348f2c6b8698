"""How neighbouring expressions become one, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.dates.grammar import builders
from mapper.dates.grammar.rule import Join

_UNITS = ("week", "weekend", "month", "quarter", "year", "decade", "century")
_THIS = frozenset(f"this-{unit}" for unit in _UNITS)
_OTHER = frozenset(f"unit-{unit}" for unit in _UNITS)
_THE = frozenset(f"the-{unit}" for unit in _UNITS)
_DAYS = frozenset(("day", "weekday", "feast"))
_YEARS = frozenset(("year", "unit-year", "this-year"))
_YEARLY = frozenset(("month", "day", "feast", "quarter", "season"))
_PERIODS = (
    _THIS
    | _OTHER
    | frozenset(
        (
            "month",
            "year",
            "years",
            "decade",
            "century",
            "quarter",
            "half",
            "season",
            "weekend",
            "week",
            "fiscal",
        )
    )
)
_DATES = _DAYS | _PERIODS | {"unit-end"}
_NIGHTS = frozenset(("day-part", "overnight"))
_SCALES = (_DAYS, {"month"}, _YEARS, {"quarter"}, {"season"}, {"decade"})
"""What a range may run between: dates of one scale."""

_TO = r",? (?:to|through|thru|until|till) (?:the )?|-| - "
_AT = r",? (?:at |around |about |by |on )*(?:the )?"
_OF_THE = r" (?:the )?"


def _join(
    rule: str, left: Iterable[str], gap: str, right: Iterable[str], kind: str | None, build: builders.Build
) -> Join:
    return Join(rule, frozenset(left), gap, frozenset(right), kind, build)


def _after(word: str, gap: str, right: Iterable[str], kind: str | None, build: builders.Build) -> Join:
    """Return the join of a word that stands before a date; it is named after the word."""
    return _join(word, (word,), gap, right, kind, build)


def _each(rule: str, gap: str, build: builders.Build) -> Iterable[Join]:
    return (_join(rule, kinds, gap, kinds, None, build) for kinds in _SCALES)


_WEEKS = ("unit-week", "this-week")
_BARE = ("feast", "quarter", "season")

JOINS = (
    _after("length", r",? and |, | ", ("length",), "length", builders.lengths),
    _join("weekday-date", ("weekday",), r",? (?:the )?", ("day",), "day", builders.right),
    _join("weekday-week", ("weekday",), r",? (?:of )?", _WEEKS, "day", builders.weekday_of_week),
    _join("in-year", _YEARLY, r",? (?:of |in )?", _YEARS - {"year"}, None, builders.in_year),
    _join("in-bare-year", _BARE, r" (?:of |in )", ("the-year", "year"), "quarter", builders.in_year),
    _join("day-part", _DAYS, r" ", _NIGHTS, "time", builders.day_then_part),
    _join("part-day", _NIGHTS, r" (?:of |on )?(?:the )?", _DAYS, "time", builders.part_then_day),
    _after("nth-unit", r" ", _PERIODS | _THE, "day", builders.nth_unit),
    _after("nth-day", r" (?:the )?", ("this-month", "unit-month", "the-month"), "day", builders.day_of_month),
    _after("nth-units", _OF_THE, _PERIODS | _THE, "day", builders.nth_units),
    _after("nth-weekday", r" ", _PERIODS | _THE, "day", builders.nth_day),
    _after("week-of", _OF_THE, _DAYS, "week", builders.week_of),
    _after("third", r" (?:in |on )?(?:the )?|-", _DATES | _THE | {"time"}, None, builders.third),
    _after("edge", _OF_THE, _DATES | _THE, None, builders.third),
    _after("half-of", _OF_THE, _PERIODS | _THE, None, builders.half),
    _after("clock", r",? (?:on )?(?:the )?|, ", _DAYS | {"time"}, "time", builders.clock_then_day),
    _join("day-clock", _DAYS | {"time"}, _AT, ("clock",), "time", builders.day_then_clock),
    *_each("range", _TO, builders.date_range),
    *_each("between", r" and (?:the )?", builders.between),
    _join("months", ("month",), r" and ", ("month",), "month", builders.months),
    _after("towards", r" (?:in |on )?(?:the )?", _DATES | _THE, None, builders.towards),
    _after("rest", r" ", _PERIODS | _THE, None, builders.towards),
    _join("later-that", ("towards", "third"), r" (?:on )?", ("that",), "that", builders.later_that),
)
"""Every join, in order; each is tried over the whole text before the next."""
