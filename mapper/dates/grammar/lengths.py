"""Lengths of time, alone (a duration) or counted from somewhere: ago, later, from now, the past."""

from __future__ import annotations

from datetime import date

from mapper.dates import period as p
from mapper.dates.compound import IfAhead
from mapper.dates.grammar.length import PATTERN, Length, read_length, value_of
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Anchored, Meaning, Relative, Unplaced
from mapper.dates.words import read_number, singular
from mapper.model import TimeType

_OF_WHAT = r" of (?!20|19|this|last|next)"
"""Behind "the last three days": of the campaign, not counted from the reference date."""


def _ago(look: Look) -> Meaning:
    """Read "three weeks ago": that whole week; months and years likewise."""
    return _from_reference(read_length(look), -1)


def _from_now(look: Look) -> Meaning:
    """Read "two weeks from now"."""
    return _from_reference(read_length(look), 1)


def _from_reference(length: Length, sign: int) -> Meaning:
    if length.amount is None and not length.below_a_day:
        return Unplaced("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague")
    vague = length.unit in ("decade", "century") or length.amount is None
    count, unit = length.counted()

    def make(when: date) -> p.Period:
        return p.neighbour(p.day(when), sign * count, unit) or p.day(when)

    kind: TimeType = "TIME" if length.below_a_day else "DATE"
    return Relative(make, kind, length.modifier or ("APPROX" if vague else None))


def _later(look: Look) -> Meaning:
    """Read "two days earlier", "a week later": counted from an earlier date of the text."""
    length = read_length(look)
    sign = -1 if look.get("turn") in ("earlier", "before", "beforehand", "previously", "prior") else 1
    if length.amount is None and not length.below_a_day:
        return Unplaced("DATE", None, "vague")
    count, unit = length.counted()
    modifier = length.modifier or ("APPROX" if length.amount is None else None)
    kind: TimeType = "TIME" if length.below_a_day else "DATE"
    return Anchored(lambda start: p.shift(start, sign * count, unit), kind, modifier, from_reference=sign < 0)


def _sweep(look: Look) -> Meaning:
    """Read "the past three days", "the next two weeks": up to the reference date, or from it on."""
    length, turn = read_length(look), look.get("turn")
    plainly = _plainly(length)
    if look.after(_OF_WHAT) or length.amount is None or turn == "previous":
        return plainly
    rolling = _rolling(length, ahead=turn in ("next", "coming"))
    return IfAhead(rolling, plainly, unless_past=True) if turn == "next" else rolling


def _past_unit(look: Look) -> Meaning:
    """Read "the past week", with its article: the seven days up to the reference date.

    "The next week" of what is over is the one after the last date named.
    """
    length, turn = Length(1.0, look.get("unit")), look.get("turn")
    if look.after(_OF_WHAT):
        return _plainly(length)
    rolling = _rolling(length, ahead=turn in ("next", "coming"))
    if turn != "next" or look.before(r"\b(?:over|in|within|during|for) "):
        return rolling
    return IfAhead(rolling, Anchored(lambda start: p.neighbour(start, 1, length.unit)), unless_past=True)


def _plainly(length: Length) -> Unplaced:
    return Unplaced("DURATION", length.value, modifier=length.modifier)


def _rolling(length: Length, *, ahead: bool) -> Relative:
    """Return the span of that length that ends, or begins, on the reference date."""
    count, unit = length.counted()

    def make(when: date) -> p.Period:
        other = p.step(when, count if ahead else -count, unit)
        begin, end = (when, other) if ahead else (other, when)
        return p.Period(begin, end, length.value, "span")

    return Relative(make, "DURATION", length.modifier, length.value)


def _duration(look: Look) -> Meaning | None:
    """Read "three days", and "in three days" where the words around look ahead."""
    length = read_length(look)
    if not all(check(look, length) for check in _CHECKS):
        return None
    waiting = look.before(r"\b(?P<how>in|within)(?: just| only)? ")
    counted = look.get("hyphen") == "-" or length.span or look.after(r" of\b")
    if waiting is None or length.amount is None or counted or look.before(_RECORD):
        return _plainly(length)
    ahead = _rolling(length, ahead=True) if waiting["how"] == "within" else _from_reference(length, 1)
    return IfAhead(ahead, _plainly(length))


_RECORD = r"\b(?:first|last|only|worst|best|most|least|once|[a-z]{3,}est|never|time)\b[^.]*"
"""Before "the first visit in two years", which lies in none of them."""


def _is_no_age(look: Look, _: Length) -> bool:
    """Tell a length from an age, which may stand before a noun: a 12-year-old."""
    return not look.after(r"(?: |-)olds?\b| of age\b") and not look.before(r"\b(?:age of|aged|ages) ")


def _is_no_rate(look: Look, _: Length) -> bool:
    """Tell "a day" from that in "200 cars a day", and "three hours" from that in "three hours a day"."""
    if look.after(r" (?:a|an|per|each|every) (?:day|week|month|year)\b"):
        return False
    return look.get("n4") not in ("a", "an") or not look.before(_THINGS)


_THINGS = r"""
(?:[0-9%]|\b(?:<NUMBER>|million|billion|times|once|twice|percent))[\w,.%-]*(?: (?!and\b|or\b)[a-z-]+){0,2}
(?: )
"""


def _is_no_second(look: Look, length: Length) -> bool:
    """Tell seconds from what comes second: the singular counts only with a hyphen (a 30-second film)."""
    return length.unit != "second" or look.get("u4") != "second" or look.get("hyphen") == "-"


def _is_no_story(look: Look, _: Length) -> bool:
    """Tell "for one day" from "one day they will learn"."""
    if look.get("n4") != "one" or look.get("u4") != "day" or look.get("hyphen") == "-":
        return True
    return bool(look.before(r"\b(?:for|in|within|after|just|only|lasted|than|least|over|about) "))


def _is_bare_length(look: Look, _: Length) -> bool:
    """Tell whether "hours" alone is a length: behind "for", "after", "in"; not "in as many weeks"."""
    if look.get("u5"):
        return not look.before(r"\bas ")
    if not look.get("u6"):
        return True
    if look.before(r"\bafter ") and look.get("u6") == "hours" and not look.after(r" of\b"):
        return False
    return bool(look.before(r"\b(?:for|within|lasted|took|take|after|spent|in|over|just|only|mere) "))


_CHECKS = (_is_no_age, _is_no_rate, _is_no_second, _is_no_story, _is_bare_length)


def _long(look: Look) -> Meaning:
    """Read "month-long", "three-month-long", "decades-long"."""
    some = None if look.get("unit").endswith("s") else 1.0
    amount = read_number(look.get("n")) if look.get("n") else some
    return Unplaced("DURATION", value_of(amount, singular(look.get("unit"))))


def _nothing(_: Look) -> None:
    """Take the words for no time: an age."""


_STOP = r"(?=\s*(?:[.,;:!?)\"]|$| -))"
_TURN = rf"(?P<turn>earlier|later|afterwards?|beforehand|previously|prior|before{_STOP}|after{_STOP})"

ATOMS = (
    Atom("age", "none", rf"{PATTERN}(?: |-)(?:olds?\b|of age\b)", _nothing),
    Atom("ago", "date", rf"{PATTERN} ago", _ago),
    Atom("from-now", "date", rf"{PATTERN} (?:from now|from today|hence)", _from_now),
    Atom("later", "date", rf"{PATTERN} {_TURN}(?! (?:than|to)\b)", _later),
    Atom("sweep", "sweep", rf"(?:the )?(?P<turn>past|last|previous|next|coming) {PATTERN}", _sweep),
    Atom(
        "past-unit",
        "sweep",
        r"the (?P<turn>past|last|next|coming) (?P<unit>hour|week|month|year|decade|century)(?!-|s)",
        _past_unit,
    ),
    Atom(
        "long",
        "length",
        r"""
        (?:(?P<n><NUMBER>)(?:-| ))?
        (?P<unit>hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))-?long
        """,
        _long,
    ),
    Atom("length", "length", PATTERN, _duration),
)
