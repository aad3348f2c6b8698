"""Lengths of time, alone (a duration) or counted from somewhere: ago, later, from now, the past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mapper.dates import period as p
from mapper.dates.compound import IfAhead
from mapper.dates.grammar.rule import Atom, Look
from mapper.dates.meaning import Anchored, Meaning, Relative, Unplaced
from mapper.dates.words import UNIT_CODES, plain, read_number, singular
from mapper.model import TimeType

_MODIFIERS = {
    "APPROX": "about|around|roughly|approximately|some|an estimated|circa|something like",
    "LESS_THAN": "nearly|almost|less than|under|fewer than|just under|not quite|close to",
    "MORE_THAN": "more than|just over|well over|longer than|upwards of",
    "EQUAL_OR_MORE": "at least|no less than|no fewer than|a minimum of",
    "EQUAL_OR_LESS": "up to|at most|no more than|as many as|a maximum of|no longer than|as long as",
}
_APPROX = "|".join(_MODIFIERS.values())

LENGTH = (
    rf"(?:(?P<approx>{_APPROX}) )?(?:"
    r"(?P<n1><NUMBER>)(?: |-)and(?: |-)(?:a(?: |-))?half(?:(?: |-)a)?(?: |-)(?P<u1><UNIT>)"
    r"|(?P<half>half)(?: |-)(?:an? )?(?P<u2>hour|day|century|year|decade)"
    r"|(?P<couple>(?:a|another|the) couple)(?: of)? (?P<u3><UNITS>)"
    r"|(?:(?P<low><NUMBER>)(?: or | to |-to-|-or-)|(?P<low2>[0-9]{1,4})(?:-| - ))?(?P<n4><NUMBER>|another|an?)"
    r"(?P<hyphen> more | full | straight | consecutive | whole | -|- | |-)(?P<u4><UNIT>)(?P<plus> and a half)?"
    r"|(?P<vague><VAGUE>) (?P<u5><UNITS>)"
    r"|(?P<u6><UNITS>))\b(?!-?long)"
)
_HALVES = {"couple": 2.0, "half": 0.5}


class _Length:
    """A length as it was matched: how much (None if vague) of which unit, with its modifier."""

    def __init__(self, look: Look) -> None:
        self.unit = next(singular(look.get(f"u{k}")) for k in range(1, 7) if look.get(f"u{k}"))
        self.amount = self._amount(look)
        self.modifier = next(
            (m for m, w in _MODIFIERS.items() if plain(look.get("approx")) in w.split("|")), None
        )
        if look.get("couple") or look.get("low") or look.get("low2"):
            self.modifier = self.modifier or "APPROX"

    @staticmethod
    def _amount(look: Look) -> float | None:
        if look.get("half"):
            return 0.5
        if look.get("couple"):
            return 2.0
        words = look.get("n1") or look.get("n4")
        number = read_number(words) if words else None
        extra = 0.5 if look.get("n1") or look.get("plus") else 0.0
        return None if number is None else number + extra

    @property
    def value(self) -> str:
        """Return the TIMEX3 value."""
        code = UNIT_CODES[self.unit]
        clock = "T" if self.unit in ("second", "minute", "hour") else ""
        amount = self.amount if self.amount is None or self.unit != "fortnight" else 2 * self.amount
        return f"P{clock}{'X' if amount is None else f'{amount:.7g}'}{code}"

    def counted(self) -> tuple[int, str]:
        """Return whole units; a fraction is counted in the next smaller unit.

        Hours and less are counted in whole days, because dates are all that is known.
        """
        amount, unit = self.amount or 0.0, self.unit
        if unit in ("second", "minute", "hour"):
            return (int(amount // 24) if unit == "hour" else 0), "day"
        if amount != int(amount):
            times, unit = _SMALLER[unit]
            amount = round(amount * times)
        return int(amount), unit

    def sub_day(self) -> bool:
        """Tell whether the unit is an hour or less."""
        return self.unit in ("second", "minute", "hour")


_SMALLER = {"day": (1.0, "day"), "week": (7.0, "day"), "fortnight": (14.0, "day"), "month": (4.345, "week"),
            "year": (12.0, "month"), "decade": (10.0, "year"), "century": (100.0, "year")}  # fmt: skip


def _ago(look: Look) -> Meaning:
    """Read "three weeks ago": that whole week; months and years likewise."""
    return _from_reference(_Length(look), -1)


def _from_now(look: Look) -> Meaning:
    return _from_reference(_Length(look), 1)


def _from_reference(length: _Length, sign: int) -> Meaning:
    if length.amount is None and not length.sub_day():
        return Unplaced("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague")
    modifier = length.modifier
    if length.unit in ("decade", "century") or length.amount is None:
        modifier = modifier or "APPROX"
    count, unit = length.counted()

    def make(when: date) -> p.Period:
        found = p.neighbour(p.day(when), sign * count, unit)
        return found or p.day(when)

    return Relative(make, "TIME" if length.sub_day() else "DATE", modifier)


def _later(look: Look) -> Meaning:
    """Read "two days earlier", "a week later": counted from an earlier date of the text."""
    length = _Length(look)
    sign = -1 if look.get("turn") in ("earlier", "before", "beforehand", "previously", "prior") else 1
    if length.amount is None and not length.sub_day():
        return Unplaced("DATE", None, "vague")
    count, unit = length.counted()
    modifier = length.modifier or ("APPROX" if length.amount is None else None)
    kind: TimeType = "TIME" if length.sub_day() else "DATE"
    return Anchored(lambda start: p.shift(start, sign * count, unit), kind, modifier, from_reference=sign < 0)


def _sweep(look: Look) -> Meaning:
    """Read "the past three days", "the next two weeks": up to the reference date, or from it on."""
    length = _Length(look)
    if look.after(r" of (?!20|19|this|last|next)") or length.amount is None:
        return Unplaced("DURATION", length.value, modifier=length.modifier)
    plainly = Unplaced("DURATION", length.value, modifier=length.modifier)
    if look.get("turn") == "previous":
        return plainly
    ahead = look.get("turn") in ("next", "coming")
    rolling = Relative(_spanning(length, ahead=ahead), "DURATION", length.modifier, length.value)
    return IfAhead(rolling, plainly, unless_past=True) if look.get("turn") == "next" else rolling


def _spanning(length: _Length, *, ahead: bool) -> Callable[[date], p.Period]:
    count, unit = length.counted()

    def make(when: date) -> p.Period:
        other = p.step(when, count if ahead else -count, unit)
        begin, end = (when, other) if ahead else (other, when)
        return p.Period(begin, end, length.value, "span")

    return make


def _past_unit(look: Look) -> Meaning:
    """Read "the past week", with its article: the seven days up to the reference date.

    "The next week" of what is over is the one after the last date named.
    """
    unit, ahead = look.get("unit"), look.get("turn") in ("next", "coming")
    code = UNIT_CODES[unit]
    value = f"P{'T' if unit in ('hour', 'minute') else ''}1{code}"
    if look.after(r" of (?!20|19|this|last|next)"):
        return Unplaced("DURATION", value)

    def make(when: date) -> p.Period:
        other = when if unit in ("hour", "minute") else p.step(when, 1 if ahead else -1, unit)
        begin, end = (when, other) if ahead else (other, when)
        return p.Period(begin, end, value, "span")

    rolling = Relative(make, "DURATION", None, value)
    if look.get("turn") != "next" or look.before(r"\b(?:over|in|within|during|for) "):
        return rolling
    return IfAhead(rolling, Anchored(lambda start: p.neighbour(start, 1, unit)), unless_past=True)


def _duration(look: Look) -> Meaning | None:
    """Read "three days", and "in three days" where the words around look ahead."""
    length = _Length(look)
    if not _is_length(look, length):
        return None
    plainly = Unplaced("DURATION", length.value, modifier=length.modifier)
    waiting = look.before(r"\b(?P<how>in|within)(?: just| only)? ")
    counted = look.get("hyphen") == "-" or look.get("low") or look.get("low2") or look.after(r" of\b")
    if waiting is None or length.amount is None or counted or _is_record(look):
        return plainly
    if waiting["how"] == "within":
        return IfAhead(
            Relative(_spanning(length, ahead=True), "DURATION", length.modifier, length.value), plainly
        )
    return IfAhead(_from_reference(length, 1), plainly)


def _is_record(look: Look) -> bool:
    """Tell whether it is "the first visit in two years"."""
    return bool(
        look.before(r"\b(?:first|last|only|worst|best|most|least|once|[a-z]{3,}est|never|time)\b[^.]*")
    )


def _is_length(look: Look, length: _Length) -> bool:
    """Tell whether a number of units is a length, not an age, a rate, a stranger's "one day" or a second."""
    words = look.get("n4")
    if look.after(r"(?: |-)old\b| of age\b|(?: |-)olds\b") or look.after(
        r" (?:a|an|per|each|every) (?:day|week|month|year)\b"
    ):
        return False
    if look.before(r"\b(?:age of|aged|ages) "):
        return False
    if look.get("u5"):
        return not look.before(r"\bas ")
    if look.get("u6"):
        return _is_bare_length(look)
    if words in ("a", "an"):
        return length.unit != "second" and not _is_rate(look)
    if length.unit == "second" and look.get("u4") == "second":
        return look.get("hyphen") == "-"
    if words == "one" and look.get("u4") == "day" and look.get("hyphen") != "-":
        return bool(look.before(r"\b(?:for|in|within|after|just|only|lasted|than|least|over|about) "))
    return True


def _is_rate(look: Look) -> bool:
    """Tell whether "a day" stands behind a number of things: 200 cars a day."""
    return bool(
        look.before(
            r"(?:[0-9%]|\b(?:<NUMBER>|million|billion|times|once|twice|percent))(?:[\w,.%-]*)(?: [a-z-]+){0,2} "
        )
    )


def _is_bare_length(look: Look) -> bool:
    """Tell whether "hours" alone is a length: behind "for", "after", "in"."""
    if look.before(r"\bafter ") and look.get("u6") == "hours" and not look.after(r" of\b"):
        return False
    return bool(look.before(r"\b(?:for|within|lasted|took|take|after|spent|in|over|just|only|mere) "))


def _long(look: Look) -> Meaning:
    """Read "month-long", "three-month-long", "decades-long"."""
    unit = singular(look.get("unit"))
    clock = "T" if unit in ("hour", "minute") else ""
    amount = read_number(look.get("n")) if look.get("n") else None if look.get("unit").endswith("s") else 1.0
    return Unplaced("DURATION", f"P{clock}{'X' if amount is None else f'{amount:.7g}'}{UNIT_CODES[unit]}")


def _nothing(_: Look) -> None:
    """Take the words for no time: an age."""


_STOP = r"(?=\s*(?:[.,;:!?)\"]|$| -))"

ATOMS = (
    Atom("age", "none", rf"{LENGTH}(?: |-)(?:olds?\b|of age\b)", _nothing),
    Atom("ago", "date", rf"{LENGTH} ago", _ago),
    Atom("from-now", "date", rf"{LENGTH} (?:from now|from today|hence)", _from_now),
    Atom("later", "date", rf"{LENGTH} (?P<turn>earlier|later|afterwards?|beforehand|previously|prior|before{_STOP}"
         rf"|after{_STOP})(?! (?:than|to)\b)", _later),
    Atom("sweep", "sweep", rf"(?:the )?(?P<turn>past|last|previous|next|coming) {LENGTH}", _sweep),
    Atom("past-unit", "sweep", r"the (?P<turn>past|last|next|coming) (?P<unit>hour|week|month|year|decade|century)"
         r"(?!-|s)", _past_unit),
    Atom("long", "length", r"(?:(?P<n><NUMBER>)(?:-| ))?(?P<unit>hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))-?long", _long),
    Atom("length", "length", LENGTH, _duration),
)  # fmt: skip
