"""Fiscal years, whose months differ from country to country and company to company."""

from __future__ import annotations

from datetime import date, timedelta

from mapper.dates import period as p
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Exact, Meaning, Relative, Unplaced
from mapper.dates.words import MONTHS, plain

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


_TURNS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _fiscal_relative(look: Look) -> Meaning:
    turn = _TURNS[look.get("turn")]
    return Relative(lambda d: _approximate(d.year + turn).period, modifier="APPROX")


_SPLIT = r"(?P<y><ANYYEAR>)(?:-|/)(?P<y2>(?:20)?[0-9]{2})"

ATOMS = (
    Atom("fiscal-split", "fiscal", rf"(?:the )?(?:<FISCAL> )?{_SPLIT} <FISCAL>", _fiscal_split),
    Atom("fiscal-split-behind", "fiscal", rf"(?:the )?(?:<FISCAL>|fiscal|fy) ?{_SPLIT}", _fiscal_split),
    Atom("fiscal-before", "fiscal", r"(?:the )?(?P<y><YEAR>) <FISCAL>", _fiscal),
    Atom("fiscal", "fiscal", r"(?:the )?(?:<FISCAL>|fiscal|fy) ?-?(?P<y><YEAR>)", _fiscal),
    Atom("fiscal-short", "fiscal", r"fy ?'?(?P<y>[0-9]{2})(?![\w,.])", _fiscal_short),
    Atom(
        "fiscal-ended",
        "fiscal",
        r"""
        (?:the )?<FISCAL> (?:that |which )?(?:ended|ends|ending|will end)(?: (?:on|in))?
        (?: )(?P<month><MONTH>) (?P<d><DAY>)<TH>,? (?P<y><YEAR>)
        """,
        _fiscal_ended,
    ),
    Atom(
        "fiscal-relative",
        "fiscal",
        r"(?:the )?(?P<turn>last|previous|current|next|coming|this) <FISCAL>",
        _fiscal_relative,
    ),
)
