"""Meanings made of others: a part of a period, a time of day on a day, from one date to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from mapper.dates.cyclic import Cyclic
from mapper.dates.meaning import Context, Meaning, Position, Reading, counted_from
from mapper.dates.period import Period, Unit, step, whole
from mapper.model import Reason, TimeType

_GENERAL: Final = ("can ", "could ", "may ", "might ")
"""Verbs of what is possible at any time: "can be fatal in six days" looks to no day."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A part of another expression, or a time of day on it."""

    inner: Meaning
    make: Callable[[Period], Period]
    type: TimeType | None = None
    modifier: str | None = None
    suffix: str = ""

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the days."""
        whole = self.inner.resolve(context, at)
        kind, modifier = self.type or whole.type, self.modifier or whole.modifier
        if whole.period is None:
            value = whole.value + self.suffix if whole.value else None
            return replace(whole, type=kind, modifier=modifier, value=value)
        period = self.make(whole.period)
        value = whole.value if period.value == whole.period.value else period.value
        return replace(whole, type=kind, modifier=modifier, value=f"{value}{self.suffix}", period=period)


@dataclass(frozen=True, slots=True)
class Clipped:
    """The part of a period before (START) or after (END) the reference date, if that lies in it."""

    inner: Meaning
    side: Literal["START", "END"]

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the days."""
        whole = self.inner.resolve(context, at)
        period, when = whole.period, context.reference
        if period is None or when is None or not period.begin <= when <= period.end or period.unit == "day":
            return whole
        cut = replace(period, end=when) if self.side == "START" else replace(period, begin=when)
        return replace(whole, period=cut, modifier=self.side)


@dataclass(frozen=True, slots=True)
class IfAhead:
    """One meaning where the words around look ahead, another where they do not."""

    ahead: Meaning
    otherwise: Meaning
    unless_past: bool = False
    """Whether without a cue they are taken to look ahead."""

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the days."""
        cue = context.cue(at)
        if self.unless_past and cue.direction != "past":
            return self.ahead.resolve(context, at)
        if cue.direction != "future" or cue.words.startswith(_GENERAL):
            return self.otherwise.resolve(context, at)
        found = self.ahead.resolve(context, at)
        reason = Reason("direction", f"future: {cue.words}", cue.start, cue.end)
        return replace(found, reasons=(*found.reasons, reason))


@dataclass(frozen=True, slots=True)
class PartOfThis:
    """A part of the week, month or year that holds the reference date.

    "At the end of the year" means last year's where the words around look back and this one's is to come.
    """

    unit: str
    make: Callable[[Period], Period]
    modifier: str | None = None

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the days."""
        when = context.reference
        if when is None:
            return Reading("DATE", None, None, self.modifier, (Reason("no-reference-date"),))
        found, cue = self.make(whole(self.unit, when)), context.cue(at)
        if cue.direction == "past" and found.begin > when:
            found = self.make(whole(self.unit, step(when, -1, self.unit)))
        elif cue.direction == "future" and found.end < when:
            found = self.make(whole(self.unit, step(when, 1, self.unit)))
        return Reading("DATE", found.value, found, self.modifier, (counted_from(when),))


@dataclass(frozen=True, slots=True)
class Between:
    """From one date to another; a side without a year takes it from the other."""

    first: Meaning
    last: Meaning

    def resolve(self, context: Context, at: Position, /) -> Reading:
        """Find the days."""
        first, last = self._sides(context, at)
        if first.period is None or last.period is None:
            value = f"{first.value}/{last.value}" if first.value and last.value else None
            return Reading("DATE", value, None, None, first.reasons)
        begin, end = first.period, last.period
        if end.end < begin.begin:
            return Reading("DATE", None, None, None, (Reason("ends-before-it-begins"),))
        unit: Unit = "days" if {begin.unit, end.unit} <= {"day", "days", "weekend"} else "span"
        span = Period(begin.begin, end.end, f"{begin.value}/{end.value}", unit)
        reasons = tuple(dict.fromkeys(first.reasons + last.reasons))
        return Reading("DATE", span.value, span, None, reasons, first.explicit or last.explicit)

    def _sides(self, context: Context, at: Position) -> tuple[Reading, Reading]:
        """Return both sides, one that comes again and again as near to the other as it can be."""
        first, last = self.first.resolve(context, at), self.last.resolve(context, at)
        opening, closing = _as_cyclic(self.first), _as_cyclic(self.last)
        if last.period and opening and self._counts_back(context, at, first, last):
            return replace(last, period=opening.latest_to(last.period.begin)), last
        if first.period and closing:
            return first, replace(first, period=closing.first_from(first.period.begin))
        return first, last

    def _counts_back(self, context: Context, at: Position, first: Reading, last: Reading) -> bool:
        """Tell whether the end is sure and the beginning follows from it: it has its year, or is past."""
        if _as_cyclic(self.last) is None:
            return True
        if first.explicit or context.reference is None or last.period is None:
            return False
        return context.cue(at).direction != "future" and last.period.begin <= context.reference


def _as_cyclic(meaning: Meaning) -> Cyclic | None:
    """Return a bare date, or a part of one, as what comes again and again."""
    if isinstance(meaning, Cyclic):
        return meaning
    inner = _as_cyclic(meaning.inner) if isinstance(meaning, Derived) else None
    if inner is None or not isinstance(meaning, Derived):
        return None
    around, make = inner.around, meaning.make
    return replace(inner, around=lambda when: [make(period) for period in around(when)], in_year=None)
