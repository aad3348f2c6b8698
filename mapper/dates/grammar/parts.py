"""Words that cut a part out of the date beside them; none is a time expression alone."""

from __future__ import annotations

from mapper.dates.grammar.rule import Atom, Look, never
from mapper.dates.meaning import Meaning, Unplaced
from mapper.dates.words import plain


def _no_name(look: Look) -> Meaning | None:
    """Keep a part of the day that is not written like a name: not the Saturday Evening Post."""
    return None if look.is_name() and look.word_after()[:1].isupper() else word(look)


def word(look: Look) -> Meaning:
    """Keep the words for the join that needs them."""
    found = {name: plain(text) for name, text in look.match.groupdict().items() if text}
    return Unplaced("DATE", next(iter(found.values()), plain(look.match.group())))


_NTH = r"(?:first|second|third|fourth|last|final)"
_CALENDAR = r"(?:<YEAR>|<MONTH>|week|month|quarter|year|decade|century)"


def _cut(rule: str, kind: str, pattern: str) -> Atom:
    return Atom(rule, kind, pattern, word, never)


ATOMS = (
    _cut("towards", "towards", r"(?P<turn>earlier|later)"),
    _cut("rest", "rest", r"(?:the )?(?:rest|remainder) of"),
    _cut("first-days", "edge", r"(?:the )?(?P<edge>first|opening|early) (?:days|weeks|months) of"),
    _cut("last-days", "edge", r"(?:the )?(?P<edge>last|final|closing|dying) (?:days|weeks|months) of"),
    _cut("small-hours", "day-part", r"(?:the )?(?P<part>early|small|wee|pre-dawn) hours(?: of)?"),
    _cut("edge", "edge", r"(?:the )?(?P<edge>start|beginning|end|close|middle) of"),
    _cut("third", "third", r"(?:the )?(?:very )?(?P<third>early|mid|middle|late)"),
    _cut("half", "half-of", r"(?:the )?(?P<half>first|second|latter|last) half of"),
    _cut("nth-day", "nth-day", r"(?:the )?(?P<nth>3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th) of"),
    _cut("nth-unit", "nth-unit", rf"(?:the )?(?P<nth>{_NTH} (?:day|week|weekend)) (?:of|in)"),
    _cut(
        "nth-units",
        "nth-units",
        rf"""
        (?:the )?(?P<units>(?:first|last) <NUMBER> (?:days|weeks|months|quarters|years)) of
        (?= (?:the |this |last |next |fiscal )?{_CALENDAR}\b)
        """,
    ),
    _cut("nth-weekday", "nth-weekday", rf"(?:the )?(?P<nth>{_NTH} <WEEKDAY>) (?:of|in)"),
    _cut("week-of", "week-of", r"(?:the )?(?P<unit>week|weekend) (?:of|beginning|starting|ending)(?: on)?"),
    Atom("day-part-word", "day-part", r"(?:the )?(?P<part><DAYPART>)\b(?!-)", _no_name, never),
)
"""Each keeps its first named group for the join that needs it."""
