"""Expressions counted from an earlier date of the text: the same day, the following week."""

from __future__ import annotations

from datetime import date, timedelta

from mapper.dates import period as p
from mapper.dates.grammar.absolute import weekday_in
from mapper.dates.grammar.relative import on_day
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Anchored, Meaning
from mapper.dates.words import DAY_PARTS, WEEKDAYS, plain

_BACK = ("previous", "preceding", "prior", "before")


def _anchored(count: int, unit: str) -> Meaning:
    """Return the unit so many after the anchor; a part of the day stands on its day."""
    if unit in DAY_PARTS:
        day = Anchored(lambda start: p.neighbour(start, count, "day"), from_reference=count < 0)
        return on_day(day, DAY_PARTS[unit])
    if unit == "weekend":
        return Anchored(lambda start: _weekend(start, count))
    return Anchored(lambda start: p.neighbour(start, count, unit), from_reference=count < 0)


def _weekend(start: p.Period, count: int) -> p.Period | None:
    """Return the weekend of the anchor's week, the first one after it, or the last one before."""
    here = p.neighbour(start, 0, "week")
    if here is None:
        return None
    found = p.weekend(here.begin)
    if count > 0 and found.begin <= start.end:
        return p.weekend(here.begin + timedelta(7))
    return p.weekend(here.begin - timedelta(7)) if count < 0 else found


def _same(look: Look) -> Meaning:
    """Read "the same day", "that night"."""
    return _anchored(0, plain(look.get("unit")))


def _next(look: Look) -> Meaning:
    """Read "the following week", "the next morning", "the previous day"."""
    return _anchored(-1 if look.get("turn") in _BACK else 1, plain(look.get("unit")))


def _next_weekday(look: Look) -> Meaning | None:
    """Read "the following Friday"."""
    if not look.capital("name"):
        return None
    number, back = WEEKDAYS[plain(look.get("name"))], look.get("turn") in _BACK

    def make(start: p.Period) -> p.Period | None:
        if p.neighbour(start, 0, "week") is None:
            return None
        return _weekday_before(start.begin, number) if back else _weekday_after(start.end, number)

    return Anchored(make)


def _weekday_after(when: date, number: int) -> p.Period:
    found = weekday_in(when, number)
    return found if found.begin > when else weekday_in(when + timedelta(7), number)


def _weekday_before(when: date, number: int) -> p.Period:
    found = weekday_in(when, number)
    return found if found.begin < when else weekday_in(when - timedelta(7), number)


def _in_the_day(look: Look) -> Meaning:
    """Read "later in the day"."""
    modifier = "START" if look.get("turn").startswith("earl") else "END"
    return Anchored(lambda start: p.neighbour(start, 0, "day"), modifier=modifier, from_reference=True)


_STOP = r"""
(?=\s*(?:[.,;:!?)\"]|$| -)|
(?: )(?:and|but|when|in|at|by|with|to|as|near|for|while|or|was|were|had|from|of)\b)
"""
_UNIT = r"(?P<unit>day|week|weekend|month|year|<PART>)"
_NOT_LAST = "following|previous|preceding|ensuing"

ATOMS = (
    Atom("same", "that", rf"(?:the (?:very )?same|that(?: very| same)?) {_UNIT}\b(?!-)", _same),
    Atom(
        "next",
        "date",
        rf"the (?:very )?(?P<turn>next|{_NOT_LAST}) (?P<unit>day|<PART>)\b(?!-)",
        _next,
    ),
    Atom("following", "date", rf"the (?P<turn>{_NOT_LAST}) {_UNIT}\b(?!-)", _next),
    Atom("following-weekday", "date", rf"the (?P<turn>next|{_NOT_LAST}) (?P<name><WEEKDAY>)", _next_weekday),
    Atom("day-before", "date", rf"the {_UNIT} (?P<turn>before|after){_STOP}", _next),
    Atom("later-in-day", "date", r"(?P<turn>earlier|early|later|late) in the day", _in_the_day),
)
