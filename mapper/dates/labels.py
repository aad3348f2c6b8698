"""Intervals in words, for people: "29–31 Jan 2026", "November 2025", "2014–2016"."""

from __future__ import annotations

from datetime import date

from mapper.dates.period import month_end

_LONG = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT = tuple(name[:3] for name in _LONG)


def label(begin: date | None, end: date | None) -> str:
    """Return an inclusive interval in words, as short as it can be; "undated" without any day.

    Whole months and years are named as such, anything else by its days. An open side is said.
    """
    if begin is None or end is None:
        return _open(begin, end)
    if begin.day == 1 and end == month_end(end.year, end.month):
        return _months(begin, end)
    return _days(begin, end)


def _open(begin: date | None, end: date | None) -> str:
    if begin is not None:
        return f"from {_day(begin)}"
    return f"until {_day(end)}" if end is not None else "undated"


def _day(when: date) -> str:
    return f"{when.day} {_SHORT[when.month]} {when.year}"


def _days(begin: date, end: date) -> str:
    if begin == end:
        return _day(begin)
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{_day(end)}"
    if begin.year == end.year:
        return f"{begin.day} {_SHORT[begin.month]} – {_day(end)}"
    return f"{_day(begin)} – {_day(end)}"


def _months(begin: date, end: date) -> str:
    if (begin.month, end.month) == (1, 12):
        return str(begin.year) if begin.year == end.year else f"{begin.year}–{end.year}"
    last = f"{_LONG[end.month]} {end.year}"
    if (begin.year, begin.month) == (end.year, end.month):
        return last
    first = _LONG[begin.month] if begin.year == end.year else f"{_LONG[begin.month]} {begin.year}"
    return f"{first} – {last}"
