"""Expressions counted from the reference date: today, last week, the past three days, two weeks ago."""

from __future__ import annotations

from datetime import date, timedelta

from mapper.dates import period as p
from mapper.dates.compound import Derived
from mapper.dates.cyclic import Cyclic, weekly
from mapper.dates.grammar.rule import Atom, Look, never
from mapper.dates.meaning import Anchored, Exact, Meaning, Relative, Unplaced
from mapper.dates.words import DAY_PARTS, plain

_OFFSETS = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def _day(look: Look) -> Meaning | None:
    """Read "yesterday"; not the newspaper USA Today or a project called Tomorrow."""
    if look.is_name():
        return None
    offset = _OFFSETS[plain(look.get("day"))]
    return Relative(lambda d: p.day(d + timedelta(offset)))


def _night_or_so(look: Look) -> Meaning:
    """Read "tonight", "last night", "this morning"."""
    words = plain(look.match.group())
    code = "NI" if words == "tonight" else DAY_PARTS[words.split()[-1]]
    offset = -1 if words.startswith("last") else 0
    return on_day(Relative(lambda d: p.day(d + timedelta(offset))), code)


def on_day(inner: Meaning, code: str, *, overnight: bool = False) -> Derived:
    """Return a part of a day; "overnight" reaches into the next one."""

    def make(whole: p.Period) -> p.Period:
        end = whole.end + timedelta(1) if overnight else whole.end
        return p.Period(whole.begin, end, whole.value, whole.unit)

    return Derived(inner, make, "TIME", suffix=f"T{code}")


_NO_NIGHT = r"""
(?: |-)(?:huts?|stays?|trains?|bus(?:es)?|trips?|success|flights?|camps?|guests?|bags?|delivery|parking|
accommodation|lows?|temperatures?|journeys?|hikes?|sensations?|visitors?|rates?|lending|shipping|camping)\b
"""


def _overnight(look: Look) -> Meaning | None:
    """Read "overnight": from yesterday to today; not an overnight hut, nor what does not change overnight."""
    if look.after(_NO_NIGHT) or look.before(r"(?:n't|\bnot|\bnever) [a-z]+ |\b(?:to|possible to|can) stay "):
        return None
    return on_day(Relative(lambda d: p.day(d - timedelta(1))), "NI", overnight=True)


_TURNS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _unit(look: Look) -> Meaning:
    """Read "last week": the calendar unit before; "next", "this" likewise."""
    turn, unit = _TURNS[look.get("turn")], look.get("unit")
    return Relative(lambda d: p.whole(unit, p.step(d, turn, unit)))


def _the_unit(look: Look) -> Meaning:
    """Read "the month" in "the end of the month", by the reference date; "the century" by the text."""
    unit = look.get("unit")
    if unit in ("decade", "century"):
        return Anchored(lambda start: p.whole(unit, start.begin))
    return Relative(lambda d: p.whole(unit, d))


def _unit_end(look: Look) -> Meaning:
    """Read "year's end"."""
    unit = look.get("unit")
    return Relative(lambda d: p.third(p.whole(unit, d), "END"), modifier="END")


def _weekend(_: Look) -> Cyclic:
    return weekly(p.weekend, "XXXX-WXX-WE")


def _past_or_coming_weekend(look: Look) -> Meaning:
    turn = -1 if look.get("turn") == "past" else 0
    return Relative(lambda d: p.weekend(d + timedelta(7 * turn)))


def _week_number(look: Look) -> Meaning | None:
    """Read "week 19", the ISO week of the reference date's year."""
    number = int(look.get("n"))

    def make(when: date) -> p.Period:
        return p.week(date.fromisocalendar(when.isocalendar()[0], number, 1))

    if look.get("y"):
        return Exact(p.week(date.fromisocalendar(int(look.get("y")), number, 1)))
    return Relative(make)


def _calendar_week(look: Look) -> bool:
    """Tell a week of the calendar from the third week of a trial."""
    behind = look.after(r" of (?:the|his|her|its|their|our|a)\b")
    return bool(look.before(r"\b(?:in|from|until|till|by|since|calendar) ")) and not behind


def _vague(look: Look) -> Meaning:
    """Read "recent months", "the coming weeks": no days can be given."""
    ahead = any(word in look.match.group() for word in ("coming", "next", "ahead"))
    return Unplaced("DATE", "FUTURE_REF" if ahead else "PAST_REF", "vague")


_DAYS = "|".join(sorted(_OFFSETS, key=lambda words: -len(words)))

ATOMS = (
    Atom("day", "day", rf"(?P<day>{_DAYS})", _day),
    Atom(
        "day-part",
        "time",
        r"tonight|last night|last evening|this (?:morning|afternoon|evening)|earlier tonight",
        _night_or_so,
    ),
    Atom("overnight", "overnight", r"overnight", _overnight),
    Atom("this-unit", "this-{unit}", r"(?:the (?=current))?(?P<turn>this|current) <PERIOD>(?!-)", _unit),
    Atom("unit", "unit-{unit}", r"(?P<turn>last|past|previous|next|coming) <PERIOD>(?!-)", _unit),
    Atom("weekend", "weekend", r"the weekend(?! of)", _weekend),
    Atom(
        "the-unit",
        "the-{unit}",
        r"""
        the <PERIOD>(?!-|s)
        (?! (?:of|beginning|starting|ending) (?:on )?(?:<WEEKDAY>|<MONTH>|[0-9]))
        """,
        _the_unit,
        never,
    ),
    Atom("unit-end", "unit-end", r"(?:the )?(?P<unit>year|month|week)(?:'s |-)end", _unit_end),
    Atom("this-weekend", "weekend", r"(?:this|the) (?P<turn>past|coming) weekend", _past_or_coming_weekend),
    Atom(
        "week-number",
        "week",
        r"week (?P<n>5[0-3]|[1-4][0-9]|[1-9])(?![\w%,.-][0-9])(?:,? (?:of )?(?P<y><YEAR>))?",
        _week_number,
        _calendar_week,
    ),
    Atom(
        "vague-span",
        "vague",
        r"""
        (?:the )?(?:recent|coming) <UNITS>
        |(?:the )?(?:past|last|next|coming) (?:few|several|many) <UNITS>
        |the <UNITS> ahead
        """,
        _vague,
    ),
)
