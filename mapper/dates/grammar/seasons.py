"""Seasons, quarters, fiscal years and feasts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from mapper.dates import period as p
from mapper.dates.cyclic import Cyclic, yearly
from mapper.dates.grammar.absolute import picked
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Exact, Meaning, Relative, Unplaced
from mapper.dates.words import MONTHS, ORDINALS, plain

# --- seasons


def _season(look: Look) -> Meaning:
    """Read "last summer", "summer 2025", "the summer of 2025"."""
    name = look.get("season")
    if look.get("y"):
        return Exact(p.season(int(look.get("y")), name))
    cycle = yearly(lambda y: p.season(y, name), f"XXXX-{p.SEASONS[name][0]}")
    return picked(cycle, look.get("which"))


def _season_alone(look: Look) -> bool:
    """Tell whether "the summer" is a time: behind "in", "by", "since", not before "of the clock"."""
    if look.get("y"):
        return True
    if look.get("which"):
        return not (look.get("season") == "fall" and look.after(r" (?:in|of|from) "))
    return bool(look.before(r"\b(?:in|by|until|till|since|during|over|throughout) ")) and not look.after(
        r" of "
    )


# --- quarters


def _quarter(look: Look) -> Meaning:
    """Read "Q3 2024", "the third quarter"."""
    number = int(look.get("n") or look.get("m") or 0) or ORDINALS[look.get("nth")] % 5
    if look.get("y"):
        return Exact(p.quarter(int(look.get("y")), number))
    return yearly(lambda y: p.quarter(y, number), f"XXXX-Q{number}")


def _half(look: Look) -> Meaning:
    """Read "H1 2026"."""
    return Exact(p.half(int(look.get("y")), int(look.get("n"))))


_SPORT = re.compile(
    r"\b(?:touchdowns?|quarterback|yards?|scor(?:e|ed|es|ing)|goals?|match|lead|game|inning|halftime)\b"
)


def _no_game(look: Look) -> bool:
    """Tell whether the quarter is one of a year and not of a ball game or a town."""
    if not look.get("y") and not look.before(
        r"\b(?:in|for|during|of|since|by|from|over|through|throughout|to|this) "
    ):
        return bool(look.after(r" (?:results?|profits?|sales|earnings|growth|revenues?|loss(?:es)?|gdp)\b"))
    near = look.view[max(look.start - 80, 0) : look.end + 80]
    return not _SPORT.search(near) and not look.after(r" (?:of (?!the year\b)|final)")


# --- fiscal years

FISCAL_NOTE = "fiscal-year-taken-as-calendar-year"
SPLIT_NOTE = "fiscal-year-taken-from-april"


def _fiscal(look: Look) -> Meaning:
    """Read "fiscal 2026": which months it holds differs by country, so the calendar year stands in."""
    return _approximate(int(look.get("y")))


def _approximate(number: int) -> Exact:
    year = p.year(number)
    return Exact(p.Period(year.begin, year.end, f"FY{number}", "span"), modifier="APPROX", note=FISCAL_NOTE)


def _fiscal_short(look: Look) -> Meaning:
    return _approximate(2000 + int(look.get("y")))


def _fiscal_split(look: Look) -> Meaning | None:
    """Read "the 2024-25 fiscal year": from April, as in most countries that write it so."""
    first, second = int(look.get("y")), int(look.get("y2"))
    if second % 100 != (first + 1) % 100:
        return None
    span = p.Period(date(first, 4, 1), date(first + 1, 3, 31), f"FY{first}-{(first + 1) % 100:02d}", "span")
    return Exact(span, modifier="APPROX", note=SPLIT_NOTE)


def _fiscal_ended(look: Look) -> Meaning:
    """Read "the fiscal year that ended September 30, 2025": the twelve months before, the end stated."""
    try:
        end = date(int(look.get("y")), MONTHS[plain(look.get("month"))], int(look.get("d") or 0))
    except ValueError:
        return Unplaced("DATE", None, "impossible-date")
    begin = p.add_months(end + timedelta(1), -12)
    return Exact(p.Period(begin, end, f"FY{end.year}", "span"))


_TURN = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "the current": 0, "next": 1, "coming": 1,
         "the last": -1, "the previous": -1, "the next": 1, "the coming": 1}  # fmt: skip


def _fiscal_relative(look: Look) -> Meaning:
    turn = _TURN[plain(look.get("which"))]
    return Relative(lambda d: _approximate(d.year + turn).period, modifier="APPROX")


# --- feasts

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


def _feast(look: Look) -> Meaning | None:
    find = FEASTS[plain(look.get("feast"))]
    if not look.capital("feast"):
        return None
    if look.before(r"\b(?:every|each) "):
        return Unplaced("SET", "P1Y")
    if look.get("y"):
        return Exact(p.day(find(int(look.get("y")))))
    cycle: Cyclic = yearly(lambda y: p.day(find(y)), "XXXX", near_future=True)
    return picked(cycle, look.get("which"))


def _feast_alone(look: Look) -> bool:
    """Tell a feast from the market or tree named after it."""
    name = plain(look.get("feast"))
    sure = (
        name not in ("christmas", "easter", "thanksgiving", "halloween") or look.get("y") or look.get("which")
    )
    return bool(sure or look.before(r"\b(?:at|by|on|before|after|until|since|over|during|for|around|of) "))


def _september_11(look: Look) -> Meaning:
    return Exact(p.day(date(2001, 9, 11)), note="named-after-its-day")


_NAMES = "|".join(sorted(FEASTS, key=lambda name: -len(name))).replace("jr day", r"jr\.? day")
_WHICH = r"(?P<which>this past|this coming|last|past|previous|this|next|coming) "
_FY = r"(?:fiscal|financial)(?: |-)year"

ATOMS = (
    Atom("season", "season", rf"(?:{_WHICH}|the )?(?P<season><SEASON>)"
         r"(?:,?(?: of)? (?P<y><YEAR>)(?:-[0-9]{2}(?:[0-9]{2})?(?![0-9]))?)?",
         _season, _season_alone),
    Atom("quarter-code", "quarter", r"(?:q(?P<n>[1-4])|(?P<m>[1-4])q)(?:,? (?:of )?)(?P<y><YEAR>)", _quarter),
    Atom("half-code", "half", r"h(?P<n>[12]) (?:of )?(?P<y><YEAR>)", _half),
    Atom("quarter", "quarter", r"(?:the )?(?P<nth>first|second|third|fourth|final)(?: |-)quarter"
         r"(?:,?(?: of)? (?P<y><YEAR>))?", _quarter, _no_game),
    Atom("fiscal-split", "fiscal", rf"(?:the )?(?:{_FY} )?(?P<y>(?:1[0-9]|20)[0-9]{{2}})(?:-|/)(?P<y2>(?:20)?[0-9]{{2}}) {_FY}",
         _fiscal_split),
    Atom("fiscal-split-behind", "fiscal", rf"(?:the )?(?:{_FY}|fiscal|fy) ?(?P<y>(?:1[0-9]|20)[0-9]{{2}})(?:-|/)(?P<y2>(?:20)?[0-9]{{2}})",
         _fiscal_split),
    Atom("fiscal-before", "fiscal", rf"(?:the )?(?P<y><YEAR>) {_FY}", _fiscal),
    Atom("fiscal", "fiscal", rf"(?:the )?(?:{_FY}|fiscal|fy) ?-?(?P<y><YEAR>)", _fiscal),
    Atom("fiscal-short", "fiscal", r"fy ?'?(?P<y>[0-9]{2})(?![\w,.])", _fiscal_short),
    Atom("fiscal-ended", "fiscal", rf"(?:the )?{_FY} (?:that |which )?(?:ended|ends|ending|will end)"
         r"(?: (?:on|in))? (?P<month><MONTH>) (?P<d><DAY>)<TH>,? (?P<y><YEAR>)", _fiscal_ended),
    Atom("fiscal-relative", "fiscal", rf"(?P<which>(?:the )?(?:last|previous|current|next|coming)|this) {_FY}",
         _fiscal_relative),
    Atom("september-11", "day", r"(?P<day>9/11|sept(?:ember|\.)? 11)(?:th)?"
         r"(?=,? (?:2001,? )?(?:(?:terrorist|terror|al-qaeda) )?(?:attack|hijack))", _september_11),
    Atom("feast", "feast", rf"(?:{_WHICH})?(?P<feast>{_NAMES})(?:,?(?: of)? (?P<y><YEAR>))?",
         _feast, _feast_alone),
)  # fmt: skip
