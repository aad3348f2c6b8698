"""What neighbouring expressions mean together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, TypeAlias, cast

from mapper.dates import period as p
from mapper.dates.compound import Between, Clipped, Derived, PartOfThis
from mapper.dates.cyclic import Cyclic
from mapper.dates.grammar.absolute import weekday_in
from mapper.dates.grammar.relative import on_day
from mapper.dates.grammar.rule import Item, Seam
from mapper.dates.meaning import ClockTime, Exact, Meaning, Relative, Unplaced
from mapper.dates.words import DAY_PARTS, ORDINALS, WEEKDAYS, read_number

_EDGES: Final[dict[str, p.Third]] = {
    **dict.fromkeys(("early", "start", "beginning", "first", "opening"), "START"),
    **dict.fromkeys(("mid", "middle"), "MID"),
    **dict.fromkeys(("late", "end", "close", "last", "final", "closing", "dying"), "END"),
}
_SMALL_HOURS: Final = ("early", "small", "wee", "pre-dawn")
_FIRST_LIGHT: Final = (*_SMALL_HOURS, "dawn", "daybreak", "sunrise")

Build: TypeAlias = Callable[[Seam], Meaning | None]


def _word(item: Item) -> str:
    return cast("Unplaced", item.meaning).value or ""


def third(seam: Seam) -> Meaning:
    """Join "early" and "November"; "the end of" and "the month"."""
    which = _EDGES[_word(seam.left)]
    return _part(seam.right, lambda whole: p.third(whole, which), which)


def _part(item: Item, make: Callable[[p.Period], p.Period], modifier: str | None = None) -> Meaning:
    """Return a part of a period; of "the year" the one that the words around point to."""
    unit = item.kind.removeprefix("the-")
    if unit != item.kind and isinstance(item.meaning, Relative):
        return PartOfThis(unit, make, modifier)
    return Derived(item.meaning, make, modifier=modifier)


def half(seam: Seam) -> Meaning:
    """Join "the first half of" and "May"; halves of a year have a name of their own."""
    number = 1 if _word(seam.left) == "first" else 2
    modifier = None if seam.right.kind.endswith("year") else ("START", "END")[number - 1]
    return _part(seam.right, lambda whole: p.halved(whole, number), modifier)


def towards(seam: Seam) -> Meaning:
    """Join "earlier" and "this month", "the rest of" and "the year": before or after the reference date."""
    return Clipped(seam.right.meaning, "START" if _word(seam.left) == "earlier" else "END")


def later_that(seam: Seam) -> Meaning:
    """Join "later" and "that day"."""
    modifier = "START" if _word(seam.left) == "earlier" else "END"
    return Derived(seam.right.meaning, lambda whole: whole, modifier=modifier)


def right(seam: Seam) -> Meaning:
    """Join "Tuesday" and "January 20": the weekday helps to tell the year."""
    weekday, found = seam.left.meaning, seam.right.meaning
    if isinstance(weekday, Cyclic) and isinstance(found, Cyclic):
        return replace(found, weekday=int(weekday.open_value[-1]) - 1)
    return found


def weekday_of_week(seam: Seam) -> Meaning | None:
    """Join "Tuesday" and "next week"."""
    cycle = seam.left.meaning
    if not isinstance(cycle, Cyclic) or cycle.pick:
        return None
    number = int(cycle.open_value[-1]) - 1
    return Derived(seam.right.meaning, lambda whole: weekday_in(whole.begin, number))


def in_year(seam: Seam) -> Meaning | None:
    """Join "March" or "the first quarter" and "last year"."""
    cycle = seam.left.meaning
    if not isinstance(cycle, Cyclic) or cycle.in_year is None or cycle.pick:
        return None
    make = cycle.in_year
    return Derived(seam.right.meaning, lambda whole: make(whole.begin.year))


def nth_unit(seam: Seam) -> Meaning:
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

    return _part(seam.right, make)


def day_of_month(seam: Seam) -> Meaning:
    """Join "the 30th of" and "this month"."""
    number = int(_word(seam.left))
    return Derived(seam.right.meaning, lambda whole: p.day(whole.begin.replace(day=number)))


def nth_units(seam: Seam) -> Meaning | None:
    """Join "the first five months of" and "this year"."""
    nth, *words, unit = _word(seam.left).split()
    count = int(read_number(" ".join(words)) or 0)

    def make(whole: p.Period) -> p.Period:
        if nth == "first":
            end = p.step(whole.begin, count, unit.removesuffix("s")) - timedelta(1)
            return p.days(whole.begin, min(end, whole.end))
        begin = p.step(whole.end + timedelta(1), -count, unit.removesuffix("s"))
        return p.days(max(begin, whole.begin), whole.end)

    return _part(seam.right, make) if count else None


def _nth_weekday(whole: p.Period, number: int, weekday: int) -> date:
    if number < 0:
        return whole.end - timedelta((whole.end.weekday() - weekday) % 7)
    return whole.begin + timedelta((weekday - whole.begin.weekday()) % 7 + 7 * (number - 1))


def nth_day(seam: Seam) -> Meaning:
    """Join "the first Monday of" and "May"."""
    nth, name = _word(seam.left).split()
    number, weekday = ORDINALS[nth], WEEKDAYS[name]
    return _part(seam.right, lambda whole: p.day(_nth_weekday(whole, number, weekday)))


def week_of(seam: Seam) -> Meaning:
    """Join "the weekend of" and "January 24-25"."""
    make = p.week if _word(seam.left) == "week" else p.weekend
    return Derived(seam.right.meaning, lambda whole: whole if whole.unit == "days" else make(whole.begin))


def _part_of_day(day: Item, part: Item) -> Meaning:
    name = _word(part) if part.kind == "day-part" else "overnight"
    code = "MO" if name in _SMALL_HOURS else DAY_PARTS[name]
    found = on_day(day.meaning, code, overnight=name == "overnight")
    return replace(found, modifier="START") if name in _FIRST_LIGHT else found


def day_then_part(seam: Seam) -> Meaning:
    """Join "Monday" and "morning"."""
    return _part_of_day(seam.left, seam.right)


def part_then_day(seam: Seam) -> Meaning:
    """Join "dawn on" and "Monday"."""
    return _part_of_day(seam.right, seam.left)


def _at_clock(day: Item, clock: Item) -> Meaning | None:
    """Return the clock time on a day; "Tuesday night" gives way to what the clock says of it."""
    time, whole = cast("ClockTime", clock.meaning).clock, day.meaning
    if isinstance(whole, Between) or (isinstance(whole, Derived) and whole.suffix[1:2].isdigit()):
        return None  # opening hours, or a clock time already
    if isinstance(whole, Derived) and whole.suffix:
        whole = whole.inner
    return Derived(whole, lambda period: period, "TIME", suffix=f"T{time}")


def clock_then_day(seam: Seam) -> Meaning | None:
    """Join "9:40 p.m." and "Tuesday"."""
    return _at_clock(seam.right, seam.left)


def day_then_clock(seam: Seam) -> Meaning | None:
    """Join "Tuesday at" and "9:40 p.m."."""
    return _at_clock(seam.left, seam.right)


_MOVED = (
    r"\b(?:moved|moves?|moving|postponed|delayed|shifted|pushed|rescheduled|changed|brought forward|switched|"
    r"extended|deferred)\b[^.;]{0,30} from (?:the )?"
)


def date_range(seam: Seam) -> Meaning | None:
    """Join "Monday" and "to Thursday"; not "moved from January to March"."""
    sure = seam.left.alone or seam.right.alone or seam.left.kind == seam.right.kind == "weekday"
    if seam.before(_MOVED) or not (sure or seam.before(r"\b(?:from|between) |\(")):
        return None
    return Between(seam.left.meaning, seam.right.meaning)


def between(seam: Seam) -> Meaning | None:
    """Join the sides of "between 1999 and 2008"."""
    return Between(seam.left.meaning, seam.right.meaning) if seam.before(r"\bbetween (?:the )?") else None


def months(seam: Seam) -> Meaning | None:
    """Join "February" and "March 2022", months in a row of which the last has the year."""
    last = seam.right.meaning
    if not isinstance(last, Exact) or not isinstance(seam.left.meaning, Cyclic):
        return None
    before = seam.left.meaning.latest_to(last.period.begin)
    return Between(seam.left.meaning, last) if before.end + timedelta(1) == last.period.begin else None


def lengths(seam: Seam) -> Meaning | None:
    """Join "a year" and "a day"."""
    first, second = seam.left.meaning, seam.right.meaning
    if (
        not isinstance(first, Unplaced)
        or not isinstance(second, Unplaced)
        or not first.value
        or not second.value
    ):
        return None
    if _rank(first.value) <= _rank(second.value) or "X" in second.value:
        return None
    tail = second.value.removeprefix("P")
    return replace(first, value=first.value + (tail.removeprefix("T") if "T" in first.value else tail))


_ORDER: Final = ("TS", "TM", "TH", "D", "W", "M", "Y", "DE", "CE")


def _rank(value: str) -> int:
    """Return how large the last unit of a duration is."""
    unit = re.findall(r"[A-SU-WYZ]+", value)[-1]
    return _ORDER.index(("T" if "T" in value else "") + unit)
