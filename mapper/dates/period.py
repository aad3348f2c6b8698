"""Stretches of the calendar: days, weeks, months, seasons, and what can be cut from or added to them.

Weeks run Monday to Sunday and both ends are inclusive. Dates outside the years 1 to 9999 raise
ValueError or OverflowError, which `resolve` turns into an unresolved expression.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from mapper.model import DatePrecision

Unit: TypeAlias = Literal[
    "day",
    "days",
    "weekend",
    "week",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "span",
]
Third: TypeAlias = Literal["START", "MID", "END"]

SEASONS: Final = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9),
                  "winter": ("WI", 12)}  # fmt: skip
"""TIMEX3 code and first month of the seasons of the north."""

UNRESOLVABLE: Final = (ValueError, OverflowError)
"""What arithmetic beyond the calendar raises."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, the TIMEX3 value that names it, and the calendar unit it is."""

    begin: date
    end: date
    value: str
    unit: Unit


def day(when: date) -> Period:
    """Return one day."""
    return Period(when, when, when.isoformat(), "day")


def days(begin: date, end: date) -> Period:
    """Return the days from one to another.

    Raises
    ------
    ValueError
        If they are the wrong way round.
    """
    if end < begin:
        msg = f"the period would end ({end}) before it begins ({begin})"
        raise ValueError(msg)
    return Period(begin, end, f"{begin.isoformat()}/{end.isoformat()}", "days")


def week(when: date) -> Period:
    """Return the week that holds a day."""
    monday = when - timedelta(when.weekday())
    iso = monday.isocalendar()
    return Period(monday, monday + timedelta(6), f"{iso.year:04d}-W{iso.week:02d}", "week")


def weekend(when: date) -> Period:
    """Return the Saturday and Sunday of the week that holds a day."""
    whole = week(when)
    return Period(whole.begin + timedelta(5), whole.end, whole.value + "-WE", "weekend")


def month(year: int, number: int) -> Period:
    """Return a calendar month."""
    return Period(date(year, number, 1), month_end(year, number), f"{year:04d}-{number:02d}", "month")


def month_end(year: int, number: int) -> date:
    """Return the last day of a month."""
    return date(year, number, calendar.monthrange(year, number)[1])


def quarter(year: int, number: int) -> Period:
    """Return a quarter of the calendar year."""
    return Period(
        date(year, 3 * number - 2, 1), month_end(year, 3 * number), f"{year:04d}-Q{number}", "quarter"
    )


def half(year: int, number: int) -> Period:
    """Return a half of the calendar year."""
    return Period(date(year, 6 * number - 5, 1), month_end(year, 6 * number), f"{year:04d}-H{number}", "half")


def season(year: int, name: str) -> Period:
    """Return the season that begins in a year; winter runs into the next one."""
    code, first = SEASONS[name]
    end = month_end(year + (first == 12), 2 if first == 12 else first + 2)
    return Period(date(year, first, 1), end, f"{year:04d}-{code}", "season")


def year(number: int) -> Period:
    """Return a calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), f"{number:04d}", "year")


def decade(first: int) -> Period:
    """Return the ten years from a round one on."""
    return Period(date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03d}", "decade")


def century(first: int) -> Period:
    """Return the hundred years from a round one on, as people count them (1700 to 1799)."""
    return Period(date(first, 1, 1), date(first + 99, 12, 31), f"{first // 100:02d}", "century")


def add_months(when: date, count: int) -> date:
    """Return the same day so many months on, or the last one of a shorter month."""
    index = when.year * 12 + when.month - 1 + count
    last = calendar.monthrange(index // 12, index % 12 + 1)[1]
    return date(index // 12, index % 12 + 1, min(when.day, last))


_WHOLE: Final[dict[str, Callable[[date], Period]]] = {
    "day": day,
    "week": week,
    "weekend": weekend,
    "month": lambda d: month(d.year, d.month),
    "quarter": lambda d: quarter(d.year, (d.month + 2) // 3),
    "year": lambda d: year(d.year),
    "decade": lambda d: decade(d.year // 10 * 10),
    "century": lambda d: century(d.year // 100 * 100),
}


def whole(unit: str, when: date) -> Period:
    """Return the calendar unit that holds a day."""
    return _WHOLE[unit](when)


def step(when: date, count: int, unit: str) -> date:
    """Return the day so many units on."""
    if unit in ("day", "week", "weekend", "fortnight"):
        return when + timedelta(count * {"day": 1, "fortnight": 14}.get(unit, 7))
    return add_months(
        when, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    )


def neighbour(start: Period, count: int, unit: str) -> Period | None:
    """Return the whole unit so many units after a period (before it, if negative).

    Days are counted exactly. None if the start is coarser than the unit: "two days later" cannot be
    counted from a year.
    """
    if _RANK[unit] < _RANK[start.unit]:
        return None
    moved = step(start.end if count > 0 else start.begin, count, unit)
    coarse = {"fortnight": "week", "decade": "year", "century": "year"}
    return whole(coarse.get(unit, unit), moved)


def shift(start: Period, count: int, unit: str) -> Period | None:
    """Return like `neighbour`, but a month, quarter, half or season moved by years keeps its kind."""
    if unit in ("year", "decade", "century") and start.unit in ("month", "quarter", "half", "season"):
        return _same_in_year(
            start, start.begin.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
        )
    return neighbour(start, count, unit)


_RANK: Final = (
    dict.fromkeys(("day", "days", "weekend"), 0)
    | dict.fromkeys(("week", "fortnight"), 1)
    | {"month": 2}
    | dict.fromkeys(("quarter", "half", "season"), 3)
    | dict.fromkeys(("year", "decade", "century", "span"), 4)
)
"""How coarse a unit is."""


def _same_in_year(start: Period, number: int) -> Period:
    if start.unit == "month":
        return month(number, start.begin.month)
    if start.unit == "quarter":
        return quarter(number, int(start.value[-1]))
    if start.unit == "half":
        return half(number, int(start.value[-1]))
    name = next(name for name, (code, _) in SEASONS.items() if code == start.value[-2:])
    return season(number, name)


def third(period: Period, which: Third) -> Period:
    """Return the first, middle or last third, cut down to whole days, months or years.

    A month or anything shorter is cut by days (1-10, 11-20, 21 to the end), anything up to a year by
    months, anything longer by years. A single day stays whole.
    """
    cuts = _cuts(period)
    place = {"START": 0, "MID": 1, "END": 2}[which]
    edges = (0, len(cuts) // 3, 2 * len(cuts) // 3, len(cuts))
    chosen = cuts[edges[place] : edges[place + 1]] or cuts
    return replace(period, begin=chosen[0][0], end=chosen[-1][1])


def halved(period: Period, number: int) -> Period:
    """Return the first (1) or second (2) half; halves of a year are a unit of their own."""
    if period.unit == "year":
        return half(period.begin.year, number)
    cuts = _cuts(period)
    middle = len(cuts) // 2
    chosen = (cuts[:middle] if number == 1 else cuts[middle:]) or cuts
    return replace(period, begin=chosen[0][0], end=chosen[-1][1])


def _cuts(period: Period) -> list[tuple[date, date]]:
    """Return the whole days, months or years a period consists of."""
    length = (period.end - period.begin).days + 1
    if length <= 31:
        return [(d, d) for d in (period.begin + timedelta(k) for k in range(length))]
    if length <= 366:
        count = (period.end.year - period.begin.year) * 12 + period.end.month - period.begin.month + 1
        firsts = [add_months(period.begin, k) for k in range(count)]
        return [(d, month_end(d.year, d.month)) for d in firsts]
    return [(date(y, 1, 1), date(y, 12, 31)) for y in range(period.begin.year, period.end.year + 1)]


def easter(number: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (anonymous algorithm, Meeus 1991, ch. 8)."""
    a, (b, c) = number % 19, divmod(number, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    which, rest = divmod(h + n - 7 * m + 114, 31)
    return date(number, which, rest + 1)


def precision_of(begin: date, end: date) -> DatePrecision:
    """Return how finely an interval says when: the calendar unit it is, else the next by length."""
    length = (end - begin).days + 1
    if length == 1:
        return "day"
    first, last = begin.day == 1, end == month_end(end.year, end.month)
    if first and last and length > 27:
        return _precision_of_months(begin, length)
    if length == 7 and begin.weekday() == 0:
        return "week"
    return "days" if length <= 31 else _precision_by_length(length)


def _precision_of_months(begin: date, length: int) -> DatePrecision:
    if length <= 31:
        return "month"
    if 89 <= length <= 92:
        return "quarter" if begin.month % 3 == 1 else "season"
    return _precision_by_length(length)


def _precision_by_length(length: int) -> DatePrecision:
    return "season" if length <= 190 else "year" if length <= 366 else "years"


def days_shared(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> int:
    """Return how many days two inclusive intervals share; an open side reaches as far as the other.

    Two open intervals that meet share at least one day; 0 means disjoint.
    """
    begins = [d for d in (a[0], b[0]) if d is not None]
    ends = [d for d in (a[1], b[1]) if d is not None]
    if not begins or not ends:
        return 1
    return max((min(ends) - max(begins)).days + 1, 0)
