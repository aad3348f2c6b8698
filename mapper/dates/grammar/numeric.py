"""Dates in figures: 2026-01-20, 20.01.2026, 20/01/2026, 3/5/2024."""

from __future__ import annotations

import re
from datetime import date

from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import DayOrder, EitherOrder, Exact, Meaning, Unplaced
from mapper.dates.period import day

_SLASHED = re.compile(r"(?<![\w/.-])([0-9]{1,2})([/-])([0-9]{1,2})\2((?:1[5-9]|20)[0-9]{2})(?![\w/-])")


def exact_day(year: int, month: int, number: int, note: str | None = None) -> Meaning:
    """Return a day, unresolved if the calendar has none such."""
    try:
        return Exact(day(date(year, month, number)), note=note)
    except ValueError:
        return Unplaced("DATE", None, "impossible-date")


def _iso(look: Look) -> Meaning:
    found = exact_day(int(look.get("y")), int(look.get("m")), int(look.get("d")))
    if isinstance(found, Exact) and look.get("clock"):
        when = found.period
        return Exact(type(when)(when.begin, when.end, f"{when.value}T{look.get('clock')}", when.unit), "TIME")
    return found


def _written(look: Look) -> Meaning:
    return exact_day(int(look.get("y")), int(look.get("m")), int(look.get("d")))


def _slashed(look: Look) -> Meaning:
    """Read 20/3/2024 or 3/20/2024 by the number above 12, 5/5/2024 either way."""
    first, second, year = int(look.get("a")), int(look.get("b") or look.get("b2")), int(look.get("y"))
    if first > 12:
        return exact_day(year, second, first, "day-first")
    if second > 12 or first == second:
        return exact_day(year, first, second, "month-first")
    return EitherOrder(first, second, year) if first and second else Unplaced("DATE", None, "impossible-date")


def day_order(view: str) -> DayOrder | None:
    """Return the order of the unambiguous dates in figures, None if there are none or they differ."""
    orders: set[DayOrder] = set()
    for match in _SLASHED.finditer(view):
        first, second = int(match[1]), int(match[3])
        if (first > 12) != (second > 12):
            orders.add("day-first" if first > 12 else "month-first")
    return orders.pop() if len(orders) == 1 else None


_D, _M, _Y = r"(?P<d>[0-9]{1,2})", r"(?P<m>[0-9]{1,2})", r"(?P<y>(?:1[5-9]|20)[0-9]{2})"
_LONE = r"(?<![\w/.,:+-])"
_END = r"(?![0-9/-]|[.:,][0-9])"

ATOMS = (
    Atom(
        "iso-date",
        "day",
        rf"{_LONE}{_Y}-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])"
        r"(?:(?:t| )(?P<clock>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]{1,9})?)?"
        r"(?:z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-])",
        _iso,
    ),
    Atom("year-first", "day", rf"{_LONE}{_Y}/{_M}/{_D}{_END}", _written),
    Atom("dotted", "day", rf"{_LONE}{_D}\.{_M}\.{_Y}{_END}", _written),
    Atom(
        "slashed",
        "day",
        rf"{_LONE}(?P<a>[0-9]{{1,2}})(?:/(?P<b>[0-9]{{1,2}})/|-(?P<b2>[0-9]{{1,2}})-){_Y}{_END}",
        _slashed,
    ),
)  # fmt: skip
