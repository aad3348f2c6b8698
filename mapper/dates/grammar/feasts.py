"""Feasts and days that have a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from mapper.dates import period as p
from mapper.dates.cyclic import yearly
from mapper.dates.grammar.absolute import picked
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Exact, Meaning, Unplaced
from mapper.dates.words import plain

FEASTS: dict[str, Callable[[int], date]] = {
    "christmas eve": lambda y: date(y, 12, 24),
    "christmas day": lambda y: date(y, 12, 25),
    "christmas": lambda y: date(y, 12, 25),
    "boxing day": lambda y: date(y, 12, 26),
    "new year's eve": lambda y: date(y, 12, 31),
    "new year's day": lambda y: date(y, 1, 1),
    "valentine's day": lambda y: date(y, 2, 14),
    "may day": lambda y: date(y, 5, 1),
    "halloween": lambda y: date(y, 10, 31),
    "good friday": lambda y: p.easter(y) - timedelta(2),
    "easter sunday": p.easter,
    "easter monday": lambda y: p.easter(y) + timedelta(1),
    "easter": p.easter,
    "palm sunday": lambda y: p.easter(y) - timedelta(7),
    "ash wednesday": lambda y: p.easter(y) - timedelta(46),
    "thanksgiving day": lambda y: _nth_weekday(y, 11, 3, 4),
    "thanksgiving": lambda y: _nth_weekday(y, 11, 3, 4),
    "memorial day": lambda y: _last_monday(y, 5),
    "labor day": lambda y: _nth_weekday(y, 9, 0, 1),
    "columbus day": lambda y: _nth_weekday(y, 10, 0, 2),
    "martin luther king jr day": lambda y: _nth_weekday(y, 1, 0, 3),
    "veterans day": lambda y: date(y, 11, 11),
    "remembrance day": lambda y: date(y, 11, 11),
    "armistice day": lambda y: date(y, 11, 11),
    "bastille day": lambda y: date(y, 7, 14),
    "black friday": lambda y: _nth_weekday(y, 11, 3, 4) + timedelta(1),
}
"""Days of the year by name (general knowledge; those only one country has as it has them)."""


def _last_monday(year: int, month: int) -> date:
    end = p.month_end(year, month)
    return end - timedelta(end.weekday())


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


_BARE = ("christmas", "easter", "thanksgiving", "halloween")


def _feast(look: Look) -> Meaning | None:
    find = FEASTS[plain(look.get("feast"))]
    if not look.capital("feast"):
        return None
    if look.before(r"\b(?:every|each) "):
        return Unplaced("SET", "P1Y")
    if look.get("y"):
        return Exact(p.day(find(int(look.get("y")))))
    cycle = yearly(lambda y: p.day(find(y)), "XXXX", near_future=True)
    return picked(cycle, look.get("which"))


def _feast_alone(look: Look) -> bool:
    """Tell a feast from the market or tree named after it."""
    name = plain(look.get("feast"))
    if name not in _BARE or look.get("y") or look.get("which"):
        return True
    return bool(look.before(r"\b(?:at|by|on|before|after|until|since|over|during|for|around|of|every|each) "))


def _september_11(_: Look) -> Meaning:
    """Read "the Sept. 11 attacks", which are called so after a day of one year."""
    return Exact(p.day(date(2001, 9, 11)), note="named-after-its-day")


_NAMES = "|".join(sorted(FEASTS, key=lambda name: -len(name))).replace("jr day", r"jr\.? day")

ATOMS = (
    Atom(
        "september-11",
        "day",
        r"""
        (?:9/11|sept(?:ember|\.)? 11)(?:th)?
        (?=,? (?:2001,? )?(?:(?:terrorist|terror|al-qaeda) )?(?:attack|hijack))
        """,
        _september_11,
    ),
    Atom(
        "feast",
        "feast",
        rf"(?:<WHICH> )?(?P<feast>{_NAMES})(?:,?(?: of)? (?P<y><YEAR>))?",
        _feast,
        _feast_alone,
    ),
)
