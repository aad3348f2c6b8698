"""Days, months and weekdays by name, with or without their year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mapper.dates import period as p
from mapper.dates.compound import Derived
from mapper.dates.cyclic import Cyclic, Pick, weekly, yearly
from mapper.dates.grammar.numeric import exact_day
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Exact, Meaning, Relative, Unplaced
from mapper.dates.words import MONTHS, WEEKDAYS, plain

_ALSO_NAMES = frozenset(("may", "march", "april", "june", "august"))
"""Months that are a verb or a person's name as well."""

_SURE = r"\b(?:in|since|by|until|till|during|this|last|next|early|late|mid|every|of)(?: |-)"
_LOOSE = r"\b(?:from|to|and|or|for|through|before|after|between|throughout|around) "
_PERSON_AHEAD = (
    r" (?:said|says|told|has|had|is|was|will|would|also|and (?:her|his))\b|'s (?:government|party|husband)"
)
_EVENTS = r"""
    (?: [0-9]{4})? (?:election|vote|poll|referendum|summit|meeting|talks|ruling|attack|offensive|protest|riot|
    deadline|report|data|figure|session|budget|ballot|coup|uprising|bombing|flood|quake|earthquake|storm|raid|
    trial|visit|trip|ceasefire|truce|agreement|deal|accord|congress|massacre|shooting|sales|exports|inflation)
"""


def _day_of_year(look: Look) -> Meaning | None:
    """Read "January 29", "29 January 2026", "January 29-31"."""
    if not look.capital("month"):
        return None
    month, first = MONTHS[plain(look.get("month"))], int(look.get("d"))
    last = int(look.get("d2") or first)
    if look.get("y"):
        return _exact_days(int(look.get("y")), month, first, last)
    open_value = f"XXXX-{month:02d}-{first:02d}" + (f"/XXXX-{month:02d}-{last:02d}" if last != first else "")
    if last < first or not _exists(month, first) or not _exists(month, last):
        return Unplaced("DATE", None, "impossible-date")
    return yearly(lambda y: _days(y, month, first, last), open_value, near_future=True)


def _exact_days(year: int, month: int, first: int, last: int) -> Meaning:
    if last == first:
        return exact_day(year, month, first)
    try:
        return Exact(_days(year, month, first, last))
    except ValueError:
        return Unplaced("DATE", None, "impossible-date")


def _days(year: int, month: int, first: int, last: int) -> p.Period:
    begin = date(year, month, first)
    return p.day(begin) if last == first else p.days(begin, date(year, month, last))


def _exists(month: int, number: int) -> bool:
    return number <= p.month_end(2024, month).day  # a leap year


def _month(look: Look) -> Meaning | None:
    """Read "November", "last November", "November 2024"."""
    if not look.capital("month") or _names_thing(look):
        return None
    number = MONTHS[plain(look.get("month"))]
    if look.get("y"):
        return Exact(p.month(int(look.get("y")), number))
    cycle = yearly(lambda y: p.month(y, number), f"XXXX-{number:02d}")
    return picked(cycle, look.get("which"))


def picked(cycle: Cyclic, which: str) -> Cyclic:
    """Return what "last", "this" or "next" chooses of what comes again and again."""
    pick: Pick | None = "last" if which in ("last", "past", "this past", "previous") else "next"
    if which in ("", "this"):
        pick = "this" if which else None
    return replace(cycle, pick=pick)


def _month_alone(look: Look) -> bool:
    """Tell whether a bare month is one, and not May the prime minister or an abbreviation's chance."""
    name = plain(look.get("month"))
    if look.get("which"):
        return True
    if len(name) <= 4 and name not in ("may", "june", "july"):
        return bool(look.before(_SURE)) and (look.view[look.end - 1] == "." or name == "sept")
    if name not in _ALSO_NAMES:
        return True
    if look.before(_SURE):
        return True
    if look.before(r"\b(?:the|an?|its|their|his|her|'s) "):
        return bool(look.after(_EVENTS))
    return bool(look.before(_LOOSE)) and not look.after(_PERSON_AHEAD) and not look.word_after()[:1].isupper()


def weekday_in(when: date, number: int) -> p.Period:
    """Return a weekday of the week that holds a day."""
    return p.day(when - timedelta(when.weekday()) + timedelta(number))


_NAMED_AFTER = frozenset(
    "black bloody good sheffield freaky ruby ash palm holy maundy cyber giving fat super fc afc".split()
)
_NAMED_SO = frozenset(
    "Times Telegraph Mirror Express Mail Post Herald Sun Star World Tribune People Independent Review School "
    "Addams Street Road Avenue Square Lane Plaza Revolution Club Evening Night Morning".split()
)


def _names_thing(look: Look) -> bool:
    """Tell whether it is part of a name: the Sunday Times, May Street, Monday Night Football."""
    return look.word_after() in _NAMED_SO and not look.text[look.start : look.end].isupper()


def _weekday(look: Look) -> Meaning | None:
    """Read "Friday", "last Friday", "next Friday"."""
    if not look.capital("weekday") or look.word_before().lower() in _NAMED_AFTER or _names_thing(look):
        return None
    number = WEEKDAYS[plain(look.get("weekday"))]
    which = look.get("which")
    if which == "next":
        return Derived(Relative(lambda d: p.week(d + timedelta(7))), lambda w: weekday_in(w.begin, number))
    return picked(weekly(lambda d: weekday_in(d, number), f"XXXX-WXX-{number + 1}"), which)


def _weekday_alone(look: Look) -> bool:
    """Accept full names; "Sat." only behind a preposition and with its dot."""
    if look.get("weekday").endswith("day"):
        return True
    sure = look.get("which") or look.before(r"\b(?:on|until|since|by) ")
    return bool(sure) and look.view[look.end - 1] == "."


_UP_TO = r"(?: (?:to|through|until|till|and|or)(?: the)? | ?- ?|(?:, ?[0-9]{1,2}<TH>){1,3},? and )"

ATOMS = (
    Atom(
        "month-day",
        "day",
        rf"""
        (?P<month><MONTH>) (?:the )?(?P<d><DAY>)<TH>
        (?:{_UP_TO}(?P<d2><DAY>)<TH>(?! <QUANTITY>\b| <MONTH>))?
        (?:,? (?:of )?(?P<y><YEAR>))?
        """,
        _day_of_year,
    ),
    Atom(
        "day-month",
        "day",
        rf"""
        <LONE>(?:the )?(?P<d>3[01]|[12][0-9]|0?[1-9])<TH>
        (?:{_UP_TO}(?P<d2>3[01]|[12][0-9]|0?[1-9])<TH>)?
        (?: of | |-)(?P<month><MONTH>)(?:(?:,? (?:of )?|-)(?P<y><YEAR>))?
        """,
        _day_of_year,
    ),
    Atom("month-year", "month", r"(?P<month><MONTH>),?(?: of)? (?P<y><YEAR>)", _month),
    Atom("month", "month", r"(?:<WHICH> )?(?P<month><MONTH>)", _month, _month_alone),
    Atom("weekday", "weekday", r"(?:<WHICH> )?(?P<weekday><WEEKDAY>)", _weekday, _weekday_alone),
)
