"""How neighbouring expressions become one, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from mapper.dates import period as p
from mapper.dates.grammar.absolute import weekday_in
from mapper.dates.grammar.relative import on_day
from mapper.dates.grammar.rule import Item, Join, Seam
from mapper.dates.compound import Between, Clipped, Derived
from mapper.dates.cyclic import Cyclic
from mapper.dates.meaning import ClockTime, Exact, Meaning, Unplaced
from mapper.dates.words import DAY_PARTS, ORDINALS, WEEKDAYS

_DAYS = frozenset(("day", "weekday", "feast"))
_MONTHS = frozenset(("month",))
_YEARS = frozenset(("year", "unit-year", "this-year"))
_PERIODS = frozenset(
    ("month", "year", "years", "decade", "century", "quarter", "half", "season", "weekend", "week", "fiscal",
     "unit-end", *(f"{which}-{unit}" for which in ("unit", "this") for unit in
                   ("week", "weekend", "month", "quarter", "year", "decade", "century"))))  # fmt: skip
_DATES = _DAYS | _PERIODS
_EDGES: dict[str, p.Third] = {"early": "START", "mid": "MID", "middle": "MID", "late": "END", "start": "START",
                              "beginning": "START", "end": "END", "close": "END"}  # fmt: skip


def _word(item: Item) -> str:
    return cast("Unplaced", item.meaning).value or ""


def _third(seam: Seam) -> Meaning:
    """Join "early" and "November"; "the end of" and "the month"."""
    which = _EDGES[_word(seam.left)]
    return Derived(seam.right.meaning, lambda whole: p.third(whole, which), modifier=which)


def _half(seam: Seam) -> Meaning:
    """Join "the first half of" and "May"; halves of a year have a name of their own."""
    number = 1 if _word(seam.left) == "first" else 2
    modifier = (
        None if seam.right.kind in _YEARS or seam.right.kind == "the-unit" else ("START", "END")[number - 1]
    )
    return Derived(seam.right.meaning, lambda whole: p.halved(whole, number), modifier=modifier)


def _towards(seam: Seam) -> Meaning:
    """Join "earlier" and "this month": the part before the reference date."""
    return Clipped(seam.right.meaning, "START" if _word(seam.left) == "earlier" else "END")


def _rest(seam: Seam) -> Meaning:
    return Clipped(seam.right.meaning, "END")


def _later_that(seam: Seam) -> Meaning:
    """Join "later" and "that day"."""
    modifier = "START" if _word(seam.left) == "earlier" else "END"
    return Derived(seam.right.meaning, lambda whole: whole, modifier=modifier)


def _right(seam: Seam) -> Meaning:
    """Join "Tuesday" and "January 20": the day says it all."""
    return seam.right.meaning


def _weekday_of_week(seam: Seam) -> Meaning | None:
    """Join "Tuesday" and "next week"."""
    cycle = seam.left.meaning
    if not isinstance(cycle, Cyclic) or cycle.pick:
        return None
    number = int(cycle.open_value[-1]) - 1
    return Derived(seam.right.meaning, lambda whole: weekday_in(whole.begin, number))


def _in_year(seam: Seam) -> Meaning | None:
    """Join "March" or "the first quarter" and "last year"."""
    cycle = seam.left.meaning
    if not isinstance(cycle, Cyclic) or cycle.in_year is None or cycle.pick:
        return None
    make = cycle.in_year
    return Derived(seam.right.meaning, lambda whole: make(whole.begin.year))


def _nth_unit(seam: Seam) -> Meaning:
    """Join "the first week of" and "May": its days 1 to 7."""
    nth, unit = _word(seam.left).split()
    number, length = ORDINALS[nth], 1 if unit == "day" else 7

    def make(whole: p.Period) -> p.Period:
        if unit == "weekend":
            return p.weekend(_nth_weekday(whole, number, 5))
        begin = (
            whole.begin + timedelta(length * (number - 1))
            if number > 0
            else whole.end - timedelta(length - 1)
        )
        end = begin + timedelta(length - 1)
        return p.day(begin) if unit == "day" else p.days(begin, end)

    return Derived(seam.right.meaning, make)


def _nth_weekday(whole: p.Period, number: int, weekday: int) -> date:
    if number < 0:
        return whole.end - timedelta((whole.end.weekday() - weekday) % 7)
    return whole.begin + timedelta((weekday - whole.begin.weekday()) % 7 + 7 * (number - 1))


def _nth_day(seam: Seam) -> Meaning:
    """Join "the first Monday of" and "May"."""
    nth, name = _word(seam.left).split()
    number, weekday = ORDINALS[nth], WEEKDAYS[name]
    return Derived(seam.right.meaning, lambda whole: p.day(_nth_weekday(whole, number, weekday)))


def _week_of(seam: Seam) -> Meaning:
    """Join "the weekend of" and "January 24-25"."""
    make = p.week if _word(seam.left) == "week" else p.weekend
    return Derived(seam.right.meaning, lambda whole: whole if whole.unit == "days" else make(whole.begin))


def _part_of_day(day: Item, part: Item) -> Meaning:
    name = _word(part) if part.kind == "day-part" else "overnight"
    found = on_day(day.meaning, DAY_PARTS[name], overnight=name == "overnight")
    return replace(found, modifier="START") if name in ("dawn", "daybreak", "sunrise") else found


def _day_then_part(seam: Seam) -> Meaning:
    """Join "Monday" and "morning"."""
    return _part_of_day(seam.left, seam.right)


def _part_then_day(seam: Seam) -> Meaning:
    """Join "dawn on" and "Monday"."""
    return _part_of_day(seam.right, seam.left)


def _at_clock(day: Item, clock: Item) -> Meaning:
    time = cast("ClockTime", clock.meaning).clock
    return Derived(day.meaning, lambda whole: whole, "TIME", suffix=f"T{time}")


def _clock_then_day(seam: Seam) -> Meaning:
    """Join "9:40 p.m." and "Tuesday"."""
    return _at_clock(seam.right, seam.left)


def _day_then_clock(seam: Seam) -> Meaning:
    """Join "Tuesday at" and "9:40 p.m."."""
    return _at_clock(seam.left, seam.right)


_MOVED = (
    r"\b(?:moved|moves?|moving|postponed|delayed|shifted|pushed|rescheduled|changed|brought forward|switched|"
    r"extended|deferred)\b[^.;]{0,30} from (?:the )?"
)


def _range(seam: Seam) -> Meaning | None:
    """Join "Monday" and "to Thursday"; not "moved from January to March"."""
    if seam.before(_MOVED) or not (
        seam.left.alone or seam.right.alone or seam.before(r"\b(?:from|between) |\(")
    ):
        return None
    return Between(seam.left.meaning, seam.right.meaning)


def _between(seam: Seam) -> Meaning | None:
    """Join the sides of "between 1999 and 2008"."""
    return Between(seam.left.meaning, seam.right.meaning) if seam.before(r"\bbetween (?:the )?") else None


def _months(seam: Seam) -> Meaning | None:
    """Join "February" and "March 2022", months in a row of which the last has the year."""
    last = seam.right.meaning
    if not isinstance(last, Exact) or not isinstance(seam.left.meaning, Cyclic):
        return None
    before = seam.left.meaning.latest_to(last.period.begin)
    return Between(seam.left.meaning, last) if before.end + timedelta(1) == last.period.begin else None


def _lengths(seam: Seam) -> Meaning | None:
    """Join "a year" and "a day"."""
    first, second = seam.left.meaning, seam.right.meaning
    if (
        not isinstance(first, Unplaced)
        or not isinstance(second, Unplaced)
        or not first.value
        or not second.value
    ):
        return None
    tail = second.value.removeprefix("P")
    tail = tail.removeprefix("T") if "T" in first.value else tail
    return replace(first, value=first.value + tail) if _larger(first.value, second.value) else None


def _larger(first: str, second: str) -> bool:
    order = ["PS", "PM", "PH", "D", "W", "M", "Y", "DE", "CE"]

    def rank(value: str) -> int:
        letters = "".join(filter(str.isalpha, value.removeprefix("P").removeprefix("T").replace("X", "")))
        return order.index(("P" if value.startswith("PT") else "") + letters)

    return not second.startswith(("PX", "PTX")) and rank(first) > rank(second)


def _scale(kinds: frozenset[str], build: Callable[[Seam], Meaning | None], join: str, gap: str) -> Join:
    return Join(join, kinds, gap, kinds, None, build)


_ON = r",? (?:at |around |about |by |on )*(?:the )?"
_TO = r",? (?:to|through|thru|until|till) (?:the )?|-| - "
_SCALES = (_DAYS, _MONTHS, _YEARS, frozenset(("quarter",)), frozenset(("season",)), frozenset(("decade",)))

JOINS = (
    Join("length-and-length", frozenset(("length",)), r",? and |, | ", frozenset(("length",)), "length", _lengths),
    Join("weekday-date", frozenset(("weekday",)), r",? (?:the )?", frozenset(("day",)), "day", _right),
    Join("weekday-week", frozenset(("weekday",)), r",? (?:of )?", frozenset(("unit-week", "this-week")), "day",
         _weekday_of_week),
    Join("in-year", frozenset(("month", "day", "feast", "quarter", "season")), r",? (?:of |in )?", _YEARS - {"year"}, None,
         _in_year),
    Join("in-bare-year", frozenset(("feast", "quarter", "season")), r" (?:of |in )", frozenset(("the-unit", "year")), "quarter",
         _in_year),
    Join("day-part", _DAYS, r" ", frozenset(("day-part", "overnight")), "time", _day_then_part),
    Join("part-day", frozenset(("day-part", "overnight")), r" (?:of |on )?(?:the )?", _DAYS, "time", _part_then_day),
    Join("clock-day", frozenset(("clock",)), r",? (?:on )?(?:the )?|, ", _DAYS, "time", _clock_then_day),
    Join("day-clock", _DAYS, _ON, frozenset(("clock",)), "time", _day_then_clock),
    Join("nth-unit", frozenset(("nth-unit",)), r" ", _PERIODS | {"the-unit"}, "day", _nth_unit),
    Join("nth-weekday", frozenset(("nth-weekday",)), r" ", _PERIODS | {"the-unit"}, "day", _nth_day),
    Join("week-of", frozenset(("week-of",)), r" (?:the )?", _DAYS, "week", _week_of),
    Join("third", frozenset(("third",)), r" (?:in |on )?(?:the )?|-", _DATES | {"time", "the-unit"}, None, _third),
    Join("edge", frozenset(("edge",)), r" (?:the )?", _DATES | {"the-unit"}, None, _third),
    Join("half-of", frozenset(("half-of",)), r" (?:the )?", _PERIODS | {"the-unit"}, None, _half),
    Join("towards", frozenset(("towards",)), r" (?:in |on )?(?:the )?", _DATES | {"the-unit"}, None, _towards),
    Join("rest", frozenset(("rest",)), r" ", _PERIODS | {"the-unit"}, None, _rest),
    Join("later-that", frozenset(("towards", "third")), r" (?:on )?", frozenset(("that",)), "that", _later_that),
    *(_scale(kinds, _range, "range", _TO) for kinds in _SCALES),
    *(_scale(kinds, _between, "between", r" and (?:the )?") for kinds in _SCALES),
    Join("months", _MONTHS, r" and ", _MONTHS, "month", _months),
)  # fmt: skip
"""Every join, in order; each is tried over the whole text before the next."""
