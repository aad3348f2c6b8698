"""Seasons, quarters and halves of a year."""

from __future__ import annotations

import re

from mapper.dates import period as p
from mapper.dates.cyclic import yearly
from mapper.dates.grammar.absolute import picked
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Exact, Meaning
from mapper.dates.words import ORDINALS


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
    within = look.before(r"\b(?:in|by|until|till|since|during|over|throughout) ")
    return bool(within) and not look.after(r" of ")


def _quarter(look: Look) -> Meaning:
    """Read "Q3 2024", "the third quarter"."""
    number = int(look.get("n") or look.get("m") or 0) or ORDINALS[look.get("nth")] % 5
    if look.get("y"):
        return Exact(p.quarter(int(look.get("y")), number))
    return yearly(lambda y: p.quarter(y, number), f"XXXX-Q{number}")


def _half(look: Look) -> Meaning:
    """Read "H1 2026"."""
    return Exact(p.half(int(look.get("y")), int(look.get("n"))))


_WITHIN = r"\b(?:in|for|during|of|since|by|from|over|through|throughout|to|this) "
_SPORT = re.compile(
    r"\b(?:touchdowns?|quarterback|yards?|scor(?:e|ed|es|ing)|goals?|match|lead|game|inning|halftime)\b"
)


def _no_game(look: Look) -> bool:
    """Tell whether the quarter is one of a year and not of a ball game or a town."""
    if not look.get("y") and not look.before(_WITHIN):
        return bool(look.after(r" (?:results?|profits?|sales|earnings|growth|revenues?|loss(?:es)?|gdp)\b"))
    near = look.view[max(look.start - 80, 0) : look.end + 80]
    return not _SPORT.search(near) and not look.after(r" (?:of (?!the year\b)|final)")


_OF_YEAR = r"(?:,?(?: of)? (?P<y><YEAR>))?"

ATOMS = (
    Atom(
        "season",
        "season",
        r"""
        (?:<WHICH> |the )?(?P<season><SEASON>)
        (?:,?(?: of)? (?P<y><YEAR>)(?:-[0-9]{2}(?:[0-9]{2})?(?![0-9]))?)?
        """,
        _season,
        _season_alone,
    ),
    Atom("quarter-code", "quarter", r"(?:q(?P<n>[1-4])|(?P<m>[1-4])q),? (?:of )?(?P<y><YEAR>)", _quarter),
    Atom("half-code", "half", r"h(?P<n>[12]) (?:of )?(?P<y><YEAR>)", _half),
    Atom(
        "quarter",
        "quarter",
        rf"(?:the (?=[a-z]+ quarter))?(?P<nth>first|second|third|fourth|final)(?: |-)quarter{_OF_YEAR}",
        _quarter,
        _no_game,
    ),
)
